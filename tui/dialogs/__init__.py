"""The dialogs: each a small form on top of a screen that gives back what was answered, or None when it was left.

dialog      what every dialog has: a title, a notice, keys, esc and ctrl+s
line        one line to fill in: a day, a path, a reason
confirm     yes or no, where something cannot be taken back
as_of       which past day to look at
begin       the three ways to begin: papers, a report, the demonstration
new_report  a report's title and body; F2 asks all there is to ask
move_form   a move: what it needs, what is asked, what will happen
form_lines  the lines of a move's form, those that apply
made_form   the recommendations of an entry, to be changed
small       a few lines and a verb, with what will happen
trying      what the forms that show what will happen have in common
picker      a list to pick from, or to add to
help        the keys of the place one is in
"""

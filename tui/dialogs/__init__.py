"""The dialogs: each a small form on top of a screen that gives back what was answered, or None when it was left.

dialog      what every dialog has: a title, a notice, keys, esc and ctrl+s
line        one line to fill in: a day, a path, a reason
confirm     yes or no, where something cannot be taken back
as_of       which past day to look at
begin       the three ways to begin: papers, a report, the demonstration
new_report  a report's title and body
help        the keys of the place one is in
"""

"""What screens are made of. Each draws what it is given and says what was done to it; none asks the database.

masthead    the two lines at the head: council, day, tabs
notice      the sentence under the page
key_line    the keys at the foot
rows        a list in columns with a cursor, also of a million rows
cards       a column of the board
bars        small charts
one_line    a line to fill in, with completion and an example
several     a list to fill in, a line for each
choice      one of a few words
first_run   what an empty database offers
drawing     how lines are drawn, for the widgets above
"""

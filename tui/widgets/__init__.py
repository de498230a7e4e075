"""What screens are made of. Each draws what it is given and says what was done to it; none asks the database.

masthead    the two lines at the head: council, day, tabs
notice      the sentence under the page
key_line    the keys at the foot
rows        a list in columns with a cursor, also of a million rows
cards       a column of the board
bars        small charts
first_run   what an empty database offers
drawing     how lines are drawn, for the widgets above
"""

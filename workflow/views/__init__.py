"""What people are shown, as frozen records: the same for the command line, the terminal UI and Python.

Every function takes a `Look` (a reading transaction and the day it is looked at) and returns records whose JSON
shape is fixed: others script against it. Nothing here changes anything.
"""

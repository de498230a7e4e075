"""The readers: from a paper's bytes to a frozen `Document`, with nothing invented and no database.

`files.read_file` opens a paper, `forms.read` picks the form it is written in, and one small file per form reads it.
"""

"""Reminders: what is due for asking is laid out or sent, once, to those who owe it and to nobody else.

`roll` says who may be written to, `owners` of whom a thing is asked, `plan` what is wanted, `batch` claims it,
`sending` lets it go and writes down what became of it; `sweeps` is the whole of one sweep. Planning itself is pure and
stands in `states.schedule` and `states.reminders`; the words of letters are in `workflow.letters`.
"""

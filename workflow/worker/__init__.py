"""What runs by itself for years: the clock, the night's care, the log, and many machines at one database.

`clockwork.run` is `matters remind run`. Nothing here knows what a reminder is; `workflow.reminders` sweeps.
"""

"""From papers that were read to the record: what a paper proves is matched to what is there, then entered.

Nothing is guessed and nothing is entered twice: what only the words suggest waits as a suggestion, what is doubtful
as a warning. The order in which papers arrive never changes the result.
"""

"""The command line: `main` finds the command, `table` lists them, `out` prints, `place` opens the database.

A command is one module in `workflow/cli/commands/`, named as the command with underscores, and one row in `table`:

    SAYS = "one line for the list of commands"          # the same words as in the table
    EXAMPLES = ("matters due --within 14d",)            # shown under --help; each must run
    def arguments(parser: argparse.ArgumentParser) -> None
    def run(args: argparse.Namespace) -> int            # the exit code

`--db`, `--config` and `--who` are on every parser already, as `args.db`, `args.config` and `args.who`, and may stand
anywhere. A reading command calls `place.add_reading(parser)`, which gives `args.format`, `args.as_of` (a date or None),
`args.known_at` (an aware instant or None) and `args.limit`; it works inside `with place.look_of(args) as look:` and
prints with `out.rows` or `out.record`. A command that writes works inside `with place.desk_of(args) as desk:`. What it
did goes to standard output with `out.say`, remarks to standard error with `out.tell`; errors are raised, not printed:
any `MattersError` ends the command with its sentence and exit code 1, `out.WrongUse` with exit code 2.

A command that must start at once may have `quick(words, common) -> int | None`, tried before any parser is built, with
the words after its name and the options of every command; None says that the usual way is to be taken.
"""

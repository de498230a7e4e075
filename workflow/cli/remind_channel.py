"""`matters remind test`: one letter that says it is a test, by one channel, to see that it arrives."""

from argparse import ArgumentParser, Namespace

from workflow.cli import out

SAYS = "send a letter that says it is a test, by one channel"


def arguments(parser: ArgumentParser) -> None:
    """Which channel, and to whom."""
    parser.add_argument("channel", metavar="CHANNEL", help="mail, file, teams, slack, other or desktop")
    parser.add_argument("--to", metavar="ADDRESS", help="to this address; else to the co-ordinator's")


def run(args: Namespace) -> int:
    """Sends it, and says what became of it; 1 unless it went."""
    from workflow import channels, settings
    from workflow.settings_sending import sending_in

    path = settings.settings_path(args.config)
    sending = sending_in(settings.read(path) if path is not None else None)
    told = channels.test(sending, args.channel, ("", args.to) if args.to else None)
    (out.say if told.outcome == "sent" else out.tell)(f"{args.channel}: {told.outcome}. {told.said}")
    return 0 if told.outcome == "sent" else 1

"""The closed lists of words that only records have."""

PERSON_KINDS = ("officer", "councillor", "partner", "public", "unknown")
"""Who a person is to the council; only officers are ever mailed by themselves."""

ROLES = ("co_ordinator", "lead_officer", "cabinet_member", "chair", "proper_officer", "clerk", "director", "other")
"""What a post is for."""

MINUTES = ("none", "draft", "confirmed", "corrected")
"""Where a meeting's minutes stand."""

TOPIC_STATUSES = ("open", "promoted", "dropped")
"""Where a topic stands: on the work programme, grown into a report, or let go."""

SUGGESTION_ANSWERS = ("yes", "no")
"""What a person said to a suggestion."""

FINDING_KINDS = ("item", "meeting")
"""What a finding of a paper is about."""

MESSAGE_KINDS = ("reminder", "in_force", "chase", "escalation")
"""What a message is for: to who owes, that a decision is in force, to the co-ordinator, to those above."""

MESSAGE_STATUSES = ("laid_out", "released", "claimed", "later", "sent", "refused", "unknown", "withdrawn")
"""Where a message stands; unknown is one that may have arrived, and goes out again under the same Message-ID."""

LEFT_OUT = ("passed_over", "struck", "ended")
"""Why a reminder did not go out with its message: a newer stage did, a person struck it, it was no longer owed."""

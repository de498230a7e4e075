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

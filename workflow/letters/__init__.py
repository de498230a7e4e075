"""Letters: a digest of what one person owes becomes a courteous letter, in plain text and HTML, with its dates."""

CREATE INDEX finding_by_body ON finding (body, day)
-- next
DROP INDEX follow_up_owed
-- next
CREATE INDEX follow_up_owed ON follow_up (owed_by, report, number, clock, body, owner, due, agreed, recommendation, note) WHERE owed_by IS NOT NULL
-- next
CREATE INDEX journal_meets_later ON journal (move, record) WHERE move IN ('hear_again', 'defer', 'refer_to_council', 'reopen')
-- next
CREATE INDEX suggestion_about ON suggestion (report, kind)
-- next
CREATE INDEX warning_by_code ON warning (code, report)
-- next
CREATE INDEX warning_by_fact ON warning (fact, report)

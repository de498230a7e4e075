CREATE INDEX finding_by_body ON finding (body, day)
-- next
CREATE INDEX journal_meets_later ON journal (move, record) WHERE move IN ('hear_again', 'defer', 'refer_to_council', 'reopen')
-- next
CREATE INDEX suggestion_about ON suggestion (report, kind)
-- next
CREATE INDEX warning_by_code ON warning (code, report)
-- next
CREATE INDEX warning_by_fact ON warning (fact, report)

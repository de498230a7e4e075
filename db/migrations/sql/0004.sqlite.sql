CREATE TABLE sweep_before AS SELECT * FROM sweep
-- next
DROP TABLE sweep
-- next
CREATE TABLE sweep (
	ref INTEGER NOT NULL, 
	worker TEXT NOT NULL, 
	how TEXT NOT NULL, 
	day DATE NOT NULL, 
	began TEXT NOT NULL, 
	beat TEXT NOT NULL, 
	ended TEXT, 
	sending INTEGER, 
	claimed INTEGER NOT NULL, 
	sent INTEGER NOT NULL, 
	failed INTEGER NOT NULL, 
	waiting INTEGER NOT NULL, 
	trouble TEXT, 
	head INTEGER NOT NULL, 
	"plan" TEXT NOT NULL, 
	in_hand TEXT NOT NULL, 
	PRIMARY KEY (ref), 
	CONSTRAINT sweep_began_instant CHECK (began LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT sweep_beat_instant CHECK (beat LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT sweep_ended_instant CHECK (ended LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT sweep_day_form CHECK (day IS date(day, '+0 days')), 
	CONSTRAINT sweep_sending_form CHECK (typeof(sending) IN ('integer', 'null')), 
	CONSTRAINT sweep_claimed_form CHECK (typeof(claimed) IN ('integer')), 
	CONSTRAINT sweep_sent_form CHECK (typeof(sent) IN ('integer')), 
	CONSTRAINT sweep_failed_form CHECK (typeof(failed) IN ('integer')), 
	CONSTRAINT sweep_waiting_form CHECK (typeof(waiting) IN ('integer')), 
	CONSTRAINT sweep_head_form CHECK (typeof(head) IN ('integer')), 
	CONSTRAINT sweep_in_hand_form CHECK (substr("in_hand", 1, 1) IN ('{', '['))
)
-- next
INSERT INTO sweep (ref, worker, how, day, began, beat, ended, sending, claimed, sent, failed, waiting, trouble, head, plan, in_hand) SELECT ref, worker, how, day, began, beat, ended, sending, claimed, sent, failed, waiting, trouble, head, plan, '[]' FROM sweep_before
-- next
DROP TABLE sweep_before
-- next
CREATE INDEX sweep_ended ON sweep (ended)

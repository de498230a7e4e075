CREATE TABLE sending (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	enabled BOOLEAN DEFAULT '0' NOT NULL, 
	since DATE, 
	note TEXT, 
	PRIMARY KEY (ref), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	CONSTRAINT sending_version_form CHECK (typeof(version) IN ('integer')), 
	CONSTRAINT sending_entry_form CHECK (typeof(entry) IN ('integer')), 
	CONSTRAINT sending_enabled_form CHECK (enabled IN (0, 1)), 
	CONSTRAINT sending_since_form CHECK (since IS date(since, '+0 days'))
)
-- next
CREATE TABLE snooze (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	person INTEGER NOT NULL, 
	until DATE, 
	note TEXT, 
	PRIMARY KEY (ref), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(person) REFERENCES person (ref), 
	CONSTRAINT snooze_version_form CHECK (typeof(version) IN ('integer')), 
	CONSTRAINT snooze_entry_form CHECK (typeof(entry) IN ('integer')), 
	CONSTRAINT snooze_person_form CHECK (typeof(person) IN ('integer')), 
	CONSTRAINT snooze_until_form CHECK (until IS date(until, '+0 days'))
)
-- next
CREATE UNIQUE INDEX snooze_of ON snooze (person)
-- next
CREATE TABLE message (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	person INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	day DATE NOT NULL, 
	status TEXT NOT NULL, 
	message_id TEXT NOT NULL, 
	items TEXT NOT NULL, 
	note TEXT, 
	subject TEXT, 
	words TEXT, 
	signs INTEGER, 
	released_by TEXT, 
	address TEXT, 
	copies TEXT NOT NULL, 
	channel TEXT, 
	tries INTEGER NOT NULL, 
	next_try TEXT, 
	said TEXT, 
	sent_at TEXT, 
	settled TEXT, 
	sweep INTEGER, 
	PRIMARY KEY (ref), 
	CONSTRAINT message_kind_word CHECK (kind = 'reminder' OR kind = 'in_force' OR kind = 'chase' OR kind = 'escalation'), 
	CONSTRAINT message_status_word CHECK (status = 'laid_out' OR status = 'released' OR status = 'claimed' OR status = 'later' OR status = 'sent' OR status = 'refused' OR status = 'unknown' OR status = 'withdrawn'), 
	CONSTRAINT message_next_try_instant CHECK (next_try LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT message_sent_at_instant CHECK (sent_at LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT message_named CHECK (message_id <> ''), 
	CONSTRAINT message_sent CHECK (status <> 'sent' OR sent_at IS NOT NULL), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(person) REFERENCES person (ref), 
	FOREIGN KEY(signs) REFERENCES person (ref), 
	CONSTRAINT message_version_form CHECK (typeof(version) IN ('integer')), 
	CONSTRAINT message_entry_form CHECK (typeof(entry) IN ('integer')), 
	CONSTRAINT message_person_form CHECK (typeof(person) IN ('integer')), 
	CONSTRAINT message_day_form CHECK (day IS date(day, '+0 days')), 
	CONSTRAINT message_items_form CHECK (substr("items", 1, 1) IN ('{', '[')), 
	CONSTRAINT message_signs_form CHECK (typeof(signs) IN ('integer', 'null')), 
	CONSTRAINT message_copies_form CHECK (substr("copies", 1, 1) IN ('{', '[')), 
	CONSTRAINT message_tries_form CHECK (typeof(tries) IN ('integer')), 
	CONSTRAINT message_sweep_form CHECK (typeof(sweep) IN ('integer', 'null'))
)
-- next
CREATE UNIQUE INDEX message_by_id ON message (message_id)
-- next
CREATE INDEX message_of_person ON message (person, day)
-- next
CREATE INDEX message_refused ON message (day) WHERE status = 'refused' AND settled IS NULL
-- next
CREATE INDEX message_waits ON message (day, person) WHERE status = 'laid_out' OR status = 'released' OR status = 'claimed' OR status = 'later' OR status = 'unknown'
-- next
CREATE INDEX follow_up_chase ON follow_up (chase_on, opened_on) WHERE ended IS NULL AND due IS NULL AND agreed IS NULL
-- next
CREATE TABLE reminder (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	stage TEXT NOT NULL, 
	due DATE NOT NULL, 
	person INTEGER NOT NULL, 
	message INTEGER NOT NULL, 
	left_out TEXT, 
	PRIMARY KEY (report, number, stage, due, person), 
	CONSTRAINT reminder_left_out_word CHECK (left_out = 'passed_over' OR left_out = 'struck' OR left_out = 'ended'), 
	CONSTRAINT reminder_staged CHECK (stage <> ''), 
	FOREIGN KEY(message) REFERENCES message (ref), 
	CONSTRAINT reminder_report_form CHECK (typeof(report) IN ('integer')), 
	CONSTRAINT reminder_number_form CHECK (typeof(number) IN ('integer')), 
	CONSTRAINT reminder_due_form CHECK (due IS date(due, '+0 days')), 
	CONSTRAINT reminder_person_form CHECK (typeof(person) IN ('integer')), 
	CONSTRAINT reminder_message_form CHECK (typeof(message) IN ('integer'))
)
 WITHOUT ROWID
-- next
CREATE INDEX reminder_of_message ON reminder (message)
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
	CONSTRAINT sweep_head_form CHECK (typeof(head) IN ('integer'))
)
-- next
CREATE INDEX sweep_ended ON sweep (ended)
-- next
CREATE TRIGGER sending_new BEFORE INSERT ON sending
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'E' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER sending_told BEFORE UPDATE ON sending
WHEN NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
  OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'E' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER sending_kept BEFORE DELETE ON sending
WHEN true
BEGIN
  SELECT RAISE(ABORT, 'nothing is erased: correct the record by a new entry');
END
-- next
CREATE TRIGGER snooze_new BEFORE INSERT ON snooze
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'Z' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER snooze_told BEFORE UPDATE ON snooze
WHEN NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
  OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'Z' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER snooze_kept BEFORE DELETE ON snooze
WHEN true
BEGIN
  SELECT RAISE(ABORT, 'nothing is erased: correct the record by a new entry');
END
-- next
CREATE TRIGGER message_new BEFORE INSERT ON message
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'L' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER message_told BEFORE UPDATE ON message
WHEN NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
  OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'L' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER message_kept BEFORE DELETE ON message
WHEN true
BEGIN
  SELECT RAISE(ABORT, 'nothing is erased: correct the record by a new entry');
END

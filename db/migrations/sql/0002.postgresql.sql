CREATE TABLE sending (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	enabled BOOLEAN DEFAULT '0' NOT NULL, 
	since DATE, 
	note TEXT, 
	PRIMARY KEY (ref), 
	FOREIGN KEY(entry) REFERENCES journal (entry)
)
-- next
CREATE TABLE snooze (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	person INTEGER NOT NULL, 
	until DATE, 
	note TEXT, 
	PRIMARY KEY (ref), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(person) REFERENCES person (ref)
)
-- next
CREATE UNIQUE INDEX snooze_of ON snooze (person)
-- next
CREATE TABLE message (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
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
	FOREIGN KEY(signs) REFERENCES person (ref)
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
	FOREIGN KEY(message) REFERENCES message (ref)
)
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
	head BIGINT NOT NULL, 
	plan TEXT NOT NULL, 
	PRIMARY KEY (ref), 
	CONSTRAINT sweep_began_instant CHECK (began LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT sweep_beat_instant CHECK (beat LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT sweep_ended_instant CHECK (ended LIKE '____-__-__T__:__:__.______Z')
)
-- next
CREATE INDEX sweep_ended ON sweep (ended)
-- next
CREATE TRIGGER sending_new BEFORE INSERT ON sending FOR EACH ROW EXECUTE FUNCTION matters_new('E')
-- next
CREATE TRIGGER sending_told BEFORE UPDATE ON sending FOR EACH ROW EXECUTE FUNCTION matters_told('E')
-- next
CREATE TRIGGER sending_kept BEFORE DELETE ON sending FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER snooze_new BEFORE INSERT ON snooze FOR EACH ROW EXECUTE FUNCTION matters_new('Z')
-- next
CREATE TRIGGER snooze_told BEFORE UPDATE ON snooze FOR EACH ROW EXECUTE FUNCTION matters_told('Z')
-- next
CREATE TRIGGER snooze_kept BEFORE DELETE ON snooze FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER message_new BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION matters_new('L')
-- next
CREATE TRIGGER message_told BEFORE UPDATE ON message FOR EACH ROW EXECUTE FUNCTION matters_told('L')
-- next
CREATE TRIGGER message_kept BEFORE DELETE ON message FOR EACH ROW EXECUTE FUNCTION matters_never()

CREATE TABLE journal (
	entry BIGSERIAL NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	record TEXT NOT NULL, 
	act TEXT NOT NULL, 
	move TEXT, 
	from_state TEXT, 
	to_state TEXT, 
	on_first DATE, 
	on_last DATE, 
	body TEXT NOT NULL, 
	salt TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	prev TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (entry), 
	CONSTRAINT journal_at_instant CHECK (at LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT journal_move_word CHECK (move = 'draft' OR move = 'list' OR move = 'consult' OR move = 'scrutinise' OR move = 'noted' OR move = 'hear_again' OR move = 'recommend' OR move = 'respond' OR move = 'defer' OR move = 'decide' OR move = 'publish' OR move = 'call_in' OR move = 'refer_back' OR move = 'refer_to_council' OR move = 'reconsider' OR move = 'release' OR move = 'update' OR move = 'sign_off' OR move = 'close' OR move = 'reopen' OR move = 'withdraw'), 
	CONSTRAINT journal_from_state_word CHECK (from_state = 'drafted' OR from_state = 'consulted' OR from_state = 'scrutinised' OR from_state = 'recommended' OR from_state = 'cabinet_decided' OR from_state = 'updated' OR from_state = 'called_in' OR from_state = 'closed' OR from_state = 'withdrawn'), 
	CONSTRAINT journal_to_state_word CHECK (to_state = 'drafted' OR to_state = 'consulted' OR to_state = 'scrutinised' OR to_state = 'recommended' OR to_state = 'cabinet_decided' OR to_state = 'updated' OR to_state = 'called_in' OR to_state = 'closed' OR to_state = 'withdrawn'), 
	CONSTRAINT journal_entry_positive CHECK (entry > 0), 
	CONSTRAINT journal_said CHECK (who <> '' AND record <> '' AND act <> ''), 
	CONSTRAINT journal_seals CHECK (length(digest) = 64 AND length(prev) = 64 AND length(hash) = 64), 
	CONSTRAINT journal_on_order CHECK (on_first IS NULL OR on_last IS NULL OR on_first <= on_last)
)
-- next
CREATE INDEX journal_of_record ON journal (record, entry)
-- next
CREATE INDEX journal_records_on ON journal (on_last) WHERE act = 'record' AND on_last IS NOT NULL
-- next
CREATE TABLE redaction (
	entry BIGINT NOT NULL, 
	redacted BIGINT NOT NULL, 
	digest TEXT NOT NULL, 
	PRIMARY KEY (entry), 
	CONSTRAINT redaction_seal CHECK (length(digest) = 64), 
	CONSTRAINT redaction_later CHECK (entry > redacted), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(redacted) REFERENCES journal (entry)
)
-- next
CREATE INDEX redaction_of ON redaction (redacted, entry)
-- next
CREATE TABLE body (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT, 
	scrutiny BOOLEAN DEFAULT '0' NOT NULL, 
	health BOOLEAN DEFAULT '0' NOT NULL, 
	succeeded_by INTEGER, 
	note TEXT, 
	PRIMARY KEY (ref), 
	CONSTRAINT body_kind_word CHECK (kind = 'scrutiny' OR kind = 'task_group' OR kind = 'joint_scrutiny' OR kind = 'executive' OR kind = 'council' OR kind = 'area' OR kind = 'regulatory' OR kind = 'advisory' OR kind = 'officer' OR kind = 'partner'), 
	CONSTRAINT body_named CHECK (name <> ''), 
	FOREIGN KEY(entry) REFERENCES journal (entry)
)
-- next
CREATE INDEX body_by_name ON body (name)
-- next
CREATE TABLE body_name (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	body INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	from_day DATE, 
	to_day DATE, 
	PRIMARY KEY (ref), 
	CONSTRAINT body_name_order CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(body) REFERENCES body (ref)
)
-- next
CREATE INDEX body_name_by_name ON body_name (name)
-- next
CREATE INDEX body_name_of ON body_name (body)
-- next
CREATE TABLE meeting (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	body INTEGER, 
	day DATE, 
	day_last DATE, 
	time TEXT, 
	venue TEXT, 
	status TEXT, 
	moved_from DATE, 
	minutes TEXT DEFAULT 'none' NOT NULL, 
	reference TEXT, 
	note TEXT, 
	PRIMARY KEY (ref), 
	CONSTRAINT meeting_status_word CHECK (status = 'scheduled' OR status = 'cancelled' OR status = 'adjourned' OR status = 'held'), 
	CONSTRAINT meeting_minutes_word CHECK (minutes = 'none' OR minutes = 'draft' OR minutes = 'confirmed' OR minutes = 'corrected'), 
	CONSTRAINT meeting_order CHECK (day IS NULL OR day_last IS NULL OR day <= day_last), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(body) REFERENCES body (ref)
)
-- next
CREATE INDEX meeting_of_body ON meeting (body, day)
-- next
CREATE INDEX meeting_on ON meeting (day)
-- next
CREATE TABLE person (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT DEFAULT 'unknown' NOT NULL, 
	email TEXT, 
	email_confirmed BOOLEAN DEFAULT '0' NOT NULL, 
	note TEXT, 
	PRIMARY KEY (ref), 
	CONSTRAINT person_kind_word CHECK (kind = 'officer' OR kind = 'councillor' OR kind = 'partner' OR kind = 'public' OR kind = 'unknown'), 
	FOREIGN KEY(entry) REFERENCES journal (entry)
)
-- next
CREATE INDEX person_by_name ON person (name)
-- next
CREATE TABLE post (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	role TEXT DEFAULT 'other' NOT NULL, 
	body INTEGER, 
	note TEXT, 
	PRIMARY KEY (ref), 
	CONSTRAINT post_role_word CHECK (role = 'co_ordinator' OR role = 'lead_officer' OR role = 'cabinet_member' OR role = 'chair' OR role = 'proper_officer' OR role = 'clerk' OR role = 'director' OR role = 'other'), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(body) REFERENCES body (ref)
)
-- next
CREATE INDEX post_by_title ON post (title)
-- next
CREATE TABLE tenure (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	post INTEGER NOT NULL, 
	person INTEGER NOT NULL, 
	from_day DATE, 
	to_day DATE, 
	deputy BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (ref), 
	CONSTRAINT tenure_order CHECK (from_day IS NULL OR to_day IS NULL OR from_day <= to_day), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(post) REFERENCES post (ref), 
	FOREIGN KEY(person) REFERENCES person (ref)
)
-- next
CREATE INDEX tenure_of_person ON tenure (person)
-- next
CREATE INDEX tenure_of_post ON tenure (post)
-- next
CREATE TABLE topic (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	title TEXT NOT NULL, 
	body INTEGER, 
	note TEXT, 
	report INTEGER, 
	status TEXT DEFAULT 'open' NOT NULL, 
	PRIMARY KEY (ref), 
	CONSTRAINT topic_status_word CHECK (status = 'open' OR status = 'promoted' OR status = 'dropped'), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(body) REFERENCES body (ref)
)
-- next
CREATE INDEX topic_of_body ON topic (body)
-- next
CREATE TABLE document (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	path TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	council TEXT, 
	body TEXT, 
	day DATE, 
	reading TEXT NOT NULL, 
	PRIMARY KEY (ref), 
	CONSTRAINT document_seal CHECK (length(sha256) = 64), 
	FOREIGN KEY(entry) REFERENCES journal (entry)
)
-- next
CREATE UNIQUE INDEX document_by_sha256 ON document (sha256)
-- next
CREATE TABLE suggestion (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	document INTEGER, 
	report INTEGER, 
	kind TEXT NOT NULL, 
	words TEXT NOT NULL, 
	quote TEXT, 
	other TEXT NOT NULL, 
	answer TEXT, 
	answered_by TEXT, 
	answered_on DATE, 
	PRIMARY KEY (ref), 
	CONSTRAINT suggestion_answer_word CHECK (answer = 'yes' OR answer = 'no'), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(document) REFERENCES document (ref)
)
-- next
CREATE INDEX suggestion_of ON suggestion (document)
-- next
CREATE TABLE warning (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	document INTEGER, 
	report INTEGER, 
	code TEXT NOT NULL, 
	message TEXT NOT NULL, 
	quote TEXT, 
	settled TEXT, 
	PRIMARY KEY (ref), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(document) REFERENCES document (ref)
)
-- next
CREATE INDEX warning_of ON warning (document)
-- next
CREATE TABLE rules (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	from_day DATE NOT NULL, 
	values TEXT NOT NULL, 
	PRIMARY KEY (ref), 
	FOREIGN KEY(entry) REFERENCES journal (entry)
)
-- next
CREATE INDEX rules_from ON rules (from_day)
-- next
CREATE TABLE report (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	at TEXT NOT NULL, 
	state TEXT, 
	title TEXT NOT NULL, 
	body TEXT, 
	body_ref INTEGER, 
	reference TEXT, 
	topic TEXT, 
	lead_officer TEXT, 
	portfolio TEXT, 
	key BOOLEAN, 
	exempt BOOLEAN DEFAULT '0' NOT NULL, 
	consultation_required BOOLEAN, 
	origin TEXT, 
	referring_member TEXT, 
	next_due DATE, 
	first_on DATE, 
	last_on DATE, 
	exact BOOLEAN DEFAULT '1' NOT NULL, 
	folded TEXT NOT NULL, 
	PRIMARY KEY (ref), 
	CONSTRAINT report_state_word CHECK (state = 'drafted' OR state = 'consulted' OR state = 'scrutinised' OR state = 'recommended' OR state = 'cabinet_decided' OR state = 'updated' OR state = 'called_in' OR state = 'closed' OR state = 'withdrawn'), 
	CONSTRAINT report_at_instant CHECK (at LIKE '____-__-__T__:__:__.______Z'), 
	CONSTRAINT report_positive CHECK (ref > 0 AND version > 0 AND entry > 0)
)
-- next
CREATE INDEX report_in_state ON report (state, ref)
-- next
CREATE INDEX report_last_on ON report (last_on, ref)
-- next
CREATE INDEX report_next_due ON report (next_due, ref)
-- next
CREATE INDEX report_of_body ON report (body, ref)
-- next
CREATE INDEX report_of_officer ON report (lead_officer, ref)
-- next
CREATE INDEX report_of_portfolio ON report (portfolio, ref)
-- next
CREATE INDEX report_reference ON report (reference) WHERE reference IS NOT NULL
-- next
CREATE INDEX report_title ON report (lower(substr(title, 1, 100)), ref)
-- next
CREATE TABLE recommendation (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	text TEXT NOT NULL, 
	text_agreed TEXT, 
	words TEXT NOT NULL, 
	from_body TEXT NOT NULL, 
	to_body TEXT NOT NULL, 
	on_first DATE, 
	on_last DATE, 
	received_on DATE, 
	notice_given_on DATE, 
	response TEXT NOT NULL, 
	responded_on DATE, 
	answers TEXT NOT NULL, 
	implementation TEXT NOT NULL, 
	sign_off TEXT NOT NULL, 
	signed_on DATE, 
	sign_minute TEXT, 
	proposal BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (report, number), 
	CONSTRAINT recommendation_response_word CHECK (response = 'awaiting' OR response = 'accepted' OR response = 'accepted_in_part' OR response = 'rejected' OR response = 'deferred'), 
	CONSTRAINT recommendation_implementation_word CHECK (implementation = 'not_started' OR implementation = 'on_track' OR implementation = 'slipping' OR implementation = 'complete' OR implementation = 'paused' OR implementation = 'not_feasible' OR implementation = 'superseded'), 
	CONSTRAINT recommendation_sign_off_word CHECK (sign_off = 'none' OR sign_off = 'keep_watching' OR sign_off = 'discharged'), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE TABLE consultation (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	opens DATE, 
	closes DATE, 
	outcome TEXT, 
	"over" BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (report, number), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE TABLE agenda_item (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	meeting INTEGER, 
	meeting_body TEXT, 
	meeting_body_kind TEXT, 
	meeting_status TEXT, 
	on_first DATE, 
	on_last DATE, 
	item_number TEXT, 
	minute TEXT, 
	to_follow BOOLEAN DEFAULT '0' NOT NULL, 
	agenda_published_on DATE, 
	outcome TEXT, 
	PRIMARY KEY (report, number), 
	CONSTRAINT agenda_item_meeting_status_word CHECK (meeting_status = 'scheduled' OR meeting_status = 'cancelled' OR meeting_status = 'adjourned' OR meeting_status = 'held'), 
	CONSTRAINT agenda_item_meeting_body_kind_word CHECK (meeting_body_kind = 'scrutiny' OR meeting_body_kind = 'task_group' OR meeting_body_kind = 'joint_scrutiny' OR meeting_body_kind = 'executive' OR meeting_body_kind = 'council' OR meeting_body_kind = 'area' OR meeting_body_kind = 'regulatory' OR meeting_body_kind = 'advisory' OR meeting_body_kind = 'officer' OR meeting_body_kind = 'partner'), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE INDEX agenda_item_of_meeting ON agenda_item (meeting, report)
-- next
CREATE INDEX agenda_item_of_minute ON agenda_item (minute)
-- next
CREATE TABLE decision (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	on_first DATE, 
	on_last DATE, 
	maker TEXT NOT NULL, 
	maker_kind TEXT NOT NULL, 
	decided TEXT NOT NULL, 
	key BOOLEAN, 
	callable BOOLEAN, 
	why_not_callable TEXT, 
	waived_by TEXT, 
	published_on DATE, 
	in_force_on DATE, 
	final BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (report, number), 
	CONSTRAINT decision_maker_kind_word CHECK (maker_kind = 'executive' OR maker_kind = 'cabinet_member' OR maker_kind = 'committee' OR maker_kind = 'council' OR maker_kind = 'officer'), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE TABLE call_in (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	decision BIGINT NOT NULL, 
	received_on DATE, 
	callers TEXT NOT NULL, 
	groups INTEGER, 
	grounds TEXT NOT NULL, 
	ruled TEXT, 
	ruled_by TEXT, 
	ruled_on DATE, 
	referred_back_by TEXT, 
	asked TEXT, 
	to_council BOOLEAN DEFAULT '0' NOT NULL, 
	to_council_first DATE, 
	to_council_last DATE, 
	reconsidered TEXT, 
	released_by TEXT, 
	outcome TEXT, 
	comments TEXT, 
	PRIMARY KEY (report, number), 
	CONSTRAINT call_in_ruled_word CHECK (ruled = 'valid' OR ruled = 'invalid'), 
	CONSTRAINT call_in_reconsidered_word CHECK (reconsidered = 'to_council' OR reconsidered = 'confirmed' OR reconsidered = 'amended' OR reconsidered = 'rescinded'), 
	CONSTRAINT call_in_outcome_word CHECK (outcome = 'no_comment' OR outcome = 'comments' OR outcome = 'withdrawn_by_callers' OR outcome = 'not_heard_in_time' OR outcome = 'overtaken'), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE TABLE follow_up (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	key TEXT NOT NULL, 
	clock TEXT NOT NULL, 
	entry BIGINT NOT NULL, 
	opened_on DATE NOT NULL, 
	start DATE, 
	due DATE, 
	agreed DATE, 
	owed_by DATE, 
	statute_by DATE, 
	in_force DATE, 
	note TEXT, 
	body TEXT, 
	owner TEXT, 
	recommendation INTEGER, 
	condition TEXT, 
	quote TEXT, 
	chase_on DATE, 
	quiet BOOLEAN DEFAULT '0' NOT NULL, 
	suspended BOOLEAN DEFAULT '0' NOT NULL, 
	paused BOOLEAN DEFAULT '0' NOT NULL, 
	paused_until DATE, 
	snoozed_until DATE, 
	changes TEXT NOT NULL, 
	ended TEXT, 
	ended_on DATE, 
	ended_entry INTEGER, 
	ended_why TEXT, 
	PRIMARY KEY (report, number), 
	CONSTRAINT follow_up_clock_word CHECK (clock = 'executive_response' OR clock = 'partner_response' OR clock = 'agenda_publication' OR clock = 'key_decision_notice' OR clock = 'general_exception' OR clock = 'private_meeting_notice' OR clock = 'private_meeting_further_notice' OR clock = 'report_deadline' OR clock = 'call_in_window' OR clock = 'call_in_hearing' OR clock = 'reconsideration' OR clock = 'awaiting_publication' OR clock = 'consultation_close' OR clock = 'action_due' OR clock = 'update_due' OR clock = 'promise'), 
	CONSTRAINT follow_up_ended_word CHECK (ended = 'kept' OR ended = 'overtaken' OR ended = 'dropped' OR ended = 'lapsed'), 
	CONSTRAINT follow_up_owed_is_open CHECK (owed_by IS NULL OR ended IS NULL), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE INDEX follow_up_owed ON follow_up (owed_by, report, number) WHERE owed_by IS NOT NULL
-- next
CREATE INDEX follow_up_statute ON follow_up (statute_by) WHERE statute_by IS NOT NULL
-- next
CREATE INDEX follow_up_undated ON follow_up (report, number) WHERE ended IS NULL AND due IS NULL AND agreed IS NULL
-- next
CREATE INDEX follow_up_waiting ON follow_up (report, number) WHERE ended IS NULL AND owed_by IS NULL
-- next
CREATE INDEX follow_up_windows ON follow_up (due) WHERE clock = 'call_in_window' AND ended IS NULL
-- next
CREATE TABLE gap (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	says TEXT NOT NULL, 
	settled TEXT, 
	PRIMARY KEY (report, number), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE INDEX gap_open ON gap (report) WHERE settled IS NULL
-- next
CREATE TABLE irregularity (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	name TEXT NOT NULL, 
	says TEXT NOT NULL, 
	why TEXT, 
	settled TEXT, 
	PRIMARY KEY (report, number), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE INDEX irregularity_open ON irregularity (report) WHERE settled IS NULL
-- next
CREATE TABLE link (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	minute TEXT, 
	body TEXT, 
	earlier INTEGER, 
	quote TEXT, 
	path TEXT, 
	PRIMARY KEY (report, number), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE INDEX link_of_minute ON link (minute, body)
-- next
CREATE INDEX link_to ON link (earlier)
-- next
CREATE TABLE source (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	path TEXT NOT NULL, 
	quote TEXT NOT NULL, 
	about TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	PRIMARY KEY (report, number), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE INDEX source_of_paper ON source (sha256, report)
-- next
CREATE TABLE reached (
	report INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
	move TEXT NOT NULL, 
	state TEXT NOT NULL, 
	on_first DATE, 
	on_last DATE, 
	took_place DATE NOT NULL, 
	PRIMARY KEY (report, number), 
	CONSTRAINT reached_state_word CHECK (state = 'drafted' OR state = 'consulted' OR state = 'scrutinised' OR state = 'recommended' OR state = 'cabinet_decided' OR state = 'updated' OR state = 'called_in' OR state = 'closed' OR state = 'withdrawn'), 
	FOREIGN KEY(report) REFERENCES report (ref)
)
-- next
CREATE FUNCTION matters_journal_next() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  SELECT entry, at, hash INTO last FROM journal ORDER BY entry DESC LIMIT 1;
  IF NEW.entry IS DISTINCT FROM coalesce(last.entry, 0) + 1
    OR NEW.prev IS DISTINCT FROM coalesce(last.hash, '0000000000000000000000000000000000000000000000000000000000000000')
    OR NEW.at <= coalesce(last.at, '') THEN
    RAISE EXCEPTION 'an entry of the journal follows the last one: its number, its instant and its seal do not' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$
-- next
CREATE FUNCTION matters_journal_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  IF NEW.entry IS DISTINCT FROM OLD.entry OR NEW.at IS DISTINCT FROM OLD.at OR NEW.who IS DISTINCT FROM OLD.who OR NEW.record IS DISTINCT FROM OLD.record OR NEW.act IS DISTINCT FROM OLD.act OR NEW.move IS DISTINCT FROM OLD.move OR NEW.from_state IS DISTINCT FROM OLD.from_state OR NEW.to_state IS DISTINCT FROM OLD.to_state OR NEW.on_first IS DISTINCT FROM OLD.on_first OR NEW.on_last IS DISTINCT FROM OLD.on_last OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.prev IS DISTINCT FROM OLD.prev OR NEW.hash IS DISTINCT FROM OLD.hash
    OR NEW.salt <> '' OR NOT EXISTS (SELECT 1 FROM redaction WHERE redacted = OLD.entry
    AND digest = encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex')) THEN
    RAISE EXCEPTION 'the journal is only ever added to: correct an entry by a new one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$
-- next
CREATE FUNCTION matters_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  RAISE EXCEPTION 'the journal is only ever added to: correct an entry by a new one' USING ERRCODE = 'check_violation';
  RETURN NEW;
END $$
-- next
CREATE FUNCTION matters_never() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  RAISE EXCEPTION 'nothing is erased: correct the record by a new entry' USING ERRCODE = 'check_violation';
  RETURN NEW;
END $$
-- next
CREATE FUNCTION matters_new() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = TG_ARGV[0] || NEW.ref) THEN
    RAISE EXCEPTION 'edited behind the journal''s back: write through matters, which journals every change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$
-- next
CREATE FUNCTION matters_told() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  IF NEW.ref <> OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
    OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = TG_ARGV[0] || NEW.ref) THEN
    RAISE EXCEPTION 'edited behind the journal''s back: write through matters, which journals every change' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$
-- next
CREATE TRIGGER journal_next BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION matters_journal_next()
-- next
CREATE TRIGGER journal_sealed BEFORE UPDATE ON journal FOR EACH ROW EXECUTE FUNCTION matters_journal_sealed()
-- next
CREATE TRIGGER journal_kept BEFORE DELETE ON journal FOR EACH ROW EXECUTE FUNCTION matters_kept()
-- next
CREATE TRIGGER redaction_kept BEFORE UPDATE OR DELETE ON redaction FOR EACH ROW EXECUTE FUNCTION matters_kept()
-- next
CREATE TRIGGER report_new BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION matters_new('R')
-- next
CREATE TRIGGER report_told BEFORE UPDATE ON report FOR EACH ROW EXECUTE FUNCTION matters_told('R')
-- next
CREATE TRIGGER report_kept BEFORE DELETE ON report FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER body_new BEFORE INSERT ON body FOR EACH ROW EXECUTE FUNCTION matters_new('B')
-- next
CREATE TRIGGER body_told BEFORE UPDATE ON body FOR EACH ROW EXECUTE FUNCTION matters_told('B')
-- next
CREATE TRIGGER body_kept BEFORE DELETE ON body FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER body_name_new BEFORE INSERT ON body_name FOR EACH ROW EXECUTE FUNCTION matters_new('N')
-- next
CREATE TRIGGER body_name_told BEFORE UPDATE ON body_name FOR EACH ROW EXECUTE FUNCTION matters_told('N')
-- next
CREATE TRIGGER body_name_kept BEFORE DELETE ON body_name FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER meeting_new BEFORE INSERT ON meeting FOR EACH ROW EXECUTE FUNCTION matters_new('M')
-- next
CREATE TRIGGER meeting_told BEFORE UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION matters_told('M')
-- next
CREATE TRIGGER meeting_kept BEFORE DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER person_new BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION matters_new('P')
-- next
CREATE TRIGGER person_told BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION matters_told('P')
-- next
CREATE TRIGGER person_kept BEFORE DELETE ON person FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER post_new BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION matters_new('Q')
-- next
CREATE TRIGGER post_told BEFORE UPDATE ON post FOR EACH ROW EXECUTE FUNCTION matters_told('Q')
-- next
CREATE TRIGGER post_kept BEFORE DELETE ON post FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER tenure_new BEFORE INSERT ON tenure FOR EACH ROW EXECUTE FUNCTION matters_new('H')
-- next
CREATE TRIGGER tenure_told BEFORE UPDATE ON tenure FOR EACH ROW EXECUTE FUNCTION matters_told('H')
-- next
CREATE TRIGGER tenure_kept BEFORE DELETE ON tenure FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER topic_new BEFORE INSERT ON topic FOR EACH ROW EXECUTE FUNCTION matters_new('T')
-- next
CREATE TRIGGER topic_told BEFORE UPDATE ON topic FOR EACH ROW EXECUTE FUNCTION matters_told('T')
-- next
CREATE TRIGGER topic_kept BEFORE DELETE ON topic FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER document_new BEFORE INSERT ON document FOR EACH ROW EXECUTE FUNCTION matters_new('D')
-- next
CREATE TRIGGER document_told BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION matters_told('D')
-- next
CREATE TRIGGER document_kept BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER suggestion_new BEFORE INSERT ON suggestion FOR EACH ROW EXECUTE FUNCTION matters_new('S')
-- next
CREATE TRIGGER suggestion_told BEFORE UPDATE ON suggestion FOR EACH ROW EXECUTE FUNCTION matters_told('S')
-- next
CREATE TRIGGER suggestion_kept BEFORE DELETE ON suggestion FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER warning_new BEFORE INSERT ON warning FOR EACH ROW EXECUTE FUNCTION matters_new('W')
-- next
CREATE TRIGGER warning_told BEFORE UPDATE ON warning FOR EACH ROW EXECUTE FUNCTION matters_told('W')
-- next
CREATE TRIGGER warning_kept BEFORE DELETE ON warning FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE TRIGGER rules_new BEFORE INSERT ON rules FOR EACH ROW EXECUTE FUNCTION matters_new('C')
-- next
CREATE TRIGGER rules_told BEFORE UPDATE ON rules FOR EACH ROW EXECUTE FUNCTION matters_told('C')
-- next
CREATE TRIGGER rules_kept BEFORE DELETE ON rules FOR EACH ROW EXECUTE FUNCTION matters_never()
-- next
CREATE INDEX words_of_report ON report USING gin (to_tsvector('simple', title))
-- next
CREATE INDEX words_of_recommendation ON recommendation USING gin (to_tsvector('simple', words))
-- next
CREATE INDEX words_of_follow_up ON follow_up USING gin (to_tsvector('simple', coalesce(quote, '') || ' ' || coalesce(condition, '')))
-- next
CREATE INDEX words_of_source ON source USING gin (to_tsvector('simple', quote))
-- next
CREATE INDEX words_of_link ON link USING gin (to_tsvector('simple', coalesce(quote, '')))
-- next
CREATE VIEW board AS
SELECT 'R' || ref AS report, title, state, body, portfolio, lead_officer, reference, "key", exempt, next_due, last_on
FROM report
WHERE state IS NOT NULL
-- next
CREATE VIEW follow_ups AS
SELECT 'R' || f.report AS report, r.title, f.number, f.clock, f.body, f.owner, f.start, f.due, f.agreed,
       f.owed_by, coalesce(f.statute_by, CASE WHEN f.due = f.owed_by THEN f.due END) AS statute_by,
       f.recommendation, f.condition, f.quote, r.exempt, f.paused, f.suspended,
       f.chase_on, f.opened_on, f.ended, f.ended_on
FROM follow_up AS f JOIN report AS r ON r.ref = f.report
-- next
CREATE VIEW overdue_follow_ups AS
SELECT 'R' || f.report AS report, r.title, f.number, f.clock, f.body, f.owner, f.due, f.agreed, f.owed_by,
       CURRENT_DATE - f.owed_by AS days_late, f.recommendation, r.exempt
FROM follow_up AS f JOIN report AS r ON r.ref = f.report
WHERE f.owed_by < CURRENT_DATE

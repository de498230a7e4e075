CREATE TABLE body_before AS SELECT * FROM body
-- next
DROP TABLE body
-- next
CREATE TABLE body (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT, 
	scrutiny BOOLEAN DEFAULT '0' NOT NULL, 
	health BOOLEAN DEFAULT '0' NOT NULL, 
	succeeded_by INTEGER, 
	note TEXT, 
	gone BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (ref), 
	CONSTRAINT body_kind_word CHECK (kind = 'scrutiny' OR kind = 'task_group' OR kind = 'joint_scrutiny' OR kind = 'executive' OR kind = 'council' OR kind = 'area' OR kind = 'regulatory' OR kind = 'advisory' OR kind = 'officer' OR kind = 'partner'), 
	CONSTRAINT body_named CHECK (name <> ''), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	CONSTRAINT body_version_form CHECK (typeof(version) IN ('integer')), 
	CONSTRAINT body_entry_form CHECK (typeof(entry) IN ('integer')), 
	CONSTRAINT body_scrutiny_form CHECK (scrutiny IN (0, 1)), 
	CONSTRAINT body_health_form CHECK (health IN (0, 1)), 
	CONSTRAINT body_succeeded_by_form CHECK (typeof(succeeded_by) IN ('integer', 'null')), 
	CONSTRAINT body_gone_form CHECK (gone IN (0, 1))
)
-- next
INSERT INTO body (ref, version, entry, name, kind, scrutiny, health, succeeded_by, note) SELECT ref, version, entry, name, kind, scrutiny, health, succeeded_by, note FROM body_before
-- next
DROP TABLE body_before
-- next
CREATE INDEX body_by_name ON body (name)
-- next
CREATE TRIGGER body_new BEFORE INSERT ON body
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'B' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER body_told BEFORE UPDATE ON body
WHEN NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
  OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'B' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER body_kept BEFORE DELETE ON body
WHEN true
BEGIN
  SELECT RAISE(ABORT, 'nothing is erased: correct the record by a new entry');
END
-- next
CREATE TABLE meeting_before AS SELECT * FROM meeting
-- next
DROP TABLE meeting
-- next
CREATE TABLE meeting (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
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
	gone BOOLEAN DEFAULT '0' NOT NULL, 
	PRIMARY KEY (ref), 
	CONSTRAINT meeting_status_word CHECK (status = 'scheduled' OR status = 'cancelled' OR status = 'adjourned' OR status = 'held'), 
	CONSTRAINT meeting_minutes_word CHECK (minutes = 'none' OR minutes = 'draft' OR minutes = 'confirmed' OR minutes = 'corrected'), 
	CONSTRAINT meeting_order CHECK (day IS NULL OR day_last IS NULL OR day <= day_last), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(body) REFERENCES body (ref), 
	CONSTRAINT meeting_version_form CHECK (typeof(version) IN ('integer')), 
	CONSTRAINT meeting_entry_form CHECK (typeof(entry) IN ('integer')), 
	CONSTRAINT meeting_body_form CHECK (typeof(body) IN ('integer', 'null')), 
	CONSTRAINT meeting_day_form CHECK (day IS date(day, '+0 days')), 
	CONSTRAINT meeting_day_last_form CHECK (day_last IS date(day_last, '+0 days')), 
	CONSTRAINT meeting_moved_from_form CHECK (moved_from IS date(moved_from, '+0 days')), 
	CONSTRAINT meeting_gone_form CHECK (gone IN (0, 1))
)
-- next
INSERT INTO meeting (ref, version, entry, body, day, day_last, time, venue, status, moved_from, minutes, reference, note) SELECT ref, version, entry, body, day, day_last, time, venue, status, moved_from, minutes, reference, note FROM meeting_before
-- next
DROP TABLE meeting_before
-- next
CREATE INDEX meeting_of_body ON meeting (body, day)
-- next
CREATE INDEX meeting_on ON meeting (day)
-- next
CREATE TRIGGER meeting_new BEFORE INSERT ON meeting
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'M' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER meeting_told BEFORE UPDATE ON meeting
WHEN NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
  OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'M' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER meeting_kept BEFORE DELETE ON meeting
WHEN true
BEGIN
  SELECT RAISE(ABORT, 'nothing is erased: correct the record by a new entry');
END
-- next
CREATE TABLE document_before AS SELECT * FROM document
-- next
DROP TABLE document
-- next
CREATE TABLE document (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	council TEXT, 
	body TEXT, 
	day DATE, 
	reading TEXT NOT NULL, 
	gone TEXT, 
	PRIMARY KEY (ref), 
	CONSTRAINT document_seal CHECK (length(sha256) = 64), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	CONSTRAINT document_version_form CHECK (typeof(version) IN ('integer')), 
	CONSTRAINT document_entry_form CHECK (typeof(entry) IN ('integer')), 
	CONSTRAINT document_day_form CHECK (day IS date(day, '+0 days')), 
	CONSTRAINT document_reading_form CHECK (substr("reading", 1, 1) IN ('{', '['))
)
-- next
INSERT INTO document (ref, version, entry, path, sha256, kind, council, body, day, reading) SELECT ref, version, entry, path, sha256, kind, council, body, day, reading FROM document_before
-- next
DROP TABLE document_before
-- next
CREATE UNIQUE INDEX document_by_sha256 ON document (sha256)
-- next
CREATE TRIGGER document_new BEFORE INSERT ON document
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'D' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER document_told BEFORE UPDATE ON document
WHEN NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
  OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'D' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER document_kept BEFORE DELETE ON document
WHEN true
BEGIN
  SELECT RAISE(ABORT, 'nothing is erased: correct the record by a new entry');
END
-- next
CREATE TABLE warning_before AS SELECT * FROM warning
-- next
DROP TABLE warning
-- next
CREATE TABLE warning (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	document INTEGER, 
	report INTEGER, 
	code TEXT NOT NULL, 
	message TEXT NOT NULL, 
	quote TEXT, 
	settled TEXT, 
	fact TEXT, 
	choices TEXT, 
	taken INTEGER, 
	PRIMARY KEY (ref), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(document) REFERENCES document (ref), 
	CONSTRAINT warning_version_form CHECK (typeof(version) IN ('integer')), 
	CONSTRAINT warning_entry_form CHECK (typeof(entry) IN ('integer')), 
	CONSTRAINT warning_document_form CHECK (typeof(document) IN ('integer', 'null')), 
	CONSTRAINT warning_report_form CHECK (typeof(report) IN ('integer', 'null')), 
	CONSTRAINT warning_taken_form CHECK (typeof(taken) IN ('integer', 'null'))
)
-- next
INSERT INTO warning (ref, version, entry, document, report, code, message, quote, settled) SELECT ref, version, entry, document, report, code, message, quote, settled FROM warning_before
-- next
DROP TABLE warning_before
-- next
CREATE INDEX warning_about ON warning (report)
-- next
CREATE INDEX warning_of ON warning (document)
-- next
CREATE TRIGGER warning_new BEFORE INSERT ON warning
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'W' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER warning_told BEFORE UPDATE ON warning
WHEN NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
  OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'W' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER warning_kept BEFORE DELETE ON warning
WHEN true
BEGIN
  SELECT RAISE(ABORT, 'nothing is erased: correct the record by a new entry');
END
-- next
CREATE TABLE finding (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry INTEGER NOT NULL, 
	document INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	report INTEGER, 
	meeting INTEGER, 
	title TEXT, 
	reference TEXT, 
	body TEXT, 
	day DATE, 
	minute TEXT, 
	gone TEXT, 
	PRIMARY KEY (ref), 
	CONSTRAINT finding_kind_word CHECK (kind = 'item' OR kind = 'meeting'), 
	FOREIGN KEY(entry) REFERENCES journal (entry), 
	FOREIGN KEY(document) REFERENCES document (ref), 
	CONSTRAINT finding_version_form CHECK (typeof(version) IN ('integer')), 
	CONSTRAINT finding_entry_form CHECK (typeof(entry) IN ('integer')), 
	CONSTRAINT finding_document_form CHECK (typeof(document) IN ('integer')), 
	CONSTRAINT finding_place_form CHECK (typeof(place) IN ('integer')), 
	CONSTRAINT finding_report_form CHECK (typeof(report) IN ('integer', 'null')), 
	CONSTRAINT finding_meeting_form CHECK (typeof(meeting) IN ('integer', 'null')), 
	CONSTRAINT finding_day_form CHECK (day IS date(day, '+0 days'))
)
-- next
CREATE INDEX finding_by_minute ON finding (minute, body)
-- next
CREATE INDEX finding_by_reference ON finding (reference)
-- next
CREATE INDEX finding_by_title ON finding (title)
-- next
CREATE UNIQUE INDEX finding_of ON finding (document, kind, place)
-- next
CREATE INDEX finding_of_meeting ON finding (meeting)
-- next
CREATE INDEX finding_of_report ON finding (report)
-- next
CREATE TRIGGER finding_new BEFORE INSERT ON finding
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'F' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER finding_told BEFORE UPDATE ON finding
WHEN NEW.ref IS NOT OLD.ref OR NEW.entry <= OLD.entry OR NEW.version <> OLD.version + 1
  OR NOT EXISTS (SELECT 1 FROM journal WHERE entry = NEW.entry AND record = 'F' || NEW.ref)
BEGIN
  SELECT RAISE(ABORT, 'edited behind the journal''s back: write through matters, which journals every change');
END
-- next
CREATE TRIGGER finding_kept BEFORE DELETE ON finding
WHEN true
BEGIN
  SELECT RAISE(ABORT, 'nothing is erased: correct the record by a new entry');
END

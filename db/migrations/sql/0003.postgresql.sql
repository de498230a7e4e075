ALTER TABLE body ADD COLUMN gone BOOLEAN DEFAULT '0' NOT NULL
-- next
ALTER TABLE meeting ADD COLUMN gone BOOLEAN DEFAULT '0' NOT NULL
-- next
ALTER TABLE document ADD COLUMN gone TEXT
-- next
ALTER TABLE warning ADD COLUMN fact TEXT
-- next
ALTER TABLE warning ADD COLUMN choices TEXT
-- next
ALTER TABLE warning ADD COLUMN taken INTEGER
-- next
CREATE INDEX warning_about ON warning (report)
-- next
CREATE TABLE finding (
	ref INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	entry BIGINT NOT NULL, 
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
	FOREIGN KEY(document) REFERENCES document (ref)
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
CREATE TRIGGER finding_new BEFORE INSERT ON finding FOR EACH ROW EXECUTE FUNCTION matters_new('F')
-- next
CREATE TRIGGER finding_told BEFORE UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION matters_told('F')
-- next
CREATE TRIGGER finding_kept BEFORE DELETE ON finding FOR EACH ROW EXECUTE FUNCTION matters_never()

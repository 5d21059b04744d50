-- Sittings of the exam, with what the score report says of each domain. A study for another sitting carries those before it.

CREATE TABLE sitting (
  study_id TEXT NOT NULL REFERENCES study (id),
  id       TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  day      TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1900-01-01' AND '2200-12-31'),
  passed   INTEGER NOT NULL CHECK (passed IN (0, 1)),
  note     TEXT NOT NULL CHECK (length(note) <= 10000),
  PRIMARY KEY (study_id, id)
) STRICT;

CREATE TABLE sitting_result (
  study_id    TEXT NOT NULL,
  sitting_id  TEXT NOT NULL,
  domain      TEXT NOT NULL CHECK (length(domain) <= 200),
  position    INTEGER NOT NULL CHECK (position BETWEEN 0 AND 199),
  band        TEXT NOT NULL CHECK (band IN ('', 'above', 'near', 'below')), -- '' where a percentage is given
  percent     REAL NOT NULL CHECK (percent BETWEEN 0 AND 100),
  has_percent INTEGER NOT NULL CHECK (has_percent IN (0, 1)),
  PRIMARY KEY (study_id, sitting_id, domain),
  FOREIGN KEY (study_id, sitting_id) REFERENCES sitting (study_id, id)
) STRICT;

CREATE TRIGGER undo_sitting_insert AFTER INSERT ON sitting BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'sitting',
    NULL,
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'passed', NEW.passed, 'note', NEW.note)
  FROM undo_recording;
END;

CREATE TRIGGER undo_sitting_update AFTER UPDATE ON sitting BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'sitting',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'passed', OLD.passed, 'note', OLD.note),
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'passed', NEW.passed, 'note', NEW.note)
  FROM undo_recording;
END;

CREATE TRIGGER undo_sitting_delete AFTER DELETE ON sitting BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'sitting',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'passed', OLD.passed, 'note', OLD.note),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_sitting_result_insert AFTER INSERT ON sitting_result BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'sitting_result',
    NULL,
    json_object('study_id', NEW.study_id, 'sitting_id', NEW.sitting_id, 'domain', NEW.domain, 'position', NEW.position, 'band', NEW.band, 'percent', NEW.percent, 'has_percent', NEW.has_percent)
  FROM undo_recording;
END;

CREATE TRIGGER undo_sitting_result_update AFTER UPDATE ON sitting_result BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'sitting_result',
    json_object('study_id', OLD.study_id, 'sitting_id', OLD.sitting_id, 'domain', OLD.domain, 'position', OLD.position, 'band', OLD.band, 'percent', OLD.percent, 'has_percent', OLD.has_percent),
    json_object('study_id', NEW.study_id, 'sitting_id', NEW.sitting_id, 'domain', NEW.domain, 'position', NEW.position, 'band', NEW.band, 'percent', NEW.percent, 'has_percent', NEW.has_percent)
  FROM undo_recording;
END;

CREATE TRIGGER undo_sitting_result_delete AFTER DELETE ON sitting_result BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'sitting_result',
    json_object('study_id', OLD.study_id, 'sitting_id', OLD.sitting_id, 'domain', OLD.domain, 'position', OLD.position, 'band', OLD.band, 'percent', OLD.percent, 'has_percent', OLD.has_percent),
    NULL
  FROM undo_recording;
END;

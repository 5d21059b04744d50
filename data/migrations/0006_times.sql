-- When a person likes to begin on each weekday, and with a mock: minutes after midnight, -1 where nothing was said. The undo triggers of
-- the table come with them.

ALTER TABLE study ADD COLUMN mon_start INTEGER NOT NULL DEFAULT -1 CHECK (mon_start BETWEEN -1 AND 1439);
ALTER TABLE study ADD COLUMN tue_start INTEGER NOT NULL DEFAULT -1 CHECK (tue_start BETWEEN -1 AND 1439);
ALTER TABLE study ADD COLUMN wed_start INTEGER NOT NULL DEFAULT -1 CHECK (wed_start BETWEEN -1 AND 1439);
ALTER TABLE study ADD COLUMN thu_start INTEGER NOT NULL DEFAULT -1 CHECK (thu_start BETWEEN -1 AND 1439);
ALTER TABLE study ADD COLUMN fri_start INTEGER NOT NULL DEFAULT -1 CHECK (fri_start BETWEEN -1 AND 1439);
ALTER TABLE study ADD COLUMN sat_start INTEGER NOT NULL DEFAULT -1 CHECK (sat_start BETWEEN -1 AND 1439);
ALTER TABLE study ADD COLUMN sun_start INTEGER NOT NULL DEFAULT -1 CHECK (sun_start BETWEEN -1 AND 1439);
ALTER TABLE study ADD COLUMN mock_start INTEGER NOT NULL DEFAULT -1 CHECK (mock_start BETWEEN -1 AND 1439);

DROP TRIGGER undo_study_insert;
CREATE TRIGGER undo_study_insert AFTER INSERT ON study BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study',
    NULL,
    json_object('id', NEW.id, 'number', NEW.number, 'name', NEW.name, 'exam_id', NEW.exam_id, 'exam_code', NEW.exam_code,
      'exam_day', NEW.exam_day, 'start_day', NEW.start_day, 'sample', NEW.sample, 'questions', NEW.questions,
      'exam_minutes', NEW.exam_minutes, 'mon', NEW.mon, 'tue', NEW.tue, 'wed', NEW.wed, 'thu', NEW.thu,
      'fri', NEW.fri, 'sat', NEW.sat, 'sun', NEW.sun, 'session_minutes', NEW.session_minutes,
      'hours_reference', NEW.hours_reference, 'content_share', NEW.content_share, 'target', NEW.target,
      'buffer', NEW.buffer, 'mock_minutes', NEW.mock_minutes, 'mocks_wanted', NEW.mocks_wanted,
      'pass_line', NEW.pass_line, 'scaled_pass_mark', NEW.scaled_pass_mark, 'created_at', NEW.created_at, 'steadiness', NEW.steadiness,
      'mon_start', NEW.mon_start, 'tue_start', NEW.tue_start, 'wed_start', NEW.wed_start, 'thu_start', NEW.thu_start,
      'fri_start', NEW.fri_start, 'sat_start', NEW.sat_start, 'sun_start', NEW.sun_start, 'mock_start', NEW.mock_start)
  FROM undo_recording;
END;

DROP TRIGGER undo_study_update;
CREATE TRIGGER undo_study_update AFTER UPDATE ON study BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study',
    json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'exam_id', OLD.exam_id, 'exam_code', OLD.exam_code,
      'exam_day', OLD.exam_day, 'start_day', OLD.start_day, 'sample', OLD.sample, 'questions', OLD.questions,
      'exam_minutes', OLD.exam_minutes, 'mon', OLD.mon, 'tue', OLD.tue, 'wed', OLD.wed, 'thu', OLD.thu,
      'fri', OLD.fri, 'sat', OLD.sat, 'sun', OLD.sun, 'session_minutes', OLD.session_minutes,
      'hours_reference', OLD.hours_reference, 'content_share', OLD.content_share, 'target', OLD.target,
      'buffer', OLD.buffer, 'mock_minutes', OLD.mock_minutes, 'mocks_wanted', OLD.mocks_wanted,
      'pass_line', OLD.pass_line, 'scaled_pass_mark', OLD.scaled_pass_mark, 'created_at', OLD.created_at, 'steadiness', OLD.steadiness,
      'mon_start', OLD.mon_start, 'tue_start', OLD.tue_start, 'wed_start', OLD.wed_start, 'thu_start', OLD.thu_start,
      'fri_start', OLD.fri_start, 'sat_start', OLD.sat_start, 'sun_start', OLD.sun_start, 'mock_start', OLD.mock_start),
    json_object('id', NEW.id, 'number', NEW.number, 'name', NEW.name, 'exam_id', NEW.exam_id, 'exam_code', NEW.exam_code,
      'exam_day', NEW.exam_day, 'start_day', NEW.start_day, 'sample', NEW.sample, 'questions', NEW.questions,
      'exam_minutes', NEW.exam_minutes, 'mon', NEW.mon, 'tue', NEW.tue, 'wed', NEW.wed, 'thu', NEW.thu,
      'fri', NEW.fri, 'sat', NEW.sat, 'sun', NEW.sun, 'session_minutes', NEW.session_minutes,
      'hours_reference', NEW.hours_reference, 'content_share', NEW.content_share, 'target', NEW.target,
      'buffer', NEW.buffer, 'mock_minutes', NEW.mock_minutes, 'mocks_wanted', NEW.mocks_wanted,
      'pass_line', NEW.pass_line, 'scaled_pass_mark', NEW.scaled_pass_mark, 'created_at', NEW.created_at, 'steadiness', NEW.steadiness,
      'mon_start', NEW.mon_start, 'tue_start', NEW.tue_start, 'wed_start', NEW.wed_start, 'thu_start', NEW.thu_start,
      'fri_start', NEW.fri_start, 'sat_start', NEW.sat_start, 'sun_start', NEW.sun_start, 'mock_start', NEW.mock_start)
  FROM undo_recording;
END;

DROP TRIGGER undo_study_delete;
CREATE TRIGGER undo_study_delete AFTER DELETE ON study BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study',
    json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'exam_id', OLD.exam_id, 'exam_code', OLD.exam_code,
      'exam_day', OLD.exam_day, 'start_day', OLD.start_day, 'sample', OLD.sample, 'questions', OLD.questions,
      'exam_minutes', OLD.exam_minutes, 'mon', OLD.mon, 'tue', OLD.tue, 'wed', OLD.wed, 'thu', OLD.thu,
      'fri', OLD.fri, 'sat', OLD.sat, 'sun', OLD.sun, 'session_minutes', OLD.session_minutes,
      'hours_reference', OLD.hours_reference, 'content_share', OLD.content_share, 'target', OLD.target,
      'buffer', OLD.buffer, 'mock_minutes', OLD.mock_minutes, 'mocks_wanted', OLD.mocks_wanted,
      'pass_line', OLD.pass_line, 'scaled_pass_mark', OLD.scaled_pass_mark, 'created_at', OLD.created_at, 'steadiness', OLD.steadiness,
      'mon_start', OLD.mon_start, 'tue_start', OLD.tue_start, 'wed_start', OLD.wed_start, 'thu_start', OLD.thu_start,
      'fri_start', OLD.fri_start, 'sat_start', OLD.sat_start, 'sun_start', OLD.sun_start, 'mock_start', OLD.mock_start),
    NULL
  FROM undo_recording;
END;

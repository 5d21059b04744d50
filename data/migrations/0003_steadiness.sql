-- Ways out that leave a first pass out, and how steady a plan is kept: two columns, and the undo triggers of their tables with them.

ALTER TABLE study ADD COLUMN steadiness TEXT NOT NULL DEFAULT 'normal' CHECK (steadiness IN ('low', 'normal', 'high'));
ALTER TABLE study_domain ADD COLUMN skim INTEGER NOT NULL DEFAULT 0 CHECK (skim IN (0, 1)); -- 1: no first pass

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
      'pass_line', NEW.pass_line, 'scaled_pass_mark', NEW.scaled_pass_mark, 'created_at', NEW.created_at, 'steadiness', NEW.steadiness)
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
      'pass_line', OLD.pass_line, 'scaled_pass_mark', OLD.scaled_pass_mark, 'created_at', OLD.created_at, 'steadiness', OLD.steadiness),
    json_object('id', NEW.id, 'number', NEW.number, 'name', NEW.name, 'exam_id', NEW.exam_id, 'exam_code', NEW.exam_code,
      'exam_day', NEW.exam_day, 'start_day', NEW.start_day, 'sample', NEW.sample, 'questions', NEW.questions,
      'exam_minutes', NEW.exam_minutes, 'mon', NEW.mon, 'tue', NEW.tue, 'wed', NEW.wed, 'thu', NEW.thu,
      'fri', NEW.fri, 'sat', NEW.sat, 'sun', NEW.sun, 'session_minutes', NEW.session_minutes,
      'hours_reference', NEW.hours_reference, 'content_share', NEW.content_share, 'target', NEW.target,
      'buffer', NEW.buffer, 'mock_minutes', NEW.mock_minutes, 'mocks_wanted', NEW.mocks_wanted,
      'pass_line', NEW.pass_line, 'scaled_pass_mark', NEW.scaled_pass_mark, 'created_at', NEW.created_at, 'steadiness', NEW.steadiness)
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
      'pass_line', OLD.pass_line, 'scaled_pass_mark', OLD.scaled_pass_mark, 'created_at', OLD.created_at, 'steadiness', OLD.steadiness),
    NULL
  FROM undo_recording;
END;

DROP TRIGGER undo_study_domain_insert;
CREATE TRIGGER undo_study_domain_insert AFTER INSERT ON study_domain BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_domain',
    NULL,
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'position', NEW.position, 'name', NEW.name, 'weight', NEW.weight,
      'weight_min', NEW.weight_min, 'weight_max', NEW.weight_max, 'difficulty', NEW.difficulty,
      'rating', NEW.rating, 'mastery', NEW.mastery, 'has_mastery', NEW.has_mastery, 'skim', NEW.skim)
  FROM undo_recording;
END;

DROP TRIGGER undo_study_domain_update;
CREATE TRIGGER undo_study_domain_update AFTER UPDATE ON study_domain BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_domain',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'position', OLD.position, 'name', OLD.name, 'weight', OLD.weight,
      'weight_min', OLD.weight_min, 'weight_max', OLD.weight_max, 'difficulty', OLD.difficulty,
      'rating', OLD.rating, 'mastery', OLD.mastery, 'has_mastery', OLD.has_mastery, 'skim', OLD.skim),
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'position', NEW.position, 'name', NEW.name, 'weight', NEW.weight,
      'weight_min', NEW.weight_min, 'weight_max', NEW.weight_max, 'difficulty', NEW.difficulty,
      'rating', NEW.rating, 'mastery', NEW.mastery, 'has_mastery', NEW.has_mastery, 'skim', NEW.skim)
  FROM undo_recording;
END;

DROP TRIGGER undo_study_domain_delete;
CREATE TRIGGER undo_study_domain_delete AFTER DELETE ON study_domain BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_domain',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'position', OLD.position, 'name', OLD.name, 'weight', OLD.weight,
      'weight_min', OLD.weight_min, 'weight_max', OLD.weight_max, 'difficulty', OLD.difficulty,
      'rating', OLD.rating, 'mastery', OLD.mastery, 'has_mastery', OLD.has_mastery, 'skim', OLD.skim),
    NULL
  FROM undo_recording;
END;

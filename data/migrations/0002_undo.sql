-- Undo: every row an action touches is kept as it was before and as it is after.
--
-- While an action runs, undo_recording holds its number, and the triggers below write one undo_change for each row inserted,
-- updated or deleted; outside of an action (undoing, redoing) it is empty and they write nothing. The images are data, JSON
-- objects with a member for each column, never statements: a data file from elsewhere cannot make Milepost run anything.
-- A column added to one of these tables has to be added to its three triggers.

CREATE TABLE undo_action (
  id      INTEGER NOT NULL PRIMARY KEY, -- grows with time
  name    TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  at      TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%SZ', at)),
  undone  INTEGER NOT NULL CHECK (undone IN (0, 1)), -- 1: it can be done again
  changes INTEGER NOT NULL CHECK (changes >= 0) -- rows it touched
) STRICT;

CREATE TABLE undo_change (
  seq      INTEGER NOT NULL PRIMARY KEY, -- order in which rows were touched
  action   INTEGER NOT NULL REFERENCES undo_action (id) ON DELETE CASCADE,
  relation TEXT NOT NULL, -- name of the table
  before   TEXT, -- NULL: the row was inserted
  after    TEXT, -- NULL: the row was deleted
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE INDEX undo_change_by_action ON undo_change (action, seq);

CREATE TABLE undo_recording (
  slot   INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  action INTEGER NOT NULL REFERENCES undo_action (id) ON DELETE CASCADE
) STRICT;

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
      'pass_line', NEW.pass_line, 'scaled_pass_mark', NEW.scaled_pass_mark, 'created_at', NEW.created_at)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_update AFTER UPDATE ON study BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study',
    json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'exam_id', OLD.exam_id, 'exam_code', OLD.exam_code,
      'exam_day', OLD.exam_day, 'start_day', OLD.start_day, 'sample', OLD.sample, 'questions', OLD.questions,
      'exam_minutes', OLD.exam_minutes, 'mon', OLD.mon, 'tue', OLD.tue, 'wed', OLD.wed, 'thu', OLD.thu,
      'fri', OLD.fri, 'sat', OLD.sat, 'sun', OLD.sun, 'session_minutes', OLD.session_minutes,
      'hours_reference', OLD.hours_reference, 'content_share', OLD.content_share, 'target', OLD.target,
      'buffer', OLD.buffer, 'mock_minutes', OLD.mock_minutes, 'mocks_wanted', OLD.mocks_wanted,
      'pass_line', OLD.pass_line, 'scaled_pass_mark', OLD.scaled_pass_mark, 'created_at', OLD.created_at),
    json_object('id', NEW.id, 'number', NEW.number, 'name', NEW.name, 'exam_id', NEW.exam_id, 'exam_code', NEW.exam_code,
      'exam_day', NEW.exam_day, 'start_day', NEW.start_day, 'sample', NEW.sample, 'questions', NEW.questions,
      'exam_minutes', NEW.exam_minutes, 'mon', NEW.mon, 'tue', NEW.tue, 'wed', NEW.wed, 'thu', NEW.thu,
      'fri', NEW.fri, 'sat', NEW.sat, 'sun', NEW.sun, 'session_minutes', NEW.session_minutes,
      'hours_reference', NEW.hours_reference, 'content_share', NEW.content_share, 'target', NEW.target,
      'buffer', NEW.buffer, 'mock_minutes', NEW.mock_minutes, 'mocks_wanted', NEW.mocks_wanted,
      'pass_line', NEW.pass_line, 'scaled_pass_mark', NEW.scaled_pass_mark, 'created_at', NEW.created_at)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_delete AFTER DELETE ON study BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study',
    json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'exam_id', OLD.exam_id, 'exam_code', OLD.exam_code,
      'exam_day', OLD.exam_day, 'start_day', OLD.start_day, 'sample', OLD.sample, 'questions', OLD.questions,
      'exam_minutes', OLD.exam_minutes, 'mon', OLD.mon, 'tue', OLD.tue, 'wed', OLD.wed, 'thu', OLD.thu,
      'fri', OLD.fri, 'sat', OLD.sat, 'sun', OLD.sun, 'session_minutes', OLD.session_minutes,
      'hours_reference', OLD.hours_reference, 'content_share', OLD.content_share, 'target', OLD.target,
      'buffer', OLD.buffer, 'mock_minutes', OLD.mock_minutes, 'mocks_wanted', OLD.mocks_wanted,
      'pass_line', OLD.pass_line, 'scaled_pass_mark', OLD.scaled_pass_mark, 'created_at', OLD.created_at),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_domain_insert AFTER INSERT ON study_domain BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_domain',
    NULL,
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'position', NEW.position, 'name', NEW.name, 'weight', NEW.weight,
      'weight_min', NEW.weight_min, 'weight_max', NEW.weight_max, 'difficulty', NEW.difficulty,
      'rating', NEW.rating, 'mastery', NEW.mastery, 'has_mastery', NEW.has_mastery)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_domain_update AFTER UPDATE ON study_domain BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_domain',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'position', OLD.position, 'name', OLD.name, 'weight', OLD.weight,
      'weight_min', OLD.weight_min, 'weight_max', OLD.weight_max, 'difficulty', OLD.difficulty,
      'rating', OLD.rating, 'mastery', OLD.mastery, 'has_mastery', OLD.has_mastery),
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'position', NEW.position, 'name', NEW.name, 'weight', NEW.weight,
      'weight_min', NEW.weight_min, 'weight_max', NEW.weight_max, 'difficulty', NEW.difficulty,
      'rating', NEW.rating, 'mastery', NEW.mastery, 'has_mastery', NEW.has_mastery)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_domain_delete AFTER DELETE ON study_domain BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_domain',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'position', OLD.position, 'name', OLD.name, 'weight', OLD.weight,
      'weight_min', OLD.weight_min, 'weight_max', OLD.weight_max, 'difficulty', OLD.difficulty,
      'rating', OLD.rating, 'mastery', OLD.mastery, 'has_mastery', OLD.has_mastery),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_topic_insert AFTER INSERT ON study_topic BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_topic',
    NULL,
    json_object('study_id', NEW.study_id, 'domain_id', NEW.domain_id, 'position', NEW.position, 'name', NEW.name)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_topic_update AFTER UPDATE ON study_topic BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_topic',
    json_object('study_id', OLD.study_id, 'domain_id', OLD.domain_id, 'position', OLD.position, 'name', OLD.name),
    json_object('study_id', NEW.study_id, 'domain_id', NEW.domain_id, 'position', NEW.position, 'name', NEW.name)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_topic_delete AFTER DELETE ON study_topic BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_topic',
    json_object('study_id', OLD.study_id, 'domain_id', OLD.domain_id, 'position', OLD.position, 'name', OLD.name),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_day_insert AFTER INSERT ON study_day BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_day',
    NULL,
    json_object('study_id', NEW.study_id, 'position', NEW.position, 'day', NEW.day, 'minutes', NEW.minutes)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_day_update AFTER UPDATE ON study_day BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_day',
    json_object('study_id', OLD.study_id, 'position', OLD.position, 'day', OLD.day, 'minutes', OLD.minutes),
    json_object('study_id', NEW.study_id, 'position', NEW.position, 'day', NEW.day, 'minutes', NEW.minutes)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_day_delete AFTER DELETE ON study_day BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_day',
    json_object('study_id', OLD.study_id, 'position', OLD.position, 'day', OLD.day, 'minutes', OLD.minutes),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_off_insert AFTER INSERT ON study_off BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_off',
    NULL,
    json_object('study_id', NEW.study_id, 'position', NEW.position, 'first_day', NEW.first_day, 'last_day', NEW.last_day)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_off_update AFTER UPDATE ON study_off BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_off',
    json_object('study_id', OLD.study_id, 'position', OLD.position, 'first_day', OLD.first_day, 'last_day', OLD.last_day),
    json_object('study_id', NEW.study_id, 'position', NEW.position, 'first_day', NEW.first_day, 'last_day', NEW.last_day)
  FROM undo_recording;
END;

CREATE TRIGGER undo_study_off_delete AFTER DELETE ON study_off BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'study_off',
    json_object('study_id', OLD.study_id, 'position', OLD.position, 'first_day', OLD.first_day, 'last_day', OLD.last_day),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_open_study_insert AFTER INSERT ON open_study BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'open_study',
    NULL,
    json_object('slot', NEW.slot, 'study_id', NEW.study_id)
  FROM undo_recording;
END;

CREATE TRIGGER undo_open_study_update AFTER UPDATE ON open_study BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'open_study',
    json_object('slot', OLD.slot, 'study_id', OLD.study_id),
    json_object('slot', NEW.slot, 'study_id', NEW.study_id)
  FROM undo_recording;
END;

CREATE TRIGGER undo_open_study_delete AFTER DELETE ON open_study BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'open_study',
    json_object('slot', OLD.slot, 'study_id', OLD.study_id),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_session_insert AFTER INSERT ON session BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'session',
    NULL,
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'position', NEW.position, 'domain', NEW.domain,
      'activity', NEW.activity, 'minutes', NEW.minutes, 'pinned', NEW.pinned, 'status', NEW.status,
      'done_minutes', NEW.done_minutes, 'stage', NEW.stage, 'reason', NEW.reason, 'note', NEW.note)
  FROM undo_recording;
END;

CREATE TRIGGER undo_session_update AFTER UPDATE ON session BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'session',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'position', OLD.position, 'domain', OLD.domain,
      'activity', OLD.activity, 'minutes', OLD.minutes, 'pinned', OLD.pinned, 'status', OLD.status,
      'done_minutes', OLD.done_minutes, 'stage', OLD.stage, 'reason', OLD.reason, 'note', OLD.note),
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'position', NEW.position, 'domain', NEW.domain,
      'activity', NEW.activity, 'minutes', NEW.minutes, 'pinned', NEW.pinned, 'status', NEW.status,
      'done_minutes', NEW.done_minutes, 'stage', NEW.stage, 'reason', NEW.reason, 'note', NEW.note)
  FROM undo_recording;
END;

CREATE TRIGGER undo_session_delete AFTER DELETE ON session BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'session',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'position', OLD.position, 'domain', OLD.domain,
      'activity', OLD.activity, 'minutes', OLD.minutes, 'pinned', OLD.pinned, 'status', OLD.status,
      'done_minutes', OLD.done_minutes, 'stage', OLD.stage, 'reason', OLD.reason, 'note', OLD.note),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_milestone_insert AFTER INSERT ON milestone BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'milestone',
    NULL,
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'position', NEW.position, 'name', NEW.name, 'day', NEW.day,
      'slack_minutes', NEW.slack_minutes, 'met', NEW.met)
  FROM undo_recording;
END;

CREATE TRIGGER undo_milestone_update AFTER UPDATE ON milestone BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'milestone',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'position', OLD.position, 'name', OLD.name, 'day', OLD.day,
      'slack_minutes', OLD.slack_minutes, 'met', OLD.met),
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'position', NEW.position, 'name', NEW.name, 'day', NEW.day,
      'slack_minutes', NEW.slack_minutes, 'met', NEW.met)
  FROM undo_recording;
END;

CREATE TRIGGER undo_milestone_delete AFTER DELETE ON milestone BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'milestone',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'position', OLD.position, 'name', OLD.name, 'day', OLD.day,
      'slack_minutes', OLD.slack_minutes, 'met', OLD.met),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_mock_insert AFTER INSERT ON mock BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock',
    NULL,
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'source', NEW.source, 'official', NEW.official,
      'timed', NEW.timed, 'first_attempt', NEW.first_attempt, 'minutes', NEW.minutes, 'correct', NEW.correct,
      'total', NEW.total, 'percent', NEW.percent, 'has_percent', NEW.has_percent, 'note', NEW.note)
  FROM undo_recording;
END;

CREATE TRIGGER undo_mock_update AFTER UPDATE ON mock BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'source', OLD.source, 'official', OLD.official,
      'timed', OLD.timed, 'first_attempt', OLD.first_attempt, 'minutes', OLD.minutes, 'correct', OLD.correct,
      'total', OLD.total, 'percent', OLD.percent, 'has_percent', OLD.has_percent, 'note', OLD.note),
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'source', NEW.source, 'official', NEW.official,
      'timed', NEW.timed, 'first_attempt', NEW.first_attempt, 'minutes', NEW.minutes, 'correct', NEW.correct,
      'total', NEW.total, 'percent', NEW.percent, 'has_percent', NEW.has_percent, 'note', NEW.note)
  FROM undo_recording;
END;

CREATE TRIGGER undo_mock_delete AFTER DELETE ON mock BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'source', OLD.source, 'official', OLD.official,
      'timed', OLD.timed, 'first_attempt', OLD.first_attempt, 'minutes', OLD.minutes, 'correct', OLD.correct,
      'total', OLD.total, 'percent', OLD.percent, 'has_percent', OLD.has_percent, 'note', OLD.note),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_mock_score_insert AFTER INSERT ON mock_score BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock_score',
    NULL,
    json_object('study_id', NEW.study_id, 'mock_id', NEW.mock_id, 'domain', NEW.domain, 'position', NEW.position,
      'correct', NEW.correct, 'total', NEW.total)
  FROM undo_recording;
END;

CREATE TRIGGER undo_mock_score_update AFTER UPDATE ON mock_score BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock_score',
    json_object('study_id', OLD.study_id, 'mock_id', OLD.mock_id, 'domain', OLD.domain, 'position', OLD.position,
      'correct', OLD.correct, 'total', OLD.total),
    json_object('study_id', NEW.study_id, 'mock_id', NEW.mock_id, 'domain', NEW.domain, 'position', NEW.position,
      'correct', NEW.correct, 'total', NEW.total)
  FROM undo_recording;
END;

CREATE TRIGGER undo_mock_score_delete AFTER DELETE ON mock_score BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock_score',
    json_object('study_id', OLD.study_id, 'mock_id', OLD.mock_id, 'domain', OLD.domain, 'position', OLD.position,
      'correct', OLD.correct, 'total', OLD.total),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_source_insert AFTER INSERT ON source BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'source',
    NULL,
    json_object('study_id', NEW.study_id, 'name', NEW.name, 'official', NEW.official, 'offset_log', NEW.offset_log,
      'offset_sd', NEW.offset_sd, 'has_offset', NEW.has_offset)
  FROM undo_recording;
END;

CREATE TRIGGER undo_source_update AFTER UPDATE ON source BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'source',
    json_object('study_id', OLD.study_id, 'name', OLD.name, 'official', OLD.official, 'offset_log', OLD.offset_log,
      'offset_sd', OLD.offset_sd, 'has_offset', OLD.has_offset),
    json_object('study_id', NEW.study_id, 'name', NEW.name, 'official', NEW.official, 'offset_log', NEW.offset_log,
      'offset_sd', NEW.offset_sd, 'has_offset', NEW.has_offset)
  FROM undo_recording;
END;

CREATE TRIGGER undo_source_delete AFTER DELETE ON source BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'source',
    json_object('study_id', OLD.study_id, 'name', OLD.name, 'official', OLD.official, 'offset_log', OLD.offset_log,
      'offset_sd', OLD.offset_sd, 'has_offset', OLD.has_offset),
    NULL
  FROM undo_recording;
END;

-- The prediction diary: what was foretold, kept as it was told, and what the person had guessed.
--
-- A forecast is written once. It is no part of undo: taking an action back does not unsay what was said, and the forecasts of a study that
-- was deleted stay until the study can no longer be brought back. Shares and chances are 0..1.

-- What was to be expected of the exam, as it was known on a day before anything else of that day was recorded.
CREATE TABLE forecast (
  study_id    TEXT NOT NULL CHECK (length(study_id) BETWEEN 1 AND 200),
  day         TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1900-01-01' AND '2200-12-31'),
  exam_day    TEXT NOT NULL CHECK (exam_day IS date(exam_day) AND exam_day BETWEEN '1900-01-01' AND '2200-12-31'),
  pass_line   REAL NOT NULL CHECK (pass_line BETWEEN 0 AND 1),
  mocks       INTEGER NOT NULL CHECK (mocks >= 0), -- it rests on
  has_chance  INTEGER NOT NULL CHECK (has_chance IN (0, 1)), -- 0: too little evidence for one
  chance      REAL NOT NULL CHECK (chance BETWEEN 0 AND 1), -- of passing on the exam day
  median      REAL NOT NULL CHECK (median BETWEEN 0 AND 1), -- of the score on the exam day, with the bounds of its middle 90 %
  low         REAL NOT NULL CHECK (low BETWEEN 0 AND 1),
  high        REAL NOT NULL CHECK (high BETWEEN 0 AND 1),
  PRIMARY KEY (study_id, day)
) STRICT;

-- What was to be expected of a mock before its result was known, and the conditions that was told for.
CREATE TABLE mock_forecast (
  study_id      TEXT NOT NULL CHECK (length(study_id) BETWEEN 1 AND 200),
  mock_id       TEXT NOT NULL CHECK (length(mock_id) BETWEEN 1 AND 200),
  day           TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1900-01-01' AND '2200-12-31'), -- of the mock
  source        TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
  official      INTEGER NOT NULL CHECK (official IN (0, 1)),
  timed         INTEGER NOT NULL CHECK (timed IN (0, 1)),
  first_attempt INTEGER NOT NULL CHECK (first_attempt IN (0, 1)),
  questions     INTEGER NOT NULL CHECK (questions >= 0), -- 0: only a percentage was known
  mocks         INTEGER NOT NULL CHECK (mocks >= 0), -- it rests on
  has_chance    INTEGER NOT NULL CHECK (has_chance IN (0, 1)),
  reaches       REAL NOT NULL CHECK (reaches BETWEEN 0 AND 1), -- chance that the mock reaches the pass line
  pass_line     REAL NOT NULL CHECK (pass_line BETWEEN 0 AND 1),
  p05           REAL NOT NULL CHECK (p05 BETWEEN 0 AND 1), -- quantiles of the share of right answers
  p25           REAL NOT NULL CHECK (p25 BETWEEN p05 AND 1),
  p50           REAL NOT NULL CHECK (p50 BETWEEN p25 AND 1),
  p75           REAL NOT NULL CHECK (p75 BETWEEN p50 AND 1),
  p95           REAL NOT NULL CHECK (p95 BETWEEN p75 AND 1),
  PRIMARY KEY (study_id, mock_id)
) STRICT;

CREATE TRIGGER forecast_stays BEFORE UPDATE ON forecast BEGIN
  SELECT RAISE(ABORT, 'a forecast is never changed');
END;

CREATE TRIGGER mock_forecast_stays BEFORE UPDATE ON mock_forecast BEGIN
  SELECT RAISE(ABORT, 'a forecast is never changed');
END;

-- What the person expects of the next mock, in percent, told before it; and of a mock that was taken. Both are theirs and part of undo.
CREATE TABLE guess (
  study_id TEXT NOT NULL PRIMARY KEY REFERENCES study (id),
  day      TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1900-01-01' AND '2200-12-31'),
  percent  REAL NOT NULL CHECK (percent BETWEEN 0 AND 100)
) STRICT;

ALTER TABLE mock ADD COLUMN guess REAL NOT NULL DEFAULT 0 CHECK (guess BETWEEN 0 AND 100);
ALTER TABLE mock ADD COLUMN has_guess INTEGER NOT NULL DEFAULT 0 CHECK (has_guess IN (0, 1));

DROP TRIGGER undo_mock_insert;
CREATE TRIGGER undo_mock_insert AFTER INSERT ON mock BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock',
    NULL,
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'source', NEW.source, 'official', NEW.official,
      'timed', NEW.timed, 'first_attempt', NEW.first_attempt, 'minutes', NEW.minutes, 'correct', NEW.correct,
      'total', NEW.total, 'percent', NEW.percent, 'has_percent', NEW.has_percent, 'note', NEW.note,
      'guess', NEW.guess, 'has_guess', NEW.has_guess)
  FROM undo_recording;
END;

DROP TRIGGER undo_mock_update;
CREATE TRIGGER undo_mock_update AFTER UPDATE ON mock BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'source', OLD.source, 'official', OLD.official,
      'timed', OLD.timed, 'first_attempt', OLD.first_attempt, 'minutes', OLD.minutes, 'correct', OLD.correct,
      'total', OLD.total, 'percent', OLD.percent, 'has_percent', OLD.has_percent, 'note', OLD.note,
      'guess', OLD.guess, 'has_guess', OLD.has_guess),
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'source', NEW.source, 'official', NEW.official,
      'timed', NEW.timed, 'first_attempt', NEW.first_attempt, 'minutes', NEW.minutes, 'correct', NEW.correct,
      'total', NEW.total, 'percent', NEW.percent, 'has_percent', NEW.has_percent, 'note', NEW.note,
      'guess', NEW.guess, 'has_guess', NEW.has_guess)
  FROM undo_recording;
END;

DROP TRIGGER undo_mock_delete;
CREATE TRIGGER undo_mock_delete AFTER DELETE ON mock BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'mock',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'source', OLD.source, 'official', OLD.official,
      'timed', OLD.timed, 'first_attempt', OLD.first_attempt, 'minutes', OLD.minutes, 'correct', OLD.correct,
      'total', OLD.total, 'percent', OLD.percent, 'has_percent', OLD.has_percent, 'note', OLD.note,
      'guess', OLD.guess, 'has_guess', OLD.has_guess),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_guess_insert AFTER INSERT ON guess BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'guess',
    NULL,
    json_object('study_id', NEW.study_id, 'day', NEW.day, 'percent', NEW.percent)
  FROM undo_recording;
END;

CREATE TRIGGER undo_guess_update AFTER UPDATE ON guess BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'guess',
    json_object('study_id', OLD.study_id, 'day', OLD.day, 'percent', OLD.percent),
    json_object('study_id', NEW.study_id, 'day', NEW.day, 'percent', NEW.percent)
  FROM undo_recording;
END;

CREATE TRIGGER undo_guess_delete AFTER DELETE ON guess BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'guess',
    json_object('study_id', OLD.study_id, 'day', OLD.day, 'percent', OLD.percent),
    NULL
  FROM undo_recording;
END;

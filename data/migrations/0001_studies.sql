-- What a person tells Milepost, and the plan made of it.
--
-- Days are civil days as text (2027-02-04), '' where there is none. Minutes and counts are whole numbers; shares are 0..1.
-- Free text holds at most 10,000 characters, names 200. Lists keep their order in "position", counted from 0.
-- Nothing cascades: a row that others lean on is removed after them, by name, so that each removal can be undone.

CREATE TABLE study (
  id               TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  number           INTEGER NOT NULL UNIQUE CHECK (number >= 1), -- order of creation
  name             TEXT NOT NULL CHECK (length(name) <= 200),
  exam_id          TEXT NOT NULL CHECK (length(exam_id) <= 200),
  exam_code        TEXT NOT NULL CHECK (length(exam_code) <= 200),
  exam_day         TEXT NOT NULL CHECK (exam_day IS date(exam_day) AND exam_day BETWEEN '1900-01-01' AND '2200-12-31'),
  start_day        TEXT NOT NULL CHECK (start_day = '' OR (start_day IS date(start_day) AND start_day BETWEEN '1900-01-01' AND '2200-12-31')),
  sample           INTEGER NOT NULL CHECK (sample IN (0, 1)),
  questions        INTEGER NOT NULL CHECK (questions BETWEEN 1 AND 10000),
  exam_minutes     INTEGER NOT NULL CHECK (exam_minutes BETWEEN 1 AND 1440),
  mon              INTEGER NOT NULL CHECK (mon BETWEEN 0 AND 1440),
  tue              INTEGER NOT NULL CHECK (tue BETWEEN 0 AND 1440),
  wed              INTEGER NOT NULL CHECK (wed BETWEEN 0 AND 1440),
  thu              INTEGER NOT NULL CHECK (thu BETWEEN 0 AND 1440),
  fri              INTEGER NOT NULL CHECK (fri BETWEEN 0 AND 1440),
  sat              INTEGER NOT NULL CHECK (sat BETWEEN 0 AND 1440),
  sun              INTEGER NOT NULL CHECK (sun BETWEEN 0 AND 1440),
  session_minutes  INTEGER NOT NULL CHECK (session_minutes BETWEEN 1 AND 1440),
  hours_reference  REAL NOT NULL CHECK (hours_reference BETWEEN 0 AND 100000),
  content_share    REAL NOT NULL CHECK (content_share BETWEEN 0 AND 1),
  target           REAL NOT NULL CHECK (target BETWEEN 0 AND 1),
  buffer           REAL NOT NULL CHECK (buffer BETWEEN 0 AND 1),
  mock_minutes     INTEGER NOT NULL CHECK (mock_minutes BETWEEN 1 AND 1440),
  mocks_wanted     INTEGER NOT NULL CHECK (mocks_wanted BETWEEN -1 AND 1000), -- -1: the planner decides
  pass_line        REAL NOT NULL CHECK (pass_line BETWEEN 0 AND 1),
  scaled_pass_mark INTEGER NOT NULL CHECK (scaled_pass_mark IN (0, 1)),
  created_at       TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at))
) STRICT;

CREATE TABLE study_domain (
  study_id    TEXT NOT NULL REFERENCES study (id),
  id          TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  position    INTEGER NOT NULL CHECK (position BETWEEN 0 AND 199),
  name        TEXT NOT NULL CHECK (length(name) <= 10000),
  weight      REAL NOT NULL CHECK (weight BETWEEN 0 AND 1e9),
  weight_min  REAL NOT NULL,
  weight_max  REAL NOT NULL,
  difficulty  REAL NOT NULL CHECK (difficulty BETWEEN 0 AND 100),
  rating      INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 5), -- 0: not rated
  mastery     REAL NOT NULL,
  has_mastery INTEGER NOT NULL CHECK (has_mastery IN (0, 1)),
  PRIMARY KEY (study_id, id)
) STRICT;

CREATE TABLE study_topic (
  study_id  TEXT NOT NULL,
  domain_id TEXT NOT NULL,
  position  INTEGER NOT NULL CHECK (position BETWEEN 0 AND 999),
  name      TEXT NOT NULL CHECK (length(name) <= 10000),
  PRIMARY KEY (study_id, domain_id, position),
  FOREIGN KEY (study_id, domain_id) REFERENCES study_domain (study_id, id)
) STRICT;

CREATE TABLE study_day (
  study_id TEXT NOT NULL REFERENCES study (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1999),
  day      TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1900-01-01' AND '2200-12-31'),
  minutes  INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  PRIMARY KEY (study_id, position)
) STRICT;

CREATE TABLE study_off (
  study_id  TEXT NOT NULL REFERENCES study (id),
  position  INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1999),
  first_day TEXT NOT NULL CHECK (first_day IS date(first_day) AND first_day BETWEEN '1900-01-01' AND '2200-12-31'),
  last_day  TEXT NOT NULL CHECK (last_day IS date(last_day) AND last_day BETWEEN '1900-01-01' AND '2200-12-31'),
  PRIMARY KEY (study_id, position)
) STRICT;

-- The study shown; no row when none is.
CREATE TABLE open_study (
  slot     INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  study_id TEXT NOT NULL REFERENCES study (id)
) STRICT;

CREATE TABLE session (
  study_id     TEXT NOT NULL REFERENCES study (id),
  id           TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  day          TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1900-01-01' AND '2200-12-31'),
  position     INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9999), -- order within the day
  domain       TEXT NOT NULL CHECK (length(domain) <= 200), -- '' for mixed sessions and mocks; it may outlive its domain
  activity     TEXT NOT NULL CHECK (activity IN ('learn', 'practise', 'review', 'mock', 'debrief')),
  minutes      INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  pinned       INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  status       TEXT NOT NULL CHECK (status IN ('planned', 'done', 'missed', 'skipped')),
  done_minutes INTEGER NOT NULL CHECK (done_minutes BETWEEN 0 AND 1440),
  stage        TEXT NOT NULL CHECK (stage IN ('', 'history', 'published', 'draft')),
  reason       TEXT NOT NULL CHECK (length(reason) <= 10000),
  note         TEXT NOT NULL CHECK (length(note) <= 10000),
  PRIMARY KEY (study_id, id)
) STRICT;

CREATE TABLE milestone (
  study_id      TEXT NOT NULL REFERENCES study (id),
  id            TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  position      INTEGER NOT NULL CHECK (position BETWEEN 0 AND 999),
  name          TEXT NOT NULL CHECK (length(name) <= 10000),
  day           TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1900-01-01' AND '2200-12-31'),
  slack_minutes INTEGER NOT NULL,
  met           INTEGER NOT NULL CHECK (met IN (0, 1)),
  PRIMARY KEY (study_id, id)
) STRICT;

CREATE TABLE mock (
  study_id      TEXT NOT NULL REFERENCES study (id),
  id            TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  day           TEXT NOT NULL CHECK (day IS date(day) AND day BETWEEN '1900-01-01' AND '2200-12-31'),
  source        TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
  official      INTEGER NOT NULL CHECK (official IN (0, 1)),
  timed         INTEGER NOT NULL CHECK (timed IN (0, 1)),
  first_attempt INTEGER NOT NULL CHECK (first_attempt IN (0, 1)),
  minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440), -- 0: not recorded
  correct       INTEGER NOT NULL CHECK (correct BETWEEN 0 AND total),
  total         INTEGER NOT NULL CHECK (total BETWEEN 0 AND 10000),
  percent       REAL NOT NULL CHECK (has_percent = 0 OR percent BETWEEN 0 AND 100),
  has_percent   INTEGER NOT NULL CHECK (has_percent IN (0, 1)),
  note          TEXT NOT NULL CHECK (length(note) <= 10000),
  PRIMARY KEY (study_id, id)
) STRICT;

CREATE TABLE mock_score (
  study_id TEXT NOT NULL,
  mock_id  TEXT NOT NULL,
  domain   TEXT NOT NULL CHECK (length(domain) <= 200),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 199),
  correct  INTEGER NOT NULL CHECK (correct BETWEEN 0 AND total),
  total    INTEGER NOT NULL CHECK (total BETWEEN 1 AND 10000),
  PRIMARY KEY (study_id, mock_id, domain),
  FOREIGN KEY (study_id, mock_id) REFERENCES mock (study_id, id)
) STRICT;

-- What is known of a source of questions before any mock: log-odds added to a right answer, with its standard deviation.
CREATE TABLE source (
  study_id   TEXT NOT NULL REFERENCES study (id),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  official   INTEGER NOT NULL CHECK (official IN (0, 1)),
  offset_log REAL NOT NULL,
  offset_sd  REAL NOT NULL,
  has_offset INTEGER NOT NULL CHECK (has_offset IN (0, 1)),
  PRIMARY KEY (study_id, name)
) STRICT;

-- How the program is set up; not part of undo.
CREATE TABLE setting (
  key   TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 200),
  value TEXT NOT NULL CHECK (length(value) <= 10000)
) STRICT;

-- Two computers: who changed what, so that what was done on one can be merged into what was done on the other.
--
-- A replica is a data file on one computer; a copy that is worked with becomes one of its own. Changes are stamped with the milliseconds
-- since 1970 by the replica's clock, and always later than all it knew of. A version is the latest change of a record: of the facts
-- of a study, of its plan, of a mock, … A record without one was not changed since changes are counted. What merging does with all this
-- is told in docs/data.md.
--
-- Ordinary actions write versions after their recording for undo has ended: taking one back is a change too, and is stamped as one.
-- A merge writes them while it is recorded, hence the triggers: taking it back restores what was known before.

CREATE TABLE replica (
  id   TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  seen INTEGER NOT NULL CHECK (seen >= 1) -- every change of the replica up to this stamp is part of this file
) STRICT;

-- The replica this file is, and a digest of where it lies: in another place it is another replica. No row until the first change.
CREATE TABLE this_replica (
  slot  INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  id    TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
  place TEXT NOT NULL CHECK (length(place) <= 200)
) STRICT;

-- study_id may name a study that was removed: that it was has to be known elsewhere.
CREATE TABLE version (
  study_id TEXT NOT NULL CHECK (length(study_id) BETWEEN 1 AND 200),
  kind     TEXT NOT NULL CHECK (kind IN ('study', 'plan', 'session', 'mock', 'sitting', 'source', 'guess')),
  id       TEXT NOT NULL CHECK (length(id) <= 200), -- within the study; '' where there is one of a kind
  replica  TEXT NOT NULL CHECK (length(replica) BETWEEN 1 AND 200),
  stamp    INTEGER NOT NULL CHECK (stamp >= 1),
  deleted  INTEGER NOT NULL CHECK (deleted IN (0, 1)), -- 1: the change was its removal
  PRIMARY KEY (study_id, kind, id)
) STRICT;

-- A record that was changed on two computers before they met: what was not kept of it. A replica '' with stamp 0 is no known change.
CREATE TABLE conflict (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
  study_id      TEXT NOT NULL CHECK (length(study_id) BETWEEN 1 AND 200),
  kind          TEXT NOT NULL CHECK (kind IN ('study', 'plan', 'session', 'mock', 'sitting', 'source', 'guess')),
  record        TEXT NOT NULL CHECK (length(record) <= 200),
  kept_replica  TEXT NOT NULL CHECK (length(kept_replica) <= 200),
  kept_stamp    INTEGER NOT NULL CHECK (kept_stamp >= 0),
  other_replica TEXT NOT NULL CHECK (length(other_replica) <= 200),
  other_stamp   INTEGER NOT NULL CHECK (other_stamp >= 0),
  lost          TEXT NOT NULL CHECK (json_valid(lost)), -- the record; null if it was removed there
  settled       INTEGER NOT NULL CHECK (settled IN (0, 1))
) STRICT;

CREATE TRIGGER undo_replica_insert AFTER INSERT ON replica BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'replica',
    NULL,
    json_object('id', NEW.id, 'seen', NEW.seen)
  FROM undo_recording;
END;

CREATE TRIGGER undo_replica_update AFTER UPDATE ON replica BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'replica',
    json_object('id', OLD.id, 'seen', OLD.seen),
    json_object('id', NEW.id, 'seen', NEW.seen)
  FROM undo_recording;
END;

CREATE TRIGGER undo_replica_delete AFTER DELETE ON replica BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'replica',
    json_object('id', OLD.id, 'seen', OLD.seen),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_version_insert AFTER INSERT ON version BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'version',
    NULL,
    json_object('study_id', NEW.study_id, 'kind', NEW.kind, 'id', NEW.id, 'replica', NEW.replica, 'stamp', NEW.stamp,
      'deleted', NEW.deleted)
  FROM undo_recording;
END;

CREATE TRIGGER undo_version_update AFTER UPDATE ON version BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'version',
    json_object('study_id', OLD.study_id, 'kind', OLD.kind, 'id', OLD.id, 'replica', OLD.replica, 'stamp', OLD.stamp,
      'deleted', OLD.deleted),
    json_object('study_id', NEW.study_id, 'kind', NEW.kind, 'id', NEW.id, 'replica', NEW.replica, 'stamp', NEW.stamp,
      'deleted', NEW.deleted)
  FROM undo_recording;
END;

CREATE TRIGGER undo_version_delete AFTER DELETE ON version BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'version',
    json_object('study_id', OLD.study_id, 'kind', OLD.kind, 'id', OLD.id, 'replica', OLD.replica, 'stamp', OLD.stamp,
      'deleted', OLD.deleted),
    NULL
  FROM undo_recording;
END;

CREATE TRIGGER undo_conflict_insert AFTER INSERT ON conflict BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'conflict',
    NULL,
    json_object('id', NEW.id, 'study_id', NEW.study_id, 'kind', NEW.kind, 'record', NEW.record,
      'kept_replica', NEW.kept_replica, 'kept_stamp', NEW.kept_stamp, 'other_replica', NEW.other_replica,
      'other_stamp', NEW.other_stamp, 'lost', NEW.lost, 'settled', NEW.settled)
  FROM undo_recording;
END;

CREATE TRIGGER undo_conflict_update AFTER UPDATE ON conflict BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'conflict',
    json_object('id', OLD.id, 'study_id', OLD.study_id, 'kind', OLD.kind, 'record', OLD.record,
      'kept_replica', OLD.kept_replica, 'kept_stamp', OLD.kept_stamp, 'other_replica', OLD.other_replica,
      'other_stamp', OLD.other_stamp, 'lost', OLD.lost, 'settled', OLD.settled),
    json_object('id', NEW.id, 'study_id', NEW.study_id, 'kind', NEW.kind, 'record', NEW.record,
      'kept_replica', NEW.kept_replica, 'kept_stamp', NEW.kept_stamp, 'other_replica', NEW.other_replica,
      'other_stamp', NEW.other_stamp, 'lost', NEW.lost, 'settled', NEW.settled)
  FROM undo_recording;
END;

CREATE TRIGGER undo_conflict_delete AFTER DELETE ON conflict BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'conflict',
    json_object('id', OLD.id, 'study_id', OLD.study_id, 'kind', OLD.kind, 'record', OLD.record,
      'kept_replica', OLD.kept_replica, 'kept_stamp', OLD.kept_stamp, 'other_replica', OLD.other_replica,
      'other_stamp', OLD.other_stamp, 'lost', OLD.lost, 'settled', OLD.settled),
    NULL
  FROM undo_recording;
END;

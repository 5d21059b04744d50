-- Sessions added or logged by hand are told apart from planned ones: their minutes are no estimate to learn a person's pace from.

ALTER TABLE session ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1));
UPDATE session SET by_hand = 1 WHERE reason IN ('logged by you', 'added by you');

DROP TRIGGER undo_session_insert;
CREATE TRIGGER undo_session_insert AFTER INSERT ON session BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'session',
    NULL,
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'position', NEW.position, 'domain', NEW.domain,
      'activity', NEW.activity, 'minutes', NEW.minutes, 'pinned', NEW.pinned, 'status', NEW.status,
      'done_minutes', NEW.done_minutes, 'stage', NEW.stage, 'reason', NEW.reason, 'note', NEW.note, 'by_hand', NEW.by_hand)
  FROM undo_recording;
END;

DROP TRIGGER undo_session_update;
CREATE TRIGGER undo_session_update AFTER UPDATE ON session BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'session',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'position', OLD.position, 'domain', OLD.domain,
      'activity', OLD.activity, 'minutes', OLD.minutes, 'pinned', OLD.pinned, 'status', OLD.status,
      'done_minutes', OLD.done_minutes, 'stage', OLD.stage, 'reason', OLD.reason, 'note', OLD.note, 'by_hand', OLD.by_hand),
    json_object('study_id', NEW.study_id, 'id', NEW.id, 'day', NEW.day, 'position', NEW.position, 'domain', NEW.domain,
      'activity', NEW.activity, 'minutes', NEW.minutes, 'pinned', NEW.pinned, 'status', NEW.status,
      'done_minutes', NEW.done_minutes, 'stage', NEW.stage, 'reason', NEW.reason, 'note', NEW.note, 'by_hand', NEW.by_hand)
  FROM undo_recording;
END;

DROP TRIGGER undo_session_delete;
CREATE TRIGGER undo_session_delete AFTER DELETE ON session BEGIN
  INSERT INTO undo_change (action, relation, before, after)
  SELECT action, 'session',
    json_object('study_id', OLD.study_id, 'id', OLD.id, 'day', OLD.day, 'position', OLD.position, 'domain', OLD.domain,
      'activity', OLD.activity, 'minutes', OLD.minutes, 'pinned', OLD.pinned, 'status', OLD.status,
      'done_minutes', OLD.done_minutes, 'stage', OLD.stage, 'reason', OLD.reason, 'note', OLD.note, 'by_hand', OLD.by_hand),
    NULL
  FROM undo_recording;
END;

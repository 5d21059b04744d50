package data

// UndoSteps is how many actions can be undone.
const UndoSteps = 200

// undoRows bounds the rows kept in the log, so that some hundred plans built anew do not swell the file. The latest action stays
// whatever its size.
const undoRows = 100_000

// record begins an action: from here on the triggers write down every row that is touched.
func (t *Tx) record(action string) error {
	if err := t.exec("INSERT INTO undo_action (name, at, undone, changes) VALUES (?, ?, 0, 0)", action, t.now); err != nil {
		return err
	}
	return t.exec("INSERT INTO undo_recording (slot, action) SELECT 1, max(id) FROM undo_action")
}

// finishRecording ends the action. If it changed nothing it is forgotten; otherwise what had been undone can no longer be done
// again, and the oldest actions make room.
func (t *Tx) finishRecording() error {
	changes, err := t.number("SELECT count(*) FROM undo_change WHERE action = (SELECT action FROM undo_recording)")
	if err != nil {
		return err
	}
	if changes == 0 {
		return t.exec("DELETE FROM undo_action WHERE id = (SELECT action FROM undo_recording)") // takes the recording with it
	}
	action, err := t.number("SELECT action FROM undo_recording")
	if err != nil {
		return err
	}
	if err := t.exec("UPDATE undo_action SET changes = ? WHERE id = ?", changes, action); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM undo_recording"); err != nil {
		return err
	}
	if !t.merge {
		if err := t.stampChanges(int64(action)); err != nil {
			return err
		}
	}
	if err := t.exec("DELETE FROM undo_action WHERE undone = 1"); err != nil {
		return err
	}
	return t.exec(`DELETE FROM undo_action WHERE id IN (
		SELECT id FROM (SELECT id, row_number() OVER latest AS nth, sum(changes) OVER latest AS touched FROM undo_action WINDOW latest AS (ORDER BY id DESC))
		WHERE nth > ? OR (nth > 1 AND touched > ?))`, UndoSteps, undoRows)
}

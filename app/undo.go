package app

import "context"

// Undo takes the last action back and answers its name.
func (m *Milepost) Undo(ctx context.Context) (string, error) {
	name, err := m.store.Undo(ctx)
	if err != nil {
		return "", err
	}
	m.changes.publish(Change{Action: "Undo: " + name})
	return name, nil
}

// Redo does again what was last undone.
func (m *Milepost) Redo(ctx context.Context) (string, error) {
	name, err := m.store.Redo(ctx)
	if err != nil {
		return "", err
	}
	m.changes.publish(Change{Action: "Redo: " + name})
	return name, nil
}

// UndoNames are the names of the actions that Undo and Redo would touch; "" when there is none.
func (m *Milepost) UndoNames(ctx context.Context) (undo, redo string, err error) {
	if undo, err = m.store.UndoName(ctx); err != nil {
		return "", "", err
	}
	redo, err = m.store.RedoName(ctx)
	return undo, redo, err
}

// Setting reads a setting kept in the data file; "" when it was never set.
func (m *Milepost) Setting(ctx context.Context, key string) (string, error) {
	return m.store.Setting(ctx, key)
}

// Backup writes a verified copy of the data file.
func (m *Milepost) Backup(ctx context.Context, out string) error { return m.store.Backup(ctx, out) }

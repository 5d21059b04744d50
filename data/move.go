package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// SettingMovedTo is the note a data file carries after its data was moved elsewhere: the path it went to. It belongs to this computer.
const SettingMovedTo = "local.moved-to"

// MoveTo writes a verified copy to out, opens it, and answers the store over it; this one is closed. The file of before stays, with a
// note of where its data went, so that whoever opens it by mistake is told. If something fails the answer is this store, still open.
func (s *Store) MoveTo(ctx context.Context, out string) (*Store, error) {
	if s.held != nil {
		return s, fmt.Errorf("%s: %w", s.path, ErrOnlyReading)
	}
	abs, err := filepath.Abs(out)
	if err != nil {
		return s, err
	}
	if err := s.Backup(ctx, abs); err != nil {
		return s, err
	}
	next, err := Open(ctx, abs, Options{Now: s.now})
	if err == nil {
		err = next.settle(ctx)
	}
	if err != nil {
		if next != nil {
			err = errors.Join(err, next.Close())
		}
		return s, errors.Join(fmt.Errorf("go on with %s: %w", abs, err), os.Remove(abs))
	}
	// The note fails where the old file has vanished or is read-only: then nobody opens it by mistake, or at least not for writing.
	_ = s.transaction(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", SettingMovedTo, abs)
		return err
	})
	_ = s.Close() // everything is in the copy
	return next, nil
}

// settle takes out of a copy what was true of the place of before.
func (s *Store) settle(ctx context.Context) error {
	return s.transaction(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM setting WHERE key = ?", SettingMovedTo)
		return err
	})
}

package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"milepost/planner"
)

// Backup writes a copy of everything to out: a single file that opens by itself. The copy is made under another name, checked
// thoroughly, put on disk and then given its name, so that a file called out is always a good backup. It replaces nothing: a name
// that is taken is refused. Backups may be made while Milepost is being used.
func (s *Store) Backup(ctx context.Context, out string) error {
	abs, err := filepath.Abs(out)
	if err != nil {
		return fmt.Errorf("back up to %s: %w", out, err)
	}
	if _, err := os.Lstat(abs); !errors.Is(err, fs.ErrNotExist) {
		return takenName(abs)
	}
	dir := filepath.Dir(abs)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("back up to %s: %w", abs, plain(err))
	}
	if err := folderWritable(dir); err != nil {
		return &planner.FieldError{Field: "out", Reason: fmt.Sprintf("the folder %s is read-only; choose another place for the backup", dir)}
	}
	tmp, err := emptyFile(dir, ".milepost-backup-*")
	if err != nil {
		return fmt.Errorf("back up to %s: %w", abs, err)
	}
	defer os.Remove(tmp) // gone already when all went well; what a full disk leaves behind goes too
	if err := s.copyTo(ctx, tmp); err != nil {
		return fmt.Errorf("back up to %s: %w", abs, plain(err))
	}
	if err := putInPlace(tmp, abs); errors.Is(err, fs.ErrExist) {
		return takenName(abs)
	} else if err != nil {
		return fmt.Errorf("back up to %s: %w", abs, plain(err))
	}
	return nil
}

// copyTo writes a copy into an empty file and checks it.
func (s *Store) copyTo(ctx context.Context, file string) error {
	if err := s.vacuumInto(ctx, file); err != nil {
		return err
	}
	if _, err := inspect(ctx, place{path: file, file: file, exists: true}, thorough); err != nil {
		return fmt.Errorf("the copy did not pass its check: %w", err)
	}
	return nil
}

// vacuumInto writes the committed state into an empty file. A store that only reads opens the file once more for it, since SQLite
// does not vacuum inside a transaction.
func (s *Store) vacuumInto(ctx context.Context, file string) (err error) {
	from := s.write
	if s.held != nil {
		db, closeDB, err := openForInspection(ctx, s.place())
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, closeDB()) }()
		from = db
	}
	_, err = from.ExecContext(ctx, "VACUUM INTO ?", file)
	return err
}

func takenName(path string) error {
	return &planner.FieldError{Field: "out", Reason: fmt.Sprintf("%s already exists; choose another name for the backup", path)}
}

package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// openForInspection opens a database so that neither the file nor its folder changes by a byte. How depends on what lies
// beside it:
//
//   - no write-ahead log (closed properly, a backup): immutable, so SQLite makes no files of its own;
//   - a log and its index (Milepost is running, or was killed): read-only with SQLite's own locks, using what is there;
//   - a log without an index, or a folder that cannot be written: a private copy, which SQLite may put in order.
func openForInspection(ctx context.Context, p place) (*sql.DB, func() error, error) {
	wal, err := sizeOf(p.file + "-wal")
	if err != nil {
		return nil, nil, err
	}
	if wal <= 0 {
		return openChecked(ctx, readDSN(p.file, true), nil)
	}
	index, err := sizeOf(p.file + "-shm")
	if err != nil {
		return nil, nil, err
	}
	if index > 0 && folderWritable(filepath.Dir(p.file)) == nil {
		return openChecked(ctx, readDSN(p.file, false), nil)
	}
	return openCopy(ctx, p)
}

// openChecked opens and asks one question, so that a file that cannot be read shows itself here.
func openChecked(ctx context.Context, dsn string, cleanUp func() error) (*sql.DB, func() error, error) {
	db := openDB(dsn, 1)
	closeAll := func() error {
		err := db.Close()
		if cleanUp != nil {
			err = errors.Join(err, cleanUp())
		}
		return err
	}
	if err := db.PingContext(ctx); err != nil {
		return nil, nil, errors.Join(err, closeAll())
	}
	return db, closeAll, nil
}

// openCopy copies the database and its log to a private folder and opens them there. Without an index nobody is connected to
// the original, so the copy is of one moment.
func openCopy(ctx context.Context, p place) (*sql.DB, func() error, error) {
	dir, err := os.MkdirTemp("", "milepost-inspect-")
	if err != nil {
		return nil, nil, fmt.Errorf("make a folder to look at the data file in: %w", err)
	}
	cleanUp := func() error { return os.RemoveAll(dir) }
	copied := filepath.Join(dir, "copy")
	for _, suffix := range []string{"", "-wal"} {
		if err := copyFile(p.file+suffix, copied+suffix); err != nil {
			return nil, nil, errors.Join(err, cleanUp())
		}
	}
	return openChecked(ctx, newFileDSN(copied), cleanUp)
}

func copyFile(from, to string) error { return copyBytes(from, to, os.O_CREATE|os.O_EXCL) }

// copyOver copies a file into one that is there.
func copyOver(from, to string) error { return copyBytes(from, to, os.O_TRUNC) }

func copyBytes(from, to string, how int) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("copy %s: %w", from, err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|how, 0o600)
	if err != nil {
		return fmt.Errorf("copy %s: %w", from, err)
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return fmt.Errorf("copy %s: %w", from, err)
	}
	return nil
}

// sizeOf is the size of a file in bytes, -1 when there is none.
func sizeOf(path string) (int64, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return -1, nil
	}
	if err != nil {
		return 0, fmt.Errorf("look at %s: %w", path, err)
	}
	return info.Size(), nil
}

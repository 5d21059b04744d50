package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// create makes a new data file. It is made whole under another name, put on disk and only then given its own name, so that
// no crash can leave half a file where the data belongs. It answers what it made, the innermost first, and leaves nothing when it fails.
func create(ctx context.Context, file string) (made []string, err error) {
	folders := missing(filepath.Dir(file))
	if err := createIn(ctx, filepath.Dir(file), file); err != nil {
		removeMade(folders)
		return nil, createError(file, err)
	}
	return append([]string{file}, folders...), nil
}

// missing lists a folder and those around it that are not there, the innermost first.
func missing(dir string) []string {
	var out []string
	for {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
			return out
		}
		out = append(out, dir)
		dir = filepath.Dir(dir)
	}
}

// removeMade removes what was made, the innermost first. A folder in which somebody put something meanwhile stays.
func removeMade(made []string) {
	for _, path := range made {
		_ = os.Remove(path) // what cannot be removed does no harm
	}
}

func createIn(ctx context.Context, dir, file string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := folderWritable(dir); err != nil {
		return err
	}
	tmp, err := emptyFile(dir, ".milepost-new-*")
	if err != nil {
		return err
	}
	defer removeUnfinished(tmp) // gone already when all went well
	if err := fillNew(ctx, tmp); err != nil {
		return err
	}
	return putInPlace(tmp, file)
}

func createError(file string, err error) error {
	if kind := accessKind(err); kind != "" {
		return openErrorFrom(KindReadOnlyFolder, file, err)
	}
	return fmt.Errorf("make the data file %s: %w", file, plain(err))
}

// removeUnfinished removes a database that was being made, and the journal SQLite leaves beside it when the disk fails.
func removeUnfinished(tmp string) error {
	for _, name := range []string{tmp + "-journal", tmp} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// emptyFile makes an empty file that only its owner may read.
func emptyFile(dir, pattern string) (string, error) {
	f, err := os.CreateTemp(dir, pattern) // 0600
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// fillNew climbs the whole ladder in an empty file.
func fillNew(ctx context.Context, file string) (err error) {
	db := openDB(newFileDSN(file), 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, m := range migrations {
		if err := m.run(ctx, db); err != nil {
			return err
		}
	}
	return nil
}

// putInPlace puts a finished file on disk and gives it its name. It never replaces a file.
func putInPlace(tmp, file string) error {
	if err := syncFile(tmp); err != nil {
		return err
	}
	if err := giveName(tmp, file); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(file))
}

// giveName gives a file another name, unless that is taken.
func giveName(from, to string) error {
	err := os.Link(from, to) // fails when the name is taken
	switch {
	case err == nil:
		return os.Remove(from)
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s already exists: %w", to, fs.ErrExist)
	}
	// A file system without links: look, then rename.
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s already exists: %w", to, fs.ErrExist)
	}
	return os.Rename(from, to)
}

// syncFile waits until a file is on disk.
func syncFile(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return f.Sync()
}

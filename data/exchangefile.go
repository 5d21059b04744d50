package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"milepost/data/exchange"
)

// Export writes everything into a file at out, readable by its owner alone: under another name first, put on disk, then named. A name
// that is taken is refused unless replace is set and an earlier export has it; that one stays until the new one is whole.
func (s *Store) Export(ctx context.Context, out string, replace bool) error {
	abs, err := filepath.Abs(out)
	if err != nil {
		return fmt.Errorf("export to %s: %w", out, err)
	}
	if err := s.checkExportName(abs, replace); err != nil {
		return err
	}
	d, err := s.Document(ctx)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return exchange.Encode(w, d) }
	if err := writeWhole(abs, replace, write); errors.Is(err, fs.ErrExist) {
		return takenExport(abs)
	} else if err != nil {
		return fmt.Errorf("export to %s: %w", abs, plain(err))
	}
	return nil
}

func (s *Store) checkExportName(abs string, replace bool) error {
	info, err := os.Stat(abs)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("export to %s: %w", abs, err)
	}
	if !replace || s.isOwn(info) {
		return takenExport(abs)
	}
	if info.Mode().IsRegular() {
		head, err := headOf(abs, 200)
		if err != nil {
			return fmt.Errorf("export to %s: %w", abs, err)
		}
		if bytes.Contains(head, []byte(exchange.Content)) {
			return nil
		}
	}
	return fieldError("out", "%s is something else than an earlier export, so it is not replaced; choose another name", abs)
}

func takenExport(path string) error {
	return fieldError("out", "%s already exists; choose another name for the export", path)
}

// isOwn tells whether a file is the open data file or one of those beside it.
func (s *Store) isOwn(info os.FileInfo) bool {
	for _, part := range []string{"", "-wal", "-shm"} {
		if own, err := os.Stat(s.file + part); err == nil && os.SameFile(own, info) {
			return true
		}
	}
	return false
}

// exportPattern names exports that are being written.
const exportPattern = ".milepost-export-*"

// WriteFile writes a file for somebody else to read, a report or a calendar, with the care of an export: under another name first, put on disk,
// then named, so that an earlier one stays until the new one is whole. A name that is taken is refused unless replace is set; the open data file
// is never replaced. It may be called on any goroutine. Errors with a field name "out".
func (s *Store) WriteFile(out string, replace bool, write func(io.Writer) error) error {
	abs, err := filepath.Abs(out)
	if err != nil {
		return fieldError("out", "%v", err)
	}
	for _, part := range []string{"", "-wal", "-shm", "-journal", ".lock", ".show"} {
		if abs == s.file+part {
			return fieldError("out", "%s belongs to the data file itself; choose another name", abs)
		}
	}
	return writeOther(out, replace, s.isOwn, write)
}

// WriteFile is [Store.WriteFile] where no data file is open.
func WriteFile(out string, replace bool, write func(io.Writer) error) error {
	return writeOther(out, replace, func(os.FileInfo) bool { return false }, write)
}

// writeOther writes a file that is none of those isOwn knows.
func writeOther(out string, replace bool, isOwn func(os.FileInfo) bool, write func(io.Writer) error) error {
	abs, err := filepath.Abs(out)
	if err != nil {
		return fieldError("out", "%v", err)
	}
	switch info, err := os.Stat(abs); {
	case err == nil && info.IsDir():
		return fieldError("out", "%s is a folder; name a file in it", abs)
	case err == nil && isOwn(info):
		return fieldError("out", "%s is the data file itself; choose another name", abs)
	case err == nil && !info.Mode().IsRegular():
		return fieldError("out", "%s is no ordinary file; choose another name", abs)
	case err == nil && !replace:
		return takenFile(abs)
	case err == nil && isDataFile(abs):
		return fieldError("out", "%s is a data file or a backup of one, so it is not replaced; choose another name", abs)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return fieldError("out", "%s cannot be written: %v", abs, err)
	}
	if err := writeWhole(abs, replace, write); errors.Is(err, fs.ErrExist) {
		return takenFile(abs)
	} else if err != nil {
		return fmt.Errorf("write %s: %w", abs, plain(err))
	}
	return nil
}

// isDataFile tells files that SQLite has made.
func isDataFile(path string) bool {
	head, err := headOf(path, len(headerMagic))
	return err == nil && string(head) == headerMagic
}

func takenFile(path string) error {
	return fieldError("out", "%s already exists; choose another name, or have it replaced", path)
}

// writeWhole writes a file that is whole or not there, readable by its owner alone.
func writeWhole(file string, replace bool, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(file)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(dir, exportPattern) // 0600
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // gone already when all went well
	err = write(tmp)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	if !replace {
		return putInPlace(tmp.Name(), file)
	}
	if err := os.Rename(tmp.Name(), file); err != nil {
		return err
	}
	return syncFolder(dir)
}

// ReadOther reads what another computer exported, or that computer's data file itself, a backup included. The file is only read; of a
// data file nothing is run, and one with older tables is brought up to date in a copy that is removed again.
func (s *Store) ReadOther(ctx context.Context, path string) (exchange.Document, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return exchange.Document{}, fieldError("file", "there is no file %s", path)
	}
	if err != nil {
		return exchange.Document{}, fieldError("file", "%v", err)
	}
	if !info.Mode().IsRegular() {
		return exchange.Document{}, fieldError("file", "%s is not a file", path)
	}
	if s.isOwn(info) { // to open and close it here would take SQLite's locks away
		return exchange.Document{}, fieldError("file", "this is the data file itself; choose what another computer exported")
	}
	head, err := headOf(path, len(headerMagic))
	if err != nil {
		return exchange.Document{}, fieldError("file", "%v", err)
	}
	if string(head) == headerMagic {
		return readOtherFile(ctx, path, s.now)
	}
	f, err := os.Open(path)
	if err != nil {
		return exchange.Document{}, fieldError("file", "%v", err)
	}
	defer f.Close()
	return exchange.Decode(f)
}

// headOf is the beginning of a file that this process has not open.
func headOf(path string, size int) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, size)
	n, err := io.ReadFull(f, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return head[:n], err
}

// readOtherFile reads a data file by way of a copy that is up to date.
func readOtherFile(ctx context.Context, path string, now func() time.Time) (d exchange.Document, err error) {
	dir, err := os.MkdirTemp("", "milepost-import-") // 0700
	if err != nil {
		return d, fmt.Errorf("make a folder for the copy: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	c, err := makeCandidate(ctx, dir, path, nil)
	if err != nil {
		return d, err
	}
	s, err := OpenReading(ctx, c.file, now)
	if err != nil {
		return d, err
	}
	d, err = s.Document(ctx)
	return d, errors.Join(err, s.Close())
}

package data

import (
	"context"
	"database/sql"
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
	s.copying.Lock()
	defer s.copying.Unlock()
	tmp, err := emptyFile(dir, tempPattern)
	if err != nil {
		return fmt.Errorf("back up to %s: %w", abs, err)
	}
	defer removeUnfinished(tmp) // gone already when all went well; what a full disk leaves behind goes too
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

func takenName(path string) error {
	return &planner.FieldError{Field: "out", Reason: fmt.Sprintf("%s already exists; choose another name for the backup", path)}
}

// copyTo writes a copy into an empty file and checks it.
func (s *Store) copyTo(ctx context.Context, file string) error {
	m, err := s.vacuumInto(ctx, file)
	if err != nil {
		return err
	}
	reached("copied")
	return checkCopy(ctx, file, m)
}

// manifest is what a copy must hold.
type manifest struct {
	version int
	rows    map[string]int
}

func readManifest(ctx context.Context, q queryer) (m manifest, err error) {
	if _, m.version, err = marks(ctx, q); err != nil {
		return m, err
	}
	m.rows, err = countRows(ctx, q)
	return m, err
}

// checkCopy looks a copy through from end to end, and wants as many rows in each of its tables as there are in what was copied.
func checkCopy(ctx context.Context, file string, want manifest) error {
	got, err := inspectOwn(ctx, file)
	if err == nil && got.version != want.version {
		err = fmt.Errorf("its tables are of version %d, not %d", got.version, want.version)
	}
	if err == nil {
		err = sameCounts(want.rows, got.rows)
	}
	if err != nil {
		return fmt.Errorf("the copy did not pass its check: %w", err)
	}
	return nil
}

// inspectOwn looks through a file that was just made and that nobody else has: its mark, its tables, its structure, its references and
// the checks of its tables. SQLite leaves the last out of files opened read-only, so it is opened for writing, and not written to.
func inspectOwn(ctx context.Context, file string) (m manifest, err error) {
	p := place{path: file, file: file, exists: true}
	if err := checkHeader(p); err != nil {
		return m, err
	}
	db := openDB(newFileDSN(file), 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := inspectDB(ctx, db, thorough); err != nil {
		return m, inspectionError(p, err)
	}
	return readManifest(ctx, db)
}

// patientCopies is how often a copy is tried beside somebody who goes on saving, before saving has to wait for it.
const patientCopies = 4

// vacuumInto writes the committed state into an empty file, and answers what was in it. Saving goes on meanwhile: the copy is made
// by a connection of its own. SQLite cannot count in the transaction it copies in, so it is tried again when something was saved
// between counting and copying; should that go on, the copy is made by the connection that saves, which cannot save meanwhile.
func (s *Store) vacuumInto(ctx context.Context, file string) (m manifest, err error) {
	if s.held != nil {
		return s.copyBesideOthers(ctx, file)
	}
	if s.checkStillThere() != nil {
		return copyUnchanged(ctx, s.write, file) // the file has vanished, or another lies there: only this connection still has it
	}
	own := openDB(readDSN(s.file, false), 1)
	defer func() { err = errors.Join(err, own.Close()) }()
	for range patientCopies {
		if m, err = copyUnchanged(ctx, own, file); !errors.Is(err, errChanged) {
			return m, err
		}
	}
	return copyUnchanged(ctx, s.write, file)
}

// copyBesideOthers copies for a store that only reads, while another program may save.
func (s *Store) copyBesideOthers(ctx context.Context, file string) (manifest, error) {
	for range patientCopies {
		m, err := copyFromPlace(ctx, s.place(), file)
		if !errors.Is(err, errChanged) {
			return m, err
		}
	}
	return manifest{}, errChanged
}

// copyFromPlace copies a file that passed inspection, as it lies, whether or not somebody has it open.
func copyFromPlace(ctx context.Context, p place, file string) (m manifest, err error) {
	before, err := os.Stat(p.file)
	if err != nil {
		return m, err
	}
	wal, err := sizeOf(p.file + "-wal")
	if err != nil {
		return m, err
	}
	db, closeDB, err := openForInspection(ctx, p)
	if err != nil {
		return m, err
	}
	defer func() { err = errors.Join(err, closeDB()) }()
	if m, err = copyUnchanged(ctx, db, file); err != nil {
		return m, err
	}
	alone := &snapshot{}
	if wal <= 0 {
		alone.alone = before // it was read without SQLite's locks
	}
	return m, alone.checkUnchanged(p.file)
}

// copyUnchanged counts, copies, and answers errChanged if something was saved between the two.
func copyUnchanged(ctx context.Context, db *sql.DB, file string) (m manifest, err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return m, err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	var before, after int
	if err := conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&before); err != nil {
		return m, err
	}
	if m, err = readManifest(ctx, conn); err != nil {
		return m, err
	}
	if err := os.Truncate(file, 0); err != nil { // from the attempt before
		return m, err
	}
	if _, err := conn.ExecContext(ctx, "VACUUM INTO ?", file); err != nil {
		return m, err
	}
	if err := conn.QueryRowContext(ctx, "PRAGMA data_version").Scan(&after); err != nil {
		return m, err
	}
	if before != after {
		return m, errChanged
	}
	return m, nil
}

// reached is called at each step of a backup and a restore; tests kill the program there.
var reached = func(string) {}

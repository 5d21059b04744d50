package data

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"
)

// applicationID is Milepost's mark in the header of a database: the letters MPST.
const applicationID = 0x4D505354

// depth is how thoroughly a file is looked through.
type depth string

const (
	quick    depth = "quick_check"     // structure and foreign keys: at each start
	thorough depth = "integrity_check" // and indexes, and the checks of the tables: for verify and backups
)

// findings are what an inspection learned of a sound file.
type findings struct {
	version int // of the tables
}

// inspect decides whether a file can be trusted, without writing to it or beside it. The order matters: nothing a file
// contains is used before the file was recognised as ours, table by table, because a query on a foreign schema could run
// what somebody hid in it.
func inspect(ctx context.Context, p place, d depth) (findings, error) {
	if err := checkHeader(p); err != nil {
		return findings{}, err
	}
	if err := checkLog(p); err != nil {
		return findings{}, err
	}
	db, closeDB, err := openForInspection(ctx, p)
	if err != nil {
		return findings{}, inspectionError(p, err)
	}
	f, err := inspectDB(ctx, db, d)
	if err == nil && d == thorough {
		err = checkRules(ctx, db)
	}
	return f, errors.Join(inspectionError(p, err), closeDB())
}

// checkRules tests each row against the checks of its table. SQLite leaves them out of a database opened read-only, so a copy is
// made and opened for writing. (When a file is opened for work, the writing connection does the same without a copy.)
func checkRules(ctx context.Context, db *sql.DB) (err error) {
	dir, err := os.MkdirTemp("", "milepost-inspect-")
	if err != nil {
		return fmt.Errorf("make a folder to look at the data file in: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	file := filepath.Join(dir, "copy")
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", file); err != nil {
		if e := (sqlite3.Error{}); errors.As(err, &e) && e.Code == sqlite3.ErrCorrupt {
			return fmt.Errorf("copy the data file: %w", err)
		}
		return fmt.Errorf("copy the data file to %s: %w", dir, onlyPlain(err)) // the place of the copy may be to blame: no verdict on the file
	}
	copied := openDB(newFileDSN(file), 1)
	defer func() { err = errors.Join(err, copied.Close()) }()
	return checkWhole(ctx, copied, quick)
}

// The parts of a database header that are looked at: https://www.sqlite.org/fileformat2.html#the_database_header
const (
	headerBytes     = 100
	headerMagic     = "SQLite format 3\x00"
	offsetVersion   = 60 // user_version, big-endian
	offsetAppID     = 68 // application_id, big-endian
	smallestDBBytes = 512
)

// checkHeader reads the first bytes by itself. SQLite would take some broken files for new databases.
func checkHeader(p place) error {
	f, err := os.Open(p.file)
	if err != nil {
		return fmt.Errorf("read the data file %s: %w", p.path, err)
	}
	defer f.Close()
	header := make([]byte, headerBytes)
	if _, err := io.ReadFull(f, header); err != nil {
		return openErrorFrom(KindNotSQLite, p.path, err)
	}
	if string(header[:len(headerMagic)]) != headerMagic {
		return openError(KindNotSQLite, p.path)
	}
	if binary.BigEndian.Uint32(header[offsetAppID:]) != applicationID {
		return openError(KindForeign, p.path)
	}
	if int(binary.BigEndian.Uint32(header[offsetVersion:])) > latestVersion() {
		return openError(KindNewer, p.path)
	}
	if info, err := f.Stat(); err == nil && info.Size() < smallestDBBytes {
		return openError(KindDamaged, p.path)
	}
	return nil
}

// verdict is a kind on its way to becoming an OpenError, with the reason for the log.
type verdict struct {
	kind   Kind
	reason string
}

func (v *verdict) Error() string { return v.reason }

// inspectDB looks through an open database: whose it is, how new, of which tables, and whether it is whole.
func inspectDB(ctx context.Context, db queryer, d depth) (findings, error) {
	app, version, err := marks(ctx, db)
	if err != nil {
		return findings{}, err
	}
	if app != applicationID || version < 1 {
		return findings{}, &verdict{KindForeign, fmt.Sprintf("application_id %#x, version %d", app, version)}
	}
	if version > latestVersion() {
		return findings{}, &verdict{KindNewer, fmt.Sprintf("version %d, known up to %d", version, latestVersion())}
	}
	if err := compareSchema(ctx, db, version); err != nil {
		return findings{}, err
	}
	if err := checkWhole(ctx, db, d); err != nil {
		return findings{}, err
	}
	return findings{version: version}, nil
}

// marks reads whose database it is and the version of its tables.
func marks(ctx context.Context, q queryer) (app, version int, err error) {
	if err = q.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app); err != nil {
		return 0, 0, fmt.Errorf("read the application id: %w", err)
	}
	if err = q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, 0, fmt.Errorf("read the version of the tables: %w", err)
	}
	return app, version, nil
}

// checkWhole lets SQLite look for damage.
func checkWhole(ctx context.Context, db queryer, d depth) error {
	var answer string
	if err := db.QueryRowContext(ctx, "PRAGMA "+string(d)+"(1)").Scan(&answer); err != nil {
		return fmt.Errorf("check the data file: %w", err)
	}
	if answer != "ok" {
		return &verdict{KindDamaged, answer}
	}
	return checkForeignKeys(ctx, db)
}

// checkForeignKeys finds rows that lean on rows that are not there.
func checkForeignKeys(ctx context.Context, q queryer) error {
	rows, err := q.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return fmt.Errorf("check the references: %w", err)
	}
	defer rows.Close()
	if rows.Next() {
		return &verdict{KindDamaged, "a row refers to one that is missing"}
	}
	return rows.Err()
}

// inspectionError turns what went wrong into an OpenError where the file is to blame.
func inspectionError(p place, err error) error {
	var v *verdict
	var sqliteErr sqlite3.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, new(*OpenError)):
		return err
	case errors.As(err, &v):
		return openErrorFrom(v.kind, p.path, err)
	case errors.As(err, &sqliteErr) && kindOfCode(sqliteErr.Code) != "":
		return openErrorFrom(kindOfCode(sqliteErr.Code), p.path, err)
	}
	return fmt.Errorf("inspect the data file %s: %w", p.path, plain(err))
}

// kindOfCode tells what an error code of SQLite, met while only reading, says of a file; "" when the file is not to blame (no
// memory, a failing disk, a cancelled check).
func kindOfCode(code sqlite3.ErrNo) Kind {
	switch code {
	case sqlite3.ErrNotADB:
		return KindNotSQLite
	case sqlite3.ErrCorrupt, sqlite3.ErrFormat, sqlite3.ErrError:
		return KindDamaged
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return KindLocked
	case sqlite3.ErrCantOpen, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return KindNoPermission
	case sqlite3.ErrReadonly:
		return KindReadOnly
	}
	return ""
}

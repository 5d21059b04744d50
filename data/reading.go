package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"
)

// ErrOnlyReading is answered by every change of a store that was opened by [OpenReading].
var ErrOnlyReading = errors.New("the data file was opened for reading only")

// errChanged says that a file nobody had open was written to between two looks at it.
var errChanged = errors.New("the data file was being changed at this moment; run the command again")

// snapshot is one committed state of a file, held for as long as somebody reads from it.
type snapshot struct {
	tx    *sql.Tx
	close func() error
	// alone is what the file looked like when it was taken as it lies, without SQLite's locks; nil when it was read under them.
	alone os.FileInfo
}

// OpenReading opens the data file to read the state that was committed last, whether or not a Milepost has it open: no lock is
// taken or asked for, and neither the file nor anything beside it changes. Everything read from the store is of one moment. A file
// with older tables is refused, because bringing it up to date would be a change.
func OpenReading(ctx context.Context, path string, now func() time.Time) (*Store, error) {
	p, err := locate(path)
	if err != nil {
		return nil, err
	}
	if p = withPending(p); !p.exists {
		return nil, openError(KindMissing, p.path)
	}
	if err := checkReadable(p); err != nil {
		return nil, err
	}
	if err := checkHeader(p); err != nil {
		return nil, err
	}
	held, err := takeSnapshot(ctx, p)
	if err != nil {
		return nil, inspectionError(p, err)
	}
	return &Store{path: p.path, file: p.file, now: now, held: held}, nil
}

// takeSnapshot opens the file in the way of an inspection, and inspects and keeps the very state it found.
func takeSnapshot(ctx context.Context, p place) (_ *snapshot, err error) {
	before, err := os.Stat(p.file)
	if err != nil {
		return nil, err
	}
	wal, err := sizeOf(p.file + "-wal")
	if err != nil {
		return nil, err
	}
	db, closeDB, err := openForInspection(ctx, p)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, closeDB())
		}
	}()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("begin reading: %w", err)
	}
	f, err := inspectDB(ctx, tx, quick)
	if err == nil && f.version < latestVersion() {
		err = &verdict{KindOlder, fmt.Sprintf("version %d, needed %d", f.version, latestVersion())}
	}
	if err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	s := &snapshot{tx: tx, close: closeDB}
	if wal <= 0 {
		s.alone = before
	}
	return s, nil
}

// checkUnchanged refuses what was read from a file that lay alone and was written to meanwhile: a Milepost that is just starting
// does not see such a reader, and half of one state and half of the next is worse than no answer.
func (s *snapshot) checkUnchanged(file string) error {
	if s.alone == nil {
		return nil
	}
	now, err := os.Stat(file)
	if err != nil || !os.SameFile(now, s.alone) || now.Size() != s.alone.Size() || !now.ModTime().Equal(s.alone.ModTime()) {
		return errChanged
	}
	return nil
}

func (s *snapshot) release() error {
	err := s.tx.Rollback()
	if errors.Is(err, sql.ErrTxDone) { // the context ended first
		err = nil
	}
	return errors.Join(err, s.close())
}

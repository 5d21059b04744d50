package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/mattn/go-sqlite3"

	"milepost/planner"
)

// Tx is an action under way: the changes made through it happen together or not at all. It is good only inside the function
// given to [Store.Do].
type Tx struct {
	ctx    context.Context
	tx     *sql.Tx
	now    string               // time stamp of the action
	moment int64                // the same in milliseconds since 1970
	home   string               // the computer and the path of the file
	stmts  map[string]*sql.Stmt // prepared once per action; closed with it
	failed error                // a write went wrong: the action cannot be kept any more
	swept  bool                 // forecasts of studies that are gone for good were cleared away in this action
	merge  bool                 // history from elsewhere is written, and none of our own
}

// Do runs fn as one action: one transaction and one step of undo, called action ("Record mock"). When Do answers nil the change
// is on disk. When fn answers an error, or any write in it failed, nothing has happened. An action that changed nothing leaves no
// step. Inside fn the store may be read; it still answers what was true before.
func (s *Store) Do(ctx context.Context, action string, fn func(*Tx) error) error {
	if err := planner.CheckText("action", action, planner.MaxNameRunes); err != nil {
		return err
	}
	if action == "" {
		return &planner.FieldError{Field: "action", Reason: "an action needs a name"}
	}
	err := s.transaction(ctx, func(tx *sql.Tx) error {
		t := s.begin(ctx, tx)
		if err := t.record(action); err != nil {
			return err
		}
		if err := fn(t); err != nil {
			return err
		}
		if t.failed != nil {
			return t.failed
		}
		return t.finishRecording()
	})
	return s.noted(plain(err))
}

// noted keeps in mind whether the disk was full, for whoever asks how things stand ([Store.Presence]).
func (s *Store) noted(err error) error {
	s.fullness.noted(err, func() uint64 { free, _ := freeSpace(filepath.Dir(s.file)); return free })
	return err
}

func (s *Store) begin(ctx context.Context, tx *sql.Tx) *Tx {
	now := s.now()
	return &Tx{ctx: ctx, tx: tx, now: stamp(now), moment: now.UnixMilli(), home: homeOf(s.file), stmts: make(map[string]*sql.Stmt)}
}

// transaction runs fn in a writing transaction: committed when fn answers nil, rolled back otherwise, also after a panic.
func (s *Store) transaction(ctx context.Context, fn func(*sql.Tx) error) error {
	if s.held != nil {
		return fmt.Errorf("%s: %w", s.path, ErrOnlyReading)
	}
	if err := s.checkStillThere(); err != nil {
		return err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin saving: %w", err)
	}
	defer tx.Rollback() // without effect after the commit
	if err := fn(tx); err != nil {
		return err
	}
	defer s.commits.Add(1) // also after one that failed: who knows
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}

// exec runs one statement, prepared once in this action.
func (t *Tx) exec(query string, args ...any) error {
	stmt, err := t.prepare(query)
	if err != nil {
		return err
	}
	if _, err := stmt.ExecContext(t.ctx, args...); err != nil {
		return t.fail(err)
	}
	return nil
}

func (t *Tx) prepare(query string) (*sql.Stmt, error) {
	if stmt, ok := t.stmts[query]; ok {
		return stmt, nil
	}
	stmt, err := t.tx.PrepareContext(t.ctx, query)
	if err != nil {
		return nil, t.fail(err)
	}
	t.stmts[query] = stmt
	return stmt, nil
}

// fail notes that the action cannot be kept, whatever fn makes of the error.
func (t *Tx) fail(err error) error {
	if t.failed == nil {
		t.failed = err
	}
	return err
}

// number asks for a single number.
func (t *Tx) number(query string, args ...any) (int, error) {
	var n int
	if err := t.tx.QueryRowContext(t.ctx, query, args...).Scan(&n); err != nil {
		return 0, t.fail(err)
	}
	return n, nil
}

// requireStudy answers ErrNotFound unless the study exists.
func (t *Tx) requireStudy(id string) error {
	n, err := t.number("SELECT count(*) FROM study WHERE id = ?", id)
	if err != nil {
		return err
	}
	if n == 0 {
		return fmt.Errorf("study %q: %w", id, ErrNotFound)
	}
	return nil
}

// Failures of the place a file is kept in, in words that say what to do. Nothing of the action was kept.
var (
	ErrDiskFull = errors.New("the disk is full, so nothing of this was saved; free some space and try again")
	ErrDisk     = errors.New("the disk did not take the data, so nothing of this was saved; try again, and make a backup on another disk")
	ErrBusy     = errors.New("another program is using the data file, so nothing of this was saved; close it and try again")
)

// plain puts plain words before SQLite's where a person can do something about it.
func plain(err error) error {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		if isFull(err) {
			return fmt.Errorf("%w (%w)", ErrDiskFull, err)
		}
		return err
	}
	if isFull(e.SystemErrno) {
		return fmt.Errorf("%w (%w)", ErrDiskFull, err)
	}
	switch e.Code {
	case sqlite3.ErrFull:
		return fmt.Errorf("%w (%w)", ErrDiskFull, err)
	case sqlite3.ErrIoErr, sqlite3.ErrReadonly, sqlite3.ErrCantOpen:
		return fmt.Errorf("%w (%w)", ErrDisk, err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fmt.Errorf("%w (%w)", ErrBusy, err)
	}
	return err
}

// onlyPlain is plain without SQLite's error inside, for a place that is not the data file: it says nothing of that one.
func onlyPlain(err error) error {
	told := plain(err)
	for _, kind := range []error{ErrDiskFull, ErrDisk, ErrBusy} {
		if errors.Is(told, kind) {
			return fmt.Errorf("%w (%v)", kind, err)
		}
	}
	return errors.New(err.Error())
}

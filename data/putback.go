package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"milepost/data/backups"
)

// CanPutBack tells whether [Store.PutBack] can mend a trouble.
func (p Presence) CanPutBack() bool {
	switch p.Trouble {
	case TroubleDeleted, TroubleMoved, TroubleGone, TroubleLogGone:
		return true
	}
	return false
}

// PutBack makes the path lead to the data again after the file was deleted or moved, or its log was taken away, while it was open. A
// moved file gets its name back; a deleted one is written anew, from what the open connection still holds; a log is folded in and begun
// anew. It answers the store that is to be used from then on, and nil only if that cannot be opened; it replaces no file.
func (s *Store) PutBack(ctx context.Context) (*Store, error) {
	if s.held != nil {
		return s, fmt.Errorf("%s: %w", s.path, ErrOnlyReading)
	}
	switch p := s.Presence(); p.Trouble {
	case TroubleMoved:
		return s, s.moveBack(p.NowAt)
	case TroubleDeleted, TroubleGone: // one that was moved, which not every system tells, stays where it went
		return s.writeAnew(ctx)
	case TroubleLogGone:
		return s.renewLog(ctx)
	}
	return s, fmt.Errorf("there is nothing that could be put back at %s; save a copy instead", s.path)
}

// moveBack gives a moved file its name again. What belongs to it still lies beside that.
func (s *Store) moveBack(from string) error {
	if err := giveName(from, s.file); err != nil {
		return fmt.Errorf("put %s back at %s: %w", from, s.path, err)
	}
	return errors.Join(syncFolder(filepath.Dir(s.file)), syncFolder(filepath.Dir(from)))
}

// writeAnew writes a deleted file again. The copy is first given the name of a restore that was decided: killed from then on, the
// next start finishes it.
func (s *Store) writeAnew(ctx context.Context) (*Store, error) {
	s.copying.Lock()
	tmp, err := emptyFile(filepath.Dir(s.file), candidatePattern)
	if err == nil {
		if err = s.copyTo(ctx, tmp); err == nil {
			err = syncFile(tmp)
		}
		if err == nil {
			err = os.Rename(tmp, s.file+pendingMark+freeStamp(s.file, s.now()))
		}
		if err != nil {
			err = errors.Join(err, os.Remove(tmp))
		}
	}
	s.copying.Unlock()
	if err != nil {
		return s, fmt.Errorf("write %s anew: %w", s.path, plain(err))
	}
	if err := syncFolder(filepath.Dir(s.file)); err != nil {
		return s, err
	}
	reached("decided")
	return s.reopen(ctx, func() error {
		if _, err := os.Lstat(s.file); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("another file came to lie at %s; what was saved lies beside it", s.path)
		}
		return finishRestore(s.file)
	})
}

// renewLog folds the log that was taken away, and that the open connection still has, into the file, and begins another. A backup of
// what the connection holds is made first.
func (s *Store) renewLog(ctx context.Context) (*Store, error) {
	for _, suffix := range besides { // closing would remove somebody else's
		if _, err := os.Lstat(s.file + suffix); err == nil && s.ident.others(s.file+suffix, suffix) {
			return s, fmt.Errorf("%s belongs to another program; save a copy instead", s.file+suffix)
		}
	}
	if _, err := s.MakeBackup(ctx, BackupOptions{Reason: backups.BeforeRestore, Quick: true}); err != nil {
		return s, err
	}
	want, err := readManifest(ctx, s.write)
	if err != nil {
		return s, err
	}
	next, err := s.reopen(ctx, func() error { return nil })
	if err != nil {
		return next, err
	}
	got, err := readManifest(ctx, next.write)
	if err == nil {
		err = sameCounts(want.rows, got.rows)
	}
	return next, err
}

// others tells whether a file beside the data file is not the one that was opened.
func (i identity) others(path, suffix string) bool {
	now, err := os.Lstat(path)
	for at, was := range i.beside {
		if besides[at] == suffix && was != nil && err == nil {
			return !os.SameFile(was, now)
		}
	}
	return err == nil
}

// reopen closes the connections, does something to the file nobody has open then, and opens it again, under the lock all the while.
func (s *Store) reopen(ctx context.Context, do func() error) (*Store, error) {
	lock := s.lock
	s.lock = nil // kept for the store to come
	err := s.Close()
	if err == nil {
		err = do()
	}
	next := &Store{path: s.path, file: s.file, now: s.now, lock: lock}
	if opening := next.open(context.WithoutCancel(ctx), Options{Now: s.now, NoLock: lock == nil}); opening != nil {
		return nil, errors.Join(err, opening, next.Close())
	}
	return next, err
}

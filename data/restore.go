package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/mattn/go-sqlite3"

	"milepost/data/backups"
	"milepost/planner"
)

// RestorePreview is what a restore would do, worked out without doing any of it.
type RestorePreview struct {
	From   string // the backup
	Backup Contents
	// Older says that the backup is of an older version and its tables would be brought up to date.
	Older bool
	// Changed says that the backup is sound but no longer what was written when it was made.
	Changed bool
	// Present is what the data file holds now, if it can be opened.
	Present Contents
	// PresentKind is what is wrong with the present file, "" when it is sound; PresentSentence says it in words.
	PresentKind     Kind
	PresentSentence string
}

// Restored is what a restore did.
type Restored struct {
	From  string
	Holds Contents
	// Older says that the backup's tables were brought up to date.
	Older bool
	// Kept is where what was there before lies now: a backup, or, with Damaged, the file itself, which could not be opened.
	// "" when there was nothing.
	Kept    string
	Damaged bool
}

// FindBackup turns what a person calls a backup into a path: a file, or the name of one of the backups of the data file at path, also
// in the second folder if one is given.
func FindBackup(path, second, name string) (string, error) {
	if strings.ContainsRune(name, filepath.Separator) || strings.ContainsRune(name, '/') {
		return filepath.Abs(name)
	}
	sets := []func() (backupSet, error){func() (backupSet, error) { return backupsOf(path) }}
	if second != "" {
		sets = append(sets, func() (backupSet, error) { return secondSet(path, second) })
	}
	for _, find := range sets {
		set, err := find()
		if err != nil {
			return "", err
		}
		if at := filepath.Join(set.dir, name); isFile(at) {
			return at, nil
		}
	}
	if !isFile(name) {
		return "", &planner.FieldError{Field: "backup", Reason: fmt.Sprintf("there is no backup called %q, and no such file either; `milepost backup list` names them", name)}
	}
	return filepath.Abs(name)
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// PreviewRestore works out what restoring the backup from over the data file at path would do. The data file must not be open in this
// process: an open store is asked by its own method. Nothing is written.
func PreviewRestore(ctx context.Context, path, from string) (RestorePreview, error) {
	v, err := previewBackup(ctx, path, from)
	if err != nil {
		return v, err
	}
	p, err := soundPlace(ctx, path, thorough)
	var bad *OpenError
	if errors.As(err, &bad) {
		v.PresentKind, v.PresentSentence = bad.Kind, bad.Sentence
		return v, nil
	}
	if isUnfit(err) {
		v.PresentKind, v.PresentSentence = KindDamaged, openError(KindDamaged, path).Sentence
		return v, nil
	}
	if err != nil {
		return v, err
	}
	v.Present, err = contentsAt(ctx, p)
	return v, err
}

// PreviewRestore works out what restoring the backup from would do to the open data file.
func (s *Store) PreviewRestore(ctx context.Context, from string) (RestorePreview, error) {
	v, err := previewBackup(ctx, s.path, from)
	if err != nil {
		return v, err
	}
	v.Present, err = s.Contents(ctx)
	return v, err
}

// previewBackup looks at the backup's side of a restore.
func previewBackup(ctx context.Context, path, from string) (RestorePreview, error) {
	if err := notItself(path, from); err != nil {
		return RestorePreview{}, err
	}
	p, f, err := soundBackup(ctx, from)
	if err != nil {
		return RestorePreview{}, err
	}
	v := RestorePreview{From: p.path, Older: f.version < latestVersion(), Changed: wasChanged(p.file)}
	v.Backup, err = contentsAt(ctx, p)
	return v, err
}

// wasChanged tells whether a file is named as a backup but is not what was written.
func wasChanged(path string) bool {
	dir, name := filepath.Split(path)
	for i := range name { // whose backup it is does not matter
		if n, ok := backups.Parse(name[:i], name); ok {
			return backupSet{dir: dir, owner: n.Owner}.stateOf(n) != backups.Good
		}
	}
	return false
}

// errItself is answered for a restore of a file over itself.
var errItself = errors.New("this is the data file itself; choose a backup")

func notItself(path, from string) error {
	a, err := os.Stat(path)
	if err != nil {
		return nil
	}
	if b, err := os.Stat(from); err == nil && os.SameFile(a, b) {
		return fmt.Errorf("%s: %w", from, errItself)
	}
	return nil
}

// soundPlace locates and inspects a data file.
func soundPlace(ctx context.Context, path string, d depth) (place, error) {
	p, err := locate(path)
	if err != nil {
		return p, err
	}
	if p = withPending(p); !p.exists {
		return p, openError(KindMissing, p.path)
	}
	if err := checkReadable(p); err != nil {
		return p, err
	}
	_, err = inspect(ctx, p, d)
	return p, err
}

// Restore puts the backup from in the place of the data file at path, which may be missing or unfit to be opened, and must not be open
// in any Milepost. The backup is inspected, copied and brought up to date first; then what is there now is kept, as a backup or, if
// it cannot be opened, as it is under another name; then the copy takes its place. Killed at any moment, it leaves the one or the
// other, whole. If it fails, the data file is what it was, unless the error says that it remains to be finished.
func Restore(ctx context.Context, path, from string, now func() time.Time) (done Restored, err error) {
	target, err := locate(path)
	if err != nil {
		return done, err
	}
	dir := filepath.Dir(target.file)
	made := missing(dir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Restored{}, createError(target.path, err)
	}
	defer func() {
		if err != nil {
			removeMade(made) // a folder in which something is stays
		}
	}()
	lock, err := takeLock(target.file)
	if err != nil {
		return Restored{}, (&Store{path: target.path, file: target.file}).lockError(err)
	}
	done, err = restoreLocked(ctx, target, from, now)
	return done, errors.Join(err, lock.release())
}

// restoreLocked is Restore with the lock held.
func restoreLocked(ctx context.Context, target place, from string, now func() time.Time) (done Restored, err error) {
	if err := finishRestore(target.file); err != nil {
		return done, err
	}
	if err := notItself(target.file, from); err != nil {
		return done, err
	}
	removeLeftovers(filepath.Dir(target.file), candidatePattern, now())
	sound, err := presentIsSound(ctx, target)
	if err != nil {
		return done, err
	}
	if !sound {
		return restoreOverUnfit(ctx, target, from, now)
	}
	s := &Store{path: target.path, file: target.file, now: now}
	if err := s.connect(ctx); err != nil {
		return done, errors.Join(err, s.Close())
	}
	done, c, err := s.prepareRestore(ctx, from)
	if err := errors.Join(err, s.Close()); err != nil {
		return done, errors.Join(err, c.discard())
	}
	return done, swapSound(target.file, c)
}

// presentIsSound tells whether the present file can be opened, and so be backed up. What has nothing to do with the file is an error.
func presentIsSound(ctx context.Context, target place) (bool, error) {
	if _, err := os.Stat(target.file); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	present := place{path: target.path, file: target.file, exists: true}
	err := checkWritable(present)
	if err == nil {
		_, err = inspect(ctx, present, thorough)
	}
	if isUnfit(err) {
		return false, nil
	}
	return err == nil, err
}

// isUnfit tells whether an inspection has found that a file cannot be opened. A disk that cannot read it any more is one of the
// reasons: the file is kept by renaming it, which reads nothing of it.
func isUnfit(err error) bool {
	var bad *OpenError
	var sqliteErr sqlite3.Error
	switch {
	case errors.As(err, &bad):
		switch bad.Kind {
		case KindEmpty, KindNotSQLite, KindForeign, KindNewer, KindDamaged, KindDamagedLog:
			return true
		}
	case errors.As(err, &sqliteErr):
		return sqliteErr.Code == sqlite3.ErrIoErr
	}
	return errors.Is(err, syscall.EIO)
}

// restoreOverUnfit restores where nothing is, or something that cannot be opened.
func restoreOverUnfit(ctx context.Context, target place, from string, now func() time.Time) (Restored, error) {
	c, err := makeCandidate(ctx, filepath.Dir(target.file), from, nil)
	if err != nil {
		return Restored{}, plain(err)
	}
	done := Restored{From: from, Holds: c.holds, Older: c.older}
	stamp := freeStamp(target.file, now())
	if isFile(target.file) {
		done.Kept, done.Damaged = target.file+setAsideMark+stamp, true
	}
	if err := os.Rename(c.file, target.file+pendingMark+stamp); err != nil {
		return Restored{}, errors.Join(fmt.Errorf("restore %s: %w", from, err), c.discard())
	}
	if err := syncFolder(filepath.Dir(target.file)); err != nil {
		return Restored{}, err
	}
	reached("decided")
	if err := finishRestore(target.file); err != nil {
		return done, fmt.Errorf("the restore of %s is not finished yet; start Milepost again to finish it: %w", from, err)
	}
	return done, nil
}

// prepareRestore makes everything ready beside a sound file that is open: the new file, and a backup of the present one.
func (s *Store) prepareRestore(ctx context.Context, from string) (Restored, candidate, error) {
	local, err := readLocalSettings(ctx, s.read)
	if err != nil {
		return Restored{}, candidate{}, err
	}
	c, err := makeCandidate(ctx, filepath.Dir(s.file), from, local)
	if err != nil {
		return Restored{}, candidate{}, plain(err)
	}
	kept, err := s.MakeBackup(ctx, BackupOptions{Reason: backups.BeforeRestore, Quick: true})
	if err != nil {
		return Restored{}, candidate{}, errors.Join(fmt.Errorf("back up before restoring: %w", err), c.discard())
	}
	reached("kept")
	return Restored{From: from, Holds: c.holds, Older: c.older, Kept: kept.Path}, c, nil
}

// discard removes a candidate that is not wanted any more.
func (c candidate) discard() error {
	if c.file == "" {
		return nil
	}
	return removeUnfinished(c.file)
}

// swapSound puts a candidate in the place of a sound file nobody has open. Its log has to be empty: closing folded it in. A log that
// is not belongs to somebody still reading, and would be taken for the new file's.
func swapSound(file string, c candidate) error {
	if size, err := sizeOf(file + "-wal"); err != nil || size > 0 {
		return errors.Join(fmt.Errorf("another program is reading %s, so nothing was restored; try again: %w", file, ErrBusy), err, c.discard())
	}
	if err := removeStray(file); err != nil {
		return errors.Join(fmt.Errorf("restore over %s: %w", file, err), c.discard())
	}
	if err := syncFolder(filepath.Dir(file)); err != nil { // the log is gone for good before the new file comes
		return errors.Join(err, c.discard())
	}
	reached("alone")
	if err := os.Rename(c.file, file); err != nil {
		return errors.Join(fmt.Errorf("restore over %s: %w", file, err), c.discard())
	}
	reached("restored")
	return syncFolder(filepath.Dir(file))
}

// foldLog writes the log into the data file, as closing does without telling of a disk that refuses it.
func (s *Store) foldLog(ctx context.Context) error {
	if _, err := s.write.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)"); err != nil {
		return fmt.Errorf("put everything on disk before restoring: %w", plain(err))
	}
	return nil
}

// Restore puts a backup in the place of the open data file, and answers the store that is to be used from then on. The lock is held all
// the while. If the restore fails the answer is a store over what was there before; only if that cannot be opened again is it nil.
func (s *Store) Restore(ctx context.Context, from string) (*Store, Restored, error) {
	if s.held != nil {
		return s, Restored{}, fmt.Errorf("%s: %w", s.path, ErrOnlyReading)
	}
	if err := errors.Join(notItself(s.file, from), s.checkStillThere()); err != nil {
		return s, Restored{}, err
	}
	done, c, err := s.prepareRestore(ctx, from)
	if err != nil {
		return s, Restored{}, err
	}
	if err := s.foldLog(ctx); err != nil {
		return s, Restored{}, errors.Join(err, c.discard())
	}
	lock := s.lock
	s.lock = nil // kept for the store to come
	if err = s.Close(); err == nil {
		err = swapSound(s.file, c)
	} else {
		err = errors.Join(err, c.discard())
	}
	next := &Store{path: s.path, file: s.file, now: s.now, lock: lock}
	if opening := next.open(context.WithoutCancel(ctx), Options{Now: s.now, NoLock: lock == nil}); opening != nil {
		if err == nil {
			opening = fmt.Errorf("the backup was restored, but the data file could not be opened again; start Milepost again: %w", plain(opening))
		}
		return nil, Restored{}, errors.Join(err, opening, next.Close())
	}
	if err != nil {
		return next, Restored{}, err
	}
	return next, done, nil
}

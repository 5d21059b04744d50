package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A restore over a file that cannot be opened has to move up to three files away (the database, its log, the index of the log)
// and put a new one in their place. A system renames one file at a time, and half of it would be the worst there can be: SQLite
// takes the log of one database for that of another without a word. So the new file is first given a name that says "this is what
// the data file is to be": "study.db.restoring-20261126T065012Z". From that moment on the restore has happened. Whoever opens the
// data file finishes it (finishRestore), and whoever only reads takes the new file as it lies (withPending).

// pendingMark is between the name of the data file and the time in the name of a restore that was decided.
const pendingMark = ".restoring-"

// setAsideMark is the same for a file that could not be opened and was kept.
const setAsideMark = ".damaged-"

// asideLayout is the time in these names, UTC.
const asideLayout = "20060102T150405Z"

// parts are the files a database consists of: the endings of their names. The log goes first and the database last.
var parts = append(append([]string{}, besides...), "")

// pendingRestore finds a restore that was decided and not finished; "" when there is none.
func pendingRestore(file string) (path string) {
	prefix := filepath.Base(file) + pendingMark
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		return ""
	}
	for _, e := range entries {
		if stamp, ok := strings.CutPrefix(e.Name(), prefix); ok && e.Type().IsRegular() && isAsideStamp(stamp) {
			return filepath.Join(filepath.Dir(file), e.Name())
		}
	}
	return ""
}

// isAsideStamp recognises a time, with a number where the time alone was taken.
func isAsideStamp(stamp string) bool {
	at, _, _ := strings.Cut(stamp, "-")
	_, err := time.Parse(asideLayout, at)
	return err == nil
}

// withPending is the place where what was restored lies as long as it has not got its name; the place itself otherwise.
func withPending(p place) place {
	if pending := pendingRestore(p.file); pending != "" {
		p.file, p.exists = pending, true
	}
	return p
}

// finishRestore ends a restore that was decided: the present file and what belongs to it are set aside, and the restored one takes
// its name. It may be cut short and called again at each of its steps. The lock must be held.
func finishRestore(file string) error {
	pending := pendingRestore(file)
	if pending == "" {
		return nil
	}
	stamp := strings.TrimPrefix(pending, file+pendingMark)
	for _, part := range parts {
		if err := setAside(file, stamp, part); err != nil {
			return fmt.Errorf("keep the file that could not be opened: %w", err)
		}
		reached("set aside " + part)
	}
	// On disk before the new file gets the name: a power cut must not bring the old log back beside it.
	if err := syncFolder(filepath.Dir(file)); err != nil {
		return err
	}
	if err := os.Rename(pending, file); err != nil {
		return fmt.Errorf("give the restored file its name: %w", err)
	}
	reached("restored")
	return syncFolder(filepath.Dir(file))
}

// finishPending ends a restore that was cut short before the data file is opened for work.
func finishPending(p place, opt Options) (_ place, err error) {
	if pendingRestore(p.file) == "" {
		return p, nil
	}
	if !opt.NoLock {
		lock, err := takeLock(p.file)
		if err != nil {
			return p, (&Store{path: p.path, file: p.file}).lockError(err)
		}
		defer func() { err = errors.Join(err, lock.release()) }()
	}
	if err := finishRestore(p.file); err != nil {
		return p, err
	}
	return locate(p.path)
}

// setAside moves one of the files of a database away. It replaces nothing, even if another program made the file anew meanwhile.
func setAside(file, stamp, part string) error {
	if _, err := os.Lstat(file + part); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	to := file + setAsideMark + stamp + part
	for n := 2; n < 1000; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s%s%s-again-%d%s", file, setAsideMark, stamp, n, part)
	}
	return os.Rename(file+part, to)
}

// freeStamp is a time, or the time with a number, under which nothing was set aside yet.
func freeStamp(file string, now time.Time) string {
	at := now.UTC().Format(asideLayout)
	for n := 1; ; n++ {
		stamp := at
		if n > 1 {
			stamp = fmt.Sprintf("%s-%d", at, n)
		}
		free := true
		for _, name := range append([]string{pendingMark + stamp}, asideNames(stamp)...) {
			if _, err := os.Lstat(file + name); !errors.Is(err, fs.ErrNotExist) {
				free = false
			}
		}
		if free || n == 1000 {
			return stamp
		}
	}
}

func asideNames(stamp string) (names []string) {
	for _, part := range parts {
		names = append(names, setAsideMark+stamp+part)
	}
	return names
}

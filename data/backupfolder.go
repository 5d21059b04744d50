package data

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"milepost/data/backups"
)

// backupsName is the folder of backups, beside the data file.
const backupsName = "backups"

// tempPattern names copies that are being made. Killed programs leave them behind; see removeLeftovers.
const tempPattern = ".milepost-backup-*"

// leftoverAge is how old an unfinished copy must be before it is taken for the remains of a killed program.
const leftoverAge = time.Hour

// backupSet is where the backups of a data file lie, and how their names begin.
type backupSet struct {
	dir   string
	owner string
}

// backupsOf finds the backups of the data file at path, which need not be there any more.
func backupsOf(path string) (backupSet, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return backupSet{}, fmt.Errorf("find the backups of %q: %w", path, err)
	}
	if file, err := filepath.EvalSymlinks(abs); err == nil {
		abs = file // beside the file itself, not beside a link to it
	}
	return backupSet{dir: filepath.Join(filepath.Dir(abs), backupsName), owner: backups.Owner(filepath.Base(abs))}, nil
}

// secondSet is where copies of the backups of the data file at path go in another folder: a folder in it that is named after the
// data file, this computer and the place of the file. One stick can so serve several computers and people without one of them
// thinning out the other's.
func secondSet(path, folder string) (backupSet, error) {
	set, err := backupsOf(path)
	if err != nil {
		return set, err
	}
	host, err := os.Hostname()
	if err != nil {
		host = "computer"
	}
	sum := sha256.Sum256([]byte(filepath.Dir(set.dir)))
	own := set.owner + "-" + unusual.ReplaceAllString(host, "_") + "-" + hex.EncodeToString(sum[:3])
	return backupSet{dir: filepath.Join(folder, own), owner: set.owner}, nil
}

// unusual are characters of a computer's name that some file system might mind.
var unusual = regexp.MustCompile(`[^A-Za-z0-9._-]`)

// BackupFolder is the folder in which the backups of the data file at path lie. It may not be there yet.
func BackupFolder(path string) (string, error) {
	set, err := backupsOf(path)
	return set.dir, err
}

// SecondBackupFolder is the folder for the copies of the data file at path inside of folder.
func SecondBackupFolder(path, folder string) (string, error) {
	set, err := secondSet(path, folder)
	return set.dir, err
}

// find lists the backups by their names alone, oldest first. A folder that is not there holds none.
func (b backupSet) find() (names []backups.Name, err error) {
	entries, err := os.ReadDir(b.dir) // sorted, and the names sort by time
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for backups: %w", err)
	}
	for _, e := range entries {
		if n, ok := backups.Parse(b.owner, e.Name()); ok && e.Type().IsRegular() {
			names = append(names, n)
		}
	}
	return names, nil
}

// clockSlack is how far ahead a backup may be dated without its clock being taken for wrong: those made in one second are a second apart.
const clockSlack = time.Minute

// momentFor is the time a backup made now gets in its name: a second after another one of the same second, so that names are in the
// order in which backups were made.
func momentFor(now time.Time, names []backups.Name) time.Time {
	at := now.UTC().Truncate(time.Second)
	for range 2 * int(clockSlack/time.Second) {
		if !slices.ContainsFunc(names, func(n backups.Name) bool { return n.At.Equal(at) }) {
			break
		}
		at = at.Add(time.Second)
	}
	return at
}

// newest is the latest backup that is not dated after now; if all are, the latest. A clock that once ran ahead must not hide what
// was made since.
func newest(names []backups.Name, now time.Time) (backups.Name, bool) {
	if len(names) == 0 {
		return backups.Name{}, false
	}
	for i := len(names) - 1; i >= 0; i-- {
		if !names[i].At.After(now.Add(clockSlack)) {
			return names[i], true
		}
	}
	return names[len(names)-1], true
}

func (b backupSet) pathOf(n backups.Name) string { return filepath.Join(b.dir, n.File()) }

// make makes the folder, for its owner alone, and answers whether it was not there before. The folder around it must be there: made
// anew it would stand where somebody's disk should be.
func (b backupSet) make() (made bool, err error) {
	if _, err := os.Stat(b.dir); err == nil {
		return false, nil
	}
	if err := os.Mkdir(b.dir, 0o700); err != nil {
		return false, fmt.Errorf("make the folder of backups %s: %w", b.dir, plain(err))
	}
	return true, syncFolder(filepath.Dir(b.dir))
}

// removeLeftovers removes files of a pattern that were never finished. What cannot be removed does no harm.
func removeLeftovers(dir, pattern string, now time.Time) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		unfinished, err := filepath.Match(pattern, e.Name())
		if err != nil || !unfinished || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > leftoverAge {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// stateOf compares a backup with the digest in its name.
func (b backupSet) stateOf(n backups.Name) backups.State {
	digest, err := digestOf(b.pathOf(n))
	switch {
	case err != nil:
		return backups.Unknown
	case digest != n.Digest:
		return backups.Changed
	}
	return backups.Good
}

// thin deletes the backups that need not stay, and answers which. Whether the others are good is looked up only if something
// would go: a damaged one must not stand for its day.
func (b backupSet) thin(now time.Time) (removed []string, err error) {
	names, err := b.find()
	if err != nil {
		return nil, err
	}
	all := takenForGood(names)
	if _, drop := backups.Thin(now, all); len(drop) == 0 {
		return nil, nil
	}
	for i, e := range all {
		all[i].State = b.stateOf(e.Name)
	}
	_, drop := backups.Thin(now, all)
	for _, e := range drop {
		if err := os.Remove(b.pathOf(e.Name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return removed, fmt.Errorf("delete an old backup: %w", err)
		}
		removed = append(removed, e.Name.File())
	}
	return removed, nil
}

func takenForGood(names []backups.Name) []backups.Entry {
	all := make([]backups.Entry, len(names))
	for i, n := range names {
		all[i] = backups.Entry{Name: n, State: backups.Good}
	}
	return all
}

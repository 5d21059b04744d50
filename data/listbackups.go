package data

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"milepost/data/backups"
)

// BackupInfo is a backup as it is listed.
type BackupInfo struct {
	Name   string // of the file
	Path   string
	At     time.Time      // when it was made; for a file of another name when it was last written
	Reason backups.Reason // "" for a file that is not named as a backup of this data file
	Size   int64          // bytes
	State  backups.State
	// Problem says in a sentence what is wrong; "" for a good one.
	Problem string
	// Contents is what is in it, unless it is damaged or cannot be read.
	Contents Contents
	// Second says that it lies in the second folder only.
	Second bool
}

// Restorable tells whether it can be restored.
func (b BackupInfo) Restorable() bool { return b.State == backups.Good || b.State == backups.Changed }

// ListBackups lists the backups of the data file at path, the newest first, with what is in them. The data file is not looked at and
// need not be there. A second folder may be given; what lies in both is listed once. Nothing is written, and nothing in a backup is run.
func ListBackups(ctx context.Context, path, second string) ([]BackupInfo, error) {
	set, err := backupsOf(path)
	if err != nil {
		return nil, err
	}
	list, failed := listIn(ctx, set)
	if second != "" {
		if list, err = addSecond(ctx, list, path, second); err != nil {
			return nil, err
		}
	}
	if failed != nil && len(list) == 0 {
		return nil, failed // what the second folder has is worth more than this error
	}
	slices.SortStableFunc(list, func(a, b BackupInfo) int {
		return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Name, a.Name))
	})
	return list, nil
}

// LatestBackup is when the newest backup of the data file at path was made, by its name; ok is false when none is known.
func LatestBackup(path string, now time.Time) (at time.Time, ok bool) {
	set, err := backupsOf(path)
	if err != nil {
		return at, false
	}
	names, err := set.find()
	if err != nil {
		return at, false
	}
	n, ok := newest(names, now)
	return n.At, ok
}

// addSecond adds what lies in the second folder and not, or not in a good state, in the first. A second folder that is away adds nothing.
func addSecond(ctx context.Context, list []BackupInfo, path, second string) ([]BackupInfo, error) {
	set, err := secondSet(path, second)
	if err != nil {
		return nil, err
	}
	more, err := listIn(ctx, set)
	if err != nil {
		return list, nil
	}
	for _, b := range more {
		b.Second = true
		at := slices.IndexFunc(list, func(x BackupInfo) bool { return x.Name == b.Name })
		switch {
		case at < 0:
			list = append(list, b)
		case list[at].State != backups.Good && b.State == backups.Good:
			list[at] = b
		}
	}
	return list, nil
}

// listIn lists a folder: the backups, and what else in it ends as they do.
func listIn(ctx context.Context, set backupSet) (list []BackupInfo, err error) {
	entries, err := os.ReadDir(set.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look for backups: %w", err)
	}
	for _, e := range entries {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if strings.HasSuffix(e.Name(), backups.Ext) && e.Type().IsRegular() {
			list = append(list, set.describe(ctx, e.Name()))
		}
	}
	return list, nil
}

// describe looks a backup through as far as it takes to say what is in it.
func (b backupSet) describe(ctx context.Context, name string) BackupInfo {
	out := BackupInfo{Name: name, Path: filepath.Join(b.dir, name), State: backups.Unknown}
	info, err := os.Stat(out.Path)
	if err != nil {
		out.Problem = fmt.Sprintf("It cannot be read: %v.", err)
		return out
	}
	out.At, out.Size = info.ModTime().UTC(), info.Size()
	n, ours := backups.Parse(b.owner, name)
	if ours {
		out.At, out.Reason = n.At, n.Reason
	}
	out.State, out.Contents, err = lookInto(ctx, out.Path)
	switch {
	case err != nil:
		out.Problem = problemOf(err)
	case ours && b.stateOf(n) == backups.Changed:
		out.State = backups.Changed
		out.Problem = "It is sound, but not as it was when it was made: somebody worked with it, or the disk changed it."
	}
	return out
}

func problemOf(err error) string {
	var bad *OpenError
	if errors.As(err, &bad) {
		return bad.Sentence
	}
	return fmt.Sprintf("It cannot be read: %v.", err)
}

// lookInto inspects a backup and counts what is in it.
func lookInto(ctx context.Context, path string) (backups.State, Contents, error) {
	p, err := locate(path)
	if err == nil {
		err = checkReadable(p)
	}
	if err == nil {
		_, err = inspect(ctx, p, quick)
	}
	if err != nil {
		return stateFrom(err), Contents{}, err
	}
	c, err := contentsAt(ctx, p)
	if err != nil {
		return backups.Unknown, Contents{}, err
	}
	return backups.Good, c, nil
}

// stateFrom tells a file that is not sound from one that could not be looked at.
func stateFrom(err error) backups.State {
	var bad *OpenError
	if !errors.As(err, &bad) {
		return backups.Unknown
	}
	switch bad.Kind {
	case KindDamaged, KindDamagedLog, KindEmpty, KindNotSQLite, KindForeign:
		return backups.Damaged
	}
	return backups.Unknown // newer, no permission, …
}

// contentsAt counts what is in a file that passed inspection.
func contentsAt(ctx context.Context, p place) (c Contents, err error) {
	db, closeDB, err := openForInspection(ctx, p)
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, closeDB()) }()
	return readContents(ctx, db)
}

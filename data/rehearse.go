package data

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"milepost/data/backups"
)

// Rehearsal is the outcome of a rehearsal: the newest backup was restored somewhere else, to see whether it could be.
type Rehearsal struct {
	Name     string    `json:"name"` // of the backup; "" when there was none
	At       time.Time `json:"at"`
	OK       bool      `json:"ok"`
	Sentence string    `json:"sentence"`
}

// rehearsalName is the file in the folder of backups that remembers the last rehearsal. It is no part of the data: the data would
// otherwise change with each rehearsal, and want another backup.
func (b backupSet) rehearsalName() string { return filepath.Join(b.dir, b.owner+".rehearsal.json") }

// largestRehearsal bounds what is read of that file, in bytes.
const largestRehearsal = 10_000

// RehearseBackup goes through everything a restore of the newest backup would take, in a private folder that is removed afterwards:
// the backup is compared with its digest, inspected thoroughly, copied, brought up to date and read as the program reads it. The
// outcome is remembered. An error is for a rehearsal that could not be held; a bad backup is an outcome.
func RehearseBackup(ctx context.Context, path string, now time.Time) (Rehearsal, error) {
	set, err := backupsOf(path)
	if err != nil {
		return Rehearsal{}, err
	}
	names, err := set.find()
	if err != nil {
		return Rehearsal{}, err
	}
	n, ok := newest(names, now)
	if !ok {
		return Rehearsal{At: now.UTC(), Sentence: "There is no backup yet."}, nil
	}
	r := Rehearsal{Name: n.File(), At: now.UTC()}
	c, err := set.rehearse(ctx, n)
	if ctx.Err() != nil {
		return Rehearsal{}, ctx.Err()
	}
	if err != nil {
		r.Sentence = fmt.Sprintf("The newest backup, %s, could not be restored: %v", r.Name, err)
	} else {
		r.OK = true
		r.Sentence = fmt.Sprintf("The newest backup can be restored: studies %d, sessions %d, mocks %d.", c.Studies, c.Sessions, c.Mocks)
	}
	return r, set.remember(r)
}

// rehearse restores a backup into a folder that is removed again.
func (b backupSet) rehearse(ctx context.Context, n backups.Name) (c Contents, err error) {
	if state := b.stateOf(n); state != backups.Good {
		return c, fmt.Errorf("it is not as it was when it was made (%s)", state)
	}
	dir, err := os.MkdirTemp("", "milepost-rehearsal-")
	if err != nil {
		return c, fmt.Errorf("make a folder for the rehearsal: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	made, err := makeCandidate(ctx, dir, b.pathOf(n), nil)
	return made.holds, err
}

// remember puts the outcome of a rehearsal where the next start finds it.
func (b backupSet) remember(r Rehearsal) error {
	text, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("remember the rehearsal: %w", err)
	}
	tmp, err := emptyFile(b.dir, tempPattern)
	if err != nil {
		return fmt.Errorf("remember the rehearsal: %w", err)
	}
	defer os.Remove(tmp)
	if err := os.WriteFile(tmp, append(text, '\n'), 0o600); err != nil {
		return fmt.Errorf("remember the rehearsal: %w", plain(err))
	}
	if err := os.Rename(tmp, b.rehearsalName()); err != nil {
		return fmt.Errorf("remember the rehearsal: %w", err)
	}
	return nil
}

// LastRehearsal is the outcome of the last rehearsal with the backups of the data file at path; ok is false when none is known.
func LastRehearsal(path string) (r Rehearsal, ok bool) {
	set, err := backupsOf(path)
	if err != nil {
		return r, false
	}
	info, err := os.Stat(set.rehearsalName())
	if errors.Is(err, fs.ErrNotExist) || err != nil || info.Size() > largestRehearsal {
		return r, false
	}
	text, err := os.ReadFile(set.rehearsalName())
	if err != nil || json.Unmarshal(text, &r) != nil {
		return Rehearsal{}, false
	}
	return r, true
}

package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"milepost/data/salvage"
)

// SalvageOptions say how a file is salvaged.
type SalvageOptions struct {
	// Now is the clock for time stamps. It must be given.
	Now func() time.Time
	// Progress is told how far it is, of how much, now and then; it may be nil.
	Progress func(done, total int)
}

// Salvaged is what was saved of a damaged file.
type Salvaged struct {
	From, To string
	Version  int // of the tables in the damaged file
	Tables   []SalvagedTable
	// Named are the first things that were refused or are in doubt, each with the reason; the tables count all of them.
	Named []string
	// LostActions is how many saved actions lie behind a broken place in the log of the file. What could be read of them was taken.
	LostActions int
	// Holds is what is in the new file.
	Holds Contents
}

// SalvagedTable is what was saved of one table.
type SalvagedTable struct {
	Table, Words string // "mock", "mocks"
	// Found is Taken, Refused and Lost together.
	Found, Taken int
	Refused      int // rows that break a rule of the table
	Lost         int // entries that could not be read
	// Rebuilt is how many of those taken come from what Undo had kept.
	Rebuilt int
	// Doubtful is how many are not as Undo has kept them: the damage changed the one or the other.
	Doubtful int
	// StandIns is how many of those taken were made up, so that what belongs to them has a place.
	StandIns int
	// Torn says that parts of the table could not be found: there may have been more.
	Torn bool
}

// Total adds up all tables.
func (s Salvaged) Total() (t SalvagedTable) {
	for _, x := range s.Tables {
		t.Found, t.Taken, t.Refused, t.Lost = t.Found+x.Found, t.Taken+x.Taken, t.Refused+x.Refused, t.Lost+x.Lost
		t.Rebuilt, t.StandIns, t.Torn = t.Rebuilt+x.Rebuilt, t.StandIns+x.StandIns, t.Torn || x.Torn
		t.Doubtful += x.Doubtful
	}
	return t
}

// salvagePattern names data files that are being made from a damaged one.
const salvagePattern = ".milepost-salvage-*"

// Salvage reads what is left in the damaged file at from, with its log, and writes it to a new data file at to. Nothing of the damaged
// file is written to, and nothing in it is run. What goes into the new file goes through the rules of its tables; what breaks one is
// refused, counted and named. It is written in the version of the tables that the damaged file had and then brought up to date as any
// older file is, so that every column means what it meant then.
func Salvage(ctx context.Context, from, to string, opt SalvageOptions) (done Salvaged, err error) {
	p, err := salvageable(from)
	if err != nil {
		return done, err
	}
	if to, err = freePlace(to); err != nil {
		return done, err
	}
	in, closeAll, err := openDamaged(p)
	if err != nil {
		return done, err
	}
	in.Progress = opt.Progress
	rules := newRules(ctx)
	in.Accepts = rules.accepts
	found, err := salvage.Read(ctx, in)
	if err = errors.Join(err, rules.close(), closeAll()); err != nil {
		return done, salvageError(p, err)
	}
	done, err = writeSalvaged(ctx, found, to, opt)
	done.From = p.path
	return done, err
}

func salvageError(p place, err error) error {
	switch {
	case errors.Is(err, salvage.ErrNewer):
		return openErrorFrom(KindNewer, p.path, err)
	case errors.Is(err, salvage.ErrNothing):
		return openErrorFrom(KindNothingLeft, p.path, err)
	}
	return fmt.Errorf("salvage %s: %w", p.path, err)
}

// salvageable finds the damaged file. A file that is gone or empty will do if its log is there.
func salvageable(path string) (place, error) {
	p, err := locate(path)
	if err != nil {
		return p, err
	}
	if lockHeld(p.file) {
		return p, openError(KindLocked, p.path)
	}
	if size, err := sizeOf(p.file + "-wal"); err == nil && size > 0 {
		return p, nil
	}
	if !p.exists {
		return p, openError(KindMissing, p.path)
	}
	return p, checkReadable(p)
}

// freePlace makes sure that nothing would be replaced.
func freePlace(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find a place for the new file: %w", err)
	}
	for _, part := range parts {
		if _, err := os.Lstat(abs + part); err == nil {
			return "", fieldError("out", "%s is there already, and nothing is ever replaced; choose another name", abs+part)
		}
	}
	return abs, nil
}

// openDamaged opens a file and its log for reading alone.
func openDamaged(p place) (in salvage.Input, closeAll func() error, err error) {
	var files []*os.File
	closeAll = func() error {
		var errs []error
		for _, f := range files {
			errs = append(errs, f.Close())
		}
		return errors.Join(errs...)
	}
	open := func(name string) (*os.File, int64, error) {
		size, err := sizeOf(name)
		if err != nil || size <= 0 {
			return nil, 0, err
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, 0, err
		}
		files = append(files, f)
		return f, size, nil
	}
	file, size, err := open(p.file)
	if err == nil && file != nil {
		in.File, in.Size = file, size
	}
	log, logSize, logErr := open(p.file + "-wal")
	if logErr == nil && log != nil {
		in.Log, in.LogSize = log, logSize
	}
	if err = errors.Join(err, logErr); err != nil {
		if kind := accessKind(err); kind != "" {
			err = openErrorFrom(kind, p.path, err)
		}
		return in, nil, errors.Join(err, closeAll())
	}
	in.AppID = applicationID
	in.Versions, err = versions()
	return in, closeAll, err
}

// writeSalvaged makes the new file. Nothing is left of it if it fails.
func writeSalvaged(ctx context.Context, found salvage.Found, to string, opt SalvageOptions) (done Salvaged, err error) {
	dir := filepath.Dir(to)
	made := missing(dir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return done, createError(to, err)
	}
	tmp, err := emptyFile(dir, salvagePattern)
	if err != nil {
		removeMade(made)
		return done, createError(to, err)
	}
	defer func() {
		_ = os.Remove(tmp) // gone already when all went well
		if err != nil {
			removeMade(made)
		}
	}()
	done = Salvaged{To: to, Version: found.Version.Number, LostActions: found.Log.LostActions}
	if err := fillSalvaged(ctx, found, tmp, opt, &done); err != nil {
		return Salvaged{}, fmt.Errorf("write what was salvaged to %s: %w", to, plain(err))
	}
	if err := putInPlace(tmp, to); err != nil {
		return Salvaged{}, fmt.Errorf("write what was salvaged to %s: %w", to, plain(err))
	}
	return done, nil
}

func fillSalvaged(ctx context.Context, found salvage.Found, file string, opt SalvageOptions, done *Salvaged) error {
	if err := climb(ctx, file, migrations[:found.Version.Number]); err != nil {
		return err
	}
	if err := writeRows(ctx, file, found, opt.Now, done); err != nil {
		return err
	}
	if err := climb(ctx, file, migrations[found.Version.Number:]); err != nil {
		return err
	}
	var err error
	done.Holds, err = readThrough(ctx, file)
	return err
}

// tableWords are the tables as people know them.
var tableWords = map[string]string{
	"study": "studies", "study_domain": "domains", "study_topic": "topics", "study_day": "days with hours of their own", "study_off": "days off",
	"open_study": "the open study", "session": "sessions", "milestone": "milestones", "mock": "mocks", "mock_score": "results by domain",
	"source": "sources", "setting": "settings", "sitting": "sittings", "sitting_result": "results of sittings", "forecast": "forecasts",
	"mock_forecast": "forecasts of mocks", "guess": "guesses",
	"replica": "known computers", "version": "notes of what was changed when", "conflict": "changes two computers disagree on",
}

func wordsOf(table string) string {
	if w, ok := tableWords[table]; ok {
		return w
	}
	return strings.ReplaceAll(table, "_", " ")
}

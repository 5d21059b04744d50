package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"milepost/app/lang"
	"milepost/data"
)

// What front doors see of salvage.
type (
	// Salvaged is what was saved of a damaged file, table by table.
	Salvaged = data.Salvaged
	// SalvagedTable is what was saved of one table.
	SalvagedTable = data.SalvagedTable
)

// Rescue is what can be done about a data file that cannot be opened.
type Rescue struct {
	Path     string
	Sentence string // what is wrong
	Advice   string // what to do, in a sentence or two
	// Locked says that another Milepost has it open.
	Locked bool
	// Content says that what is in the file is the trouble, and not how it may be got at: then backups and salvage may help.
	Content bool
	// Salvageable says that it may hold rows that can still be read.
	Salvageable bool
	// Backups are those of the file, the newest first; only where Content is set.
	Backups SavedBackups
}

// contentKinds are the kinds of trouble a restore helps with; true where salvage may help too.
var contentKinds = map[data.Kind]bool{
	data.KindDamaged: true, data.KindDamagedLog: true, data.KindNotSQLite: true, data.KindLogAlone: true, data.KindForeign: true,
	data.KindEmpty: false, data.KindMissing: false, data.KindNewer: false,
}

// Diagnose says what can be done about the data file at path, which could not be opened because of problem. Nothing is changed.
func Diagnose(ctx context.Context, path string, problem error, now func() time.Time) Rescue {
	r := Rescue{Path: path}
	var bad *data.OpenError
	if !errors.As(problem, &bad) {
		r.Sentence, r.Advice = problem.Error(), lang.T("Nothing was changed.")
		return r
	}
	r.Path, r.Sentence, r.Advice, r.Locked = bad.Path, bad.Sentence, bad.Advice, bad.Kind == data.KindLocked
	r.Salvageable, r.Content = contentKinds[bad.Kind]
	if r.Content {
		if saved, err := BackupsOf(ctx, path, now); err == nil {
			r.Backups = saved
		}
	}
	return r
}

// Salvage writes what can still be read in the damaged file at path into a new file at out. Nothing is written to the damaged one.
// progress is called from the same goroutine, now and then; it may be nil.
func Salvage(ctx context.Context, path, out string, now func() time.Time, progress func(done, total int)) (Salvaged, error) {
	return data.Salvage(ctx, path, out, data.SalvageOptions{Now: now, Progress: progress})
}

// SalvageBeside is Salvage into a file of its own beside the damaged one. It is taken into use by [UseSalvaged], or removed by
// [DropSalvaged].
func SalvageBeside(ctx context.Context, path string, now func() time.Time, progress func(done, total int)) (Salvaged, error) {
	return Salvage(ctx, path, fmt.Sprintf("%s.salvaged-%s", path, now().UTC().Format("20060102-150405.000")), now, progress)
}

// UseSalvaged puts what was saved in the place of the damaged file, which is kept under another name.
func UseSalvaged(ctx context.Context, path string, s Salvaged, now func() time.Time) (Restored, error) {
	done, err := data.Restore(ctx, path, s.To, now)
	if err != nil {
		return done, err
	}
	return done, DropSalvaged(s)
}

// DropSalvaged removes the file of a salvage that is not wanted. The damaged one stays.
func DropSalvaged(s Salvaged) error {
	if err := os.Remove(s.To); err != nil {
		return fmt.Errorf("remove %s: %w", filepath.Base(s.To), err)
	}
	return nil
}

// SamePlace tells whether two paths are one.
func SamePlace(a, b string) bool {
	x, err := filepath.Abs(a)
	y, err2 := filepath.Abs(b)
	return err == nil && err2 == nil && x == y
}

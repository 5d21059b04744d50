package app

import (
	"context"
	"errors"
	"fmt"
	"io"

	"milepost/data"
	"milepost/data/exchange"
)

// What front doors see of exports and imports.
type (
	// ImportChanges are what an import changes, study by study.
	ImportChanges = exchange.Changes
	// StudyChanges are what it does to one study.
	StudyChanges = exchange.StudyChanges
	// ChangeCounts are how many records of a kind it adds, changes and removes.
	ChangeCounts = exchange.Counts
)

// Kinds of records, as [StudyChanges] counts them.
const (
	RecordStudy    = string(exchange.KindStudy)
	RecordPlan     = string(exchange.KindPlan)
	RecordSession  = string(exchange.KindSession)
	RecordMock     = string(exchange.KindMock)
	RecordSitting  = string(exchange.KindSitting)
	RecordSource   = string(exchange.KindSource)
	RecordGuess    = string(exchange.KindGuess)
	RecordForecast = exchange.Forecasts
)

// settingExchangeFolder is where this computer last exported to or imported from.
const settingExchangeFolder = "local.exchange-folder"

// importAction is the name of an import in the undo log.
const importAction = "Import"

// ExchangeFolder is where the last export or import was; "" when there was none.
func (m *Milepost) ExchangeFolder(ctx context.Context) (string, error) {
	return m.store.Setting(ctx, settingExchangeFolder)
}

// SetExchangeFolder remembers where an export or import was.
func (m *Milepost) SetExchangeFolder(ctx context.Context, folder string) error {
	return m.do(ctx, "Folder for exports", func(tx *data.Tx) error { return tx.SetSetting(settingExchangeFolder, folder) })
}

// Export writes everything into a file for another computer. An earlier export is replaced only if replace says so, anything else never.
func (m *Milepost) Export(ctx context.Context, out string, replace bool) error {
	return m.store.Export(ctx, out, replace)
}

// ExportTo writes everything as JSON.
func (m *Milepost) ExportTo(ctx context.Context, w io.Writer) error {
	d, err := m.store.Document(ctx)
	if err != nil {
		return err
	}
	return exchange.Encode(w, d)
}

// Import is what another computer exported, read, checked and compared with what is here. Nothing has been changed.
type Import struct {
	File    string
	Changes ImportChanges
	content exchange.Document
}

// PrepareImport reads an export, or a data file of another computer, and works out what importing it would change. What it answers may be
// run on any goroutine.
func (m *Milepost) PrepareImport(file string) func(context.Context) (*Import, error) {
	store := m.store
	return func(ctx context.Context) (*Import, error) {
		d, err := store.ReadOther(ctx, file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		changes, err := store.PreviewImport(ctx, d)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		return &Import{file, changes, d}, nil
	}
}

// PrepareImportFrom is PrepareImport for an export that comes in as a stream; name is what it is called in errors.
func (m *Milepost) PrepareImportFrom(ctx context.Context, r io.Reader, name string) (*Import, error) {
	d, err := exchange.Decode(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	changes, err := m.store.PreviewImport(ctx, d)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &Import{name, changes, d}, nil
}

// Import merges what was prepared into the data file, as one action, after making a backup. What it answers may differ from the preview
// if something was saved in between.
func (m *Milepost) Import(ctx context.Context, i *Import) (ImportChanges, error) {
	before, err := m.store.Contents(ctx)
	if err != nil {
		return ImportChanges{}, err
	}
	if before.Studies > 0 && !i.Changes.None() {
		if err := m.BackupBefore(ctx, BackupBeforeImport); err != nil {
			return ImportChanges{}, err
		}
	}
	changes, err := m.store.Import(ctx, importAction, i.content)
	if err != nil {
		return ImportChanges{}, fmt.Errorf("%s: %w", i.File, err)
	}
	m.changes.publish(Change{Action: importAction})
	return changes, nil
}

// Conflicts are the records that were changed on two computers before they met, and on which nobody has decided yet.
func (m *Milepost) Conflicts(ctx context.Context) ([]Conflict, error) {
	if n, err := m.store.UnsettledConflicts(ctx); err != nil || n == 0 { // as a rule: then not everything has to be read
		return []Conflict{}, err
	}
	d, err := m.store.Document(ctx)
	if err != nil {
		return nil, err
	}
	return conflictsIn(d), nil
}

// ErrNoConflict is answered for a conflict that is not there or was decided.
var ErrNoConflict = exchange.ErrNoConflict

// UseOther decides a conflict for what was not kept, as an action of its own. KeepThis decides it for what is there.
func (m *Milepost) UseOther(ctx context.Context, conflict string) error {
	return m.settle(ctx, "Use the other version", conflict, true)
}

// KeepThis decides a conflict for what is there.
func (m *Milepost) KeepThis(ctx context.Context, conflict string) error {
	return m.settle(ctx, "Keep this version", conflict, false)
}

func (m *Milepost) settle(ctx context.Context, action, conflict string, use bool) error {
	if err := m.store.Settle(ctx, action, conflict, use); err != nil {
		if errors.Is(err, exchange.ErrNoConflict) {
			return fmt.Errorf("conflict %q: %w", conflict, err)
		}
		return err
	}
	m.changes.publish(Change{Action: action})
	return nil
}

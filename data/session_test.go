package data_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/backups"
	"milepost/data/datatest"
	"milepost/data/exchange"
	"milepost/planner"
)

// atWork is somebody at work with a data file. A restore exchanges the store.
type atWork struct {
	ctx    context.Context
	s      *data.Store
	backup string // the latest that was made
	other  exchange.Document
}

// deed is a step of a session: done as a whole, or not at all.
type deed struct {
	name string
	do   func(*atWork) error
}

// save is a deed of one action.
func save(name string, fn func(*data.Tx) error) deed {
	return deed{name, func(w *atWork) error { return w.s.Do(w.ctx, name, fn) }}
}

// session is a long day with a data file: everything the program writes, in many actions. What it does is the same each time.
func session(length int) []deed {
	study := datatest.Study("s")
	deeds := []deed{
		save("New study", func(tx *data.Tx) error { return errors.Join(tx.SaveStudy(study), tx.SetOpenStudy("s")) }),
		save("Plan", func(tx *data.Tx) error { return tx.ReplaceSessions("s", datatest.Sessions(study, 120)) }),
	}
	for n := range length {
		sessions := datatest.Sessions(study, 120+n)
		for i := range sessions[:n*3] {
			sessions[i].Status, sessions[i].DoneMinutes, sessions[i].Note = planner.Done, 30+i, strings.Repeat("ä", i)
		}
		deeds = append(deeds,
			save(fmt.Sprint("Mock ", n), func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, n)) }),
			save("Done", func(tx *data.Tx) error { return tx.ReplaceSessions("s", sessions) }),
		)
		switch n % 6 {
		case 0:
			deeds = append(deeds, deed{"Backup", func(w *atWork) error {
				made, err := w.s.MakeBackup(w.ctx, data.BackupOptions{Reason: backups.ByHand})
				if err == nil {
					w.backup = made.Path
				}
				return err
			}})
		case 1:
			deeds = append(deeds, deed{"Undo", func(w *atWork) error { _, err := w.s.Undo(w.ctx); return err }})
		case 2:
			deeds = append(deeds, deed{"Undo", func(w *atWork) error { _, err := w.s.Undo(w.ctx); return err }},
				deed{"Redo", func(w *atWork) error { _, err := w.s.Redo(w.ctx); return err }})
		case 3:
			deeds = append(deeds, deed{"Import", func(w *atWork) error { _, err := w.s.Import(w.ctx, "Import", w.other); return err }})
		case 4:
			deeds = append(deeds, save("Settings", func(tx *data.Tx) error {
				return errors.Join(tx.SetSetting("theme", fmt.Sprint(n)), tx.DeleteMock("s", datatest.Mock(study, n).ID),
					tx.SaveSitting("s", planner.Sitting{ID: fmt.Sprint(n), Date: study.Start, Note: strings.Repeat("long ", 1500)}))
			}))
		case 5:
			deeds = append(deeds, deed{"Restore", func(w *atWork) (err error) {
				w.s, _, err = w.s.Restore(w.ctx, w.backup)
				return err
			}})
		}
	}
	return deeds
}

// elsewhere is what another computer exports.
func elsewhere(t testing.TB) exchange.Document {
	t.Helper()
	s := datatest.New(t)
	full(t, s, "other")
	return exported(t, s)
}

// content is everything in a file without its history, whose names are drawn.
func content(t testing.TB, s *data.Store) string {
	t.Helper()
	d := document(t, s)
	d.History = exchange.History{}
	return encoded(t, d)
}

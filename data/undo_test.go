package data_test

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/planner"
	"milepost/planner/readiness"
)

func TestUndoTakesBackAndRedoDoesAgain(t *testing.T) {
	ctx, study := t.Context(), datatest.Study("s")
	s := datatest.With(t, study)
	mock := datatest.Mock(study, 1)
	datatest.Do(t, s, "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", mock) })
	datatest.Do(t, s, "Delete mock", func(tx *data.Tx) error { return tx.DeleteMock("s", mock.ID) })

	same(t, "next undo", must(s.UndoName(ctx)), "Delete mock")
	same(t, "next redo", must(s.RedoName(ctx)), "")
	same(t, "undone", must(s.Undo(ctx)), "Delete mock")
	same(t, "mocks after undo", must(s.Mocks(ctx, "s")), []planner.Mock{mock})
	same(t, "undone", must(s.Undo(ctx)), "Record mock")
	same(t, "mocks after both", len(must(s.Mocks(ctx, "s"))), 0)
	same(t, "next redo", must(s.RedoName(ctx)), "Record mock")
	same(t, "done again", must(s.Redo(ctx)), "Record mock")
	same(t, "mocks after redo", must(s.Mocks(ctx, "s")), []planner.Mock{mock})
	same(t, "next redo", must(s.RedoName(ctx)), "Delete mock")
}

func TestUndoingTheFirstStudyLeavesNone(t *testing.T) {
	ctx := t.Context()
	s := datatest.With(t, datatest.Study("s"))
	same(t, "undone", must(s.Undo(ctx)), "New study")
	same(t, "open study", must(s.OpenStudyID(ctx)), "")
	same(t, "studies", len(must(s.Studies(ctx))), 0)
	_, err := s.Undo(ctx)
	if !errors.Is(err, data.ErrNothingToUndo) {
		t.Errorf("undo of nothing: %v", err)
	}
	must(s.Redo(ctx))
	_, err = s.Redo(ctx)
	if !errors.Is(err, data.ErrNothingToRedo) {
		t.Errorf("redo of nothing: %v", err)
	}
}

func TestAnActionThatChangesNothingLeavesNoStep(t *testing.T) {
	ctx, study := t.Context(), datatest.Study("s")
	s := datatest.With(t, study)
	sessions, mock := datatest.Sessions(study, 20), datatest.Mock(study, 1)
	fill := func(tx *data.Tx) error {
		return errors.Join(tx.SaveStudy(study), tx.SetOpenStudy("s"), tx.ReplaceSessions("s", sessions), tx.SaveSession("s", sessions[3]),
			tx.SaveMock("s", mock), tx.SaveSource("s", readiness.SourcePrior{Name: "A", Offset: -0.2, HasOffset: true}))
	}
	datatest.Do(t, s, "Fill", fill)
	must(s.Undo(ctx))
	must(s.Redo(ctx))
	datatest.Do(t, s, "Fill again", fill)
	same(t, "next undo", must(s.UndoName(ctx)), "Fill")
}

func TestSettingsAreNoPartOfUndo(t *testing.T) {
	ctx, study := t.Context(), datatest.Study("s")
	s := datatest.With(t, study)
	datatest.Do(t, s, "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, 1)) })
	must(s.Undo(ctx))
	datatest.Do(t, s, "Resize", func(tx *data.Tx) error { return tx.SetSetting("window", "900x600") })
	same(t, "redo survives a setting", must(s.RedoName(ctx)), "Record mock")
	same(t, "undo passes over it", must(s.Undo(ctx)), "New study")
	same(t, "setting", must(s.Setting(ctx, "window")), "900x600")
	datatest.Do(t, s, "Reset", func(tx *data.Tx) error { return tx.SetSetting("window", "") })
	same(t, "setting removed", must(s.Setting(ctx, "window")), "")
}

func TestANewActionEndsRedo(t *testing.T) {
	ctx, study := t.Context(), datatest.Study("s")
	s := datatest.With(t, study)
	for i := range 3 {
		datatest.Do(t, s, fmt.Sprint("Mock ", i), func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, i)) })
	}
	must(s.Undo(ctx))
	must(s.Undo(ctx))
	datatest.Do(t, s, "Other mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, 9)) })
	same(t, "next redo", must(s.RedoName(ctx)), "")
	same(t, "undone", must(s.Undo(ctx)), "Other mock")
	same(t, "undone", must(s.Undo(ctx)), "Mock 0")
}

func TestAFailedActionLeavesNothing(t *testing.T) {
	ctx, study := t.Context(), datatest.Study("s")
	s := datatest.With(t, study)
	before := dump(t, s)
	boom := errors.New("boom")
	err := s.Do(ctx, "Fail", func(tx *data.Tx) error {
		if err := tx.SaveMock("s", datatest.Mock(study, 1)); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Errorf("error %v, want %v", err, boom)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_ = s.Do(ctx, "Panic", func(tx *data.Tx) error {
			if err := tx.DeleteStudy("s"); err != nil {
				return err
			}
			panic("boom")
		})
	}()
	same(t, "file", dump(t, s), before)
	same(t, "next undo", must(s.UndoName(ctx)), "New study")
}

func TestAWriteThatFailedCannotBeIgnored(t *testing.T) {
	study := datatest.Study("s")
	s := datatest.With(t, study)
	_, err := s.Writer().Exec("CREATE TEMP TRIGGER refuse BEFORE INSERT ON mock_score BEGIN SELECT raise(FAIL, 'refused'); END")
	check(t, err)
	before := dump(t, s)
	err = s.Do(t.Context(), "Half a mock", func(tx *data.Tx) error {
		_ = tx.SaveMock("s", datatest.Mock(study, 1)) // the mock goes in, its scores do not
		return nil
	})
	if err == nil || !strings.Contains(err.Error(), "refused") {
		t.Errorf("error %v, want the refusal", err)
	}
	same(t, "file", dump(t, s), before)
}

func TestTheLogIsBounded(t *testing.T) {
	ctx, study := t.Context(), datatest.Study("s")
	s := datatest.With(t, study)
	session := datatest.Sessions(study, 1)[0]
	for i := range data.UndoSteps + 20 {
		session.DoneMinutes = i + 1
		datatest.Do(t, s, fmt.Sprint("Step ", i), func(tx *data.Tx) error { return tx.SaveSession("s", session) })
	}
	steps := 0
	for {
		_, err := s.Undo(ctx)
		if errors.Is(err, data.ErrNothingToUndo) {
			break
		}
		check(t, err)
		steps++
	}
	same(t, "steps", steps, data.UndoSteps)
	same(t, "minutes", must(s.Sessions(ctx, "s"))[0].DoneMinutes, 20)
}

func TestALogOfManyRowsLetsTheOldestActionsGo(t *testing.T) {
	ctx, study := t.Context(), datatest.Study("s")
	s := datatest.With(t, study)
	for i := range 3 {
		datatest.Do(t, s, fmt.Sprint("Mock ", i), func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, i)) })
	}
	_, err := s.Writer().Exec("UPDATE undo_action SET changes = ? WHERE name = 'Mock 1'", data.UndoRows)
	check(t, err)
	datatest.Do(t, s, "Mock 3", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, 3)) })
	same(t, "undone", must(s.Undo(ctx)), "Mock 3")
	same(t, "undone", must(s.Undo(ctx)), "Mock 2")
	same(t, "next undo", must(s.UndoName(ctx)), "")
}

// Random actions, the file closed and opened in between: undoing all brings back the first state, doing all again the last, and
// every state on the way.
func TestUndoAndRedoRestoreEveryRow(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ctx := t.Context()
		path := t.TempDir() + "/study.milepost"
		open := func() *data.Store { return must(data.Open(ctx, path, data.Options{Create: true, Now: datatest.Clock})) }
		s := open()
		defer func() { check(t, s.Close()) }()
		states := []string{dump(t, s)}
		for range rapid.IntRange(1, 7).Draw(rt, "actions") {
			check(t, s.Do(ctx, "Something", anyAction(rt)))
			if steps(t, s) == len(states) {
				states = append(states, dump(t, s))
			}
			same(rt, "state after an action without a step", dump(t, s), states[len(states)-1])
		}
		for i := len(states) - 2; i >= 0; i-- {
			must(s.Undo(ctx))
			same(rt, fmt.Sprint("state after undoing to ", i), dump(t, s), states[i])
		}
		check(t, s.Close())
		s = open()
		for i := 1; i < len(states); i++ {
			must(s.Redo(ctx))
			same(rt, fmt.Sprint("state after doing again to ", i), dump(t, s), states[i])
		}
	})
}

func anyAction(t *rapid.T) func(*data.Tx) error {
	id := rapid.SampledFrom([]string{"a", "b"}).Draw(t, "study")
	study := anyStudy(id).Draw(t, "content")
	sessions := rapid.SliceOfNDistinct(anySession(), 0, 5, func(x planner.Session) string { return x.ID }).Draw(t, "sessions")
	mock := anyMock(rapid.SampledFrom([]string{"m", "n"}).Draw(t, "mock")).Draw(t, "mock content")
	what := rapid.IntRange(0, 7).Draw(t, "what")
	return func(tx *data.Tx) error {
		if what == 0 {
			if err := tx.DeleteStudy(id); !errors.Is(err, data.ErrNotFound) {
				return err
			}
			return nil
		}
		if err := tx.SaveStudy(study); err != nil {
			return err
		}
		switch what {
		case 1:
			return tx.SetOpenStudy(id)
		case 2:
			return tx.ReplaceSessions(id, sessions)
		case 3:
			return tx.ReplaceMilestones(id, []planner.Milestone{{ID: mock.ID, Name: mock.Note, Date: mock.Date, SlackMinutes: -mock.Minutes}})
		case 4:
			return tx.SaveMock(id, mock)
		case 5:
			return errors.Join(tx.SaveMock(id, mock), tx.DeleteMock(id, mock.ID), tx.SetOpenStudy(""))
		case 6:
			return tx.SaveSource(id, readiness.SourcePrior{Name: mock.Source, Offset: study.Target, OffsetSD: study.PassLine, HasOffset: mock.Timed})
		}
		return nil
	}
}

func steps(t testing.TB, s *data.Store) (n int) {
	t.Helper()
	check(t, s.Writer().QueryRow("SELECT count(*) FROM undo_action WHERE undone = 0").Scan(&n))
	return n
}

// dump writes every row of every table that undo covers, exactly: texts as bytes, reals with all their digits.
func dump(t testing.TB, s *data.Store) string {
	t.Helper()
	var b strings.Builder
	for _, table := range data.Undoable {
		rows, err := s.Writer().Query("SELECT * FROM " + table + " ORDER BY 1, 2")
		check(t, err)
		dumpRows(t, &b, table, rows)
	}
	return b.String()
}

func dumpRows(t testing.TB, b *strings.Builder, table string, rows *sql.Rows) {
	t.Helper()
	defer rows.Close()
	columns := must(rows.Columns())
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		check(t, rows.Scan(into...))
		fmt.Fprintf(b, "%s %#v\n", table, values)
	}
	check(t, rows.Err())
}

// All tables are part of undo but settings, forecasts, which are never taken back, and the name of the file among others.
func TestEveryTableButSettingsAndForecastsIsPartOfUndo(t *testing.T) {
	s := datatest.New(t)
	rows, err := s.Writer().Query(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'undo_%' AND name NOT IN ('setting', 'forecast', 'mock_forecast', 'this_replica')`)
	check(t, err)
	defer rows.Close()
	known := make(map[string]bool)
	for _, name := range slices.Concat(data.Undoable, data.Historic) {
		known[name] = true
	}
	found := 0
	for rows.Next() {
		var name string
		check(t, rows.Scan(&name))
		if found++; !known[name] {
			t.Errorf("table %s is not in the list of undo", name)
		}
	}
	same(t, "tables", found, len(known))
}

// Whichever column of whichever table is touched, a whole image of the row is kept.
func TestEveryColumnIsPartOfUndo(t *testing.T) {
	path := t.TempDir() + "/study.milepost"
	sound(t, path)
	s := datatest.OpenAt(t, path)
	datatest.Do(t, s, "Fill the rest", func(tx *data.Tx) error {
		return errors.Join(tx.SetOpenStudy("s"), tx.SaveSource("s", readiness.SourcePrior{Name: "A"}), tx.SaveSitting("s", planner.Sitting{
			ID: "x", Date: planner.MustDate("2026-11-20"), Results: []planner.DomainResult{{Domain: "d1", Band: planner.BandNear}},
		}), tx.SetGuess("s", data.Guess{Day: planner.MustDate("2026-11-20"), Percent: 70}))
	})
	_, err := s.Writer().Exec(`INSERT INTO conflict SELECT 'c', study_id, kind, id, replica, stamp, '', 0, 'null', 0 FROM version LIMIT 1;
		INSERT INTO undo_recording SELECT 1, max(id) FROM undo_action`)
	check(t, err)
	for _, table := range slices.Concat(data.Undoable, data.Historic) {
		columns := columnsOf(t, s, table)
		for _, column := range columns {
			_, err := s.Writer().Exec("DELETE FROM undo_change; UPDATE " + table + " SET " + column + " = " + column)
			check(t, err)
			var rows, images, members int
			check(t, s.Writer().QueryRow("SELECT count(*) FROM "+table).Scan(&rows))
			check(t, s.Writer().QueryRow(`SELECT count(*), coalesce(min((SELECT count(*) FROM json_each(before)) + (SELECT count(*) FROM json_each(after))), 0)
				FROM undo_change WHERE relation = ?`, table).Scan(&images, &members))
			if rows == 0 || images != rows || members != 2*len(columns) {
				t.Errorf("%s.%s: %d rows, %d changes recorded, %d members in both images of %d columns", table, column, rows, images, members, len(columns))
			}
		}
	}
}

func columnsOf(t *testing.T, s *data.Store, table string) (columns []string) {
	t.Helper()
	rows, err := s.Writer().Query("SELECT name FROM pragma_table_info(?)", table)
	check(t, err)
	defer rows.Close()
	for rows.Next() {
		var name string
		check(t, rows.Scan(&name))
		columns = append(columns, name)
	}
	return columns
}

// The log of a file from elsewhere is data: it can neither run statements nor reach tables outside of undo.
func TestAForgedLogIsRefused(t *testing.T) {
	for name, forge := range map[string]string{
		"another table":  `UPDATE undo_change SET relation = 'setting'`,
		"a statement":    `UPDATE undo_change SET relation = 'mock; DROP TABLE mock'`,
		"not an object":  `UPDATE undo_change SET after = 'DROP TABLE mock'`,
		"other columns":  `UPDATE undo_change SET after = '{"id": 1}'`,
		"another row":    `UPDATE undo_change SET after = replace(after, '"study_id":"s"', '"study_id":"t"')`,
		"another member": `UPDATE undo_change SET after = replace(after, '"note":', '"nope":')`,
	} {
		t.Run(name, func(t *testing.T) {
			study := datatest.Study("s")
			s := datatest.With(t, study)
			mock := datatest.Mock(study, 1)
			datatest.Do(t, s, "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", mock) })
			_, err := s.Writer().Exec(forge)
			check(t, err)
			before := dump(t, s)
			if name, err := s.Undo(t.Context()); err == nil {
				t.Errorf("undid %q", name)
			}
			same(t, "rows", dump(t, s), before)
		})
	}
}

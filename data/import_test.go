package data_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/data/exchange"
	"milepost/planner"
	"milepost/planner/readiness"
)

// full fills a file with something of every kind.
func full(t testing.TB, s *data.Store, id string) {
	t.Helper()
	study := datatest.Study(id)
	sessions := datatest.Sessions(study, 12)
	sessions[0].Status, sessions[0].DoneMinutes = planner.Done, 40
	sessions[1].Status = planner.Skipped
	sessions[2].Pinned = true
	datatest.Do(t, s, "Fill", func(tx *data.Tx) error {
		return errors.Join(
			tx.SaveStudy(study), tx.SetOpenStudy(id), tx.ReplaceSessions(id, sessions),
			tx.ReplaceMilestones(id, []planner.Milestone{{ID: "b", Name: "Half", Date: planner.MustDate("2027-01-10"), Met: true}, {ID: "a", Name: "All", Date: planner.MustDate("2027-01-10"), SlackMinutes: -3}}),
			tx.SaveMock(id, datatest.Mock(study, 1)), tx.SaveMock(id, datatest.Mock(study, 2)),
			tx.SaveSitting(id, planner.Sitting{ID: "x", Date: planner.MustDate("2026-11-20"), Results: []planner.DomainResult{{Domain: "d1", Band: planner.BandNear}, {Domain: "d2", Percent: 61.5, HasPercent: true}}}),
			tx.SaveSource(id, readiness.SourcePrior{Name: "Source A", Offset: -0.2, OffsetSD: 0.1, HasOffset: true}),
			tx.SetGuess(id, data.Guess{Day: planner.MustDate("2026-11-20"), Percent: 70.5}),
			tx.KeepForecast(id, readiness.DayForecast{Day: planner.MustDate("2026-11-20"), ExamDate: study.ExamDate, PassLine: 0.7, Mocks: 2, HasChance: true, Chance: 0.61, Exam: readiness.Range{Median: 0.7, Low: 0.6, High: 0.8}}),
			tx.KeepMockForecast(id, readiness.MockEntry{MockID: "m-00001", Date: planner.MustDate("2026-11-20"), Source: "Source A", Questions: 50, PassLine: 0.7}),
			tx.SetSetting("theme", "dark"), tx.SetSetting("local.backup-folder", "/here"),
		)
	})
}

func document(t testing.TB, s *data.Store) exchange.Document {
	t.Helper()
	return must(s.Document(t.Context()))
}

func encoded(t testing.TB, d exchange.Document) string {
	t.Helper()
	var b bytes.Buffer
	check(t, exchange.Encode(&b, d))
	return b.String()
}

// exported is the document as it comes out of one file and goes into another.
func exported(t testing.TB, s *data.Store) exchange.Document {
	t.Helper()
	return must(exchange.Decode(strings.NewReader(encoded(t, document(t, s)))))
}

func TestAnExportIntoAnEmptyFileIsTheSameToTheByte(t *testing.T) {
	a, b := datatest.New(t), datatest.New(t)
	full(t, a, "s")
	full(t, a, "t")
	changes := must(b.Import(t.Context(), "Import", exported(t, a)))
	same(t, "export", encoded(t, document(t, b)), encoded(t, document(t, a)))
	same(t, "studies", len(changes.Studies), 2)
	same(t, "conflicts", len(changes.Conflicts), 0)
	same(t, "setting of the other computer", must(b.Setting(t.Context(), "local.backup-folder")), "")
	for _, text := range []string{"Source A", "d1", "theme"} {
		if !strings.Contains(encoded(t, document(t, b)), text) {
			t.Errorf("the export lacks %q", text)
		}
	}
}

func TestImportingTwiceChangesNothingTheSecondTime(t *testing.T) {
	a, b := datatest.New(t), datatest.New(t)
	full(t, a, "s")
	must(b.Import(t.Context(), "Import", exported(t, a)))
	before := encoded(t, document(t, b))
	changes := must(b.Import(t.Context(), "Import again", exported(t, a)))
	same(t, "no changes", changes.None(), true)
	same(t, "export", encoded(t, document(t, b)), before)
	same(t, "step of undo", must(b.UndoName(t.Context())), "Import")
}

func TestAnImportIsOneStepOfUndo(t *testing.T) {
	ctx := t.Context()
	a, b := datatest.New(t), datatest.New(t)
	full(t, a, "s")
	datatest.Do(t, b, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("mine")) })
	before := encoded(t, document(t, b))
	must(b.Import(ctx, "Import", exported(t, a)))
	after := encoded(t, document(t, b))
	same(t, "undone", must(b.Undo(ctx)), "Import")
	same(t, "after undo", encoded(t, withoutSettings(document(t, b))), encoded(t, withoutSettings(must(exchange.Decode(strings.NewReader(before))))))
	same(t, "done again", must(b.Redo(ctx)), "Import")
	same(t, "after redo", encoded(t, document(t, b)), after)
}

// withoutSettings is a document without what is no part of undo.
func withoutSettings(d exchange.Document) exchange.Document {
	d.Settings = nil
	for i := range d.Studies {
		d.Studies[i].Forecasts, d.Studies[i].MockForecasts = nil, nil
	}
	return d
}

func TestWorkAfterAnImportCanBeTakenBackAndExported(t *testing.T) {
	ctx := t.Context()
	a, b := datatest.New(t), datatest.New(t)
	full(t, a, "s")
	must(b.Import(ctx, "Import", exported(t, a)))
	datatest.Do(t, b, "Delete mock", func(tx *data.Tx) error { return tx.DeleteMock("s", "m-00001") })
	must(b.Undo(ctx))
	must(b.Undo(ctx))
	same(t, "studies", len(document(t, b).Studies), 0)
	exported(t, b) // is refused when the history contradicts itself
	must(b.Redo(ctx))
	must(b.Redo(ctx))
	same(t, "mocks", len(must(b.Mocks(ctx, "s"))), 1)
	must(a.Import(ctx, "Import", exported(t, b)))
	same(t, "the removal arrives", len(must(a.Mocks(ctx, "s"))), 1)
}

// copyOf makes a second computer that has everything of the first.
func copyOf(t testing.TB, a *data.Store) *data.Store {
	t.Helper()
	b := datatest.New(t)
	must(b.Import(t.Context(), "Import", exported(t, a)))
	return b
}

func TestWhatWasDoneOnTwoComputersComesTogether(t *testing.T) {
	ctx := t.Context()
	a := datatest.New(t)
	full(t, a, "s")
	b := copyOf(t, a)
	study := datatest.Study("s")
	datatest.Do(t, a, "Done here", func(tx *data.Tx) error { return tx.SaveSession("s", done(t, a, 4, 50)) })
	datatest.Do(t, a, "Mock here", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, 3)) })
	datatest.Do(t, b, "Done there", func(tx *data.Tx) error { return tx.SaveSession("s", done(t, b, 5, 60)) })
	datatest.Do(t, b, "Delete there", func(tx *data.Tx) error { return tx.DeleteMock("s", "m-00001") })
	fromB := exported(t, b)
	must(b.Import(ctx, "Import", exported(t, a)))
	changes := must(a.Import(ctx, "Import", fromB))
	same(t, "conflicts", len(changes.Conflicts), 0)
	same(t, "both files", encoded(t, document(t, a)), encoded(t, document(t, b)))
	sessions := must(a.Sessions(ctx, "s"))
	same(t, "done here", sessions[4].DoneMinutes, 50)
	same(t, "done there", sessions[5].DoneMinutes, 60)
	mocks := must(a.Mocks(ctx, "s"))
	same(t, "mocks", fmt.Sprint(mocks[0].ID, mocks[1].ID, len(mocks)), "m-00003m-000022")
}

// done is the nth session of study s, done.
func done(t testing.TB, s *data.Store, n, minutes int) planner.Session {
	t.Helper()
	x := must(s.Sessions(t.Context(), "s"))[n]
	x.Status, x.DoneMinutes = planner.Done, minutes
	return x
}

func TestTheLaterOfTwoChangesIsKeptAndTheOtherNoted(t *testing.T) {
	ctx := t.Context()
	a := datatest.New(t)
	full(t, a, "s")
	b := copyOf(t, a)
	mock := datatest.Mock(datatest.Study("s"), 1)
	mock.Note = "as corrected here"
	datatest.Do(t, a, "Correct", func(tx *data.Tx) error { return tx.SaveMock("s", mock) })
	mock.Note = "as corrected there"
	datatest.Do(t, b, "Correct", func(tx *data.Tx) error { return tx.SaveMock("s", mock) })
	datatest.Do(t, b, "Correct again", func(tx *data.Tx) error { mock.Minutes++; return tx.SaveMock("s", mock) })
	changes := must(a.Import(ctx, "Import", exported(t, b)))
	same(t, "kept", must(a.Mocks(ctx, "s"))[1].Note, "as corrected there")
	same(t, "conflicts", len(changes.Conflicts), 1)
	if lost := string(document(t, a).History.Conflicts[0].Lost); !strings.Contains(lost, "as corrected here") {
		t.Errorf("noted is %s", lost)
	}
}

func TestARestoredFileIsNotTakenForWhatItWas(t *testing.T) {
	ctx := t.Context()
	path := t.TempDir() + "/study.milepost"
	a := must(data.Open(ctx, path, data.Options{Create: true, Now: datatest.Clock}))
	full(t, a, "s")
	made := must(a.MakeBackup(ctx, data.BackupOptions{Reason: "by-hand"}))
	was := seenBy(t, a)
	a, _, err := a.Restore(ctx, made.Path)
	check(t, err)
	defer func() { check(t, a.Close()) }()
	datatest.Do(t, a, "Delete mock", func(tx *data.Tx) error { return tx.DeleteMock("s", "m-00001") })
	now := seenBy(t, a)
	same(t, "replicas before and after", fmt.Sprint(len(was), len(now)), "1 2")
}

func seenBy(t testing.TB, s *data.Store) map[string]int64 {
	t.Helper()
	seen := make(map[string]int64)
	for _, x := range document(t, s).History.Seen {
		seen[x.Replica] = x.Stamp
	}
	return seen
}

func TestACopyOfAFileThatIsWorkedWithIsAnotherReplica(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	a := datatest.OpenAt(t, dir+"/a.milepost")
	full(t, a, "s")
	check(t, a.Backup(ctx, dir+"/b.milepost"))
	b := datatest.OpenAt(t, dir+"/b.milepost")
	for _, s := range []*data.Store{a, b} {
		datatest.Do(t, s, "Delete mock", func(tx *data.Tx) error { return tx.DeleteMock("s", "m-00001") })
	}
	same(t, "replicas of the file", len(seenBy(t, a)), 1)
	same(t, "replicas of the copy", len(seenBy(t, b)), 2)
}

// A clock that goes backwards, or ran far ahead on one computer, neither stops saving nor turns the order of changes round.
func TestStampsOnlyGrow(t *testing.T) {
	ctx := t.Context()
	path, now := t.TempDir()+"/study.milepost", datatest.Clock()
	s := must(data.Open(ctx, path, data.Options{Create: true, Now: func() time.Time { return now }}))
	defer func() { check(t, s.Close()) }()
	full(t, s, "s")
	for _, at := range []string{"1969-01-01T00:00:00Z", "2500-01-01T00:00:00Z", "2026-01-01T00:00:00Z"} {
		before := document(t, s).History.Seen[0].Stamp
		now = must(time.Parse(time.RFC3339, at))
		mock := datatest.Mock(datatest.Study("s"), 1)
		mock.Note = at
		datatest.Do(t, s, "Note", func(tx *data.Tx) error { return tx.SaveMock("s", mock) })
		if after := document(t, s).History.Seen[0].Stamp; after <= before {
			t.Errorf("at %s: stamp %d after %d", at, after, before)
		}
	}
}

func TestABadImportNamesTheFieldAndChangesNothing(t *testing.T) {
	a := datatest.New(t)
	full(t, a, "s")
	for name, c := range map[string]struct {
		spoil func(*exchange.Document)
		field string
	}{
		"correct above total":    {func(d *exchange.Document) { d.Studies[0].Mocks[1].Correct = 1e6 }, "studies[0].mocks[1].correct"},
		"a day that is none":     {func(d *exchange.Document) { d.Studies[0].Sessions[3].Date = planner.Date{} }, "studies[0].sessions[3].date"},
		"a status nobody knows":  {func(d *exchange.Document) { d.Studies[0].Sessions[3].Status = "lost" }, "studies[0].sessions[3].status"},
		"a source without name":  {func(d *exchange.Document) { d.Studies[0].Sources[0].Name = " " }, "studies[0].sources[0].name"},
		"a chance above 1":       {func(d *exchange.Document) { *d.Studies[0].Forecasts[0].Chance = 1.1 }, "studies[0].forecasts[0].forecast"},
		"a guess above 100":      {func(d *exchange.Document) { d.Studies[0].Guess.Percent = 101 }, "studies[0].guess.guess"},
		"a local setting":        {func(d *exchange.Document) { d.Settings[0].Key = "local.backup-folder" }, "settings[0].key"},
		"a milestone of no date": {func(d *exchange.Document) { d.Studies[0].Milestones[0].Date = planner.Date{} }, "studies[0].milestones[0].date"},
		"too many sittings": {func(d *exchange.Document) {
			for i := range data.MaxSittings {
				d.Studies[0].Sittings = append(d.Studies[0].Sittings, exchange.Sitting{ID: fmt.Sprint("y", i), Date: d.Studies[0].ExamDate, Domains: []exchange.DomainResult{}})
			}
		}, "studies[0].sittings"},
	} {
		t.Run(name, func(t *testing.T) {
			b := datatest.New(t)
			full(t, b, "mine")
			before := encoded(t, document(t, b))
			d := exported(t, a)
			c.spoil(&d)
			_, err := b.Import(t.Context(), "Import", d)
			if field := planner.ErrorField(err); field != c.field {
				t.Errorf("the field blamed is %q (%v), want %q", field, err, c.field)
			}
			_, preview := b.PreviewImport(t.Context(), d)
			same(t, "the preview says", fmt.Sprint(preview), fmt.Sprint(err))
			same(t, "file", encoded(t, document(t, b)), before)
		})
	}
}

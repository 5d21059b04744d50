package data_test

import (
	"cmp"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/planner"
	"milepost/planner/readiness"
)

func TestEverythingComesBackAsItWasSaved(t *testing.T) {
	path := t.TempDir() + "/study.milepost"
	study := datatest.Study("one")
	sessions, mock := datatest.Sessions(study, 10), datatest.Mock(study, 1)
	milestones := []planner.Milestone{
		{ID: planner.MilestoneDiagnostic, Name: "Diagnostic taken", Date: study.Start, SlackMinutes: -30, Met: true},
		{ID: planner.MilestoneExam, Name: "Exam", Date: study.ExamDate},
	}
	source := readiness.SourcePrior{Name: "Bank A", Official: true, Offset: -0.1, OffsetSD: 0.3, HasOffset: true}

	s, err := data.Open(t.Context(), path, data.Options{Create: true, Now: datatest.Clock})
	check(t, err)
	datatest.Do(t, s, "New study", func(tx *data.Tx) error {
		return errors.Join(tx.SaveStudy(study), tx.SetOpenStudy(study.ID), tx.ReplaceSessions(study.ID, sessions), tx.ReplaceMilestones(study.ID, milestones),
			tx.SaveMock(study.ID, mock), tx.SaveSource(study.ID, source), tx.SetSetting("theme", "dark"))
	})
	check(t, s.Close())

	s = datatest.OpenAt(t, path)
	same(t, "study", must(s.Study(t.Context(), "one")), study)
	same(t, "studies", must(s.Studies(t.Context())), []planner.Study{study})
	same(t, "open study", must(s.OpenStudyID(t.Context())), "one")
	same(t, "sessions", must(s.Sessions(t.Context(), "one")), sessions)
	same(t, "milestones", must(s.Milestones(t.Context(), "one")), milestones)
	same(t, "mocks", must(s.Mocks(t.Context(), "one")), []planner.Mock{mock})
	same(t, "sources", must(s.Sources(t.Context(), "one")), []readiness.SourcePrior{source})
	same(t, "setting", must(s.Setting(t.Context(), "theme")), "dark")
	same(t, "unset setting", must(s.Setting(t.Context(), "colour")), "")
}

func TestAnyStudyComesBackAsItWasSaved(t *testing.T) {
	s := datatest.New(t)
	rapid.Check(t, func(rt *rapid.T) {
		study := anyStudy("s").Draw(rt, "study")
		datatest.Do(t, s, "Save", func(tx *data.Tx) error { return tx.SaveStudy(study) })
		same(rt, "study", must(s.Study(t.Context(), "s")), study)
	})
}

func TestAnySessionsComeBackInOrder(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	rapid.Check(t, func(rt *rapid.T) {
		sessions := rapid.SliceOfNDistinct(anySession(), 0, 12, func(x planner.Session) string { return x.ID }).Draw(rt, "sessions")
		datatest.Do(t, s, "Plan", func(tx *data.Tx) error { return tx.ReplaceSessions("s", sessions) })
		slices.SortFunc(sessions, func(a, b planner.Session) int {
			return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Order, b.Order), strings.Compare(a.ID, b.ID))
		})
		same(rt, "sessions", emptyAsNil(must(s.Sessions(t.Context(), "s"))), emptyAsNil(sessions))
	})
}

func TestAnyMockComesBackAsItWasSaved(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	rapid.Check(t, func(rt *rapid.T) {
		mock := anyMock("m").Draw(rt, "mock")
		datatest.Do(t, s, "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", mock) })
		same(rt, "mock", must(s.Mocks(t.Context(), "s"))[0], mock)
	})
}

func TestStudiesKeepTheOrderOfTheirCreation(t *testing.T) {
	s := datatest.New(t)
	for _, id := range []string{"zebra", "ant", "mole"} {
		datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study(id)) })
	}
	renamed := datatest.Study("zebra")
	renamed.Name = "Renamed"
	datatest.Do(t, s, "Rename", func(tx *data.Tx) error { return tx.SaveStudy(renamed) })
	var got []string
	for _, study := range must(s.Studies(t.Context())) {
		got = append(got, study.ID)
	}
	same(t, "order", got, []string{"zebra", "ant", "mole"})
}

func TestADeletedStudyTakesAllThatIsItsOwn(t *testing.T) {
	ctx := t.Context()
	study := datatest.Study("gone")
	s := datatest.With(t, study)
	kept := datatest.Study("kept")
	datatest.Do(t, s, "Fill", func(tx *data.Tx) error {
		return errors.Join(tx.SaveStudy(kept), tx.SaveMock("kept", datatest.Mock(kept, 1)), tx.SaveMock("gone", datatest.Mock(study, 1)),
			tx.ReplaceSessions("gone", datatest.Sessions(study, 5)), tx.SaveSource("gone", readiness.SourcePrior{Name: "A"}))
	})
	datatest.Do(t, s, "Delete study", func(tx *data.Tx) error { return tx.DeleteStudy("gone") })
	same(t, "studies", must(s.Studies(ctx)), []planner.Study{kept})
	same(t, "open study", must(s.OpenStudyID(ctx)), "")
	same(t, "its mocks", len(must(s.Mocks(ctx, "gone"))), 0)
	same(t, "its sessions", len(must(s.Sessions(ctx, "gone"))), 0)
	same(t, "other mocks", len(must(s.Mocks(ctx, "kept"))), 1)
}

func TestWhatCannotBeStoredIsRefusedByField(t *testing.T) {
	study := datatest.Study("s")
	s := datatest.With(t, study)
	long := strings.Repeat("ä", planner.MaxTextRunes+1)
	session, mock := datatest.Sessions(study, 1)[0], datatest.Mock(study, 1)
	edit := func(f func(*planner.Study, *planner.Session, *planner.Mock)) (planner.Study, planner.Session, planner.Mock) {
		a, b, c := datatest.Study("s"), session, mock
		c.Domains = slices.Clone(c.Domains)
		f(&a, &b, &c)
		return a, b, c
	}
	for _, tt := range []struct {
		field string
		spoil func(*planner.Study, *planner.Session, *planner.Mock)
	}{
		{"exam_date", func(a *planner.Study, _ *planner.Session, _ *planner.Mock) { a.ExamDate = planner.Date{} }},
		{"exam_code", func(a *planner.Study, _ *planner.Session, _ *planner.Mock) { a.ExamCode = long }},
		{"domains[1].topics[0]", func(a *planner.Study, _ *planner.Session, _ *planner.Mock) { a.Domains[1].Topics = []string{long} }},
		{"domains[0].weight_max", func(a *planner.Study, _ *planner.Session, _ *planner.Mock) { a.Domains[0].WeightMax = math.Inf(1) }},
		{"days_off[0]", func(a *planner.Study, _ *planner.Session, _ *planner.Mock) {
			a.Availability.Off[0].First = planner.NewDate(9999, 1, 1)
		}},
		{"starts.tue", func(a *planner.Study, _ *planner.Session, _ *planner.Mock) { a.Availability.Start[1] = 1441 }},
		{"mock_start", func(a *planner.Study, _ *planner.Session, _ *planner.Mock) { a.Availability.MockStart = -1 }},
		{"id", func(_ *planner.Study, b *planner.Session, _ *planner.Mock) { b.ID = " " }},
		{"activity", func(_ *planner.Study, b *planner.Session, _ *planner.Mock) { b.Activity = "sleep" }},
		{"status", func(_ *planner.Study, b *planner.Session, _ *planner.Mock) { b.Status = "" }},
		{"minutes", func(_ *planner.Study, b *planner.Session, _ *planner.Mock) { b.Minutes = -1 }},
		{"note", func(_ *planner.Study, b *planner.Session, _ *planner.Mock) { b.Note = long }},
		{"reason", func(_ *planner.Study, b *planner.Session, _ *planner.Mock) { b.Reason = "\xff" }},
		{"date", func(_ *planner.Study, b *planner.Session, _ *planner.Mock) { b.Date = planner.Date{} }},
		{"note", func(_ *planner.Study, _ *planner.Session, c *planner.Mock) { c.Note = long }},
		{"domains.d1", func(_ *planner.Study, _ *planner.Session, c *planner.Mock) { c.Domains[0].Correct = 21 }},
		{"percent", func(_ *planner.Study, _ *planner.Session, c *planner.Mock) { c.Percent = math.NaN() }},
	} {
		a, b, c := edit(tt.spoil)
		err := s.Do(t.Context(), "Spoil", func(tx *data.Tx) error {
			if err := tx.SaveStudy(a); err != nil {
				return err
			}
			if err := tx.SaveSession("s", b); err != nil {
				return err
			}
			return tx.SaveMock("s", c)
		})
		if got := planner.ErrorField(err); got != tt.field {
			t.Errorf("blamed field %q (%v), want %q", got, err, tt.field)
		}
	}
	same(t, "study afterwards", must(s.Study(t.Context(), "s")), study)
	same(t, "sessions afterwards", len(must(s.Sessions(t.Context(), "s"))), 0)
}

func TestUnknownIDsAreNotFound(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	_, err := s.Study(t.Context(), "nobody")
	for name, got := range map[string]error{
		"study":          err,
		"delete study":   s.Do(t.Context(), "x", func(tx *data.Tx) error { return tx.DeleteStudy("nobody") }),
		"open study":     s.Do(t.Context(), "x", func(tx *data.Tx) error { return tx.SetOpenStudy("nobody") }),
		"delete mock":    s.Do(t.Context(), "x", func(tx *data.Tx) error { return tx.DeleteMock("s", "nobody") }),
		"delete session": s.Do(t.Context(), "x", func(tx *data.Tx) error { return tx.DeleteSession("s", "nobody") }),
		"save session": s.Do(t.Context(), "x", func(tx *data.Tx) error {
			return tx.SaveSession("nobody", datatest.Sessions(datatest.Study("s"), 1)[0])
		}),
	} {
		if !errors.Is(got, data.ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", name, got)
		}
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// must unwraps what cannot fail in these tests; a failure stops the test with its error.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

func same(t failer, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func emptyAsNil[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	return s
}

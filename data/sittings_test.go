package data_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/planner"
)

func anySitting(id string) *rapid.Generator[planner.Sitting] {
	return rapid.Custom(func(t *rapid.T) planner.Sitting {
		s := planner.Sitting{ID: id, Date: anyDate().Draw(t, "date"), Passed: rapid.Bool().Draw(t, "passed"), Note: anyText().Draw(t, "note")}
		for _, d := range rapid.Permutation([]string{"d1", "d2", "ä", "gone"}).Draw(t, "domains")[:rapid.IntRange(0, 4).Draw(t, "results")] {
			r := planner.DomainResult{Domain: d, Band: rapid.SampledFrom(planner.Bands).Draw(t, "band")}
			if rapid.Bool().Draw(t, "percentage") {
				r = planner.DomainResult{Domain: d, Percent: rapid.Float64Range(0, 100).Draw(t, "percent"), HasPercent: true}
			}
			s.Results = append(s.Results, r)
		}
		return s
	})
}

func TestAnySittingComesBackAsItWasSaved(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	rapid.Check(t, func(rt *rapid.T) {
		sitting := anySitting("x").Draw(rt, "sitting")
		datatest.Do(t, s, "Record the result", func(tx *data.Tx) error { return tx.SaveSitting("s", sitting) })
		same(rt, "sitting", must(s.Sittings(t.Context(), "s"))[0], sitting)
	})
}

func TestASittingIsUndoneDeletedAndRefused(t *testing.T) {
	ctx := t.Context()
	s := datatest.With(t, datatest.Study("s"))
	sitting := planner.Sitting{ID: "x", Date: planner.MustDate("2026-11-20"), Results: []planner.DomainResult{{Domain: "d1", Band: planner.BandBelow}}}
	save := func(x planner.Sitting) func(*data.Tx) error {
		return func(tx *data.Tx) error { return tx.SaveSitting("s", x) }
	}
	before := dump(t, s)
	datatest.Do(t, s, "Record the result", save(sitting))
	same(t, "undone", must(s.Undo(ctx)), "Record the result")
	same(t, "file", dump(t, s), before)
	same(t, "redone", must(s.Redo(ctx)), "Record the result")
	same(t, "sittings", must(s.Sittings(ctx, "s")), []planner.Sitting{sitting})

	bad := sitting
	bad.Results = []planner.DomainResult{{Domain: "d1", Band: "superb"}}
	same(t, "band", planner.ErrorField(s.Do(ctx, "Spoil", save(bad))), "domains.d1")
	bad = sitting
	bad.Note = strings.Repeat("x", planner.MaxTextRunes+1)
	same(t, "note", planner.ErrorField(s.Do(ctx, "Spoil", save(bad))), "note")
	if err := s.Do(ctx, "Delete", func(tx *data.Tx) error { return tx.DeleteSitting("s", "nobody") }); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("deleting an unknown sitting: %v", err)
	}
	datatest.Do(t, s, "Delete study", func(tx *data.Tx) error { return tx.DeleteStudy("s") })
	same(t, "sittings of a deleted study", len(must(s.Sittings(ctx, "s"))), 0)
}

package app

import (
	"path/filepath"
	"testing"
	"time"

	"milepost/planner"
)

func TestADayBeginsWhenItsUserSays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.db")
	now := time.Date(2026, time.November, 24, 1, 30, 0, 0, time.UTC)
	parts := Parts{Now: func() time.Time { return now }, NewID: func() string { return "x" }}
	m, err := Open(t.Context(), path, true, parts)
	if err != nil {
		t.Fatal(err)
	}
	if got := m.Today(); got != planner.MustDate("2026-11-24") {
		t.Errorf("half past one belongs to %s", got)
	}
	if err := m.SetDayStart(t.Context(), 4*60); err != nil {
		t.Fatal(err)
	}
	if got := m.Today(); got != planner.MustDate("2026-11-23") {
		t.Errorf("with days from four, half past one belongs to %s", got)
	}
	for _, wrong := range []int{-1, MaxDayStart + 1, 1 << 40} {
		if err := m.SetDayStart(t.Context(), wrong); planner.ErrorField(err) != "day_start" {
			t.Errorf("%d: %v", wrong, err)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if m, err = Open(t.Context(), path, false, parts); err != nil { // it is remembered
		t.Fatal(err)
	}
	if m.DayStart() != 4*60 || m.Today() != planner.MustDate("2026-11-23") {
		t.Errorf("after a new start days begin at %d", m.DayStart())
	}
	now = now.Add(3 * time.Hour)
	if got := m.Today(); got != planner.MustDate("2026-11-24") {
		t.Errorf("half past four belongs to %s", got)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
}

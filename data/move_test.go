package data_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

func TestDataMovesToAnotherFileAndTheOldOneSaysWhere(t *testing.T) {
	s, path := held(t)
	to := filepath.Join(t.TempDir(), "new", "study.milepost")
	next, err := s.MoveTo(t.Context(), to)
	check(t, err)
	same(t, "path", next.Path(), to)
	same(t, "mocks", len(must(next.Mocks(t.Context(), "s"))), 2)
	same(t, "note in the new file", must(next.Setting(t.Context(), data.SettingMovedTo)), "")
	if _, err := data.Open(t.Context(), to, data.Options{Now: datatest.Clock}); err == nil {
		t.Error("the new file is not locked")
	}
	check(t, saveMock(t.Context(), next, "three"))

	old := datatest.OpenAt(t, path) // its lock was given back
	same(t, "note in the old file", must(old.Setting(t.Context(), data.SettingMovedTo)), to)
	same(t, "mocks in the old file", len(must(old.Mocks(t.Context(), "s"))), 2)
	check(t, old.Close())

	back, err := next.MoveTo(t.Context(), filepath.Join(t.TempDir(), "third.milepost"))
	check(t, err)
	same(t, "note in the third file", must(back.Setting(t.Context(), data.SettingMovedTo)), "")
	check(t, back.Close())
}

func TestAMoveThatFailsLeavesTheOldFileAtWork(t *testing.T) {
	s, path := held(t)
	taken := filepath.Join(t.TempDir(), "taken")
	check(t, os.WriteFile(taken, []byte("x"), 0o600))
	locked := filepath.Join(t.TempDir(), "study.milepost")
	datatest.OpenAt(t, locked)
	for _, to := range []string{taken, path, locked, filepath.Join(taken, "study.milepost"), strings.Repeat("x", 300)} {
		next, err := s.MoveTo(t.Context(), to)
		if err == nil || next != s {
			t.Fatalf("%s: it answers %v", to, err)
		}
	}
	same(t, "note", must(s.Setting(t.Context(), data.SettingMovedTo)), "")
	check(t, saveMock(t.Context(), s, "three"))
	if text := must(os.ReadFile(taken)); string(text) != "x" {
		t.Errorf("the other file holds %q", text)
	}
	check(t, s.Close())
}

// Package datatest makes data files and example studies for the tests of other packages. It must never be imported by anything
// but tests.
package datatest

import (
	"path/filepath"
	"testing"
	"time"

	"milepost/data"
	"milepost/planner"
)

// Now is the moment at which the clock of every test stands.
var Now = time.Date(2026, time.November, 23, 14, 57, 56, 0, time.UTC)

// Clock answers Now.
func Clock() time.Time { return Now }

// New opens an empty data file in a folder of the test's own and closes it afterwards.
func New(t testing.TB) *data.Store {
	t.Helper()
	return OpenAt(t, filepath.Join(t.TempDir(), "study.milepost"))
}

// OpenAt opens the data file at path, made if there is none, and closes it after the test.
func OpenAt(t testing.TB, path string) *data.Store {
	t.Helper()
	s, err := data.Open(t.Context(), path, data.Options{Create: true, Now: Clock})
	if err != nil {
		t.Fatalf("open a data file for the test: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close the data file: %v", err)
		}
	})
	return s
}

// With opens an empty data file and saves an example study as the open one.
func With(t testing.TB, study planner.Study) *data.Store {
	t.Helper()
	s := New(t)
	Do(t, s, "New study", func(tx *data.Tx) error {
		if err := tx.SaveStudy(study); err != nil {
			return err
		}
		return tx.SetOpenStudy(study.ID)
	})
	return s
}

// Do runs an action that must succeed.
func Do(t testing.TB, s *data.Store, action string, fn func(*data.Tx) error) {
	t.Helper()
	if err := s.Do(t.Context(), action, fn); err != nil {
		t.Fatalf("%s: %v", action, err)
	}
}

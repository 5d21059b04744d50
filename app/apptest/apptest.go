// Package apptest opens the real application for tests: on a data file of its own, with the real catalogue, a clock that stands and
// identifiers that are numbered. It is imported by tests alone, and by what tests of the window stand on. It knows nothing of the window.
package apptest

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"milepost/app"
	"milepost/data/interchange"
	"milepost/resources"
)

// Noon is the moment at which the clock stands: 23 November 2026.
var Noon = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

// Open opens the application on an empty data file. now is its clock; nil stands at Noon.
func Open(t testing.TB, now func() time.Time) *app.Milepost {
	t.Helper()
	return OpenAt(t, filepath.Join(t.TempDir(), "study.db"), now)
}

// OpenAt is Open with a data file of that path.
func OpenAt(t testing.TB, path string, now func() time.Time) *app.Milepost {
	t.Helper()
	if now == nil {
		now = func() time.Time { return Noon }
	}
	files, err := fs.Sub(resources.ExamFiles, "exams")
	if err != nil {
		t.Fatal(err)
	}
	exams, err := interchange.Catalogue(files)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	m, err := app.Open(t.Context(), path, true, app.Parts{
		Catalogue: exams, Now: now, NewID: func() string { n++; return fmt.Sprintf("id-%04d", n) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m
}

// Sample opens the sample study.
func Sample(t testing.TB) *app.Milepost {
	t.Helper()
	m := Open(t, nil)
	if _, err := m.CreateSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m
}

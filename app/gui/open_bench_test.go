package gui

import (
	"path/filepath"
	"testing"

	"milepost/app/gui/kit"
)

// A screen that is opened for the first time, with the sample and all that is asked of it known already: what making and laying it out holds the
// window's goroutine for.
func BenchmarkFirstVisit(b *testing.B) {
	f := newFrame(b, filepath.Join(b.TempDir(), "a.milepost"))
	f.m.ForeseeJob()(b.Context())()
	for _, route := range []kit.Route{kit.Today, kit.Plan, kit.Mocks, kit.Readiness, kit.Settings} {
		b.Run(string(route), func(b *testing.B) {
			for b.Loop() {
				delete(f.shell.router.pages, route)
				f.shell.Open(route)
			}
		})
	}
}

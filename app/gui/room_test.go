package gui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"golang.org/x/text/language"

	"milepost/app/gui/kit"
	"milepost/app/lang"
)

// smallest is the window that everything must fit, with the largest text, in every language.
var smallest = fyne.NewSize(900, 600)

func TestEverythingFitsTheSmallestWindow(t *testing.T) {
	t.Cleanup(func() { _ = lang.Use(language.BritishEnglish) })
	for _, l := range lang.Languages() {
		t.Run(string(l), func(t *testing.T) {
			if err := lang.Use(language.Make(string(l))); err != nil {
				t.Fatal(err)
			}
			f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
			f.shell.SetScale(2)
			t.Cleanup(func() { f.shell.SetScale(1) })
			for _, route := range []kit.Route{kit.Today, kit.Setup, kit.Plan, kit.Mocks, kit.TimedMock, kit.Readiness, kit.Diary, kit.Reports, kit.Settings} {
				f.shell.Open(route)
				f.Settle()
				if need := f.Canvas().Content().MinSize(); need.Width > smallest.Width || need.Height > smallest.Height {
					page := f.shell.router.page().Content().MinSize()
					t.Errorf("%s needs %v, the page alone %v", route, need, page)
				}
			}
		})
	}
}

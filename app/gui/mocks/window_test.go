package mocks

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
)

// withStudy opens a study in which nothing has happened yet.
func withStudy(t testing.TB) *app.Milepost {
	t.Helper()
	m := stage.OpenApp(t, nil)
	stage.Study(t, m)
	return m
}

// shell is the frame of these tests, with the application behind it.
type shell struct {
	stage.Shell
	model *app.Milepost
}

// last is the message shown last.
func (s *shell) last() string {
	if len(s.Said) == 0 {
		return ""
	}
	return s.Said[len(s.Said)-1]
}

// open shows the page on a study in a window of 1072 x 800, which is what a window of 1280 leaves beside the sidebar.
func open(t testing.TB, m *app.Milepost, options ...guitest.Option) (*guitest.Window, *Page, *shell) {
	t.Helper()
	return openSized(t, m, fyne.NewSize(1072, 800), options...)
}

func openSized(t testing.TB, m *app.Milepost, size fyne.Size, options ...guitest.Option) (*guitest.Window, *Page, *shell) {
	t.Helper()
	s := &shell{model: m}
	p := New(s, m)
	return s.Show(t, p, m, size, options...), p, s
}

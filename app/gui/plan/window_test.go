package plan

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
)

// shell is the frame of these tests, with the application behind it.
type shell struct {
	stage.Shell
	model *app.Milepost
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

package setup

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

// shell is the frame of these tests, with the application behind it.
type shell struct {
	stage.Shell
	model *app.Milepost
}

// After never comes: these tests do not wait.
func (s *shell) After(time.Duration, func()) func() { return func() {} }

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

// current is the study that is stored and open.
func current(t testing.TB, s *shell) planner.Study {
	t.Helper()
	study, err := s.model.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return study
}

// enter types a text into a field and leaves it by Tab.
func enter(w *guitest.Window, field fyne.Focusable, text string) {
	w.Focus(field)
	w.Type(text)
	w.Key(fyne.KeyTab)
}

// Package guitest helps tests to use the window the way a person does: look for texts, click where they are, type,
// press keys. It is imported by tests alone.
//
// A test makes one [Window] with what it wants to try, then acts and looks:
//
//	w := guitest.NewWindow(t, content, 1000, 700)
//	w.TapText("Record a mock")
//	w.Type("89")
//	w.Key(fyne.KeyReturn)
//	if !w.HasText("Total 89 / 125") { ... }
//
// Only what is on screen counts. While a dialog or a list is open, what lies behind it is neither found nor hit.
// Fyne's test driver knows a single current application, so tests with windows must not run in parallel.
package guitest

import (
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"milepost/app/gui/look"
)

// Window is a window without a screen.
type Window struct {
	fyne.Window
	t testing.TB
}

// settings are what options change.
type settings struct {
	mode  look.Mode
	scale float64
}

// Option changes how a window looks.
type Option func(*settings)

// Dark shows the dark colours.
func Dark() Option { return func(s *settings) { s.mode = look.ModeDark } }

// TextScale makes text larger or smaller; 1 is usual.
func TextScale(scale float64) Option { return func(s *settings) { s.scale = scale } }

// NewWindow shows content in a window of that size in logical pixels, in Milepost's theme: light and with text of the
// usual size unless options say otherwise. Make one window a test; it goes away with the test.
func NewWindow(t testing.TB, content fyne.CanvasObject, width, height float32, options ...Option) *Window {
	t.Helper()
	s := settings{mode: look.ModeLight, scale: 1}
	for _, option := range options {
		option(&s)
	}
	t.Cleanup(useTheme) // runs after the application of this test has gone
	test.NewTempApp(t)
	s.apply()
	w := &Window{Window: test.NewTempWindow(t, content), t: t}
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	refreshAll(content)
	w.Settle()
	return w
}

func (s settings) apply() {
	fyne.CurrentApp().Settings().SetTheme(look.New(s.mode, s.scale))
}

// useTheme puts Milepost's theme on the current application. Fyne's test package has one from the start, in a theme
// that knows none of our names; widgets that are built before their window ask it.
func useTheme() { settings{mode: look.ModeLight, scale: 1}.apply() }

func init() { useTheme() }

// SetLook changes how the open window looks, as the settings of the program do.
func (w *Window) SetLook(options ...Option) {
	s := settings{mode: look.ModeLight, scale: 1}
	for _, option := range options {
		option(&s)
	}
	s.apply()
	refreshAll(w.Content())
	for _, overlay := range w.Canvas().Overlays().List() {
		refreshAll(overlay)
	}
	w.Settle()
}

// refreshAll lets everything read the theme again, as Fyne does when the theme changes.
func refreshAll(object fyne.CanvasObject) {
	for _, child := range children(object) {
		refreshAll(child)
	}
	object.Refresh()
}

// Screenshot writes a picture of the window as PNG, for people to look at.
func (w *Window) Screenshot(path string) {
	w.t.Helper()
	w.Settle()
	file, err := os.Create(path)
	if err != nil {
		w.t.Fatalf("screenshot: %v", err)
	}
	defer file.Close()
	if err := png.Encode(file, w.Canvas().Capture()); err != nil {
		w.t.Fatalf("screenshot: %v", err)
	}
}

// Settle lays everything out again, innermost first. On screen Fyne does this before each frame, when the smallest size
// of something has changed; the test driver never does.
func (w *Window) Settle() {
	const rounds = 2 // the first may change widths, on which heights depend
	for range rounds {
		settle(w.root())
	}
}

func settle(object fyne.CanvasObject) {
	if object == nil || !object.Visible() {
		return
	}
	for _, child := range children(object) {
		settle(child)
	}
	switch o := object.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case fyne.Widget:
		test.WidgetRenderer(o).Layout(o.Size())
	}
}

// root is the object that can be reached: the topmost dialog or list, or else the content.
func (w *Window) root() fyne.CanvasObject {
	if top := w.Canvas().Overlays().Top(); top != nil {
		return top
	}
	return w.Content()
}

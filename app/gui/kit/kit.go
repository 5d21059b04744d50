// Package kit is what the screens and the window agree on: what a page is, what a page may ask of the window, and where
// one can go. It lets every screen live in its own package without knowing the others or the window itself.
package kit

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/lang"
	"milepost/planner"
)

// Route names a screen.
type Route string

// The screens.
const (
	Setup     Route = "setup"
	Today     Route = "today"
	Plan      Route = "plan"
	Mocks     Route = "mocks"
	Readiness Route = "readiness"
	Diary     Route = "diary" // how well readiness has foretold; it belongs to Readiness
	Reports   Route = "reports"
	Settings  Route = "settings"
	TimedMock Route = "timed-mock" // it belongs to Mocks
)

// Page is a screen. Pages are made once and kept: what somebody has half typed is still there when they come back.
type Page interface {
	// Content is the page's tree; always the same object.
	Content() fyne.CanvasObject
	// Reload reads what the page shows again. It runs on Fyne's goroutine and keeps what is being typed.
	Reload()
	// Close stops timers and lets go of everything.
	Close()
}

// Focuser is a page with a natural first field.
type Focuser interface{ FocusFirst() }

// Saver is a page whose form can be saved by Ctrl+S.
type Saver interface{ Save() }

// Form is a page in which something can be typed that is lost unless it is saved.
type Form interface{ Unsaved() bool }

// KeyTaker is a page that uses plain keys while no field has the focus. It answers whether it used the key.
type KeyTaker interface {
	TakeKey(key fyne.KeyName) bool
}

// Shell is the window as a page sees it.
type Shell interface {
	Window() fyne.Window
	// Open shows another screen.
	Open(Route)
	// RecordMock opens the form of a mock with what is known of one already.
	RecordMock(app.MockDraft)
	// Say shows a short message; SayUndoable one with an Undo button for the last action.
	Say(text string)
	SayUndoable(text string)
	// Notify tells something people may be waiting for: in the window, or on the desktop while they look elsewhere.
	Notify(title, text string)
	// Fail tells that something could not be done: what was tried, why not, and that nothing was lost.
	Fail(what string, err error)
	// Run does long work off the window's goroutine and then calls done on it. A newer run with the same key replaces the
	// older one, whose done is never called.
	Run(key string, work func(context.Context) error, done func(error))
	// After calls f on the window's goroutine when d has passed.
	After(d time.Duration, f func()) (cancel func())
	// Now is the clock, for timers.
	Now() time.Time
	// Dark reports whether the window shows dark; TextScale is the person's text size (1 is usual). Both are for pictures
	// that are drawn outside the theme.
	Dark() bool
	TextScale() float64
}

// Sentence turns an error into one plain sentence; Field names the field it blames, if any.
func Sentence(err error) (field, sentence string) {
	var fe *planner.FieldError
	if errors.As(err, &fe) {
		return fe.Field, capitalised(lang.Said(fe.Reason))
	}
	if words, ok := app.SaveProblem(err); ok {
		return "", capitalised(lang.Said(words))
	}
	return "", capitalised(lang.Said(err.Error()))
}

// Plain is the error in the plain words of its sentence, for a dialog that shows it.
func Plain(err error) error {
	_, sentence := Sentence(err)
	return errors.New(sentence)
}

func capitalised(s string) string {
	s = lang.Capital(s)
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

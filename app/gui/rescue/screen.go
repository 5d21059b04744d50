// Package rescue is the screen that stands where the program would be while its data file cannot be opened. It says what is wrong, and
// offers what can be done: a backup, a salvage, another file. Whatever is chosen, the file in trouble is kept.
package rescue

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// Model is what the screen asks of the application. The functions of [app] with the same names are the usual one.
type Model interface {
	RestoreTo(ctx context.Context, path, name string) (app.Restored, error)
	SalvageBeside(ctx context.Context, path string, progress func(done, total int)) (app.Salvaged, error)
	UseSalvaged(ctx context.Context, path string, s app.Salvaged) (app.Restored, error)
	DropSalvaged(s app.Salvaged) error
}

// Host is the window around the screen.
type Host interface {
	Window() fyne.Window
	// Run does work off the window's goroutine and then calls done on it; Do brings a function there.
	Run(key string, work func(context.Context) error, done func(error))
	Do(f func())
	Now() time.Time
	TextScale() float64
	// OpenFile tries to open a data file and to go on with it; the screen stays, with what is said, when that fails. With create the
	// file is made if there is none.
	OpenFile(path string, create bool)
	Quit()
}

// Screen is the screen.
type Screen struct {
	host    Host
	model   Model
	trouble app.Rescue
	content *fyne.Container
	first   fyne.Focusable
	error   *widgets.InlineError
	salvage *salvageCard
}

// New makes the screen for a file in trouble.
func New(host Host, m Model, trouble app.Rescue) *Screen {
	s := &Screen{host: host, model: m, trouble: trouble, error: widgets.NewInlineError()}
	column := widgets.NewColumn(look.SpaceCard,
		widgets.NewPageHeader(lang.T("Your data file cannot be opened"), ""),
		widgets.NewParagraph(lang.Said(trouble.Sentence), widgets.StyleLead),
		widgets.NewParagraph(lang.T("%s Whatever you choose here, the file is kept as it is.", lang.Said(trouble.Advice)), widgets.StyleMuted),
		s.error,
	)
	if trouble.Locked {
		column.Objects[2] = widgets.NewParagraph(lang.Said(trouble.Advice), widgets.StyleMuted)
	}
	if trouble.Content {
		if card := newBackupCard(s); card != nil {
			column.Add(card)
		}
	}
	if trouble.Salvageable {
		s.salvage = newSalvageCard(s)
		column.Add(s.salvage.card)
	}
	column.Add(s.elsewhere())
	s.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, column)))
	return s
}

// Content is the tree of the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Path is the file in trouble.
func (s *Screen) Path() string { return s.trouble.Path }

// FocusFirst gives the keyboard to what helps most.
func (s *Screen) FocusFirst() {
	if s.first != nil {
		s.host.Window().Canvas().Focus(s.first)
	}
}

// Close lets go of what a salvage has left that nobody wanted.
func (s *Screen) Close() {
	if s.salvage != nil {
		s.salvage.drop()
	}
}

// offers makes a button the one that has the keyboard first, if none has been.
func (s *Screen) offers(b fyne.Focusable) {
	if s.first == nil {
		s.first = b
	}
}

// Tell shows what could not be done.
func (s *Screen) Tell(problem string) {
	s.error.SetMessage(problem)
	s.content.Refresh()
}

// elsewhere offers to try again and to go on with another file.
func (s *Screen) elsewhere() fyne.CanvasObject {
	again := widgets.NewButton(lang.T("Try again"), func() { s.host.OpenFile(s.trouble.Path, false) })
	s.offers(again)
	return widgets.NewCard(lang.T("Or go on without it"), widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(lang.T("Try again once the cause is gone, open another data file or a copy you have, or start with an empty one and come back to this later."), widgets.StyleMuted),
		widgets.NewFlow(look.Space, again, widgets.NewButton(lang.T("Open another file…"), s.onOther), widgets.NewButton(lang.T("Start an empty one…"), s.onEmpty), widgets.NewButton(lang.T("Quit"), s.host.Quit)),
	))
}

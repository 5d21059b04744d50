package gui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/mocks"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// shell is the frame around the screens: it holds the window's parts together and is what a page sees of the window.
type shell struct {
	app        fyne.App
	win        fyne.Window
	milepost   *app.Milepost
	prefs      *preferences
	background *background
	cfg        Config

	router   *router
	sidebar  *sidebar
	toaster  *widgets.Toaster
	menu     *menu
	today    dayWatch
	backups  *backupKeeper
	place    *placeKeeper
	reminder *reminder
	calendar *calendarKeeper
	tray     *tray

	quitting      *widgets.Dialog // asks whether the window is to close; nil: it is not asked
	stopListening func()
}

var _ kit.Shell = (*shell)(nil)

// shellParts are what a shell is put together from.
type shellParts struct {
	app        fyne.App
	win        fyne.Window
	milepost   *app.Milepost
	prefs      *preferences
	background *background
	tray       *tray
	cfg        Config
}

func newShell(p shellParts) *shell {
	s := &shell{app: p.app, win: p.win, milepost: p.milepost, prefs: p.prefs, background: p.background, tray: p.tray, cfg: p.cfg}
	p.app.Settings().SetTheme(look.New(p.prefs.Mode(), p.prefs.Scale()))
	s.place = newPlaceKeeper(s, p.milepost)
	s.build()
	s.win.Canvas().SetOnTypedKey(s.onKey)
	s.win.SetCloseIntercept(s.leave)
	s.backups = newBackupKeeper(s, p.milepost)
	s.reminder = newReminder(s)
	s.calendar = &calendarKeeper{shell: s}
	s.backups.hushed = s.place.stopsSaving
	s.stopListening = p.milepost.OnChange(s.onChange)
	return s
}

// build makes what says something to the reader.
func (s *shell) build() {
	s.router = newRouter(s)
	s.sidebar = newSidebar(s)
	s.toaster = widgets.NewToaster(widgets.NewSidebarPage(s.sidebar.content, widgets.NewBanneredPage(s.place.banner, s.router.content)), s.After)
	s.menu = newMenu(s)
	s.win.SetMainMenu(s.menu.main)
	s.offerInTray()
	s.win.SetContent(s.toaster)
}

// rebuild makes it anew, and shows the screen that was shown.
func (s *shell) rebuild() {
	route := s.router.current
	s.router.close()
	s.build()
	s.place.show()
	s.refreshFrame()
	s.Open(route)
}

// openFirst shows the first screen; before the window is there, so that it has its content from its first frame on.
func (s *shell) openFirst() {
	s.refreshFrame()
	if _, err := s.milepost.Current(context.Background()); errors.Is(err, app.ErrNoStudy) {
		s.Open(kit.Setup)
	} else {
		s.Open(kit.Today)
	}
}

// start begins what goes on beside, once the window is there.
func (s *shell) start() {
	s.today.start(s)
	s.backups.start()
	s.place.start()
	s.reminder.watch()
	s.calendar.changed()
	s.After(afterFirstFrame, s.foresee)
}

// afterFirstFrame is when work that nobody waits for begins: before, it would take the processor from the first picture.
const afterFirstFrame = 400 * time.Millisecond

func (s *shell) close() {
	s.stopListening()
	s.today.stop()
	s.backups.stop()
	s.place.stop()
	s.calendar.stop()
	s.background.stop()
	s.router.close()
}

// onChange is called after everything that was stored.
func (s *shell) onChange(app.Change) {
	s.place.saved()
	s.backups.changed()
	s.calendar.changed()
	s.reminder.reached()
	s.refreshFrame()
	s.router.changed()
	s.foresee()
}

// foresee works out in the background what the other screens will ask for.
func (s *shell) foresee() {
	job, keep := s.milepost.ForeseeJob(), func() {}
	s.background.Run("foresee", func(ctx context.Context) error { keep = job(ctx); return nil }, func(error) { keep() })
}

// refreshFrame brings sidebar and menu up to date.
func (s *shell) refreshFrame() {
	s.sidebar.reload()
	s.menu.reload()
}

// Window is the window, for dialogs.
func (s *shell) Window() fyne.Window { return s.win }

// Open shows another screen.
func (s *shell) Open(route kit.Route) {
	s.router.open(route)
	s.sidebar.selected(route)
}

// RecordMock opens the form of a mock with what is known of one already.
func (s *shell) RecordMock(d app.MockDraft) {
	s.Open(kit.Mocks)
	if p, ok := s.router.page().(*mocks.Page); ok {
		p.Draft(d)
	}
}

// Say shows a short message.
func (s *shell) Say(text string) { s.toaster.Say(widgets.ToastSpec{Text: text}) }

// SayUndoable shows a message with an Undo button.
func (s *shell) SayUndoable(text string) {
	s.toaster.Say(widgets.ToastSpec{Text: text, Action: lang.T("Undo"), OnAction: s.undo})
}

// Fail tells what could not be done and why. Details go to the log, without what the person wrote.
func (s *shell) Fail(what string, err error) {
	slog.Error(what, logged(err))
	_, sentence := kit.Sentence(err)
	widgets.ShowDialog(s.win, widgets.DialogSpec{
		Title: what, Content: widgets.NewParagraph(sentence, widgets.StyleBody), Cancel: lang.T("Close"),
	})
}

// Run does long work in the background.
func (s *shell) Run(key string, work func(context.Context) error, done func(error)) {
	s.background.Run(key, work, done)
}

// After calls f when d has passed.
func (s *shell) After(d time.Duration, f func()) (cancel func()) { return s.background.After(d, f) }

// Now is the clock.
func (s *shell) Now() time.Time { return s.cfg.Now() }

// Dark reports whether the window shows dark.
func (s *shell) Dark() bool { return isDark(s.app) }

// TextScale is the person's text size.
func (s *shell) TextScale() float64 { return s.prefs.Scale() }

// Mode is the chosen appearance.
func (s *shell) Mode() look.Mode { return s.prefs.Mode() }

// SetMode changes the appearance at once.
func (s *shell) SetMode(m look.Mode) {
	s.prefs.setMode(m)
	s.applyTheme()
}

// Scale is the chosen text size.
func (s *shell) Scale() float64 { return s.prefs.Scale() }

// SetScale changes the text size at once.
func (s *shell) SetScale(scale float64) {
	s.prefs.setScale(scale)
	s.applyTheme()
}

func (s *shell) applyTheme() {
	s.app.Settings().SetTheme(look.New(s.prefs.Mode(), s.prefs.Scale()))
	s.sidebar.reload()
	s.router.changed()
}

func (s *shell) undo() {
	name, err := s.milepost.Undo(context.Background())
	s.told(lang.T("Undone: %s", lang.Said(name)), lang.T("Nothing could be undone"), err)
}

func (s *shell) redo() {
	name, err := s.milepost.Redo(context.Background())
	s.told(lang.T("Done again: %s", lang.Said(name)), lang.T("Nothing could be done again"), err)
}

func (s *shell) told(done, failed string, err error) {
	if err != nil {
		s.Fail(failed, err)
		return
	}
	s.Say(done)
}

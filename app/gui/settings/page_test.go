package settings

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// noon is the moment at which the clock of these tests stands.
var noon = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

// openApp opens the real application on an empty data file.
func openApp(t testing.TB) *app.Milepost {
	t.Helper()
	m, err := app.Open(t.Context(), filepath.Join(t.TempDir(), "study.db"), true, app.Parts{
		Now: func() time.Time { return noon }, NewID: ids(),
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

// taste is an appearance that lasts longer than a page, as the preferences of the program do.
type taste struct {
	mode     look.Mode
	scale    float64
	language lang.Language
	reminder planner.TimeOfDay
	tray     bool
}

func (a *taste) Mode() look.Mode        { return a.mode }
func (a *taste) SetMode(m look.Mode)    { a.mode = m }
func (a *taste) Scale() float64         { return a.scale }
func (a *taste) SetScale(scale float64) { a.scale = scale }

func (a *taste) Language() lang.Language     { return a.language }
func (a *taste) SetLanguage(l lang.Language) { a.language = l }

func (a *taste) Reminder() planner.TimeOfDay      { return a.reminder }
func (a *taste) SetReminder(at planner.TimeOfDay) { a.reminder = at }

func (a *taste) StaysInTray() bool      { return a.tray }
func (a *taste) SetStaysInTray(on bool) { a.tray = on }

// shell is a window that does everything at once, and remembers what it said.
type shell struct {
	win    fyne.Window
	scale  float64
	said   []string
	failed []string
}

func (s *shell) Window() fyne.Window                { return s.win }
func (s *shell) Open(kit.Route)                     {}
func (s *shell) RecordMock(app.MockDraft)           {}
func (s *shell) Say(text string)                    { s.said = append(s.said, text) }
func (s *shell) SayUndoable(text string)            { s.said = append(s.said, text) }
func (s *shell) Notify(title, text string)          { s.said = append(s.said, title+" "+text) }
func (s *shell) Fail(what string, err error)        { s.failed = append(s.failed, what+": "+err.Error()) }
func (s *shell) Now() time.Time                     { return noon }
func (s *shell) Dark() bool                         { return false }
func (s *shell) TextScale() float64                 { return s.scale }
func (s *shell) After(time.Duration, func()) func() { return func() {} }

func (s *shell) Run(_ string, work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}

func open(t testing.TB, m Model, a Computer, options ...guitest.Option) (*guitest.Window, *Page, *shell) {
	t.Helper()
	s := &shell{scale: a.Scale()}
	p := New(s, m, a, "1.2.3")
	w := guitest.NewWindow(t, p.Content(), 792, 650, options...)
	s.win = w
	p.Reload()
	w.Settle()
	t.Cleanup(p.Close)
	return w, p, s
}

func TestAChangedAppearanceIsKept(t *testing.T) {
	m, a := openApp(t), &taste{mode: look.ModeSystem, scale: 1}
	w, p, _ := open(t, m, a)
	if p.mode.Selected() != 0 || p.scale.Selected() != 1 {
		t.Fatalf("chosen are %d and %d", p.mode.Selected(), p.scale.Selected())
	}
	w.TapText("Dark")
	w.TapText("140")
	if a.mode != look.ModeDark || a.scale != 1.4 {
		t.Fatalf("set are %s and %v", a.mode, a.scale)
	}
	_, again, _ := open(t, m, a) // as after a new start
	if modeNames[again.mode.Selected()] != "Dark" || scaleNames()[again.scale.Selected()] != "140" {
		t.Errorf("shown are %d and %d", again.mode.Selected(), again.scale.Selected())
	}
}

func TestTheAppearanceIsChosenByKeyboard(t *testing.T) {
	a := &taste{mode: look.ModeSystem, scale: 1}
	w, p, _ := open(t, openApp(t), a)
	w.Key(fyne.KeyTab)
	if w.Focused() != p.mode {
		t.Fatalf("Tab leads to %T", w.Focused())
	}
	w.Key(fyne.KeyRight, fyne.KeyTab)
	if w.Focused() != p.scale {
		t.Fatalf("Tab leads to %T", w.Focused())
	}
	w.Key(fyne.KeyEnd, fyne.KeyRight) // there is nothing beyond the end
	if a.mode != look.ModeLight || a.scale != 2 {
		t.Errorf("set are %s and %v", a.mode, a.scale)
	}
	w.Key(fyne.KeyTab)
	if w.Focused() != p.language {
		t.Fatalf("Tab leads to %T", w.Focused())
	}
	w.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // past the day's beginning, the reminder and the tray
	if w.Focused() != p.backups.table {
		t.Errorf("Tab leads to %T", w.Focused())
	}
}

func TestATextSizeBetweenTheChoicesShowsTheNearest(t *testing.T) {
	a := &taste{mode: look.ModeLight, scale: 1.3}
	_, p, _ := open(t, openApp(t), a)
	if got := scales[p.scale.Selected()]; got != 1.2 && got != 1.4 {
		t.Errorf("shown is %v", got)
	}
	if a.scale != 1.3 {
		t.Errorf("showing it has set %v", a.scale)
	}
}

func TestTheDataFileIsNamedAndBackedUp(t *testing.T) {
	m := openApp(t)
	w, _, s := open(t, m, &taste{scale: 1})
	w.WantText(m.DataPath())
	w.WantText("Milepost 1.2.3")
	press(w, "Back up now")
	list, err := m.BackupsJob()(t.Context())
	if err != nil || len(list.Backups) != 1 {
		t.Fatalf("backups %+v, %v", list, err)
	}
	if len(s.said) != 1 || s.said[0] != "Backed up: "+list.Backups[0].Name {
		t.Fatalf("said %q, failed %q", s.said, s.failed)
	}
	w.WantText("By hand")
}

// full is an application on a full disk.
type full struct{ Model }

func (full) BackupJob(context.Context, app.BackupReason) (func(context.Context) (app.BackupMade, error), error) {
	return nil, errors.New("the disk is full")
}

func TestABackupThatFailsIsTold(t *testing.T) {
	w, _, s := open(t, full{openApp(t)}, &taste{scale: 1})
	press(w, "Back up now")
	if len(s.said) != 0 || len(s.failed) != 1 || !strings.Contains(s.failed[0], "the disk is full") {
		t.Errorf("said %q, failed %q", s.said, s.failed)
	}
}

func TestNothingIsWiderThanTheWindow(t *testing.T) {
	for _, scale := range []float64{1, 1.4, 2} {
		w, p, _ := open(t, openApp(t), &taste{scale: scale}, guitest.TextScale(scale))
		if need := p.Content().MinSize().Width; need > 792 {
			t.Errorf("text size %v needs %v", scale, need)
		}
		for _, s := range guitest.All[*widgets.Segmented](w) {
			if right := w.Position(s).X + s.Size().Width; right > 792 {
				t.Errorf("at text size %v a choice ends at %v", scale, right)
			}
		}
	}
}

func TestHowSteadyThePlanIsIsKeptWithTheStudy(t *testing.T) {
	m := openApp(t)
	createStudy(t, m)
	w, p, s := open(t, m, &taste{mode: look.ModeLight, scale: 1})
	w.TapText("High")
	if got, err := m.Current(t.Context()); err != nil || got.Steadiness != planner.SteadyHigh {
		t.Errorf("stored is %q (%v), failed %q", got.Steadiness, err, s.failed)
	}
	if _, err := m.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.Reload()
	if p.steady.Selected() != 1 {
		t.Errorf("after undo %d is chosen", p.steady.Selected())
	}
}

// press presses a button by keyboard, wherever the page is scrolled to.
func press(w *guitest.Window, button string) {
	w.Focus(guitest.Find[*widgets.Button](w, button))
	w.Key(fyne.KeyReturn)
}

func createStudy(t testing.TB, m *app.Milepost) {
	t.Helper()
	draft := m.NewStudyDraft(planner.Exam{Code: "X", Domains: []planner.Domain{{ID: "d1", Name: "One", Weight: 100}}, Minutes: 60})
	draft.ExamDate = planner.MustDate("2027-02-04")
	draft.Availability.Weekday = [7]int{60, 60, 60, 60, 60, 60, 60}
	if _, err := m.CreateStudy(t.Context(), draft); err != nil {
		t.Fatal(err)
	}
}

// made counts the IDs of all applications in these tests.
var made atomic.Int64

func ids() func() string { return func() string { return fmt.Sprint("id-", made.Add(1)) } }

func TestTheLanguageIsChosen(t *testing.T) {
	a := &taste{mode: look.ModeSystem, scale: 1}
	w, p, _ := open(t, openApp(t), a)
	if p.language.Selected() != 0 {
		t.Errorf("chosen is %d", p.language.Selected())
	}
	w.Tap(p.language)
	w.TapText("Português")
	if a.language != lang.Portuguese {
		t.Errorf("set is %q", a.language)
	}
	_, again, _ := open(t, openApp(t), a) // as after a new start
	if got := languageNames()[again.language.Selected()]; got != "Português" {
		t.Errorf("shown is %s", got)
	}
}

func TestTheReminderIsOneClick(t *testing.T) {
	a := &taste{mode: look.ModeSystem, scale: 1}
	w, p, _ := open(t, openApp(t), a)
	if p.day.remind.On || !p.day.at.Disabled() {
		t.Error("people are reminded who never asked for it")
	}
	w.Tap(p.day.remind)
	if a.reminder != usualReminder || p.day.at.Disabled() {
		t.Errorf("set is %q", a.reminder)
	}
	w.Focus(p.day.at)
	w.Key(fyne.KeyUp, fyne.KeyTab)
	if want := planner.TimeAt(18*60 + 15); a.reminder != want {
		t.Errorf("set is %s, want %s", a.reminder, want)
	}
	w.Tap(p.day.remind)
	if !a.reminder.IsZero() || !p.day.at.Disabled() {
		t.Errorf("it goes on at %s", a.reminder)
	}
}

func TestTheTrayIsForThoseWhoWantIt(t *testing.T) {
	a := &taste{mode: look.ModeSystem, scale: 1}
	w, p, _ := open(t, openApp(t), a)
	if p.day.tray.On {
		t.Error("the program stays in the tray of people who never asked for it")
	}
	w.Focus(p.day.tray)
	w.Key(fyne.KeySpace)
	if _, again, _ := open(t, openApp(t), a); !a.tray || !again.day.tray.On {
		t.Error("the choice was not kept")
	}
}

func TestADayBeginsWhenItIsSaid(t *testing.T) {
	m := openApp(t)
	w, p, _ := open(t, m, &taste{mode: look.ModeSystem, scale: 1})
	w.Tap(p.day.start)
	w.TapText("03:00")
	if m.DayStart() != 3*60 {
		t.Errorf("a day begins at %d", m.DayStart())
	}
	_, again, _ := open(t, m, &taste{mode: look.ModeSystem, scale: 1})
	if again.day.start.Selected() != 3 {
		t.Errorf("shown is %d", again.day.start.Selected())
	}
}

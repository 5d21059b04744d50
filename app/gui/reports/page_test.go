package reports

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/app/report"
	"milepost/data/interchange/ical/icaltest"
	"milepost/planner"
)

// desk is a desktop that remembers what it was asked to open.
type desk struct {
	opened   []string
	calendar int
}

func (d *desk) OpenPath(path string) error {
	d.opened = append(d.opened, path)
	_, err := os.Stat(path)
	return err
}

func (d *desk) CalendarChanged() { d.calendar++ }

// scene is the page in a window, on the sample study.
type scene struct {
	*guitest.Window
	t     *testing.T
	m     *app.Milepost
	page  *Page
	shell *stage.Shell
	desk  *desk
}

func open(t *testing.T, m *app.Milepost, options ...guitest.Option) *scene {
	t.Helper()
	s := &scene{t: t, m: m, shell: &stage.Shell{}, desk: &desk{}}
	s.page = New(s.shell, m, s.desk)
	s.Window = s.shell.Show(t, s.page, m, fyne.NewSize(1072, 3000), options...)
	return s
}

func (s *scene) choices() app.ReportChoices {
	s.t.Helper()
	c, err := s.m.ReportChoices(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

// sections are the parts of the report that is shown.
func (s *scene) sections() (ids []string) {
	for _, x := range s.page.shown.Sections {
		ids = append(ids, x.ID)
	}
	return append(ids, s.page.shown.Small.ID)
}

func (s *scene) quiet() {
	s.t.Helper()
	if len(s.shell.Failed) > 0 {
		s.t.Errorf("it failed: %q", s.shell.Failed)
	}
}

func TestThePagesAreShownAsTheyWillBe(t *testing.T) {
	s := open(t, stage.Sample(t))
	defer s.quiet()
	s.WantText("3 pages, as they will be on paper")
	if s.page.paper.Pages() != 3 || !strings.Contains(s.page.paper.Words, "40% chance of passing") {
		t.Errorf("%d pages say %q", s.page.paper.Pages(), s.page.paper.Words)
	}
	if s.page.pixels == firstPixels || s.page.pixels < 400 {
		t.Errorf("the pages are drawn %d pixels wide", s.page.pixels)
	}
	if want := []string{"changes", "readiness", "domains", "mocks", "heat", "hours", "milestones", "method"}; !slices.Equal(s.sections(), want) {
		t.Errorf("told are %v", s.sections())
	}
	if _, err := s.m.RecordMock(t.Context(), planner.Mock{Date: s.m.Today(), Source: "New", Correct: 99, Total: 100, Timed: true, FirstAttempt: true}); err != nil {
		t.Fatal(err)
	}
	if n := len(s.page.progress.Now.Mocks); n != 7 {
		t.Errorf("after another mock the report knows of %d", n)
	}
}

func TestEveryChoiceShowsAtOnceAndIsKept(t *testing.T) {
	s := open(t, stage.Sample(t))
	defer s.quiet()
	s.TapText("Hours")
	if slices.Contains(s.sections(), "hours") || slices.Contains(s.choices().Parts, "hours") {
		t.Errorf("hours are left out of %v, kept is %v", s.sections(), s.choices().Parts)
	}
	s.TapText("Hours")
	if s.choices().Parts != nil {
		t.Errorf("all of it is kept as %v", s.choices().Parts)
	}
	s.Focus(s.page.form.author)
	s.Type("Ada Okafor")
	if s.page.shown.Author != "Ada Okafor" || s.choices().Author != "Ada Okafor" {
		t.Errorf("the name on it is %q, kept %q", s.page.shown.Author, s.choices().Author)
	}
	s.TapText("US Letter")
	if s.page.paperSize() != report.Letter || s.choices().Paper != "Letter" {
		t.Errorf("the paper is %s, kept %s", s.page.paperSize(), s.choices().Paper)
	}
	s.page.form.onLanguage(2) // the second of the languages
	if s.page.shown.Title != "Fortschrittsbericht" || s.choices().Language != "de" {
		t.Errorf("in German it is called %q, kept is %q", s.page.shown.Title, s.choices().Language)
	}
	s.WantText("What it tells") // the window speaks English
	s.page.form.onPeriod(2)
	if p := s.page.progress.Period; p.First != s.m.Today().AddDays(-27) || s.choices().Period != app.PeriodFourWeeks {
		t.Errorf("the four weeks are %v", p)
	}
	s.page.form.onPeriod(3)
	s.WantText("From")
	s.page.form.from.SetDate(planner.MustDate("2026-11-10"))
	s.page.form.onDays()
	if p := s.page.progress.Period; p.First != planner.MustDate("2026-11-10") || p.Last != s.m.Today() {
		t.Errorf("days of my choice are %v", p)
	}
	s.page.form.to.SetDate(planner.MustDate("2026-11-01"))
	s.page.form.onDays()
	s.WantText("before it begins")
	if s.page.ready || s.page.paper.Pages() != 0 {
		t.Error("a period that cannot be can be saved")
	}
	again := open(t, s.m) // as after a restart
	if again.page.shown.Author != "Ada Okafor" || again.page.shown.Title != "Fortschrittsbericht" {
		t.Errorf("what was chosen is forgotten: %q %q", again.page.shown.Author, again.page.shown.Title)
	}
}

func TestTheLastPartStays(t *testing.T) {
	s := open(t, stage.Sample(t))
	for i, part := range report.Parts() {
		if part != report.PartNotes {
			s.Tap(s.page.form.parts[i])
		}
	}
	if n := len(s.choices().Parts); n != 1 || s.page.paper.Pages() != 1 {
		t.Errorf("%d parts are left, on %d pages", n, s.page.paper.Pages())
	}
}

func TestNotesAreChosenOneByOne(t *testing.T) {
	s := open(t, stage.Sample(t))
	defer s.quiet()
	told := func() (out []string) {
		for _, x := range s.page.shown.Sections {
			if x.ID == "notes" {
				out = append(out, x.ID)
			}
		}
		return out
	}
	s.WantNoText("First attempt, no preparation.")
	if len(told()) > 0 {
		t.Error("notes are told unasked")
	}
	s.TapText("Notes")
	s.WantText("First attempt, no preparation.")
	if n := len(s.page.options().Notes); n != 4 || len(told()) != 1 {
		t.Errorf("%d notes are chosen, told: %v", n, told())
	}
	for _, c := range guitest.All[*widgets.Check](s.Window) {
		if strings.Contains(c.Label, "First attempt") {
			s.Tap(c)
		}
	}
	if n := len(s.page.options().Notes); n != 3 {
		t.Errorf("%d notes are chosen after one was left out", n)
	}
}

func TestSavingAReport(t *testing.T) {
	s := open(t, stage.Sample(t))
	defer s.quiet()
	dir := t.TempDir()
	s.TapText("Save…")
	entry := s.entryOfDialog()
	if name := filepath.Base(entry.Text); name != "ISSMP Progress report 2026-11-23.pdf" {
		t.Errorf("proposed is %q", name)
	}
	out := filepath.Join(dir, "mine.pdf")
	entry.SetText("mine.pdf")
	s.Key(fyne.KeyReturn)
	s.WantText("Write the whole path")
	entry.SetText(out)
	s.Key(fyne.KeyReturn)
	if s.DialogOpen() {
		t.Fatal("the dialog is still open")
	}
	file, err := os.ReadFile(out)
	if err != nil || !strings.HasPrefix(string(file), "%PDF") {
		t.Errorf("saved is %.10q, %v", file, err)
	}
	if c := s.choices(); c.Folder != dir || c.Last != s.m.Today() || !slices.Contains(s.shell.Said, "Saved mine.pdf") {
		t.Errorf("kept are %q and %s, said %q", c.Folder, c.Last, s.shell.Said)
	}
	s.TapText("Open folder")
	if !slices.Contains(s.desk.opened, dir) {
		t.Errorf("opened are %q", s.desk.opened)
	}
	s.TapText("Save…")
	s.entryOfDialog().SetText(out)
	s.Key(fyne.KeyReturn)
	s.WantText("already exists")
	s.TapText("Replace an earlier file of that name")
	s.Focus(s.entryOfDialog())
	s.Key(fyne.KeyReturn)
	if s.DialogOpen() {
		t.Error("the earlier file is not replaced")
	}
	s.page.form.onFormat(2)
	s.TapText("Save…")
	s.entryOfDialog().SetText(filepath.Join(dir, "mine.md"))
	s.Key(fyne.KeyReturn)
	if _, err := os.Stat(filepath.Join(dir, "mine-readiness-chart.png")); err != nil {
		t.Error(err)
	}
	s.TapText("Print…")
	if n := len(s.desk.opened); n != 2 || filepath.Base(s.desk.opened[1]) != "report.pdf" {
		t.Errorf("opened to print are %q", s.desk.opened)
	}
}

func (s *scene) entryOfDialog() *widgets.Entry {
	s.t.Helper()
	if e, ok := s.Focused().(*widgets.Entry); ok {
		return e
	}
	all := guitest.All[*widgets.Entry](s.Window)
	if len(all) == 0 {
		s.t.Fatal("the dialog has no field")
	}
	return all[len(all)-1]
}

func TestAReportEveryWeek(t *testing.T) {
	s := open(t, stage.Sample(t)) // it is Monday 23 November
	defer s.quiet()
	dir := t.TempDir()
	c := s.choices()
	c.Weekday, c.Weekly, c.Format = 7, dir, "html"
	if err := s.m.KeepReportChoices(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	written := 0
	WriteWeekly(s.shell, s.m, func() { written++ })
	out := filepath.Join(dir, "Sample ISSMP (2027-02-04) Progress report 2026-11-23.html")
	if _, err := os.Stat(out); err != nil || written != 1 {
		t.Fatalf("%v, written %d", err, written)
	}
	if c := s.choices(); c.Written != planner.MustDate("2026-11-22") || c.Last != s.m.Today() {
		t.Errorf("noted are %s and %s", c.Written, c.Last)
	}
	WriteWeekly(s.shell, s.m, func() { written++ })
	if written != 1 {
		t.Error("it is written again before the week is over")
	}
	s.page.Reload()
	s.WantText("The last one is of 22 November 2026.")
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir, nil, 0o600); err != nil { // a file stands in its place now
		t.Fatal(err)
	}
	c = s.choices()
	c.Written = planner.Date{}
	if err := s.m.KeepReportChoices(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	WriteWeekly(s.shell, s.m, func() { t.Error("it was written") })
	if !strings.Contains(strings.Join(s.shell.Said, "\n"), "The weekly report could not be written.") {
		t.Errorf("said is %q", s.shell.Said)
	}
}

func TestTheCalendarIsSavedAndKept(t *testing.T) {
	s := open(t, stage.Sample(t))
	defer s.quiet()
	out := filepath.Join(t.TempDir(), "plan.ics")
	s.page.calendar.onAlarm(2)
	s.TapText("Save calendar…")
	s.entryOfDialog().SetText(out)
	s.TapText("Write it anew when the plan changes")
	s.Focus(s.entryOfDialog())
	s.Key(fyne.KeyReturn)
	if s.DialogOpen() {
		t.Fatal("the dialog is still open")
	}
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range icaltest.Lint(file) {
		t.Error(finding)
	}
	if !strings.Contains(string(file), "TRIGGER:-PT10M") {
		t.Error("nobody is reminded")
	}
	c, err := s.m.CalendarChoices(t.Context())
	if err != nil || c.Path != out || c.AlarmMinutes != 10 || s.desk.calendar == 0 {
		t.Errorf("kept is %+v, %v", c, err)
	}
	s.WantText("Kept up to date: " + out)
	s.TapText("Save calendar…")
	s.TapText("As a fresh copy")
	s.Focus(s.entryOfDialog())
	s.Key(fyne.KeyReturn)
	again, _ := os.ReadFile(out)
	uid := strings.Split(string(file), "UID:")[1][:36]
	if strings.Contains(string(again), uid) || s.DialogOpen() {
		t.Error("the fresh copy is the old one")
	}
	s.TapText("Keep it no longer")
	if c, _ := s.m.CalendarChoices(t.Context()); c.Path != "" || c.Fresh != 1 {
		t.Errorf("kept is %+v", c)
	}
}

func TestWithoutAStudyThereIsOneThingToDo(t *testing.T) {
	s := open(t, stage.OpenApp(t, nil))
	defer s.quiet()
	s.TapText("Set up a study")
	if !slices.Equal(s.shell.Opened, []kit.Route{kit.Setup}) {
		t.Errorf("opened are %v", s.shell.Opened)
	}
	if s.page.ready {
		t.Error("there is something to save")
	}
}

// TestPagesFitTheirRoom: at every size of text the pages stay within the window, beside or below what is chosen.
func TestPagesFitTheirRoom(t *testing.T) {
	for _, scale := range []float64{0.8, 1, 1.4, 2} {
		s := open(t, stage.Sample(t), guitest.TextScale(scale))
		at, size := s.Position(s.page.paper), s.page.paper.Size()
		if at.X < 0 || at.X+size.Width > 1072 || size.Width < paperLeastShown {
			t.Errorf("text %.1f: the pages lie from %.0f, %.0f wide", scale, at.X, size.Width)
		}
	}
}

// paperLeastShown is the least width in which a page can be made out.
const paperLeastShown = 220

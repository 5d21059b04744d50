package today

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

func TestTheThingToDoNowHasTheKeyboard(t *testing.T) {
	c := newClock()
	w, p, _ := open(t, withSample(t, c), c)
	p.FocusFirst()
	start := guitest.Find[*widgets.Button](w, "Start 60:00")
	if w.Focused() != start {
		t.Fatalf("the keyboard is at %T", w.Focused())
	}
	want := []string{"Done already", "Move…", "Skip", "The whole plan"}
	for _, text := range want {
		w.Key(fyne.KeyTab)
		if b, ok := w.Focused().(*widgets.Button); !ok || b.Text != text {
			t.Fatalf("Tab leads to %v and not to %q", w.Focused(), text)
		}
	}
}

func TestDoneAlreadyLogsWhatWasPlanned(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	now := *p.view.Now
	w.Focus(guitest.Find[*widgets.Button](w, "Done already"))
	w.Key(fyne.KeyReturn)
	if got := session(t, s, now.ID); got.Status != planner.Done || got.DoneMinutes != now.Minutes {
		t.Errorf("stored is %s with %d minutes", got.Status, got.DoneMinutes)
	}
	w.WantText("1 h planned today, 1 h done")
	if s.Said[0] != "Well done. Logged. [Undo]" {
		t.Errorf("said %q", s.Said)
	}
	w.Key(fyne.KeyReturn) // the button has gone, and must not act once more
	if len(s.Said) != 1 || len(s.Failed) != 0 {
		t.Errorf("Enter on nothing said %q and failed %q", s.Said, s.Failed)
	}
}

func TestSkipAndMove(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	id := p.view.Now.ID
	w.TapText("Move…")
	w.Type("27 nov 2026")
	w.Key(fyne.KeyReturn)
	if got := session(t, s, id); got.Date != planner.MustDate("2026-11-27") || !got.Pinned {
		t.Errorf("stored is %s, pinned %v", got.Date, got.Pinned)
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.Settle()
	w.TapText("Skip")
	if got := session(t, s, id); got.Status != planner.Skipped {
		t.Errorf("stored is %s", got.Status)
	}
	w.WantText("Nothing is planned today")
}

// saturday has several sessions today.
func saturday(t *testing.T) (*guitest.Window, *Page, *shell) {
	t.Helper()
	c := newClock()
	c.goTo(planner.MustDate("2026-11-28"))
	w, p, s := open(t, withSample(t, c), c)
	if len(p.view.Also) < 2 {
		t.Fatalf("the day has %d sessions more, and the test needs two", len(p.view.Also))
	}
	return w, p, s
}

func TestTheRestOfTheDayIsTickedOff(t *testing.T) {
	w, p, s := saturday(t)
	id, title := p.view.Also[0].ID, p.view.Also[0].Title
	w.WantText("Also today")
	w.WantText(title)
	check := guitest.All[*widgets.Check](w)[0]
	w.Focus(check)
	w.Key(fyne.KeySpace)
	if got := session(t, s, id); got.Status != planner.Done {
		t.Fatalf("stored is %s", got.Status)
	}
	checks := guitest.All[*widgets.Check](w)
	last := checks[len(checks)-1] // done ones come last
	if !last.On {
		t.Fatal("it is not ticked")
	}
	w.Tap(last)
	if got := session(t, s, id); got.Status != planner.Planned || got.DoneMinutes != 0 {
		t.Errorf("unticked it is %s with %d minutes", got.Status, got.DoneMinutes)
	}
}

func TestTheFreeTimeOfTheDayIsTold(t *testing.T) {
	w, p, _ := saturday(t)
	if p.view.FreeMin < leastBuffer {
		t.Fatalf("only %d minutes are free", p.view.FreeMin)
	}
	w.WantText("free before the day's limit of 4 h")
	p.view.FreeMin = leastBuffer - 1
	p.put(p.page())
	w.WantNoText("free before the day's limit")
}

func TestComingUpShowsTheNextDaysWithTheirSessions(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	card := guitest.Find[*widgets.Card](w, "Coming up")
	if card == nil {
		t.Fatal("there is no such card")
	}
	w.WantText("Tomorrow, Tuesday 24 November")
	w.WantText("Thursday 26 November")
	w.WantNoText("Friday 27 November") // three days are enough
	for _, x := range p.plan.Sessions {
		if x.Date == planner.MustDate("2026-11-25") {
			w.WantText(x.Title)
			w.WantText(x.Detail)
		}
	}
	w.TapText("The whole plan")
	if len(s.Opened) != 1 || s.Opened[0] != kit.Plan {
		t.Errorf("opened %v", s.Opened)
	}
}

func TestComingUpGroupsByDay(t *testing.T) {
	view := func(date string, status planner.Status) app.SessionView {
		return app.SessionView{Session: planner.Session{Date: planner.MustDate(date), Status: status}}
	}
	sessions := []app.SessionView{
		view("2026-11-20", planner.Missed), view("2026-11-23", planner.Planned),
		view("2026-11-24", planner.Planned), view("2026-11-24", planner.Planned), view("2026-11-24", planner.Skipped),
		view("2026-11-26", planner.Skipped), view("2026-11-27", planner.Planned), view("2026-11-30", planner.Planned),
	}
	days := comingUp(sessions, monday, 2)
	if len(days) != 2 || len(days[0]) != 2 || len(days[1]) != 1 || days[1][0].Date != planner.MustDate("2026-11-27") {
		t.Errorf("the days are %v", days)
	}
	if days := comingUp(sessions[:2], monday, 2); len(days) != 0 {
		t.Errorf("of nothing ahead there are %v", days)
	}
}

func TestALongDayAheadIsCutShort(t *testing.T) {
	c := newClock()
	w, p, _ := open(t, withSample(t, c), c)
	day := make([]app.SessionView, 5)
	for i := range day {
		day[i] = *p.view.Now
		day[i].Date = monday.AddDays(1)
	}
	p.plan.Sessions = day
	p.put(p.page())
	w.Settle()
	w.WantText("and 3 more")
	w.WantText("5 h")
}

func TestOnTheExamDayThereIsOnlyAChecklist(t *testing.T) {
	c := newClock()
	m := withSample(t, c)
	c.goTo(planner.MustDate("2027-02-04"))
	w, _, _ := open(t, m, c)
	w.WantText("Your exam is today")
	w.WantText("Identity papers")
	w.WantText("Your pace: 125 questions in 3 h, about 1:26 min each, half of them after 1 h 30")
	w.WantText("of study in 46 sessions, and 6 mocks recorded.")
	for _, text := range []string{"Cushion", "Chance of passing", "Welcome back", "Start ", "Coming up"} {
		w.WantNoText(text)
	}
}

func TestWithoutAStudyItLeadsToSetup(t *testing.T) {
	c := newClock()
	w, p, s := open(t, stage.OpenApp(t, c.Now), c)
	w.WantText("Nothing is planned yet")
	p.FocusFirst()
	w.Key(fyne.KeyReturn)
	if len(s.Opened) != 1 || s.Opened[0] != kit.Setup {
		t.Errorf("opened %v", s.Opened)
	}
	p.LogSession()
	if w.DialogOpen() {
		t.Error("a session can be logged for no study")
	}
}

func TestAStudyWithoutHoursLeadsToThem(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withStudy(t, c, func(s *planner.Study) { s.Availability.Weekday = [7]int{} }), c)
	w.WantText("Nothing can be planned yet")
	w.WantNoText("Plan again")
	w.WantNoText("Next milestone")
	p.FocusFirst()
	w.Key(fyne.KeyReturn)
	if len(s.Opened) != 1 || s.Opened[0] != kit.Setup {
		t.Errorf("opened %v", s.Opened)
	}
}

func TestADayOffIsSaidToBeOne(t *testing.T) {
	c := newClock()
	w, _, _ := open(t, withStudy(t, c, func(s *planner.Study) {
		s.Availability.Off = []planner.DateRange{{First: monday, Last: monday.AddDays(1)}}
	}), c)
	w.WantText("Today is a day off")
	w.WantText("Rest is part of the plan. The next session is on Wednesday 25 November.")
	w.WantNoText("free before the day's limit")
}

func TestBeforeTheStartItSaysWhenItBegins(t *testing.T) {
	c := newClock()
	w, _, _ := open(t, withStudy(t, c, func(s *planner.Study) { s.Start = monday.AddDays(7) }), c)
	w.WantText("Your study begins in 7 days, on Monday 30 November")
	w.WantText("Your study has not begun")
	w.WantNoText("Day ")
}

func TestAfterAnAbsenceOneActionDealsWithTheBacklog(t *testing.T) {
	c := newClock()
	m := withSample(t, c)
	c.goTo(planner.MustDate("2026-12-07"))
	w, p, s := open(t, m, c)
	w.WantText("Welcome back")
	w.TapText("Spread it over the coming days")
	w.WantText("one session a day")
	w.TapText("Apply")
	w.WantNoText("Welcome back")
	if p.view.Now == nil || len(s.Failed) != 0 {
		t.Errorf("now is %v, failed %q", p.view.Now, s.Failed)
	}
	c.goTo(planner.MustDate("2026-12-12")) // and another absence
	p.Reload()
	w.WantText("Welcome back")
}

func TestASessionIsLoggedByHand(t *testing.T) {
	c := newClock()
	w, p, s := open(t, withSample(t, c), c)
	before := len(p.plan.Sessions)
	w.TapText("Log a session")
	w.TapText("Add")
	if got := len(p.plan.Sessions); got != before+1 || !strings.HasPrefix(s.Said[0], "Added: 45 min") {
		t.Errorf("%d sessions and %d before; said %q", got, before, s.Said)
	}
}

func TestNothingIsWiderThanTheWindow(t *testing.T) {
	for _, width := range []float32{1072, 792} {
		for _, scale := range []float64{1, 1.4, 2} {
			c := newClock()
			w, p, _ := openSized(t, withSample(t, c), c, fyne.NewSize(width, 650), guitest.TextScale(scale))
			if need := p.Content().MinSize().Width; need > width {
				t.Errorf("text size %v needs %v of %v", scale, need, width)
			}
			for _, card := range guitest.All[*widgets.Card](w) {
				if right := w.Position(card).X + card.Size().Width; right > width {
					t.Errorf("at text size %v a card ends at %v of %v", scale, right, width)
				}
			}
		}
	}
}

// Before a mock one is asked what one will score; what was guessed is then said.
func TestAMockIsGuessedBeforeItIsTaken(t *testing.T) {
	c := newClock()
	m := withStudy(t, c, func(*planner.Study) {})
	plan, err := m.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(plan.Sessions, func(s app.SessionView) bool { return s.Activity == planner.MockExam })
	if at < 0 {
		t.Fatal("no mock is planned")
	}
	c.goTo(plan.Sessions[at].Date)
	w, _, s := open(t, m, c)
	w.TapText("What will you score?")
	if len(s.Opened) != 1 || s.Opened[0] != kit.Diary {
		t.Errorf("opened %v", s.Opened)
	}
	if err := m.GuessNext(t.Context(), 71); err != nil {
		t.Fatal(err)
	}
	w.WantText("You expect 71%.")
	w.WantNoText("What will you score?")
}

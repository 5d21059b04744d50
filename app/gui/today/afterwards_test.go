package today

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// afterwards opens the sample three days after its exam.
func afterwards(t *testing.T) (*guitest.Window, *Page, *shell) {
	c := newClock()
	m := withSample(t, c)
	c.goTo(planner.MustDate("2027-02-07"))
	w, p, s := open(t, m, c)
	p.FocusFirst()
	return w, p, s
}

// focusedOn fails unless the keyboard is on a button that is still there.
func focusedOn(t *testing.T, w *guitest.Window, text string) {
	t.Helper()
	b, ok := w.Focused().(*widgets.Button)
	if !ok || b.Text != text || b != guitest.Find[*widgets.Button](w, text) {
		t.Errorf("the keyboard is on %T, not on %q", w.Focused(), text)
	}
}

func TestAfterTheExamItAsksHowItWent(t *testing.T) {
	w, _, s := afterwards(t)
	w.WantText("How did it go?")
	w.WantText("Sample data · The exam was on 4 February 2027.")
	for _, text := range []string{"Cushion", "Chance of passing", "Welcome back", "Start "} {
		w.WantNoText(text)
	}
	focusedOn(t, w, "I passed")
	w.TapText("It was put off: set a new date")
	if len(s.Opened) != 1 || s.Opened[0] != kit.Setup {
		t.Errorf("opened %v", s.Opened)
	}
}

func TestAPassIsRecordedAndCanBeCorrected(t *testing.T) {
	w, p, s := afterwards(t)
	w.Key(fyne.KeyReturn)
	w.Key(fyne.KeyReturn) // the day is right
	w.WantText("Congratulations!")
	if x := p.view.Sitting; x == nil || !x.Passed || x.Date != planner.MustDate("2027-02-04") {
		t.Fatalf("stored is %+v", x)
	}
	if s.Said[0] != "Recorded. Congratulations [Undo]" {
		t.Errorf("said %q", s.Said)
	}
	focusedOn(t, w, "Correct the result")
	w.Key(fyne.KeyReturn)
	w.Key(fyne.KeyReturn)
	if x := p.view.Sitting; x.Passed {
		t.Error("the correction was not stored")
	}
	w.WantText("The next sitting")
}

// By keyboard alone: the bands of the score report, the plan for the next sitting, and Undo back to the question.
func TestAFailureLeadsToThePlanForTheNextSitting(t *testing.T) {
	w, p, s := afterwards(t)
	w.Key(fyne.KeyTab, fyne.KeyReturn)
	w.WantText("Your report speaks of")
	w.Key(fyne.KeyTab)                              // past the day, to the way the report speaks
	for _, right := range []int{1, 2, 3, 3, 0, 1} { // above, near, below, below, not told, above
		w.Key(fyne.KeyTab)
		for range right {
			w.Key(fyne.KeyRight)
		}
	}
	w.Key(fyne.KeyReturn)
	if w.DialogOpen() {
		t.Fatal("the dialog stays open")
	}
	want := []planner.DomainResult{
		{Domain: "d1", Band: planner.BandAbove}, {Domain: "d2", Band: planner.BandNear}, {Domain: "d3", Band: planner.BandBelow},
		{Domain: "d4", Band: planner.BandBelow}, {Domain: "d6", Band: planner.BandAbove},
	}
	if x := p.view.Sitting; x == nil || x.Passed || len(x.Results) != len(want) {
		t.Fatalf("stored is %+v", x)
	}
	for i, r := range want {
		if got := p.view.Sitting.Results[i]; got != r {
			t.Errorf("result %d is %+v, not %+v", i, got, r)
		}
	}
	w.WantText("ISC2 asks for 31 days from the 1st sitting to the next.")
	w.WantText("D4 Security Operations")
	w.WantText("below the standard")
	old := p.view.Study
	if p.first == nil {
		t.Fatal("there is nothing to go on with")
	}
	w.Key(fyne.KeyReturn)
	if p.view.Study.ID == old.ID || p.view.DaysLeft <= 0 || p.view.Now == nil {
		t.Fatalf("open is %s, %d days before its exam", p.view.Study.Name, p.view.DaysLeft)
	}
	if last := s.Said[len(s.Said)-1]; last != "Planned: ISSMP, sitting 2 on "+p.view.Study.ExamDate.Time().Format("2 January 2006")+" [Undo]" {
		t.Errorf("said %q", last)
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if p.view.Study.ID != old.ID || p.view.Sitting == nil {
		t.Errorf("after undo, %s is open", p.view.Study.Name)
	}
}

func TestAnotherDayForTheNextSittingIsJudgedAtOnce(t *testing.T) {
	w, p, s := afterwards(t)
	if _, err := s.model.RecordResult(t.Context(), planner.Sitting{Date: planner.MustDate("2027-02-04")}); err != nil {
		t.Fatal(err)
	}
	w.WantText("Nothing is noted of single domains.")
	w.TapText("Another day…")
	w.Type("20 feb 2027")
	w.Key(fyne.KeyTab)
	w.WantText("It is too early: 7 March 2027 is the first day.")
	w.Key(fyne.KeyEscape)
	if w.DialogOpen() || p.view.DaysLeft > 0 {
		t.Error("Escape planned something")
	}
	w.TapText("Another day…")
	w.Type("1 may 2027")
	w.Key(fyne.KeyReturn)
	if p.view.Study.ExamDate != planner.MustDate("2027-05-01") {
		t.Errorf("the next sitting is on %s", p.view.Study.ExamDate)
	}
}

func TestPercentagesAreTakenAndWrongOnesRefused(t *testing.T) {
	w, p, _ := afterwards(t)
	w.Key(fyne.KeyTab, fyne.KeyReturn)
	w.TapText("Percentages")
	fields := guitest.All[*widgets.NumberEntry](w)
	if len(fields) != len(p.view.Study.Domains) {
		t.Fatalf("%d fields for %d domains", len(fields), len(p.view.Study.Domains))
	}
	w.Focus(fields[1])
	w.Type("101")
	w.Key(fyne.KeyReturn)
	if !w.DialogOpen() {
		t.Fatal("101 % was taken")
	}
	w.WantText("D2: write a whole percentage from 0 to 100, or leave it empty.")
	w.Key(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	w.Type("58")
	w.Key(fyne.KeyReturn)
	if x := p.view.Sitting; x == nil || len(x.Results) != 1 || x.Results[0] != (planner.DomainResult{Domain: "d2", Percent: 58, HasPercent: true}) {
		t.Fatalf("stored is %+v", x)
	}
	w.WantText("58%")
}

func TestOnTheExamDayItIsOverWhenThePersonSaysSo(t *testing.T) {
	c := newClock()
	m := withSample(t, c)
	c.goTo(planner.MustDate("2027-02-04"))
	w, p, _ := open(t, m, c)
	p.FocusFirst()
	focusedOn(t, w, "It is over")
	w.Key(fyne.KeyReturn)
	w.WantText("How did it go?")
	w.WantText("The exam was today.")
	focusedOn(t, w, "I passed")
	p.Reload()
	w.WantText("How did it go?")
}

package setup

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

func TestFromNothingToAPlanByKeyboard(t *testing.T) {
	w, p, s := open(t, stage.OpenApp(t, nil))
	p.FocusFirst()
	w.Type("4 feb 2027")
	w.Key(fyne.KeyTab, fyne.KeyTab) // past the start
	w.Type("45")
	w.WantText("6 h 45 a week")
	p.Save()
	study := current(t, s)
	if study.ExamDate != planner.MustDate("2027-02-04") || study.Availability.Weekday != [7]int{45, 60, 60, 60, 60, 120, 0} || study.Name != "ISSMP" {
		t.Errorf("stored is %+v", study)
	}
	plan, err := s.model.Plan(t.Context())
	if err != nil || len(plan.Sessions) == 0 {
		t.Errorf("%d sessions are planned, %v", len(plan.Sessions), err)
	}
	if len(s.Opened) != 1 || s.Opened[0] != kit.Today || len(s.Said) != 1 || s.Said[0] != "Planned up to 4 February 2027 [Undo]" {
		t.Errorf("opened %v, said %q", s.Opened, s.Said)
	}
	if p.isNew || p.touched() {
		t.Error("the page does not show the stored study")
	}
}

func TestTabGoesThroughThePageInOrder(t *testing.T) {
	w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1300))
	p.form.more.setOpen(true)
	c, h, d, m := p.form.exam, p.form.hours, p.form.domains, p.form.more
	want := []fyne.Focusable{c.exam, c.date.Focusable(), c.start.Focusable()}
	for _, weekday := range h.weekdays {
		want = append(want, weekday)
	}
	for _, start := range h.starts {
		want = append(want, start)
	}
	chips := guitest.All[*widgets.Chip](w)
	for _, chip := range chips {
		want = append(want, chip)
	}
	ratings := guitest.All[*widgets.RatingSteps](w)
	want = append(want, h.addOff, h.addDay)
	for i := range d.places {
		want = append(want, d.places[i].focus, ratings[i])
	}
	want = append(want, m.toggle, m.name, m.session, m.target, m.buffer, m.mock, m.mockStart, m.mocks, m.passLine, p.answer.save)
	w.Focus(want[0])
	for i, next := range want {
		if w.Focused() != next {
			t.Fatalf("step %d is at %T, want %T", i, w.Focused(), next)
		}
		w.Key(fyne.KeyTab)
	}
	w.BackTab()
	if w.Focused() != p.answer.save {
		t.Errorf("back leads to %T", w.Focused())
	}
}

func TestWithoutHoursTheAnswerSaysSoAndHelps(t *testing.T) {
	w, p, s := open(t, stage.OpenApp(t, nil))
	for _, weekday := range p.form.hours.weekdays {
		enter(w, weekday, "off")
	}
	w.WantText("No time to study yet")
	w.WantText("0 min a week")
	if len(guitest.All[*widgets.ProgressBar](w)) != 0 {
		t.Error("there are bars of no time")
	}
	fit := guitest.Find[*widgets.Card](w, "Does it fit?")
	apply := guitest.Find[*widgets.Button](w, "Apply")
	if top, bottom := w.Position(fit).Y, w.Position(fit).Y+fit.Size().Height; w.Position(apply).Y < top || w.Position(apply).Y > bottom {
		t.Error("the first way out is not beside the answer")
	}
	w.Focus(apply)
	w.Key(fyne.KeyReturn)
	w.WantNoText("No time to study yet")
	if p.draft.Availability.WeekMinutes() == 0 {
		t.Error("the way out has changed nothing")
	}
	p.Save()
	if got := current(t, s).Availability; got.WeekMinutes() == 0 {
		t.Errorf("stored is %+v", got)
	}
}

func TestOnTheExamDayThereIsOnlyAChecklist(t *testing.T) {
	w, p, s := open(t, stage.OpenApp(t, nil))
	enter(w, p.form.exam.date.Focusable(), "today")
	w.WantText("The exam is today")
	w.WantText("Your pace: 125 questions in 3 h")
	for _, text := range []string{"short", "Ways out, each of them enough", "Milestones you would get"} {
		w.WantNoText(text)
	}
	p.Save()
	plan, err := s.model.Plan(t.Context())
	if err != nil || len(plan.Sessions) != 0 {
		t.Errorf("%d sessions are planned, %v", len(plan.Sessions), err)
	}
}

func TestWeightsAreAddedUpWhileTyping(t *testing.T) {
	w, p, s := open(t, stage.OpenApp(t, nil))
	w.WantText("Weights total 100%.")
	w.Focus(p.form.domains.places[0].focus)
	w.Type("12.5")
	w.WantText("Weights total 91.5%, not 100%. They are used in proportion")
	w.WantText("The weights add up to 91.5, not 100; they are used in proportion.")
	w.Key(fyne.KeyTab)
	w.WantText("12.5%")
	p.Save()
	if got := current(t, s).Domains[0].Weight; got != 12.5 {
		t.Errorf("stored is a weight of %v", got)
	}
	w.WantText("12.5%")
	for _, place := range p.form.domains.places {
		enter(w, place.focus, "0")
	}
	w.WantText("No domain has a weight, so all of them count the same.")
}

func TestPublishedWeightsKeepTheirDecimals(t *testing.T) {
	w, p, s := open(t, stage.OpenApp(t, nil))
	for i, e := range s.model.Exams() {
		if e.ID == "cfa-level-1-2026" {
			p.form.exam.onExam(i)
			w.Settle()
			w.WantText("17.05%")
			enter(w, p.form.domains.places[0].focus, "17.05")
			if p.draft.Domains[0].Weight != e.Domains[0].Weight {
				t.Errorf("the weight is %v", p.draft.Domains[0].Weight)
			}
			return
		}
	}
	t.Fatal("the catalogue lacks the exam")
}

func TestAnotherExamKeepsWhatIsAboutThePerson(t *testing.T) {
	w, p, _ := open(t, stage.OpenApp(t, nil))
	enter(w, p.form.exam.date.Focusable(), "4 feb 2027")
	p.form.more.setOpen(true)
	enter(w, p.form.more.session, "50")
	w.Focus(p.form.exam.exam)
	w.Key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	if p.draft.ExamDate != planner.MustDate("2027-02-04") || p.draft.SessionMinutes != 50 || p.draft.ExamID != p.model.Exams()[1].ID || p.draft.Name != p.model.Exams()[1].Code {
		t.Errorf("the draft is %+v", p.draft)
	}
}

func TestMoreActsOnTheAnswerAtOnce(t *testing.T) {
	for _, c := range []struct {
		name  string
		field func(*moreCard) fyne.Focusable
		text  string
		got   func(planner.Study) any
		want  any
	}{
		{"session", func(c *moreCard) fyne.Focusable { return c.session }, "30", func(s planner.Study) any { return s.SessionMinutes }, 30},
		{"target", func(c *moreCard) fyne.Focusable { return c.target }, "85", func(s planner.Study) any { return s.Target }, 0.85},
		{"buffer", func(c *moreCard) fyne.Focusable { return c.buffer }, "40", func(s planner.Study) any { return s.Buffer }, 0.4},
		{"mock", func(c *moreCard) fyne.Focusable { return c.mock }, "90", func(s planner.Study) any { return s.MockMinutes }, 90},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p, s := openSized(t, stage.OpenApp(t, nil), fyne.NewSize(1072, 1300))
			w.WantText("Sessions of 45 min · aiming at 75% · 15% of the time held back · mocks of 3 h")
			w.TapText("Change")
			before := answerTexts(w)
			w.Focus(c.field(p.form.more))
			w.Type(c.text)
			if answerTexts(w) == before {
				t.Error("the answer is the same")
			}
			w.WantNoText("Sessions of 45 min · aiming at 75% · 15% of the time held back · mocks of 3 h")
			p.Save()
			if got := c.got(current(t, s)); got != c.want {
				t.Errorf("stored is %v, want %v", got, c.want)
			}
		})
	}
}

// answerTexts is all that the card with the answer says.
func answerTexts(w *guitest.Window) string {
	all := strings.Join(w.Texts(), "|")
	return all[strings.Index(all, "Does it fit?"):]
}

func TestTheNumberOfMocksIsChosen(t *testing.T) {
	w, p, s := openSized(t, stage.OpenApp(t, nil), fyne.NewSize(1072, 1300))
	enter(w, p.form.hours.weekdays[5], "4 h")
	w.TapText("Change")
	w.Focus(p.form.more.mocks)
	w.Key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	w.WantText("Mocks, 1 full one")
	p.Save()
	if got := current(t, s).MocksWanted; got != 1 {
		t.Errorf("stored are %d mocks", got)
	}
}

func TestAWayOutIsTakenAndTakenBackByKeyboard(t *testing.T) {
	w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1300))
	enter(w, p.form.exam.date.Focusable(), "20 dec 2026")
	w.WantText("short")
	for _, way := range planOf(t, p).WaysOut {
		t.Run(string(way.Kind), func(t *testing.T) {
			before := fmt.Sprintf("%+v", p.draft)
			row := guitest.Find[*widgets.Paragraph](w, way.Text)
			button := buttonBeside(t, w, row)
			w.Focus(button)
			w.Key(fyne.KeyReturn)
			if w.Focused() != p.answer.save {
				t.Errorf("the keyboard is at %T", w.Focused())
			}
			if got := planOf(t, p).Verdict; got != way.VerdictAfter {
				t.Errorf("it brings %s and promised %s", got, way.VerdictAfter)
			}
			w.WantText("Way out taken")
			w.WantText(way.Text)
			w.Tap(guitest.Find[*widgets.Button](w, "Take back"))
			if after := fmt.Sprintf("%+v", p.draft); after != before {
				t.Errorf("taken back it is\n%s\nand was\n%s", after, before)
			}
			w.WantNoText("Way out taken")
		})
	}
}

func planOf(t *testing.T, p *Page) planner.Plan {
	t.Helper()
	plan, err := p.model.PreviewPlan(p.draft)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// buttonBeside is the button on the line of an object.
func buttonBeside(t *testing.T, w *guitest.Window, object fyne.CanvasObject) *widgets.Button {
	t.Helper()
	middle := w.Position(object).Y + object.Size().Height/2
	for _, b := range guitest.All[*widgets.Button](w) {
		top := w.Position(b).Y
		if b.Text == "Apply" && middle > top && middle < top+b.Size().Height {
			return b
		}
	}
	t.Fatal("there is no button beside it")
	return nil
}

func TestAnotherChangeKeepsAWayOutForGood(t *testing.T) {
	w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1300))
	enter(w, p.form.exam.date.Focusable(), "20 dec 2026")
	w.TapText("Apply")
	w.WantText("Way out taken")
	enter(w, p.form.hours.weekdays[0], "70")
	w.WantNoText("Way out taken")
}

func TestASkimmedDomainCanBeReadInFullAgain(t *testing.T) {
	w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1300))
	p.onTake(planner.WayOut{Text: "Skim it", Change: planner.Change{Skim: []string{p.draft.Domains[2].ID}}})
	w.Settle()
	chip := guitest.Find[*widgets.Chip](w, "D3 is skimmed: straight to its questions")
	w.Focus(chip)
	w.Key(fyne.KeyDelete)
	w.WantNoText("is skimmed")
	if p.draft.Domains[2].Skim || w.Focused() != p.form.domains.places[2].focus {
		t.Errorf("skim is %v, the keyboard at %T", p.draft.Domains[2].Skim, w.Focused())
	}
}

func TestWhatIsBeingChangedStays(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	enter(w, p.form.hours.weekdays[0], "2 h")
	enter(w, p.form.domains.places[0].focus, "30")
	if err := s.model.PlanAgain(t.Context()); err != nil { // any news makes the page read again
		t.Fatal(err)
	}
	if got := p.draft; got.Availability.Weekday[0] != 120 || got.Domains[0].Weight != 30 {
		t.Errorf("the draft has %d minutes and a weight of %v", got.Availability.Weekday[0], got.Domains[0].Weight)
	}
	if got := current(t, s); got.Availability.Weekday[0] != 60 || got.Domains[0].Weight != 21 {
		t.Error("it was stored without being saved")
	}
	p.Save()
	if got := current(t, s); got.Availability.Weekday[0] != 120 || got.Domains[0].Weight != 30 {
		t.Errorf("stored is %+v", got)
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if p.draft.Availability.Weekday[0] != 60 || p.form.hours.weekdays[0].Value() != 60 {
		t.Error("after Undo the page does not show what is stored")
	}
}

func TestANewStudyBesideTheOldOne(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	first := current(t, s).ID
	w.TapText("New study")
	w.WantText("Set up your plan")
	w.TapText("Back to your study")
	if p.isNew || p.draft.ID != first {
		t.Fatal("there is no way back")
	}
	w.TapText("New study")
	enter(w, p.form.exam.date.Focusable(), "1 mar 2027")
	if err := s.model.PlanAgain(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !p.isNew || p.draft.ExamDate != planner.MustDate("2027-03-01") {
		t.Fatal("what was typed for the new study is lost")
	}
	p.Save()
	if got := current(t, s); got.ID == first || got.Sample || got.ExamDate != planner.MustDate("2027-03-01") {
		t.Errorf("open is %+v", got)
	}
}

func TestSampleDataIsOneClickAway(t *testing.T) {
	w, _, s := open(t, stage.OpenApp(t, nil))
	w.TapText("Explore with sample data")
	if !current(t, s).Sample || len(s.Opened) != 1 || s.Opened[0] != kit.Today {
		t.Errorf("opened %v", s.Opened)
	}
}

func TestNothingIsWiderThanTheWindow(t *testing.T) {
	for _, width := range []float32{1072, 792} {
		for _, scale := range []float64{1, 1.4, 2} {
			w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(width, 650), guitest.TextScale(scale))
			p.form.more.setOpen(true)
			enter(w, p.form.exam.date.Focusable(), "20 dec 2026")
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

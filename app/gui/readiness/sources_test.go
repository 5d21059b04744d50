package readiness

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// sourceStored reads one source from the data file.
func sourceStored(t *testing.T, s *shell, name string) app.Source {
	t.Helper()
	v, err := s.model.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(v.Sources, func(o app.Source) bool { return o.Name == name })
	if i < 0 {
		t.Fatalf("%q is not among %+v", name, v.Sources)
	}
	return v.Sources[i]
}

func TestEachSourceIsShownBesideTheExam(t *testing.T) {
	w, p, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 2400))
	w.WantText("How your sources compare with the exam")
	for _, text := range []string{"Boson ExSim", "3 easier", "−6 to +10", "Diagnostic", "5 harder", "Official practice", "2 mocks, official", "the same"} {
		w.WantText(text)
	}
	w.Hover(p.sources.bars, fyne.NewPos(100, p.sources.bars.Size().Height/6))
	w.WantText("Boson ExSim: 3 mocks with 375 questions. About 3 points easier than the exam, between 6 harder and 10 easier.")
	below, sources, sit := w.Position(p.domains.card).Y, w.Position(p.sources.card).Y, w.Position(p.sit.card).Y
	if !(below < sources && sources < sit) {
		t.Errorf("the domains are at %v, the sources at %v, the dates at %v", below, sources, sit)
	}
	if len(s.Failed) != 0 {
		t.Errorf("failed: %q", s.Failed)
	}
}

func TestASingleSourceIsNotKnownYet(t *testing.T) {
	m := withStudy(t)
	w, p, _ := openSized(t, m, fyne.NewSize(1072, 1600))
	w.WantNoText("How your sources compare")
	record(t, m, planner.Mock{Date: planner.MustDate("2026-11-20"), Source: "Bank", Timed: true, FirstAttempt: true, Correct: 90, Total: 125})
	w.Settle()
	w.WantText("not known yet")
	w.Hover(p.sources.bars, fyne.NewPos(100, 5))
	w.WantText("Not known yet: needs results from a second source. Until then it is taken to be")
	w.TapText("How is this worked out?")
	w.WantText("Bank: not known yet, needs results from a second source.")
}

func TestADifferenceIsSetAndLearnedAgainByKeyboard(t *testing.T) {
	w, p, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1600))
	before := p.view.Estimate.Score.Median
	w.Focus(p.sources.bars)
	w.Key(fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn) // the first source
	if !w.DialogOpen() {
		t.Fatal("Enter opens nothing")
	}
	w.WantText("Boson ExSim")
	w.WantText("About 3 points easier than the exam, between 6 harder and 10 easier.")
	w.WantNoText("Give or take")
	w.Key(fyne.KeyRight) // I know it
	w.Key(fyne.KeyTab)
	w.Type("8")
	w.Key(fyne.KeyTab, fyne.KeyRight, fyne.KeyTab) // harder
	w.Type("3")
	w.WantText("Readiness would move from")
	w.Key(fyne.KeyReturn)
	w.Settle()
	if w.DialogOpen() {
		t.Fatalf("Enter does not save: %q", w.Texts())
	}
	set := sourceStored(t, s, "Boson ExSim").Set
	if set == nil || *set != (app.SourceDifference{Points: -8, Doubt: 3}) {
		t.Fatalf("stored is %+v", set)
	}
	if last := s.Said[len(s.Said)-1]; last != "Boson ExSim: set by hand to 8 points harder than the exam, give or take 3 [Undo]" {
		t.Errorf("said %q", last)
	}
	if !(p.view.Estimate.Score.Median > before) {
		t.Errorf("results in a harder source are worth %v, before %v", p.view.Estimate.Score.Median, before)
	}
	w.WantText("3 mocks, set by hand")
	if w.Focused() != p.sources.bars {
		t.Errorf("the keyboard is at %T", w.Focused())
	}

	w.Key(fyne.KeyReturn, fyne.KeyLeft, fyne.KeyReturn) // learn it again
	w.Settle()
	if set := sourceStored(t, s, "Boson ExSim").Set; set != nil {
		t.Errorf("stored is still %+v", set)
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if set := sourceStored(t, s, "Boson ExSim").Set; set == nil || set.Points != -8 {
		t.Errorf("after undo stored is %+v", set)
	}
}

func TestASourceIsMarkedOfficialByMouse(t *testing.T) {
	w, p, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 2400))
	w.TapAt(p.sources.bars, fyne.NewPos(60, p.sources.bars.Size().Height/2)) // the second of three
	w.WantText("Diagnostic")
	w.Tap(guitest.Find[*widgets.Check](w))
	w.TapText("Save")
	if !sourceStored(t, s, "Diagnostic").Official {
		t.Error("it is not stored as official")
	}
	v, err := s.model.Mocks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, mk := range v.Mocks {
		if mk.Source == "Diagnostic" && !mk.Official {
			t.Error("its mock is not marked")
		}
	}
}

func TestADifferenceThatIsNoneStaysInTheDialog(t *testing.T) {
	for _, c := range []struct{ points, doubt, want string }{
		{"", "6", "How many points? Write a whole number up to 30"},
		{"31", "6", "How many points? Write a whole number up to 30"},
		{"29", "6", "29 points easier is out of range: at this pass line a source can be at most 28 points easier than the exam."},
		{"5", "0", "Give or take how many points? Write a whole number from 1 to 15."},
	} {
		w, p, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 800))
		p.sources.open(0)
		w.Key(fyne.KeyRight)
		for i, e := range guitest.All[*widgets.NumberEntry](w) {
			e.SetText([]string{c.points, c.doubt}[i])
		}
		w.WantText("What this changes is shown here as soon as it is complete.")
		w.TapText("Save")
		w.WantText(c.want)
		if !w.DialogOpen() || sourceStored(t, s, "Boson ExSim").Set != nil || len(s.Said) != 0 {
			t.Errorf("%+v is stored", c)
		}
		w.Key(fyne.KeyEscape)
		if w.DialogOpen() {
			t.Error("Escape leaves it open")
		}
	}
}

package readiness

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

func record(t *testing.T, m *app.Milepost, mock planner.Mock) {
	t.Helper()
	if _, err := m.RecordMock(t.Context(), mock); err != nil {
		t.Fatal(err)
	}
}

func TestTheScreenShowsTheEstimateOfTheApplication(t *testing.T) {
	w, _, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1300))
	v, err := s.model.Readiness(t.Context(), planner.Date{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		phrase.Chance(v.Estimate.Pass.ExamDay), v.Estimate.Pass.Word, "Chance of passing on 4 February",
		"Expected score " + phrase.Share(v.Estimate.ExamDay.Median), "Pass line 70%", "Assumed; published is 700 of 1000",
		v.Estimate.NextBest[0].Reason, phrase.Points(v.Estimate.NextBest[0].PassGainPerHour * 100),
		"6 mocks with 650 questions from 3 sources; the last one yesterday", "Percent correct by mock",
	} {
		w.WantText(text)
	}
	for _, n := range v.Estimate.Notices {
		w.WantText(n.Text)
	}
}

func TestNotEnoughEvidenceGivesNoChance(t *testing.T) {
	m := withStudy(t)
	record(t, m, planner.Mock{Date: planner.MustDate("2026-11-20"), Source: "Quiz", Timed: true, FirstAttempt: true, Correct: 9, Total: 10})
	w, p, s := open(t, m)
	w.WantText("Not enough evidence yet")
	w.WantText("One timed mock of at least 50 questions")
	w.WantText("So far: a score of about")
	w.WantNoText("If you sat it today")
	if len(p.figure.Data.Forecast) != 0 {
		t.Error("the chart shows a forecast")
	}
	w.TapText("Record a mock")
	if len(s.Opened) != 1 || s.Opened[0] != kit.Mocks {
		t.Errorf("opened %v", s.Opened)
	}
}

// The explanation holds this person's own figures, a row for each mock.
func TestTheExplanationIsThisPersonsOwn(t *testing.T) {
	w, _, s := open(t, stage.Sample(t))
	e, err := s.model.Explain(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.TapText("How is this worked out?")
	w.WantText(phrase.StepsIntro(e))
	for _, step := range e.Steps {
		for _, cell := range phrase.StepCells(step) {
			w.WantText(cell)
		}
	}
	w.WantText(phrase.StepsPass(e))
}

// What would tell most is said while evidence is thin in place of the next best hour, and below it afterwards.
func TestWhatWouldTellMostIsNamed(t *testing.T) {
	w, p, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1500))
	v, err := s.model.Readiness(t.Context(), planner.Date{})
	if err != nil {
		t.Fatal(err)
	}
	best := v.Estimate.NextEvidence[0]
	w.WantText("A mock from " + best.Source)
	w.WantText(phrase.Points(-best.Narrows * 100))
	if p.first.card.Visible() || !p.beside.Visible() || !p.next.card.Visible() {
		t.Error("with evidence it does not stand below")
	}
	for _, m := range v.Mocks {
		if err := s.model.RemoveMock(t.Context(), m.ID); err != nil {
			t.Fatal(err)
		}
	}
	w.WantText("A mock from the vendor")
	w.WantText("If your exam's vendor offers one.")
	if !p.first.card.Visible() || p.beside.Visible() || p.next.card.Visible() {
		t.Error("without evidence it does not stand beside the chart")
	}
}

func TestWithoutMocksThereIsNoLine(t *testing.T) {
	w, p, _ := open(t, withStudy(t))
	w.WantText("Not enough evidence yet")
	w.WantNoText("Each domain today")
	if len(p.figure.Data.Series) != 0 || p.figure.Data.Empty == "" {
		t.Errorf("the chart shows %d points and says %q", len(p.figure.Data.Series), p.figure.Data.Empty)
	}
}

func TestTotalsAloneHideTheDomains(t *testing.T) {
	m := withStudy(t)
	record(t, m, planner.Mock{Date: planner.MustDate("2026-11-20"), Source: "Bank", Timed: true, FirstAttempt: true, Correct: 90, Total: 125})
	w, p, _ := openSized(t, m, fyne.NewSize(1072, 1300))
	w.WantText("No mock has been recorded by domain yet")
	w.WantNoText("Percent correct by mock")
	for _, bars := range guitest.All[*widgets.RangeBars](w) {
		if bars == p.domains.bars {
			t.Error("the chart of the domains is shown")
		}
	}
	w.WantText("Chance of passing")
}

func TestTheChartIsReadByKeyboard(t *testing.T) {
	w, p, _ := open(t, stage.Sample(t))
	w.Canvas().Capture() // draws the chart, as the screen does
	w.Focus(p.figure.View)
	w.Key(fyne.KeyHome)
	w.WantText("18 October 2026")
	w.WantText("Diagnostic")
	w.Key(fyne.KeyEnd)
	w.WantText("4 February 2027")
	w.Key(fyne.KeyLeft)
	if p.figure.Cursor == p.view.Study.ExamDate {
		t.Error("Left stays on the exam day")
	}
	w.Key(fyne.KeyEscape)
	w.WantNoText(phrase.Date(p.figure.Cursor))
}

func TestTheChartAsATable(t *testing.T) {
	w, p, _ := open(t, stage.Sample(t))
	p.figure.showTable(true)
	w.Settle()
	_, want := p.figure.Data.Table()
	if got := p.figure.table.Rows(); len(got) != len(want) || got[0].Cells[0].Text != want[0][0] {
		t.Errorf("the table has %d rows for %d", len(got), len(want))
	}
	if n := len(guitest.All[*widgets.ChartView](w)); n != 0 {
		t.Errorf("%d charts are shown beside it", n)
	}
	p.figure.showTable(false)
	w.Settle()
	if n := len(guitest.All[*widgets.ChartView](w)); n != 1 {
		t.Errorf("%d charts are shown", n)
	}
}

func TestHowItIsWorkedOutUsesOnesOwnFigures(t *testing.T) {
	w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1300))
	w.TapText("How is this worked out?")
	w.WantText("6 mocks with 650 questions")
	w.WantText("Boson ExSim")
	w.WantText("the pass line of 70%")
	w.WantText("The best estimate is " + phrase.Share(p.view.Estimate.Score.Median))
	w.Key(fyne.KeyEscape)
	if w.DialogOpen() {
		t.Error("Escape leaves it open")
	}
}

func TestChangingThePassLineLeadsToSetup(t *testing.T) {
	w, _, s := open(t, stage.Sample(t))
	w.TapText("Change…")
	if len(s.Opened) != 1 || s.Opened[0] != kit.Setup {
		t.Errorf("opened %v", s.Opened)
	}
}

func TestSavePictureWritesAPNG(t *testing.T) {
	_, p, s := open(t, stage.Sample(t))
	path := filepath.Join(t.TempDir(), "readiness.png")
	p.savePicture(path)
	if len(s.Failed) != 0 || len(s.Said) != 1 || s.Said[0] != "Saved readiness.png" {
		t.Fatalf("said %q, failed %q", s.Said, s.Failed)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != pictureWidth || size.Y != pictureHeight {
		t.Errorf("the picture is %v", size)
	}
}

func TestAPictureThatCannotBeWrittenLeavesNothingBehind(t *testing.T) {
	_, p, s := open(t, stage.Sample(t))
	dir := t.TempDir()
	target := filepath.Join(dir, "taken.png")
	if err := os.MkdirAll(filepath.Join(target, "inside"), 0o700); err != nil { // a folder stands where the file should go
		t.Fatal(err)
	}
	p.savePicture(target)
	if len(s.Failed) != 1 || !strings.HasPrefix(s.Failed[0], "The picture could not be saved") {
		t.Errorf("said %q", s.Failed)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left behind are %v (%v)", entries, err)
	}
}

func TestWithoutAStudyItLeadsToSetup(t *testing.T) {
	w, _, s := open(t, stage.OpenApp(t, nil))
	w.TapText("Set up a study")
	if len(s.Opened) != 1 || s.Opened[0] != kit.Setup {
		t.Errorf("opened %v", s.Opened)
	}
}

func TestNothingIsWiderThanTheWindow(t *testing.T) {
	for _, width := range []float32{1072, 792} {
		for _, scale := range []float64{1, 1.4, 2} {
			w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(width, 650), guitest.TextScale(scale))
			if need := p.Content().MinSize().Width; need > width {
				t.Errorf("at text size %v the page needs %v of %v", scale, need, width)
			}
			card := guitest.Find[*widgets.Card](w, "Next best hour")
			if right := w.Position(card).X + card.Size().Width; right > width {
				t.Errorf("at text size %v the cards end at %v of %v", scale, right, width)
			}
		}
	}
}

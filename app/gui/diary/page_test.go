package diary

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// open shows the page in a window large enough for all of it.
func open(t *testing.T, m *app.Milepost, options ...guitest.Option) (*guitest.Window, *Page, *stage.Shell) {
	t.Helper()
	return openSized(t, m, fyne.NewSize(1072, 1200), options...)
}

func openSized(t *testing.T, m *app.Milepost, size fyne.Size, options ...guitest.Option) (*guitest.Window, *Page, *stage.Shell) {
	t.Helper()
	s := &stage.Shell{}
	p := New(s, m)
	return s.Show(t, p, m, size, options...), p, s
}

func view(t *testing.T, m *app.Milepost) app.DiaryView {
	t.Helper()
	v, err := m.Diary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestThePageShowsTheDiaryOfTheApplication(t *testing.T) {
	m := stage.Sample(t)
	w, p, _ := open(t, m)
	v := view(t, m)
	for _, text := range []string{
		phrase.DiaryVerdict(v.Score), phrase.DiaryRanges(v.Score), phrase.DiaryGuesses(v.Score), phrase.DiaryChances(v.Score),
		"Forecast, guess and result, mock by mock", "What was said of the exam, day by day", "Before your next mock",
	} {
		w.WantText(text)
	}
	if len(p.score.data.Points) != 5 || len(p.days.chart.Data.Series) != len(v.Days) || len(p.mocks.mocks) != 6 {
		t.Errorf("%d points, %d of %d days, %d mocks", len(p.score.data.Points), len(p.days.chart.Data.Series), len(v.Days), len(p.mocks.mocks))
	}
	if first := p.mocks.mocks[0].Mock; first.Date != v.Mocks[5].Mock.Date {
		t.Errorf("the first row is of %s", first.Date)
	}
	w.TapText("Table")
	w.WantText(phrase.Date(v.Days[len(v.Days)-1].Day))
	w.WantNoText("The exam itself")
}

func TestAGuessIsAskedForBeforeTheForecastIsTold(t *testing.T) {
	m := stage.Sample(t)
	w, p, s := open(t, m)
	w.WantNoText("The estimate expects")
	p.FocusFirst()
	w.Key(fyne.KeyReturn)
	w.WantText("Type a whole number from 0 to 100.")
	w.Type("77")
	w.WantNoText("Type a whole number")
	w.Key(fyne.KeyReturn)
	if percent, ok, err := m.NextGuess(t.Context()); err != nil || !ok || percent != 77 {
		t.Fatalf("stored is %v, %v, %v; failed %v", percent, ok, err, s.Failed)
	}
	w.WantText("You expect 77%.")
	w.WantText("The estimate expects " + phrase.Share(view(t, m).Next.Forecast.Median()))
	w.TapText("Take it back")
	if _, ok, _ := m.NextGuess(t.Context()); ok {
		t.Error("the guess is still there")
	}
	w.WantText("What will you score?")
	if len(s.Said) != 2 || !strings.HasSuffix(s.Said[1], "[Undo]") {
		t.Errorf("said %q", s.Said)
	}
}

func TestEverythingIsReadByKeyboard(t *testing.T) {
	w, p, _ := open(t, stage.Sample(t))
	w.Canvas().Capture() // draws the figures, as the screen does
	w.Focus(p.score.chart)
	w.Key(fyne.KeyEnd)
	w.WantText("Stated 95%")
	w.Key(fyne.KeyLeft)
	w.WantText("Stated 75%")
	w.Focus(p.days.chart.View)
	w.Key(fyne.KeyHome)
	w.WantText("From 1 mock")
	w.Key(fyne.KeyEnd, fyne.KeyLeft)
	w.WantText("Chance of passing on 4 February")
	w.Focus(p.mocks.bars)
	w.Key(fyne.KeyEnd)
	w.WantText("foretold from nothing, not scored")
	w.Key(fyne.KeyHome)
	w.WantText("it was 71%: inside")
}

func TestWithNothingToTellItSaysWhatToDo(t *testing.T) {
	m := stage.OpenApp(t, nil)
	w, p, s := open(t, m)
	w.TapText("Set up a study")
	stage.Study(t, m)
	w.WantText("The diary begins with your first mock")
	p.FocusFirst() // the first mock can be guessed as well
	w.Type("60")
	w.Key(fyne.KeyReturn)
	w.WantText("You expect 60%.")
	w.WantText("knows too little of you yet")
	w.TapText("Record a mock")
	if len(s.Opened) != 2 || s.Opened[0] != kit.Setup || s.Opened[1] != kit.Mocks {
		t.Errorf("opened %v", s.Opened)
	}
	w.TapText("Back to Readiness")
	if s.Opened[2] != kit.Readiness {
		t.Errorf("opened %v", s.Opened)
	}
	if _, err := m.RecordMock(t.Context(), planner.Mock{Date: planner.MustDate("2026-11-20"), Source: "A", Timed: true, FirstAttempt: true, Correct: 60, Total: 100}); err != nil {
		t.Fatal(err)
	}
	w.WantText("No forecast has met its result yet")
	w.WantText("not scored")
	if n := len(guitest.All[*widgets.ChartView](w)); n != 2 {
		t.Errorf("%d figures", n)
	}
}

func TestTheExamClosesTheDiary(t *testing.T) {
	now := stage.Noon
	m := stage.OpenApp(t, func() time.Time { return now })
	s := stage.Study(t, m)
	for _, ahead := range []int{-40, -15, -1} {
		now = s.ExamDate.AddDays(ahead).Time().Add(12 * time.Hour)
		if _, err := m.RecordMock(t.Context(), planner.Mock{Date: m.Today().AddDays(-1), Source: "A", Timed: true, FirstAttempt: true, Correct: 85, Total: 100}); err != nil {
			t.Fatal(err)
		}
	}
	now = now.Add(48 * time.Hour)
	if _, err := m.RecordResult(t.Context(), planner.Sitting{Date: s.ExamDate, Passed: true}); err != nil {
		t.Fatal(err)
	}
	w, _, _ := open(t, m)
	v := view(t, m)
	w.WantText("The exam itself")
	w.WantText("You passed on 4 February")
	w.WantText(phrase.DiarySitting(v.Sittings[0].Sitting, v.Sittings[0].Forecasts, v.Sittings[0].Brier))
}

// Nothing is clipped or lies over another thing, whatever the window and the text.
func TestThePageFits(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1072, Height: 800}, {Width: 792, Height: 650}, {Width: 692, Height: 600}} {
		for _, scale := range []float64{0.8, 1, 1.4, 2} {
			w, p, _ := openSized(t, stage.Sample(t), size, guitest.TextScale(scale))
			if least := p.Content().MinSize(); least.Width > size.Width {
				t.Errorf("at %v and text %v the page is %v wide", size, scale, least.Width)
			}
			w.WantText("Prediction diary")
		}
	}
}

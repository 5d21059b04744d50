package mocks

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// stored reads the mocks from the data file.
func stored(t *testing.T, s *shell) []planner.Mock {
	t.Helper()
	v, err := s.model.Mocks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v.Mocks
}

func TestRecordAMockByKeyboardAlone(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	before := len(stored(t, s))
	p.FocusFirst()
	w.Key(fyne.KeyTab, fyne.KeyTab)                                        // date and minutes stay as they are
	w.Key(fyne.KeyDown)                                                    // the source used last
	w.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // past the boxes to the guess
	w.Type("72")
	w.Key(fyne.KeyTab)
	for i, n := range []int{21, 15, 20, 14, 12, 13} {
		if i > 0 {
			w.Key(fyne.KeyTab)
		}
		w.Type(fmt.Sprint(n))
	}
	w.WantText("Total 95 / 125")
	w.WantText("Readiness would ")
	w.WantText("Chance of passing")
	p.Save()
	w.Settle()

	mocks := stored(t, s)
	if len(mocks) != before+1 {
		t.Fatalf("%d mocks are stored, want %d; failed: %q", len(mocks), before+1, s.Failed)
	}
	got := mocks[0]
	if got.Date != planner.MustDate("2026-11-23") || got.Source != "Boson ExSim" || !got.Timed || !got.FirstAttempt || got.Official {
		t.Errorf("stored is %+v", got)
	}
	if c, n := got.Counts(); c != 95 || n != 125 || len(got.Domains) != 6 {
		t.Errorf("stored are %d of %d in %d domains", c, n, len(got.Domains))
	}
	if !strings.HasPrefix(s.last(), "Recorded Boson ExSim, 76%") || !strings.HasSuffix(s.last(), "[Undo]") {
		t.Errorf("said %q", s.last())
	}
	if p.form.touched() || p.form.scores.rows[0].correct.Text != "" {
		t.Error("the form still holds the saved mock")
	}
	if w.Focused() != p.form.date.Focusable() {
		t.Errorf("the keyboard is at %T and not at the first field", w.Focused())
	}
}

func TestMistakesAreToldAtTheirField(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(*form)
		want string
		at   func(*form) fyne.Focusable
	}{
		{"no source", func(f *form) { fillAll(f, "10") }, "Say where the questions come from", func(f *form) fyne.Focusable { return f.source.Entry }},
		{"a number missing", func(f *form) { f.source.Load("Bank"); fillAll(f, "10"); f.scores.rows[2].correct.Load("") }, "How many were correct?",
			func(f *form) fyne.Focusable { return f.scores.rows[2].correct }},
		{"more correct than asked", func(f *form) { f.source.Load("Bank"); fillAll(f, "10"); f.scores.rows[1].correct.Load("99") }, "99 correct of 19 is more than there were",
			func(f *form) fyne.Focusable { return f.scores.rows[1].correct }},
		{"nothing at all", func(f *form) {
			f.source.Load("Bank")
			for _, row := range f.scores.rows {
				row.total.Load("")
			}
		}, "Type the correct answers of at least one domain", nil},
		{"only a total, without it", func(f *form) { f.source.Load("Bank"); f.how.SetSelected(totalOnly); f.showWay() }, "How many answers were correct?",
			func(f *form) fyne.Focusable { return f.whole.correct }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p, s := openSized(t, withStudy(t), fyne.NewSize(1072, 1100))
			c.fill(p.form)
			p.Save()
			w.Settle()
			w.WantText(c.want)
			if n := len(stored(t, s)); n != 0 {
				t.Errorf("%d mocks are stored", n)
			}
			if c.at != nil && w.Focused() != c.at(p.form) {
				t.Errorf("the keyboard is at %T", w.Focused())
			}
		})
	}
}

func fillAll(f *form, correct string) {
	for _, row := range f.scores.rows {
		row.correct.Load(correct)
	}
}

func TestADayThatIsNoDayIsNotSaved(t *testing.T) {
	w, p, s := open(t, withStudy(t))
	p.form.source.Load("Bank")
	fillAll(p.form, "10")
	p.FocusFirst()
	w.Type("31 feb 2026")
	p.Save()
	if n := len(stored(t, s)); n != 0 {
		t.Errorf("%d mocks are stored for a day that does not exist", n)
	}
	if p.form.date.DateField.Error() == "" {
		t.Error("nothing is said about the day")
	}
}

func TestTotalOnlyAndPercent(t *testing.T) {
	for _, c := range []struct {
		name, correct, percent string
		share                  float64
		questions              int
	}{
		{"correct of total", "90", "", 0.72, 125},
		{"a percentage", "", "67,5", 0.672, 125}, // 84 of 125 is nearest
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p, s := open(t, withStudy(t))
			p.form.source.Load("Bank")
			w.TapText("Total only")
			p.form.how.SetSelected(totalOnly)
			p.form.showWay()
			p.form.whole.correct.SetText(c.correct)
			p.form.whole.percent.SetText(c.percent)
			p.Save()
			mocks := stored(t, s)
			if len(mocks) != 1 {
				t.Fatalf("%d mocks are stored; on screen: %q", len(mocks), w.Texts())
			}
			if _, n := mocks[0].Counts(); n != c.questions || mocks[0].Share() != c.share {
				t.Errorf("stored are %v of %d questions", mocks[0].Share(), n)
			}
		})
	}
}

func TestEditingKeepsWhatWasHalfTyped(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	p.form.source.Entry.SetText("Half typed")
	p.form.scores.rows[0].correct.SetText("7")
	latest := stored(t, s)[0]

	guitest.Find[*widgets.Button](w, "Edit").Tapped(nil)
	w.WantText("Edit the mock of 22 November 2026")
	if p.form.source.Entry.Text != latest.Source || p.form.scores.rows[0].correct.Text != "20" {
		t.Fatalf("the form holds %+v", p.form.typed())
	}
	p.form.note.SetText("Slower next time.")
	p.Save()
	w.Settle()

	mocks := stored(t, s)
	if len(mocks) != 6 || mocks[0].ID != latest.ID || mocks[0].Note != "Slower next time." {
		t.Errorf("stored is %+v of %d", mocks[0], len(mocks))
	}
	w.WantText("Record a mock")
	if p.form.source.Entry.Text != "Half typed" || p.form.scores.rows[0].correct.Text != "7" {
		t.Errorf("half typed was %+v", p.form.typed())
	}
}

func TestEscapeAsksBeforeSomethingTypedIsLost(t *testing.T) {
	w, p, _ := open(t, withStudy(t))
	w.Focus(p.form.source.Entry)
	w.Key(fyne.KeyEscape)
	if w.DialogOpen() {
		t.Fatal("nothing was typed and it asks")
	}
	w.Type("Bank")
	w.Key(fyne.KeyEscape)
	w.WantText("Clear the form?")
	w.Key(fyne.KeyEscape)
	if p.form.source.Entry.Text != "Bank" {
		t.Errorf("left is %q", p.form.source.Entry.Text)
	}
	w.Key(fyne.KeyEscape)
	w.TapText("Discard")
	if p.form.source.Entry.Text != "" || p.form.touched() {
		t.Errorf("left is %+v", p.form.typed())
	}
}

func TestDeleteAndUndo(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	w.Focus(p.history.table)
	w.Key(fyne.KeyHome, fyne.KeyDown, fyne.KeyDelete)
	mocks := stored(t, s)
	if len(mocks) != 5 {
		t.Fatalf("%d mocks are stored", len(mocks))
	}
	if s.last() != "Deleted Official practice of 18 November 2026 [Undo]" {
		t.Errorf("said %q", s.last())
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := len(stored(t, s)); n != 6 || len(p.history.table.Rows()) != 6 {
		t.Errorf("%d are stored and %d shown", n, len(p.history.table.Rows()))
	}
}

func TestSeveralMocksAreDeletedAsOne(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	w.Focus(p.history.table)
	w.Key(fyne.KeyHome)
	p.history.table.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	w.Key(fyne.KeyDown, fyne.KeyDown)
	p.history.table.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	w.WantText("3 mocks")
	w.Key(fyne.KeyDelete)
	if n := len(stored(t, s)); n != 3 || s.last() != "3 mocks deleted [Undo]" {
		t.Fatalf("%d mocks are stored; said %q", n, s.last())
	}
	w.WantNoText("3 mocks")
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := len(stored(t, s)); n != 6 {
		t.Errorf("%d are stored after one undo", n)
	}
}

func TestReloadKeepsTypingAndFocus(t *testing.T) {
	w, p, _ := open(t, stage.Sample(t))
	field := p.form.scores.rows[3].correct
	w.Focus(field)
	w.Type("12")
	p.Reload()
	w.Settle()
	if field.Text != "12" || w.Focused() != field {
		t.Errorf("after reading again the field holds %q and the keyboard is at %T", field.Text, w.Focused())
	}
}

func TestTheTableIsNewestFirstAndCanBeFiltered(t *testing.T) {
	m := stage.Sample(t)
	for i := range 4 {
		mock := planner.Mock{Date: planner.MustDate("2026-11-20"), Source: fmt.Sprintf("Other bank %d", i), Timed: true, Correct: 30, Total: 50}
		if _, err := m.RecordMock(t.Context(), mock); err != nil {
			t.Fatal(err)
		}
	}
	w, p, _ := open(t, m)
	rows := p.history.table.Rows()
	if len(rows) != 10 || rows[0].Cells[0].Text != "22 Nov" || rows[9].Cells[0].Text != "18 Oct" {
		t.Fatalf("shown are %d rows, first %q, last %q", len(rows), rows[0].Cells[0].Text, rows[len(rows)-1].Cells[0].Text)
	}
	w.Focus(p.history.filter)
	for words, want := range map[string]int{"other": 4, "OTHER bank 3": 1, "untimed": 1, "november": 8, "untimed november": 1, "ran out": 1, "%": 0} {
		p.history.filter.SetText(words)
		if n := len(p.history.table.Rows()); n != want {
			t.Errorf("%q: %d rows match", words, n)
		}
		w.WantText(fmt.Sprintf("%d of 10", want))
	}
	w.Key(fyne.KeyEscape)
	w.WantNoText("0 of 10")
	if n := len(p.history.table.Rows()); n != 10 {
		t.Errorf("%d rows are back", n)
	}
}

// The mock in full follows the last row of a short table: it is seen without scrolling, and below the higher column nothing is left empty.
func TestTheMockInFullFollowsTheTable(t *testing.T) {
	w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(1072, 700))
	table, detail := p.history.card, p.history.detail.card
	if gap := w.Position(detail).Y - w.Position(table).Y - table.Size().Height; gap < 0 || gap > 20 {
		t.Errorf("between them there are %v", gap)
	}
	if end := w.Position(detail).Y + detail.Size().Height; end > 700 {
		t.Errorf("it ends at %v of 700", end)
	}
	bottom := p.body.Objects[0].Size().Height
	if form := p.form.card; form.MinSize().Height < bottom-1 {
		t.Errorf("the columns are %v high, the form needs %v", bottom, form.MinSize().Height)
	}
}

// A day without its year says nothing once the mocks lie in several; the column grows with it.
func TestDatesSayTheirYearWhereThereAreSeveral(t *testing.T) {
	m := stage.Sample(t)
	w, p, _ := openSized(t, m, fyne.NewSize(1072, 700))
	narrow := p.history.table.Rows()[0].Cells[0].Text
	if _, err := m.RecordMock(t.Context(), planner.Mock{Date: planner.MustDate("2024-02-28"), Source: "Old book", Timed: true, Correct: 30, Total: 50}); err != nil {
		t.Fatal(err)
	}
	p.Reload()
	w.Settle()
	rows := p.history.table.Rows()
	if narrow != "22 Nov" || rows[0].Cells[0].Text != "22 Nov 2026" || rows[len(rows)-1].Cells[0].Text != "28 Feb 2024" {
		t.Errorf("first %q, then %q to %q", narrow, rows[0].Cells[0].Text, rows[len(rows)-1].Cells[0].Text)
	}
	w.WantText("22 Nov 2026") // not cut
}

func TestWithoutAStudyItLeadsToSetup(t *testing.T) {
	w, p, s := open(t, stage.OpenApp(t, nil))
	p.Save() // nothing to save, and no harm
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
			card := guitest.Find[*widgets.Card](w, "Record a mock")
			if right := w.Position(card).X + card.Size().Width; right > width {
				t.Errorf("at text size %v the form ends at %v of %v", scale, right, width)
			}
		}
	}
}

// How much a percentage says hangs on the number of questions: it is asked for, never guessed.
func TestAPercentageAloneIsAskedForItsQuestions(t *testing.T) {
	w, p, s := open(t, withStudy(t))
	p.form.source.Load("Bank")
	w.TapText("Total only")
	p.form.whole.percent.SetText("70")
	p.form.whole.total.SetText("")
	p.Save()
	if n := len(stored(t, s)); n != 0 {
		t.Fatalf("%d mocks are stored without a number of questions", n)
	}
	w.WantText("Of how many questions?")
	p.form.whole.total.SetText("40")
	p.Save()
	if m := stored(t, s); len(m) != 1 || m[0].Correct != 28 || m[0].Total != 40 {
		t.Errorf("stored are %+v", m)
	}
}

// What was noted before the mock stands in the form, goes with the mock, and is gone from the next.
func TestTheGuessOfAMock(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	w.WantText("Guessed")
	if err := s.model.GuessNext(t.Context(), 74); err != nil {
		t.Fatal(err)
	}
	if p.form.guess.Text != "74" {
		t.Errorf("the form shows a guess of %q", p.form.guess.Text)
	}
	p.form.source.Load("Bank")
	fillAll(p.form, "10")
	p.Save()
	saved := stored(t, s)[0]
	for _, m := range stored(t, s) {
		if m.Source == "Bank" {
			saved = m
		}
	}
	if !saved.HasGuess || saved.Guess != 74 || p.form.guess.Text != "" {
		t.Errorf("stored is a guess of %v, the form shows %q", saved.Guess, p.form.guess.Text)
	}
	p.form.source.Load("Bank")
	fillAll(p.form, "10")
	p.form.guess.SetText("999")
	p.Save()
	if n := len(stored(t, s)); n != 7 {
		t.Errorf("a guess of 999%% is stored; there are %d mocks", n)
	}
}

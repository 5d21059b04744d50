package setup

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

// wantUnder fails the test unless a text stands directly under a field: not further away than a line.
func wantUnder(t *testing.T, w *guitest.Window, field fyne.Focusable, text string) {
	t.Helper()
	object := field.(fyne.CanvasObject)
	line := w.FindText(text)
	gap := w.Position(line).Y - w.Position(object).Y - object.Size().Height
	if gap < 0 || gap > 16 {
		t.Errorf("%q stands %v below its field", text, gap)
	}
}

func TestMistakesStandAtTheirField(t *testing.T) {
	more := func(pick func(*moreCard) fyne.Focusable) func(*Page) fyne.Focusable {
		return func(p *Page) fyne.Focusable {
			p.form.more.setOpen(true)
			return pick(p.form.more)
		}
	}
	date := func(p *Page) fyne.Focusable { return p.form.exam.date.Focusable() }
	start := func(p *Page) fyne.Focusable { return p.form.exam.start.Focusable() }
	monday := func(p *Page) fyne.Focusable { return p.form.hours.weekdays[0] }
	weight := func(p *Page) fyne.Focusable { return p.form.domains.places[1].focus }
	for _, c := range []struct {
		name        string
		at          func(*Page) fyne.Focusable
		wrong, want string
		right       string
	}{
		{"exam in the past", date, "4 feb 2026", "4 February 2026 has passed. Choose the date of the sitting you are preparing for.", "4 feb 2027"},
		{"exam too far away", date, "4 feb 2033", "That is more than five years ahead, further than Milepost plans.", "4 feb 2027"},
		{"no date at all", date, "soon", "", "4 feb 2027"},
		{"start after the exam", start, "1 mar 2030", "The start lies after the exam. Choose a day before 15 February 2027.", "today"},
		{"more than a day holds", monday, "17 h", "Monday: A day holds at most 16 h of study.", "2 h"},
		{"no time", monday, "plenty", "Monday: Write a time like 90, 1:30 or 1 h 30.", "2 h"},
		{"a weight that is none", weight, "much", "Write a number, like 12.5.", "12.5"},
		{"a negative weight", weight, "-5", "A weight cannot be negative.", "0"},
		{"a weight that is too large", weight, "1200", "At most 1000%.", "15"},
		{"a name that is too long", more(func(c *moreCard) fyne.Focusable { return c.name }), strings.Repeat("x", 201), "At most 200 characters; these are 206.", "y"},
		{"no session length", more(func(c *moreCard) fyne.Focusable { return c.session }), "0", "A session takes from 10 min to 4 h.", "50"},
		{"a session that is too long", more(func(c *moreCard) fyne.Focusable { return c.session }), "5 h", "A session takes from 10 min to 4 h.", "50"},
		{"a mock that is too long", more(func(c *moreCard) fyne.Focusable { return c.mock }), "11 h", "A full mock takes from 10 min to 10 h.", "3 h"},
		{"no target", more(func(c *moreCard) fyne.Focusable { return c.target }), "0", "Between 1% and 100%.", "70"},
		{"too much held back", more(func(c *moreCard) fyne.Focusable { return c.buffer }), "60", "At most half of the time can be held back.", "50"},
		{"no pass line", more(func(c *moreCard) fyne.Focusable { return c.passLine }), "0", "Between 1% and 100%.", "70"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p, s := openSized(t, stage.OpenApp(t, nil), fyne.NewSize(1072, 1400))
			field := c.at(p)
			if c.want == "At most 200 characters; these are 206." {
				w.Focus(field)
				w.Shortcut(&fyne.ShortcutPaste{Clipboard: clip(c.wrong)})
			} else {
				enter(w, field, c.wrong)
			}
			if c.want != "" {
				wantUnder(t, w, field, c.want)
			}
			w.Canvas().Unfocus()
			p.Save()
			w.Settle()
			if w.Focused() != field {
				t.Errorf("Save leads to %T and not to the field", w.Focused())
			}
			if _, err := s.model.Current(t.Context()); !errors.Is(err, app.ErrNoStudy) || len(s.Opened) > 0 {
				t.Fatalf("a study was stored: %v", err)
			}
			w.Shortcut(&fyne.ShortcutSelectAll{})
			w.Type(c.right)
			w.Key(fyne.KeyTab)
			for _, text := range w.Texts() {
				if c.want != "" && text == c.want || strings.Contains(text, "to correct first") {
					t.Errorf("%q is still there", text)
				}
			}
			p.Save()
			if _, err := s.model.Current(t.Context()); err != nil {
				t.Errorf("put right, it is not stored: %v; on screen: %q", err, w.Texts())
			}
		})
	}
}

// clip is a clipboard that holds a text.
type clip string

func (c clip) Content() string { return string(c) }
func (clip) SetContent(string) {}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	w, p, _ := openSized(t, stage.OpenApp(t, nil), fyne.NewSize(1072, 1400))
	enter(w, p.form.exam.date.Focusable(), "1 jan 2020")
	enter(w, p.form.hours.weekdays[2], "20 h")
	enter(w, p.form.hours.weekdays[4], "x")
	enter(w, p.form.domains.places[0].focus, "-1")
	for _, text := range []string{"1 January 2020 has passed", "Wednesday: A day holds at most 16 h", "Friday: Write a time", "A weight cannot be negative"} {
		w.WantText(text)
	}
	w.WantText("2 things to correct first") // what cannot be read is not known to the planner
	w.TapText("Go there")
	if w.Focused() != p.form.exam.date.Focusable() {
		t.Errorf("Go there leads to %T", w.Focused())
	}
}

func TestAMistakeInTheClosedPartOpensIt(t *testing.T) {
	w, p, _ := openSized(t, stage.OpenApp(t, nil), fyne.NewSize(1072, 1400))
	p.form.draft.Buffer = 0.9
	p.form.show(p.form.draft)
	p.answerAgain()
	if !p.form.more.fields.Hidden {
		t.Fatal("the part is open already")
	}
	p.Save()
	w.Settle()
	if w.Focused() != p.form.more.buffer {
		t.Fatalf("Save leads to %T", w.Focused())
	}
	wantUnder(t, w, p.form.more.buffer, "At most half of the time can be held back.")
}

func TestEscapeTakesBackWhatCannotBeRead(t *testing.T) {
	w, p, _ := open(t, stage.OpenApp(t, nil))
	for _, field := range []fyne.Focusable{p.form.exam.date.Focusable(), p.form.hours.weekdays[0], p.form.domains.places[0].focus} {
		before := len(w.Texts())
		enter(w, field, "zzz")
		w.WantText("zzz")
		w.Focus(field)
		w.Key(fyne.KeyEscape)
		w.Canvas().Unfocus()
		w.Settle()
		w.WantNoText("zzz")
		if got := len(w.Texts()); got != before {
			t.Errorf("%T: %d texts before and %d after: %q", field, before, got, w.Texts())
		}
	}
}

func TestEveryFieldOfTheFormatsHasAName(t *testing.T) {
	s := planner.Study{Domains: []planner.StudyDomain{{Domain: planner.Domain{Name: "Risk"}}}}
	for field, want := range map[string]string{
		"exam_date": "Exam date", "start": "Start", "availability.sun": "Sunday", "days.2026-12-05": "Special days", "days_off[3]": "Days off",
		"domains[0].weight": "Risk", "domains": "Domains", "target": labelTarget, "mocks_wanted": labelMocks, "questions": "questions", "": "",
	} {
		if got := fieldName(field, s); got != want {
			t.Errorf("%q is called %q, want %q", field, got, want)
		}
	}
}

func TestAnErrorOfNoFieldStandsBelowTheForm(t *testing.T) {
	w, p, _ := openSized(t, stage.OpenApp(t, nil), fyne.NewSize(1072, 1400))
	p.form.showErrors([]error{&planner.FieldError{Field: "questions", Reason: "0 is out of range (1 to 1000)"}, errors.New("the disk is full")})
	w.Settle()
	w.WantText("questions: 0 is out of range (1 to 1000).\nThe disk is full.")
	p.form.showErrors(nil)
	w.WantNoText("The disk is full.")
}

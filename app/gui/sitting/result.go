package sitting

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// Recorder stores how a sitting went.
type Recorder interface {
	RecordResult(ctx context.Context, s planner.Sitting) (planner.Sitting, error)
}

// Result asks how a sitting went that was or was not passed. known fills the form; one with nothing but a date begins a new one. back gives the keyboard back.
func Result(shell kit.Shell, m Recorder, study planner.Study, today planner.Date, known planner.Sitting, back func()) {
	f := newResultForm(study, today, known)
	title, told := lang.T("Not this time"), lang.T("Recorded. What you have learned stays yours")
	if known.Passed {
		title, told = lang.T("You passed"), lang.T("Recorded. Congratulations")
	}
	widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: title, Confirm: lang.T("Record"), Width: resultWidth * float32(shell.TextScale()), First: f.day.Focusable(), Content: f.content(), Return: back,
		OnConfirm: func() error {
			s, err := f.sitting()
			if err != nil {
				return kit.Plain(err)
			}
			if _, err := m.RecordResult(context.Background(), s); err != nil {
				return kit.Plain(err)
			}
			shell.SayUndoable(told)
			return nil
		},
	})
}

// resultWidth is the width of the dialog at the usual text size: a domain's name beside four choices.
const resultWidth = 640

// The ways a score report speaks of domains.
const (
	inBands = iota
	inPercent
)

// resultForm asks for the day and, of a sitting that was not passed, for what the score report says of each domain.
type resultForm struct {
	study    planner.Study
	known    planner.Sitting
	day      *widgets.DateField
	way      *widgets.Segmented
	bands    []*widgets.Segmented
	percents []*widgets.NumberEntry
	domains  *fyne.Container
	note     *widgets.Entry
}

// bandChoices are what a domain can be given; the first is nothing.
var bandChoices = []string{lang.Key("not told"), lang.Key("above"), lang.Key("near"), lang.Key("below")}

func newResultForm(study planner.Study, today planner.Date, known planner.Sitting) *resultForm {
	f := &resultForm{study: study, known: known, domains: widgets.NewColumn(look.Space)}
	f.day = widgets.NewDateField(widgets.DateSpec{Today: today, Max: today}, nil)
	f.day.SetDate(known.Date)
	f.way = widgets.NewSegmented([]string{lang.T("Above, near, below"), lang.T("Percentages")}, func(int) { f.showDomains() })
	f.note = widgets.NewEntry("", nil)
	f.note.Load(known.Note)
	for range study.Domains {
		f.bands = append(f.bands, widgets.NewSegmented(lang.All(bandChoices), nil))
		f.percents = append(f.percents, widgets.NewNumberEntry(lang.T("not told"), widgets.NumberSpec{Min: 0, Max: 100, Step: 1}, nil))
	}
	for _, r := range known.Results {
		f.load(r)
	}
	f.showDomains()
	return f
}

// load puts a known result into its domain's fields.
func (f *resultForm) load(r planner.DomainResult) {
	i := f.study.DomainIndex(r.Domain)
	if i < 0 {
		return
	}
	if r.HasPercent {
		f.way.SetSelected(inPercent)
		f.percents[i].LoadValue(int(r.Percent + 0.5))
		return
	}
	for at, b := range planner.Bands {
		if b == r.Band {
			f.bands[i].SetSelected(at + 1)
		}
	}
}

func (f *resultForm) content() fyne.CanvasObject {
	day := widgets.NewField(lang.T("Day of the exam"), f.day)
	note := widgets.NewField(lang.T("Note (may stay empty)"), f.note)
	if f.known.Passed {
		return widgets.NewColumn(look.SpaceCard, widgets.NewParagraph(lang.T("Well done. All that work has come to something."), widgets.StyleMuted), day, note)
	}
	return widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(lang.T("It happens to good candidates. Your score report says how each domain came out against the standard; copy what it says, and the next plan starts from there."), widgets.StyleMuted),
		day, widgets.NewField(lang.T("Your report speaks of"), widgets.NewFlow("", f.way)), f.domains, note)
}

// showDomains shows a line for each domain, in the report's own way.
func (f *resultForm) showDomains() {
	var rows []fyne.CanvasObject
	for i, d := range f.study.Domains {
		var field fyne.CanvasObject = f.bands[i]
		if f.way.Selected() == inPercent {
			field = f.percents[i]
		}
		rows = append(rows, widgets.NewWeightedColumns(look.SpaceCard, []float32{1, 1},
			widgets.NewEllipsisText(fmt.Sprintf("D%d %s", i+1, d.Name), widgets.StyleBody), field))
	}
	f.domains.Objects = rows
	f.domains.Refresh()
}

// sitting is what was said; the error says what is missing.
func (f *resultForm) sitting() (planner.Sitting, error) {
	s := planner.Sitting{ID: f.known.ID, Passed: f.known.Passed, Note: f.note.Text}
	var err error
	if s.Date, err = f.day.Read(); err != nil || s.Passed {
		return s, err
	}
	for i, d := range f.study.Domains {
		r := planner.DomainResult{Domain: d.ID}
		if f.way.Selected() == inPercent {
			n, ok := f.percents[i].Value()
			if !ok && f.percents[i].Text != "" {
				return s, &planner.FieldError{Field: "domains." + d.ID, Reason: lang.T("D%d: write a whole percentage from 0 to 100, or leave it empty", i+1)}
			}
			r.Percent, r.HasPercent = float64(n), ok
		} else if at := f.bands[i].Selected(); at > 0 {
			r.Band = planner.Bands[at-1]
		}
		if r.HasPercent || r.Band != "" {
			s.Results = append(s.Results, r)
		}
	}
	return s, nil
}

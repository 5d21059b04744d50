package reports

import (
	"slices"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/app/report"
	"milepost/planner"
)

// The choices, in the order shown.
var (
	periods     = []app.ReportPeriod{app.PeriodAll, app.PeriodSinceLast, app.PeriodFourWeeks, app.PeriodOwn}
	periodNames = []string{lang.Key("All of it, up to today"), lang.Key("Since the last report"), lang.Key("The last four weeks"), lang.Key("Days of your choice")}
	papers      = []report.Paper{report.A4, report.Letter}
	formatNames = []string{lang.Key("PDF, for paper"), lang.Key("HTML, a page for browsers"), lang.Key("Markdown, with pictures"), lang.Key("CSV, figures as text"), lang.Key("Excel, figures in sheets")} // as report.Formats
)

// form is what a report tells, and how it is made.
type form struct {
	page      *Page
	what, how *widgets.Card

	period   *widgets.SelectField
	from, to *widgets.DateField
	days     *fyne.Container // from and to; hidden for other periods
	author   *widgets.Entry
	parts    []*widgets.Check // as report.Parts
	notes    *fyne.Container  // a check for each note, hidden unless notes are told
	noteIDs  []string

	format   *widgets.SelectField
	paper    *widgets.Segmented
	language *widgets.SelectField
}

func newForm(p *Page) *form {
	f := &form{page: p}
	f.period = widgets.NewSelectField(lang.T("Choose a period"), lang.All(periodNames), f.onPeriod)
	f.from = widgets.NewDateField(widgets.DateSpec{Today: p.model.Today(), Max: p.model.Today(), WeekStart: lang.FirstWeekday()}, func(planner.Date) { f.onDays() })
	f.to = widgets.NewDateField(widgets.DateSpec{Today: p.model.Today(), Max: p.model.Today(), WeekStart: lang.FirstWeekday()}, func(planner.Date) { f.onDays() })
	f.days = widgets.NewEqualColumns(look.Space, 150, widgets.NewField(lang.T("From"), f.from), widgets.NewField(lang.T("To"), f.to))
	f.author = widgets.NewEntry(lang.T("Nobody is named"), f.onAuthor)
	checks := make([]fyne.CanvasObject, 0, len(report.Parts()))
	for _, part := range report.Parts() {
		check := widgets.NewCheck(report.PartName(part), func(bool) { f.onParts() })
		f.parts = append(f.parts, check)
		checks = append(checks, check)
	}
	f.notes = widgets.NewColumn(look.SpaceTight)
	f.what = widgets.NewCard(lang.T("What it tells"), widgets.NewColumn(look.SpaceCard,
		widgets.NewColumn(look.Space, widgets.NewField(lang.T("Period"), f.period), f.days),
		widgets.NewColumn(look.Space, checks...), f.notes,
		widgets.NewField(lang.T("Name on it"), f.author),
	))
	f.format = widgets.NewSelectField(lang.T("Choose a format"), lang.All(formatNames), f.onFormat)
	f.paper = widgets.NewSegmented([]string{"A4", lang.T("US Letter")}, f.onPaper)
	f.language = widgets.NewSelectField(lang.T("Choose a language"), languageNames(), f.onLanguage)
	f.how = widgets.NewCard(lang.T("How it is made"), widgets.NewColumn(look.SpaceCard,
		widgets.NewField(lang.T("Format"), f.format), widgets.NewField(lang.T("Paper"), f.paper), widgets.NewField(lang.T("Language"), f.language),
	))
	return f
}

// languageNames are the choices of language; the first is the window's.
func languageNames() []string {
	names := []string{lang.T("As the window")}
	for _, l := range lang.Languages() {
		names = append(names, l.Name())
	}
	return names
}

// show puts the choices into the form.
func (f *form) show() {
	c := f.page.choices
	f.period.SetSelected(slices.Index(periods, c.Period))
	f.days.Hidden = c.Period != app.PeriodOwn
	for _, d := range []*widgets.DateField{f.from, f.to} {
		d.Spec.Today, d.Spec.Max = f.page.model.Today(), f.page.model.Today()
	}
	f.author.Load(c.Author)
	for i, part := range report.Parts() {
		f.parts[i].SetOn(slices.Contains(c.Parts, string(part)) || len(c.Parts) == 0 && part != report.PartNotes)
	}
	f.format.SetSelected(slices.Index(report.Formats(), f.page.format()))
	f.paper.SetSelected(slices.Index(papers, f.page.paperSize()))
	f.language.SetSelected(slices.Index(lang.Languages(), lang.Language(c.Language)) + 1)
	f.what.Refresh()
	f.how.Refresh()
}

func (f *form) onPeriod(i int) {
	c := &f.page.choices
	c.Period = periods[i]
	if c.Period == app.PeriodOwn && c.Own.First.IsZero() {
		c.Own = planner.DateRange{First: f.page.progress.Period.First, Last: f.page.model.Today()}
		f.from.SetDate(c.Own.First)
		f.to.SetDate(c.Own.Last)
	}
	f.days.Hidden = c.Period != app.PeriodOwn
	f.what.Refresh()
	f.page.chosen()
}

func (f *form) onDays() {
	f.page.choices.Own = planner.DateRange{First: f.from.Date(), Last: f.to.Date()}
	f.page.preview()
}

func (f *form) onAuthor(text string) {
	if planner.CheckText("author", text, planner.MaxNameRunes) == nil {
		f.page.choices.Author = text
		f.page.chosen()
	}
}

// onParts keeps which parts are told; all but the notes is kept as no choice, so that a part that is added later is told too.
func (f *form) onParts() {
	var parts []string
	whole := true
	for i, part := range report.Parts() {
		on := f.parts[i].On
		if on {
			parts = append(parts, string(part))
		}
		whole = whole && on == (part != report.PartNotes)
	}
	if whole {
		parts = nil
	}
	if parts == nil && !whole { // nothing at all is nothing to show: the last one stays
		f.show()
		return
	}
	f.page.choices.Parts = parts
	f.showNotes(f.page.progress)
	f.page.chosen()
}

// mostNotes is how many notes can be chosen from: the latest.
const mostNotes = 30

// showNotes offers the notes of the period, each chosen until it is left out.
func (f *form) showNotes(p app.Progress) {
	told := slices.Contains(f.page.choices.Parts, string(report.PartNotes))
	notes := p.Notes[max(len(p.Notes)-mostNotes, 0):]
	var ids []string
	for _, n := range notes {
		ids = append(ids, n.ID)
	}
	if !told {
		notes = nil
	}
	f.notes.Hidden = len(notes) == 0
	if slices.Equal(ids, f.noteIDs) && len(f.notes.Objects) == len(notes) {
		return
	}
	if !slices.Equal(ids, f.noteIDs) {
		f.noteIDs, f.page.notes = ids, slices.Clone(ids)
	}
	f.notes.Objects = nil
	for _, n := range notes {
		check := widgets.NewCheck(phrase.ShortDay(n.Date)+": "+clipped(n.Text), nil)
		check.SetOn(slices.Contains(f.page.notes, n.ID))
		check.OnChanged = func(on bool) { f.onNote(n.ID, on) }
		f.notes.Add(check)
	}
	f.what.Refresh()
}

// clipped is the beginning of a note.
func clipped(text string) string {
	const most = 34
	runes := []rune(text)
	for i, r := range runes {
		if r == '\n' {
			runes = runes[:i]
			break
		}
	}
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}

func (f *form) onNote(id string, on bool) {
	f.page.notes = slices.DeleteFunc(f.page.notes, func(x string) bool { return x == id })
	if on {
		f.page.notes = append(f.page.notes, id)
	}
	f.page.draw()
}

func (f *form) onFormat(i int) {
	f.page.choices.Format = string(report.Formats()[i])
	f.page.keep()
}

func (f *form) onPaper(i int) {
	f.page.choices.Paper = string(papers[i])
	f.page.chosen()
}

func (f *form) onLanguage(i int) {
	f.page.choices.Language = ""
	if i > 0 {
		f.page.choices.Language = string(lang.Languages()[i-1])
	}
	f.page.chosen()
}

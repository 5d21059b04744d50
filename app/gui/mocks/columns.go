package mocks

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// leastColumns is how many columns there always are: those further right are left out where there is no room, and stand below the table in full.
const leastColumns = 3

// columns are all columns of the table; fillBars shows the domains of a row in small bars. Where mocks lie in several years, dates have theirs.
func columns(years bool, fillBars func(fyne.CanvasObject, widgets.TableRow)) []widgets.Column {
	return []widgets.Column{
		{Title: lang.T("Date"), MinWidth: 50, Samples: phrase.EachMonth(func(d planner.Date) string { return date(d, years) }), Less: byMock(func(a, b planner.Mock) bool { return a.Date.Before(b.Date) })},
		{Title: lang.T("Source"), MinWidth: 104, Weight: 3, Less: byMock(func(a, b planner.Mock) bool { return strings.ToLower(a.Source) < strings.ToLower(b.Source) })},
		{Title: lang.T("Score"), MinWidth: 34, Samples: []string{phrase.Share(0.88)}, Align: fyne.TextAlignTrailing, Less: byMock(func(a, b planner.Mock) bool { return a.Share() < b.Share() })},
		{Title: lang.T("By domain"), MinWidth: 64, NewObject: func() fyne.CanvasObject { return widgets.NewMiniBars() }, FillObject: fillBars},
		{Title: lang.T("Conditions"), MinWidth: 96, Samples: []string{phrase.Conditions(planner.Mock{Timed: true, FirstAttempt: true, Minutes: 188})}},
		{Title: lang.T("Correct"), MinWidth: 50, Samples: []string{"188/250"}, Align: fyne.TextAlignTrailing},
		{Title: lang.T("Note"), MinWidth: 72, Weight: 2},
	}
}

func byMock(less func(a, b planner.Mock) bool) func(a, b widgets.TableRow) bool {
	return func(a, b widgets.TableRow) bool { return less(a.Data.(planner.Mock), b.Data.(planner.Mock)) }
}

func date(d planner.Date, years bool) string {
	if years {
		return lang.ShortDate(d)
	}
	return phrase.ShortDay(d)
}

// inSeveralYears tells whether a day does not say its year by itself.
func inSeveralYears(mocks []planner.Mock) bool {
	return slices.ContainsFunc(mocks, func(m planner.Mock) bool { return m.Date.Year != mocks[0].Date.Year })
}

// tableRow is a mock as a row.
func tableRow(m planner.Mock, years bool) widgets.TableRow {
	correct := ""
	if c, n := m.Counts(); n > 0 {
		correct = fmt.Sprintf("%d/%d", c, n)
	}
	return widgets.TableRow{ID: m.ID, Data: m, Cells: []widgets.Cell{
		{Text: date(m.Date, years)}, {Text: m.Source}, {Text: phrase.Share(m.Share()), Style: widgets.StyleStrong}, {},
		{Text: phrase.Conditions(m)}, {Text: correct}, {Text: strings.ReplaceAll(m.Note, "\n", " "), Style: widgets.StyleMuted},
	}}
}

// matches tells whether each of some words, in small letters, stands in what the table and the detail say of a mock.
func matches(m planner.Mock, words []string) bool {
	text := strings.ToLower(strings.Join([]string{m.Source, phrase.Conditions(m), lang.Date(m.Date), m.Note}, "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

// Package backuplist shows backups as the rows of a table, in words.
package backuplist

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// columns are all columns, the dispensable ones last.
var columns = []widgets.Column{
	{Title: lang.Key("Made"), MinWidth: 104, Weight: 1},
	{Title: lang.Key("What is in it"), MinWidth: 150, Weight: 3},
	{Title: lang.Key("Why"), MinWidth: 92, Weight: 1},
	{Title: lang.Key("Size"), MinWidth: 56, Align: fyne.TextAlignTrailing},
}

// wideWindow is the width of the window, in logical pixels at the usual text size, from which the table has room for all columns.
const wideWindow = 760

func row(x app.Backup, now time.Time) widgets.TableRow {
	holds := widgets.Cell{Text: Holds(x.Contents)}
	switch {
	case !x.Restorable():
		holds = widgets.Cell{Text: lang.T("%s: it cannot be restored", lang.Capital(lang.Said(string(x.State)))), Style: widgets.StyleBody.In(look.ColorBad)}
	case x.Problem != "":
		holds.Text += lang.T("; changed since it was made")
	}
	why := cmp.Or(lang.Capital(lang.Said(x.Reason.Words())), lang.T("Another file"))
	if x.Second {
		why += lang.T(", second folder")
	}
	return widgets.TableRow{
		ID: x.Path, Data: x,
		Cells: []widgets.Cell{{Text: lang.Capital(Moment(x.At, now))}, holds, {Text: why, Style: widgets.StyleMuted}, {Text: size(x.Size), Style: widgets.StyleMuted}},
	}
}

// Holds says what is in a data file: "2 studies, 51 sessions done, 12 mocks".
func Holds(c app.Contents) string {
	words := lang.T("%s, %s done, %s", lang.N(c.Studies, "%d study", "%d studies", c.Studies), lang.N(c.Done, "%d session", "%d sessions", c.Done), lang.N(c.Mocks, "%d mock", "%d mocks", c.Mocks))
	if c.Sittings > 0 {
		words += ", " + lang.N(c.Sittings, "%d sitting", "%d sittings", c.Sittings)
	}
	return words
}

// Moment says when something was, the nearer the shorter.
func Moment(at, now time.Time) string {
	at = at.In(now.Location())
	switch midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location()); {
	case at.After(now):
		return lang.ShortDate(planner.DateOf(at)) + ", " + at.Format("15:04")
	case !at.Before(midnight):
		return lang.T("today, %s", at.Format("15:04"))
	case !at.Before(midnight.AddDate(0, 0, -1)):
		return lang.T("yesterday, %s", at.Format("15:04"))
	case at.Year() == now.Year():
		return lang.ShortDay(planner.DateOf(at)) + ", " + at.Format("15:04")
	}
	return lang.ShortDate(planner.DateOf(at)) + ", " + at.Format("15:04")
}

func size(bytes int64) string {
	const kilo, mega = 1000, 1000 * 1000
	if bytes < mega {
		return fmt.Sprintf("%d kB", (bytes+kilo-1)/kilo)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/mega)
}

// Columns are the columns of the table in a window of a width, given in logical pixels at the usual text size.
func Columns(window float32) []widgets.Column {
	if window < wideWindow {
		return said(columns[:2])
	}
	return said(columns)
}

// said gives columns their titles in the language in use.
func said(keys []widgets.Column) []widgets.Column {
	out := slices.Clone(keys)
	for i := range out {
		out[i].Title = lang.Of(out[i].Title)
	}
	return out
}

// Rows are the rows of the table.
func Rows(list []app.Backup, now time.Time) []widgets.TableRow {
	rows := make([]widgets.TableRow, 0, len(list))
	for _, x := range list {
		rows = append(rows, row(x, now))
	}
	return rows
}

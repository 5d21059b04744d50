package mocks

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/files"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// importDialog reads a file of mocks, shows what was made of it, asks what the file does not say, and records the mocks when told to.
type importDialog struct {
	page    *Page
	dialog  *widgets.Dialog
	study   planner.Study
	file    *widgets.Entry
	source  *widgets.Entry
	inside  *fyne.Container // what was found
	columns map[int]app.MockColumn
	order   app.DateOrder
	also    bool // record what is recorded already, too
	found   *app.MockFile
}

// onImport asks for a file of mocks.
func (p *Page) onImport() {
	v, err := p.model.Mocks(context.Background())
	if err != nil {
		p.shell.Fail(lang.T("The mocks could not be read"), err)
		return
	}
	d := &importDialog{page: p, study: v.Study, inside: widgets.NewColumn(look.SpaceCard), columns: map[int]app.MockColumn{}}
	home, _ := os.UserHomeDir() // "" where there is none: then a path has to be typed
	d.file = files.NewPathEntry(home+string(filepath.Separator), func(string) { d.forget() })
	d.file.OnKey = func(key *fyne.KeyEvent) bool {
		if (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) && d.found == nil {
			d.read()
			return true
		}
		return false
	}
	d.source = widgets.NewEntry(lang.T("Question bank or book"), func(string) { d.found = nil; d.dialog.SetConfirmable(false) })
	d.source.OnKey = d.file.OnKey
	choose := widgets.NewButton(lang.T("Choose a file…"), func() {
		files.Open(p.shell.Window(), files.Ask{
			Start: filepath.Dir(d.file.Text), Extensions: []string{".csv", ".tsv", ".txt"}, Chosen: func(path string) { d.file.SetText(path); d.read() },
			Failed: func(err error) { p.shell.Fail(lang.T("The file could not be opened"), err) },
		})
	})
	d.dialog = widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Mocks from a file"), Confirm: lang.T("Record"), First: d.file, Width: importWidth * float32(p.shell.TextScale()), OnConfirm: d.record,
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewField(lang.T("File"), d.file), widgets.NewFlow(look.Space, choose, widgets.NewButton(lang.T("Look at it"), d.read)),
			widgets.NewField(lang.T("Source, for lines that do not say"), d.source), d.inside),
	})
	d.forget()
}

// importWidth is the width of the dialog at the usual text size: room for the columns of a spreadsheet.
const importWidth = 720

// forget is for another file.
func (d *importDialog) forget() {
	d.found, d.columns, d.order = nil, map[int]app.MockColumn{}, app.DateOrderUnknown
	d.dialog.SetConfirmable(false)
	d.dialog.SetError("")
	d.inside.Objects = []fyne.CanvasObject{widgets.NewParagraph(lang.T("A CSV file as spreadsheets save them: a line for each mock or for each domain of a mock. Nothing is recorded before you have seen what was made of it."), widgets.StyleMuted)}
	d.refresh()
}

func (d *importDialog) refresh() {
	d.inside.Refresh()
	d.dialog.Refresh()
}

// read looks at the file in the background.
func (d *importDialog) read() {
	var got app.MockFile
	path := strings.TrimSpace(d.file.Text)
	job := d.page.model.ReadMocksJob(path, app.MockFileOptions{Source: strings.TrimSpace(d.source.Text), Columns: d.columns, DateOrder: d.order})
	d.page.shell.Run("read mocks", func(ctx context.Context) (err error) {
		got, err = job(ctx)
		return err
	}, func(err error) {
		if strings.TrimSpace(d.file.Text) != path {
			return // another one was named meanwhile
		}
		d.show(got, err)
	})
}

// show tells what was found. A file that cannot be used as it is shows its columns all the same, to be matched by hand.
func (d *importDialog) show(f app.MockFile, err error) {
	d.found = nil
	d.inside.Objects = nil
	if len(f.Columns) > 0 {
		d.inside.Add(d.matching(f))
	}
	if err != nil {
		d.dialog.SetConfirmable(false)
		d.dialog.SetError(kit.Plain(err).Error())
		d.refresh()
		return
	}
	d.dialog.SetError("")
	d.found = &f
	if f.AskDateOrder || d.order != app.DateOrderUnknown {
		d.inside.Add(d.askOrder(f))
	}
	d.inside.Add(widgets.NewText(lang.N(len(f.Mocks), "%d mock", "%d mocks", len(f.Mocks)), widgets.StyleStrong))
	if len(f.Mocks) > 0 {
		d.inside.Add(mockTable(f))
	}
	for _, n := range f.Notices {
		d.inside.Add(widgets.NewParagraph(lang.Said(n), widgets.StyleMuted))
	}
	if known := len(f.Mocks) - len(f.New()); known > 0 {
		also := widgets.NewCheck(lang.N(known, "Record also %d that is there already", "Record also %d that are there already", known), func(on bool) { d.also = on; d.confirmable() })
		also.SetOn(d.also)
		d.inside.Add(also)
	}
	d.addBadLines(f)
	d.confirmable()
	d.refresh()
}

// wanted are the mocks that would be recorded.
func (d *importDialog) wanted() []planner.Mock {
	switch {
	case d.found == nil || d.found.AskDateOrder && d.order == app.DateOrderUnknown:
		return nil
	case d.also:
		return d.found.All()
	}
	return d.found.New()
}

func (d *importDialog) confirmable() { d.dialog.SetConfirmable(len(d.wanted()) > 0) }

// mostBad is how many lines that cannot be used are shown.
const mostBad = 8

func (d *importDialog) addBadLines(f app.MockFile) {
	if len(f.Bad) == 0 {
		return
	}
	d.inside.Add(widgets.NewText(lang.N(len(f.Bad), "%d line cannot be used, and is left out", "%d lines cannot be used, and are left out", len(f.Bad)), widgets.StyleStrong.In(look.ColorBad)))
	lines := widgets.NewColumn(look.SpaceTight)
	for i, b := range f.Bad {
		if i == mostBad {
			lines.Add(widgets.NewParagraph(lang.T("and %d more", len(f.Bad)-mostBad), widgets.StyleMuted))
			break
		}
		words := lang.T("Line %d: %s", b.Line, lang.Said(b.Reason))
		if n := len(b.Others); n > 0 {
			words += " " + lang.N(n, "%d other line of the same mock is left out with it.", "%d other lines of the same mock are left out with it.", n)
		}
		lines.Add(widgets.NewParagraph(words, widgets.StyleSmall))
	}
	d.inside.Add(lines)
}

// askOrder lets the person say how dates are read that can be read in two ways.
func (d *importDialog) askOrder(f app.MockFile) fyne.CanvasObject {
	orders := []app.DateOrder{app.DayMonthYear, app.MonthDayYear}
	choice := widgets.NewSegmented([]string{lang.T("Day first"), lang.T("Month first")}, func(i int) {
		d.order = orders[i]
		d.read()
	})
	choice.SetSelected(slices.Index(orders, f.DateOrder))
	if d.order == app.DateOrderUnknown {
		choice.SetSelected(-1)
	}
	return widgets.NewField(lang.T("How are its dates written? They can be read in both ways."), choice)
}

// mostColumns is how many columns can be matched by hand.
const mostColumns = 30

// matching shows what each column was taken for, with an example of it, and lets that be changed.
func (d *importDialog) matching(f app.MockFile) fyne.CanvasObject {
	kinds := columnKinds(d.study)
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = columnName(d.study, k)
	}
	var fields []fyne.CanvasObject
	for i, column := range f.Columns[:min(len(f.Columns), mostColumns)] {
		kinds, names := kinds, names
		at := slices.Index(kinds, column)
		if at < 0 { // something rare that is not offered, such as the questions of a domain
			kinds, names = append(slices.Clone(kinds), column), append(slices.Clone(names), columnName(d.study, column))
			at = len(kinds) - 1
		}
		choice := widgets.NewSelectField(lang.T("Left out"), names, func(chosen int) {
			d.columns[i] = kinds[chosen]
			d.read()
		})
		choice.SetSelected(at)
		fields = append(fields, widgets.NewField(columnTitle(f, i), choice))
	}
	return widgets.NewColumn(look.Space, widgets.NewText(lang.T("What the columns hold"), widgets.StyleStrong), widgets.NewEqualColumns(look.Space, 150, fields...))
}

// columnTitle is the heading of a column with an example: "Ergebnis: 62/125".
func columnTitle(f app.MockFile, i int) string {
	title := lang.T("Column %d", i+1)
	if i < len(f.Header) && strings.TrimSpace(f.Header[i]) != "" {
		title = f.Header[i]
	}
	for _, row := range f.Sample {
		if i < len(row) && strings.TrimSpace(row[i]) != "" {
			title += ": " + row[i]
			break
		}
	}
	const most = 26
	if runes := []rune(title); len(runes) > most {
		title = string(runes[:most]) + "…"
	}
	return title
}

// columnKinds are what a column may be taken for, most likely first.
func columnKinds(study planner.Study) []app.MockColumn {
	kinds := app.MockColumnNames()
	for _, domain := range study.Domains {
		kinds = append(kinds, app.MockDomainColumn(domain.ID))
	}
	return kinds
}

// columnName is what a column holds, in words.
func columnName(study planner.Study, c app.MockColumn) string {
	for i, d := range study.Domains {
		if c == app.MockDomainColumn(d.ID) {
			return fmt.Sprintf("D%d %s", i+1, d.Name)
		}
	}
	if name, ok := map[app.MockColumn]string{
		"date": lang.T("Date"), "source": lang.T("Source"), "domain": lang.T("Domain"), "correct": lang.T("Correct"), "total": lang.T("Questions"), "percent": lang.T("Percent"), "timed": lang.T("Timed"),
		"untimed": lang.T("Untimed"), "first_attempt": lang.T("First attempt"), "retake": lang.T("Questions met before"), "minutes": lang.T("Minutes"), "note": lang.T("Note"), "official": lang.T("Official"),
		"guess": lang.T("Guessed"), "mock": lang.T("Number of the mock"), "ignore": lang.T("Left out"),
	}[c]; ok {
		return name
	}
	return string(c)
}

// mockTable lists the mocks of a file.
func mockTable(f app.MockFile) fyne.CanvasObject {
	t := widgets.NewTable(
		widgets.Column{Title: lang.T("Date"), MinWidth: 100}, widgets.Column{Title: lang.T("Source"), MinWidth: 120, Weight: 1}, widgets.Column{Title: lang.T("Score"), MinWidth: 60, Align: fyne.TextAlignTrailing},
		widgets.Column{Title: lang.T("Correct"), MinWidth: 70, Align: fyne.TextAlignTrailing}, widgets.Column{Title: lang.T("Remark"), MinWidth: 150, Weight: 1},
	)
	t.MinRows = min(len(f.Mocks), 6)
	rows := make([]widgets.TableRow, len(f.Mocks))
	for i, p := range f.Mocks {
		correct, total := p.Mock.Counts()
		counts := "–"
		if total > 0 {
			counts = fmt.Sprintf("%d/%d", correct, total)
		}
		remark := ""
		if f.Recorded[i].ID != "" {
			remark = lang.T("recorded already")
		} else if len(p.Remarks) > 0 {
			remark = lang.Said(p.Remarks[0])
		}
		rows[i] = widgets.TableRow{ID: fmt.Sprint(i), Cells: []widgets.Cell{
			{Text: lang.ShortDate(p.Mock.Date)}, {Text: p.Mock.Source}, {Text: phrase.Share(p.Mock.Share())}, {Text: counts}, {Text: remark},
		}}
	}
	t.SetRows(rows)
	return t
}

// record stores the mocks; the dialog stays open while it cannot be done.
func (d *importDialog) record() error {
	wanted := d.wanted()
	if len(wanted) == 0 {
		return errors.New(lang.T("Choose a file first."))
	}
	if err := d.page.model.ImportMocks(context.Background(), wanted); err != nil {
		return kit.Plain(err)
	}
	d.page.shell.SayUndoable(lang.N(len(wanted), "Recorded %d mock", "Recorded %d mocks", len(wanted)))
	return nil
}

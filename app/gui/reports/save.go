package reports

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"milepost/app/gui/files"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/report"
	"milepost/planner"
)

// onSave asks for the file, with one proposed.
func (p *Page) onSave() {
	name := p.fileName(p.format())
	file := files.NewPathEntry(filepath.Join(p.startFolder(), name), nil)
	replace := widgets.NewCheck(lang.T("Replace an earlier file of that name"), nil)
	choose := widgets.NewButton(lang.T("Choose a folder…"), func() {
		files.Folder(p.shell.Window(), files.Ask{
			Start: filepath.Dir(file.Text), Chosen: func(folder string) { file.SetText(filepath.Join(folder, filepath.Base(file.Text))) },
			Failed: func(err error) { p.shell.Fail(lang.T("The folder could not be opened"), err) },
		})
	})
	widgets.ShowDialog(p.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Save the report"), Confirm: lang.T("Save"), First: file, Width: 560 * float32(p.shell.TextScale()),
		Content:   widgets.NewColumn(look.SpaceCard, widgets.NewField(lang.T("File"), file), widgets.NewFlow(look.Space, choose), replace),
		OnConfirm: func() error { return p.saveAs(strings.TrimSpace(file.Text), replace.On) },
	})
}

// fileName proposes a name: "ISSMP Progress report 2026-11-23.pdf".
func (p *Page) fileName(f report.Format) string {
	return p.named(p.progress.Study.ExamCode+" "+p.shown.Title, f)
}

// weeklyName tells the studies of one exam apart, whose reports may go into one folder: "ISSMP (2027-02-04) Progress report 2026-11-23.pdf".
func (p *Page) weeklyName() string {
	s := p.progress.Study
	return p.named(fmt.Sprintf("%s (%s) %s", s.Name, s.ExamDate, p.shown.Title), p.format())
}

// named is a name of a file, without signs that some system does not take.
func (p *Page) named(text string, f report.Format) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return ' '
		}
		return r
	}, text)
	return fmt.Sprintf("%s %s.%s", strings.Join(strings.Fields(name), " "), p.progress.Period.Last, f)
}

func (p *Page) startFolder() string {
	if p.choices.Folder != "" {
		return p.choices.Folder
	}
	if home, err := os.UserHomeDir(); err == nil {
		return home
	}
	return filepath.Dir(p.model.DataPath())
}

// saveAs writes what is shown; the dialog stays open while it cannot be done.
func (p *Page) saveAs(path string, replace bool) error {
	if !filepath.IsAbs(path) {
		return kit.Plain(&planner.FieldError{Field: "out", Reason: lang.T("write the whole path of the file, with its folders")})
	}
	if _, err := report.Save(p.shown, report.Target{Path: path, Format: p.format(), Paper: p.paperSize(), Replace: replace}, p.model.WriteFile); err != nil {
		return kit.Plain(err)
	}
	p.choices.Folder, p.choices.Last = filepath.Dir(path), p.progress.Period.Last
	p.keep()
	p.setReady(p.ready)
	p.shell.Say(lang.T("Saved %s", filepath.Base(path)))
	return nil
}

// onFolder shows where the last report is.
func (p *Page) onFolder() {
	if err := p.desktop.OpenPath(p.choices.Folder); err != nil {
		p.shell.Fail(lang.T("The folder could not be opened"), err)
	}
}

// onPrint opens the pages in the program for PDFs, which prints them: it knows the printers of this computer.
func (p *Page) onPrint() {
	d, paper := p.shown, p.paperSize()
	var path string
	p.shell.Run("print", func(context.Context) error {
		folder, err := os.MkdirTemp("", "milepost-print-") // its owner alone may read it; the system clears such folders
		if err != nil {
			return fmt.Errorf("make the pages: %w", err)
		}
		path = filepath.Join(folder, "report.pdf")
		_, err = report.Save(d, report.Target{Path: path, Format: report.PDF, Paper: paper}, p.model.WriteFile)
		return err
	}, func(err error) {
		if err = errors.Join(err, p.openPrinted(path, err)); err != nil {
			p.shell.Fail(lang.T("The pages could not be opened"), err)
			return
		}
		p.shell.Say(lang.T("The pages are open in your program for PDFs; print them there"))
	})
}

func (p *Page) openPrinted(path string, failed error) error {
	if failed != nil {
		return nil
	}
	return p.desktop.OpenPath(path)
}

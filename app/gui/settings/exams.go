package settings

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/gui/files"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// examsCard takes exams in from files, and writes those of the catalogue as files to be edited and passed on.
type examsCard struct {
	shell kit.Shell
	model Model
	card  *widgets.Card
	list  *fyne.Container // exams of one's own
}

func newExamsCard(shell kit.Shell, m Model) *examsCard {
	c := &examsCard{shell: shell, model: m, list: widgets.NewColumn(look.Space)}
	c.card = widgets.NewCard(lang.T("Exam files"), widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(lang.T("An exam is a small text file: its domains, their weights, the number of questions. Take one in that somebody passed on, or save one, edit it, and take it in under another id."), widgets.StyleMuted),
		c.list,
		widgets.NewFlow(look.Space, widgets.NewButton(lang.T("Take in a file…"), c.onTake), widgets.NewButton(lang.T("Save an exam…"), c.onSave)),
	))
	return c
}

func (c *examsCard) reload() {
	c.list.Objects = nil
	for _, e := range c.model.OwnExams() {
		remove := widgets.NewQuietButton(lang.T("Remove"), func() { c.onRemove(e) })
		words := widgets.NewColumn("", widgets.NewParagraph(examName(e), widgets.StyleStrong), widgets.NewParagraph(lang.N(len(e.Domains), "%d domain", "%d domains", len(e.Domains)), widgets.StyleCaption))
		c.list.Add(widgets.NewFillRow(0, look.Space, words, remove))
	}
	c.list.Hidden = len(c.list.Objects) == 0
	c.card.Refresh()
}

// examName tells an exam from others: "OK · Certified Orchard Keeper, 2026 outline".
func examName(e planner.Exam) string {
	name := e.Code + " · " + e.Title
	if e.Outline != "" {
		name += ", " + e.Outline
	}
	return name
}

// onTake asks for a file, and takes in what it holds.
func (c *examsCard) onTake() {
	home, _ := os.UserHomeDir() // "" where there is none: then a path has to be typed
	file := files.NewPathEntry(home+string(filepath.Separator), nil)
	replace := widgets.NewCheck(lang.T("Replace one of the same id"), nil)
	choose := widgets.NewButton(lang.T("Choose a file…"), func() {
		files.Open(c.shell.Window(), files.Ask{
			Start: filepath.Dir(file.Text), Extensions: []string{".toml", ".json"}, Chosen: func(path string) { file.SetText(path) },
			Failed: func(err error) { c.shell.Fail(lang.T("The file could not be opened"), err) },
		})
	})
	widgets.ShowDialog(c.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Take in an exam"), Confirm: lang.T("Take in"), First: file, Width: 560 * float32(c.shell.TextScale()),
		Content: widgets.NewColumn(look.SpaceCard, widgets.NewField(lang.T("File"), file), widgets.NewFlow(look.Space, choose), replace),
		OnConfirm: func() error {
			e, err := c.model.ReadExam(strings.TrimSpace(file.Text))
			if err == nil {
				err = c.model.TakeExam(context.Background(), e, replace.On)
			}
			if err != nil {
				return kit.Plain(err)
			}
			c.shell.Say(lang.T("%s is in the catalogue now", examName(e)))
			return nil
		},
	})
}

// onSave asks which exam and where to.
func (c *examsCard) onSave() {
	exams := c.model.Exams()
	names := make([]string, len(exams))
	for i, e := range exams {
		names[i] = examName(e)
	}
	home, _ := os.UserHomeDir()
	file := files.NewPathEntry(home+string(filepath.Separator), nil)
	which := widgets.NewSelectField(lang.T("Choose an exam"), names, func(i int) {
		file.SetText(filepath.Join(filepath.Dir(file.Text), exams[i].ID+".toml"))
	})
	replace := widgets.NewCheck(lang.T("Replace an earlier file of that name"), nil)
	widgets.ShowDialog(c.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Save an exam as a file"), Confirm: lang.T("Save"), First: which, Width: 560 * float32(c.shell.TextScale()),
		Content: widgets.NewColumn(look.SpaceCard, widgets.NewField(lang.T("Exam"), which), widgets.NewField(lang.T("File"), file), replace),
		OnConfirm: func() error {
			id := ""
			if i := which.Selected(); i >= 0 {
				id = exams[i].ID
			}
			write, err := c.model.ExamFile(id)
			if err == nil {
				err = c.model.WriteFile(strings.TrimSpace(file.Text), replace.On, write)
			}
			if err != nil {
				return kit.Plain(err)
			}
			c.shell.Say(lang.T("Saved %s", filepath.Base(strings.TrimSpace(file.Text))))
			return nil
		},
	})
}

func (c *examsCard) onRemove(e planner.Exam) {
	widgets.ShowDialog(c.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Remove this exam?"), Danger: true, Confirm: lang.T("Remove"),
		Content: widgets.NewParagraph(lang.T("%s leaves the catalogue. Studies that prepare for it keep their domains and figures.", examName(e)), widgets.StyleBody),
		OnConfirm: func() error {
			if err := c.model.DropExam(context.Background(), e.ID); err != nil {
				return kit.Plain(err)
			}
			return nil
		},
	})
}

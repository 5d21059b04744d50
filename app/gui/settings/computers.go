package settings

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/backuplist"
	"milepost/app/gui/files"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// computersCard brings two computers together: it writes everything for the other one, merges what the other one wrote, and shows
// what was changed on both.
type computersCard struct {
	shell     kit.Shell
	model     Model
	card      *widgets.Card
	conflicts *fyne.Container // hidden while there are none
	title     *widgets.Text
	list      *fyne.Container
}

func newComputersCard(shell kit.Shell, m Model) *computersCard {
	c := &computersCard{shell: shell, model: m, title: widgets.NewText("", widgets.StyleStrong), list: widgets.NewColumn(look.SpaceCard)}
	c.conflicts = widgets.NewColumn(look.SpaceCard, widgets.NewSeparator(), c.title, c.list)
	c.card = widgets.NewCard(lang.T("Two computers"), widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(lang.T("Export on one, import on the other: everything comes together. What was done on either stays done, of two changes to the same thing the later is kept and the other shown here, and one Undo takes an import back."), widgets.StyleMuted),
		widgets.NewFlow(look.Space, widgets.NewButton(lang.T("Export…"), c.onExport), widgets.NewButton(lang.T("Import…"), c.onImport)),
		c.conflicts,
	))
	return c
}

func (c *computersCard) reload() {
	list, err := c.model.Conflicts(context.Background())
	if err != nil {
		list = nil
	}
	c.conflicts.Hidden = len(list) == 0
	c.title.SetText(lang.N(len(list), "%d thing was changed on both computers", "%d things were changed on both computers", len(list)))
	c.list.Objects = c.list.Objects[:0:0]
	for _, x := range list[:min(len(list), mostConflicts)] {
		c.list.Add(c.conflictRow(x))
	}
	if more := len(list) - mostConflicts; more > 0 {
		c.list.Add(widgets.NewParagraph(lang.T("and %d more, which follow when these are decided", more), widgets.StyleMuted))
	}
	c.card.Refresh()
}

// mostConflicts is how many are shown at once.
const mostConflicts = 20

// conflictRow shows what is here and what was there, and lets one choose.
func (c *computersCard) conflictRow(x app.Conflict) fyne.CanvasObject {
	at := ""
	if !x.At.IsZero() {
		at = ", " + lang.T("changed %s", backuplist.Moment(x.At, c.shell.Now()))
	}
	title := x.Title
	if x.Study != "" {
		title += " · " + x.Study
	}
	words := widgets.NewColumn(look.SpaceTight,
		widgets.NewParagraph(title, widgets.StyleStrong),
		widgets.NewParagraph(lang.T("Kept: %s", orRemoved(x.Here)), widgets.StyleBody),
		widgets.NewParagraph(lang.T("Not kept: %s", orRemoved(x.There)+at), widgets.StyleBody),
	)
	if len(x.Differences) > 0 {
		words.Add(widgets.NewParagraph(differenceWords(x.Differences), widgets.StyleMuted))
	}
	settle := func(what string, decide func(context.Context, string) error) func() {
		return func() {
			if err := decide(context.Background(), x.ID); err != nil {
				c.shell.Fail(lang.T("This could not be decided"), err)
				return
			}
			c.shell.SayUndoable(what)
		}
	}
	return widgets.NewWeightedColumns(look.SpaceCard, []float32{3, 1}, words, widgets.NewFlow(look.Space,
		widgets.NewButton(lang.T("Keep"), settle(lang.T("Kept as it is: %s", x.Title), c.model.KeepThis)),
		widgets.NewButton(lang.T("Use the other"), settle(lang.T("The other version is used: %s", x.Title), c.model.UseOther)),
	))
}

func orRemoved(text string) string {
	if text == "" {
		return lang.T("removed")
	}
	return text
}

func differenceWords(list []app.Difference) string {
	const most = 4
	var parts []string
	for _, d := range list[:min(len(list), most)] {
		parts = append(parts, lang.T("%s: %s, not %s", d.Field, quoted(d.Here), quoted(d.There)))
	}
	if more := len(list) - most; more > 0 {
		parts = append(parts, lang.T("and %d more", more))
	}
	return strings.Join(parts, "; ")
}

func quoted(text string) string {
	if text == "" {
		return lang.T("nothing")
	}
	return "“" + text + "”"
}

// startFolder is where exports and imports begin.
func (c *computersCard) startFolder() string {
	folder, err := c.model.ExchangeFolder(context.Background())
	if err != nil || folder == "" {
		return filepath.Dir(c.model.DataPath())
	}
	return folder
}

// remember keeps where it was, for the next time; that it could not is not worth a word.
func (c *computersCard) remember(file string) {
	_ = c.model.SetExchangeFolder(context.Background(), filepath.Dir(file))
}

func (c *computersCard) noFile(err error) { c.shell.Fail(lang.T("The file could not be opened"), err) }

// onExport asks for the file, with one proposed.
func (c *computersCard) onExport() {
	name := "Milepost " + c.shell.Now().Format("2006-01-02") + ".json"
	file := files.NewPathEntry(filepath.Join(c.startFolder(), name), nil)
	choose := widgets.NewButton(lang.T("Choose a folder…"), func() {
		files.Folder(c.shell.Window(), files.Ask{
			Start: filepath.Dir(file.Text), Chosen: func(folder string) { file.SetText(filepath.Join(folder, name)) }, Failed: c.noFile,
		})
	})
	widgets.ShowDialog(c.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Export everything"), Confirm: lang.T("Export"), First: file, Width: 560 * float32(c.shell.TextScale()),
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewParagraph(lang.T("All studies with their plans, sessions, mocks and forecasts, in one file that the other computer imports. It holds your notes too; it is readable by you alone."), widgets.StyleMuted),
			widgets.NewField(lang.T("File"), file), widgets.NewFlow(look.Space, choose)),
		OnConfirm: func() error {
			if err := c.model.Export(context.Background(), strings.TrimSpace(file.Text), true); err != nil {
				return kit.Plain(err)
			}
			c.remember(file.Text)
			c.shell.Say(lang.T("Exported to %s", strings.TrimSpace(file.Text)))
			return nil
		},
	})
}

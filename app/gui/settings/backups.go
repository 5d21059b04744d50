package settings

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/backuplist"
	"milepost/app/gui/files"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// backupsCard shows which backups there are, makes one, restores one, and chooses the second folder.
type backupsCard struct {
	shell   kit.Shell
	model   Model
	card    *widgets.Card
	state   *widgets.Paragraph // when the newest was made, and whether it was tried
	table   *widgets.Table
	restore *widgets.Button
	folder  *widgets.Paragraph // what becomes of copies
	choose  *widgets.Button
	stop    *widgets.Button
	saved   app.SavedBackups
}

func newBackupsCard(shell kit.Shell, m Model) *backupsCard {
	b := &backupsCard{shell: shell, model: m, state: widgets.NewParagraph("", widgets.StyleBody), folder: widgets.NewParagraph("", widgets.StyleMuted)}
	b.table = widgets.NewTable(backuplist.Columns(0)...)
	b.table.Empty = lang.T("No backup yet. One is made a minute after something has changed.")
	b.table.MinRows = 5
	b.table.OnSelected = func(string) { b.showChosen() }
	b.table.OnActivated = func(string) { b.onRestore() }
	b.restore = widgets.NewButton(lang.T("Restore…"), b.onRestore)
	b.choose, b.stop = widgets.NewButton(lang.T("Choose a folder…"), b.onChoose), widgets.NewButton(lang.T("Stop copying"), b.onStop)
	copies := widgets.NewColumn(look.SpaceTight, widgets.NewText(lang.T("A second folder"), widgets.StyleStrong), b.folder)
	b.card = widgets.NewCard(lang.T("Backups"), widgets.NewColumn(look.SpaceCard,
		b.state, b.table,
		widgets.NewFlow(look.Space, widgets.NewButton(lang.T("Back up now"), b.onBackup), b.restore),
		widgets.NewSeparator(),
		widgets.NewWeightedColumns(look.SpaceCard, []float32{1, 1}, copies, widgets.NewFlow(look.Space, b.choose, b.stop)),
	))
	return b
}

// reload lists the backups in the background: on a stick that takes its time.
func (b *backupsCard) reload() {
	var saved app.SavedBackups
	job := b.model.BackupsJob()
	b.shell.Run("list backups", func(ctx context.Context) (err error) {
		saved, err = job(ctx)
		return err
	}, func(err error) {
		if app.IsClosed(err) {
			return // a restore came in between, and has this reloaded
		}
		b.show(saved, err)
	})
}

func (b *backupsCard) show(saved app.SavedBackups, err error) {
	b.saved = saved
	b.table.Columns = backuplist.Columns(b.shell.Window().Canvas().Size().Width / float32(b.shell.TextScale()))
	now := b.shell.Now()
	b.table.SetRows(backuplist.Rows(saved.Backups, now))
	b.state.SetText(stateWords(saved, now, err))
	b.folder.SetText(folderWords(saved.Second))
	b.stop.Hidden = saved.Second == ""
	b.showChosen()
	b.card.Refresh()
}

// stateWords say in a sentence or two how safe one is.
func stateWords(saved app.SavedBackups, now time.Time, err error) string {
	if err != nil {
		_, sentence := kit.Sentence(err)
		return lang.T("The backups could not be listed. %s", sentence)
	}
	words := lang.T("Made by themselves while you work and when you close Milepost, and thinned out as they grow old.") + " "
	for _, x := range saved.Backups {
		if x.Restorable() {
			at := backuplist.Moment(x.At, now)
			if r := saved.Rehearsal; r.Name == x.Name && r.OK {
				return words + lang.T("The newest is of %s; it was restored for a trial on %s, and is whole.", at, lang.Day(planner.DateOf(r.At.In(now.Location()))))
			}
			return words + lang.T("The newest is of %s.", at)
		}
	}
	return words + lang.T("There is none yet.")
}

func folderWords(second string) string {
	if second == "" {
		return lang.T("A copy of each backup on another disk or a stick survives the loss of this computer.")
	}
	return lang.T("Each backup is copied to %s. While that is not there, Milepost goes on, and catches up when it is back.", second)
}

// chosen is the selected backup.
func (b *backupsCard) chosen() (app.Backup, bool) {
	for _, x := range b.saved.Backups {
		if x.Path == b.table.Selected() {
			return x, true
		}
	}
	return app.Backup{}, false
}

func (b *backupsCard) showChosen() {
	if x, ok := b.chosen(); ok && x.Restorable() {
		b.restore.Enable()
	} else {
		b.restore.Disable()
	}
	b.restore.Refresh()
}

func (b *backupsCard) onBackup() {
	job, err := b.model.BackupJob(context.Background(), app.BackupByHand)
	var made app.BackupMade
	b.shell.Run("backup", func(ctx context.Context) error {
		if err == nil {
			made, err = job(ctx)
		}
		return err
	}, func(err error) {
		if err = errors.Join(err, made.First, made.Second); err != nil {
			b.shell.Fail(lang.T("Not everything could be backed up"), err)
		} else if made.Written {
			b.shell.Say(lang.T("Backed up: %s", made.Name))
		} else {
			b.shell.Say(lang.T("Nothing has changed since the newest backup, of %s.", backuplist.Moment(made.At, b.shell.Now())))
		}
		b.reload()
	})
}

// onRestore asks before the present state makes way, showing both.
func (b *backupsCard) onRestore() {
	x, ok := b.chosen()
	if !ok || !x.Restorable() {
		return
	}
	v, err := b.model.PreviewRestore(context.Background(), x.Path)
	if err != nil {
		b.shell.Fail(lang.T("This backup cannot be restored"), err)
		return
	}
	now := b.shell.Now()
	content := widgets.NewColumn(look.SpaceCard,
		widgets.NewEqualColumns(look.SpaceCard, 180,
			compared(lang.T("The backup of %s", backuplist.Moment(x.At, now)), v.Backup, now), compared(lang.T("What is here now"), v.Present, now)),
		widgets.NewParagraph(lang.T("What is here now is kept as a backup of its own, so you can come back to it the same way."), widgets.StyleMuted))
	if v.Changed {
		content.Add(widgets.NewParagraph(lang.T("This backup is sound, but not what it was when it was made."), widgets.StyleBody.In(look.ColorBad)))
	}
	widgets.ShowDialog(b.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Go back to this backup?"), Content: content, Confirm: lang.T("Restore"), Width: 520 * float32(b.shell.TextScale()),
		OnConfirm: func() error { return b.restoreNow(x) },
	})
}

// compared is one side of the comparison before a restore.
func compared(title string, c app.Contents, now time.Time) fyne.CanvasObject {
	lines := []string{lang.N(c.Studies, "%d study", "%d studies", c.Studies), lang.T("%s done", lang.N(c.Done, "%d session", "%d sessions", c.Done)), lang.N(c.Mocks, "%d mock", "%d mocks", c.Mocks)}
	if c.Sittings > 0 {
		lines = append(lines, lang.N(c.Sittings, "%d sitting", "%d sittings", c.Sittings))
	}
	if !c.LastChange.IsZero() {
		lines = append(lines, lang.T("last change %s", backuplist.Moment(c.LastChange, now)))
	}
	column := widgets.NewColumn(look.SpaceTight, widgets.NewParagraph(title, widgets.StyleStrong))
	for _, line := range lines {
		column.Add(widgets.NewParagraph(line, widgets.StyleBody))
	}
	return column
}

func (b *backupsCard) restoreNow(x app.Backup) error {
	if _, err := b.model.Restore(context.Background(), x.Path); err != nil {
		return kit.Plain(err)
	}
	b.shell.Say(lang.T("Restored the backup of %s. What was here before is the newest backup.", backuplist.Moment(x.At, b.shell.Now())))
	return nil
}

func (b *backupsCard) onChoose() {
	files.Folder(b.shell.Window(), files.Ask{Start: b.saved.Second, Chosen: b.useFolder, Failed: func(err error) { b.shell.Fail(lang.T("The folder could not be opened"), err) }})
}

func (b *backupsCard) useFolder(folder string) {
	if err := b.model.SetBackupFolder(context.Background(), folder); err != nil {
		b.shell.Fail(lang.T("This folder cannot be used"), err)
		return
	}
	b.onBackup()
}

func (b *backupsCard) onStop() {
	if err := b.model.SetBackupFolder(context.Background(), ""); err != nil {
		b.shell.Fail(lang.T("The choice could not be kept"), err)
	}
}

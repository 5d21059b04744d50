package rescue

import (
	"context"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/backuplist"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// backupCard offers the backups of the file, the newest chosen.
type backupCard struct {
	screen  *Screen
	table   *widgets.Table
	chosen  *widgets.Paragraph
	restore *widgets.Button
}

// newBackupCard makes the card; nil when no backup could be restored.
func newBackupCard(s *Screen) fyne.CanvasObject {
	var sound []app.Backup
	for _, x := range s.trouble.Backups.Backups {
		if x.Restorable() {
			sound = append(sound, x)
		}
	}
	if len(sound) == 0 {
		return widgets.NewCard(lang.T("Go back to a backup"), widgets.NewParagraph(lang.T("There is no backup of this file that could be restored."), widgets.StyleMuted))
	}
	b := &backupCard{screen: s, chosen: widgets.NewParagraph("", widgets.StyleBody)}
	b.table = widgets.NewTable(backuplist.Columns(s.host.Window().Canvas().Size().Width / float32(s.host.TextScale()))...)
	b.table.MinRows = max(2, min(len(sound), 4))
	b.table.SetRows(backuplist.Rows(sound, s.host.Now()))
	b.table.OnSelected = func(string) { b.show() }
	b.table.OnActivated = func(string) { b.onRestore() }
	b.restore = widgets.NewPrimaryButton(lang.T("Restore this backup"), b.onRestore)
	s.offers(b.restore)
	b.table.SetSelected(sound[0].Path)
	b.show()
	return widgets.NewCard(lang.T("Go back to a backup"), widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(lang.T("What was done after the backup is missing then, unless it can be salvaged."), widgets.StyleMuted),
		b.table, b.chosen, widgets.NewFlow(look.Space, b.restore)))
}

func (b *backupCard) selected() (app.Backup, bool) {
	for _, x := range b.screen.trouble.Backups.Backups {
		if x.Path == b.table.Selected() {
			return x, true
		}
	}
	return app.Backup{}, false
}

func (b *backupCard) show() {
	x, ok := b.selected()
	if !ok {
		return
	}
	words := lang.T("The backup of %s holds %s", backuplist.Moment(x.At, b.screen.host.Now()), backuplist.Holds(x.Contents))
	if !x.Contents.LastChange.IsZero() {
		words += lang.T("; the last change in it was %s", backuplist.Moment(x.Contents.LastChange, b.screen.host.Now()))
	}
	b.chosen.SetText(words + ".")
}

// onRestore puts the backup in place; the file in trouble gets another name.
func (b *backupCard) onRestore() {
	x, ok := b.selected()
	if !ok {
		return
	}
	s := b.screen
	b.restore.Disable()
	s.host.Run("restore", func(ctx context.Context) error {
		_, err := s.model.RestoreTo(ctx, s.trouble.Path, x.Path)
		return err
	}, func(err error) {
		b.restore.Enable()
		if err != nil {
			s.Tell(lang.T("The backup could not be restored. %s", kit.Plain(err).Error()))
			return
		}
		s.host.OpenFile(s.trouble.Path, false)
	})
}

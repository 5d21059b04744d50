package rescue

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/gui/files"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// onOther asks for another data file.
func (s *Screen) onOther() {
	s.ask(lang.T("Open another file"), lang.T("Open"), filepath.Dir(s.trouble.Path)+string(filepath.Separator), false)
}

// onEmpty asks where an empty data file shall be.
func (s *Screen) onEmpty() {
	s.ask(lang.T("Start an empty data file"), lang.X("a button", "Start"), filepath.Join(filepath.Dir(s.trouble.Path), "new.milepost"), true)
}

// ask asks for a path.
func (s *Screen) ask(title, confirm, start string, create bool) {
	entry := files.NewPathEntry(start, nil)
	parts := []fyne.CanvasObject{widgets.NewField(lang.T("File"), entry)}
	if !create {
		parts = append(parts, widgets.NewFlow(look.Space, widgets.NewButton(lang.T("Choose a file…"), func() {
			files.Open(s.host.Window(), files.Ask{Start: filepath.Dir(entry.Text), Extensions: []string{".db", ".milepost"}, Chosen: func(path string) { entry.SetText(path) }, Failed: func(err error) { s.Tell(err.Error()) }})
		})))
	}
	path := ""
	widgets.ShowDialog(s.host.Window(), widgets.DialogSpec{
		Title: title, Confirm: confirm, First: entry, Width: 560 * float32(s.host.TextScale()), Content: widgets.NewColumn(look.SpaceCard, parts...),
		OnConfirm: func() error {
			path = strings.TrimSpace(entry.Text)
			return nil
		},
		OnClosed: func() { // only now: what stands in the window may change
			if path != "" {
				s.host.OpenFile(path, create)
			}
		},
	})
}

package gui

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// shortcuts is the list shown by F1, in the order of use.
var shortcuts = [][2]string{
	{"Ctrl K", "Find an action by a part of its name"},
	{"1 to 4, or Ctrl 1 to 4", "Today, Plan, Mocks, Readiness"},
	{"Ctrl M", "Record a mock"},
	{"Ctrl T", "Take a mock against the clock"},
	{"Ctrl L", "Log a session"},
	{"Ctrl R", "Rebalance the plan"},
	{"Ctrl I", "What if…"},
	{"Ctrl D", "Prediction diary"},
	{"Ctrl S", "Save the form"},
	{"Ctrl Z / Ctrl Y", "Undo, redo"},
	{"Ctrl E", "Change the study"},
	{"Ctrl N", "New study"},
	{"Ctrl ,", "Settings"},
	{"Tab / Shift Tab", "Next, previous field"},
	{"Space or Enter", "Press the button with the ring"},
	{"Escape", "Close, cancel"},
	{"Arrows, Page Up / Down", "Move in calendar, table and chart"},
	{"Ctrl Q", "Quit"},
}

func showShortcuts(win fyne.Window) {
	rows := make([]fyne.CanvasObject, len(shortcuts))
	for i, s := range shortcuts {
		rows[i] = widgets.NewWeightedColumns(look.SpaceCard, []float32{2, 3},
			widgets.NewText(s[0], widgets.StyleStrong), widgets.NewParagraph(s[1], widgets.StyleBody))
	}
	widgets.ShowDialog(win, widgets.DialogSpec{Title: "Keyboard shortcuts", Content: widgets.NewColumn(look.Space, rows...), Cancel: "Close", Width: 560})
}

func showAbout(s *shell) {
	widgets.ShowDialog(s.win, widgets.DialogSpec{
		Title: "Milepost " + s.cfg.Version,
		Content: widgets.NewColumn(look.Space,
			widgets.NewParagraph("A study planner and progress tracker for certification exams. No account, no network: everything is in one file that is yours.", widgets.StyleBody),
			widgets.NewParagraph("Your data: "+s.milepost.DataPath(), widgets.StyleSmall),
		),
		Cancel: "Close", Width: 560,
	})
}

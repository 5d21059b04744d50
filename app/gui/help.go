package gui

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// shortcuts is the list shown by F1, in the order of use.
var shortcuts = [][2]string{
	{"Ctrl K", lang.Key("Find an action by a part of its name")},
	{lang.Key("1 to 5, Ctrl 1 to 5"), lang.Key("Today, Plan, Mocks, Readiness, Reports")},
	{"Ctrl M", lang.Key("Record a mock")},
	{"Ctrl T", lang.Key("Take a mock against the clock")},
	{"Ctrl L", lang.Key("Log a session")},
	{"Ctrl R", lang.Key("Rebalance the plan")},
	{"Ctrl I", lang.Key("What if…")},
	{"Ctrl D", lang.Key("Prediction diary")},
	{"Ctrl S", lang.Key("Save the form")},
	{"Ctrl Z / Ctrl Y", lang.Key("Undo, redo")},
	{"Ctrl E", lang.Key("Change the study")},
	{"Ctrl N", lang.Key("New study")},
	{"Ctrl ,", lang.Key("Settings")},
	{lang.Key("Tab / Shift Tab"), lang.Key("Next, previous field")},
	{lang.Key("Space or Enter"), lang.Key("Press the button with the ring")},
	{lang.Key("Escape"), lang.Key("Close, cancel")},
	{lang.Key("Arrows, Page Up / Down"), lang.Key("Move in calendar, table and chart")},
	{lang.Key("Shift with arrows or a click"), lang.Key("Choose several in a list; Ctrl takes one more, Ctrl A all")},
	{"Ctrl Q", lang.Key("Quit")},
}

func showShortcuts(win fyne.Window) {
	rows := make([]fyne.CanvasObject, len(shortcuts))
	for i, s := range shortcuts {
		rows[i] = widgets.NewWeightedColumns(look.SpaceCard, []float32{2, 3},
			widgets.NewText(lang.Keys(s[0]), widgets.StyleStrong), widgets.NewParagraph(lang.Of(s[1]), widgets.StyleBody))
	}
	widgets.ShowDialog(win, widgets.DialogSpec{Title: lang.T("Keyboard shortcuts"), Content: widgets.NewColumn(look.Space, rows...), Cancel: lang.T("Close"), Width: 560})
}

func showAbout(s *shell) {
	widgets.ShowDialog(s.win, widgets.DialogSpec{
		Title: "Milepost " + s.cfg.Version,
		Content: widgets.NewColumn(look.Space,
			widgets.NewParagraph(lang.T("A study planner and progress tracker for certification exams. No account, no network: everything is in one file that is yours."), widgets.StyleBody),
			widgets.NewParagraph(lang.T("Your data: %s", s.milepost.DataPath()), widgets.StyleSmall),
		),
		Cancel: lang.T("Close"), Width: 560,
	})
}

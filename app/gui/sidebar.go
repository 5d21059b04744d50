package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
	"milepost/resources"
)

// navEntry is a screen of the sidebar. The digit leads there when no field has the focus; with Ctrl it always does.
type navEntry struct {
	route kit.Route
	label string
	hint  string
	key   fyne.KeyName
}

// navTop and navBottom are the sidebar's entries.
var (
	navTop = []navEntry{
		{kit.Today, lang.Key("Today"), "1", fyne.Key1},
		{kit.Plan, lang.Key("Plan"), "2", fyne.Key2},
		{kit.Mocks, lang.Key("Mocks"), "3", fyne.Key3},
		{kit.Readiness, lang.Key("Readiness"), "4", fyne.Key4},
		{kit.Reports, lang.Key("Reports"), "5", fyne.Key5},
	}
	navBottom = []navEntry{
		{kit.Setup, lang.Key("Study"), "Ctrl E", fyne.KeyE},
		{kit.Settings, lang.Key("Settings"), "Ctrl ,", fyne.KeyComma},
	}
)

// sidebar is the frame's left side: which exam, how many days are left, and where one can go.
type sidebar struct {
	shell   *shell
	content fyne.CanvasObject
	brand   *fyne.Container // the program's name; with the largest text the screens need its room

	exam, days, date *widgets.Text
	items            map[kit.Route]*widgets.NavItem
}

func newSidebar(s *shell) *sidebar {
	b := &sidebar{
		shell: s,
		exam:  widgets.NewEllipsisText("", widgets.Style{Size: look.TextSmall, Bold: true}),
		days:  widgets.NewEllipsisText("", widgets.StyleTitle),
		date:  widgets.NewEllipsisText("", widgets.StyleCaption),
		items: map[kit.Route]*widgets.NavItem{},
	}
	logo := canvas.NewImageFromResource(fyne.NewStaticResource("milepost.png", resources.AppIcon))
	logo.FillMode = canvas.ImageFillContain
	logo.SetMinSize(fyne.NewSize(20, 20))
	b.brand = widgets.NewRow(look.Space, logo, widgets.NewText("Milepost", widgets.StyleLead))
	inset := func(o fyne.CanvasObject) fyne.CanvasObject { return widgets.NewPadded(look.Space, o) }
	top := widgets.NewColumn(look.Space,
		inset(widgets.NewColumn(look.SpaceCard, b.brand, widgets.NewColumn(look.SpaceTight, b.exam, b.days, b.date))),
		widgets.NewColumn(look.SpaceTight, b.navItems(navTop)...),
	)
	bottom := widgets.NewColumn(look.SpaceTight, b.navItems(navBottom)...)
	b.content = widgets.NewPadded(look.Space, container.NewBorder(top, bottom, nil, nil))
	return b
}

func (b *sidebar) navItems(entries []navEntry) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(entries))
	for i, e := range entries {
		item := widgets.NewNavItem(lang.Of(e.label), lang.Keys(e.hint), func() { b.shell.Open(e.route) })
		b.items[e.route] = item
		out[i] = item
	}
	return out
}

// selected marks the entry of the open screen, or of the one it belongs to.
func (b *sidebar) selected(route kit.Route) {
	switch route {
	case kit.Diary:
		route = kit.Readiness
	case kit.TimedMock:
		route = kit.Mocks
	}
	for r, item := range b.items {
		item.SetSelected(r == route)
	}
}

// reload shows the open study's exam and the days that are left.
func (b *sidebar) reload() {
	b.brand.Hidden = b.shell.TextScale() >= largestText
	study, err := b.shell.milepost.Current(context.Background())
	if err != nil {
		b.exam.SetText(lang.T("No study yet"))
		b.days.SetText("")
		b.date.SetText("")
		return
	}
	b.exam.SetText(study.ExamCode)
	b.days.SetText(daysLeft(b.shell.milepost.Today(), study.ExamDate))
	style, date := widgets.StyleTitle, phrase.Date(study.ExamDate)
	if b.shell.TextScale() >= largeText {
		style, date = widgets.StyleHeading, lang.ShortDate(study.ExamDate)
	}
	b.days.SetStyle(style)
	b.date.SetText(dateWords(b.shell.milepost.Today(), study.ExamDate, date))
}

// largeText is the text size from which the sidebar has no room for everything at its usual length.
const largeText = 1.4

// largestText is the text size from which the least window has no room for more than the days and the screens.
const largestText = 1.8

// dateWords says which exam day the days are counted to, or from; date is that day in words.
func dateWords(today, exam planner.Date, date string) string {
	if today.After(exam) {
		return lang.T("on %s", date)
	}
	return lang.T("to %s", date)
}

// daysLeft says how far the exam is.
func daysLeft(today, exam planner.Date) string {
	n := today.DaysUntil(exam)
	switch {
	case n == 0:
		return lang.T("Exam today")
	case n < 0:
		return lang.T("Exam over")
	}
	return lang.N(n, "%d day", "%d days", n)
}

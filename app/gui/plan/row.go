package plan

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// sessionRow is one session of the chosen day. Enter, Space or a click opens its menu; with the focus on it, D marks it
// done, S skips it, R reopens it, M moves it, P pins it or lets go, and Delete deletes it.
type sessionRow struct {
	widget.BaseWidget
	session app.SessionView
	do      rowActions

	mark    *widgets.DomainMark
	title   *widgets.Text
	detail  *widgets.Paragraph
	minutes *widgets.Text
	surface *widgets.Surface
	focused bool
}

// rowActions is what a row asks for.
type rowActions struct {
	key  func(s app.SessionView, key fyne.KeyName) bool
	menu func(s app.SessionView, from fyne.CanvasObject)
}

var (
	_ fyne.Focusable         = (*sessionRow)(nil)
	_ fyne.Tappable          = (*sessionRow)(nil)
	_ desktop.Hoverable      = (*sessionRow)(nil)
	_ desktop.Cursorable     = (*sessionRow)(nil)
	_ fyne.SecondaryTappable = (*sessionRow)(nil)
)

func newSessionRow(do rowActions) *sessionRow {
	r := &sessionRow{do: do}
	r.mark = widgets.NewTallMark("")
	r.title = widgets.NewEllipsisText("", widgets.StyleStrong)
	r.detail = widgets.NewParagraph("", widgets.StyleCaption)
	r.minutes = widgets.NewText("", widgets.StyleBody)
	words := widgets.NewColumn("", r.title, r.detail)
	more := widget.NewIcon(theme.NewColoredResource(theme.MoreVerticalIcon(), look.ColorMuted))
	r.surface = widgets.NewSurface("", look.RadiusControl, container.New(markedLayout{}, r.mark, widgets.NewFillRow(0, look.Space, words, r.minutes, more)))
	r.surface.Padding = look.SpaceTight
	r.surface.EdgeWidth = 2
	r.ExtendBaseWidget(r)
	return r
}

// show changes what the row shows.
func (r *sessionRow) show(s app.SessionView) {
	r.session = s
	r.mark.SetColor(markColor(s))
	r.title.SetText(label(s))
	r.detail.SetText(detail(s))
	minutes := s.Minutes
	if s.Status == planner.Done {
		minutes = s.DoneMinutes
	}
	r.minutes.SetText(phrase.Duration(minutes))
	style := widgets.StyleStrong
	if s.Status != planner.Planned {
		style = style.In(look.ColorMuted)
	}
	r.title.SetStyle(style)
	r.Refresh()
}

// markColor is the domain's colour; mocks have their own, and what belongs to all domains is grey.
func markColor(s app.SessionView) fyne.ThemeColorName {
	switch {
	case s.DomainIndex >= 0:
		return look.ColorDomain(s.DomainIndex)
	case s.Activity == planner.MockExam || s.Activity == planner.Debrief:
		return look.ColorMock
	}
	return look.ColorMuted
}

// label is the code of the domain and the title.
func label(s app.SessionView) string {
	if s.DomainIndex < 0 {
		return s.Title
	}
	return s.Code + " " + s.Title
}

// detail says when and how it is done, and what became of it.
func detail(s app.SessionView) string {
	out := s.Timed(s.What)
	switch s.Status {
	case planner.Done:
		out += " · " + lang.T("done")
	case planner.Skipped:
		out += " · " + lang.T("skipped")
	case planner.Missed:
		out += " · " + lang.T("not done")
	}
	if s.Pinned && s.Status == planner.Planned {
		out += " · " + lang.T("pinned")
	}
	if s.Note != "" {
		out += " · " + s.Note
	}
	return out
}

// PlainText names the session, for tests and for what reads the screen.
func (r *sessionRow) PlainText() string { return label(r.session) }

// HeightForWidth is the height of the row.
func (r *sessionRow) HeightForWidth(width float32) float32 { return r.surface.HeightForWidth(width) }

// CreateRenderer is called by Fyne.
func (r *sessionRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.surface) }

// Tapped opens the menu.
func (r *sessionRow) Tapped(*fyne.PointEvent) { r.openMenu() }

// TappedSecondary opens the menu as well.
func (r *sessionRow) TappedSecondary(*fyne.PointEvent) { r.openMenu() }

func (r *sessionRow) openMenu() {
	focus(r)
	r.do.menu(r.session, r)
}

// FocusGained shows the ring.
func (r *sessionRow) FocusGained() {
	r.focused = true
	r.paint("")
	widgets.Reveal(r)
}

// FocusLost hides the ring.
func (r *sessionRow) FocusLost() {
	r.focused = false
	r.paint("")
}

// MouseIn lights the row.
func (r *sessionRow) MouseIn(*desktop.MouseEvent) { r.paint(theme.ColorNameHover) }

// MouseMoved is not needed.
func (r *sessionRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the light away.
func (r *sessionRow) MouseOut() { r.paint("") }

// Cursor is the shape of the pointer over the row.
func (r *sessionRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (r *sessionRow) paint(fill fyne.ThemeColorName) {
	r.surface.Fill, r.surface.Edge = fill, ""
	if r.focused {
		r.surface.Edge = look.ColorFocusRing
	}
	r.surface.Refresh()
}

// TypedRune is not needed: letters come as keys as well.
func (r *sessionRow) TypedRune(rune) {}

// TypedKey acts on the session.
func (r *sessionRow) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.openMenu()
	default:
		if !r.do.key(r.session, ev.Name) {
			widgets.PassKey(r, ev)
		}
	}
}

// focus gives an object the keyboard, if it is on screen.
func focus(o fyne.Focusable) {
	object, ok := o.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(object); c != nil {
		c.Focus(o)
	}
}

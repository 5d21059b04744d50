package widgets

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
	"milepost/app/lang"
)

// filterFrom is the number of options from which a list can be searched.
const filterFrom = 8

// optionsSeen is how many options are seen at once.
const optionsSeen = 8

// optionList is the open list of a SelectField or a palette: the options, and above them an entry to search when there are many. The
// keyboard stays with one object, the entry or the list, and both understand the same keys.
type optionList struct {
	control
	options []string
	notes   []string // beside the options, quieter; nil: none have one
	matches []int    // indexes of the options that match the search, the best first
	current int      // position in matches that Enter would choose

	onChosen  func(index int)
	onClosed  func()
	onMatches func() // other options match; may be nil

	overlay *overlay
	filter  *filterEntry // nil when there are few options
	none    fyne.CanvasObject
	list    *widget.List
	body    *fyne.Container
}

// listed is what an option list shows.
type listed struct {
	options, notes []string // notes may be nil
	selected       int      // -1: none
	hint           string   // in the search; with one, a list can be searched however few its options are
}

func newOptionList(what listed) *optionList {
	l := &optionList{control: newControl(), options: what.options, notes: what.notes, none: NewPadded(look.Space, NewText(lang.T("Nothing matches"), StyleMuted))}
	l.list = widget.NewList(
		func() int { return len(l.matches) },
		func() fyne.CanvasObject { return newOptionRow() },
		l.fillRow,
	)
	l.list.HideSeparators = true
	l.list.OnSelected = l.chooseAt
	l.body = NewFillColumn(look.SpaceTight, l.none, l.list)
	if what.hint != "" || len(what.options) >= filterFrom {
		l.filter = newFilterEntry(l, cmp.Or(what.hint, lang.T("Type to search")))
		l.body = NewFillColumn(look.Space, l.filter, l.none, l.list)
	}
	l.ExtendBaseWidget(l)
	l.search("")
	l.moveTo(max(what.selected, 0))
	return l
}

// search shows the options that contain every word of a text, whatever the case: those that begin with it first, then those with a word that does.
func (l *optionList) search(text string) {
	text = strings.ToLower(strings.TrimSpace(text))
	words := strings.Fields(text)
	l.matches = l.matches[:0]
	for i, option := range l.options {
		if containsAll(strings.ToLower(option+" "+l.note(i)), words) {
			l.matches = append(l.matches, i)
		}
	}
	slices.SortStableFunc(l.matches, func(a, b int) int { return nearness(l.options[a], text) - nearness(l.options[b], text) })
	showIf(l.none, len(l.matches) == 0)
	l.moveTo(0)
	l.body.Refresh()
	if l.onMatches != nil {
		l.onMatches()
	}
}

// note is what stands beside an option; "" for none.
func (l *optionList) note(i int) string {
	if i >= len(l.notes) {
		return ""
	}
	return l.notes[i]
}

// nearness ranks an option for a search in lower case; the least is the nearest.
func nearness(option, text string) int {
	option = strings.ToLower(option)
	switch {
	case text == "" || strings.HasPrefix(option, text):
		return 0
	case strings.Contains(option, " "+text):
		return 1
	case strings.Contains(option, text):
		return 2
	}
	return 3
}

func containsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

func (l *optionList) moveTo(position int) {
	l.current = min(max(position, 0), max(len(l.matches)-1, 0))
	l.list.Refresh()
	if len(l.matches) > 0 && l.list.Size().Height > 0 {
		l.list.ScrollTo(l.current)
	}
}

func (l *optionList) fillRow(position widget.ListItemID, object fyne.CanvasObject) {
	if position >= len(l.matches) {
		return
	}
	row := object.(*optionRow)
	row.text.SetText(l.options[l.matches[position]])
	row.note.SetText(l.note(l.matches[position]))
	row.onTapped = func() { l.chooseAt(position) }
	row.setCurrent(position == l.current)
}

func (l *optionList) chooseAt(position int) {
	if position < len(l.matches) {
		l.onChosen(l.matches[position])
	}
}

// onKey deals with the keys of the list; false leaves a key to the entry.
func (l *optionList) onKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		l.moveTo(l.current - 1)
	case fyne.KeyDown:
		l.moveTo(l.current + 1)
	case fyne.KeyPageUp:
		l.moveTo(l.current - optionsSeen)
	case fyne.KeyPageDown:
		l.moveTo(l.current + optionsSeen)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.chooseAt(l.current)
	case fyne.KeyEscape, fyne.KeyTab:
		l.onClosed()
	default:
		return false
	}
	return true
}

// AcceptsTab lets the list close for Tab instead of losing the keyboard.
func (l *optionList) AcceptsTab() bool { return true }

// TypedKey is called for keys when the list itself has the keyboard.
func (l *optionList) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace:
		l.chooseAt(l.current)
	case fyne.KeyHome:
		l.moveTo(0)
	case fyne.KeyEnd:
		l.moveTo(len(l.matches) - 1)
	default:
		l.onKey(key)
	}
}

// TypedRune goes to the next option that begins with a letter.
func (l *optionList) TypedRune(r rune) {
	letter := strings.ToLower(string(r))
	for i := 1; i <= len(l.matches); i++ {
		position := (l.current + i) % len(l.matches)
		if strings.HasPrefix(strings.ToLower(l.options[l.matches[position]]), letter) {
			l.moveTo(position)
			return
		}
	}
}

// showAt opens the list at a field, with the keyboard in it.
func (l *optionList) showAt(c fyne.Canvas, field fyne.CanvasObject) {
	l.show(c, false, func(window fyne.Size) (fyne.Position, fyne.Size) {
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(field)
		return besideField(window, pos, field.Size(), l.wanted(field.Size().Width, len(l.options)))
	})
}

// show opens the list where arrange puts it, with the keyboard in it.
func (l *optionList) show(c fyne.Canvas, shaded bool, arrange func(window fyne.Size) (fyne.Position, fyne.Size)) {
	panel := newCardSurface(l)
	panel.Padding = look.Space
	l.overlay = &overlay{content: panel, shaded: shaded, arrange: arrange, onOutside: l.onClosed}
	l.overlay.onInside = func() { l.takeKeyboard(c) } // a click takes the keyboard away
	c.Unfocus()                                       // or else the field keeps its ring
	l.overlay.show(c)
	l.moveTo(l.current)
	l.takeKeyboard(c)
}

func (l *optionList) takeKeyboard(c fyne.Canvas) {
	if l.filter != nil {
		c.Focus(l.filter)
		return
	}
	c.Focus(l)
}

// wanted is the size of the open list: as wide as its field at least, wide enough for the longest option, and high enough for so many of them.
func (l *optionList) wanted(width float32, shown int) fyne.Size {
	pad := 2 * length(l, look.Space)
	width -= pad
	row := newOptionRow()
	for i, option := range l.options {
		row.text.Content, row.note.Content = option, l.note(i)
		width = max(width, row.fullWidth())
	}
	rows := float32(min(max(shown, 1), optionsSeen))
	height := rows*row.MinSize().Height + (rows-1)*l.Theme().Size(theme.SizeNamePadding)
	if l.filter != nil {
		height += l.filter.MinSize().Height + length(l, look.Space)
	}
	return fyne.NewSize(width+pad, height+pad)
}

// besideField finds a place for a list near its field and inside the window: below if it fits or if there is more room
// there than above.
func besideField(window fyne.Size, field fyne.Position, size, wanted fyne.Size) (fyne.Position, fyne.Size) {
	const gap, margin = 4, 8
	below := window.Height - (field.Y + size.Height + gap) - margin
	above := field.Y - gap - margin
	wanted.Width = min(wanted.Width, window.Width-2*margin)
	x := max(min(field.X, window.Width-margin-wanted.Width), margin)
	if wanted.Height <= below || below >= above {
		wanted.Height = min(wanted.Height, below)
		return fyne.NewPos(x, field.Y+size.Height+gap), wanted
	}
	wanted.Height = min(wanted.Height, above)
	return fyne.NewPos(x, field.Y-gap-wanted.Height), wanted
}

// CreateRenderer is called by Fyne.
func (l *optionList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.body) }

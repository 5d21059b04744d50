package widgets

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/look"
	"milepost/app/lang"
	"milepost/planner"
)

// DateSpec says which dates a DateField takes.
type DateSpec struct {
	Today     planner.Date // what "today" and "+14" mean
	Min, Max  planner.Date // bounds, both included; either may be unset
	WeekStart int          // 1 Monday to 7 Sunday; 0 is read as Monday
	Optional  bool         // no date at all is fine too
}

// DateField takes a date, typed in any of the ways ParseDateText knows or picked from a month (Down, or the sign at its
// end). What is wrong with the text is said underneath.
type DateField struct {
	widget.BaseWidget
	Spec DateSpec
	// OnChanged is called when another date was entered: on Enter, when the field is left, or when a day is picked. With
	// Spec.Optional it may be no date. SetDate does not call it.
	OnChanged func(planner.Date)

	date  planner.Date
	entry *Entry
	error *InlineError
	body  *fyne.Container
	popup *datePopup
}

// NewDateField makes a field without a date; onChanged may be nil.
func NewDateField(spec DateSpec, onChanged func(planner.Date)) *DateField {
	f := &DateField{Spec: spec, OnChanged: onChanged, error: NewInlineError()}
	f.entry = NewEntry(lang.ShortDate(exampleDate), nil)
	f.entry.SelectAllOnFocus = true
	f.entry.OnKey = f.onKey
	f.entry.OnFocus = func(focused bool) {
		if !focused {
			f.commit()
		}
	}
	f.entry.ActionItem = newFieldSign(theme.CalendarIcon(), f.open)
	f.body = NewColumn(look.SpaceTight, f.entry, f.error)
	f.ExtendBaseWidget(f)
	return f
}

// Date is the date entered last; text that could not be read does not change it.
func (f *DateField) Date() planner.Date { return f.date }

// SetDate puts a date in without calling OnChanged.
func (f *DateField) SetDate(d planner.Date) {
	f.date = d
	f.entry.Load(fieldText(d))
	f.setError("")
}

// Error is what is wrong with the text, or nothing.
func (f *DateField) Error() string { return f.error.Message() }

// Focusable is the part that takes the keyboard.
func (f *DateField) Focusable() fyne.Focusable { return f.entry }

// Disable lets nobody change the date.
func (f *DateField) Disable() { f.entry.Disable() }

// Enable undoes Disable.
func (f *DateField) Enable() { f.entry.Enable() }

// HeightForWidth makes room for the sentence about an error.
func (f *DateField) HeightForWidth(width float32) float32 { return HeightFor(f.body, width) }

// CreateRenderer is called by Fyne.
func (f *DateField) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.body) }

func (f *DateField) onKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown:
		f.open()
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		return !f.commit() // a good date lets Enter go on to the dialog
	case fyne.KeyEscape:
		if f.entry.Text == fieldText(f.date) {
			return false
		}
		f.SetDate(f.date)
		return true
	}
	return false
}

// commit reads the text and reports whether it is a date.
func (f *DateField) commit() bool {
	d, problem := f.read()
	f.setError(problem)
	if problem != "" {
		return false
	}
	f.enter(d)
	return true
}

func (f *DateField) read() (d planner.Date, problem string) {
	text := f.entry.Text
	switch {
	case text == "" && f.Spec.Optional:
		return planner.Date{}, ""
	case text == "":
		return planner.Date{}, lang.T("Choose a date.")
	case text == fieldText(f.date):
		return f.date, f.outOfBounds(f.date)
	}
	d, err := ParseDateText(text, f.Spec.Today)
	if err != nil {
		return planner.Date{}, err.Error()
	}
	return d, f.outOfBounds(d)
}

func (f *DateField) outOfBounds(d planner.Date) string {
	switch {
	case !f.Spec.Min.IsZero() && d.Before(f.Spec.Min):
		return lang.T("The earliest day is %s.", DateText(f.Spec.Min))
	case !f.Spec.Max.IsZero() && d.After(f.Spec.Max):
		return lang.T("The latest day is %s.", DateText(f.Spec.Max))
	}
	return ""
}

func (f *DateField) enter(d planner.Date) {
	changed := d != f.date
	f.SetDate(d)
	if changed && f.OnChanged != nil {
		f.OnChanged(d)
	}
}

func (f *DateField) setError(message string) {
	if message == f.error.Message() {
		return
	}
	f.error.SetMessage(message)
	f.Refresh()
}

func (f *DateField) open() {
	if f.entry.Disabled() {
		return
	}
	month := NewMonthGrid(f.Spec.Today, nil)
	month.Min, month.Max, month.WeekStart = f.Spec.Min, f.Spec.Max, f.Spec.WeekStart
	month.MoveCursor(f.Spec.Today)
	if d, problem := f.read(); problem == "" && !d.IsZero() {
		month.SetPicked(planner.DateRange{First: d, Last: d})
	}
	month.OnPicked = func(days planner.DateRange) {
		f.enter(days.First)
		f.popup.close()
	}
	f.popup = openDatePopup(f.entry, month, func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
			c.Focus(f.entry)
		}
	})
}

// fieldSign is the small picture at the end of a field that opens something. The keyboard has Down for it.
type fieldSign struct {
	widget.BaseWidget
	icon     fyne.Resource
	onTapped func()
	image    *canvas.Image
}

func newFieldSign(icon fyne.Resource, onTapped func()) *fieldSign {
	s := &fieldSign{icon: icon, onTapped: onTapped, image: canvas.NewImageFromResource(nil)}
	s.image.FillMode = canvas.ImageFillContain
	s.ExtendBaseWidget(s)
	return s
}

// Tapped is called by a click.
func (s *fieldSign) Tapped(*fyne.PointEvent) { s.onTapped() }

// Cursor is the shape of the pointer over the sign.
func (s *fieldSign) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (s *fieldSign) CreateRenderer() fyne.WidgetRenderer { return newDrawing(s) }

func (s *fieldSign) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.image} }

func (s *fieldSign) paint() { setIcon(s.image, s.icon, look.ColorMuted) }

func (s *fieldSign) place(size fyne.Size) {
	side := min(length(s, theme.SizeNameInlineIcon), size.Width, size.Height)
	setBounds(s.image, (size.Width-side)/2, (size.Height-side)/2, side, side)
}

func (s *fieldSign) measure() fyne.Size {
	side := length(s, theme.SizeNameInlineIcon)
	return fyne.NewSquareSize(side + 4)
}

// Read takes the date, what is being typed included; the error says what is wrong with it.
func (f *DateField) Read() (planner.Date, error) {
	f.Focusable().FocusLost()
	if words := f.Error(); words != "" {
		return planner.Date{}, errors.New(words)
	}
	return f.Date(), nil
}

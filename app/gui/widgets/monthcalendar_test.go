package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/planner"
)

// calendarLog is a calendar in a window, and what it told.
type calendarLog struct {
	*guitest.Window
	calendar *MonthCalendar
	told     []string
}

func newCalendarLog(t *testing.T, width, height float32, options ...guitest.Option) *calendarLog {
	log := &calendarLog{calendar: NewMonthCalendar(galleryToday, galleryDay)}
	tell := func(what string) func(planner.Date) {
		return func(d planner.Date) { log.told = append(log.told, what+" "+d.String()) }
	}
	log.calendar.OnSelected, log.calendar.OnActivated, log.calendar.OnMonth = tell("selected"), tell("activated"), tell("month")
	log.calendar.OnMoved = func(id string, to planner.Date) { log.told = append(log.told, "moved "+id+" to "+to.String()) }
	log.Window = guitest.NewWindow(t, log.calendar, width, height, options...)
	log.Focus(log.calendar)
	return log
}

func (l *calendarLog) want(t *testing.T, told ...string) {
	t.Helper()
	if got, want := fmt.Sprintf("%q", l.told), fmt.Sprintf("%q", told); got != want {
		t.Errorf("told %s, want %s", got, want)
	}
}

// day is where a day is drawn.
func (l *calendarLog) day(date string) dayArea {
	for _, day := range l.calendar.cells {
		if day.date.String() == date {
			return day
		}
	}
	return dayArea{}
}

// drag moves the pointer as a mouse does: button down, along, button up.
func (l *calendarLog) drag(from, to area) {
	start, end := fyne.NewPos(from.x+3, from.y+3), fyne.NewPos(to.x+to.w/2, to.y+to.h/2)
	l.calendar.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: start}})
	l.calendar.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: start}})
	l.calendar.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: end}})
	l.calendar.DragEnd()
}

func TestCalendarByKeyboard(t *testing.T) {
	log := newCalendarLog(t, 900, 700)
	log.Key(fyne.KeyRight, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyDown)
	log.Type("t")
	log.Key(fyne.KeyPageUp, fyne.KeyHome)
	log.want(t, "selected 2026-11-24", "selected 2026-11-29", "activated 2026-11-29", "month 2026-12-01", "selected 2026-12-06",
		"month 2026-11-01", "selected 2026-11-23", "month 2026-10-01", "selected 2026-10-23", "selected 2026-10-19")
	if got := len(log.calendar.cells); got != 31 {
		t.Errorf("October has %d days", got)
	}
}

func TestCalendarByMouse(t *testing.T) {
	log := newCalendarLog(t, 900, 700)
	log.TapText("12")
	test.DoubleTap(log.calendar)
	log.want(t, "selected 2026-11-12")
	day := log.day("2026-11-14")
	log.calendar.DoubleTapped(&fyne.PointEvent{Position: day.at.pos().AddXY(5, 5)})
	log.want(t, "selected 2026-11-12", "selected 2026-11-14", "activated 2026-11-14")
}

func TestChipsAreDraggedToAnotherDay(t *testing.T) {
	log := newCalendarLog(t, 900, 700)
	log.drag(log.day("2026-11-26").chips[1], log.day("2026-11-29").at)
	log.want(t, "selected 2026-11-26", "moved 2026-11-26/1 to 2026-11-29")
}

func TestWhatIsNotDragged(t *testing.T) {
	log := newCalendarLog(t, 900, 700)
	log.drag(log.day("2026-11-02").chips[0], log.day("2026-11-29").at) // done
	log.drag(log.day("2026-11-26").chips[0], log.day("2026-11-26").at) // stays on its day
	log.drag(log.day("2026-11-26").chips[0], area{-50, -50, 1, 1})     // put down outside
	log.drag(log.day("2026-11-29").at, log.day("2026-11-30").at)       // no chip there
	log.want(t, "selected 2026-11-02", "selected 2026-11-26", "selected 2026-11-29")
}

func TestMonthStartsInTheRightColumn(t *testing.T) {
	for _, c := range []struct{ weekStart, column int }{{1, 6}, {7, 0}, {6, 1}} { // 1 November 2026 is a Sunday
		log := newCalendarLog(t, 900, 700)
		log.calendar.WeekStart = c.weekStart
		log.calendar.Refresh()
		first := log.day("2026-11-01").at
		if got := int((first.x + 1) / (900.0 / 7)); got != c.column {
			t.Errorf("weeks from %d: the 1st is in column %d, want %d", c.weekStart, got, c.column)
		}
	}
}

func TestNothingLeavesItsDay(t *testing.T) {
	for _, scale := range []float64{look.MinTextScale, 1, 1.4, look.MaxTextScale} {
		log := newCalendarLog(t, 100, 100, guitest.TextScale(scale))
		calendar := log.calendar
		log.Resize(calendar.MinSize())
		for _, line := range calendar.pen.lines[7:calendar.pen.usedLines] {
			size := fyne.MeasureText(line.Text, line.TextSize, line.TextStyle)
			at := area{line.Position().X, line.Position().Y, size.Width, min(size.Height, line.Size().Height)}
			day, ok := calendar.dayAt(at.pos().AddXY(1, 1))
			if !ok || at.x+at.w > day.at.x+day.at.w || at.y+at.h > day.at.y+day.at.h {
				t.Errorf("scale %v: %q at %v leaves its day %v", scale, line.Text, at, day.at)
			}
		}
		if got := log.day("2026-11-23"); len(got.chips) < 1 {
			t.Errorf("scale %v: no chip is seen on a full day", scale)
		}
	}
}

package widgets

import (
	"fyne.io/fyne/v2"

	"milepost/planner"
)

// chipDrag is a chip on its way to another day.
type chipDrag struct {
	active  bool // something is being dragged
	chip    DayChip
	from    planner.Date
	pointer fyne.Position
	size    fyne.Size // of the chip
}

// Dragged carries the chip on which the mouse button went down.
func (c *MonthCalendar) Dragged(at *fyne.DragEvent) {
	if !c.drag.active && !c.grab() {
		return
	}
	c.drag.pointer = at.Position
	day, _ := c.dayAt(at.Position)
	c.under = day.date
	c.Refresh()
}

// grab takes the chip at the place where the button went down, if there is one that may be moved.
func (c *MonthCalendar) grab() bool {
	day, ok := c.dayAt(c.press)
	if !ok || c.OnMoved == nil {
		return false
	}
	for i, at := range day.chips {
		if at.holds(c.press) && !day.cell.Chips[i].Done {
			c.drag = chipDrag{active: true, chip: day.cell.Chips[i], from: day.date, size: at.size()}
			return true
		}
	}
	return false
}

// DragEnd puts the chip down. Beside the days, or on the day it came from, nothing happens.
func (c *MonthCalendar) DragEnd() {
	drag := c.drag
	c.drag = chipDrag{}
	c.Refresh()
	if !drag.active {
		return
	}
	if day, ok := c.dayAt(drag.pointer); ok && day.date != drag.from {
		c.OnMoved(drag.chip.ID, day.date)
	}
}

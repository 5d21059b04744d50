package charts

import (
	"fmt"
	"slices"
	"strings"

	"milepost/planner"
)

// TimelineData is what a timeline shows: a lane for each domain over the weeks of a study, and what the weeks lead to.
type TimelineData struct {
	// First is the Monday the weeks are counted from. Weeks are as many as the longest lane has.
	First planner.Date
	Lanes []Lane
	// Phases lie above the lanes, in any order; Milestones below them.
	Phases     []Phase
	Milestones []MilestoneMark
	// Today and Exam are upright lines; the zero Date draws none.
	Today, Exam planner.Date
	// Empty is said when there are no lanes.
	Empty string
	Words Words
}

// Lane is the time of a domain, or of something that belongs to no domain, week by week.
type Lane struct {
	Name string
	// Domain is the position of the domain, for its colour; -1 for none.
	Domain int
	Weeks  []LaneWeek
}

// LaneWeek is the minutes of a week. Planned includes what is done.
type LaneWeek struct{ Planned, Done int }

// Phase is a part of the way, both days included.
type Phase struct {
	Name     string
	From, To planner.Date
}

// mostWeeks bounds what is drawn: ten years.
const mostWeeks = 530

// cleaned keeps what can be drawn: no negative minutes, lanes of the same length, phases that end after they begin.
func (d TimelineData) cleaned() TimelineData {
	weeks := 0
	for _, l := range d.Lanes {
		weeks = max(weeks, min(len(l.Weeks), mostWeeks))
	}
	lanes := make([]Lane, 0, len(d.Lanes))
	for _, l := range d.Lanes {
		all := make([]LaneWeek, weeks)
		for i, w := range l.Weeks[:min(len(l.Weeks), weeks)] {
			done := min(max(w.Done, 0), 7*24*60)
			all[i] = LaneWeek{Planned: min(max(w.Planned, done), 7*24*60), Done: done}
		}
		l.Weeks = all
		lanes = append(lanes, l)
	}
	if !drawable(d.First) || weeks == 0 {
		lanes = nil
	}
	d.Lanes = lanes
	d.Phases = slices.DeleteFunc(slices.Clone(d.Phases), func(p Phase) bool { return !drawable(p.From) || !drawable(p.To) || p.To.Before(p.From) })
	d.Milestones = slices.DeleteFunc(slices.Clone(d.Milestones), func(m MilestoneMark) bool { return !drawable(m.Date) })
	slices.SortStableFunc(d.Phases, func(a, b Phase) int { return a.From.Compare(b.From) })
	slices.SortStableFunc(d.Milestones, func(a, b MilestoneMark) int { return a.Date.Compare(b.Date) })
	if !drawable(d.Today) {
		d.Today = planner.Date{}
	}
	if !drawable(d.Exam) {
		d.Exam = planner.Date{}
	}
	return d
}

// weeks is how many weeks a cleaned timeline has.
func (d TimelineData) weeks() int {
	if len(d.Lanes) == 0 {
		return 0
	}
	return len(d.Lanes[0].Weeks)
}

// monday is the first day of a week.
func (d TimelineData) monday(week int) planner.Date { return d.First.AddDays(7 * week) }

// total is the minutes of a week in all lanes.
func (d TimelineData) total(week int) LaneWeek {
	var sum LaneWeek
	for _, l := range d.Lanes {
		sum.Planned += l.Weeks[week].Planned
		sum.Done += l.Weeks[week].Done
	}
	return sum
}

// of writes what is done of what is planned: "2 h of 3 h", or what is planned where nothing is done.
func (w Words) of(v LaneWeek) string {
	if v.Done == 0 {
		return w.duration(v.Planned)
	}
	return w.say("%s of %s", w.duration(v.Done), w.duration(v.Planned))
}

// InWords says what a week holds, a line for each lane that has something in it, and the milestones that fall into it.
func (d TimelineData) InWords(week int) []string {
	d = d.cleaned()
	if week < 0 || week >= d.weeks() {
		return nil
	}
	w, monday := d.Words, d.monday(week)
	out := []string{w.say("Week of %s", w.longDate(monday))}
	if sum := d.total(week); sum.Planned > 0 {
		out[0] += ": " + w.of(sum)
	}
	for _, l := range d.Lanes {
		if v := l.Weeks[week]; v.Planned > 0 {
			out = append(out, l.Name+": "+w.of(v))
		}
	}
	for _, m := range d.Milestones {
		if !m.Date.Before(monday) && m.Date.Before(monday.AddDays(7)) {
			out = append(out, w.shortDate(m.Date)+": "+w.milestoneName(m))
		}
	}
	if e := d.Exam; !e.IsZero() && !e.Before(monday) && e.Before(monday.AddDays(7)) {
		out = append(out, w.say("Exam %s", w.shortDate(e)))
	}
	return out
}

// Summary says in a few sentences what the timeline shows.
func (d TimelineData) Summary() string {
	d = d.cleaned()
	w := d.Words
	if d.weeks() == 0 {
		return sentence(d.Empty)
	}
	last := d.monday(d.weeks() - 1).AddDays(6)
	if !d.Exam.IsZero() {
		last = d.Exam
	}
	say := []string{w.say("From %s to %s.", w.longDate(d.First), w.longDate(last))}
	for _, p := range d.Phases {
		say = append(say, fmt.Sprintf("%s: %s – %s.", p.Name, w.shortDate(p.From), w.shortDate(p.To)))
	}
	for _, l := range d.Lanes {
		var sum LaneWeek
		for _, v := range l.Weeks {
			sum.Planned += v.Planned
			sum.Done += v.Done
		}
		say = append(say, l.Name+": "+w.of(sum)+".")
	}
	if len(d.Milestones) > 0 {
		say = append(say, w.milestones(d.Milestones))
	}
	return strings.Join(say, " ")
}

// Table gives the weeks as rows under a header: the week, all of it, and each lane.
func (d TimelineData) Table() (header []string, rows [][]string) {
	d = d.cleaned()
	w := d.Words
	header = []string{w.say("Week"), w.say("In all")}
	for _, l := range d.Lanes {
		header = append(header, l.Name)
	}
	for i := range d.weeks() {
		row := []string{d.monday(i).String(), w.of(d.total(i))}
		for _, l := range d.Lanes {
			cell := ""
			if v := l.Weeks[i]; v.Planned > 0 {
				cell = w.of(v)
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	return header, rows
}

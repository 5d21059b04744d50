package phrase

import (
	"fmt"
	"math"
	"strings"

	"milepost/planner"
)

// FirstPass says when all of the material will have been met once: "First pass done about 30 Nov, likely between 27 Nov and 12 Dec."; "" when it is over.
func FirstPass(r planner.FirstPassRange) string {
	switch {
	case r.Done():
		return ""
	case r.Early.IsZero():
		return "At this pace the first pass is not done before the exam."
	case r.Expected.IsZero():
		return fmt.Sprintf("First pass done on %s at the earliest, likely not before the exam.", ShortDay(r.Early))
	}
	return fmt.Sprintf("First pass done about %s, likely %s.", ShortDay(r.Expected), FirstPassSpan(r))
}

// FirstPassSpan is the range alone: "between 27 Nov and 12 Dec".
func FirstPassSpan(r planner.FirstPassRange) string {
	switch {
	case r.Early.IsZero():
		return "not before the exam"
	case r.Late.IsZero():
		return fmt.Sprintf("from %s on, or not before the exam", ShortDay(r.Early))
	case r.Early == r.Late:
		return "on " + ShortDay(r.Early)
	}
	return fmt.Sprintf("between %s and %s", ShortDay(r.Early), ShortDay(r.Late))
}

// paceTold is the difference from the plan, as a share, and paceSessions the number of sessions, from which a pace is worth telling.
const (
	paceTold     = 0.05
	paceSessions = 3
)

// paceNames are the activities as what takes long.
var paceNames = map[planner.Activity]string{
	planner.Learn: "reading", planner.Practise: "practice", planner.Review: "reviewing", planner.Debrief: "working through mocks",
}

// Pace says what takes a person longer or shorter than planned: "Reading takes you 18% longer than planned, practice 6% less; the plan counts on it."
// It is "" while that is close to the plan, or little is logged.
func Pace(p planner.Pace) string {
	var parts []string
	for _, a := range p.Activities {
		off := a.Factor - 1
		if a.Sessions < paceSessions || math.Abs(off) < paceTold {
			continue
		}
		word := "longer"
		if off < 0 {
			word = "less time"
		}
		name := paceNames[a.Activity]
		if len(parts) == 0 {
			name = strings.ToUpper(name[:1]) + name[1:] + " takes you"
		}
		parts = append(parts, fmt.Sprintf("%s %d%% %s", name, Percent(math.Abs(off)), word))
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + " than planned. The plan counts on it."
}

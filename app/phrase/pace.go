package phrase

import (
	"math"
	"strconv"
	"strings"

	"milepost/app/lang"
	"milepost/planner"
)

// FirstPass says when all of the material will have been met once: "First pass done about 30 Nov, likely between 27 Nov and 12 Dec."; "" when it is over.
func FirstPass(r planner.FirstPassRange) string {
	switch {
	case r.Done():
		return ""
	case r.Early.IsZero():
		return lang.T("At this pace the first pass is not done before the exam.")
	case r.Expected.IsZero():
		return lang.T("First pass done on %s at the earliest, likely not before the exam.", ShortDay(r.Early))
	}
	return lang.T("First pass done about %s, likely %s.", ShortDay(r.Expected), FirstPassSpan(r))
}

// FirstPassSpan is the range alone: "between 27 Nov and 12 Dec".
func FirstPassSpan(r planner.FirstPassRange) string {
	switch {
	case r.Early.IsZero():
		return lang.T("not before the exam")
	case r.Late.IsZero():
		return lang.T("from %s on, or not before the exam", ShortDay(r.Early))
	case r.Early == r.Late:
		return lang.T("on %s", ShortDay(r.Early))
	}
	return lang.T("between %s and %s", ShortDay(r.Early), ShortDay(r.Late))
}

// paceTold is the difference from the plan, as a share, and paceSessions the number of sessions, from which a pace is worth telling.
const (
	paceTold     = 0.05
	paceSessions = 3
)

// paceNames are the activities as what takes long.
var paceNames = map[planner.Activity]string{
	planner.Learn: lang.Key("reading"), planner.Practise: lang.Key("practice"), planner.Review: lang.Key("reviewing"), planner.Debrief: lang.Key("working through mocks"),
}

// Pace says what takes a person longer or shorter than planned: "Reading takes you 18% longer, practice 6% less time than planned. The plan counts on it."
// It is "" while that is close to the plan, or little is logged.
func Pace(p planner.Pace) string {
	var parts []string
	for _, a := range p.Activities {
		off := a.Factor - 1
		if a.Sessions < paceSessions || math.Abs(off) < paceTold {
			continue
		}
		name, share := lang.Of(paceNames[a.Activity]), lang.Percent(strconv.Itoa(Percent(math.Abs(off))))
		switch first := len(parts) == 0; {
		case first && off < 0:
			parts = append(parts, lang.T("%s takes you %s less time", lang.Capital(name), share))
		case first:
			parts = append(parts, lang.T("%s takes you %s longer", lang.Capital(name), share))
		case off < 0:
			parts = append(parts, lang.T("%s %s less time", name, share))
		default:
			parts = append(parts, lang.T("%s %s longer", name, share))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return lang.T("%s than planned. The plan counts on it.", strings.Join(parts, ", "))
}

package wire

import "milepost/planner"

// Pace is how long work takes a person against what was planned for it.
type Pace struct {
	Activities []ActivityPace `json:"activities"`
	Kept       float64        `json:"kept"`
}

// ActivityPace is the pace of one activity: minutes needed for each minute planned, with the middle 90 %.
type ActivityPace struct {
	Activity       string  `json:"activity"`
	Factor         float64 `json:"factor"`
	Low            float64 `json:"low"`
	High           float64 `json:"high"`
	Sessions       int     `json:"sessions"`
	PlannedMinutes int     `json:"planned_minutes"`
	DoneMinutes    int     `json:"done_minutes"`
}

// FirstPass is when all of the material will have been met once. A null date is "not before the exam", or nothing left to do.
type FirstPass struct {
	LeftMinutes int     `json:"left_minutes"`
	Early       *string `json:"early"`
	Expected    *string `json:"expected"`
	Late        *string `json:"late"`
}

func encodePace(p planner.Pace) Pace {
	out := Pace{Activities: []ActivityPace{}, Kept: p.Kept}
	for _, a := range p.Activities {
		out.Activities = append(out.Activities, ActivityPace{string(a.Activity), a.Factor, a.Low, a.High, a.Sessions, a.PlannedMinutes, a.DoneMinutes})
	}
	return out
}

func encodeFirstPass(r planner.FirstPassRange) FirstPass {
	return FirstPass{r.LeftMinutes, dateOrNull(r.Early), dateOrNull(r.Expected), dateOrNull(r.Late)}
}

func dateOrNull(d planner.Date) *string {
	if d.IsZero() {
		return nil
	}
	s := d.String()
	return &s
}

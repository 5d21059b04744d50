package charts

import (
	"strings"

	"milepost/planner/readiness"
)

// Summary says in a few sentences what the figure shows, for those who do not see it.
func (d ReadinessData) Summary() string {
	d = d.cleaned()
	var say []string
	w := d.Words
	if p, ok := d.latest(); ok {
		say = append(say, w.say("Level on %s: %s, likely between %d and %d.",
			w.longDate(p.Date), w.percent(p.Median), wholePercent(p.Low), wholePercent(p.High)))
	} else if d.Empty != "" {
		say = append(say, sentence(d.Empty))
	} else {
		say = append(say, w.say("There is no estimate of the level yet."))
	}
	if n := len(d.Forecast); n > 0 {
		p := d.Forecast[n-1]
		say = append(say, w.say("Forecast for %s: %s, likely between %d and %d.",
			w.longDate(p.Date), w.percent(p.Median), wholePercent(p.Low), wholePercent(p.High)))
	}
	if d.PassLine > 0 {
		say = append(say, sentence(d.PassLabel))
	}
	if n := len(d.Mocks); n > 0 {
		say = append(say, w.mocks(d.Mocks))
	}
	if n := len(d.Milestones); n > 0 {
		say = append(say, w.milestones(d.Milestones))
	}
	if !d.Exam.IsZero() {
		say = append(say, w.say("Exam on %s.", w.longDate(d.Exam)))
	}
	return strings.Join(say, " ")
}

// latest is the last known level.
func (d ReadinessData) latest() (readiness.Point, bool) {
	if len(d.Series) == 0 {
		return readiness.Point{}, false
	}
	return d.Series[len(d.Series)-1], true
}

func (w Words) mocks(mocks []MockPoint) string {
	last := mocks[len(mocks)-1]
	result := w.say("%s on %s", w.percent(last.Share), w.longDate(last.Date))
	if last.Source != "" {
		result = last.Source + ", " + result
	}
	if len(mocks) == 1 {
		return w.say("One mock: %s.", result)
	}
	return w.say("%d mocks, the last: %s.", len(mocks), result)
}

func (w Words) milestones(marks []MilestoneMark) string {
	met := 0
	for _, m := range marks {
		if m.Met {
			met++
		}
	}
	if len(marks) == 1 {
		return w.say("Milestones met: %d of 1.", met)
	}
	return w.say("Milestones met: %d of %d.", met, len(marks))
}

// sentence ends a text with a full stop unless it already ends a sentence.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

package phrase

import (
	"fmt"
	"math"

	"milepost/app/lang"
	"milepost/planner/readiness"
)

// StepHeader are the titles of what StepCells gives.
var StepHeader = []string{lang.Key("Day"), lang.Key("Mock"), lang.Key("Counts for"), lang.Key("Expected"), lang.Key("Was"), lang.Key("Level after")}

// StepCells tell one step of an estimate.
func StepCells(s readiness.Step) []string {
	return []string{
		ShortDay(s.Mock.Date), s.Mock.Source, lang.T("%.0f questions", math.Round(s.Worth)), Share(s.Expected), Share(s.Mock.Share()),
		fmt.Sprintf("%s (%s)", Share(s.After.Median), Points((s.After.Median-s.Before.Median)*100)),
	}
}

// StepsIntro says how the steps are to be read.
func StepsIntro(e readiness.Explanation) string {
	return lang.T("Before any mock everybody is taken to be at %s, likely %d–%d. Each mock is compared with what was expected of it, from its source and on its day; a better result lifts the level, "+
		"a worse one lowers it, the more so the more questions it counts for and the less was known.", Share(e.Before.Median), Percent(e.Before.Low), Percent(e.Before.High))
}

// StepsEnd says what becomes of the level until the exam.
func StepsEnd(e readiness.Explanation) string {
	words := lang.T("That makes a level of %s today, likely %d–%d.", Share(e.Today.Median), Percent(e.Today.Low), Percent(e.Today.High))
	grown := (e.Unforgotten.Median - e.Today.Median) * 100
	lost := (e.Unforgotten.Median - e.ExamDay.Median) * 100
	if lost >= 0.05 {
		words += " " + lang.T("Until the exam study is expected to change it by %s points, and what is not studied is forgotten: %s.", Points(grown), Points(-lost))
	} else {
		words += " " + lang.T("Until the exam study is expected to change it by %s points.", Points(grown))
	}
	return words + " " + lang.T("On the exam day it should be %s, likely %d–%d.", Share(e.ExamDay.Median), Percent(e.ExamDay.Low), Percent(e.ExamDay.High))
}

// StepsPass says what passing takes.
func StepsPass(e readiness.Explanation) string {
	return lang.T("Passing takes %d right answers of %d. A form that happens to be kind or hard, the day, and the luck of the questions come on top of the level, which is why the range of the score is wider.", e.Needed, e.Questions)
}

package report

import (
	"strings"

	"milepost/app"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/app/report/document"
	"milepost/planner"
)

// facts stand at the head of the report.
func facts(p app.Progress) []document.Fact {
	exam := p.Study.ExamCode
	if p.Exam.ID != "" {
		exam = strings.TrimSpace(p.Exam.Vendor + " " + p.Exam.Code)
		if p.Exam.Title != "" {
			exam += " · " + p.Exam.Title
		}
	}
	out := []document.Fact{}
	if exam != "" {
		out = append(out, document.Fact{Name: lang.T("Exam"), Value: exam})
	}
	out = append(out,
		document.Fact{Name: lang.T("Exam date"), Value: examDate(p)},
		document.Fact{Name: lang.T("Period"), Value: period(p.Period)},
	)
	if e := p.Now.Estimate.Evidence; e.Mocks > 0 && e.Questions == 0 { // percentages alone
		out = append(out, document.Fact{Name: lang.T("What this rests on"), Value: lang.N(e.Mocks, "%d mock", "%d mocks", e.Mocks)})
	} else if e.Mocks > 0 {
		out = append(out, document.Fact{Name: lang.T("What this rests on"), Value: lang.T("%s, %s, the last on %s", lang.N(e.Mocks, "%d mock", "%d mocks", e.Mocks),
			lang.N(e.Questions, "%d question", "%d questions", e.Questions), phrase.Date(e.Last))})
	}
	return out
}

// examDate is the day, and how far away it is unless there is nothing to wait for.
func examDate(p app.Progress) string {
	day := lang.Capital(phrase.LongDate(p.Study.ExamDate))
	if over(p) {
		return day
	}
	return day + ", " + phrase.DaysFromNow(p.Period.Last, p.Study.ExamDate)
}

// period is "16 October 2026 – 23 November 2026", or a single day.
func period(r planner.DateRange) string {
	if r.First == r.Last {
		return phrase.Date(r.First)
	}
	return phrase.Date(r.First) + " – " + phrase.Date(r.Last)
}

// lead is the answer: the chance of passing, the score to be expected, and whether the plan fits.
func lead(p app.Progress) (out []string, tone document.Tone) {
	if s, ok := sat(p); ok {
		if s.Passed {
			return []string{lang.T("Passed on %s.", phrase.Date(s.Date))}, document.Good
		}
		out = append(out, lang.T("Not passed on %s.", phrase.Date(s.Date)))
		if !p.Study.ExamDate.After(p.Period.Last) {
			return out, document.Caution
		}
	}
	est, second := p.Now.Estimate, ""
	switch {
	case p.Study.ExamDate.Before(p.Period.Last):
		return append(out, lang.T("The exam was on %s; its result is not recorded.", phrase.Date(p.Study.ExamDate))), document.Plain
	case est.HasForecast:
		out = append(out, lang.T("%s chance of passing on %s: %s.", phrase.Chance(est.Pass.ExamDay), phrase.Day(p.Study.ExamDate), lang.Said(est.Pass.Word)))
		second = lang.T("Expected score %s, between %d and %d.", phrase.Share(est.ExamDay.Median), phrase.Percent(est.ExamDay.Low), phrase.Percent(est.ExamDay.High))
	default:
		words := lang.T("Not enough evidence yet for a chance of passing.")
		if len(est.Missing) > 0 {
			words += " " + sentence(lang.Capital(lang.Said(est.Missing[0])))
		}
		out = append(out, words)
	}
	if p.HasCheck {
		second += " " + lang.T("Does the plan fit? %s.", phrase.Verdict(p.Check.Verdict, p.Check.CushionMinutes))
		tone = verdictTone(p.Check.Verdict)
	}
	if second != "" {
		out = append(out, strings.TrimSpace(second))
	}
	return out, tone
}

func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// sat is the latest sitting of the study's own exam.
func sat(p app.Progress) (planner.Sitting, bool) {
	if n := len(p.Sittings); n > 0 {
		return p.Sittings[n-1], true
	}
	return planner.Sitting{}, false
}

func verdictTone(v planner.Verdict) document.Tone {
	switch v {
	case planner.Fits:
		return document.Good
	case planner.Tight, planner.NoRoomForAMock:
		return document.Caution
	case planner.DoesNotFit:
		return document.Bad
	}
	return document.Plain
}

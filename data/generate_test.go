package data_test

import (
	"fmt"

	"pgregory.net/rapid"

	"milepost/planner"
)

// anyText is text a person or another program might hand in, up to NUL characters and other scripts.
func anyText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.StringN(0, 40, -1), rapid.SampledFrom([]string{"", "it's \"quoted\"; --", "Größe\n日本\x00rest", "\u2028\t\\u0000"}))
}

func anyDate() *rapid.Generator[planner.Date] {
	return rapid.Custom(func(t *rapid.T) planner.Date {
		return planner.MustDate("2026-01-01").AddDays(rapid.IntRange(0, 700).Draw(t, "day"))
	})
}

func anyStudy(id string) *rapid.Generator[planner.Study] {
	return rapid.Custom(func(t *rapid.T) planner.Study {
		s := planner.Study{
			ID: id, Name: anyText().Draw(t, "name"), ExamID: anyText().Draw(t, "exam"), ExamCode: anyText().Draw(t, "code"),
			ExamDate: planner.MustDate("2028-01-01").AddDays(rapid.IntRange(0, 300).Draw(t, "exam day")),
			Sample:   rapid.Bool().Draw(t, "sample"), ScaledPassMark: rapid.Bool().Draw(t, "scaled"),
			Questions: rapid.IntRange(1, planner.MaxQuestions).Draw(t, "questions"), ExamMinutes: rapid.IntRange(10, 600).Draw(t, "exam minutes"),
			SessionMinutes: rapid.IntRange(10, 240).Draw(t, "session"), MockMinutes: rapid.IntRange(10, 600).Draw(t, "mock"),
			Steadiness:     rapid.SampledFrom([]planner.Steadiness{planner.SteadyLow, planner.SteadyNormal, planner.SteadyHigh}).Draw(t, "steadiness"),
			MocksWanted:    rapid.IntRange(-1, 50).Draw(t, "mocks"),
			HoursReference: rapid.Float64Range(1, 5000).Draw(t, "hours"), ContentShare: rapid.Float64Range(0, 1).Draw(t, "content"),
			Target: rapid.Float64Range(0.01, 1).Draw(t, "target"), Buffer: rapid.Float64Range(0, 0.5).Draw(t, "buffer"),
			PassLine: rapid.Float64Range(0.01, 1).Draw(t, "line"),
		}
		if rapid.Bool().Draw(t, "has start") {
			s.Start = anyDate().Draw(t, "start")
		}
		for i := range s.Availability.Weekday {
			s.Availability.Weekday[i] = rapid.IntRange(0, planner.MaxDayMinutes).Draw(t, "weekday")
			s.Availability.Start[i] = planner.TimeAt(rapid.IntRange(-1, 1439).Draw(t, "start at"))
		}
		s.Availability.MockStart = planner.TimeAt(rapid.IntRange(-1, 1439).Draw(t, "mock at"))
		for range rapid.IntRange(0, 4).Draw(t, "days") {
			s.Availability.Days = append(s.Availability.Days, planner.DayMinutes{Date: anyDate().Draw(t, "day"), Minutes: rapid.IntRange(0, 900).Draw(t, "minutes")})
		}
		for range rapid.IntRange(0, 4).Draw(t, "off") {
			s.Availability.Off = append(s.Availability.Off, planner.DateRange{First: anyDate().Draw(t, "first"), Last: anyDate().Draw(t, "last")})
		}
		ids := rapid.Permutation([]string{"a", "b", "ä", "日", "d1", "d 2"}).Draw(t, "domains")
		for _, id := range ids[:rapid.IntRange(1, len(ids)).Draw(t, "number of domains")] {
			s.Domains = append(s.Domains, anyDomain(id).Draw(t, "domain"))
		}
		return s
	})
}

func anyDomain(id string) *rapid.Generator[planner.StudyDomain] {
	return rapid.Custom(func(t *rapid.T) planner.StudyDomain {
		d := planner.StudyDomain{
			Domain: planner.Domain{
				ID: id, Name: anyText().Draw(t, "name"), Weight: rapid.Float64Range(0, 1e9).Draw(t, "weight"),
				WeightMin: rapid.Float64().Draw(t, "min"), WeightMax: rapid.Float64().Draw(t, "max"),
			},
			Difficulty: rapid.Float64Range(0.1, 10).Draw(t, "difficulty"), Rating: rapid.IntRange(0, 5).Draw(t, "rating"),
			Mastery: rapid.Float64Range(0, 1).Draw(t, "mastery"), HasMastery: rapid.Bool().Draw(t, "has mastery"), Skim: rapid.Bool().Draw(t, "skim"),
		}
		for range rapid.IntRange(0, 3).Draw(t, "topics") {
			d.Topics = append(d.Topics, anyText().Draw(t, "topic"))
		}
		return d
	})
}

func anySession() *rapid.Generator[planner.Session] {
	return rapid.Custom(func(t *rapid.T) planner.Session {
		return planner.Session{
			ID: fmt.Sprintf("s-%d", rapid.IntRange(0, 30).Draw(t, "id")), Date: anyDate().Draw(t, "date"), Order: rapid.IntRange(0, 9).Draw(t, "order"),
			Domain: rapid.SampledFrom([]string{"", "d1", "a domain that went"}).Draw(t, "domain"), Activity: rapid.SampledFrom(planner.Activities).Draw(t, "activity"),
			Minutes: rapid.IntRange(0, 600).Draw(t, "minutes"), Pinned: rapid.Bool().Draw(t, "pinned"),
			Status:      rapid.SampledFrom([]planner.Status{planner.Planned, planner.Done, planner.Missed, planner.Skipped}).Draw(t, "status"),
			DoneMinutes: rapid.IntRange(0, 600).Draw(t, "done"), Stage: rapid.SampledFrom([]planner.Stage{"", planner.History, planner.Published, planner.Draft}).Draw(t, "stage"),
			Reason: anyText().Draw(t, "reason"), Note: anyText().Draw(t, "note"), ByHand: rapid.Bool().Draw(t, "by hand"),
		}
	})
}

func anyMock(id string) *rapid.Generator[planner.Mock] {
	return rapid.Custom(func(t *rapid.T) planner.Mock {
		m := planner.Mock{
			ID: id, Date: anyDate().Draw(t, "date"), Source: "Bank " + anyText().Draw(t, "source"), Official: rapid.Bool().Draw(t, "official"),
			Timed: rapid.Bool().Draw(t, "timed"), FirstAttempt: rapid.Bool().Draw(t, "first"), Minutes: rapid.IntRange(0, 1440).Draw(t, "minutes"),
			Percent: rapid.Float64Range(0, 100).Draw(t, "percent"), HasPercent: true, Note: anyText().Draw(t, "note"),
			HasGuess: rapid.Bool().Draw(t, "guessed"), Guess: rapid.Float64Range(0, 100).Draw(t, "guess"),
		}
		for _, id := range rapid.Permutation([]string{"d1", "d2", "ä", "gone"}).Draw(t, "domains")[:rapid.IntRange(0, 4).Draw(t, "scores")] {
			total := rapid.IntRange(1, 100).Draw(t, "total")
			m.Domains = append(m.Domains, planner.DomainScore{Domain: id, Correct: rapid.IntRange(0, total).Draw(t, "correct"), Total: total})
		}
		if rapid.Bool().Draw(t, "has total") {
			m.Correct, m.Total = m.Counts()
			m.Total++
		}
		return m
	})
}

package app

import (
	"context"
	"fmt"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
	"milepost/planner/readiness"
)

// SampleExamID is the exam the sample study prepares for.
const SampleExamID = "isc2-issmp-2025"

// The sample candidate: 38 days into a preparation, 73 days before the exam.
const (
	sampleDaysBehind = 38
	sampleDaysAhead  = 73
)

// sampleMock is a mock of the sample candidate; shares are percent correct by domain.
type sampleMock struct {
	daysAgo   int
	source    string
	questions int
	minutes   int
	official  bool
	untimed   bool
	shares    [6]int
	guess     float64 // percent; 0: none
	note      string
}

var sampleMocks = []sampleMock{
	{36, "Diagnostic", 125, 140, false, false, [6]int{52, 45, 50, 40, 48, 60}, 0, "First attempt, no preparation."},
	{27, "Boson ExSim", 125, 178, false, false, [6]int{60, 55, 62, 48, 66, 65}, 62, ""},
	{19, "Official practice", 100, 0, true, true, [6]int{62, 50, 58, 50, 55, 66}, 68, "Counts less: untimed, with notes."},
	{12, "Boson ExSim", 125, 172, false, false, [6]int{70, 66, 70, 58, 68, 74}, 70, "Misread \"first\" for \"best\" six times."},
	{5, "Official practice", 50, 65, true, false, [6]int{72, 66, 63, 52, 66, 70}, 76, ""},
	{1, "Boson ExSim", 125, 161, false, false, [6]int{78, 72, 74, 58, 69, 76}, 72, "Ran out of focus in the last 30."},
}

// SampleStudy is the study of the sample candidate as seen from today.
func (m *Milepost) SampleStudy() (planner.Study, error) {
	exam, ok := m.Exam(SampleExamID)
	if !ok {
		return planner.Study{}, fmt.Errorf("the catalogue lacks %s", SampleExamID)
	}
	today := m.Today()
	s := m.NewStudyDraft(exam)
	s.Name = lang.T("Sample: %s", exam.Code)
	s.Sample = true
	s.Start = today.AddDays(-sampleDaysBehind)
	s.ExamDate = today.AddDays(sampleDaysAhead)
	s.Availability.Weekday = [7]int{60, 60, 45, 60, 45, 240, 60}
	evening, morning := planner.TimeAt(19*60), planner.TimeAt(9*60)
	s.Availability.Start = [7]planner.TimeOfDay{evening, evening, evening, evening, evening, morning, morning}
	s.Availability.Off = []planner.DateRange{
		{First: today.AddDays(31), Last: today.AddDays(39)},
		{First: today.AddDays(54), Last: today.AddDays(54)},
	}
	for i, rating := range [6]int{4, 2, 3, 1, 2, 3} {
		s.Domains[i].Rating = rating
	}
	return s, nil
}

// CreateSample stores the sample study: six weeks of honest work, six mocks from three sources, and the plan ahead.
func (m *Milepost) CreateSample(ctx context.Context) (planner.Study, error) {
	s, err := m.SampleStudy()
	if err != nil {
		return s, err
	}
	s.ID = m.newID()
	plan, err := planner.Build(planner.Request{Today: s.Start, Study: s})
	if err != nil {
		return s, err
	}
	l := loaded{study: s, sessions: samplePast(plan.Sessions, m.Today())}
	for i, sm := range sampleMocks {
		l.mocks = append(l.mocks, sm.mock(s, m.Today(), fmt.Sprintf("%s-mock-%d", s.ID, i+1)))
	}
	req, err := m.requestFrom(l)
	if err != nil {
		return s, err
	}
	ahead, err := planner.Build(req)
	if err != nil {
		return s, err
	}
	told, err := m.sampleDiary(l)
	if err != nil {
		return s, err
	}
	sessions := append(l.sessions, ahead.Sessions...)
	return s, m.do(ctx, "Open the sample", func(tx *data.Tx) error {
		if err := tx.SaveStudy(s); err != nil {
			return err
		}
		if err := tx.ReplaceSessions(s.ID, storable(withoutDuplicates(sessions))); err != nil {
			return err
		}
		if err := tx.ReplaceMilestones(s.ID, ahead.Milestones); err != nil {
			return err
		}
		for _, mk := range l.mocks {
			if err := tx.SaveMock(s.ID, mk); err != nil {
				return err
			}
		}
		for _, f := range told.days {
			if err := tx.KeepForecast(s.ID, f); err != nil {
				return err
			}
		}
		for _, e := range told.mocks {
			if err := tx.KeepMockForecast(s.ID, e); err != nil {
				return err
			}
		}
		return tx.SetOpenStudy(s.ID)
	})
}

// sampleDiary is the diary the sample candidate would have kept: each forecast from what was known on its day.
func (m *Milepost) sampleDiary(l loaded) (diary, error) {
	var d diary
	known := l
	for day := l.study.Start; day.Before(m.Today()); day = day.AddDays(1) {
		known.mocks = mocksUpTo(l.mocks, day.AddDays(-1)) // the day begins before its mock
		f, ok, err := m.dayForecast(known, day)
		if err != nil {
			return d, err
		}
		if ok {
			d.days = append(d.days, f)
		}
	}
	for i, mk := range l.mocks {
		known.mocks = l.mocks[:i]
		f, err := m.foretell(known, mk)
		if err != nil {
			return d, err
		}
		d.mocks = append(d.mocks, readiness.EntryFor(mk, f, l.study.PassLine))
	}
	return d, nil
}

// samplePast keeps the sessions before today and says what became of them: mostly done, some longer or shorter, a few skipped.
// Mock sessions are left out: the sample's mocks are recorded as mocks.
func samplePast(sessions []planner.Session, today planner.Date) []planner.Session {
	var out []planner.Session
	for i, s := range sessions {
		if !s.Date.Before(today) || s.Activity == planner.MockExam {
			continue
		}
		s.Status, s.DoneMinutes = planner.Done, s.Minutes
		switch i % 9 {
		case 3:
			s.DoneMinutes = s.Minutes * 3 / 4
		case 5:
			s.DoneMinutes = s.Minutes + 10
		case 8:
			s.Status, s.DoneMinutes = planner.Skipped, 0
		}
		out = append(out, s)
	}
	return out
}

func (sm sampleMock) mock(s planner.Study, today planner.Date, id string) planner.Mock {
	mk := planner.Mock{
		ID: id, Date: today.AddDays(-sm.daysAgo), Source: sm.source, Official: sm.official, Timed: !sm.untimed, FirstAttempt: true,
		Minutes: sm.minutes, Note: sm.note, Guess: sm.guess, HasGuess: sm.guess > 0,
	}
	for i, n := range apportion(sm.questions, s.Domains) {
		mk.Domains = append(mk.Domains, planner.DomainScore{
			Domain: s.Domains[i].ID, Total: n, Correct: (n*sm.shares[i%len(sm.shares)] + 50) / 100,
		})
	}
	return mk
}

// QuestionsByDomain splits a number of questions over the domains by weight: what a mock of that size usually holds.
func QuestionsByDomain(total int, domains []planner.StudyDomain) []int {
	return apportion(total, domains)
}

// apportion splits n by weight with the largest remainders (Hamilton); it is used for display and samples only.
func apportion(n int, domains []planner.StudyDomain) []int {
	out := make([]int, len(domains))
	sum := 0.0
	for _, d := range domains {
		sum += d.Weight
	}
	if sum == 0 {
		return out
	}
	rest := make([]float64, len(domains))
	given := 0
	for i, d := range domains {
		exact := float64(n) * d.Weight / sum
		out[i] = int(exact)
		rest[i] = exact - float64(out[i])
		given += out[i]
	}
	for ; given < n; given++ {
		best := 0
		for i := range rest {
			if rest[i] > rest[best] {
				best = i
			}
		}
		out[best]++
		rest[best] = -1
	}
	return out
}

package app

import (
	"cmp"
	"context"
	"slices"

	"milepost/data"
	"milepost/planner"
	"milepost/planner/readiness"
)

// DiaryView is how well the estimates have foretold what came: the prediction diary of the open study.
type DiaryView struct {
	Study planner.Study
	Today planner.Date
	// Mocks with a forecast, oldest first.
	Mocks []DiaryMock
	Score readiness.DiaryScore
	// Days are the daily forecasts of the exam, oldest first.
	Days []readiness.DayForecast
	// Sittings of the exam that were foretold, by date.
	Sittings []DiarySitting
	// Guess is what is guessed of the next mock, when HasGuess; Next is what the estimate expects of it, told once there is a guess to compare with.
	Guess    data.Guess
	HasGuess bool
	Next     NextMock
}

// DiaryMock is a mock with what was foretold of it.
type DiaryMock struct {
	Mock  planner.Mock
	Entry readiness.MockEntry
	// Changed is true when the mock was edited into another than was foretold: it is not scored.
	Changed bool
}

// Scored reports whether the forecast counts: it rests on something, and the mock is the one that was foretold.
func (d DiaryMock) Scored() bool { return !d.Changed && d.Entry.Forecast.Mocks > 0 }

// DiarySitting is a sitting of the exam with what was foretold of it on the day before and earlier.
type DiarySitting struct {
	Sitting planner.Sitting
	// Forecasts with a chance of passing, the latest first: the last one before the sitting, and those nearest to two, four and eight weeks before it.
	Forecasts []readiness.DayForecast
	// Brier is the score of the first of them: 0 is right and certain, 1 is wrong and certain.
	Brier float64
}

// NextMock is what to expect of the mock one would most likely take next: of the source used last, as long as the exam.
type NextMock struct {
	Source   string
	Forecast readiness.MockForecast
	Known    bool // false while no mock has been recorded
}

// lookedBack are the days before a sitting at which its forecasts are looked up.
var lookedBack = []int{14, 28, 56}

// diary is everything that was foretold in a study.
type diary struct {
	days  []readiness.DayForecast
	mocks []readiness.MockEntry
}

// told reads everything that was foretold in a study.
func (m *Milepost) told(ctx context.Context, studyID string) (d diary, err error) {
	if d.days, err = m.store.Forecasts(ctx, studyID); err != nil {
		return d, err
	}
	d.mocks, err = m.store.MockForecasts(ctx, studyID)
	return d, err
}

// carry copies the diary into another study, where mocks have other IDs.
func (d diary) carry(tx *data.Tx, ids map[string]string, to string) error {
	for _, f := range d.days {
		if err := tx.KeepForecast(to, f); err != nil {
			return err
		}
	}
	for _, e := range d.mocks {
		id, known := ids[e.MockID]
		if !known {
			continue // deleted since
		}
		e.MockID = id
		if err := tx.KeepMockForecast(to, e); err != nil {
			return err
		}
	}
	return nil
}

// Diary tells how well the open study's estimates have foretold.
func (m *Milepost) Diary(ctx context.Context) (DiaryView, error) {
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return DiaryView{}, err
	}
	v := DiaryView{Study: l.study, Today: m.Today()}
	told, err := m.told(ctx, l.study.ID)
	if err != nil {
		return v, err
	}
	v.Days, v.Mocks = told.days, diaryMocks(mocksUpTo(l.mocks, v.Today), told.mocks)
	var scored []readiness.Foretold
	for _, d := range v.Mocks {
		if d.Scored() {
			scored = append(scored, d.Entry.Foretold(d.Mock))
		}
	}
	v.Score = readiness.ScoreMocks(scored)
	var before planner.Date // the sitting before
	for _, s := range sittingsUpTo(l, v.Today) {
		if d, ok := diarySitting(s, before, v.Days); ok {
			v.Sittings = append(v.Sittings, d)
		}
		before = s.Date
	}
	if v.Guess, v.HasGuess, err = m.store.Guess(ctx, l.study.ID); err != nil {
		return v, err
	}
	v.Next, err = m.nextMock(l)
	return v, err
}

// diaryMocks puts mocks, oldest first, and their forecasts together.
func diaryMocks(mocks []planner.Mock, entries []readiness.MockEntry) []DiaryMock {
	kept := make(map[string]readiness.MockEntry, len(entries))
	for _, e := range entries {
		kept[e.MockID] = e
	}
	var out []DiaryMock
	for _, mk := range mocks {
		if e, ok := kept[mk.ID]; ok {
			out = append(out, DiaryMock{Mock: mk, Entry: e, Changed: !e.Fits(mk)})
		}
	}
	return out
}

// diarySitting finds what was foretold of a sitting since the one before it; ok is false when no chance of passing was told in that time.
func diarySitting(s planner.Sitting, earlier planner.Date, days []readiness.DayForecast) (d DiarySitting, ok bool) {
	d.Sitting = s
	before := slices.DeleteFunc(slices.Clone(days), func(f readiness.DayForecast) bool {
		return !f.HasChance || !f.Day.Before(s.Date) || !f.Day.After(earlier)
	})
	if len(before) == 0 {
		return d, false
	}
	last := before[len(before)-1]
	d.Forecasts, d.Brier = append(d.Forecasts, last), readiness.BrierOf(last.Chance, s.Passed)
	for _, ago := range lookedBack {
		near := slices.MinFunc(before, func(a, b readiness.DayForecast) int {
			return cmp.Compare(distance(a.Day.DaysUntil(s.Date), ago), distance(b.Day.DaysUntil(s.Date), ago))
		})
		if near.Day.Before(d.Forecasts[len(d.Forecasts)-1].Day) && distance(near.Day.DaysUntil(s.Date), ago) <= ago/2 {
			d.Forecasts = append(d.Forecasts, near)
		}
	}
	return d, true
}

func distance(a, b int) int { return max(a-b, b-a) }

// nextMock foretells a mock of today from the source used last.
func (m *Milepost) nextMock(l loaded) (NextMock, error) {
	taken := mocksUpTo(l.mocks, m.Today())
	if len(taken) == 0 {
		return NextMock{}, nil
	}
	last := taken[len(taken)-1]
	next := planner.Mock{Date: m.Today(), Source: last.Source, Official: last.Official, Timed: true, FirstAttempt: true, Total: l.study.Questions}
	f, err := m.foretell(l, next)
	return NextMock{Source: last.Source, Forecast: f, Known: err == nil}, err
}

// foretell works out what was to be expected of a mock, from everything else that was known on its day.
func (m *Milepost) foretell(l loaded, mock planner.Mock) (readiness.MockForecast, error) {
	known := l
	known.mocks = slices.DeleteFunc(slices.Clone(l.mocks), func(o planner.Mock) bool { return mock.ID != "" && o.ID == mock.ID })
	in, _ := m.evidence(known, mock.Date)
	return readiness.ForecastMock(in, mock)
}

// KeepForecast writes down what the exam looks like today, unless that was done already or there is nothing to tell: no result yet, or the exam
// is over. Call it when a day begins; what is written stays. Who only looks ahead (--today) writes nothing down for a day that has not begun.
func (m *Milepost) KeepForecast(ctx context.Context) error {
	if m.Today().After(planner.DateOf(m.now())) {
		return nil
	}
	l, err := m.loadCurrent(ctx)
	if err != nil {
		return err
	}
	days, err := m.store.Forecasts(ctx, l.study.ID)
	if err != nil {
		return err
	}
	if n := len(days); n > 0 && !days[n-1].Day.Before(m.Today()) {
		return nil
	}
	f, ok, err := m.dayForecast(l, m.Today())
	if err != nil || !ok {
		return err
	}
	return m.store.Do(ctx, "Keep the forecast", func(tx *data.Tx) error { return tx.KeepForecast(l.study.ID, f) })
}

// dayForecast is what the exam looks like on a day; ok is false when there is nothing to tell.
func (m *Milepost) dayForecast(l loaded, on planner.Date) (f readiness.DayForecast, ok bool, err error) {
	in, _ := m.evidence(l, on)
	over := slices.ContainsFunc(l.sittings, func(s planner.Sitting) bool { return !s.Date.Before(l.study.ExamDate) })
	if len(in.Mocks) == 0 || on.After(l.study.ExamDate) || over {
		return f, false, nil
	}
	r, err := m.estimate(l, on)
	if err != nil {
		return f, false, err
	}
	return readiness.ForecastOf(r, in), true, nil
}

// diaryOf is what goes into the diary when a mock is recorded: what the day looked like before, and what was to be expected of the mock. What cannot be
// foretold is left out: a mock is worth more than its forecast.
func (m *Milepost) diaryOf(l loaded, mock planner.Mock) (keep func(*data.Tx) error) {
	day, hasDay, err := m.dayForecast(l, m.Today())
	hasDay = hasDay && err == nil
	f, err := m.foretell(l, mock)
	hasMock := err == nil
	entry := readiness.EntryFor(mock, f, cmp.Or(l.study.PassLine, planner.DefaultPassLine))
	return func(tx *data.Tx) error {
		if hasDay {
			if err := tx.KeepForecast(l.study.ID, day); err != nil {
				return err
			}
		}
		if !hasMock {
			return nil
		}
		return tx.KeepMockForecast(l.study.ID, entry)
	}
}

// NextGuess is what was guessed of the next mock of the open study; ok is false when nothing was.
func (m *Milepost) NextGuess(ctx context.Context) (percent float64, ok bool, err error) {
	s, err := m.Current(ctx)
	if err != nil {
		return 0, false, err
	}
	g, ok, err := m.store.Guess(ctx, s.ID)
	return g.Percent, ok, err
}

// GuessNext stores what is guessed of the next mock, in percent. It goes with the next mock that is recorded.
func (m *Milepost) GuessNext(ctx context.Context, percent float64) error {
	if err := planner.CheckGuess(percent); err != nil {
		return err
	}
	s, err := m.Current(ctx)
	if err != nil {
		return err
	}
	return m.do(ctx, "Guess the next mock", func(tx *data.Tx) error {
		return tx.SetGuess(s.ID, data.Guess{Day: m.Today(), Percent: percent})
	})
}

// TakeGuessBack forgets what was guessed of the next mock.
func (m *Milepost) TakeGuessBack(ctx context.Context) error {
	s, err := m.Current(ctx)
	if err != nil {
		return err
	}
	return m.do(ctx, "Take the guess back", func(tx *data.Tx) error { return tx.DropGuess(s.ID) })
}

package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
)

// ClockState is what the clock of a timed mock does.
type ClockState string

// The states.
const (
	ClockRuns   ClockState = "running"
	ClockPaused ClockState = "paused" // the clock stands still, and that is told of the mock
	ClockBreak  ClockState = "break"  // the clock goes on, as in most exams
	ClockOver   ClockState = "over"   // the mock waits to be recorded
)

// TimedMock is a mock that is taken against the clock. It has no clock of its own: it is told the time, and everything it says follows from that. The
// exported fields are what is kept in the data file, so that a mock outlives the program.
type TimedMock struct {
	Study     string        `json:"study"` // its ID
	Source    string        `json:"source"`
	Questions int           `json:"questions"`
	Limit     time.Duration `json:"limit"`

	Day      planner.Date  `json:"day"` // on which it counts as taken, however late it gets
	State    ClockState    `json:"state"`
	Begun    time.Time     `json:"begun"`
	Seen     time.Time     `json:"seen"`     // up to when the times below are counted
	Spent    time.Duration `json:"spent"`    // on the clock, breaks included
	Paused   time.Duration `json:"paused"`   // with the clock standing still
	OnBreak  time.Duration `json:"on_break"` // part of Spent
	Pauses   int           `json:"pauses"`
	Breaks   int           `json:"breaks"`
	Answered int           `json:"answered"`
	// Marks are the questions that were answered when a quarter of the time had gone, a half, three quarters and all of it; as many as have passed.
	Marks []int `json:"marks,omitempty"`
	// Gap is how long the program was closed while the clock ran, counted as a pause until somebody says otherwise.
	Gap time.Duration `json:"gap,omitempty"`
}

// What a timed mock may be.
const (
	MaxClockMinutes = 12 * 60
	// markGrace is how long after a quarter has passed the questions answered by then may still be told: nobody looks up in the middle of one.
	markGrace = 2 * time.Minute
	// strictPause is how long the clock may have stood still in all for a mock that still counts as timed.
	strictPause = 5 * time.Minute
	// closedTooLong is the gap that nobody is asked about: the mock was left.
	closedTooLong = 3 * time.Hour
)

// StartMock begins a mock against the clock. The error names the field.
func StartMock(t TimedMock, now time.Time) (TimedMock, error) {
	t = TimedMock{Study: t.Study, Source: strings.TrimSpace(t.Source), Questions: t.Questions, Limit: t.Limit, Day: t.Day, State: ClockRuns, Begun: now, Seen: now}
	fail := func(field, format string, args ...any) (TimedMock, error) {
		return TimedMock{}, &planner.FieldError{Field: field, Reason: lang.Of(format, args...)}
	}
	switch {
	case t.Source == "":
		return fail("source", lang.Key("say where the questions come from"))
	case t.Questions < 1 || t.Questions > planner.MaxMockQuestions:
		return fail("questions", lang.Key("a mock has 1 to %d questions"), planner.MaxMockQuestions)
	case t.Day.IsZero():
		return fail("date", lang.Key("a mock is taken on a day"))
	case t.Limit < time.Minute || t.Limit > MaxClockMinutes*time.Minute:
		return fail("minutes", lang.Key("a mock takes 1 to %d minutes"), MaxClockMinutes)
	}
	if err := planner.CheckText("source", t.Source, planner.MaxNameRunes); err != nil {
		return TimedMock{}, err
	}
	return t, nil
}

// Tick counts the time up to now. A clock that goes back counts nothing.
func (t *TimedMock) Tick(now time.Time) {
	d := now.Sub(t.Seen)
	t.Seen = now
	if d <= 0 {
		return
	}
	switch t.State {
	case ClockRuns:
		t.spend(d)
	case ClockBreak:
		t.OnBreak += d
		t.spend(d)
	case ClockPaused:
		t.Paused += d
	}
}

// spend lets the exam's clock go on, and marks the quarters it passes.
func (t *TimedMock) spend(d time.Duration) {
	t.Spent += d
	for len(t.Marks) < quarters && t.Spent >= t.Limit*time.Duration(len(t.Marks)+1)/quarters {
		t.Marks = append(t.Marks, t.Answered)
	}
}

const quarters = 4

// Pause stops the clock, GoOn lets it run, Break leaves the desk while it runs, Finish ends the mock.
func (t *TimedMock) Pause(now time.Time) { t.become(now, ClockPaused) }

// GoOn lets the clock run again, after a pause or a break.
func (t *TimedMock) GoOn(now time.Time) { t.become(now, ClockRuns) }

// Break begins a break: the clock runs on, and how long it was is remembered.
func (t *TimedMock) Break(now time.Time) { t.become(now, ClockBreak) }

// Finish ends the mock.
func (t *TimedMock) Finish(now time.Time) { t.become(now, ClockOver) }

func (t *TimedMock) become(now time.Time, s ClockState) {
	t.Tick(now)
	if t.State == s || t.State == ClockOver {
		return
	}
	switch s {
	case ClockPaused:
		t.Pauses++
	case ClockBreak:
		t.Breaks++
	}
	t.State = s
}

// Answer says how many questions are answered by now.
func (t *TimedMock) Answer(now time.Time, n int) {
	t.Tick(now)
	t.Answered = min(max(n, 0), t.Questions)
	if last := len(t.Marks) - 1; last >= 0 && t.Spent-t.Limit*time.Duration(last+1)/quarters <= markGrace {
		t.Marks[last] = t.Answered
	}
}

// Left is what is left on the clock; negative when the time is over.
func (t TimedMock) Left() time.Duration { return t.Limit - t.Spent }

// Due is how many questions should be answered by now, at the same pace from beginning to end.
func (t TimedMock) Due() int { return t.dueAt(t.Spent) }

func (t TimedMock) dueAt(spent time.Duration) int {
	if t.Limit <= 0 {
		return 0
	}
	return min(int(float64(t.Questions)*float64(spent)/float64(t.Limit)), t.Questions)
}

// DueMark is how many questions should be answered when so many quarters of the time have gone.
func (t TimedMock) DueMark(quarter int) int {
	return t.dueAt(t.Limit * time.Duration(quarter) / quarters)
}

// Counts reports whether the mock was timed enough to be recorded as such.
func (t TimedMock) Counts() bool { return t.Paused <= strictPause }

// takeUp goes on with a mock that was noted, after the program was away: what passed since counts as a pause until somebody says that the clock ran on.
func (t *TimedMock) takeUp(now time.Time) {
	if t.State != ClockRuns && t.State != ClockBreak {
		t.Tick(now)
		return
	}
	before := t.Paused
	t.State = ClockPaused
	t.Pauses++
	t.Tick(now)
	if t.Gap = t.Paused - before; t.Gap > closedTooLong {
		t.Gap = 0
	}
}

// CountGap takes the time in which the program was closed for time on the clock.
func (t *TimedMock) CountGap(now time.Time) {
	t.Tick(now)
	gap := min(t.Gap, t.Paused)
	t.Gap = 0
	t.Paused -= gap
	t.Pauses = max(t.Pauses-1, 0)
	t.spend(gap)
	if t.State == ClockPaused {
		t.State = ClockRuns
	}
}

// MockDraft is what is known of a mock before its answers are counted.
type MockDraft struct {
	Date      planner.Date
	Source    string
	Questions int
	Minutes   int
	Timed     bool
	Note      string
}

// Draft is what goes into the form of a mock.
func (t TimedMock) Draft() MockDraft {
	return MockDraft{
		Date: t.Day, Source: t.Source, Questions: t.Questions, Minutes: max(int(t.Spent.Round(time.Minute)/time.Minute), 1),
		Timed: t.Counts(), Note: t.note(),
	}
}

// note sums up pace, pauses and breaks.
func (t TimedMock) note() string {
	var parts []string
	for i, n := range t.Marks {
		parts = append(parts, lang.T("%d of %d", n, t.DueMark(i+1)))
	}
	out := ""
	if len(parts) > 0 {
		out = lang.T("Pace by quarter (answered of due): %s.", strings.Join(parts, ", "))
	}
	minutes := func(d time.Duration) int { return int(d.Round(time.Minute) / time.Minute) }
	if t.Breaks > 0 {
		out += lang.T(" Breaks: %d, %d min.", t.Breaks, minutes(t.OnBreak))
	}
	if t.Pauses > 0 {
		times := lang.T("once")
		if t.Pauses > 1 {
			times = lang.T("%d times", t.Pauses)
		}
		out += lang.T(" Clock stopped %s, %d min in all.", times, minutes(t.Paused))
	}
	if over := minutes(-t.Left()); over > 0 {
		out += lang.T(" %d min over time.", over)
	}
	return strings.TrimSpace(out)
}

// valid reports whether a note of a mock makes sense: it could come from another program.
func (t TimedMock) valid() bool {
	const longest = 365 * 24 * time.Hour
	ok := t.Source != "" && planner.CheckText("source", t.Source, planner.MaxNameRunes) == nil && t.Questions >= 1 && t.Questions <= planner.MaxMockQuestions &&
		t.Limit >= time.Minute && t.Limit <= MaxClockMinutes*time.Minute && !t.Day.IsZero() && !t.Begun.IsZero() && !t.Seen.IsZero() &&
		t.Answered >= 0 && t.Answered <= t.Questions && t.Pauses >= 0 && t.Breaks >= 0 && len(t.Marks) <= quarters
	for _, d := range []time.Duration{t.Spent, t.Paused, t.OnBreak, t.Gap} {
		ok = ok && d >= 0 && d <= longest
	}
	for _, n := range t.Marks {
		ok = ok && n >= 0 && n <= t.Questions
	}
	return ok && slices.Contains([]ClockState{ClockRuns, ClockPaused, ClockBreak, ClockOver}, t.State)
}

// timedMockKey names the setting in which the timed mock of a study is noted.
func timedMockKey(study string) string { return "local.timed-mock." + study }

// KeepTimedMock notes how a timed mock stands. That is no action, and not undone.
func (m *Milepost) KeepTimedMock(ctx context.Context, t TimedMock) error {
	t.Begun, t.Seen = t.Begun.UTC(), t.Seen.UTC()
	note, err := json.Marshal(t)
	if err != nil {
		return fmt.Errorf("note the timed mock: %w", err)
	}
	return m.noteTimedMock(ctx, t.Study, string(note))
}

// ForgetTimedMock drops the timed mock of a study.
func (m *Milepost) ForgetTimedMock(ctx context.Context, study string) error {
	return m.noteTimedMock(ctx, study, "")
}

func (m *Milepost) noteTimedMock(ctx context.Context, study, note string) error {
	return m.store.Do(ctx, "Note the timed mock", func(tx *data.Tx) error { return tx.SetSetting(timedMockKey(study), note) })
}

// TimedMockView is what the screen of a timed mock shows.
type TimedMockView struct {
	Study   planner.Study
	Today   planner.Date
	Sources []string // known sources, most recent first
	// Mock is the one under way, or over and not recorded; nil for none.
	Mock *TimedMock
}

// TimedMock finds the mock that is taken against the clock in the open study.
func (m *Milepost) TimedMock(ctx context.Context) (TimedMockView, error) {
	mocks, err := m.Mocks(ctx)
	if err != nil {
		return TimedMockView{}, err
	}
	v := TimedMockView{Study: mocks.Study, Today: mocks.Today, Sources: mocks.Sources}
	text, err := m.store.Setting(ctx, timedMockKey(v.Study.ID))
	if err != nil || text == "" {
		return v, err
	}
	var t TimedMock
	if json.Unmarshal([]byte(text), &t) != nil || t.Study != v.Study.ID || !t.valid() {
		return v, nil
	}
	here := m.now().Location()
	t.Begun, t.Seen = t.Begun.In(here), t.Seen.In(here)
	v.Mock = &t
	return v, nil
}

// TakeUp goes on with a mock that was noted by a program that has ended since.
func (t TimedMock) TakeUp(now time.Time) TimedMock {
	t.Marks = slices.Clone(t.Marks)
	t.takeUp(now)
	return t
}

// recordedBy reports whether a mock is the result of the one that was taken against the clock and is over.
func (t *TimedMock) recordedBy(mock planner.Mock) bool {
	return t != nil && t.State == ClockOver && strings.EqualFold(t.Source, mock.Source)
}

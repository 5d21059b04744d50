package today

import (
	"fmt"
	"time"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// timer counts a session down. It goes on while other screens are open, and what it has counted is noted at every step and once a
// minute: a program that is killed loses less than a minute.
type timer struct {
	shell  kit.Shell
	finish func(id string, minutes int)
	note   func(app.Timer)

	study   string          // ID of the study
	session planner.Session // without an ID: there is nothing to time
	studied time.Duration   // up to the last pause
	since   time.Time       // zero while paused
	extra   time.Duration   // added by hand
	noted   time.Time
	rung    bool          // that the time is up was told
	gap     time.Duration // how long the program was closed while the timer was running; what of it was studied nobody knows
	closed  time.Time     // when that began

	cancel   func()
	onSecond func()
	onChange func()
}

// newTimer makes a timer. finish logs the minutes of a session; note writes down how the timer stands.
func newTimer(shell kit.Shell, finish func(id string, minutes int), note func(app.Timer)) *timer {
	return &timer{shell: shell, finish: finish, note: note, onSecond: func() {}, onChange: func() {}}
}

// How much the timer writes down and takes up.
const (
	noteEvery   = time.Minute
	longestGap  = 3 * time.Hour // a program closed for longer was not closed over a book
	extendBy    = 10 * time.Minute
	shortestGap = time.Minute
)

// belongsTo points the timer at the session to do now. One that counts for another session is noted and stopped.
func (t *timer) belongsTo(study string, s *app.SessionView) {
	if s != nil && s.ID == t.session.ID && study == t.study {
		t.session = s.Session // it may have been edited
		return
	}
	if t.running() {
		t.pause()
	}
	t.stop()
	t.study, t.session, t.studied, t.extra, t.gap, t.rung = study, planner.Session{}, 0, 0, 0, false
	if s != nil {
		t.session = s.Session
	}
}

// takeUp goes on with what was noted, paused: whether the person studied on while the program was closed nobody knows.
func (t *timer) takeUp(n app.Timer) {
	if t.started() {
		return
	}
	t.study, t.session, t.studied, t.extra = n.Study, n.Session, n.Studied, n.Extra
	t.gap = 0
	t.rung = t.left() <= 0
	now := t.shell.Now()
	if gap := now.Sub(n.Seen); n.Running && gap >= shortestGap && gap <= longestGap && planner.DateOf(now) == planner.DateOf(n.Seen) {
		t.gap, t.closed = gap, n.Seen
	}
}

// countGap counts the time the program was closed as studied.
func (t *timer) countGap() {
	t.studied += t.gap
	t.gap = 0
	t.keep()
	t.told()
}

func (t *timer) running() bool { return !t.since.IsZero() }

func (t *timer) started() bool { return t.running() || t.studied > 0 }

// elapsed is the time studied so far.
func (t *timer) elapsed() time.Duration {
	if !t.running() {
		return t.studied
	}
	return t.studied + max(t.shell.Now().Sub(t.since), 0)
}

// toggle starts, pauses or goes on.
func (t *timer) toggle() {
	if t.running() {
		t.pause()
	} else {
		t.since = t.shell.Now()
		t.keep()
		t.tick()
	}
	t.told()
}

// extend gives the session more time than it was planned for.
func (t *timer) extend() {
	t.extra = min(t.extra+extendBy, app.MaxLoggedMinutes*time.Minute)
	t.keep()
	t.told()
}

func (t *timer) pause() {
	t.studied = t.elapsed()
	t.since = time.Time{}
	t.stop()
	t.keep()
}

// settle writes down how a running timer stands, before something else may come to be the thing to do.
func (t *timer) settle() {
	if t.running() && t.noted != t.shell.Now() {
		t.keep()
	}
}

// close writes down how the timer stands, running or not, and stops it: the program ends.
func (t *timer) close() {
	t.settle()
	t.studied, t.since = t.elapsed(), time.Time{}
	t.stop()
}

// keep writes down how the timer stands.
func (t *timer) keep() {
	t.noted = t.shell.Now()
	t.note(app.Timer{Study: t.study, Session: t.session, Studied: t.elapsed(), Extra: t.extra, Running: t.running(), Seen: t.noted})
}

// ring tells once that the planned time is up. The timer goes on.
func (t *timer) ring() {
	up := t.left() <= 0
	if up && !t.rung && t.running() {
		t.shell.Notify(lang.T("The time is up."), lang.T("Finish, or go on: what you study is counted."))
	}
	t.rung = up
}

// left is what is left of the planned time; negative once it is over.
func (t *timer) left() time.Duration {
	return time.Duration(t.session.Minutes)*time.Minute + t.extra - t.elapsed()
}

func (t *timer) tick() {
	t.cancel = t.shell.After(time.Second, func() {
		t.ring()
		if t.shell.Now().Sub(t.noted) >= noteEvery {
			t.keep()
		}
		t.onSecond()
		t.tick()
	})
}

// done logs what was studied, at least a minute. What was studied is kept until the session is no longer the one to do:
// logging may fail.
func (t *timer) done() {
	t.pause()
	t.onSecond()
	minutes := int(t.studied.Round(time.Minute) / time.Minute)
	t.finish(t.session.ID, min(max(minutes, 1), app.MaxLoggedMinutes))
}

func (t *timer) stop() {
	if t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
}

// words is the button's text: what is left, or how much longer it has been.
func (t *timer) words() string {
	left := t.left()
	sign := ""
	if left < 0 {
		left, sign = -left, "+"
	}
	clock := fmt.Sprintf("%s%d:%02d", sign, int(left.Minutes()), int(left.Seconds())%60)
	switch {
	case t.running():
		return lang.T("Pause %s", clock)
	case t.started():
		return lang.T("Go on %s", clock)
	}
	return lang.T("Start %s", clock)
}

// follow keeps a button's text up to the second; changed is called when the timer starts, stops or is given more time.
func (t *timer) follow(b *widgets.Button, changed func()) {
	t.onSecond = func() { b.SetText(t.words()) }
	t.onChange = changed
	t.onSecond()
}

// told brings what is shown up to date.
func (t *timer) told() {
	t.onSecond()
	t.onChange()
}

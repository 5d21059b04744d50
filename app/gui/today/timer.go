package today

import (
	"fmt"
	"time"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
)

// timer counts a session down. It goes on while other screens are open.
type timer struct {
	shell    kit.Shell
	finish   func(id string, minutes int)
	session  string
	planned  time.Duration
	studied  time.Duration // up to the last pause
	since    time.Time     // zero while paused
	cancel   func()
	onSecond func()
}

func newTimer(shell kit.Shell, finish func(id string, minutes int)) *timer {
	return &timer{shell: shell, finish: finish, onSecond: func() {}}
}

// belongsTo points the timer at the session to do now; one that runs for another session is stopped.
func (t *timer) belongsTo(s *app.SessionView) {
	if s != nil && s.ID == t.session {
		return
	}
	t.stop()
	t.session, t.studied, t.since = "", 0, time.Time{}
	if s != nil {
		t.session, t.planned = s.ID, time.Duration(s.Minutes)*time.Minute
	}
}

func (t *timer) running() bool { return !t.since.IsZero() }

func (t *timer) started() bool { return t.running() || t.studied > 0 }

// elapsed is the time studied so far.
func (t *timer) elapsed() time.Duration {
	if !t.running() {
		return t.studied
	}
	return t.studied + t.shell.Now().Sub(t.since)
}

// toggle starts, pauses or goes on.
func (t *timer) toggle() {
	if t.running() {
		t.pause()
		return
	}
	t.since = t.shell.Now()
	t.tick()
}

func (t *timer) pause() {
	t.studied = t.elapsed()
	t.since = time.Time{}
	t.stop()
}

func (t *timer) tick() {
	t.cancel = t.shell.After(time.Second, func() {
		t.onSecond()
		t.tick()
	})
}

// done logs what was studied, at least a minute. What was studied is kept until the session is no longer the one to do:
// logging may fail.
func (t *timer) done() {
	t.pause()
	t.onSecond()
	t.finish(t.session, max(int(t.studied.Round(time.Minute)/time.Minute), 1))
}

func (t *timer) stop() {
	if t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
}

// words is the button's text: what is left, or how much longer it has been.
func (t *timer) words() string {
	left := t.planned - t.elapsed()
	sign := ""
	if left < 0 {
		left, sign = -left, "+"
	}
	clock := fmt.Sprintf("%s%d:%02d", sign, int(left.Minutes()), int(left.Seconds())%60)
	switch {
	case t.running():
		return "Pause " + clock
	case t.started():
		return "Go on " + clock
	}
	return "Start " + clock
}

// follow keeps a button's text up to the second.
func (t *timer) follow(b *widgets.Button, changed func()) {
	t.onSecond = func() { b.SetText(t.words()) }
	b.OnTapped = func() {
		t.toggle()
		b.SetText(t.words())
		changed()
	}
	b.SetText(t.words())
}

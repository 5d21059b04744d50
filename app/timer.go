package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"milepost/app/lang"
	"milepost/data"
	"milepost/planner"
)

// Timer is a session that is being timed, as it was noted last. It is kept in the data file, so that minutes that were studied outlive the program.
type Timer struct {
	Study string // its ID
	// Session is what is timed, as it stood when the timer was started: the plan may have changed since. Only ID, date, activity, domain and minutes are kept.
	Session planner.Session
	Studied time.Duration // up to Seen, pauses left out
	Extra   time.Duration // added to the planned minutes by hand
	Running bool          // at Seen
	Seen    time.Time
}

// Minutes is what was studied, in whole minutes as they are logged.
func (t Timer) Minutes() int {
	return min(int(t.Studied.Round(time.Minute)/time.Minute), MaxLoggedMinutes)
}

// timerNote is a Timer as it is written down.
type timerNote struct {
	Session  string           `json:"session"`
	Date     planner.Date     `json:"date"`
	Activity planner.Activity `json:"activity"`
	Domain   string           `json:"domain,omitempty"`
	Minutes  int              `json:"minutes"`
	Studied  int              `json:"studied_seconds"`
	Extra    int              `json:"extra_seconds,omitempty"`
	Running  bool             `json:"running,omitempty"`
	Seen     time.Time        `json:"seen"`
}

// timerKey names the setting in which the timer of a study is noted. It belongs to this computer: minutes studied here are no news elsewhere until they are logged.
func timerKey(study string) string { return "local.timer." + study }

// KeepTimer notes how a timer stands. That is no action: nothing of the plan changes by it, and it is not undone.
func (m *Milepost) KeepTimer(ctx context.Context, t Timer) error {
	note, err := json.Marshal(timerNote{
		Session: t.Session.ID, Date: t.Session.Date, Activity: t.Session.Activity, Domain: t.Session.Domain, Minutes: t.Session.Minutes,
		Studied: int(t.Studied.Seconds()), Extra: int(t.Extra.Seconds()), Running: t.Running, Seen: t.Seen.UTC(),
	})
	if err != nil {
		return fmt.Errorf("note the timer: %w", err)
	}
	return m.noteTimer(ctx, t.Study, string(note))
}

// ForgetTimer forgets the minutes that were timed and not logged.
func (m *Milepost) ForgetTimer(ctx context.Context, t Timer) error {
	return m.noteTimer(ctx, t.Study, "")
}

func (m *Milepost) noteTimer(ctx context.Context, study, note string) error {
	return m.store.Do(ctx, "Note the timer", func(tx *data.Tx) error { return tx.SetSetting(timerKey(study), note) })
}

// timer is the timer noted for a study; nil without one. A note that makes no sense is none: it could only come from another program.
func (m *Milepost) timer(ctx context.Context, study string) (*Timer, error) {
	text, err := m.store.Setting(ctx, timerKey(study))
	if err != nil || text == "" {
		return nil, err
	}
	var n timerNote
	if json.Unmarshal([]byte(text), &n) != nil || !n.valid() {
		return nil, nil
	}
	return &Timer{
		Study:   study,
		Session: planner.Session{ID: n.Session, Date: n.Date, Activity: n.Activity, Domain: n.Domain, Minutes: n.Minutes},
		Studied: time.Duration(n.Studied) * time.Second, Extra: time.Duration(n.Extra) * time.Second,
		Running: n.Running, Seen: n.Seen.In(m.now().Location()),
	}, nil
}

func (n timerNote) valid() bool {
	const most = MaxLoggedMinutes * 60
	return n.Session != "" && !n.Date.IsZero() && n.Activity.Valid() && n.Minutes > 0 && n.Minutes <= MaxLoggedMinutes &&
		n.Studied >= 0 && n.Extra >= 0 && n.Extra <= most && !n.Seen.IsZero()
}

// timed finds what is timed, and whether that is one of today's sessions. What is done already is settled.
func timed(t *Timer, l loaded, today planner.Date) (left *Timer, now bool) {
	if t == nil {
		return nil, false
	}
	for _, s := range l.sessions {
		if s.ID != t.Session.ID {
			continue
		}
		if s.Status == planner.Done {
			return nil, false
		}
		return t, s.Date == today && s.Status == planner.Planned
	}
	return t, false
}

// LogTimer logs what was timed: with its session where that is still open, and by hand where the plan has moved or dropped it.
func (m *Milepost) LogTimer(ctx context.Context, t Timer) error {
	l, err := m.loadCurrent(ctx)
	switch {
	case err != nil:
		return err
	case t.Study != l.study.ID:
		return errors.New("another study is open than the one that was timed; open that one first")
	case t.Minutes() < 1:
		return &planner.FieldError{Field: "minutes", Reason: lang.T("less than a minute was timed")}
	}
	for _, s := range l.sessions {
		switch {
		case s.ID != t.Session.ID:
		case s.Status == planner.Done:
			return errors.New("that session is logged already")
		case !s.Date.After(m.Today()):
			return m.FinishSession(ctx, s.ID, t.Minutes()) // the note stays: undone, the session has its minutes back
		}
	}
	s := planner.Session{Date: t.Session.Date, Activity: t.Session.Activity, Domain: t.Session.Domain, Minutes: t.Minutes()}
	if l.study.DomainIndex(s.Domain) < 0 {
		s.Domain = ""
	}
	if s.Date.After(m.Today()) {
		s.Date = m.Today()
	}
	s, action, err := m.byHand(l.study, s)
	if err != nil {
		return err
	}
	return m.do(ctx, action, func(tx *data.Tx) error {
		if err := tx.SaveSession(l.study.ID, s); err != nil {
			return err
		}
		return tx.SetSetting(timerKey(t.Study), "")
	})
}

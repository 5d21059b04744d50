package gui

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

// reminded is a frame whose notes to the desktop are caught.
func reminded(t *testing.T) (f *opened, sent *[]string, clock *time.Time) {
	t.Helper()
	f = newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	now := stage.Noon
	f.shell.cfg.Now = func() time.Time { return now }
	sent = &[]string{}
	f.shell.reminder.send = func(title, text string) { *sent = append(*sent, title+" "+text) }
	f.shell.reminder.run = func(_ string, work func(context.Context) error, done func(error)) { done(work(context.Background())) }
	f.shell.reminder.away = true
	t.Cleanup(func() { f.shell.SetReminder(0); f.shell.prefs.setRemindedOn(planner.Date{}) })
	return f, sent, &now
}

// minute lets a minute's look happen.
func (f *opened) minute() {
	f.shell.reminder.minute()
	f.Settle()
}

func TestPeopleAreRemindedOnceADayAndOnlyWhenTheyAskedForIt(t *testing.T) {
	f, sent, now := reminded(t)
	f.minute()
	f.shell.SetReminder(planner.TimeAt(18 * 60))
	f.minute()
	if len(*sent) != 0 {
		t.Fatalf("at noon they are told %q", *sent)
	}
	*now = stage.Noon.Add(6*time.Hour + 20*time.Second)
	f.minute()
	f.minute()
	if want := []string{"1 h left today It begins with Systems Lifecycle Management."}; !slices.Equal(*sent, want) {
		t.Errorf("told %q, want %q", *sent, want)
	}
}

func TestWhoHasTheWindowBeforeThemIsNotReminded(t *testing.T) {
	f, sent, now := reminded(t)
	f.shell.SetReminder(planner.TimeAt(18 * 60))
	f.shell.reminder.away = false
	*now = stage.Noon.Add(7 * time.Hour)
	f.minute()
	f.shell.reminder.away = true // and not later either
	f.minute()
	if len(*sent) != 0 {
		t.Errorf("told %q", *sent)
	}
}

func TestNobodyIsRemindedOfADoneDay(t *testing.T) {
	f, sent, now := reminded(t)
	f.shell.SetReminder(planner.TimeAt(18 * 60))
	view, err := f.m.TodayView(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for ; view.Now != nil; view, err = f.m.TodayView(t.Context()) {
		if err := f.m.FinishSession(t.Context(), view.Now.ID, 30); err != nil {
			t.Fatal(err)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	*now = stage.Noon.Add(7 * time.Hour)
	f.minute()
	if len(*sent) != 0 {
		t.Errorf("told %q", *sent)
	}
}

func TestAMilestoneIsToldQuietlyWhenItIsReached(t *testing.T) {
	f, sent, _ := reminded(t)
	f.shell.reminder.reached() // as at the start: nothing is new
	f.WantNoText("Milestone reached")
	plan, err := f.m.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range plan.Sessions {
		if s.Activity == planner.Learn && s.Status != planner.Done {
			if _, err := f.m.LogSession(t.Context(), planner.Session{Date: f.m.Today(), Domain: s.Session.Domain, Activity: planner.Learn, Minutes: s.Minutes}); err != nil {
				t.Fatal(err)
			}
			if err := f.m.SkipSession(t.Context(), s.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	f.Settle()
	f.WantText("Milestone reached")
	if len(*sent) != 0 {
		t.Errorf("the desktop is told %q", *sent)
	}
}

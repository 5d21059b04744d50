package app

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var (
	monday  = time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	errDisk = errors.New("the disk is full")
)

// day lets a schedule run for some minutes and answers at which of them what was done.
type day struct {
	*BackupSchedule
	now     time.Time
	backups []int
	tried   []int
	told    int
	failed  error
	second  error
}

func newDay(rehearsed time.Time) *day {
	return &day{BackupSchedule: NewBackupSchedule(monday, rehearsed), now: monday}
}

func (d *day) run(minutes int) {
	for range minutes {
		d.now = d.now.Add(time.Minute)
		d.tick()
	}
}

func (d *day) tick() {
	at := int(d.now.Sub(monday) / time.Minute)
	task := d.Due(d.now)
	if task == NothingToBackUp {
		return
	}
	d.Began(task)
	tell := false
	if task == MakeABackup {
		d.backups = append(d.backups, at)
		tell = d.MadeBackup(d.now, d.failed, d.second)
	} else {
		d.tried = append(d.tried, at)
		tell = d.Rehearsed(d.now, nil)
	}
	if tell {
		d.told++
	}
}

func equal(t *testing.T, what string, got, want []int) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s at the minutes %v, want %v", what, got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("%s at the minutes %v, want %v", what, got, want)
		}
	}
}

func TestABackupIsMadeSoonAfterTheStartAndThenEveryHalfHourIfSomethingChanged(t *testing.T) {
	d := newDay(monday)
	d.run(100)
	equal(t, "without changes", d.backups, []int{1})
	d.Changed()
	d.run(10)
	d.Changed()
	d.run(15)
	equal(t, "after a change", d.backups, []int{1, 101})
	if !d.AtExit() {
		t.Error("what has changed since is not backed up at the end")
	}
	d.run(10)
	equal(t, "after another", d.backups, []int{1, 101, 131})
	if d.AtExit() {
		t.Error("nothing has changed, and a backup is made at the end")
	}
}

func TestARehearsalIsHeldOnceADay(t *testing.T) {
	d := newDay(time.Time{})
	d.run(60 * 72)
	equal(t, "never rehearsed: rehearsals", d.tried, []int{3, 3 + 1440, 3 + 2*1440})
	d = newDay(monday.Add(-20 * time.Hour))
	d.run(60 * 24)
	equal(t, "rehearsed yesterday: rehearsals", d.tried, []int{4 * 60})
	d = newDay(monday.AddDate(3, 0, 0))
	d.run(60)
	equal(t, "rehearsed in the future: rehearsals", d.tried, []int{3})
	d.Began(TryABackup)
	if !d.Rehearsed(d.now, errDisk) || d.Due(d.now) != MakeABackup {
		t.Error("a bad backup is not told and replaced at once")
	}
}

func TestAFailureIsToldOnceAndTriedAgain(t *testing.T) {
	d := newDay(monday)
	d.failed = errDisk
	d.run(100)
	equal(t, "tried", d.backups, []int{1, 6, 16, 36, 66, 96})
	if d.told != 1 {
		t.Errorf("told %d times", d.told)
	}
	d.failed = nil
	d.run(30)
	equal(t, "made", d.backups[6:], []int{126})
	d.failed = errDisk
	d.Changed()
	d.run(30)
	if d.told != 2 {
		t.Errorf("after a success another failure was told %d times", d.told-1)
	}
}

func TestASecondFolderThatIsAwayIsToldOnceAndServedWhenItComesBack(t *testing.T) {
	d := newDay(monday)
	d.second = errDisk
	d.run(70)
	d.second = nil
	d.run(100)
	equal(t, "backups", d.backups, []int{1, 31, 61, 91})
	if d.told != 1 {
		t.Errorf("told %d times", d.told)
	}
}

func TestAClockSetBackDelaysNoBackup(t *testing.T) {
	d := newDay(monday)
	d.run(40)
	d.Changed()
	d.run(5)
	d.Changed()
	d.now = d.now.AddDate(-5, 0, 0)
	d.tick()
	made := len(d.backups)
	d.run(31)
	if len(d.backups) != made+1 {
		t.Errorf("%d backups in the half hour after", len(d.backups)-made)
	}
	d.run(60 * 25)
	if len(d.tried) == 0 {
		t.Error("no rehearsal in the day after")
	}
}

// Whatever happens when: nothing that changed waits longer than half an hour and a minute, and without failures no two backups are
// closer than half an hour.
func TestNoChangeWaitsAndNoBackupIsInAHurry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newDay(monday)
		d.run(2)
		waiting := 0
		for range rapid.IntRange(1, 300).Draw(t, "minutes") {
			if rapid.Bool().Draw(t, "change") {
				d.Changed()
			}
			before := len(d.backups)
			d.run(1)
			switch {
			case len(d.backups) > before:
				waiting = 0
			case d.changed:
				waiting++
			}
			if waiting > 31 {
				t.Fatalf("a change waits for %d minutes", waiting)
			}
		}
		for i := 1; i < len(d.backups); i++ {
			if d.backups[i]-d.backups[i-1] < 30 {
				t.Fatalf("backups at %v", d.backups)
			}
		}
	})
}

func TestOneThingIsDoneAtATimeAndChangesMeanwhileCount(t *testing.T) {
	s := NewBackupSchedule(monday, monday)
	now := monday.Add(time.Hour)
	if s.Due(now) != MakeABackup {
		t.Fatal("nothing is due after an hour")
	}
	s.Began(MakeABackup)
	if s.Due(now) != NothingToBackUp || !s.AtExit() {
		t.Error("a backup that is being made is begun again, or forgotten at the end")
	}
	s.Changed()
	s.MadeBackup(now, nil, nil)
	if s.Due(now.Add(BackupEvery)) != MakeABackup {
		t.Error("what changed while a backup was made is not in the next")
	}
}

package app

import "time"

// How often backups are made and tried out while the window is open.
const (
	BackupEvery    = 30 * time.Minute
	RehearseEvery  = 24 * time.Hour
	backupSettle   = time.Minute     // after the start: what a program that was killed could not back up
	backupRetry    = 5 * time.Minute // after a failure, doubled with each further one up to BackupEvery
	rehearseSettle = 3 * time.Minute
)

// BackupTask is what a schedule says is to be done now.
type BackupTask string

// What can be to do.
const (
	NothingToBackUp BackupTask = ""
	MakeABackup     BackupTask = "backup"
	TryABackup      BackupTask = "rehearsal"
)

// BackupSchedule says when a backup is to be made and when the newest one is to be rehearsed. It has no clock and does nothing by
// itself: it is told what happened and asked what is due, and so can be tried out minute by minute.
type BackupSchedule struct {
	changed   bool // since the last backup was begun
	running   BackupTask
	asked     time.Time // when it was asked last: a clock that goes back is noticed by it
	notBefore time.Time // of the next backup
	rehearsal time.Time // when the next one is due
	failures  int       // in a row
	told      bool      // that backups fail; it is not told again and again
}

// NewBackupSchedule begins a schedule at the start of the program. Whether something has changed since the newest backup is not known
// then, so one is made soon; it is found out by comparing, and costs nothing if nothing has. rehearsed is when a backup was rehearsed last.
func NewBackupSchedule(now, rehearsed time.Time) *BackupSchedule {
	s := &BackupSchedule{changed: true, asked: now, notBefore: now.Add(backupSettle), rehearsal: rehearsed.Add(RehearseEvery)}
	if soon := now.Add(rehearseSettle); s.rehearsal.Before(soon) || rehearsed.After(now) {
		s.rehearsal = soon
	}
	return s
}

// Changed is to be called after everything that was stored.
func (s *BackupSchedule) Changed() { s.changed = true }

// Due says what is to be done now. One thing is done at a time.
func (s *BackupSchedule) Due(now time.Time) BackupTask {
	s.follow(now)
	switch {
	case s.running != NothingToBackUp:
		return NothingToBackUp
	case s.changed && !now.Before(s.notBefore):
		return MakeABackup
	case !now.Before(s.rehearsal):
		return TryABackup
	}
	return NothingToBackUp
}

// follow moves what is planned when the clock was set back, so that nothing has to wait for the old time to come again.
func (s *BackupSchedule) follow(now time.Time) {
	if back := s.asked.Sub(now); back > 0 {
		s.notBefore, s.rehearsal = s.notBefore.Add(-back), s.rehearsal.Add(-back)
	}
	s.asked = now
}

// Began is to be called when a task is begun. What changes from then on is for the next backup.
func (s *BackupSchedule) Began(task BackupTask) {
	s.running = task
	if task == MakeABackup {
		s.changed = false
	}
}

// MadeBackup is to be called when a backup has ended. It answers whether people should be told of a failure: the first time, and
// again only when all went well in between. second is the failure of the second folder.
func (s *BackupSchedule) MadeBackup(now time.Time, failed, second error) (tell bool) {
	s.follow(now)
	s.running = NothingToBackUp
	s.notBefore = now.Add(BackupEvery)
	if failed != nil {
		s.changed = true
		s.notBefore = now.Add(min(backupRetry<<min(s.failures, 10), BackupEvery))
		s.failures++
		return s.tell()
	}
	s.failures = 0
	if second != nil {
		s.changed = true // it comes back some time, and then wants its copy
		return s.tell()
	}
	s.told = false
	return false
}

// Rehearsed is to be called when a rehearsal has ended. After a bad one another backup is made at once. It answers whether people
// should be told.
func (s *BackupSchedule) Rehearsed(now time.Time, bad error) (tell bool) {
	s.follow(now)
	s.running = NothingToBackUp
	s.rehearsal = now.Add(RehearseEvery)
	if bad == nil {
		return false
	}
	s.changed, s.notBefore = true, now
	return true
}

func (s *BackupSchedule) tell() bool {
	before := s.told
	s.told = true
	return !before
}

// AtExit tells whether a backup is to be made before the program ends.
func (s *BackupSchedule) AtExit() bool { return s.changed || s.running == MakeABackup }

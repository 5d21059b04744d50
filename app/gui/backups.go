package gui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/lang"
)

// backupKeeper makes backups while the window is open and when it is closed, off the window's way. What is due when says
// [app.BackupSchedule]; this asks it once a minute and does the work in the background.
type backupKeeper struct {
	host     backupHost
	milepost *app.Milepost
	schedule *app.BackupSchedule
	cancel   func()
	hushed   func() bool // while the window tells of worse: that nothing is saved at all
}

// backupHost is what the keeper needs of the window.
type backupHost interface {
	Run(key string, work func(context.Context) error, done func(error))
	After(d time.Duration, f func()) (cancel func())
	Now() time.Time
	Say(text string)
}

// backupTick is how often the schedule is asked.
const backupTick = time.Minute

func newBackupKeeper(host backupHost, m *app.Milepost) *backupKeeper {
	last, _ := m.LastRehearsal()
	return &backupKeeper{host: host, milepost: m, schedule: app.NewBackupSchedule(host.Now(), last.At), hushed: func() bool { return false }}
}

func (k *backupKeeper) start() {
	k.cancel = k.host.After(backupTick, func() {
		k.tick()
		k.start()
	})
}

func (k *backupKeeper) stop() {
	if k.cancel != nil {
		k.cancel()
	}
}

// changed is called after everything that was stored.
func (k *backupKeeper) changed() { k.schedule.Changed() }

// tick begins what is due.
func (k *backupKeeper) tick() {
	switch task := k.schedule.Due(k.host.Now()); task {
	case app.MakeABackup:
		k.schedule.Began(task)
		k.backUp()
	case app.TryABackup:
		k.schedule.Began(task)
		k.rehearse()
	}
}

func (k *backupKeeper) backUp() {
	var made app.BackupMade
	job, err := k.milepost.BackupJob(context.Background(), app.BackupRegular)
	k.host.Run("regular backup", func(ctx context.Context) (problem error) {
		if err == nil {
			made, err = job(ctx)
		}
		return err
	}, func(err error) { k.backedUp(made, err) })
}

func (k *backupKeeper) backedUp(made app.BackupMade, err error) {
	if app.IsClosed(err) { // a restore came in between; the next one is of the file that is open now
		k.schedule.Changed()
		err = nil
	}
	logBackup(made, err)
	if !k.schedule.MadeBackup(k.host.Now(), err, errors.Join(made.First, made.Second)) || k.hushed() {
		return
	}
	switch {
	case err != nil:
		k.host.Say(lang.T("No backup could be made. What you enter is saved all the same. %s", sentence(err)))
	case made.First != nil:
		k.host.Say(lang.T("The backup was made in the second folder only. %s", sentence(made.First)))
	default:
		k.host.Say(lang.T("The backup was made, but not its copy. %s", sentence(made.Second)))
	}
}

// sentence is an error as people read it.
func sentence(err error) string {
	_, text := kit.Sentence(err)
	return text
}

func logBackup(made app.BackupMade, err error) {
	switch {
	case err != nil:
		slog.Error("no backup was made", logged(err))
	case made.First != nil || made.Second != nil:
		slog.Warn("one of two backups was not made", logged(errors.Join(made.First, made.Second)))
	}
}

// errNotRestorable stands for a rehearsal that went badly.
var errNotRestorable = errors.New("the newest backup cannot be restored")

func (k *backupKeeper) rehearse() {
	job := k.milepost.RehearsalJob()
	k.host.Run("rehearsal of a backup", func(ctx context.Context) error {
		outcome, err := job(ctx)
		if err == nil && !outcome.OK && outcome.Name != "" {
			err = errNotRestorable
		}
		return err
	}, func(err error) {
		if err != nil {
			slog.Error("the newest backup was tried", logged(err, errNotRestorable))
		}
		if !errors.Is(err, errNotRestorable) {
			err = nil // the rehearsal itself could not be held: no reason to disturb anybody, tomorrow is another day
		}
		if k.schedule.Rehearsed(k.host.Now(), err) {
			k.host.Say(lang.T("The newest backup is damaged. Another one is being made."))
			k.tick()
		}
	})
}

// atExit makes a last backup if anything has changed. The window is gone by then and the background has ended.
func (k *backupKeeper) atExit(ctx context.Context) {
	if !k.schedule.AtExit() {
		return
	}
	job, err := k.milepost.BackupJob(ctx, app.BackupExit)
	var made app.BackupMade
	if err == nil {
		made, err = job(ctx)
	}
	logBackup(made, err) // nobody is there to be told; the next start tries again and tells
}

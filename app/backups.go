package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"milepost/data"
	"milepost/data/backups"
)

// What front doors see of backups.
type (
	// Backup is a backup as it is listed: when and why it was made, what is in it, whether it is good.
	Backup = data.BackupInfo
	// BackupMade is what became of a backup.
	BackupMade = data.BackupMade
	// BackupReason says why one was made.
	BackupReason = backups.Reason
	// Contents is what a data file or a backup holds.
	Contents = data.Contents
	// RestorePreview is what a restore would do.
	RestorePreview = data.RestorePreview
	// Restored is what a restore did.
	Restored = data.Restored
	// Rehearsal is whether the newest backup could be restored when that was tried last.
	Rehearsal = data.Rehearsal
)

// Reasons front doors give for backups.
const (
	BackupRegular      = backups.Regular
	BackupExit         = backups.Exit
	BackupByHand       = backups.ByHand
	BackupBeforeImport = backups.BeforeImport
	BackupBeforeChange = backups.BeforeChange
)

// settingBackupFolder is the second folder for backups. What begins with "local." belongs to this computer: it is not exported to
// another one, and a restore leaves it as it is.
const settingBackupFolder = "local.backup-folder"

// BackupNow makes a backup because somebody asked for it. Nothing is written when nothing has changed since the newest one.
func (m *Milepost) BackupNow(ctx context.Context) (BackupMade, error) {
	job, err := m.BackupJob(ctx, BackupByHand)
	if err != nil {
		return BackupMade{}, err
	}
	return job(ctx)
}

// BackupIfDue makes a backup unless one was made within the last half hour. It is for programs that do one thing and end, as commands do.
func (m *Milepost) BackupIfDue(ctx context.Context) (BackupMade, error) {
	now := m.now()
	at, ok := data.LatestBackup(m.store.Path(), now)
	if age := now.Sub(at); ok && age.Abs() < BackupEvery { // dated long after now it says nothing: a clock was wrong
		return BackupMade{}, nil
	}
	job, err := m.BackupJob(ctx, BackupRegular)
	if err != nil {
		return BackupMade{}, err
	}
	return job(ctx)
}

// BackupTo writes a verified copy of the data file to a path of the person's choice. It replaces nothing.
func (m *Milepost) BackupTo(ctx context.Context, out string) (BackupMade, error) {
	if err := m.store.Backup(ctx, out); err != nil {
		return BackupMade{}, err
	}
	path, err := filepath.Abs(out)
	return BackupMade{Written: true, Path: path, Name: filepath.Base(path), At: m.now().UTC(), Reason: BackupByHand}, err
}

// BackupBefore makes a backup before something is done that changes much at once, such as an import. Who calls it goes on only when it
// answers nil.
func (m *Milepost) BackupBefore(ctx context.Context, reason BackupReason) error {
	if _, err := m.store.MakeBackup(ctx, data.BackupOptions{Reason: reason, Quick: true}); err != nil {
		return fmt.Errorf("back up first: %w", err)
	}
	return nil
}

// muchChanged is the number of sessions from which a repair of the plan is worth a backup of its own. Undo takes it back as well; but Undo is in
// the same file.
const muchChanged = 50

// backUpBeforeMuch makes a backup before many sessions are changed at once, if something has changed since the newest one. That none could be
// made is no reason to leave somebody with a plan that does not fit; whoever makes backups regularly tells of it.
func (m *Milepost) backUpBeforeMuch(ctx context.Context, sessions int) {
	if sessions < muchChanged {
		return
	}
	_, _ = m.store.MakeBackup(ctx, data.BackupOptions{Reason: BackupBeforeChange, WhenChanged: true, Quick: true})
}

// BackupJob prepares a backup that is made only if something has changed. What it answers may be run on any goroutine, while the
// application is being used. On the way out ([BackupExit]) it leaves out what can wait.
func (m *Milepost) BackupJob(ctx context.Context, reason BackupReason) (func(context.Context) (BackupMade, error), error) {
	second, err := m.BackupFolder(ctx)
	if err != nil {
		return nil, err
	}
	store, opt := m.store, data.BackupOptions{Reason: reason, WhenChanged: true, Second: second, Quick: reason == BackupExit}
	return func(ctx context.Context) (BackupMade, error) { return store.MakeBackup(ctx, opt) }, nil
}

// RehearsalJob prepares a rehearsal: the newest backup is restored in a private folder, to see whether it could be. It may be run on
// any goroutine.
func (m *Milepost) RehearsalJob() func(context.Context) (Rehearsal, error) {
	path, now := m.store.Path(), m.now
	return func(ctx context.Context) (Rehearsal, error) { return data.RehearseBackup(ctx, path, now()) }
}

// LastRehearsal is the outcome of the last rehearsal; ok is false when none is known.
func (m *Milepost) LastRehearsal() (r Rehearsal, ok bool) { return data.LastRehearsal(m.store.Path()) }

// Backups lists the backups, the newest first, those in the second folder included.
func (m *Milepost) Backups(ctx context.Context) ([]Backup, error) {
	second, err := m.BackupFolder(ctx)
	if err != nil {
		return nil, err
	}
	return data.ListBackups(ctx, m.store.Path(), second)
}

// BackupsJob prepares listing the backups. What it answers may be run on any goroutine, while the application is being used.
func (m *Milepost) BackupsJob() func(context.Context) (SavedBackups, error) {
	store := m.store
	return func(ctx context.Context) (out SavedBackups, err error) {
		path := store.Path()
		if out.Folder, err = data.BackupFolder(path); err != nil {
			return out, err
		}
		if out.Second, err = store.Setting(ctx, settingBackupFolder); err != nil {
			return out, err
		}
		out.Rehearsal, _ = data.LastRehearsal(path)
		out.Backups, err = data.ListBackups(ctx, path, out.Second)
		return out, err
	}
}

// BackupFolder is the second folder, which gets a copy of each backup; "" when there is none.
func (m *Milepost) BackupFolder(ctx context.Context) (string, error) {
	return m.store.Setting(ctx, settingBackupFolder)
}

// SetBackupFolder chooses the second folder; "" gives it up. What lies there stays.
func (m *Milepost) SetBackupFolder(ctx context.Context, folder string) error {
	if folder != "" {
		abs, err := data.CheckSecondFolder(m.store.Path(), folder)
		if err != nil {
			return err
		}
		folder = abs
	}
	return m.do(ctx, "Folder for backups", func(tx *data.Tx) error { return tx.SetSetting(settingBackupFolder, folder) })
}

// PreviewRestore says what restoring a backup (a file, or the name of one that is listed) would do. Nothing is changed.
func (m *Milepost) PreviewRestore(ctx context.Context, name string) (RestorePreview, error) {
	from, err := m.findBackup(ctx, name)
	if err != nil {
		return RestorePreview{}, err
	}
	return m.store.PreviewRestore(ctx, from)
}

// Restore puts a backup in the place of the data file, after a backup of what is there now. If it fails, everything is as before. It is
// called on the goroutine the application is used from, and no job of before reaches the new state.
func (m *Milepost) Restore(ctx context.Context, name string) (Restored, error) {
	from, err := m.findBackup(ctx, name)
	if err != nil {
		return Restored{}, err
	}
	store, done, err := m.store.Restore(ctx, from)
	if store == nil {
		return done, fmt.Errorf("the data file could not be opened again; close Milepost and start it anew: %w", err)
	}
	m.store = store
	m.readDayStart(context.Background())
	if err != nil {
		return done, err
	}
	m.changes.publish(Change{Action: "Restore a backup"})
	return done, nil
}

func (m *Milepost) findBackup(ctx context.Context, name string) (string, error) {
	second, err := m.BackupFolder(ctx)
	if err != nil {
		return "", err
	}
	return data.FindBackup(m.store.Path(), second, name)
}

// IsClosed tells an error that means only that the data file was closed meanwhile, as a restore does for a moment.
func IsClosed(err error) bool { return errors.Is(err, data.ErrClosed) }

// SavedBackups is everything known of the backups of a data file that need not be there or fit to be opened.
type SavedBackups struct {
	Folder    string // where they lie
	Second    string // the second folder, "" without one or when the data file cannot tell
	Backups   []Backup
	Rehearsal Rehearsal // the last one; without a name when there was none
}

// BackupsOf lists the backups of the data file at path without opening it for work.
func BackupsOf(ctx context.Context, path string, now func() time.Time) (out SavedBackups, err error) {
	if out.Folder, err = data.BackupFolder(path); err != nil {
		return out, err
	}
	out.Second = secondFolderOf(ctx, path, now)
	if r, ok := data.LastRehearsal(path); ok {
		out.Rehearsal = r
	}
	out.Backups, err = data.ListBackups(ctx, path, out.Second)
	return out, err
}

// PreviewRestoreTo says what restoring a backup to the data file at path would do. The file must not be open in this process.
func PreviewRestoreTo(ctx context.Context, path, name string, now func() time.Time) (RestorePreview, error) {
	from, err := data.FindBackup(path, secondFolderOf(ctx, path, now), name)
	if err != nil {
		return RestorePreview{}, err
	}
	return data.PreviewRestore(ctx, path, from)
}

// RestoreTo puts a backup in the place of the data file at path, which may be missing or unfit to be opened, and must not be open in
// any Milepost. What is there now is kept.
func RestoreTo(ctx context.Context, path, name string, now func() time.Time) (Restored, error) {
	from, err := data.FindBackup(path, secondFolderOf(ctx, path, now), name)
	if err != nil {
		return Restored{}, err
	}
	return data.Restore(ctx, path, from, now)
}

// secondFolderOf asks a data file for its second folder; "" when it cannot be read.
func secondFolderOf(ctx context.Context, path string, now func() time.Time) string {
	s, err := data.OpenReading(ctx, path, now)
	if err != nil {
		return ""
	}
	folder, err := s.Setting(ctx, settingBackupFolder)
	if err = errors.Join(err, s.Close()); err != nil {
		return ""
	}
	return folder
}

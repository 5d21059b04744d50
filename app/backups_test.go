package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/planner"
)

func (c *candidate) mocks() int {
	c.t.Helper()
	view, err := c.Mocks(c.ctx)
	c.check(err)
	return len(view.Mocks)
}

func (c *candidate) record(day string) {
	c.t.Helper()
	_, err := c.RecordMock(c.ctx, planner.Mock{Date: planner.MustDate(day), Source: "Bank", Correct: 60, Total: 100})
	c.check(err)
}

func (c *candidate) backUp() BackupMade {
	c.t.Helper()
	made, err := c.BackupNow(c.ctx)
	c.check(err)
	return made
}

func TestWhatWasBackedUpIsRestoredWhileTheProgramRuns(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.record("2026-11-20")
	made := c.backUp()
	if !made.Written || made.Reason != BackupByHand {
		t.Errorf("the backup is %+v", made)
	}
	if again := c.backUp(); again.Written || again.Name != made.Name {
		t.Errorf("without a change it answers %+v", again)
	}
	c.record("2026-11-21")
	preview, err := c.PreviewRestore(c.ctx, made.Name)
	c.check(err)
	if preview.Present.Mocks != 2 || preview.Backup.Mocks != 1 {
		t.Errorf("the preview is %+v", preview)
	}
	var heard []string
	c.OnChange(func(change Change) { heard = append(heard, change.Action) })
	done, err := c.Restore(c.ctx, made.Name)
	c.check(err)
	if c.mocks() != 1 || strings.Join(heard, ", ") != "Restore a backup" {
		t.Errorf("%d mocks, and heard %q", c.mocks(), heard)
	}
	list, err := c.Backups(c.ctx)
	c.check(err)
	if len(list) != 2 || list[0].Path != done.Kept || list[0].Contents.Mocks != 2 {
		t.Errorf("the backups are %+v", list)
	}
	c.record("2026-11-22")
	c.restart()
	if c.mocks() != 2 {
		t.Errorf("%d mocks after a restart", c.mocks())
	}
	if _, err := c.Restore(c.ctx, "no such backup"); err == nil || c.mocks() != 2 {
		t.Errorf("a missing backup: %v, %d mocks", err, c.mocks())
	}
}

func TestASecondFolderIsCheckedAndRemembered(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.backUp()
	file := filepath.Join(t.TempDir(), "file")
	c.check(os.WriteFile(file, nil, 0o600))
	for _, folder := range []string{file, filepath.Join(file, "missing"), filepath.Join(t.TempDir(), "missing"), filepath.Join(filepath.Dir(c.path), "backups")} {
		if err := c.SetBackupFolder(c.ctx, folder); planner.ErrorField(err) != "folder" {
			t.Errorf("%s is answered with %v", folder, err)
		}
	}
	stick := t.TempDir()
	c.check(c.SetBackupFolder(c.ctx, stick))
	if undo, _, err := c.UndoNames(c.ctx); err != nil || undo != "New study" {
		t.Errorf("the folder is a step of undo: %q, %v", undo, err)
	}
	c.restart()
	if folder, err := c.BackupFolder(c.ctx); err != nil || folder != stick {
		t.Errorf("remembered is %q, %v", folder, err)
	}
	if made := c.backUp(); made.Second != nil || !strings.HasPrefix(made.SecondPath, stick) {
		t.Errorf("the backup is %+v", made)
	}
	c.check(c.SetBackupFolder(c.ctx, ""))
	if made := c.backUp(); made.SecondPath != "" {
		t.Errorf("a copy was made in %s", made.SecondPath)
	}
}

func TestAJobMayRunBesideTheProgramAndEndsWithTheFile(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	job, err := c.BackupJob(c.ctx, BackupRegular)
	c.check(err)
	result := make(chan error)
	go func() {
		_, err := job(context.Background())
		result <- err
	}()
	c.record("2026-11-20")
	c.check(<-result)
	rehearsal, err := c.RehearsalJob()(c.ctx)
	if err != nil || !rehearsal.OK {
		t.Errorf("the rehearsal is %+v, %v", rehearsal, err)
	}
	if last, ok := c.LastRehearsal(); !ok || last != rehearsal {
		t.Errorf("remembered is %+v", last)
	}
	c.check(c.Close())
	if _, err := job(c.ctx); !IsClosed(err) {
		t.Errorf("after closing it answers %v", err)
	}
	c.open(false)
}

func TestABackupBeforeAnImportIsMadeOrTheImportIsRefused(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	c.backUp()
	c.check(c.BackupBefore(c.ctx, BackupBeforeImport))
	list, err := c.Backups(c.ctx)
	c.check(err)
	if len(list) != 2 {
		t.Errorf("the backups are %+v", list)
	}
	dir := filepath.Join(filepath.Dir(c.path), "backups")
	c.check(errors.Join(os.RemoveAll(dir), os.WriteFile(dir, []byte("in the way"), 0o600)))
	if err := c.BackupBefore(c.ctx, BackupBeforeImport); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("it answers %v", err)
	}
}

func TestADataFileThatCannotBeOpenedIsRestoredFromItsBackups(t *testing.T) {
	c := newCandidate(t)
	c.setUp()
	stick := t.TempDir()
	c.check(c.SetBackupFolder(c.ctx, stick))
	c.record("2026-11-20")
	made := c.backUp()
	c.check(c.Close())
	saved, err := BackupsOf(c.ctx, c.path, c.parts.Now)
	c.check(err)
	if len(saved.Backups) != 1 || saved.Second != stick || saved.Folder != filepath.Dir(made.Path) {
		t.Errorf("known of the backups is %+v", saved)
	}
	c.check(os.WriteFile(c.path, []byte("Dear diary"), 0o600))
	preview, err := PreviewRestoreTo(c.ctx, c.path, made.Name, c.parts.Now)
	c.check(err)
	if preview.PresentKind == "" || preview.Backup.Mocks != 1 {
		t.Errorf("the preview is %+v", preview)
	}
	done, err := RestoreTo(c.ctx, c.path, made.Name, c.parts.Now)
	c.check(err)
	content, err := os.ReadFile(done.Kept)
	if err != nil || string(content) != "Dear diary" {
		t.Errorf("kept is %q, %v", content, err)
	}
	c.open(false)
	if folder, err := c.BackupFolder(c.ctx); err != nil || folder != stick || c.mocks() != 1 {
		t.Errorf("restored: %q, %v, %d mocks", folder, err, c.mocks())
	}
}

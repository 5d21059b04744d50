package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/app/wire"
)

func (c *terminal) backups() wire.BackupsAnswer {
	c.t.Helper()
	var list wire.BackupsAnswer
	c.mustJSON(&list, "backup", "list")
	return list
}

func (c *terminal) mock(day string) {
	c.t.Helper()
	c.must("mock", "add", "--date", day, "--source", "Bank", "--score", "60/100")
}

func (c *terminal) mockCount() int {
	c.t.Helper()
	var list struct{ Mocks []struct{ ID string } }
	c.mustJSON(&list, "mock", "list")
	return len(list.Mocks)
}

func TestTheRoadFromABackupToARestore(t *testing.T) {
	c := newTerminal(t)
	if out := c.must("backup", "list"); !strings.Contains(out, "no backups") {
		t.Errorf("without backups it prints %q", out)
	}
	c.setUp()
	c.mock("2026-11-20")
	var made, again wire.BackupAnswer
	c.mustJSON(&made, "backup")
	c.mustJSON(&again, "backup")
	if !made.Written || again.Written || again.Path != made.Path || again.At != made.At || made.SecondPath != nil {
		t.Errorf("the answers are %+v and %+v", made, again)
	}
	if out := c.must("backup"); !strings.Contains(out, "Nothing has changed") {
		t.Errorf("without a change it prints %q", out)
	}
	c.mock("2026-11-21")
	list := c.backups()
	if len(list.Backups) != 2 || list.Folder != filepath.Join(filepath.Dir(c.data), "backups") || list.SecondFolder != nil || list.Rehearsal != nil {
		t.Fatalf("the list is %+v", list)
	}
	b := list.Backups[0]
	if b.Path != made.Path || b.Reason != "by-hand" || b.State != "good" || b.Bytes == 0 || b.Contents.Mocks != 1 || b.Contents.Studies != 1 || *b.Contents.LastMock != "2026-11-20" || b.Contents.LastDone != nil {
		t.Errorf("the backup is %+v", b)
	}
	var preview wire.RestorePreviewAnswer
	c.mustJSON(&preview, "restore", b.Name, "--preview")
	if preview.Backup.Mocks != 1 || preview.Present.Mocks != 2 || preview.PresentProblem != nil || preview.From != b.Path {
		t.Errorf("the preview is %+v", preview)
	}
	if out := c.must("restore", b.Name, "--preview"); !strings.Contains(out, "mocks 1") || !strings.Contains(out, "mocks 2") || c.mockCount() != 2 {
		t.Errorf("the preview prints %q", out)
	}
	out := c.must("restore", b.Name)
	list = c.backups()
	if c.mockCount() != 1 || len(list.Backups) != 3 || list.Backups[0].Reason != "before-restore" || !strings.Contains(out, list.Backups[0].Path) {
		t.Errorf("the restore prints %q, and then there are %+v", out, list)
	}
	c.must("restore", list.Backups[0].Path)
	if c.mockCount() != 2 {
		t.Error("what was there before did not come back")
	}
	if out := c.must("backup", "list"); strings.Count(out, "\n") != 6 || !strings.Contains(out, "before a restore") {
		t.Errorf("the list is\n%s", out)
	}
}

// Who never opens the window has backups too, and no more than one in half an hour.
func TestACommandThatChangesSomethingMakesABackupNowAndThen(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	for _, day := range []string{"2026-11-20", "2026-11-21", "2026-11-22"} {
		c.mock(day)
	}
	list := c.backups().Backups
	if len(list) != 1 || list[0].Reason != "regular" || list[0].Contents.Studies != 1 {
		t.Fatalf("the backups are %+v", list)
	}
	early := strings.Replace(list[0].Path, "T090000Z", "T083000Z", 1)
	if err := os.Rename(list[0].Path, early); err != nil {
		t.Fatal(err)
	}
	c.must("today")
	if n := len(c.backups().Backups); n != 1 {
		t.Errorf("a command that only reads made a backup: %d", n)
	}
	c.mock("2026-11-19")
	if list = c.backups().Backups; len(list) != 2 || list[0].Contents.Mocks != 4 {
		t.Errorf("half an hour later the backups are %+v", list)
	}
	dir := c.backups().Folder
	if err := errors.Join(os.RemoveAll(dir), os.WriteFile(dir, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	r := c.run("mock", "add", "--date", "2026-11-23", "--source", "Bank", "--score", "60/100")
	if r.status != exitDone || !strings.Contains(r.err, "done and saved") || strings.Count(r.err, "\n") != 1 || c.mockCount() != 5 {
		t.Errorf("where none can be made: %+v", r)
	}
}

func TestABadDataFileIsRestoredAndKept(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	c.must("backup")
	name := c.backups().Backups[0].Name
	for _, content := range []string{"", "Dear diary"} {
		if err := os.WriteFile(c.data, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if len(c.backups().Backups) != 1 {
			t.Error("its backups are not listed")
		}
		var preview wire.RestorePreviewAnswer
		c.mustJSON(&preview, "restore", name, "--preview")
		if preview.Present != nil || preview.PresentProblem == nil {
			t.Errorf("the preview is %+v", preview)
		}
		out := c.must("restore", name)
		kept := out[strings.LastIndex(out, "kept as ")+len("kept as ") : len(out)-1]
		if got, err := os.ReadFile(kept); err != nil || string(got) != content {
			t.Errorf("kept is %q, %v", got, err)
		}
		c.must("verify")
	}
}

func TestASecondFolderForBackups(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	if out := c.must("backup", "folder"); !strings.Contains(out, "no second folder") {
		t.Errorf("without one it prints %q", out)
	}
	stick := filepath.Join(t.TempDir(), "stick")
	if r := c.run("backup", "folder", stick); r.status != exitCouldNot || !strings.Contains(r.err, stick) {
		t.Errorf("a folder that is not there: %d, %q", r.status, r.err)
	}
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	c.must("backup", "folder", stick)
	var made wire.BackupAnswer
	c.mustJSON(&made, "backup")
	if made.SecondPath == nil || !strings.HasPrefix(*made.SecondPath, stick) || *c.backups().SecondFolder != stick {
		t.Errorf("the backup is %+v", made)
	}
	if err := os.Rename(stick, stick+" away"); err != nil {
		t.Fatal(err)
	}
	c.mock("2026-11-20")
	r := c.run("backup")
	if r.status != exitDone || !strings.Contains(r.out, "Backed up to") || !strings.Contains(r.err, stick) || strings.Count(r.err, "\n") != 1 {
		t.Errorf("while it is away: %+v", r)
	}
	c.must("backup", "folder", "--none")
	if out := c.must("backup", "folder"); !strings.Contains(out, "no second folder") {
		t.Errorf("without it any more it prints %q", out)
	}
}

func TestBackupsWhileAWindowIsOpen(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	c.must("backup")
	c.window()
	for _, args := range []string{"backup", "backup --json", "backup list", "backup folder", "restore " + c.backups().Backups[0].Name + " --preview"} {
		c.must(strings.Fields(args)...)
	}
	for _, args := range []string{"restore " + c.backups().Backups[0].Name, "backup folder " + t.TempDir(), "backup folder --none"} {
		c.refuses(args, "already open in another Milepost")
	}
}

func TestWrongUseOfBackupCommands(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	for _, args := range [][]string{
		{"backup", "x"}, {"backup", "--out", ""}, {"backup", "folder", "a", "b"}, {"backup", "folder", "a", "--none"}, {"backup", "folder", ""},
		{"restore"}, {"restore", ""}, {"restore", "a", "b"}, {"restore", "a", "--json"}, {"backup", "list", "x"},
	} {
		if r := c.run(args...); r.status != exitWrongUse || strings.Count(r.err, "\n") != 1 {
			t.Errorf("milepost %q: status %d, %q", args, r.status, r.err)
		}
	}
	if r := c.run("restore", "nothing"); r.status != exitCouldNot || !strings.Contains(r.err, "nothing") {
		t.Errorf("a missing backup: status %d, %q", r.status, r.err)
	}
	if r := c.run("backup", "--out", c.data); r.status != exitCouldNot || !strings.Contains(r.err, "--out") {
		t.Errorf("a name that is taken: status %d, %q", r.status, r.err)
	}
}

package cli

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// snapshot is every file of a folder with its content, mode and time of change. The index of SQLite's log is memory that programs
// share, and only its presence counts.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		fmt.Fprint(&b, path, " ", info.Mode())
		if info.Mode().IsRegular() && !strings.HasSuffix(path, "-shm") {
			content, err := os.ReadFile(path)
			fmt.Fprintf(&b, " %s %x %v", info.ModTime(), sha256.Sum256(content), err)
		}
		b.WriteString("\n")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestABadDataFileIsToldInOneLineAndNothingChanges(t *testing.T) {
	sample := filepath.Join(t.TempDir(), "sample.db")
	(&terminal{t: t, data: sample}).must("sample", "--out", sample)
	whole, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	newer := append([]byte{}, whole...)
	newer[63] = 99 // the last byte of user_version
	foreign := append([]byte{}, whole...)
	foreign[71]++ // the last byte of application_id
	write := func(content []byte) func(string) error {
		return func(path string) error { return os.WriteFile(path, content, 0o600) }
	}
	for name, tt := range map[string]struct {
		make func(path string) error
		says string
		// only says that the file can be read, if not changed
		onlyToBeRead bool
	}{
		"a folder":           {func(path string) error { return os.Mkdir(path, 0o700) }, "is a folder", false},
		"0 bytes":            {write(nil), "0 bytes", false},
		"a text":             {write([]byte("Dear diary\r\n")), "not a Milepost data file", false},
		"another database":   {write(foreign), "not one that Milepost made", false},
		"from the future":    {write(newer), "newer version", false},
		"cut off":            {write(whole[:20_000]), "damaged", false},
		"a link to itself":   {func(path string) error { return os.Symlink(path, path) }, "leads to no file", false},
		"a link to nowhere":  {func(path string) error { return os.Symlink(path+"-gone", path) }, "leads to no file", false},
		"read-only":          {func(path string) error { return os.WriteFile(path, whole, 0o400) }, "read-only", true},
		"a read-only folder": {func(path string) error { return errors.Join(write(whole)(path), os.Chmod(filepath.Dir(path), 0o500)) }, "read-only", true},
	} {
		t.Run(name, func(t *testing.T) {
			c := newTerminal(t)
			dir := filepath.Dir(c.data)
			if err := tt.make(c.data); err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := os.Chmod(dir, 0o700); err != nil {
					t.Error(err)
				}
			}()
			before := snapshot(t, dir)
			reading := []string{"today", "plan", "check", "readiness", "sources", "diary", "mock list", "study list", "verify"}
			changing := []string{
				"done x", "skip x", "pin x", "move x 2026-12-01", "off 2026-12-01", "undo", "redo", "study open x", "mock remove x",
				"study new --exam isc2-issmp-2025 --date 2027-02-04 --hours mon=60", "mock add --date 2026-11-01 --source A --score 1/2",
			}
			for _, args := range reading {
				if tt.onlyToBeRead {
					c.must(strings.Fields(args)...)
				} else {
					c.refuses(args, tt.says)
				}
			}
			for _, args := range changing {
				c.refuses(args, tt.says)
			}
			if after := snapshot(t, dir); after != before {
				t.Errorf("the folder changed from\n%s\nto\n%s", before, after)
			}
		})
	}
}

// refuses runs a command that must say, in one line that names the file, what is wrong with it.
func (c *terminal) refuses(args, says string) {
	c.t.Helper()
	r := c.run(strings.Fields(args)...)
	if r.status != exitCouldNot || r.out != "" || strings.Count(r.err, "\n") != 1 || !strings.Contains(r.err, says) || !strings.Contains(r.err, c.data) {
		c.t.Errorf("milepost %s: status %d, %q, %q; it should say %q of %s", args, r.status, r.out, r.err, says, c.data)
	}
}

func TestWithoutAPlaceForTheDataFileItMustBeNamed(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, args := range []string{"today", "verify", "study new --exam isc2-issmp-2025 --date 2027-02-04 --hours mon=60", "", "backup", "undo"} {
		c := &terminal{t: t}
		r := c.run(strings.Fields(args)...)
		if r.status != exitWrongUse || !strings.Contains(r.err, "--data") || strings.Count(r.err, "\n") != 1 {
			t.Errorf("milepost %s: status %d, %q", args, r.status, r.err)
		}
	}
	c := newTerminal(t)
	c.setUp()
	if r := c.run("today", "--data", ""); r.status != exitWrongUse || !strings.Contains(r.err, "--data is empty") {
		t.Errorf("an empty --data: status %d, %q", r.status, r.err)
	}
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("%v, %v lie in the working folder", files, err)
	}
}

// brokenPipe takes a few bytes and then no more.
type brokenPipe struct{ room int }

func (p *brokenPipe) Write(b []byte) (int, error) {
	if p.room -= len(b); p.room < 0 {
		return 0, errors.New("no space left on device")
	}
	return len(b), nil
}

func TestAnAnswerThatWasLostIsNoSuccess(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	for _, args := range []string{"today", "plan", "check", "readiness", "diary", "sources", "study list", "exams", "verify", "exams --json", "today --json"} {
		var errs strings.Builder
		status := Run(context.Background(), strings.Fields(args), Env{
			Stdin: strings.NewReader(""), Stdout: &brokenPipe{room: 10}, Stderr: &errs,
			Getenv: func(key string) string {
				return map[string]string{"MILEPOST_DATA": c.data, "MILEPOST_TODAY": "2026-11-23"}[key]
			},
			Catalogue: testCatalogue,
		})
		if status != exitCouldNot || !strings.Contains(errs.String(), "no space left") || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("milepost %s: status %d, %q", args, status, errs.String())
		}
	}
}

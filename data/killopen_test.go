package data_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

// openerEnv tells the test program, started again by itself, to open file after file of a folder: old ones it brings up to date, and
// missing ones it makes.
const openerEnv = "MILEPOST_TEST_OPENER"

// filesToOpen is how many files of each sort there are; once they are through, the child opens the last ones again and again.
const filesToOpen = 10

func oldName(dir string, n int) string { return filepath.Join(dir, fmt.Sprintf("old%02d.milepost", n)) }
func newName(dir string, n int) string { return filepath.Join(dir, fmt.Sprintf("new%02d.milepost", n)) }

// openUntilKilled opens and closes the files of a folder in turn, and says each number once both were open.
func openUntilKilled(dir string) error {
	for n := 0; ; n++ {
		which := min(n, filesToOpen-1)
		for _, path := range []string{oldName(dir, which), newName(dir, which)} {
			s, err := data.Open(context.Background(), path, data.Options{Create: true, Now: datatest.Clock})
			if err != nil {
				return err
			}
			if err := s.Close(); err != nil {
				return err
			}
		}
		fmt.Println(n)
	}
}

// Killed while it makes files and brings old ones up to date, Milepost leaves each file either as it was or as it should be, and
// each backup whole.
func TestAKillWhileFilesAreMadeAndBroughtUpToDateLeavesThemWhole(t *testing.T) {
	old := filepath.Join(t.TempDir(), "old.milepost")
	touch(t, old)
	check(t, data.MakeVersion(t.Context(), old, 1))
	run(t, old, "INSERT INTO setting VALUES ('theme', 'dark')")
	content := must(os.ReadFile(old))
	random := rand.New(rand.NewPCG(3, 4))
	kills, files := times(t, killsEnv, 8), 0
	for range kills {
		dir := t.TempDir()
		for n := range filesToOpen {
			check(t, os.WriteFile(oldName(dir, n), content, 0o600))
		}
		opened := killOpener(t, dir, 1+random.IntN(4), random.IntN(6000))
		made := append(must(filepath.Glob(filepath.Join(dir, "*.milepost"))), must(filepath.Glob(filepath.Join(dir, "backups", "*.milepost")))...)
		if len(made) < filesToOpen+2*min(opened, filesToOpen) {
			t.Errorf("%d files after %d were made and as many backed up", len(made), opened)
		}
		for _, path := range made {
			h := must(data.Verify(t.Context(), path))
			if !h.OK() {
				t.Errorf("after a kill: %s", h.Sentence)
			}
			s := must(data.Open(t.Context(), path, data.Options{Now: datatest.Clock}))
			if !strings.HasPrefix(filepath.Base(path), "new") {
				same(t, "setting", must(s.Setting(t.Context(), "theme")), "dark")
			}
			check(t, s.Close())
		}
		files += len(made)
	}
	tell(t, "kill while files are made and migrated", kills, fmt.Sprintf("%d files and backups with a name, all whole", files))
}

// killOpener lets a child open files and kills it so many files and so much work later. It answers how many were opened for sure.
func killOpener(t *testing.T, dir string, files, rounds int) int {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), childEnv+"="+dir, openerEnv+"=1")
	var complaints strings.Builder
	child.Stderr = &complaints
	out := must(child.StdoutPipe())
	check(t, child.Start())
	in := bufio.NewScanner(out)
	for range files {
		if !in.Scan() {
			t.Fatalf("the child stopped by itself: %s", complaints.String())
		}
	}
	work(rounds)
	check(t, child.Process.Kill())
	for in.Scan() {
		files++
	}
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) {
		t.Errorf("the child ended with %v", err)
	}
	return files
}

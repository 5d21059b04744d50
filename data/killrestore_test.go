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
	"strconv"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/backups"
	"milepost/data/datatest"
)

const (
	restorerEnv = "MILEPOST_TEST_RESTORER" // the backup a child restores
	stepEnv     = "MILEPOST_TEST_STEP"     // the step at which it kills itself, counted from 1
	aroundEnv   = "MILEPOST_TEST_AROUND"   // a child saves, backs up and restores until it is killed
)

// dieAt kills this process at a step, as nothing in the program could.
func dieAt(step int) {
	n := 0
	data.OnStep(func(name string) {
		if n++; n < step {
			return
		}
		fmt.Println(name)
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Kill()
		}
		fmt.Fprintln(os.Stderr, err)
		select {}
	})
}

// restoreOrDie restores a backup, opens the data file and closes it, and is killed at a step on the way. It ends by itself once there
// are no more steps.
func restoreOrDie(path string) error {
	step, err := strconv.Atoi(os.Getenv(stepEnv))
	if err != nil {
		return err
	}
	dieAt(step)
	if _, err = data.Restore(context.Background(), path, os.Getenv(restorerEnv), datatest.Clock); err != nil {
		return err
	}
	os.Exit(0)
	return nil
}

// killRestorer lets a child restore and answers the step at which it died, "" when it went through.
func killRestorer(t *testing.T, r restoring, step int) string {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), childEnv+"="+r.path, restorerEnv+"="+r.backup, stepEnv+"="+strconv.Itoa(step))
	var complaints strings.Builder
	child.Stderr = &complaints
	out, err := child.Output()
	if err == nil {
		return ""
	}
	if complaints.Len() > 0 {
		t.Fatalf("the child failed: %s", complaints.String())
	}
	return strings.TrimSpace(string(out))
}

// Killed at any step of a restore, there is the old file or the new one, whole, for those who only read and for those who open it; and
// nothing of the old one is lost.
func TestAKillAtAnyStepOfARestoreLeavesTheOldOrTheNew(t *testing.T) {
	made := newRestoring(t)
	content, backup := must(os.ReadFile(made.path)), must(os.ReadFile(made.backup))
	present := map[string]func(t *testing.T, path string){
		"sound": func(*testing.T, string) {}, "sound, with a log": leaveLog,
	}
	for _, u := range unfit {
		if strings.Contains(u.name, "log") || u.name == "newer" {
			present[u.name] = u.make
		}
	}
	killed := 0
	for name, spoil := range present {
		t.Run(name, func(t *testing.T) {
			steps := []string{}
			for n := 1; n == len(steps)+1; n++ {
				r := restoring{filepath.Join(t.TempDir(), "study.milepost"), filepath.Join(t.TempDir(), "chosen.milepost"), made.old, made.new}
				check(t, errors.Join(os.WriteFile(r.path, content, 0o600), os.WriteFile(r.backup, backup, 0o600)))
				spoil(t, r.path)
				before := partsOf(t, r.path)
				died := killRestorer(t, r, n)
				if died != "" {
					steps = append(steps, died)
				}
				checkKilledRestore(t, r, before, died)
			}
			killed += len(steps)
			same(t, "the last step", steps[len(steps)-1], "restored")
		})
	}
	tell(t, "kill at each step of a restore", killed, fmt.Sprintf("over %d kinds of files; the old one or the new, whole, nothing of the old lost", len(present)))
}

// checkKilledRestore checks what a kill at a step left.
func checkKilledRestore(t *testing.T, r restoring, before map[string]string, step string) {
	t.Helper()
	decided := step == "" || step == "restored" || step == "decided" || strings.HasPrefix(step, "set aside")
	h := must(data.Verify(t.Context(), r.path))
	switch {
	case decided:
		same(t, "read after "+step, fmt.Sprint(h.Kind, h.Mocks), fmt.Sprint("", r.new))
		reader := must(data.OpenReading(t.Context(), r.path, datatest.Clock))
		same(t, "mocks read after "+step, len(must(reader.Mocks(t.Context(), "s"))), r.new)
		check(t, reader.Close())
		s := must(data.Open(t.Context(), r.path, data.Options{Now: datatest.Clock}))
		same(t, "mocks after "+step, len(must(s.Mocks(t.Context(), "s"))), r.new)
		check(t, s.Close())
		checkKept(t, r, before)
	case h.OK(): // its log may have been folded in
		s := must(data.Open(t.Context(), r.path, data.Options{Now: datatest.Clock}))
		if n := len(must(s.Mocks(t.Context(), "s"))); n < r.old || n != h.Mocks {
			t.Errorf("after %s %d mocks are left", step, n)
		}
		check(t, s.Close())
	default:
		same(t, "the old files after "+step, partsOf(t, r.path), before)
	}
	again := must(data.Restore(t.Context(), r.path, r.backup, datatest.Clock)) // and it can always be done again
	same(t, "mocks after another restore", again.Holds.Mocks, r.new)
}

// checkKept checks that what was there is still there: to the byte under another name, or in a backup.
func checkKept(t *testing.T, r restoring, before map[string]string) {
	t.Helper()
	aside := partsOf(t, r.path+".damaged-20261123T145756Z")
	if aside[""] != "none" || aside["-wal"] != "none" {
		same(t, "what was kept", aside, before)
		return
	}
	kept := listed(t, r.path)
	if len(kept) != 1 || kept[0].Reason != backups.BeforeRestore || kept[0].Contents.Mocks < r.old {
		t.Errorf("the backups are %+v", kept)
	}
}

// goAroundUntilKilled saves a mock, says so, makes a backup, restores it, and so on.
func goAroundUntilKilled(path string) error {
	ctx := context.Background()
	s, err := data.Open(ctx, path, data.Options{Now: datatest.Clock})
	if err != nil {
		return err
	}
	study := datatest.Study("s")
	mocks, err := s.Mocks(ctx, "s")
	if err != nil {
		return err
	}
	for n := len(mocks); ; n++ {
		if err := s.Do(ctx, "Mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, n)) }); err != nil {
			return err
		}
		fmt.Println(n)
		made, err := s.MakeBackup(ctx, data.BackupOptions{Reason: backups.Regular, WhenChanged: true})
		if err != nil {
			return err
		}
		if s, _, err = s.Restore(ctx, made.Path); err != nil {
			return err
		}
	}
}

// Killed at random while it saves, backs up and restores, Milepost loses nothing it acknowledged, and each backup with a name is good.
func TestKillsWhileBackingUpAndRestoringLoseNothing(t *testing.T) {
	kills := times(t, killsEnv, 10)
	s := datatest.With(t, datatest.Study("s"))
	path := s.Path()
	check(t, s.Close())
	random := rand.New(rand.NewPCG(5, 6))
	acknowledged := -1
	for range kills {
		acknowledged = max(acknowledged, killAround(t, path, 1+random.IntN(2), random.IntN(60_000)))
		h := must(data.Verify(t.Context(), path))
		if !h.OK() || h.Mocks < acknowledged+1 || h.Mocks > acknowledged+2 {
			t.Fatalf("after %d were acknowledged: %d mocks, %s", acknowledged+1, h.Mocks, h.Sentence)
		}
		s := must(data.Open(t.Context(), path, data.Options{Now: datatest.Clock}))
		same(t, "mocks", len(must(s.Mocks(t.Context(), "s"))), h.Mocks)
		check(t, s.Close())
	}
	good := 0
	for _, b := range listed(t, path) {
		same(t, "state of "+b.Name, b.State, backups.Good)
		good++
	}
	leftovers := append(must(filepath.Glob(filepath.Join(filepath.Dir(path), ".milepost-*"))), must(filepath.Glob(filepath.Join(filepath.Dir(path), "backups", ".milepost-*")))...)
	tell(t, "kill while saving, backing up, restoring", kills, fmt.Sprintf("%d saves acknowledged, 0 lost; %d backups, all good; %d unfinished files", acknowledged+1, good, len(leftovers)))
}

func killAround(t *testing.T, path string, lines, rounds int) int {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), childEnv+"="+path, aroundEnv+"=1")
	var complaints strings.Builder
	child.Stderr = &complaints
	out := must(child.StdoutPipe())
	check(t, child.Start())
	in, last := bufio.NewScanner(out), -1
	for range lines {
		if !in.Scan() {
			t.Fatalf("the child stopped by itself: %s", complaints.String())
		}
		last = must(strconv.Atoi(in.Text()))
	}
	work(rounds)
	check(t, child.Process.Kill())
	for in.Scan() {
		if n, err := strconv.Atoi(in.Text()); err == nil {
			last = n
		}
	}
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) {
		t.Errorf("the child ended with %v", err)
	}
	return last
}

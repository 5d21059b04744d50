package data_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"golang.org/x/sys/unix"

	"milepost/data"
	"milepost/data/backups"
	"milepost/data/datatest"
)

// childLimitEnv tells the test program, started again by itself, how large a file may become: to it the disk is full beyond that.
const childLimitEnv = "MILEPOST_TEST_LIMIT"

func init() {
	otherPart = func(path string) {
		if os.Getenv(childLimitEnv) != "" {
			os.Exit(openWithLimit(path))
		}
	}
}

// openWithLimit does what a person at a full disk does: opens the file, saves, closes. It answers the exit status of the child.
func openWithLimit(path string) int {
	limit, err := strconv.ParseUint(os.Getenv(childLimitEnv), 10, 64)
	if err != nil {
		return 3
	}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: limit, Max: limit}); err != nil {
		return 3
	}
	ctx, study := context.Background(), datatest.Study("s")
	s, err := data.Open(ctx, path, data.Options{Create: true, Now: datatest.Clock})
	if errors.Is(err, data.ErrDiskFull) {
		return 1
	}
	if err != nil {
		return 3
	}
	err = s.Do(ctx, "Fill", func(tx *data.Tx) error {
		return errors.Join(tx.SaveStudy(study), tx.ReplaceSessions("s", datatest.Sessions(study, 2000)))
	})
	if _, backingUp := s.MakeBackup(ctx, data.BackupOptions{Reason: backups.Regular}); err != nil && !errors.Is(backingUp, data.ErrDiskFull) {
		fmt.Fprintln(os.Stderr, "back up:", backingUp)
		return 5
	}
	if closing := s.Close(); closing != nil {
		return 3
	}
	if errors.Is(err, data.ErrDiskFull) {
		return 2
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 4
	}
	return 0
}

// At a full disk nothing is half done: not while the file is made, not while it is opened, not while something is saved.
func TestAFullDiskIsToldAndLeavesEverythingAsItWas(t *testing.T) {
	for name, tt := range map[string]struct {
		limit  int // bytes
		exists bool
		status int
	}{
		"making the file":    {20_000, false, 1},
		"opening the file":   {1_000, true, 1},
		"saving, backing up": {100_000, true, 2},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "study.milepost")
			if tt.exists {
				sound(t, path)
			}
			before := names(t, filepath.Dir(path))
			child := exec.Command(os.Args[0], "-test.run=^$")
			child.Env = append(os.Environ(), childEnv+"="+path, childLimitEnv+"="+strconv.Itoa(tt.limit))
			out, err := child.CombinedOutput()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != tt.status {
				t.Fatalf("the child ended with %v, want status %d: %s", err, tt.status, out)
			}
			same(t, "files", names(t, filepath.Dir(path)), before)
			if !tt.exists {
				return
			}
			h := must(data.Verify(t.Context(), path))
			same(t, "kind", h.Kind, data.Kind(""))
			same(t, "sessions", h.Sessions, 100)
			same(t, "mocks", h.Mocks, 50)
		})
	}
}

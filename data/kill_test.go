package data_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

// The test program starts itself again as a child that saves and saves; these tell the child what it is, and a person how often to kill.
const (
	childEnv = "MILEPOST_TEST_WRITER" // path of the data file
	killsEnv = "MILEPOST_TEST_KILLS"  // number of kills; 25 if not given
)

// otherPart is another part the child can play, on systems that allow it; it does not return then.
var otherPart = func(string) {}

func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		otherPart(path)
		part := writeUntilKilled
		switch {
		case os.Getenv(openerEnv) != "":
			part = openUntilKilled
		case os.Getenv(restorerEnv) != "":
			part = restoreOrDie
		case os.Getenv(aroundEnv) != "":
			part = goAroundUntilKilled
		case os.Getenv(importerEnv) != "":
			part = importUntilKilled
		}
		if err := part(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// sessionsWith is how many sessions are saved in the same action as a mock, so that half an action would show.
func sessionsWith(mock int) int { return 1 + mock*7%60 }

// writeUntilKilled saves mock after mock, each with its scores and with sessions, and says each number once it was acknowledged.
func writeUntilKilled(path string) error {
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
		err := s.Do(ctx, fmt.Sprint("Mock ", n), func(tx *data.Tx) error {
			return errors.Join(tx.SaveMock("s", datatest.Mock(study, n)), tx.ReplaceSessions("s", datatest.Sessions(study, sessionsWith(n))))
		})
		if err != nil {
			return err
		}
		fmt.Println(n)
	}
}

func TestNothingAcknowledgedIsLostWhenKilled(t *testing.T) {
	kills := times(t, killsEnv, 25)
	random := rand.New(rand.NewPCG(1, 2))
	const perFile = 10 // then another file is begun, so that checking it does not take ever longer
	path, acknowledged, all := "", -1, 0
	for k := range kills {
		if k%perFile == 0 {
			s := datatest.With(t, datatest.Study("s"))
			path = s.Path()
			check(t, s.Close())
			all, acknowledged = all+acknowledged+1, -1
		}
		acknowledged = max(acknowledged, killAfter(t, path, 1+random.IntN(30), random.IntN(3000)))
		checkAfterKill(t, path, acknowledged)
	}
	tell(t, "kill while saving", kills, fmt.Sprintf("%d saves acknowledged, 0 lost; sound each time", all+acknowledged+1))
}

// work keeps a core busy, some microseconds a round. The moment of a kill is random by it: right after an acknowledgement was read a
// child is always at the beginning of its next action.
func work(rounds int) {
	block := make([]byte, 4096)
	for range rounds {
		sum := sha256.Sum256(block)
		copy(block, sum[:])
	}
}

// killAfter lets a child write, kills it so many acknowledgements and so much work later, and answers the last one it gave.
func killAfter(t *testing.T, path string, lines, rounds int) int {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), childEnv+"="+path)
	var complaints strings.Builder
	child.Stderr = &complaints
	out := must(child.StdoutPipe())
	check(t, child.Start())
	in, last := bufio.NewReader(out), -1
	for range lines {
		line, err := in.ReadString('\n')
		if err != nil {
			t.Fatalf("the child stopped by itself: %s", complaints.String())
		}
		last = must(strconv.Atoi(strings.TrimSpace(line)))
	}
	work(rounds)
	check(t, child.Process.Kill())
	rest := must(io.ReadAll(in)) // acknowledged before the kill reached it
	if err := child.Wait(); err == nil {
		t.Error("the child was not killed")
	}
	for line := range strings.Lines(string(rest)) {
		if n, err := strconv.Atoi(strings.TrimSpace(line)); err == nil && strings.HasSuffix(line, "\n") {
			last = n
		}
	}
	return last
}

// checkAfterKill checks the file as the kill left it, opens it, and counts: all that was acknowledged, whole, and nothing else than
// at most one mock that was on disk before its acknowledgement was read.
func checkAfterKill(t *testing.T, path string, acknowledged int) int {
	t.Helper()
	h := must(data.Verify(t.Context(), path))
	if !h.OK() {
		t.Fatalf("after a kill: %s", h.Sentence)
	}
	s := must(data.Open(t.Context(), path, data.Options{Now: datatest.Clock}))
	defer func() { check(t, s.Close()) }()
	mocks := must(s.Mocks(t.Context(), "s"))
	if n := len(mocks); n < acknowledged+1 || n > acknowledged+2 {
		t.Fatalf("%d mocks in the file after %d were acknowledged", n, acknowledged+1)
	}
	study := datatest.Study("s")
	for i, m := range mocks {
		same(t, "mock", m, datatest.Mock(study, len(mocks)-1-i)) // by date, and later mocks have earlier dates
	}
	if last := len(mocks) - 1; last >= 0 {
		same(t, "sessions", must(s.Sessions(t.Context(), "s")), datatest.Sessions(study, sessionsWith(last)))
	}
	same(t, "next undo", must(s.UndoName(t.Context())), fmt.Sprint("Mock ", len(mocks)-1))
	return len(mocks)
}

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
	"milepost/data/datatest"
)

// importerEnv names the file of another computer that a child imports from until it is killed.
const importerEnv = "MILEPOST_TEST_IMPORTER"

// importUntilKilled is two computers: mock after mock is recorded on the other one, and merged into the file at path. Each number is said
// once its import was acknowledged.
func importUntilKilled(path string) (err error) {
	ctx := context.Background()
	ours, err := data.Open(ctx, path, data.Options{Now: datatest.Clock})
	if err != nil {
		return err
	}
	other, err := data.Open(ctx, os.Getenv(importerEnv), data.Options{Now: datatest.Clock})
	if err != nil {
		return err
	}
	mocks, err := other.Mocks(ctx, "s")
	if err != nil {
		return err
	}
	study := datatest.Study("s")
	for n := len(mocks); ; n++ {
		err := other.Do(ctx, "Mock", func(tx *data.Tx) error {
			return errors.Join(tx.SaveMock("s", datatest.Mock(study, n)), tx.ReplaceSessions("s", datatest.Sessions(study, sessionsWith(n))))
		})
		if err != nil {
			return err
		}
		d, err := other.Document(ctx)
		if err != nil {
			return err
		}
		if _, err := ours.Import(ctx, "Import", d); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// Killed at any moment of an import, the file holds it as a whole or not at all, and the next import brings what is missing.
func TestAKillDuringAnImportLeavesItWholeOrNotBegun(t *testing.T) {
	kills := times(t, killsEnv, 10)
	dir := t.TempDir()
	path, other := filepath.Join(dir, "ours.db"), filepath.Join(dir, "other.db")
	for _, p := range []string{path, other} {
		s := must(data.Open(t.Context(), p, data.Options{Create: true, Now: datatest.Clock}))
		if p == other {
			datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
		}
		check(t, s.Close())
	}
	random := rand.New(rand.NewPCG(7, 8))
	acknowledged := -1
	for range kills {
		acknowledged = max(acknowledged, killImporter(t, path, other, 1+random.IntN(4), random.IntN(20_000)))
		h := must(data.Verify(t.Context(), path))
		if !h.OK() || h.Mocks < acknowledged+1 {
			t.Fatalf("after %d were acknowledged: %d mocks, %s", acknowledged+1, h.Mocks, h.Sentence)
		}
		s := must(data.Open(t.Context(), path, data.Options{Now: datatest.Clock}))
		exported(t, s) // is refused when the history does not fit what it is the history of
		if sessions := must(s.Sessions(t.Context(), "s")); h.Mocks > 0 && len(sessions) != sessionsWith(h.Mocks-1) {
			t.Errorf("%d mocks came with %d sessions: half an import", h.Mocks, len(sessions))
		}
		check(t, s.Close())
	}
	tell(t, "kill while importing", kills, fmt.Sprintf("%d imports acknowledged, 0 lost, none by half; sound each time", acknowledged+1))
}

func killImporter(t *testing.T, path, other string, lines, rounds int) int {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), childEnv+"="+path, importerEnv+"="+other)
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

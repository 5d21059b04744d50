package data_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// tortureEnv names the file to which the torture tests add their rows of the table that `make torture` prints; none without it.
const tortureEnv = "MILEPOST_TORTURE_TABLE"

// tell adds a row: what was tried, how often, what was seen. A test that fails tells nothing, and make torture says so.
func tell(t *testing.T, scenario string, runs int, seen string) {
	t.Helper()
	t.Logf("%s: %d runs, %s", scenario, runs, seen)
	name := os.Getenv(tortureEnv)
	if name == "" || t.Failed() {
		return
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	check(t, err)
	_, err = fmt.Fprintf(f, "%s\t%d\t%s\n", scenario, runs, strings.ReplaceAll(seen, "\t", " "))
	check(t, err)
	check(t, f.Close())
}

// times is how often something is tried: what the environment says, or the short form.
func times(t *testing.T, env string, short int) int {
	t.Helper()
	if v := os.Getenv(env); v != "" {
		return must(strconv.Atoi(v))
	}
	return short
}

// sizeEnv asks for the long form of what has a size instead of a number: 1 is usual.
const sizeEnv = "MILEPOST_TORTURE"

// tortureSize is how much was asked for, 0 in the short form.
func tortureSize() float64 {
	size, err := strconv.ParseFloat(os.Getenv(sizeEnv), 64)
	if err != nil {
		return 0
	}
	return size
}

// rounds is how often something is done: short in the short form, long times the size in the long one.
func rounds(short, long int) int {
	if size := tortureSize(); size > 0 {
		return max(1, int(float64(long)*size))
	}
	return short
}

// tally is a row of the table in the making. Its methods may only be called by the test itself.
type tally struct {
	t                            *testing.T
	scenario                     string
	runs, faults, losses, broken int
	worst                        time.Duration // of coming back to work after a fault
}

// newTally begins a row, which is told at the end of the test.
func newTally(t *testing.T, scenario string) *tally {
	a := &tally{t: t, scenario: scenario}
	t.Cleanup(func() {
		tell(t, a.scenario, a.faults, fmt.Sprintf("failures in %d actions; %d lost, %d files unsound; back at work within %.0f ms", a.runs, a.losses, a.broken, float64(a.worst.Microseconds())/1000))
	})
	return a
}

// lost counts something acknowledged that is not there.
func (a *tally) lost(format string, args ...any) {
	a.t.Helper()
	a.losses++
	a.t.Errorf("lost: "+format, args...)
}

// unsound counts a file that is not whole.
func (a *tally) unsound(format string, args ...any) {
	a.t.Helper()
	a.broken++
	a.t.Errorf("not whole: "+format, args...)
}

// back measures how long it took to come back to work.
func (a *tally) back(since time.Time) { a.worst = max(a.worst, time.Since(since)) }

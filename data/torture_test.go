package data_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
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

package data_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/planner"
)

func TestLogWordsTellKindsAndNameNobody(t *testing.T) {
	const secret = "Ann"
	_, missing := os.Stat(filepath.Join("/", secret))
	_, locked := data.Open(t.Context(), filepath.Join(t.TempDir(), secret), data.Options{Now: datatest.Clock})
	full := data.OpenRaw(filepath.Join(t.TempDir(), secret))
	defer full.Close()
	_, sqlite := full.Exec("SELECT " + secret)
	for _, tt := range []struct {
		err  error
		want string
	}{
		{missing, "stat; no such file or directory"},
		{fmt.Errorf("open %s: %w", secret, missing), "stat; no such file or directory"},
		{locked, "data file: missing"},
		{sqlite, "SQLite "},
		{fmt.Errorf("%s: %w", secret, data.ErrFileGone), data.ErrFileGone.Error()},
		{errors.Join(fmt.Errorf("%s: %w", secret, data.ErrDiskFull), data.ErrClosed), data.ErrDiskFull.Error() + "; " + data.ErrClosed.Error()},
		{&planner.FieldError{Field: "domains." + secret, Reason: secret + " is no number"}, "field: domains"},
		{errors.New(secret), "an error of the type *errors.errorString"},
		{fmt.Errorf("rename: %w", &os.LinkError{Op: "rename", Old: secret, New: secret, Err: fs.ErrExist}), "rename; file already exists"},
	} {
		got := data.LogWords(tt.err)
		if !strings.HasPrefix(got, tt.want) || strings.Contains(got, secret) {
			t.Errorf("%v is logged as %q, not %q", tt.err, got, tt.want)
		}
	}
}

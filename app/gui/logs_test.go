package gui

import (
	"bytes"
	"errors"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/mocks"
	"milepost/app/gui/setup"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// marker stands for everything personal: names of files, folders, studies and sources, notes.
const marker = "Quetzalcoatl"

// collectLog collects what is logged during a test, by our logger and by Fyne's.
func collectLog(t *testing.T) *bytes.Buffer {
	t.Helper()
	var out bytes.Buffer
	before, writer := slog.Default(), log.Writer()
	slog.SetDefault(slog.New(slog.NewTextHandler(&out, nil)))
	log.SetOutput(&out)
	t.Cleanup(func() {
		slog.SetDefault(before)
		log.SetOutput(writer)
	})
	return &out
}

// personal is the real window over a file, a study, a mock and a session that all carry the marker.
func personal(t *testing.T) *opened {
	t.Helper()
	dir := filepath.Join(t.TempDir(), marker)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	m := stage.OpenAppAt(t, filepath.Join(dir, marker+".db"), nil)
	stage.Study(t, m, func(s *planner.Study) { s.Name = marker })
	mock := planner.Mock{Date: planner.MustDate("2026-11-20"), Source: marker, Note: marker, Correct: 60, Total: 100}
	if _, err := m.RecordMock(t.Context(), mock); err != nil {
		t.Fatal(err)
	}
	if _, err := m.LogSession(t.Context(), planner.Session{Date: planner.MustDate("2026-11-20"), Minutes: 30, Activity: planner.Practise, Note: marker}); err != nil {
		t.Fatal(err)
	}
	return newFrameOver(t, m)
}

func TestLogsHoldNothingPersonal(t *testing.T) {
	t.Setenv("LANG", "en_GB.UTF-8")
	out := collectLog(t)
	f := personal(t)
	walkThrough(f)
	quiet := out.Len()

	// And while nothing that is saved can be saved, which is when there is something to log.
	if err := os.Chmod(f.path, 0o400); err != nil {
		t.Fatal(err)
	}
	f.look()
	walkThrough(f)
	if err := errors.Join(os.Chmod(f.path, 0o600), os.Rename(f.path, f.path+".away"), os.WriteFile(f.path, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	f.look()
	walkThrough(f)
	f.shell.place.onPutBack() // cannot be done
	dismiss(f)
	if err := errors.Join(os.RemoveAll(filepath.Join(filepath.Dir(f.path), "backups")), os.WriteFile(filepath.Join(filepath.Dir(f.path), "backups"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	f.shell.BackUpNow() // cannot be done either
	text := out.String()
	if strings.Contains(text, marker) {
		t.Errorf("the log names somebody:\n%s", text)
	}
	for _, wanted := range []string{"trouble=read-only", "trouble=replaced", "The plan could not be saved", "no backup was made", "could not be put back"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not in the log, which grew from %d bytes:\n%s", wanted, quiet, text)
		}
	}
}

// dismiss closes whatever lies above the screen.
func dismiss(f *opened) {
	for range 3 {
		if f.DialogOpen() {
			f.Key(fyne.KeyEscape)
		}
	}
}

// walkThrough does what people do, with the marker wherever something can be typed.
func walkThrough(f *opened) {
	f.shell.Open(kit.Mocks)
	f.Key(fyne.KeyTab, fyne.KeyTab)
	f.Type(marker)
	f.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	for range 6 {
		f.Type("9")
		f.Key(fyne.KeyTab)
	}
	page[*mocks.Page](f).Save()
	dismiss(f)
	f.shell.Open(kit.Setup)
	f.Type("1 mar 2027")
	f.Key(fyne.KeyTab)
	page[*setup.Page](f).Save()
	dismiss(f)
	f.shell.Open(kit.Plan)
	f.TapText("Add…")
	f.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	f.Type(marker)
	f.Key(fyne.KeyReturn)
	dismiss(f)
	for _, route := range []kit.Route{kit.Today, kit.Readiness, kit.Diary, kit.Settings} {
		f.shell.Open(route)
		f.Settle()
	}
	steady := guitest.Find[*widgets.Segmented](f.Window, "Low")
	f.Focus(steady)
	f.Key(fyne.KeyRight)
	dismiss(f)
	f.shell.undo()
	dismiss(f)
	f.shell.redo()
	dismiss(f)
}

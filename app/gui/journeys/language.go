package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// language chooses a language and dark colours by keyboard, works in that language, and finds both again after a new start.
func language(b *bench, home string) error {
	run, err := b.startOnSample(home, preferences{Appearance: "light"})
	if err != nil {
		return err
	}
	const mocks = "select count(*) from mock"
	return steps(
		func() error { return run.keys("ctrl+comma", "Tab", "Tab", "space") },
		b.looked,
		func() error { return run.keys("Down", "Down", "Return") }, // past English to Deutsch
		func() error { return run.untilPreference(`"language":"de"`) },
		func() error { _, err := b.picture("language-german"); return err },
		func() error { return run.keys("ctrl+k") },
		b.looked,
		func() error { return run.text("dunkle farb") },
		func() error { return run.keys("Return") },
		func() error { return run.untilPreference(`"appearance":"dark"`) },
		func() error { return run.recordMock("Fragenkatalog", 20, 14, 18, 13, 10, 14) },
		func() error { return run.untilRows(mocks, "7") },
		func() error { return run.keys("ctrl+z") },
		func() error { return run.untilRows(mocks, "6") },
		func() error { return run.quit() },
		func() error { return run.cleanLog() },
		func() (err error) { run, err = b.start(home, run.data, preferences{}); return err },
		func() error { _, err := b.picture("language-again"); return err },
		func() error { return run.untilPreference(`"language":"de"`) },
		func() error { return run.keys("ctrl+k") },
		b.looked,
		func() error { return run.text("sprache: english") },
		func() error { return run.keys("Return") },
		func() error { return run.untilPreference(`"language":"en"`) },
		func() error { return run.quit() },
		func() error { return run.cleanLog() },
	)
}

// untilPreference waits until something stands in the file of the program's preferences.
func (r *program) untilPreference(want string) error {
	file := filepath.Join(r.home, ".config", "fyne", "org.milepost.Milepost", "preferences.json")
	return r.bench.until(fmt.Sprintf("the preferences to say %s", want), func() bool {
		content, err := os.ReadFile(file)
		return err == nil && bytes.Contains(bytes.ReplaceAll(content, []byte(" "), nil), []byte(want))
	})
}

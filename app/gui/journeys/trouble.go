package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// sampleWithBackup makes a sample data file and a backup of it.
func sampleWithBackup(b *bench, data string) error {
	if _, err := b.command(data, "sample", "--out", data); err != nil {
		return err
	}
	_, err := b.command(data, "backup")
	return err
}

// damagedFile spoils the data file: its newest backup is one Enter away, and the damaged file is kept.
func damagedFile(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	if err := sampleWithBackup(b, data); err != nil {
		return err
	}
	if err := spoil(data); err != nil {
		return err
	}
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	return steps(
		func() error { _, err := b.picture("rescue"); return err },
		func() error { return run.keys("Return") },
		func() error { return run.untilRows("select count(*) from study", "1") },
		func() error { _, err := b.picture("rescued"); return err },
		func() error { return run.recordMock("Bank", 20, 14, 18, 13, 10, 14) },
		func() error { return run.untilRows("select count(*) from mock where source = 'Bank'", "1") },
		func() error {
			kept, err := filepath.Glob(data + ".damaged-*")
			if err == nil && len(kept) == 0 { // with its log, if it has one
				err = fmt.Errorf("kept are %q", kept)
			}
			return err
		},
		func() error { return run.quit() },
	)
}

// spoil overwrites a page in the middle of a file.
func spoil(file string) error {
	const page = 4096
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	copy(content[len(content)/2/page*page:], bytes.Repeat([]byte("spoiled "), page/8))
	return os.WriteFile(file, content, 0o600)
}

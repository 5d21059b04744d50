package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
)

// badDate types dates no plan can be made for before the right one.
func badDate(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	for i, date := range []string{"2027-02-30", "2020-02-04", "soon"} {
		if err := run.refusesDate(date, fmt.Sprintf("bad-date-%d", i)); err != nil {
			return fmt.Errorf("%s: %w", date, err)
		}
	}
	return steps(
		func() error { return run.firstPlan("2027-02-04") },
		func() error { return run.untilRows("select exam_day from study", "2027-02-04") },
		run.quit,
	)
}

// refusesDate types a date, asks for the plan, and wants to see something said and nothing stored. The field has the focus again
// afterwards.
func (r *program) refusesDate(date, picture string) error {
	before, err := r.bench.settled()
	if err != nil {
		return err
	}
	var after []byte
	return steps(
		func() error { return r.keys("ctrl+a") },
		func() error { return r.text(date) },
		func() error { return r.keys("Tab", "ctrl+s") },
		func() (err error) { after, err = r.bench.picture(picture); return err },
		func() error {
			if bytes.Equal(before, after) {
				return errors.New("nothing is said")
			}
			return nil
		},
		func() error { return r.untilRows("select count(*) from study", "0") },
		func() error { return r.untilRows("select count(*) from session", "0") },
	)
}

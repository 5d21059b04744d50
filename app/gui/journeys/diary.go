package main

import (
	"fmt"
	"strings"
)

// diary lets the window write the day's forecast down, guesses the next mock by keyboard and records it: the guess goes along, and the
// forecast was there before the result.
func diary(b *bench, home string) error {
	run, err := b.startOnSample(home, preferences{})
	if err != nil {
		return err
	}
	var told string
	err = steps(
		func() error {
			return run.untilRows("select count(*) from forecast where day = '"+b.today+"'", "1") // nobody asked for it
		},
		func() error { return run.keys("ctrl+d") },
		b.looked,
		func() error { return run.text("77") },
		func() error { return run.keys("Return") },
		func() error { return run.untilRows("select percent from guess", "77.0") },
		func() error { _, err := b.picture("diary-guessed"); return err },
		func() error { return run.keys("ctrl+m") },
		b.looked,
		func() error { return run.keys("Tab", "Tab") },
		func() error { return run.text("Bank") },
		func() error { return run.keys("Tab", "Tab", "Tab", "Tab", "Tab") }, // the guess is there already
		func() error { return run.typeCorrect([]int{20, 14, 18, 13, 10, 14}) },
		func() error { return run.keys("ctrl+s") },
		func() error {
			return run.untilRows("select m.guess || ' ' || f.mocks || ' ' || (select count(*) from guess) from mock m join mock_forecast f on f.mock_id = m.id where m.source = 'Bank'", "77.0 6 0")
		},
		run.kill,
		func() (err error) { told, err = b.command(run.data, "diary", "--json"); return err },
	)
	if err != nil {
		return err
	}
	if !strings.Contains(told, `"guess": 77`) || strings.Count(told, `"quantiles"`) != 7 {
		return fmt.Errorf("the diary says %.600s", told)
	}
	return nil
}

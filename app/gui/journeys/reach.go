package main

import (
	"fmt"
	"path/filepath"
)

// What a first plan and a mock may cost at most, in keys pressed. A mock's numbers come on top of it: they are what has to be told.
const (
	keysForPlan = 40
	keysForMock = 20
)

// reach sets a study up and records two mocks as a person would who knows the keys, and counts them.
func reach(b *bench, home string) error {
	run, err := b.start(home, filepath.Join(home, "study.db"), preferences{})
	if err != nil {
		return err
	}
	correct := []int{20, 14, 18, 13, 10, 14}
	numbers := len(guessed) + len(fmt.Sprint(correct)) - len("[]") - (len(correct) - 1) // their digits
	planned := func() error {
		return steps(
			func() error { return run.text("4.2.2027") },
			func() error {
				return run.keys("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
			},
			func() error { return run.text("4h") }, // Saturday
			func() error { return run.keys("Tab") },
			func() error { return run.text("30m") }, // Sunday
			func() error { return run.keys("ctrl+s") },
			func() error {
				return run.untilRows("select exam_day || ' ' || sat || ' ' || sun from study", "2027-02-04 240 30")
			},
		)
	}
	const guesses = "select count(*) from mock join mock_forecast on mock_id = mock.id where has_guess and guess = " + guessed
	mock := func() error {
		return steps(
			func() error { return run.recordMock("Boson", correct...) },
			func() error { return run.untilRows(guesses, "1") },
		)
	}
	again := func() error { // the source is taken from those that are known
		return steps(
			func() error { return run.keys("ctrl+m") },
			b.looked,
			func() error { return run.keys("Tab", "Tab", "Down", "Tab", "Tab", "Tab", "Tab", "Tab") },
			func() error { return run.text(guessed) },
			func() error { return run.typeCorrect([]int{21, 15, 20, 14, 11, 15}) },
			func() error { return run.keys("ctrl+s") },
			func() error { return run.untilRows(guesses+" and mock.source = 'Boson'", "2") },
		)
	}
	return steps(
		b.looked,
		func() error { return run.within(keysForPlan, "a first plan", planned) },
		func() error { return run.within(keysForMock+numbers, "a mock of a new source, with a guess", mock) },
		func() error { return run.within(keysForMock+numbers, "a mock of a known source, with a guess", again) },
		func() error { return run.quit() }, func() error { return run.cleanLog() },
	)
}

// within does something and fails when that took more keys; it says how many it took, and how long with a tool's fingers.
func (r *program) within(most int, what string, do func() error) error {
	before, begun := r.pressed, r.bench.now()
	if err := do(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	took := r.pressed - before
	fmt.Printf("    %s: %d keys of %d, %.1f s\n", what, took, most, r.bench.now().Sub(begun).Seconds())
	if took > most {
		return fmt.Errorf("%s took %d keys; %d are the most", what, took, most)
	}
	return nil
}

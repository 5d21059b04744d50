package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// journey is one thing a person does from beginning to end.
type journey struct {
	name string
	walk func(b *bench, home string) error
}

// steps runs one step after the other up to the first that fails.
func steps(all ...func() error) error {
	for i, step := range all {
		if err := step(); err != nil {
			return fmt.Errorf("step %d: %w", i+1, err)
		}
	}
	return nil
}

var journeys = []journey{
	{"first plan, a mock by keyboard, the chart moves, quit, start again, all there", mainRoad},
	{"a first plan in at most 40 keys, a mock of six domains in at most 20 beside its numbers", reach},
	{"killed without warning, nothing that was saved is lost", killed},
	{"a session is timed, the program killed, and its minutes are there: finished, undone, gone on with", timer},
	{"a mock against the clock by keyboard: paused, a break, killed and taken up, its result recorded with time and pace", timedMock},
	{"a bad exam date is told and nothing is stored; the right one makes the plan", badDate},
	{"a second start on the same file brings the window forward and ends; reading goes on", secondStart},
	{"closed into the tray: opened from its menu, by its icon and by a second start, a mock recorded from there, quit there", trayed},
	{"a damaged file: its backup is one Enter away, the program goes on, the damaged file is kept", damagedFile},
	{"the file moved away under the window: told, nothing acknowledged, nothing typed is lost, saved once it is back", fileMoved},
	{"ten days away, rebalance by keyboard, seen before it is stored, undone to the row", absence},
	{"a sitting that was not passed: its report copied and the next one planned by keyboard, both undone", retake},
	{"the day is foretold, the next mock guessed and recorded by keyboard: forecast and guess stay with it", diary},
	{"a mock is edited and deleted by keyboard, and both are undone to the row", mockChanged},
	{"the exam is moved by keyboard: seen before it is stored, the plan follows, undone to the row", examMoved},
	{"three sessions chosen in the list by keyboard are skipped as one, and one Undo brings them back to the row", severalSessions},
	{"what if: two questions, nothing stored", whatIf},
	{"a report and a calendar saved by keyboard, and the calendar follows the plan", report},
	{"mocks from a spreadsheet by keyboard: seen before they are stored, undone to the row", spreadsheet},
	{"the language and dark colours chosen by keyboard, a mock recorded in German, both there after a new start", language},
	{"all screens and a mock by keyboard in a window of 900 x 600 with text twice as large", tinyWindow},
	{"six mocks of three sources: what the window keeps is what the command line says", sixMocks},
}

// mainRoad sets a study up and records a mock, all by keyboard.
func mainRoad(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	var before, after []byte
	return steps(
		func() error { return run.firstPlan("2027-02-04") },
		func() error { return run.keys("4") },
		func() (err error) { before, err = b.picture("road-readiness-before"); return err },
		func() error { return run.recordMock("Boson ExSim", 20, 14, 18, 13, 10, 14) },
		func() error { return run.untilRows("select count(*) from mock", "1") },
		func() error { return run.keys("ctrl+4") },
		func() (err error) { after, err = b.picture("road-readiness-after"); return err },
		func() error {
			if bytes.Equal(before, after) {
				return errors.New("the chart did not move")
			}
			return nil
		},
		run.quit,
		func() (err error) { run, err = b.start(home, data, preferences{}); return err },
		func() error { return run.untilRows("select count(*) from mock", "1") },
		func() error { return run.untilRows("select exam_day from study", "2027-02-04") },
		func() error { _, err := b.picture("road-again"); return err },
		func() error { return run.quit() },
	)
}

// firstPlan types the exam date into Setup and makes the plan.
func (r *program) firstPlan(date string) error {
	return steps(
		r.bench.looked,
		func() error { return r.keys("ctrl+a") },
		func() error { return r.text(date) },
		func() error { return r.keys("Tab", "ctrl+s") },
		func() error { return r.untilRows("select count(*) from study", "1") },
	)
}

// recordMock opens the form of a mock, types the source and the right answers by domain, and saves.
func (r *program) recordMock(source string, correct ...int) error {
	return steps(
		func() error { return r.keys("ctrl+m") },
		r.bench.looked,
		func() error { return r.typeMock(source, correct) },
		func() error { return r.keys("ctrl+s") },
	)
}

// guessed is what every mock typed here was expected to bring, in percent.
const guessed = "70"

// typeMock goes from the date past the minutes to the source, from there past the boxes to the guess, and on to the right answers.
func (r *program) typeMock(source string, correct []int) error {
	return steps(
		func() error { return r.keys("Tab", "Tab") },
		func() error { return r.text(source) },
		func() error { return r.keys("Tab", "Tab", "Tab", "Tab", "Tab") },
		func() error { return r.text(guessed) },
		func() error { return r.typeCorrect(correct) },
	)
}

// killed ends the program in the middle of work and looks what is left.
func killed(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	return steps(
		func() error { return run.firstPlan("2027-02-04") },
		func() error { return run.recordMock("Bank", 20, 14, 18, 13, 10, 14) },
		func() error { return run.untilRows("select count(*) from mock", "1") },
		func() error {
			return run.untilRows("select count(*) from mock join mock_forecast on mock_id = mock.id where has_guess and guess = "+guessed, "1")
		},
		run.kill,
		func() (err error) { run, err = b.start(home, data, preferences{}); return err },
		func() error { return run.untilRows("select count(*) from mock", "1") },
		func() error { return run.quit() },
		func() error { _, err := b.command(data, "verify"); return err },
	)
}

// sixMocks opens a study with six mocks of three sources and compares rows and commands.
func sixMocks(b *bench, home string) error {
	run, err := b.startOnSample(home, preferences{})
	if err != nil {
		return err
	}
	return steps(
		func() error {
			return run.untilRows("select count(distinct source) || ' ' || count(*) from mock", "3 6")
		},
		func() error { return run.keys("4") },
		func() error { _, err := b.picture("six-mocks"); return err },
		run.quit,
		func() error {
			said, err := b.command(run.data, "readiness")
			if err == nil && !strings.Contains(said, "From 6 mocks") {
				err = fmt.Errorf("the command line says: %s", said)
			}
			return err
		},
	)
}

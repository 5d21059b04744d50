package main

import (
	"fmt"
	"os"
	"path/filepath"

	"milepost/app/gui/journeys/history"
)

// gallery makes the pictures of the documentation from the sample.
var gallery = []journey{
	{"five years", yearsOfPictures},
	{"empty", emptyPictures},
	{"German", germanPictures},
	{"widgets, light", func(b *bench, home string) error { return widgetPicture(b, home, "light") }},
	{"widgets, dark", func(b *bench, home string) error { return widgetPicture(b, home, "dark") }},
	{"light", func(b *bench, home string) error { return pictures(b, home, "light", preferences{Appearance: "light"}) }},
	{"dark", func(b *bench, home string) error { return pictures(b, home, "dark", preferences{Appearance: "dark"}) }},
	{"small", func(b *bench, home string) error {
		return pictures(b, home, "small", preferences{Appearance: "light", Width: 1000, Height: 650})
	}},
	{"large text", func(b *bench, home string) error {
		return pictures(b, home, "large-text", preferences{Appearance: "light", TextScale: 1.4})
	}},
}

func pictures(b *bench, home, suffix string, p preferences) error {
	run, err := b.startOnSample(home, p)
	if err != nil {
		return err
	}
	if err := run.screens(suffix, plan, mocks, readiness, screen{"ctrl+d", "diary"}, reports, screen{"ctrl+e", "setup"}, screen{"ctrl+comma", "settings"}, today); err != nil {
		return err
	}
	for _, dialog := range []screen{{"ctrl+r", "rebalance"}, {"ctrl+i", "whatif"}, {"ctrl+l", "log"}, {"ctrl+k", "palette"}, {"F1", "keys"}} {
		if err := steps(func() error { return run.screens(suffix, dialog) }, run.closeDialog); err != nil {
			return err
		}
	}
	err = steps(
		func() error { return run.fileOfMocks(suffix) },
		func() error { return run.planViews(suffix) },
		func() error { return run.screens(suffix, screen{"ctrl+t", "timed-mock"}) },
		func() error { return run.text("Zeta bank") },
		func() error { return run.screens(suffix, screen{"Return", "timed-mock-clock"}) },
		run.quit,
	)
	if err != nil {
		return err
	}
	if err := afterwards(b, run, suffix, p); err != nil {
		return err
	}
	return rescuePicture(b, home, suffix, p)
}

// screen is one of the window's, by its key.
type screen struct{ key, name string }

var (
	today     = screen{"ctrl+1", "today"}
	plan      = screen{"ctrl+2", "plan"}
	mocks     = screen{"ctrl+3", "mocks"}
	readiness = screen{"ctrl+4", "readiness"}
	reports   = screen{"ctrl+5", "reports"}
)

// screens takes a picture of each of some screens.
func (r *program) screens(suffix string, of ...screen) error {
	for _, s := range of {
		err := steps(
			func() error { return r.keys(s.key) },
			// A blinking cursor makes the screen before look different: the first look may still be at that.
			r.bench.looked,
			func() error { _, err := r.bench.picture(s.name + "-" + suffix); return err },
		)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

// planViews takes the pictures of the plan as a timeline and as a list.
func (r *program) planViews(suffix string) error {
	return steps(
		func() error { return r.keys("ctrl+2") },
		r.bench.looked,
		func() error { return r.chosen("Timeline", "plan-timeline-"+suffix) },
		func() error { return r.chosen("List", "plan-list-"+suffix) },
	)
}

// chosen takes a picture of what a command of the palette leads to.
func (r *program) chosen(command, name string) error {
	return steps(
		func() error { return r.command(command) },
		func() error { _, err := r.bench.picture(name); return err },
	)
}

// fileOfMocks takes the picture of a spreadsheet that is looked at, and closes it again.
func (r *program) fileOfMocks(suffix string) error {
	file := filepath.Join(r.home, "scores.csv")
	return steps(
		func() error {
			return os.WriteFile(file, []byte("Datum;Bank;Leadership;Risk;Security Operations;Zeit\n4.11.2026;Boson ExSim;15/22;20/26;12/20;1:35\n"+
				"12.11.2026;Official practice;19/22;18/26;15/20;80\nbald;Boson ExSim;16/22;21/26;3/5;\n22.11.2026;Pocket Prep;17/22;21/26;14/20;1:40\n"), 0o600)
		},
		func() error { return r.keys("ctrl+3") },
		r.bench.looked,
		func() error { return r.command("From a file") },
		func() error { return r.keys("ctrl+a") },
		func() error { return r.text(file) },
		func() error { return r.keys("Return") },
		func() error { _, err := r.bench.picture("mocks-from-a-file-" + suffix); return err },
		r.closeDialog,
	)
}

// closeDialog closes what lies over the screen.
func (r *program) closeDialog() error {
	if err := r.keys("Escape"); err != nil {
		return err
	}
	_, err := r.bench.settled()
	return err
}

// yearsOfPictures takes the pictures of nearly five years of data.
func yearsOfPictures(b *bench, home string) error {
	data, err := history.FiveYears(home, b.today, b.command)
	if err != nil {
		return err
	}
	run, err := b.start(home, data, preferences{Appearance: "light"})
	if err != nil {
		return err
	}
	return steps(func() error { return run.screens("five-years", plan, mocks, readiness, reports, today) }, run.quit)
}

// widgetPicture takes the picture of the widgets, as high as the display has room for.
func widgetPicture(b *bench, home, appearance string) error {
	b.flags = []string{"--gallery"}
	defer func() { b.flags = nil }()
	run, err := b.start(home, filepath.Join(home, "study.db"), preferences{Appearance: appearance, Width: 1280, Height: 940})
	if err != nil {
		return err
	}
	if _, err := b.picture("widgets-" + appearance); err != nil {
		return err
	}
	return run.kill()
}

// germanPictures takes those of the main screens in German, whose words are long.
func germanPictures(b *bench, home string) error {
	run, err := b.startOnSample(home, preferences{Appearance: "light", Language: "de"})
	if err != nil {
		return err
	}
	return steps(func() error {
		return run.screens("german", plan, mocks, readiness, reports, screen{"ctrl+e", "setup"}, today)
	}, run.quit)
}

// emptyPictures takes the pictures of the first start, and of a study without a mock.
func emptyPictures(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	run, err := b.start(home, data, preferences{Appearance: "light"})
	if err != nil {
		return err
	}
	return steps(
		func() error { return run.screens("empty", mocks, readiness, today, screen{"ctrl+e", "setup"}) },
		run.quit,
		func() error {
			_, err := b.command(data, "study", "new", "--exam", "isc2-issmp-2025", "--date", "2027-02-04", "--hours", "mon=60,tue=60,thu=60,sat=120")
			return err
		},
		func() (err error) { run, err = b.start(home, data, preferences{Appearance: "light"}); return err },
		func() error { return run.screens("new", today, plan, mocks, readiness) },
		func() error { return run.quit() },
	)
}

// rescuePicture takes the picture of the screen that stands there for a damaged file.
func rescuePicture(b *bench, home, suffix string, p preferences) error {
	data := filepath.Join(home, "rescue", "study.db")
	err := steps(
		func() error { return os.Mkdir(filepath.Dir(data), 0o700) },
		func() error { return sampleWithBackup(b, data) },
		func() error { return spoil(data) },
	)
	if err != nil {
		return err
	}
	run, err := b.start(home, data, p)
	if err != nil {
		return err
	}
	if _, err := b.picture("rescue-" + suffix); err != nil {
		return err
	}
	return run.kill()
}

// afterwards takes the pictures of the days after an exam that was not passed.
func afterwards(b *bench, run *program, suffix string, p preferences) error {
	before := b.today
	b.today = "2027-02-07"
	defer func() { b.today = before }()
	if _, err := b.command(run.data, "result", "--date", "2027-02-04", "--failed", "--domain", "d1=above", "--domain", "d2=near", "--domain", "d3=near",
		"--domain", "d4=below", "--domain", "d5=below", "--domain", "d6=near"); err != nil {
		return err
	}
	run, err := b.start(run.home, run.data, p)
	if err != nil {
		return err
	}
	if _, err := b.picture("afterwards-" + suffix); err != nil {
		return err
	}
	return run.quit()
}

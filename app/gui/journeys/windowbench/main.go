// Windowbench measures Milepost's window with five years of data beside the least window of the same library, the rounds of both taking turns:
// the time from the start to a screen at rest, the memory, what idling costs, and the time a change of screen takes. It prints medians and ratios.
//
//	windowbench -binary ./milepost -minimal ./minimal [-rounds 7]
//
// It needs xdotool and the pixels of the display as a file (.ci/display gives both). It judges nothing: a slow day is not an error.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"text/tabwriter"
	"time"

	"milepost/app/gui/journeys/history"
)

// today is the day of the measurement.
const today = "2026-11-27"

func main() {
	binary := flag.String("binary", os.Getenv("MILEPOST_BIN"), "Milepost (also MILEPOST_BIN)")
	minimal := flag.String("minimal", "", "the least window")
	rounds := flag.Int("rounds", 7, "how often each is started")
	flag.Parse()
	if err := run(*binary, *minimal, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "windowbench:", err)
		os.Exit(1)
	}
}

func run(binary, minimal string, rounds int) error {
	scratch, err := os.MkdirTemp("", "milepost-windowbench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	data, err := history.FiveYears(scratch, today, func(data string, args ...string) (string, error) {
		return command(binary, append([]string{"--data", data, "--today", today}, args...)...)
	})
	if err != nil {
		return err
	}
	screen, err := openScreen(os.Getenv("FRAMEBUFFER"))
	if err != nil {
		return err
	}
	defer screen.close()
	ours := &subject{name: "Milepost, five years of data", args: []string{binary, "--data", data, "--today", today}}
	least := &subject{name: "the least window", args: []string{minimal}}
	changes := map[string]*samples{}
	for n := range rounds + 1 {
		for _, s := range []*subject{ours, least} {
			if err := s.round(screen, scratch, n > 0, changesOf(s == ours, changes)); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
		}
		fmt.Fprintf(os.Stderr, "\rround %d of %d ", n, rounds) // round 0 warms the caches of files up
	}
	fmt.Fprintln(os.Stderr)
	report(ours, least, changes)
	return nil
}

// command carries out one command line and answers what it printed.
func command(binary string, args ...string) (string, error) {
	cmd := exec.Command(binary, args...)
	cmd.Env = append(os.Environ(), "LANG=C.UTF-8")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %v: %w", binary, args, err)
	}
	return string(out), nil
}

// samples are measurements of one thing.
type samples []float64

func (s samples) median() float64 {
	sorted := slices.Sorted(slices.Values(s))
	if len(sorted) == 0 {
		return 0
	}
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

func (s samples) spread() string {
	if len(s) == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f to %.0f", slices.Min(s), slices.Max(s))
}

func report(ours, least *subject, changes map[string]*samples) {
	out := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "\tMilepost\tfrom, to\tleast window\tfrom, to\tratio")
	for _, row := range []struct {
		what        string
		ours, least samples
	}{
		{"start to a screen at rest, ms", ours.rest, least.rest},
		{"memory (RSS), MB", ours.memory, least.memory},
		{"of it not shared with files, MB", ours.anonymous, least.anonymous},
		{"processor in 5 s of idling, ms", ours.idle, least.idle},
	} {
		a, b := row.ours.median(), row.least.median()
		ratio := "-"
		if b > 0 {
			ratio = fmt.Sprintf("%.2f", a/b)
		}
		fmt.Fprintf(out, "%s\t%.0f\t%s\t%.0f\t%s\t%s\n", row.what, a, row.ours.spread(), b, row.least.spread(), ratio)
	}
	for _, visit := range visits {
		for _, c := range screens {
			if s := changes[c.name+visit]; s != nil {
				fmt.Fprintf(out, "key to %s%s, ms\t%.0f\t%s\t\t\t\n", c.name, visit, s.median(), s.spread())
			}
		}
	}
	_ = out.Flush()
}

// screens are those that are changed to, one after the other.
var screens = []struct{ name, key string }{{"Plan", "ctrl+2"}, {"Mocks", "ctrl+3"}, {"Readiness", "ctrl+4"}, {"Settings", "ctrl+comma"}, {"Today", "ctrl+1"}}

// changesOf is what is done once the window is at rest: Milepost changes its screen, the least window has but one.
func changesOf(ours bool, all map[string]*samples) func(*screen, bool) error {
	if !ours {
		return nil
	}
	return func(s *screen, counts bool) error {
		for _, visit := range visits {
			for _, c := range screens {
				took, err := change(s, c.key)
				if err != nil {
					return fmt.Errorf("%s: %w", c.name, err)
				}
				if counts {
					if all[c.name+visit] == nil {
						all[c.name+visit] = &samples{}
					}
					*all[c.name+visit] = append(*all[c.name+visit], milliseconds(took))
				}
			}
		}
		return nil
	}
}

// visits are what a screen is changed to: one that has to be made, and one that is there.
var visits = []string{", first visit", ", again"}

// change presses a key and answers the time to the first frame that is different. The time xdotool needs to start is part of it.
func change(s *screen, key string) (time.Duration, error) {
	before := s.look()
	asked := time.Now()
	if err := exec.Command("xdotool", "key", key).Run(); err != nil {
		return 0, fmt.Errorf("press %s: %w", key, err)
	}
	first, _, err := s.changes(before, asked, 400*time.Millisecond)
	return first, err
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

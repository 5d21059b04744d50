package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
	"milepost/planner"
)

// whatifFlags are the parts of a scenario.
type whatifFlags struct {
	skip           []string
	hours, date    string
	minutes, mocks int
	target         int
}

func whatifCommand(opt *options) *cobra.Command {
	var f whatifFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use: "whatif", Short: "What if: days skipped, other hours, another exam date; nothing is stored", Args: noArgs,
		Example: "  milepost whatif --skip 2026-12-07..2026-12-13\n  milepost whatif --minutes 15\n  milepost whatif --date 2027-02-18 --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := f.scenario(cmd)
			if err != nil {
				return err
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				views, err := m.WhatIf(cmd.Context(), s)
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), wire.EncodeRebalanced(views[0].Rebalanced, views[0].ShownBefore, views[0].ShownAfter, nil))
				}
				if err := printDifference(cmd.OutOrStdout(), views[0]); err != nil {
					return err
				}
				fmt.Fprintln(cmd.OutOrStdout(), "Nothing is stored: this only answers the question.")
				return nil
			})
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&f.skip, "skip", nil, "days that would be missed, `DATE[..DATE]`; may be repeated")
	flags.StringVar(&f.hours, "hours", "", "minutes by weekday instead, like `mon=60,sat=120`")
	flags.StringVar(&f.date, "date", "", "another exam `DATE`")
	flags.IntVar(&f.minutes, "minutes", 0, "`MINUTES` more on every study day; negative for fewer")
	flags.IntVar(&f.mocks, "mocks", 0, "one mock more (1) or fewer (-1)")
	flags.IntVar(&f.target, "target", 0, "another target, in `PERCENT`")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// scenario checks the flags, naming the one at fault.
func (f whatifFlags) scenario(cmd *cobra.Command) (planner.Scenario, error) {
	var s planner.Scenario
	for _, text := range f.skip {
		r, err := planner.ParseDateRange(text)
		if err != nil {
			return s, usagef("--skip: %v", err)
		}
		s.Skip = append(s.Skip, r)
	}
	if f.hours != "" {
		week, err := parseHours(f.hours)
		if err != nil {
			return s, err
		}
		s.Change.Weekday = &week
	}
	if f.date != "" {
		d, err := dateFlag("--date", f.date)
		if err != nil {
			return s, err
		}
		s.Change.ExamDate = &d
	}
	if f.minutes < -planner.MaxDayMinutes || f.minutes > planner.MaxDayMinutes {
		return s, usagef("--minutes: %d is out of range (%d to %d)", f.minutes, -planner.MaxDayMinutes, planner.MaxDayMinutes)
	}
	if f.mocks < -1 || f.mocks > 1 {
		return s, usagef("--mocks: one more is 1, one fewer is -1 (got %d)", f.mocks)
	}
	s.DayMinutes, s.Mocks = f.minutes, f.mocks
	if cmd.Flags().Changed("target") {
		if f.target < 1 || f.target > 100 {
			return s, usagef("--target: %d is out of range (1 to 100)", f.target)
		}
		share := float64(f.target) / 100
		s.Change.Target = &share
	}
	if len(f.skip) == 0 && f.hours == "" && f.date == "" && f.minutes == 0 && f.mocks == 0 && s.Change.Target == nil {
		return s, usagef("what if what? Give --skip, --hours, --minutes, --date, --mocks or --target")
	}
	return s, nil
}

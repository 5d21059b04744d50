package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/planner"
)

func doneCommand(opt *options) *cobra.Command {
	var minutes int
	cmd := &cobra.Command{
		Use: "done SESSION", Short: "Mark a session done", Args: exactArg("the ID of a session"),
		Example: "  milepost done s-4f2k9a --minutes 40",
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("minutes") && minutes < 1 {
				return usagef("--minutes: %d is not a number above zero", minutes)
			}
			return opt.act(cmd, func(ctx context.Context, m *app.Milepost) error { return m.FinishSession(ctx, args[0], minutes) })
		},
	}
	cmd.Flags().IntVar(&minutes, "minutes", 0, "`N` minutes really studied (as planned)")
	return cmd
}

func skipCommand(opt *options) *cobra.Command {
	return &cobra.Command{
		Use: "skip SESSION", Short: "Say that a session will not be done", Args: exactArg("the ID of a session"),
		Example: "  milepost skip s-qonkrwr2",
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.act(cmd, func(ctx context.Context, m *app.Milepost) error { return m.SkipSession(ctx, args[0]) })
		},
	}
}

func moveCommand(opt *options) *cobra.Command {
	return &cobra.Command{
		Use: "move SESSION DATE", Short: "Move a session to another day and pin it there",
		Example: "  milepost move s-qonkrwr2 2026-12-05",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("%s needs the ID of a session and a date", cmd.CommandPath())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			to, err := planner.ParseDate(args[1])
			if err != nil {
				return usagef("DATE: %v", err)
			}
			return opt.act(cmd, func(ctx context.Context, m *app.Milepost) error { return m.MoveSession(ctx, args[0], to) })
		},
	}
}

func pinCommand(opt *options) *cobra.Command {
	var off bool
	cmd := &cobra.Command{
		Use: "pin SESSION", Short: "Pin a session to its day", Args: exactArg("the ID of a session"),
		Example: "  milepost pin s-qonkrwr2\n  milepost pin s-qonkrwr2 --off",
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.act(cmd, func(ctx context.Context, m *app.Milepost) error { return m.PinSession(ctx, args[0], !off) })
		},
	}
	cmd.Flags().BoolVar(&off, "off", false, "let go of it instead")
	return cmd
}

func offCommand(opt *options) *cobra.Command {
	return &cobra.Command{
		Use: "off DATE[..DATE]", Short: "Take days off and plan around them", Args: exactArg("a date or a range of dates"),
		Example: "  milepost off 2026-12-24..2027-01-01",
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := planner.ParseDateRange(args[0])
			if err != nil {
				return usagef("DATE: %v", err)
			}
			return opt.act(cmd, func(ctx context.Context, m *app.Milepost) error { return m.TakeDaysOff(ctx, r) })
		},
	}
}

// act does something to the open study and then says how it stands.
func (o *options) act(cmd *cobra.Command, fn func(context.Context, *app.Milepost) error) error {
	return o.withData(cmd.Context(), false, func(m *app.Milepost) error {
		if err := fn(cmd.Context(), m); err != nil {
			return err
		}
		check, err := m.Check(cmd.Context())
		if err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "Done. Does it fit? %s. `milepost undo` takes it back.\n", phrase.Verdict(check.Verdict, check.CushionMinutes))
		return nil
	})
}

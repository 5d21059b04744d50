package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
)

func conflictsCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "conflicts", Short: "What was changed on two computers before they met", Args: noArgs,
		Long: "Lists the records that were changed on both computers, with what was kept and what was not. Nothing is lost: `milepost conflicts use ID`\n" +
			"takes the other version, `milepost conflicts keep ID` settles it as it is.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				list, err := m.Conflicts(cmd.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), encodeConflicts(list))
				}
				printConflicts(cmd.OutOrStdout(), list, opt.zone())
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "answer as JSON")
	cmd.AddCommand(
		settleCommand(opt, "use", "Take the version that was not kept", "The other version is used now.", (*app.Milepost).UseOther),
		settleCommand(opt, "keep", "Settle it as it is", "It stays as it is.", (*app.Milepost).KeepThis),
	)
	return cmd
}

func settleCommand(opt *options, use, short, told string, settle func(*app.Milepost, context.Context, string) error) *cobra.Command {
	return &cobra.Command{
		Use: use + " ID", Short: short, Args: exactArg("the ID of a conflict from `milepost conflicts`"),
		Example: "  milepost conflicts\n  milepost conflicts " + use + " 5f0c2a1e-…",
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				if err := settle(m, cmd.Context(), args[0]); err != nil {
					return err
				}
				fmt.Fprintln(cmd.OutOrStdout(), told)
				return nil
			})
		},
	}
}

func printConflicts(w io.Writer, list []app.Conflict, zone *time.Location) {
	if len(list) == 0 {
		fmt.Fprintln(w, "No record waits for a decision.")
		return
	}
	for _, c := range list {
		fmt.Fprintf(w, "%s  %s: %s\n", c.ID, orElse(c.Study, "(a study that is gone)"), c.Title)
		fmt.Fprintf(w, "  here:  %s\n", orElse(c.Here, "removed"))
		at := ""
		if !c.At.IsZero() {
			at = ", changed " + moment(c.At, zone)
		}
		fmt.Fprintf(w, "  there: %s%s\n", orElse(c.There, "removed"), at)
		for _, d := range c.Differences {
			fmt.Fprintf(w, "    %s: %q here, %q there\n", d.Field, d.Here, d.There)
		}
	}
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func encodeConflicts(list []app.Conflict) wire.ConflictsAnswer {
	out := wire.ConflictsAnswer{Format: wire.Format, Conflicts: []wire.Conflict{}}
	for _, c := range list {
		x := wire.Conflict{
			ID: c.ID, Study: orNull(c.Study), Kind: c.Kind, Title: c.Title, Here: orNull(c.Here), There: orNull(c.There), Differences: []wire.FieldDifference{},
		}
		if !c.At.IsZero() {
			x.ChangedAt = orNull(c.At.UTC().Format(time.RFC3339))
		}
		for _, d := range c.Differences {
			x.Differences = append(x.Differences, wire.FieldDifference(d))
		}
		out.Conflicts = append(out.Conflicts, x)
	}
	return out
}

package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
)

func rebalanceCommand(opt *options) *cobra.Command {
	var apply, stateless, lines, tomorrow, asJSON bool
	var backlog string
	cmd := &cobra.Command{
		Use: "rebalance", Short: "Repair the plan with the least disturbance: what would change; with --apply also do it", Args: noArgs,
		Example: "  milepost rebalance\n  milepost rebalance --apply --backlog spread\n  milepost rebalance --stateless < request.json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case stateless && apply:
				return usagef("--apply: there is no data file to change with --stateless")
			case lines && !stateless:
				return usagef("--lines: goes with --stateless")
			case stateless:
				return opt.answerStateless(cmd, lines, answerRebalance)
			}
			way := planner.Backlog(backlog)
			switch way {
			case planner.BacklogRepair, planner.BacklogSpread, planner.BacklogShift, planner.BacklogDrop:
			default:
				return usagef("--backlog: %q is none of spread, shift and drop", backlog)
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				do := m.PreviewRebalance
				if apply {
					do = m.ApplyRebalance
				}
				v, err := do(cmd.Context(), app.RebalanceOptions{StartTomorrow: tomorrow, Backlog: way})
				if err != nil {
					return err
				}
				return printRebalance(cmd.OutOrStdout(), v, asJSON, apply)
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&apply, "apply", false, "also store the repaired plan")
	f.BoolVar(&stateless, "stateless", false, "a request with its plan in, the repaired plan out, as JSON; no data file is touched")
	f.BoolVar(&lines, "lines", false, "with --stateless: one request a line in, one answer a line out, in order")
	f.BoolVar(&tomorrow, "tomorrow", false, "leave today as it is")
	f.StringVar(&backlog, "backlog", "", "what becomes of missed sessions: `spread`, shift or drop; otherwise only the first pass is made up")
	jsonFlag(cmd, &asJSON)
	return cmd
}

func answerRebalance(m *app.Milepost, request []byte) (any, error) {
	in, err := wire.DecodeRebalance(request, m)
	if err != nil {
		return nil, err
	}
	out, err := app.RebalanceFrom(in)
	if err != nil {
		return nil, err
	}
	before, after := app.ShownInRebalance(in, out)
	return wire.EncodeRebalanced(out, before, after, in.Notices), nil
}

func printRebalance(w io.Writer, v app.RebalanceView, asJSON, applied bool) error {
	if asJSON {
		return printJSON(w, wire.EncodeRebalanced(v.Rebalanced, v.ShownBefore, v.ShownAfter, nil))
	}
	if err := printDifference(w, v); err != nil {
		return err
	}
	switch {
	case v.Difference.ChangedSessions == 0:
	case applied:
		fmt.Fprintln(w, "Stored. `milepost undo` brings the old plan back.")
	default:
		fmt.Fprintln(w, "Nothing is stored yet; with --apply it is.")
	}
	return nil
}

// printDifference tells what changes, why, and what it does to the answer.
func printDifference(w io.Writer, v app.RebalanceView) error {
	d := v.Difference
	if d.ChangedSessions == 0 {
		fmt.Fprintln(w, "No session changes.")
	} else {
		fmt.Fprintf(w, "%d of %s change, none moves further than %s.\n", d.ChangedSessions,
			phrase.Count(d.FutureSessions, "session", "sessions"), phrase.Count(d.FurthestDays, "day", "days"))
	}
	t := newTable(w)
	for _, c := range v.Moved {
		t.row("moves", c.From, "→ "+c.To.String(), c.Title, c.Detail, c.Reason)
	}
	for _, c := range v.Altered {
		t.row("becomes", c.Before.Date, c.Before.Title+" "+c.Before.Detail, "→ "+c.After.Title, c.After.Detail, c.Reason)
	}
	for _, c := range v.Added {
		t.row("comes", c.Date, "", c.Title, c.Detail, c.Reason)
	}
	for _, c := range v.Removed {
		t.row("goes", c.Date, "", c.Title, c.Detail, c.Reason)
	}
	if err := t.flush(); err != nil {
		return err
	}
	fmt.Fprintf(w, "Cushion %s → %s; expected score %s → %s; %s → %s.\n", phrase.Signed(d.CushionBefore), phrase.Signed(d.CushionAfter),
		phrase.Share(d.ScoreBefore), phrase.Share(d.ScoreAfter), d.VerdictBefore, d.VerdictAfter)
	if v.HasChance {
		fmt.Fprintf(w, "Chance of passing %s → %s.\n", phrase.Chance(v.ChanceBefore), phrase.Chance(v.ChanceAfter))
	}
	if !d.BusiestDay.IsZero() {
		fmt.Fprintf(w, "Busiest day: %s, %s.\n", phrase.WeekdayDay(d.BusiestDay), phrase.Duration(d.BusiestDayMinutes))
	}
	if v.OfferFullReplan {
		fmt.Fprintf(w, "A plan made anew would bring %s points more, and move most sessions.\n", phrase.Points(d.FullReplanGain))
	}
	return nil
}

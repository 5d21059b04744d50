package cli

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
)

func planCommand(opt *options) *cobra.Command {
	var from, to string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "plan", Short: "The dated sessions and milestones", Args: noArgs,
		Example: "  milepost plan --from 2026-11-23 --to 2026-11-30",
		RunE: func(cmd *cobra.Command, _ []string) error {
			span, err := parseSpan(from, to)
			if err != nil {
				return err
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				v, err := m.Plan(cmd.Context())
				if err != nil {
					return err
				}
				v.Sessions = withinSpan(v.Sessions, span)
				if asJSON {
					return printJSON(cmd.OutOrStdout(), encodePlanView(v))
				}
				return printPlan(cmd.OutOrStdout(), v)
			})
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "first `DATE` shown")
	cmd.Flags().StringVar(&to, "to", "", "last `DATE` shown")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// parseSpan reads --from and --to; an end that is not given stays open (a zero date).
func parseSpan(from, to string) (planner.DateRange, error) {
	var r planner.DateRange
	var err error
	if from != "" {
		if r.First, err = dateFlag("--from", from); err != nil {
			return r, err
		}
	}
	if to != "" {
		if r.Last, err = dateFlag("--to", to); err != nil {
			return r, err
		}
	}
	if !r.First.IsZero() && !r.Last.IsZero() && r.Last.Before(r.First) {
		return r, usagef("--to: %s is before --from %s", r.Last, r.First)
	}
	return r, nil
}

func withinSpan(in []app.SessionView, span planner.DateRange) []app.SessionView {
	var out []app.SessionView
	for _, s := range in {
		if !span.First.IsZero() && s.Date.Before(span.First) || !span.Last.IsZero() && s.Date.After(span.Last) {
			continue
		}
		out = append(out, s)
	}
	return out
}

// encodePlanView answers with the parts of build's answer, for what is stored.
func encodePlanView(v app.PlanView) wire.BuildAnswer {
	out := wire.EncodePlan(v.Check, nil, nil)
	out.Milestones = wire.EncodeMilestones(v.Milestones)
	out.Sessions = []wire.Session{}
	for _, s := range v.Sessions {
		out.Sessions = append(out.Sessions, wire.EncodeSession(s.Session, s.Shown))
	}
	return out
}

func printPlan(w io.Writer, v app.PlanView) error {
	fmt.Fprintf(w, "%s · exam %s · %s left · does it fit? %s\n", v.Study.Name, v.Study.ExamDate, phrase.Count(v.LeftCount, "session", "sessions"),
		phrase.Verdict(v.Check.Verdict, v.Check.CushionMinutes))
	if err := printSessions(w, v.Sessions); err != nil {
		return err
	}
	fmt.Fprintln(w, "\nMilestones")
	t := newTable(w)
	for _, ms := range v.Milestones {
		met := ""
		if ms.Met {
			met = "met"
		}
		t.row(ms.Date, ms.Name, met)
	}
	return t.flush()
}

// printSessions writes a line for each session, with its time on the clock where any has one.
func printSessions(w io.Writer, sessions []app.SessionView) error {
	timed := slices.ContainsFunc(sessions, func(s app.SessionView) bool { return !s.Start.IsZero() })
	t := newTable(w)
	row := func(date, start any, rest ...any) {
		if timed {
			rest = append([]any{start}, rest...)
		}
		t.row(append([]any{date}, rest...)...)
	}
	row("DATE", "START", "SESSION", "WHAT", "DOMAIN", "STATUS", "")
	for _, s := range sessions {
		pin := ""
		if s.Pinned {
			pin = "pinned"
		}
		row(s.Date, s.Start, s.ID, s.Detail, s.Title, s.Status, pin)
	}
	return t.flush()
}

func checkCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "check", Short: "Does it fit: verdict, cushion and ways out", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				plan, err := m.Check(cmd.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), wire.EncodePlan(plan, nil, nil))
				}
				printCheck(cmd.OutOrStdout(), plan)
				return nil
			})
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

func printCheck(w io.Writer, p planner.Plan) {
	fmt.Fprintf(w, "Does it fit? %s.\n", phrase.Verdict(p.Verdict, p.CushionMinutes))
	fmt.Fprintf(w, "%s available, %s needed; expected score %s; one more hour a week brings %s points.\n",
		phrase.Duration(p.AvailableMinutes), phrase.Duration(p.NeededMinutes), phrase.Share(p.ExpectedScore), phrase.Points(p.PointsPerWeeklyHour))
	for _, words := range []string{phrase.FirstPass(p.FirstPass), phrase.Pace(p.Pace)} {
		if words != "" {
			fmt.Fprintln(w, words)
		}
	}
	for _, way := range p.WaysOut {
		fmt.Fprintf(w, "  - %s (then: %s)\n", way.Text, way.VerdictAfter)
	}
	for _, n := range p.Notices {
		fmt.Fprintf(w, "Note: %s\n", n.Text)
	}
}

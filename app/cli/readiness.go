package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
	"milepost/planner/readiness"
)

func readinessCommand(opt *options) *cobra.Command {
	var on string
	var asJSON, explain bool
	cmd := &cobra.Command{
		Use: "readiness", Short: "How ready you are, how sure that is, and the next best hour", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var day planner.Date
			if on != "" {
				var err error
				if day, err = dateFlag("--on", on); err != nil {
					return err
				}
			}
			if explain && (asJSON || on != "") {
				return usagef("--explain tells of today, in words: it goes with neither --json nor --on")
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				if explain {
					return printSteps(cmd, m)
				}
				v, err := m.Readiness(cmd.Context(), day)
				if err != nil {
					return err
				}
				var sit app.SitView
				if day.IsZero() { // looking back, there is nothing to decide
					if sit, err = m.SitOrPostpone(cmd.Context()); err != nil {
						return err
					}
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), wire.EncodeReadiness(wire.EncodeEstimate(v.Estimate), encodeSit(sit), sit.IfFailed))
				}
				if err := printReadiness(cmd.OutOrStdout(), v); err != nil {
					return err
				}
				printSit(cmd.OutOrStdout(), sit)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "as it was known on this `DATE`")
	cmd.Flags().BoolVar(&explain, "explain", false, "how it is worked out, mock by mock")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// printSteps tells how today's estimate is worked out.
func printSteps(cmd *cobra.Command, m *app.Milepost) error {
	e, err := m.Explain(cmd.Context())
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	fmt.Fprintln(w, phrase.StepsIntro(e))
	t := newTable(w)
	var header []any
	for _, title := range phrase.StepHeader {
		header = append(header, strings.ToUpper(title))
	}
	t.row(header...)
	for _, s := range e.Steps {
		var cells []any
		for _, text := range phrase.StepCells(s) {
			cells = append(cells, text)
		}
		t.row(cells...)
	}
	if err := t.flush(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(w, phrase.StepsEnd(e)+" "+phrase.StepsPass(e))
	return err
}

func printReadiness(w io.Writer, v app.ReadinessView) error {
	r := v.Estimate
	fmt.Fprintln(w, chanceSentence(r))
	fmt.Fprintf(w, "If you sat it today: %s, between %d and %d (90%% range). From %s, %d questions. Pass line %s%s.\n",
		phrase.Share(r.Score.Median), phrase.Percent(r.Score.Low), phrase.Percent(r.Score.High),
		phrase.Count(r.Evidence.Mocks, "mock", "mocks"), r.Evidence.Questions, phrase.Share(v.Study.PassLine), assumed(v))
	t := newTable(w)
	t.row("DOMAIN", "NOW", "RANGE", "QUESTIONS", "LOWEST?")
	for _, d := range r.Domains {
		name := d.Domain
		if sd, ok := v.Study.Domain(d.Domain); ok {
			name = sd.Name
		}
		t.row(name, phrase.Share(d.Median), fmt.Sprintf("%d–%d", phrase.Percent(d.Low), phrase.Percent(d.High)), d.Questions, phrase.Share(d.Lowest))
	}
	if err := t.flush(); err != nil {
		return err
	}
	for i, n := range r.NextBest {
		if i == 3 {
			break
		}
		name := n.Domain
		if sd, ok := v.Study.Domain(n.Domain); ok {
			name = sd.Name
		}
		fmt.Fprintf(w, "Next best hour: %s, %s points. %s\n", name, phrase.Points(n.PassGainPerHour*100), n.Reason)
	}
	for _, kind := range []readiness.EvidenceKind{readiness.EvidenceMock, readiness.EvidenceQuiz} {
		if e, ok := r.MostTelling(kind); ok {
			fmt.Fprintf(w, "Most telling next %s: %s\n", e.Kind, e.Reason)
		}
	}
	return nil
}

// assumed says where the pass line comes from when it is an assumption.
func assumed(v app.ReadinessView) string {
	if v.Study.ScaledPassMark && v.Exam.Pass.Mark > 0 {
		return fmt.Sprintf(" (assumed; published as %d of %d)", v.Exam.Pass.Mark, v.Exam.Pass.ScaleMax)
	}
	return ""
}

func encodeSit(v app.SitView) []wire.SitDate {
	var out []wire.SitDate
	for _, o := range v.Options {
		out = append(out, wire.SitDate{
			Date: o.Date.String(), Pass: o.Chance, Median: o.Median, Low: o.Low, High: o.High, Verdict: string(o.Verdict), CushionMinutes: o.CushionMinutes,
		})
	}
	return out
}

// printSit weighs the planned date against later ones.
func printSit(w io.Writer, v app.SitView) {
	for _, o := range v.Options {
		fmt.Fprintf(w, "Exam on %s: %s, expected score %s; does the plan fit? %s.\n", o.Date, phrase.Chance(o.Chance), phrase.Share(o.Median), phrase.Verdict(o.Verdict, o.CushionMinutes))
	}
	if len(v.Options) > 0 && !v.IfFailed.IsZero() {
		fmt.Fprintf(w, "If it is not passed, the next sitting is allowed from %s on.\n", v.IfFailed)
	}
}

package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
)

// resultFlags are the flags of `result`, as typed.
type resultFlags struct {
	date, note             string
	passed, failed, asJSON bool
	domains                []string
}

func resultCommand(opt *options) *cobra.Command {
	var f resultFlags
	cmd := &cobra.Command{
		Use: "result", Short: "Record how a sitting of the exam went", Args: noArgs,
		Example: "  milepost result --date 2027-02-04 --failed --domain d1=near --domain d4=below\n" +
			"  milepost result --date 2027-02-04 --failed --domain d1=62\n  milepost result --date 2027-03-20 --passed",
		RunE: func(cmd *cobra.Command, _ []string) error {
			sitting, err := f.sitting()
			if err != nil {
				return err
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error { return f.record(cmd, m, sitting) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.date, "date", "", "`DATE` of the sitting")
	flags.BoolVar(&f.passed, "passed", false, "it was passed")
	flags.BoolVar(&f.failed, "failed", false, "it was not passed")
	flags.StringArrayVar(&f.domains, "domain", nil, "what the score report says of a domain, `ID=RESULT`: above, near, below or a percentage; may be repeated")
	flags.StringVar(&f.note, "note", "", "`TEXT`: what happened, what will change")
	jsonFlag(cmd, &f.asJSON)
	return cmd
}

func (f resultFlags) sitting() (planner.Sitting, error) {
	s := planner.Sitting{Passed: f.passed, Note: f.note}
	if f.passed == f.failed {
		return s, usagef("say --passed or --failed")
	}
	var err error
	if s.Date, err = dateFlag("--date", f.date); err != nil {
		return s, err
	}
	for _, text := range f.domains {
		id, result, ok := strings.Cut(text, "=")
		if !ok {
			return s, usagef("--domain: %q is not like d1=near or d1=62", text)
		}
		r := planner.DomainResult{Domain: strings.TrimSpace(id), Band: planner.Band(strings.TrimSpace(result))}
		if percent, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(result), "%"), 64); err == nil {
			r.Band, r.Percent, r.HasPercent = "", percent, true
		}
		s.Results = append(s.Results, r)
	}
	return s, nil
}

func (f resultFlags) record(cmd *cobra.Command, m *app.Milepost, s planner.Sitting) error {
	saved, err := m.RecordResult(cmd.Context(), s)
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	if f.asJSON {
		return printJSON(w, wire.EncodeSitting(saved))
	}
	if saved.Passed {
		fmt.Fprintln(w, "Recorded: passed. Congratulations.")
		return nil
	}
	fmt.Fprintln(w, "Recorded. What was learned stays learned; `milepost retake` shows the way to the next sitting.")
	return nil
}

func retakeCommand(opt *options) *cobra.Command {
	var date string
	var apply, asJSON bool
	cmd := &cobra.Command{
		Use: "retake", Short: "The way to another sitting; with --date and --apply also plan it", Args: noArgs,
		Example: "  milepost retake\n  milepost retake --date 2027-04-10 --apply",
		RunE: func(cmd *cobra.Command, _ []string) error {
			var on planner.Date
			var err error
			if date != "" {
				if on, err = dateFlag("--date", date); err != nil {
					return err
				}
			}
			if apply && date == "" {
				return usagef("--apply: goes with --date, the day of the next sitting")
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				return runRetake(cmd, m, on, apply, asJSON)
			})
		},
	}
	cmd.Flags().StringVar(&date, "date", "", "`DATE` of the next sitting")
	cmd.Flags().BoolVar(&apply, "apply", false, "also make a study for that sitting, with its plan, and open it")
	jsonFlag(cmd, &asJSON)
	return cmd
}

func runRetake(cmd *cobra.Command, m *app.Milepost, on planner.Date, apply, asJSON bool) error {
	v, err := m.Retake(cmd.Context())
	if err != nil {
		return err
	}
	if !on.IsZero() {
		plan, err := m.PreviewRetake(cmd.Context(), on)
		if err != nil {
			return err
		}
		v.Dates = []planner.RetakeDate{{Date: on, Plan: plan}}
	}
	made := planner.Study{}
	if apply {
		if made, err = m.StartRetake(cmd.Context(), on); err != nil {
			return err
		}
	}
	if asJSON {
		return printJSON(cmd.OutOrStdout(), wire.EncodeRetake(v.NotBefore, v.Why, v.Sittings, v.Dates, made))
	}
	printRetake(cmd.OutOrStdout(), v, made)
	return nil
}

func printRetake(w io.Writer, v app.RetakeView, made planner.Study) {
	if v.NotBefore.IsZero() {
		fmt.Fprintln(w, "No waiting time is known for this exam; ask the vendor.")
	} else {
		fmt.Fprintf(w, "Not before %s. %s\n", phrase.LongDate(v.NotBefore), v.Why)
	}
	for _, d := range v.Dates {
		fmt.Fprintf(w, "%s (%s): does it fit? %s; expected score %s.\n", phrase.LongDate(d.Date), phrase.DaysFromNow(v.Today, d.Date),
			phrase.Verdict(d.Plan.Verdict, d.Plan.CushionMinutes), phrase.Share(d.Plan.ExpectedScore))
	}
	if made.ID != "" {
		fmt.Fprintf(w, "%s is planned and open. `milepost undo` takes it back.\n", made.Name)
	}
}

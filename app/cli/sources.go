package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
	"milepost/planner/readiness"
)

func sourcesCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "sources", Short: "How your sources of questions compare with the exam", Args: noSubcommand,
		Long: "How your sources of questions compare with the exam, in points of its score: learned from your results once there are two sources,\n" +
			"or set by hand with `milepost sources set`.",
		Example: "  milepost sources\n  milepost sources set \"Boson ExSim\" --easier 4 --sure 3",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				v, err := m.Sources(cmd.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), encodeSources(v))
				}
				return printSources(cmd.OutOrStdout(), v)
			})
		},
	}
	jsonFlag(cmd, &asJSON)
	cmd.AddCommand(sourcesSetCommand(opt))
	return cmd
}

func printSources(w io.Writer, v app.SourcesView) error {
	if len(v.Sources) == 0 {
		fmt.Fprintln(w, "There are no sources yet; they come with your mocks.")
		return nil
	}
	t := newTable(w)
	t.row("SOURCE", "MOCKS", "QUESTIONS", "COMPARED WITH THE EXAM", "LIKELY", "SET BY HAND")
	for _, s := range v.Sources {
		name := s.Name
		if s.Official {
			name += " (official)"
		}
		if s.First.Mocks > 0 || s.Again.Mocks == 0 {
			printResults(t, name, s.First, s.Set)
		}
		if s.Again.Mocks > 0 {
			printResults(t, name+", retaken", s.Again, s.Set)
		}
	}
	if err := t.flush(); err != nil {
		return err
	}
	fmt.Fprintf(w, "In points of the exam score, for somebody at the pass line of %s; LIKELY holds nine of ten.\n", phrase.Share(v.Study.PassLine))
	return nil
}

func printResults(t *table, name string, r app.SourceResults, set *app.SourceDifference) {
	points, span, by := "not known yet: "+r.WhyNot, "–", "–"
	if r.Known {
		points = phrase.SourcePoints(r.Points)
	}
	if r.Low < r.High {
		span = phrase.SourceRange(r.Low, r.High)
	}
	if set != nil {
		by = fmt.Sprintf("%s, ±%d", phrase.SourcePoints(float64(set.Points)), set.Doubt)
	}
	t.row(name, r.Mocks, r.Questions, points, span, by)
}

func encodeSources(v app.SourcesView) wire.SourcesAnswer {
	out := wire.SourcesAnswer{Format: wire.Format, PassLine: v.Study.PassLine, Sources: []wire.SourceComparison{}}
	for _, s := range v.Sources {
		c := wire.SourceComparison{Name: s.Name, Official: s.Official, FirstAttempts: encodeResults(s.First), Retakes: encodeResults(s.Again)}
		if s.Set != nil {
			c.Set = &wire.SourceSet{Points: s.Set.Points, Doubt: s.Set.Doubt}
		}
		out.Sources = append(out.Sources, c)
	}
	return out
}

func encodeResults(r app.SourceResults) *wire.SourceResults {
	if r.Mocks == 0 {
		return nil
	}
	out := &wire.SourceResults{Mocks: r.Mocks, Questions: r.Questions, Known: r.Known, WhyNot: r.WhyNot}
	if r.Low < r.High {
		out.Difference = &wire.SourceDifference{Points: r.Points, Low: r.Low, High: r.High, Level: 0.9}
	}
	return out
}

// sourceFlags are the flags of `sources set`, as typed.
type sourceFlags struct {
	official, thirdParty, learn, asJSON bool
	easier, harder, sure                int
}

func sourcesSetCommand(opt *options) *cobra.Command {
	var f sourceFlags
	cmd := &cobra.Command{
		Use: "set NAME", Short: "Say what you know of a source, or let it be learned again", Args: exactArg("the name of a source"),
		Long: "Say what you know of a source. Its name is taken without regard to case; it may have no mocks yet. What is not said stays as it is.\n" +
			"--official and --third-party mark the source's mocks, too.",
		Example: "  milepost sources set \"Boson ExSim\" --harder 5 --sure 3\n  milepost sources set \"Vendor practice\" --official\n" +
			"  milepost sources set \"Boson ExSim\" --learn",
		RunE: func(cmd *cobra.Command, args []string) error {
			change, err := f.change(cmd, args[0])
			if err != nil {
				return err
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error { return f.describe(cmd, m, change) })
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.official, "official", false, "made by the exam's own vendor")
	flags.BoolVar(&f.thirdParty, "third-party", false, "made by somebody else")
	flags.IntVar(&f.easier, "easier", 0, "`N` points easier than the exam; 0: just like it")
	flags.IntVar(&f.harder, "harder", 0, "`N` points harder than the exam")
	flags.IntVar(&f.sure, "sure", app.UsualSourceDoubt, "give or take `N` points: 3 is fairly sure, 6 roughly")
	flags.BoolVar(&f.learn, "learn", false, "forget a known difference and learn it from your results")
	jsonFlag(cmd, &f.asJSON)
	return cmd
}

// change is what the flags ask for.
func (f sourceFlags) change(cmd *cobra.Command, name string) (app.SourceChange, error) {
	c := app.SourceChange{Name: name, Learn: f.learn}
	easier, harder := cmd.Flags().Changed("easier"), cmd.Flags().Changed("harder")
	switch {
	case f.official && f.thirdParty:
		return c, usagef("--third-party: a source is --official or it is not")
	case easier && harder:
		return c, usagef("--harder: a source is --easier or --harder, not both")
	case f.learn && (easier || harder):
		return c, usagef("--learn: a difference is either known or learned, not both")
	case cmd.Flags().Changed("sure") && !easier && !harder:
		return c, usagef("--sure: goes with --easier or --harder")
	case f.easier < 0 || f.harder < 0:
		return c, usagef("--easier and --harder take points from 0 on")
	case !f.official && !f.thirdParty && !easier && !harder && !f.learn:
		return c, usagef("say what is known of the source: --official, --third-party, --easier N, --harder N or --learn")
	}
	if f.official || f.thirdParty {
		c.Official = &f.official
	}
	if easier || harder {
		c.Difference = &app.SourceDifference{Points: f.easier - f.harder, Doubt: f.sure}
	}
	return c, nil
}

func (f sourceFlags) describe(cmd *cobra.Command, m *app.Milepost, c app.SourceChange) error {
	s, err := m.DescribeSource(cmd.Context(), c)
	if err != nil {
		return f.named(err)
	}
	v, err := m.Sources(cmd.Context())
	if err != nil {
		return err
	}
	w := cmd.OutOrStdout()
	if f.asJSON {
		only := app.SourcesView{Study: v.Study}
		for _, each := range v.Sources {
			if readiness.SameSource(each.Name, s.Name) {
				only.Sources = append(only.Sources, each)
			}
		}
		return printJSON(w, encodeSources(only))
	}
	fmt.Fprintf(w, "%s: %s.\n", s.Name, sourceWords(s))
	if s.First.Mocks+s.Again.Mocks == 0 {
		fmt.Fprintln(w, "No mock of it is recorded yet.")
	}
	return nil
}

// named blames the flag a person typed.
func (f sourceFlags) named(err error) error {
	var fe *planner.FieldError
	if !errors.As(err, &fe) {
		return err
	}
	switch {
	case fe.Field == "points" && f.harder > 0:
		return fmt.Errorf("--harder: %s", fe.Reason)
	case fe.Field == "points":
		return fmt.Errorf("--easier: %s", fe.Reason)
	case fe.Field == "doubt":
		return fmt.Errorf("--sure: %s", fe.Reason)
	case fe.Field == "name":
		return fmt.Errorf("NAME: %s", fe.Reason)
	}
	return err
}

// sourceWords says what is known of a source: "official, set by hand to 4 points easier than the exam, give or take 3".
func sourceWords(s app.Source) string {
	words := "third party"
	if s.Official {
		words = "official"
	}
	if s.Set == nil {
		return words + ", its difference is learned from your results"
	}
	return words + ", " + phrase.SourceSet(s.Set.Points, s.Set.Doubt)
}

package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
)

func mockCommand(opt *options) *cobra.Command {
	cmd := &cobra.Command{
		Use: "mock", Short: "Record, list and remove mock exams", Args: noSubcommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(mockAddCommand(opt), mockListCommand(opt), mockImportCommand(opt), mockExportCommand(opt), mockGuessCommand(opt), mockRemoveCommand(opt))
	return cmd
}

// mockFlags are the flags of `mock add`, as typed.
type mockFlags struct {
	date, source, score, note, guess  string
	domains                           []string
	untimed, retake, official, asJSON bool
	minutes                           int
}

func mockAddCommand(opt *options) *cobra.Command {
	var f mockFlags
	cmd := &cobra.Command{
		Use: "add", Short: "Record a mock", Args: noArgs,
		Example: "  milepost mock add --date 2026-11-22 --source \"Boson ExSim\" --domain d1=20/26 --domain d2=14/19 --minutes 161\n" +
			"  milepost mock add --date 2026-11-04 --source \"Official practice\" --official --score 57/100 --untimed",
		RunE: func(cmd *cobra.Command, _ []string) error {
			mock, err := f.mock()
			if err != nil {
				return err
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error { return f.record(cmd, m, mock) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.date, "date", "", "`DATE` it was taken")
	flags.StringVar(&f.source, "source", "", "`TEXT`: where the questions come from")
	flags.StringArrayVar(&f.domains, "domain", nil, "result in a domain, `ID=CORRECT/TOTAL`; may be repeated")
	flags.StringVar(&f.score, "score", "", "result in all, `CORRECT/TOTAL`")
	flags.BoolVar(&f.untimed, "untimed", false, "taken without a clock, or with notes")
	flags.BoolVar(&f.retake, "retake", false, "the questions were met before")
	flags.BoolVar(&f.official, "official", false, "made by the exam's own vendor")
	flags.IntVar(&f.minutes, "minutes", 0, "`N` minutes taken")
	flags.StringVar(&f.guess, "guess", "", "`PERCENT` you expected before you knew the result (default: what `mock guess` noted)")
	flags.StringVar(&f.note, "note", "", "`TEXT`: what went wrong, what will change")
	jsonFlag(cmd, &f.asJSON)
	return cmd
}

func (f mockFlags) mock() (planner.Mock, error) {
	mk := planner.Mock{Source: f.source, Official: f.official, Timed: !f.untimed, FirstAttempt: !f.retake, Minutes: f.minutes, Note: f.note}
	var err error
	if mk.Date, err = dateFlag("--date", f.date); err != nil {
		return mk, err
	}
	if strings.TrimSpace(f.source) == "" {
		return mk, usagef("--source is needed: where the questions come from")
	}
	if f.score == "" && len(f.domains) == 0 {
		return mk, usagef("--score or --domain is needed: the result of the mock")
	}
	if f.guess != "" {
		if mk.Guess, err = parsePercent("--guess", f.guess); err != nil {
			return mk, err
		}
		mk.HasGuess = true
	}
	if f.score != "" {
		if mk.Correct, mk.Total, err = parseScore("--score", f.score); err != nil {
			return mk, err
		}
	}
	for _, text := range f.domains {
		id, score, ok := strings.Cut(text, "=")
		if !ok {
			return mk, usagef("--domain: %q is not like d1=20/26", text)
		}
		d := planner.DomainScore{Domain: strings.TrimSpace(id)}
		if d.Correct, d.Total, err = parseScore("--domain "+d.Domain, score); err != nil {
			return mk, err
		}
		mk.Domains = append(mk.Domains, d)
	}
	return mk, nil
}

// parseScore reads "89/125" and refuses what no mock can be.
func parseScore(flag, text string) (correct, total int, err error) {
	c, t, ok := strings.Cut(text, "/")
	correct, errC := strconv.Atoi(strings.TrimSpace(c))
	total, errT := strconv.Atoi(strings.TrimSpace(t))
	switch {
	case !ok || errC != nil || errT != nil:
		return 0, 0, usagef("%s: %q is not like 89/125 (correct/total)", flag, text)
	case total <= 0:
		return 0, 0, usagef("%s: the number of questions must be above zero (got %d)", flag, total)
	case correct < 0:
		return 0, 0, usagef("%s: correct answers cannot be negative (%d)", flag, correct)
	case correct > total:
		return 0, 0, usagef("%s: %d correct of %d is more than there were", flag, correct, total)
	}
	return correct, total, nil
}

func (f mockFlags) record(cmd *cobra.Command, m *app.Milepost, mock planner.Mock) error {
	if !mock.HasGuess {
		var err error
		if mock.Guess, mock.HasGuess, err = m.NextGuess(cmd.Context()); err != nil {
			return err
		}
	}
	remarks, err := remarksOn(cmd, m, mock)
	if err != nil {
		return err
	}
	saved, err := m.RecordMock(cmd.Context(), mock)
	if err != nil {
		return err
	}
	for _, words := range remarks {
		fmt.Fprintln(cmd.ErrOrStderr(), words)
	}
	if f.asJSON {
		return printJSON(cmd.OutOrStdout(), wire.EncodeMocks([]planner.Mock{saved}))
	}
	view, err := m.Readiness(cmd.Context(), planner.Date{})
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "Recorded %s, %s%s. %s\n", saved.Source, phrase.Share(saved.Share()), guessed(saved), chanceSentence(view.Estimate))
	return nil
}

// remarksOn says what is odd about a mock. It counts all the same: only its person knows.
func remarksOn(cmd *cobra.Command, m *app.Milepost, mock planner.Mock) (remarks []string, err error) {
	same, found, err := m.SameMock(cmd.Context(), mock)
	if err != nil {
		return nil, err
	}
	if found {
		remarks = append(remarks, fmt.Sprintf("This looks like the mock recorded already: %s, with the id %s. Both count; if it is one, `milepost undo` takes this one back.", same, same.ID))
	}
	study, err := m.Current(cmd.Context())
	if err != nil {
		return nil, err
	}
	if words := phrase.BeforeStart(mock, study); words != "" {
		remarks = append(remarks, words)
	}
	return remarks, nil
}

// guessed tells the guess a mock was recorded with.
func guessed(m planner.Mock) string {
	if !m.HasGuess {
		return ""
	}
	return fmt.Sprintf(" (you had guessed %s)", phrase.Share(m.Guess/100))
}

func mockListCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the recorded mocks, newest first", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				v, err := m.Mocks(cmd.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), wire.EncodeMocks(v.Mocks))
				}
				t := newTable(cmd.OutOrStdout())
				t.row("DATE", "SOURCE", "SCORE", "CORRECT", "CONDITIONS", "ID")
				for _, mk := range v.Mocks {
					correct, total := mk.Counts()
					t.row(mk.Date, mk.Source, phrase.Share(mk.Share()), fmt.Sprintf("%d/%d", correct, total), phrase.Conditions(mk), mk.ID)
				}
				return t.flush()
			})
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

func mockRemoveCommand(opt *options) *cobra.Command {
	return &cobra.Command{
		Use: "remove ID", Short: "Remove a mock", Args: exactArg("the ID of a mock"),
		Example: "  milepost mock list\n  milepost mock remove 5f0c2a1e-…",
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				if err := m.RemoveMock(cmd.Context(), args[0]); err != nil {
					return err
				}
				fmt.Fprintln(cmd.OutOrStdout(), "Removed. `milepost undo` brings it back.")
				return nil
			})
		},
	}
}

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
)

func diaryCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "diary", Short: "How well the estimates have foretold your results", Args: noArgs,
		Long: "How well the estimates have foretold your results.\n\nEach day's forecast of the exam, and the forecast of each mock from what was known before it, is written down once\n" +
			"and never changed. Here they meet their results, beside your own guesses (`milepost mock guess`).",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				v, err := m.Diary(cmd.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), encodeDiary(v))
				}
				return printDiary(cmd.OutOrStdout(), v)
			})
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

func encodeDiary(v app.DiaryView) wire.DiaryAnswer {
	out := wire.EncodeDiaryScore(v.Score)
	out.Days = wire.EncodeDays(v.Days)
	for _, d := range v.Mocks {
		out.Mocks = append(out.Mocks, wire.EncodeDiaryMock(d.Mock, d.Entry, d.Scored()))
	}
	for _, s := range v.Sittings {
		out.Sittings = append(out.Sittings, wire.DiarySitting{
			Date: s.Sitting.Date.String(), Passed: s.Sitting.Passed, Brier: s.Brier, Forecasts: wire.EncodeDays(s.Forecasts),
		})
	}
	if v.HasGuess {
		out.Guess = &wire.DiaryGuess{Date: v.Guess.Day.String(), Percent: v.Guess.Percent}
	}
	if f := v.Next.Forecast; v.Next.Known {
		out.Next = &wire.NextMockAnswer{Source: v.Next.Source, Median: f.Median(), Low: f.Low(), High: f.High()}
	}
	return out
}

func printDiary(w io.Writer, v app.DiaryView) error {
	fmt.Fprintln(w, phrase.DiaryVerdict(v.Score))
	if v.Score.Scored > 0 {
		for _, words := range []string{phrase.DiaryRanges(v.Score), phrase.DiaryChances(v.Score), phrase.DiaryGuesses(v.Score)} {
			if words != "" {
				fmt.Fprintln(w, words)
			}
		}
	}
	if len(v.Mocks) > 0 {
		t := newTable(w)
		t.row("DATE", "SOURCE", "FORETOLD", "RANGE", "GUESS", "RESULT", "")
		for _, d := range v.Mocks {
			f, guess := d.Entry.Forecast, "–"
			if d.Mock.HasGuess {
				guess = phrase.Share(d.Mock.Guess / 100)
			}
			t.row(d.Mock.Date, d.Mock.Source, phrase.Share(f.Median()), fmt.Sprintf("%d–%d", phrase.Percent(f.Low()), phrase.Percent(f.High())),
				guess, phrase.Share(d.Mock.Share()), phrase.DiaryOutcome(d.Entry.Foretold(d.Mock), d.Changed))
		}
		if err := t.flush(); err != nil {
			return err
		}
	}
	for _, s := range v.Sittings {
		fmt.Fprintln(w, phrase.DiarySitting(s.Sitting, s.Forecasts, s.Brier))
	}
	switch {
	case v.HasGuess:
		fmt.Fprintf(w, "Your guess of the next mock: %s.\n", phrase.Share(v.Guess.Percent/100))
	case len(v.Sittings) == 0:
		fmt.Fprintln(w, "Before your next mock, guess its result: milepost mock guess 70")
	}
	return nil
}

func mockGuessCommand(opt *options) *cobra.Command {
	var clear bool
	cmd := &cobra.Command{
		Use: "guess PERCENT", Short: "Say what you expect of the next mock, before you take it",
		Example: "  milepost mock guess 72\n  milepost mock guess --clear",
		Args: func(cmd *cobra.Command, args []string) error {
			if clear {
				return noArgs(cmd, args)
			}
			return exactArg("the percentage you expect")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if clear {
				return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
					if err := m.TakeGuessBack(cmd.Context()); err != nil {
						return err
					}
					_, err := fmt.Fprintln(cmd.OutOrStdout(), "Your guess of the next mock is forgotten.")
					return err
				})
			}
			percent, err := parsePercent("PERCENT", args[0])
			if err != nil {
				return err
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error { return guessNext(cmd, m, percent) })
		},
	}
	cmd.Flags().BoolVar(&clear, "clear", false, "forget the guess")
	return cmd
}

// guessNext stores the guess, and only then tells what the estimate expects.
func guessNext(cmd *cobra.Command, m *app.Milepost, percent float64) error {
	if err := m.GuessNext(cmd.Context(), percent); err != nil {
		return err
	}
	v, err := m.Diary(cmd.Context())
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "Noted: %s. It goes with the next mock you record.", phrase.Share(percent/100))
	if f := v.Next.Forecast; v.Next.Known {
		fmt.Fprintf(cmd.OutOrStdout(), " The estimate expects %s from %s, likely %d–%d.", phrase.Share(f.Median()), v.Next.Source, phrase.Percent(f.Low()), phrase.Percent(f.High()))
	}
	fmt.Fprintln(cmd.OutOrStdout())
	return nil
}

// parsePercent reads "72", "72.5" or "72%" and refuses what is no percentage.
func parsePercent(name, text string) (float64, error) {
	p, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")), 64)
	if err != nil || !(p >= 0 && p <= 100) {
		return 0, usagef("%s: %q is not a percentage from 0 to 100", name, text)
	}
	return p, nil
}

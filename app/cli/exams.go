package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
)

func examsCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "exams", Short: "List the exams of the catalogue", Args: noSubcommand,
		Long:    "Lists the exams of the catalogue, with those taken in from files first.",
		Example: "  milepost exams\n  milepost exams --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withOrWithoutData(cmd.Context(), func(m *app.Milepost) error {
				if asJSON {
					return printJSON(cmd.OutOrStdout(), wire.EncodeExams(m.Exams()))
				}
				t := newTable(cmd.OutOrStdout())
				t.row("ID", "VENDOR", "CODE", "OUTLINE", "DOMAINS", "QUESTIONS", "SURE?")
				for _, e := range m.Exams() {
					t.row(e.ID, e.Vendor, e.Code, outline(e), len(e.Domains), questions(e), e.Confidence)
				}
				return t.flush()
			})
		},
	}
	jsonFlag(cmd, &asJSON)
	cmd.AddCommand(examImportCommand(opt), examExportCommand(opt), examRemoveCommand(opt))
	return cmd
}

func examImportCommand(opt *options) *cobra.Command {
	var replace bool
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Take an exam in from a file", Args: exactArg("an exam file, TOML or JSON"),
		Long:    "Takes an exam in from a file somebody wrote or passed on (docs/exam-files.md), after its weights, names and sizes were checked.",
		Example: "  milepost exams import orchard-keeper.toml\n  milepost study new --exam orchard-keeper-2026 --date 2027-02-04",
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "" {
				return usagef("FILE is empty; name an exam file")
			}
			return opt.withData(cmd.Context(), true, func(m *app.Milepost) error {
				e, err := m.ReadExam(args[0])
				if err != nil {
					return err
				}
				if err := m.TakeExam(cmd.Context(), e, replace); err != nil {
					return err
				}
				_, err = fmt.Fprintf(cmd.OutOrStdout(), "Taken in: %s, %s, %s.\n", e.ID, e.Title, phrase.Count(len(e.Domains), "domain", "domains"))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&replace, "replace", false, "replace an exam of that ID that was taken in before")
	return cmd
}

func examExportCommand(opt *options) *cobra.Command {
	var out string
	var replace bool
	cmd := &cobra.Command{
		Use: "export ID --out FILE.toml", Short: "Write an exam as a file, to edit it or pass it on", Args: exactArg("the ID of an exam"),
		Example: "  milepost exams export isc2-issmp-2025 --out issmp.toml\n  milepost exams export orchard-keeper-2026 --out -",
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "" {
				return usagef("--out: name the FILE to write, or - for the standard output")
			}
			if opt.isData(out) { // also while it cannot be opened
				return usagef("--out: %s is the data file itself; choose another name", out)
			}
			return opt.withOrWithoutData(cmd.Context(), func(m *app.Milepost) error {
				write, err := m.ExamFile(args[0])
				if err != nil {
					return err
				}
				if out == "-" {
					return write(cmd.OutOrStdout())
				}
				if err := m.WriteFile(out, replace, write); err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), "Wrote the exam to "+out)
				return err
			})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "`FILE` to write, - for the standard output")
	cmd.Flags().BoolVar(&replace, "replace", false, "replace an earlier file of that name")
	return cmd
}

func examRemoveCommand(opt *options) *cobra.Command {
	return &cobra.Command{
		Use: "remove ID", Short: "Take an exam that came from a file out of the catalogue", Args: exactArg("the ID of an exam"),
		Example: "  milepost exams remove orchard-keeper-2026",
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				if err := m.DropExam(cmd.Context(), args[0]); err != nil {
					return err
				}
				_, err := fmt.Fprintln(cmd.OutOrStdout(), "Removed. Studies that prepare for it keep their domains.")
				return err
			})
		},
	}
}

func outline(e planner.Exam) string {
	if e.Status == planner.ExamSuperseded {
		return e.Outline + " (superseded)"
	}
	return e.Outline
}

func questions(e planner.Exam) string {
	if e.QuestionsMin != 0 && e.QuestionsMin != e.QuestionsMax {
		return fmt.Sprintf("%d-%d", e.QuestionsMin, e.QuestionsMax)
	}
	return fmt.Sprint(e.QuestionsMax)
}

// jsonFlag adds --json to a reading command.
func jsonFlag(cmd *cobra.Command, asJSON *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, "write JSON (docs/formats.md)")
}

package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
	"milepost/planner"
)

func examsCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "exams", Short: "List the exams of the catalogue", Args: noArgs,
		Example: "  milepost exams\n  milepost exams --json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withoutData(func(m *app.Milepost) error {
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
	return cmd
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

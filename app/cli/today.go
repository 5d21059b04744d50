package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
	"milepost/planner/readiness"
)

func todayCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "today", Short: "What to do today, whether it will be enough, and how sure that is", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				v, err := m.TodayView(cmd.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), encodeToday(v))
				}
				printToday(cmd.OutOrStdout(), v)
				return nil
			})
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

func encodeToday(v app.TodayView) wire.TodayAnswer {
	out := wire.TodayAnswer{
		Format: wire.Format, Date: v.Today.String(), ExamDate: v.Study.ExamDate.String(), DaysLeft: v.DaysLeft,
		PlannedMinutes: v.PlannedMin, DoneMinutes: v.DoneMin, Sessions: []wire.Session{}, Missed: v.Missed,
		Verdict: string(v.Check.Verdict), CushionMinutes: v.Check.CushionMinutes,
	}
	if v.Now != nil {
		s := wire.EncodeSession(v.Now.Session, v.Now.Shown)
		out.Now = &s
		out.Sessions = append(out.Sessions, s)
	}
	for _, s := range v.Also {
		out.Sessions = append(out.Sessions, wire.EncodeSession(s.Session, s.Shown))
	}
	if v.NextMilestone != nil {
		ms := wire.EncodeMilestones([]planner.Milestone{v.NextMilestone.Milestone})[0]
		out.NextMilestone = &ms
	}
	est := wire.EncodeEstimate(v.Estimate)
	out.Pass, out.ExamDay = est.Pass, est.ExamDay
	return out
}

func printToday(w io.Writer, v app.TodayView) {
	fmt.Fprintf(w, "%s · %s · exam %s (%s)\n", phrase.LongDate(v.Today), v.Study.Name, phrase.DaysFromNow(v.Today, v.Study.ExamDate), v.Study.ExamDate)
	switch {
	case v.Now != nil:
		fmt.Fprintf(w, "Now:  %s [%s]\n", v.Now.Timed(v.Now.Title+": "+v.Now.Detail), v.Now.ID)
		if how := phrase.HowTo(v.Now.Method); how != "" {
			fmt.Fprintf(w, "      %s\n", how)
		}
		fmt.Fprintf(w, "      %s\n", v.Now.Reason)
	case v.Next != nil:
		fmt.Fprintf(w, "Nothing is left today. Next: %s on %s, %s.\n", v.Next.Title, phrase.WeekdayDay(v.Next.Date), v.Next.Timed(v.Next.Detail))
	default:
		fmt.Fprintln(w, "Nothing is planned.")
	}
	for _, s := range v.Also {
		fmt.Fprintf(w, "Also: %s, %s [%s]\n", s.Timed(s.Title+": "+s.Detail), s.Status, s.ID)
	}
	if v.Missed > 0 {
		fmt.Fprintf(w, "%s from earlier days, %s.\n", phrase.Count(v.Missed, "session is left", "sessions are left"), phrase.Duration(v.MissedMin))
	}
	if ms := v.NextMilestone; ms != nil {
		fmt.Fprintf(w, "Next milestone: %s, %s (%d of %d sessions done)\n", ms.Name, phrase.WeekdayDay(ms.Date), ms.Done, ms.Total)
	}
	fmt.Fprintf(w, "Does it fit? %s.\n", phrase.Verdict(v.Check.Verdict, v.Check.CushionMinutes))
	fmt.Fprintln(w, chanceSentence(v.Estimate))
}

// chanceSentence says how sure it is, in one line.
func chanceSentence(r readiness.Readiness) string {
	if !r.HasForecast {
		return "Not enough evidence yet for a chance of passing. " + firstOr(r.Missing, "Record a mock.")
	}
	return fmt.Sprintf("Chance of passing: %s (%s); expected score %s, between %d and %d. Today: %s.",
		phrase.Chance(r.Pass.ExamDay), r.Pass.Word, phrase.Share(r.ExamDay.Median), phrase.Percent(r.ExamDay.Low), phrase.Percent(r.ExamDay.High),
		phrase.Chance(r.Pass.Today))
}

func firstOr(list []string, otherwise string) string {
	if len(list) > 0 {
		return list[0]
	}
	return otherwise
}

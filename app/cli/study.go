package cli

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
)

func studyCommand(opt *options) *cobra.Command {
	cmd := &cobra.Command{
		Use: "study", Short: "Set up, list and open studies", Args: noSubcommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(studyNewCommand(opt), studyListCommand(opt), studyOpenCommand(opt))
	return cmd
}

// noSubcommand refuses an unknown subcommand of a command that only groups.
func noSubcommand(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s has no subcommand %q", cmd.CommandPath(), args[0])
	}
	return nil
}

// studyFlags are the flags of `study new`, as typed.
type studyFlags struct {
	exam, date, start, hours, name string
	startAt, mockAt                string
	off, ratings                   []string
	asJSON                         bool
}

func studyNewCommand(opt *options) *cobra.Command {
	var f studyFlags
	cmd := &cobra.Command{
		Use: "new", Short: "Set up a study and make its plan", Args: noArgs,
		Example: "  milepost study new --exam isc2-issmp-2025 --date 2027-02-04 \\\n" +
			"    --hours mon=60,tue=60,thu=60,fri=40,sat=120,sun=30 --off 2026-12-24..2027-01-01 --rating d1=4 --rating d4=1",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.newStudy(cmd, f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.exam, "exam", "", "exam of the catalogue, by its `ID`")
	flags.StringVar(&f.date, "date", "", "`DATE` of the exam")
	flags.StringVar(&f.start, "start", "", "first `DATE` of study (today)")
	flags.StringVar(&f.hours, "hours", "", "minutes a weekday: `mon=60,tue=60,sat=120`")
	flags.StringVar(&f.startAt, "start-at", "", "usual start on a weekday, if you like: `mon=19:00,sat=09:00`")
	flags.StringVar(&f.mockAt, "mock-at", "", "usual start of a mock: the exam's own `TIME`, like 09:00")
	flags.StringArrayVar(&f.off, "off", nil, "`DATE[..DATE]` without study; may be repeated")
	flags.StringArrayVar(&f.ratings, "rating", nil, "own rating of a domain, `DOMAIN=1..5`; may be repeated")
	flags.StringVar(&f.name, "name", "", "`NAME` of the study")
	jsonFlag(cmd, &f.asJSON)
	return cmd
}

func (o *options) newStudy(cmd *cobra.Command, f studyFlags) error {
	// What can be judged from the command line alone is judged before the data file is opened or made.
	var draft planner.Study
	err := o.withOrWithoutData(cmd.Context(), func(m *app.Milepost) (err error) {
		if draft, err = f.draft(m); err != nil {
			return err
		}
		return m.CheckDraft(draft)
	})
	if err != nil {
		return err
	}
	return o.withData(cmd.Context(), true, func(m *app.Milepost) error {
		s, err := m.CreateStudy(cmd.Context(), draft)
		if err != nil {
			return err
		}
		if f.asJSON {
			return printJSON(cmd.OutOrStdout(), wire.StudiesAnswer{Format: wire.Format, Studies: []wire.Study{wire.EncodeStudy(s, true)}})
		}
		check, err := m.Check(cmd.Context())
		if err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s, exam on %s. Does it fit? %s.\n", s.Name, phrase.LongDate(s.ExamDate), phrase.Verdict(check.Verdict, check.CushionMinutes))
		return nil
	})
}

// draft reads the flags into a study.
func (f studyFlags) draft(m *app.Milepost) (planner.Study, error) {
	if f.exam == "" {
		return planner.Study{}, usagef("--exam is needed; `milepost exams` lists the catalogue")
	}
	exam, ok := m.Exam(f.exam)
	if !ok {
		return planner.Study{}, usagef("--exam: %q is not in the catalogue; `milepost exams` lists what is", f.exam)
	}
	s := m.NewStudyDraft(exam)
	if f.name != "" {
		s.Name = f.name
	}
	var err error
	if s.ExamDate, err = dateFlag("--date", f.date); err != nil {
		return s, err
	}
	if f.start != "" {
		if s.Start, err = dateFlag("--start", f.start); err != nil {
			return s, err
		}
	}
	if s.Availability.Weekday, err = parseHours(f.hours); err != nil {
		return s, err
	}
	if err := f.starts(&s.Availability); err != nil {
		return s, err
	}
	for _, text := range f.off {
		r, err := planner.ParseDateRange(text)
		if err != nil {
			return s, usagef("--off: %v", err)
		}
		s.Availability.Off = append(s.Availability.Off, r)
	}
	s.Availability.Off = planner.MergeRanges(s.Availability.Off)
	return s, applyRatings(&s, f.ratings)
}

// starts reads when days and mocks begin on the clock.
func (f studyFlags) starts(a *planner.Availability) error {
	if strings.TrimSpace(f.startAt) != "" {
		for _, part := range strings.Split(f.startAt, ",") {
			key, value, ok := strings.Cut(strings.TrimSpace(part), "=")
			day := weekdayIndex(key)
			if !ok || day < 0 {
				return usagef("--start-at: %q is not like mon=19:00 (weekdays: mon to sun)", part)
			}
			at, err := planner.ParseTimeOfDay(value)
			if err != nil {
				return usagef("--start-at: %s: %v", planner.WeekdayKeys[day], err)
			}
			a.Start[day] = at
		}
	}
	if strings.TrimSpace(f.mockAt) == "" {
		return nil
	}
	at, err := planner.ParseTimeOfDay(f.mockAt)
	if err != nil {
		return usagef("--mock-at: %v", err)
	}
	a.MockStart = at
	return nil
}

// dateFlag reads the date of a flag that must be given.
func dateFlag(name, text string) (planner.Date, error) {
	if text == "" {
		return planner.Date{}, usagef("%s is needed, like %s 2027-02-04", name, name)
	}
	d, err := planner.ParseDate(text)
	if err != nil {
		return d, usagef("%s: %v", name, err)
	}
	return d, nil
}

// parseHours reads "mon=60,tue=60,sat=120"; weekdays that are not named get no time.
func parseHours(text string) ([7]int, error) {
	var week [7]int
	if strings.TrimSpace(text) == "" {
		return week, nil
	}
	for _, part := range strings.Split(text, ",") {
		key, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		day := weekdayIndex(key)
		if !ok || day < 0 {
			return week, usagef("--hours: %q is not like mon=60 (weekdays: mon to sun)", part)
		}
		minutes, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || minutes < 0 || minutes > planner.MaxDayMinutes {
			return week, usagef("--hours: %q is not a number of minutes from 0 to %d", part, planner.MaxDayMinutes)
		}
		week[day] = minutes
	}
	return week, nil
}

func weekdayIndex(key string) int {
	for i, k := range planner.WeekdayKeys {
		if strings.EqualFold(k, strings.TrimSpace(key)) {
			return i
		}
	}
	return -1
}

// applyRatings reads "d1=4" pairs.
func applyRatings(s *planner.Study, ratings []string) error {
	for _, text := range ratings {
		id, value, ok := strings.Cut(text, "=")
		rating, err := strconv.Atoi(value)
		if !ok || err != nil || rating < 1 || rating > 5 {
			return usagef("--rating: %q is not like d1=4, with 1 to 5", text)
		}
		i := s.DomainIndex(id)
		if i < 0 {
			return usagef("--rating: the exam has no domain %q", id)
		}
		s.Domains[i].Rating = rating
	}
	return nil
}

func studyListCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the studies of the data file", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				studies, err := m.Studies(cmd.Context())
				if err != nil {
					return err
				}
				current, err := m.Current(cmd.Context())
				if err != nil && !errors.Is(err, app.ErrNoStudy) {
					return err
				}
				if asJSON {
					answer := wire.StudiesAnswer{Format: wire.Format, Studies: []wire.Study{}}
					for _, s := range studies {
						answer.Studies = append(answer.Studies, wire.EncodeStudy(s, s.ID == current.ID))
					}
					return printJSON(cmd.OutOrStdout(), answer)
				}
				t := newTable(cmd.OutOrStdout())
				t.row("", "ID", "NAME", "EXAM", "DATE")
				for _, s := range studies {
					mark := ""
					if s.ID == current.ID {
						mark = "*"
					}
					t.row(mark, s.ID, s.Name, s.ExamCode, s.ExamDate)
				}
				return t.flush()
			})
		},
	}
	jsonFlag(cmd, &asJSON)
	return cmd
}

func studyOpenCommand(opt *options) *cobra.Command {
	return &cobra.Command{
		Use: "open ID", Short: "Make another study the open one", Args: exactArg("the ID of a study"),
		Example: "  milepost study list\n  milepost study open 5f0c2a1e-…",
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				return m.OpenStudy(cmd.Context(), args[0])
			})
		},
	}
}

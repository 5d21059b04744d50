package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"milepost/app"
	"milepost/app/lang"
	"milepost/app/wire"
)

func exportCommand(opt *options) *cobra.Command {
	var format, out, speak string
	var replace bool
	var calendar app.CalendarOptions
	cmd := &cobra.Command{
		Use: "export --format json|ics --out FILE", Short: "Write everything into one file, or the plan as a calendar", Args: noArgs,
		Long: "As json writes all studies with their plans, sessions, mocks, sittings and forecasts, and what merging needs to know. The other computer\n" +
			"takes it over with `milepost import`. As ics writes the plan of the open study for a calendar: sessions, milestones and the exam. A\n" +
			"calendar that reads a later file brings its entries up to date; what was dropped from the plan it keeps, so give the plan a calendar of\n" +
			"its own. FILE may be - for the standard output.",
		Example: "  milepost export --out /media/stick/milepost.json --replace\n  milepost export --format ics --out plan.ics --alarm 10 --replace\n" +
			"  milepost export --format ics --out plan.ics --fresh 1",
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case format != "json" && format != "ics":
				return usagef("--format: %q is not a format that can be exported; json and ics are", format)
			case out == "":
				return usagef("--out: name the FILE to write, or - for the standard output")
			case format == "json" && (cmd.Flags().Changed("alarm") || cmd.Flags().Changed("fresh") || cmd.Flags().Changed("language")):
				return usagef("--alarm, --fresh and --language go with --format ics")
			}
			tag, err := languageFlag(speak)
			if err != nil {
				return err
			}
			if format == "ics" {
				return opt.withData(cmd.Context(), false, func(m *app.Milepost) error { return exportCalendar(cmd, m, calendarFile{out, replace, tag, calendar}) })
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				if out == "-" {
					return m.ExportTo(cmd.Context(), cmd.OutOrStdout())
				}
				if err := m.Export(cmd.Context(), out, replace); err != nil {
					return err
				}
				fmt.Fprintln(cmd.OutOrStdout(), "Exported everything to "+out)
				return nil
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "json", "`FORMAT` of the file: json or ics")
	flags.StringVar(&out, "out", "", "`FILE` to write, - for the standard output")
	flags.BoolVar(&replace, "replace", false, "replace an earlier export of that name")
	flags.IntVar(&calendar.AlarmMinutes, "alarm", 0, "remind `N` minutes before each session that has a time (ics)")
	flags.IntVar(&calendar.Fresh, "fresh", 0, "make copy `N`, which calendars take for another one, for those that refuse what was once deleted (ics)")
	flags.StringVar(&speak, "language", "en", "`LANGUAGE` of the entries: en, de, es, fr, it or pt (ics)")
	return cmd
}

// calendarFile is a calendar to be written.
type calendarFile struct {
	out     string
	replace bool
	tag     language.Tag
	options app.CalendarOptions
}

func exportCalendar(cmd *cobra.Command, m *app.Milepost, f calendarFile) error {
	f.options.Milestones = true
	var write func(io.Writer) error
	var failed error
	if err := lang.With(f.tag, func() { write, failed = m.Calendar(cmd.Context(), f.options) }); err != nil {
		return err
	}
	if failed != nil {
		return failed
	}
	if f.out == "-" {
		return write(cmd.OutOrStdout())
	}
	if err := m.WriteFile(f.out, f.replace, write); err != nil {
		return err
	}
	_, err := fmt.Fprintln(cmd.OutOrStdout(), "Wrote the plan as a calendar to "+f.out)
	return err
}

func importCommand(opt *options) *cobra.Command {
	var preview, asJSON bool
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Merge what another computer exported", Args: exactArg("a file: what `milepost export` wrote, or a data file"),
		Long: "Merges everything in FILE into the data file: what either side has stays, of what both changed the later change is kept, and the other\n" +
			"is noted (`milepost conflicts`). A backup is made first, and `milepost undo` takes the import back. FILE may also be the data file or a\n" +
			"backup of the other computer, or - for an export on the standard input.",
		Example: "  milepost import /media/stick/milepost.json --preview\n  milepost import /media/stick/milepost.json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "" {
				return usagef("FILE is empty; name what the other computer exported")
			}
			return opt.withData(cmd.Context(), !preview, func(m *app.Milepost) error {
				i, err := readImport(cmd, m, args[0])
				if err != nil {
					return err
				}
				changes := i.Changes
				if !preview {
					if changes, err = m.Import(cmd.Context(), i); err != nil {
						return err
					}
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), encodeImport(i.File, preview, changes))
				}
				printImport(cmd.OutOrStdout(), i.File, preview, changes)
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&preview, "preview", false, "only say what would change")
	cmd.Flags().BoolVar(&asJSON, "json", false, "answer as JSON")
	return cmd
}

func readImport(cmd *cobra.Command, m *app.Milepost, file string) (*app.Import, error) {
	if file == "-" {
		return m.PrepareImportFrom(cmd.Context(), cmd.InOrStdin(), "standard input")
	}
	return m.PrepareImport(file)(cmd.Context())
}

func printImport(w io.Writer, file string, preview bool, c app.ImportChanges) {
	lines := app.ImportLines(c)
	switch {
	case c.None():
		fmt.Fprintf(w, "Everything in %s is here already.\n", file)
		return
	case preview:
		fmt.Fprintf(w, "Importing %s would change:\n", file)
	default:
		fmt.Fprintf(w, "Imported %s:\n", file)
	}
	for _, line := range lines {
		fmt.Fprintln(w, "  "+line)
	}
	if words := app.ImportConflicts(len(c.Conflicts)); words != "" {
		fmt.Fprintln(w, words)
		if !preview {
			fmt.Fprintln(w, "`milepost conflicts` shows what was not kept.")
		}
	}
	if preview {
		fmt.Fprintln(w, "Nothing was changed; without --preview it is.")
	}
}

func encodeImport(file string, preview bool, c app.ImportChanges) wire.ImportAnswer {
	out := wire.ImportAnswer{Format: wire.Format, File: file, Preview: preview, Studies: []wire.ImportStudy{}, Settings: c.Settings, Conflicts: len(c.Conflicts)}
	for _, s := range c.Studies {
		x := wire.ImportStudy{ID: s.ID, Name: s.Name, Added: s.Added, Removed: s.Removed, Records: make(map[string]wire.ImportCounts), Planned: wire.ImportCounts(s.Sessions)}
		for kind, n := range s.Records {
			x.Records[kind] = wire.ImportCounts(n)
		}
		out.Studies = append(out.Studies, x)
	}
	return out
}

package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
)

func exportCommand(opt *options) *cobra.Command {
	var format, out string
	var replace bool
	cmd := &cobra.Command{
		Use: "export --format json --out FILE", Short: "Write everything into one file, for another computer", Args: noArgs,
		Long: "Writes all studies with their plans, sessions, mocks, sittings and forecasts, and what merging needs to know. The other computer\n" +
			"takes it over with `milepost import`. FILE may be - for the standard output.",
		Example: "  milepost export --out /media/stick/milepost.json --replace",
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case format != "json":
				return usagef("--format: %q is not a format that can be exported; json is", format)
			case out == "":
				return usagef("--out: name the FILE to write, or - for the standard output")
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
	cmd.Flags().StringVar(&format, "format", "json", "`FORMAT` of the file: json")
	cmd.Flags().StringVar(&out, "out", "", "`FILE` to write, - for the standard output")
	cmd.Flags().BoolVar(&replace, "replace", false, "replace an earlier export of that name")
	return cmd
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

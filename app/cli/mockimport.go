package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/phrase"
	"milepost/app/wire"
	"milepost/planner"
)

// mockImportFlags are the flags of `mock import`, as typed.
type mockImportFlags struct {
	source, order, columns                string
	preview, goodOnes, duplicates, asJSON bool
}

func mockImportCommand(opt *options) *cobra.Command {
	var f mockImportFlags
	cmd := &cobra.Command{
		Use: "import FILE.csv", Short: "Record the mocks of a CSV file", Args: exactArg("a CSV file, or - for the standard input"),
		Long: "Reads mocks as spreadsheets keep them: a line for each domain of a mock, or a line for each mock with a column for each domain; counts\n" +
			"(20/26), percentages, decimal commas, dates in any order. Columns are known by their headings; --columns says what they are when they are not.\n" +
			"Mocks that are recorded already are left out. When lines cannot be used nothing is recorded, unless --good-ones. `milepost undo` takes an\n" +
			"import back. `milepost mock export` writes a file in the form that is read without a question.\n\nColumns: " + columnList(),
		Example: "  milepost mock import scores.csv --preview\n  milepost mock import scores.csv --source \"Boson ExSim\" --date-order day-month-year\n" +
			"  milepost mock import scores.csv --columns date,ignore,domain:d1,domain:d2,minutes",
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := f.options()
			if err != nil {
				return err
			}
			if args[0] == "" {
				return usagef("FILE.csv is empty; name a file, or - for the standard input")
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				file, err := readMockFile(cmd, m, args[0], o)
				if err != nil {
					return err
				}
				return f.take(cmd, m, file)
			})
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.preview, "preview", false, "only say what would be recorded")
	flags.StringVar(&f.source, "source", "", "`TEXT`: where the questions come from, for lines that do not say")
	flags.StringVar(&f.order, "date-order", "", "`ORDER` of dates like 04/11/2026: day-month-year, month-day-year or year-month-day")
	flags.StringVar(&f.columns, "columns", "", "what the columns hold, from the first on, separated by commas; an empty one is found out")
	flags.BoolVar(&f.goodOnes, "good-ones", false, "record what can be used although other lines cannot")
	flags.BoolVar(&f.duplicates, "duplicates", false, "record also what looks like a mock that is recorded already")
	jsonFlag(cmd, &f.asJSON)
	return cmd
}

func columnList() string {
	var names []string
	for _, c := range app.MockColumnNames() {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ") + ", and domain:ID for the result in a domain."
}

func (f mockImportFlags) options() (app.MockFileOptions, error) {
	o := app.MockFileOptions{Source: f.source, Columns: map[int]app.MockColumn{}}
	if f.columns != "" {
		for i, name := range strings.Split(f.columns, ",") {
			if name = strings.TrimSpace(name); name != "" {
				o.Columns[i] = app.MockColumn(name)
			}
		}
	}
	switch order := app.DateOrder(f.order); order {
	case app.DateOrderUnknown, app.DayMonthYear, app.MonthDayYear, app.YearMonthDay:
		o.DateOrder = order
	default:
		return o, usagef("--date-order: %q is none of day-month-year, month-day-year and year-month-day", f.order)
	}
	return o, nil
}

func readMockFile(cmd *cobra.Command, m *app.Milepost, path string, o app.MockFileOptions) (app.MockFile, error) {
	if path == "-" {
		return m.ReadMocks(cmd.Context(), cmd.InOrStdin(), o)
	}
	return m.ReadMocksJob(path, o)(cmd.Context())
}

// take records what is to be recorded, and tells of the rest.
func (f mockImportFlags) take(cmd *cobra.Command, m *app.Milepost, file app.MockFile) error {
	wanted := file.New()
	if f.duplicates {
		wanted = file.All()
	}
	if err := f.hindrance(file); err != nil && !f.preview {
		printBadLines(cmd.ErrOrStderr(), file)
		return err
	}
	if !f.preview {
		if err := m.ImportMocks(cmd.Context(), wanted); err != nil {
			return err
		}
	}
	if f.asJSON {
		return printJSON(cmd.OutOrStdout(), encodeMockFile(file, f.preview, wanted))
	}
	return f.tell(cmd.OutOrStdout(), file, wanted)
}

// hindrance is why nothing may be recorded without another word of the person.
func (f mockImportFlags) hindrance(file app.MockFile) error {
	switch {
	case file.AskDateOrder:
		return fmt.Errorf("the dates can be read in more than one way, and nothing was recorded; say which with --date-order day-month-year or month-day-year")
	case len(file.Bad) > 0 && !f.goodOnes:
		return fmt.Errorf("%s cannot be used, and nothing was recorded; correct the file, or record the other %s with --good-ones",
			phrase.Count(len(file.Bad), "line", "lines"), phrase.Count(len(file.Mocks), "mock", "mocks"))
	}
	return nil
}

func printBadLines(w io.Writer, file app.MockFile) {
	const most = 50
	for i, b := range file.Bad {
		if i == most {
			fmt.Fprintf(w, "and %d more\n", len(file.Bad)-most)
			break
		}
		fmt.Fprintf(w, "line %d: %s%s\n", b.Line, b.Reason, withOthers(b))
	}
}

// withOthers names the lines of the same mock that are left out with a line.
func withOthers(b app.BadMockLine) string {
	if len(b.Others) == 0 {
		return ""
	}
	var lines []string
	for _, n := range b.Others {
		lines = append(lines, fmt.Sprint(n))
	}
	return " Left out with it, as parts of the same mock: " + strings.Join(lines, ", ") + "."
}

func (f mockImportFlags) tell(w io.Writer, file app.MockFile, wanted []planner.Mock) error {
	t := newTable(w)
	t.row("LINES", "DATE", "SOURCE", "SCORE", "CORRECT", "CONDITIONS", "")
	for i, p := range file.Mocks {
		correct, total := p.Mock.Counts()
		remark := strings.Join(p.Remarks, " ")
		if file.Recorded[i].ID != "" {
			remark = strings.TrimSpace("recorded already " + remark)
		}
		t.row(lineNumbers(p.Lines), p.Mock.Date, p.Mock.Source, phrase.Share(p.Mock.Share()), fmt.Sprintf("%d/%d", correct, total), phrase.Conditions(p.Mock), remark)
	}
	if err := t.flush(); err != nil {
		return err
	}
	for _, n := range file.Notices {
		fmt.Fprintln(w, n)
	}
	printBadLines(w, file)
	if f.preview {
		if file.AskDateOrder {
			fmt.Fprintln(w, "The dates can be read in more than one way; say which with --date-order.")
		}
		fmt.Fprintf(w, "Would record %s. Nothing was changed; without --preview it is.\n", phrase.Count(len(wanted), "mock", "mocks"))
		return nil
	}
	_, err := fmt.Fprintf(w, "Recorded %s. `milepost undo` takes the import back.\n", phrase.Count(len(wanted), "mock", "mocks"))
	return err
}

// lineNumbers are "4", or "4–9" for lines that follow each other.
func lineNumbers(lines []int) string {
	if len(lines) == 0 {
		return ""
	}
	first, last := lines[0], lines[len(lines)-1]
	if first == last {
		return fmt.Sprint(first)
	}
	if last-first == len(lines)-1 {
		return fmt.Sprintf("%d–%d", first, last)
	}
	return fmt.Sprintf("%d, …", first)
}

func encodeMockFile(file app.MockFile, preview bool, wanted []planner.Mock) wire.MockFileAnswer {
	out := wire.MockFileAnswer{
		Format: wire.Format, Preview: preview, Recorded: len(wanted), AskDateOrder: file.AskDateOrder, DateOrder: string(file.DateOrder), Columns: []string{}, Notices: append([]string{}, file.Notices...),
		Mocks: []wire.MockOfFile{}, Bad: []wire.BadMockLine{},
	}
	for _, c := range file.Columns {
		out.Columns = append(out.Columns, string(c))
	}
	encoded := wire.EncodeMocks(file.All())
	for i, p := range file.Mocks {
		x := wire.MockOfFile{Mock: encoded.Mocks[i], Lines: p.Lines, Remarks: append([]string{}, p.Remarks...)}
		if id := file.Recorded[i].ID; id != "" {
			x.RecordedAs = &id
		}
		out.Mocks = append(out.Mocks, x)
	}
	for _, b := range file.Bad {
		out.Bad = append(out.Bad, wire.BadMockLine{Line: b.Line, Others: append([]int{}, b.Others...), Field: b.Field, Reason: b.Reason})
	}
	return out
}

func mockExportCommand(opt *options) *cobra.Command {
	var out string
	var replace bool
	cmd := &cobra.Command{
		Use: "export --out FILE.csv", Short: "Write the recorded mocks as CSV", Args: noArgs,
		Long:    "Writes the mocks of the open study with a line for each domain, as `milepost mock import` reads them: nothing is lost but what a file of\nmocks has no place for, the IDs. FILE.csv may be - for the standard output.",
		Example: "  milepost mock export --out mocks.csv",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				return usagef("--out: name the FILE to write, or - for the standard output")
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				write, err := m.MocksTable(cmd.Context())
				if err != nil {
					return err
				}
				if out == "-" {
					return write(cmd.OutOrStdout())
				}
				if err := m.WriteFile(out, replace, write); err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), "Wrote the mocks to "+out)
				return err
			})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "`FILE` to write, - for the standard output")
	cmd.Flags().BoolVar(&replace, "replace", false, "replace an earlier file of that name")
	return cmd
}

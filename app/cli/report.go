package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"milepost/app"
	"milepost/app/lang"
	"milepost/app/report"
	"milepost/app/report/document"
	"milepost/planner"
)

// reportFlags are the flags of `report`, as typed.
type reportFlags struct {
	format, out, from, to, paper, language string
	options                                report.Options
	parts                                  []string
	replace                                bool
}

func reportCommand(opt *options) *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use: "report --out FILE", Short: "Write a progress report", Args: noArgs,
		Long: "Writes how the open study is going: the chance of passing, readiness over time, domains, mocks, hours, milestones, and what changed in the\n" +
			"period. PDF and HTML are for people, HTML being the form that reads well aloud; CSV and XLSX hold the same as figures. Without --from and --to\n" +
			"the period is the whole preparation up to today. FILE may be - for the standard output.\n\nParts: " + partList(),
		Example: "  milepost report --out progress.pdf\n" +
			"  milepost report --format html --out - --from 2026-11-01 --name \"Ada Okafor\" > progress.html\n" +
			"  milepost report --out mocks.csv --parts mocks\n" +
			"  milepost report --out bericht.pdf --language de --paper a4 --replace",
		RunE: func(cmd *cobra.Command, _ []string) error {
			to, err := f.target()
			if err != nil {
				return err
			}
			span, err := parseSpan(f.from, f.to)
			if err != nil {
				return err
			}
			tag, err := languageFlag(f.language)
			if err != nil {
				return err
			}
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				p, err := m.Progress(cmd.Context(), span)
				if err != nil {
					return err
				}
				var d document.Document
				if err := lang.With(tag, func() { d = report.Build(p, f.options) }); err != nil {
					return err
				}
				if f.out == "-" {
					return report.Write(cmd.OutOrStdout(), d, to.Format, to.Paper)
				}
				written, err := report.Save(d, to, m.WriteFile)
				for _, path := range written {
					fmt.Fprintln(cmd.OutOrStdout(), "Wrote "+path)
				}
				return err
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "", "`FORMAT`: pdf, html, md, csv or xlsx (default: what the name of FILE ends in)")
	flags.StringVar(&f.out, "out", "", "`FILE` to write, - for the standard output")
	flags.StringVar(&f.from, "from", "", "first `DATE` of the period (default: the start of the study)")
	flags.StringVar(&f.to, "to", "", "last `DATE` of the period (default: today)")
	flags.StringSliceVar(&f.parts, "parts", nil, "only these `PARTS`, separated by commas (default: all but notes)")
	flags.StringVar(&f.options.Author, "name", "", "`TEXT`: whose report it is (default: nobody is named)")
	flags.BoolVar(&f.options.AllNotes, "notes", false, "quote the notes of the period")
	flags.StringVar(&f.paper, "paper", "a4", "`PAPER` of a PDF: a4 or letter")
	flags.StringVar(&f.language, "language", "en", "`LANGUAGE`: en, de, es, fr, it or pt; a region may follow, en-US")
	flags.BoolVar(&f.replace, "replace", false, "replace an earlier file of that name")
	return cmd
}

func partList() string {
	var names []string
	for _, p := range report.Parts() {
		names = append(names, string(p))
	}
	return strings.Join(names, ", ") + "."
}

// target checks everything about the file before anything is read.
func (f *reportFlags) target() (report.Target, error) {
	to := report.Target{Path: f.out, Replace: f.replace}
	if f.out == "" {
		return to, usagef("--out: name the FILE to write, or - for the standard output")
	}
	format, flag := f.format, "--format"
	if format == "" {
		if f.out == "-" {
			return to, usagef("--format is needed when the report goes to the standard output: pdf, html, md, csv or xlsx")
		}
		format, flag = strings.TrimPrefix(filepath.Ext(f.out), "."), "--out"
	}
	var err error
	if to.Format, err = report.ParseFormat(format); err != nil {
		return to, usagef("%s: %s", flag, reasonOf(err))
	}
	if to.Paper, err = report.ParsePaper(f.paper); err != nil {
		return to, usagef("--paper: %s", reasonOf(err))
	}
	for _, p := range f.parts {
		f.options.Parts = append(f.options.Parts, report.Part(strings.ToLower(strings.TrimSpace(p))))
	}
	if err := report.CheckParts(f.options.Parts); err != nil {
		return to, usagef("--parts: %s", reasonOf(err))
	}
	if err := planner.CheckText("name", f.options.Author, planner.MaxNameRunes); err != nil {
		return to, usagef("--name: %s", reasonOf(err))
	}
	return to, nil
}

// languageFlag reads --language, the language of a file that is written.
func languageFlag(text string) (language.Tag, error) {
	tag, err := language.Parse(text)
	if err != nil {
		return tag, usagef("--language: %q is not a language; en, de, es, fr, it and pt are", text)
	}
	base, _ := tag.Base()
	for _, l := range lang.Languages() {
		if string(l) == base.String() {
			return tag, nil
		}
	}
	return tag, usagef("--language: %q is not spoken here; en, de, es, fr, it and pt are", text)
}

// reasonOf is an error without its field, for a flag to be named instead.
func reasonOf(err error) string {
	if fe, ok := err.(*planner.FieldError); ok {
		return fe.Reason
	}
	return err.Error()
}

package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manCommand prints the manual page. It is made from the same texts as --help, so that the two cannot say different things.
func manCommand() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "Print the manual page, for `man`", Args: noArgs,
		Long:    "Prints the manual page in the language of man. Packages install it; without one, `milepost man > ~/.local/share/man/man1/milepost.1` does.",
		Example: "  milepost man | man -l -",
		RunE: func(cmd *cobra.Command, _ []string) error {
			m := &manual{to: cmd.OutOrStdout()}
			m.page(cmd.Root())
			return m.lost
		},
	}
}

// manual writes roff, man(7).
type manual struct {
	to   io.Writer
	lost error
}

func (m *manual) line(format string, args ...any) {
	if _, err := fmt.Fprintf(m.to, format+"\n", args...); err != nil && m.lost == nil {
		m.lost = err
	}
}

// roff is a text in which nothing means anything to roff: what a line may not begin with, and the backslash and minus signs.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "…", "...", "–", `\(en`).Replace(s)
	if strings.HasPrefix(s, ".") {
		return `\&` + s
	}
	return s
}

// paragraphs writes prose; an empty line in it begins a new paragraph.
func (m *manual) paragraphs(text string) {
	for i, part := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			m.line(".PP")
		}
		m.line("%s", roff(strings.Join(strings.Fields(strings.ReplaceAll(part, "`", "")), " ")))
	}
}

func (m *manual) page(root *cobra.Command) {
	m.line(`.TH MILEPOST 1 "" "Milepost %s" "User Commands"`, roff(root.Version))
	m.line(".SH NAME")
	m.line(`milepost \- %s`, roff(strings.ToLower(root.Short[:1])+root.Short[1:]))
	m.line(".SH SYNOPSIS")
	m.line(".B milepost")
	m.line(`[\fB\-\-data\fR \fIFILE\fR] [\fB\-\-today\fR \fIDATE\fR] [\fICOMMAND\fR [\fIARGUMENTS\fR]]`)
	m.line(".SH DESCRIPTION")
	m.paragraphs(root.Long)
	m.line(".PP")
	m.paragraphs("Dates are written 2027-02-04, and ranges A..B with both ends included. Every command that reads takes --json and answers in a shape that is kept: fields may be added, none is renamed or removed without a new number of the format.")
	m.line(".SH OPTIONS")
	m.flags(root.PersistentFlags())
	m.flags(root.LocalNonPersistentFlags())
	m.line(".SH COMMANDS")
	for _, c := range root.Commands() {
		m.command(c)
	}
	m.line(".SH ENVIRONMENT")
	m.line(".TP\n.B MILEPOST_DATA\nThe data file, where %s does not name one.", roff("--data"))
	m.line(".TP\n.B MILEPOST_TODAY\nThe day to work as if it were, where %s does not say.", roff("--today"))
	m.line(".SH FILES")
	m.line(".TP\n.I ~/.local/share/milepost/milepost.db\nThe data file, where nothing else names one; its place follows XDG_DATA_HOME and the habits of the system.")
	m.line(".SH EXIT STATUS")
	m.line(".TP\n.B 0\nDone.\n.TP\n.B 1\nIt could not be done; standard error says why, and what to do. Nothing was written.\n.TP\n.B 2\nWrong use; standard error names the option.")
	m.line(".SH EXAMPLES")
	m.examples(root)
}

// command writes a command with its options and examples, or the commands it consists of.
func (m *manual) command(c *cobra.Command) {
	if c.Hidden || c.Name() == "help" || c.Name() == "completion" {
		return
	}
	if c.HasAvailableSubCommands() {
		for _, inner := range c.Commands() {
			m.command(inner)
		}
		if !c.Runnable() || c.Flags().NFlag() == 0 && c.Example == "" {
			return
		}
	}
	m.line(".SS %s", roff(strings.TrimPrefix(c.UseLine(), c.Root().Name()+" ")))
	text := c.Long
	if text == "" {
		text = c.Short + "."
	}
	m.paragraphs(text)
	m.flags(c.LocalNonPersistentFlags())
	m.examples(c)
}

func (m *manual) flags(set *pflag.FlagSet) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" || f.Name == "version" {
			return
		}
		name, usage := pflag.UnquoteUsage(f)
		m.line(".TP")
		m.line(`.B %s %s`, roff("--"+f.Name), roff(name))
		m.line("%s", roff(usage))
	})
}

func (m *manual) examples(c *cobra.Command) {
	if c.Example == "" {
		return
	}
	m.line(".PP\n.EX")
	for _, line := range strings.Split(c.Example, "\n") {
		m.line("%s", roff(line))
	}
	m.line(".EE")
}

package cli

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// everyCommand walks the tree of commands that people see.
func everyCommand(visit func(*cobra.Command)) {
	root := newRoot(&Env{})
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		for _, inner := range c.Commands() {
			if inner.Name() != "help" && inner.Name() != "completion" {
				visit(inner)
				walk(inner)
			}
		}
	}
	walk(root)
}

// TestTheManualSaysWhatHelpSays: every command and every option is on the page, and nothing on it means something to roff by accident.
func TestTheManualSaysWhatHelpSays(t *testing.T) {
	page := newTerminal(t).must("man")
	everyCommand(func(c *cobra.Command) {
		if c.HasAvailableSubCommands() {
			return
		}
		if !strings.Contains(page, roff(strings.TrimPrefix(c.UseLine(), "milepost "))) {
			t.Errorf("the manual lacks %s", c.UseLine())
		}
	})
	for _, option := range []string{"--data", "--language", "--applied", "--alarm"} {
		if has := strings.Contains(page, roff(option)); has != (option != "--applied") {
			t.Errorf("%s is in the manual: %v", option, has)
		}
	}
	for i, line := range strings.Split(page, "\n") {
		if strings.HasPrefix(line, ".") {
			name, _, _ := strings.Cut(line[1:], " ")
			if !strings.Contains(" TH SH SS B I TP PP EX EE ", " "+name+" ") {
				t.Errorf("line %d is a request nobody meant: %s", i+1, line)
			}
		}
		if strings.HasPrefix(line, "'") {
			t.Errorf("line %d begins with an apostrophe: %s", i+1, line)
		}
	}
}

// TestWhatReadsAnswersAsJSON: every command that only reads takes --json, but those whose answer is a file.
func TestWhatReadsAnswersAsJSON(t *testing.T) {
	everyCommand(func(c *cobra.Command) {
		path := strings.TrimPrefix(c.CommandPath(), "milepost ")
		switch path {
		case "report", "export", "mock export", "exams export", "backup":
			return
		}
		if (readsOnly(c) || path == "exams" || path == "verify") && c.Flags().Lookup("json") == nil {
			t.Errorf("%s takes no --json", path)
		}
	})
}

// TestEveryCommandShowsHow: help has an example wherever something has to be written behind the command.
func TestEveryCommandShowsHow(t *testing.T) {
	everyCommand(func(c *cobra.Command) {
		if c.Short == "" {
			t.Errorf("%s does not say what it does", c.CommandPath())
		}
		if strings.Contains(c.Use, " ") && c.Example == "" {
			t.Errorf("%s shows no example", c.CommandPath())
		}
	})
}

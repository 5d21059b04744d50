package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"milepost/planner"
)

// Env is the world a command runs in.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	NewID          func() string
	DefaultData    string // path of the data file when nothing else is said; "" when there is no place for it
	Version        string
	Catalogue      func() ([]planner.Exam, error)
	// Window opens the window and returns when it is closed.
	Window func(context.Context, WindowRequest) error
}

// WindowRequest says what the window is opened on.
type WindowRequest struct {
	Data  string       // path of the data file
	Today planner.Date // zero: the clock's day
	// Gallery shows what the window is made of instead; no data file is touched.
	Gallery bool
}

// Exit statuses.
const (
	exitDone     = 0
	exitCouldNot = 1
	exitWrongUse = 2
)

// Run carries out one command line (without the program's name) and answers the exit status.
func Run(ctx context.Context, args []string, env Env) int {
	root := newRoot(&env)
	root.SetArgs(args)
	root.SetIn(env.Stdin)
	out := &answer{to: env.Stdout}
	root.SetOut(out)
	root.SetErr(env.Stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		err = out.lost
	}
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(env.Stderr, "milepost: "+explain(cmd, err))
	if isUsage(err) {
		return exitWrongUse
	}
	return exitCouldNot
}

// answer passes on what a command prints and remembers that something of it was lost (a full disk): a script that got half an
// answer must not take it for the whole. What a changing command had to do is done all the same.
type answer struct {
	to   io.Writer
	lost error
}

func (a *answer) Write(p []byte) (int, error) {
	n, err := a.to.Write(p)
	if err != nil && a.lost == nil {
		a.lost = fmt.Errorf("the answer could not be written: %w", err)
	}
	return n, err
}

// usageError is wrong use of the command line: the flag or argument is named.
type usageError struct{ reason string }

func (e *usageError) Error() string { return e.reason }

func usagef(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

func isUsage(err error) bool {
	var u *usageError
	return errors.As(err, &u)
}

// fieldFlags names the flag behind a field of a form or file.
var fieldFlags = map[string]string{
	"exam_date": "--date", "date": "--date", "exam": "--exam", "start": "--start", "name": "--name", "source": "--source", "correct": "--score", "score": "--score",
	"total": "--score", "minutes": "--minutes", "note": "--note", "days_off": "--off", "out": "--out",
	"from": "--from", "to": "--to", "alarm": "--alarm", "fresh": "--fresh",
}

// explain writes an error as one plain sentence, naming the flag where a field is to blame and the command has one for it.
func explain(cmd *cobra.Command, err error) string {
	var fe *planner.FieldError
	if !errors.As(err, &fe) {
		return err.Error()
	}
	if flag, ok := fieldFlags[fe.Field]; ok && cmd.Flags().Lookup(strings.TrimPrefix(flag, "--")) != nil {
		return fmt.Sprintf("%s (%s): %s", flag, fe.Field, fe.Reason)
	}
	if strings.Contains(cmd.Use, "DATE") && (fe.Field == "days_off" || fe.Field == "date") {
		return "DATE: " + fe.Reason // an argument
	}
	return fe.Error()
}

// newRoot builds the tree of commands.
func newRoot(env *Env) *cobra.Command {
	opt := &options{env: env}
	gallery := false
	root := &cobra.Command{
		Use:   "milepost",
		Short: "Study planner and progress tracker for certification exams",
		Long: "Milepost plans the weeks before a certification exam, records mock exams, and says what the chance of passing is.\n" +
			"Without a command it opens its window.",
		Example: "  milepost\n  milepost study new --exam isc2-issmp-2025 --date 2027-02-04 --hours mon=60,tue=60,thu=60,sat=120\n" +
			"  milepost mock add --date 2026-11-22 --source \"Boson ExSim\" --score 89/125\n  milepost readiness",
		Version:       env.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArgs,
		PersistentPreRun: func(cmd *cobra.Command, _ []string) {
			opt.reading, opt.dataGiven = readsOnly(cmd), cmd.Flags().Changed("data")
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if gallery {
				return env.Window(cmd.Context(), WindowRequest{Gallery: true})
			}
			today, err := opt.todayFlag()
			if err != nil {
				return err
			}
			path, err := opt.dataPath()
			if err != nil {
				return err
			}
			return env.Window(cmd.Context(), WindowRequest{Data: path, Today: today})
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usagef("%s", err) })
	root.PersistentFlags().StringVar(&opt.data, "data", "", "data `FILE` (also MILEPOST_DATA)")
	root.PersistentFlags().StringVar(&opt.today, "today", "", "work as if it were this `DATE` (also MILEPOST_TODAY)")
	root.Flags().BoolVar(&gallery, "gallery", false, "show what the window is made of, for those who work on it; no data file is touched")
	root.AddCommand(
		examsCommand(opt), studyCommand(opt), todayCommand(opt), planCommand(opt), checkCommand(opt), rebalanceCommand(opt), whatifCommand(opt),
		doneCommand(opt), skipCommand(opt), moveCommand(opt), pinCommand(opt), offCommand(opt),
		mockCommand(opt), readinessCommand(opt), diaryCommand(opt), sourcesCommand(opt), resultCommand(opt), retakeCommand(opt),
		backupCommand(opt), restoreCommand(opt), salvageCommand(opt), reportCommand(opt), exportCommand(opt), importCommand(opt), conflictsCommand(opt), verifyCommand(opt), undoCommand(opt), redoCommand(opt), sampleCommand(opt),
		buildCommand(opt), estimateCommand(opt), manCommand(),
	)
	return root
}

// readsOnly tells the commands that change nothing in the data file. They work while a window has it open; every other command
// is refused meanwhile, and so is a new one until it is named here.
func readsOnly(cmd *cobra.Command) bool {
	switch strings.TrimPrefix(cmd.CommandPath(), "milepost ") {
	case "exams", "exams export", "today", "plan", "check", "readiness", "diary", "sources", "mock list", "mock export", "study list", "backup", "backup list", "whatif", "report", "export", "conflicts":
		return true
	case "import", "mock import":
		preview, err := cmd.Flags().GetBool("preview")
		return err == nil && preview
	case "rebalance", "retake":
		apply, err := cmd.Flags().GetBool("apply")
		return err == nil && !apply
	case "backup folder":
		none, err := cmd.Flags().GetBool("none")
		return err == nil && !none && cmd.Flags().NArg() == 0
	}
	return false
}

// noArgs refuses arguments; for the root command an argument is an unknown command.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if !cmd.HasParent() {
		return usagef("there is no command %q; `milepost --help` lists them", args[0])
	}
	return usagef("%s takes no argument, got %q", cmd.CommandPath(), args[0])
}

// exactArg asks for one argument, named in the error.
func exactArg(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usagef("%s needs %s (got %d arguments)", cmd.CommandPath(), name, len(args))
		}
		return nil
	}
}

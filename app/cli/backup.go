package cli

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
)

func backupCommand(opt *options) *cobra.Command {
	var out string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "backup", Short: "Write a verified copy of the data file",
		Long: "Writes a verified copy of the data file into the folder \"backups\" beside it, and into the second folder if one was chosen.\n" +
			"Nothing is written when nothing has changed since the newest backup. With --out the copy goes where you say.",
		Example: "  milepost backup\n  milepost backup list\n  milepost backup folder /media/stick", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				made, err := makeBackup(cmd, m, out)
				if err != nil {
					return err
				}
				if missing := errors.Join(made.First, made.Second); missing != nil {
					fmt.Fprintf(cmd.ErrOrStderr(), "Note: %s.\n", missing)
				}
				if asJSON {
					return printJSON(cmd.OutOrStdout(), encodeBackup(made))
				}
				printBackup(cmd.OutOrStdout(), made, opt.zone())
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "`FILE` to write")
	cmd.Flags().BoolVar(&asJSON, "json", false, "answer as JSON")
	cmd.AddCommand(backupListCommand(opt), backupFolderCommand(opt))
	return cmd
}

// makeBackup makes a backup in its folder, or where the person says.
func makeBackup(cmd *cobra.Command, m *app.Milepost, out string) (app.BackupMade, error) {
	if out == "" && !cmd.Flags().Changed("out") {
		return m.BackupNow(cmd.Context())
	}
	if out == "" {
		return app.BackupMade{}, usagef("--out is empty; name the file to write, or leave the flag out")
	}
	return m.BackupTo(cmd.Context(), out)
}

func printBackup(w io.Writer, made app.BackupMade, zone *time.Location) {
	if made.Written {
		fmt.Fprintln(w, "Backed up to "+made.Path)
	} else {
		fmt.Fprintf(w, "Nothing has changed since the newest backup, of %s: %s\n", moment(made.At, zone), made.Path)
	}
	if made.SecondPath != "" && made.SecondPath != made.Path {
		fmt.Fprintln(w, "A copy is at "+made.SecondPath)
	}
}

func encodeBackup(made app.BackupMade) wire.BackupAnswer {
	out := wire.BackupAnswer{Format: wire.Format, Written: made.Written, Path: made.Path, At: made.At.UTC().Format(time.RFC3339), SecondPath: orNull(made.SecondPath)}
	if made.First != nil {
		out.FirstProblem = orNull(made.First.Error())
	}
	if made.Second != nil {
		out.SecondProblem = orNull(made.Second.Error())
	}
	return out
}

// orNull is nil for "".
func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// zone is the time zone of the clock.
func (o *options) zone() *time.Location { return o.env.Now().Location() }

// moment is a time as it is printed: to the minute.
func moment(t time.Time, zone *time.Location) string { return t.In(zone).Format("2006-01-02 15:04") }

func backupFolderCommand(opt *options) *cobra.Command {
	var none, asJSON bool
	cmd := &cobra.Command{
		Use: "folder [DIR]", Short: "A second folder, on another disk, that gets a copy of each backup",
		Long:    "Without an argument it says which folder gets a copy of each backup. The choice belongs to this computer.",
		Example: "  milepost backup folder /media/stick/milepost\n  milepost backup folder --none",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("%s needs one folder (got %d arguments)", cmd.CommandPath(), len(args))
			}
			if len(args) == 1 && none {
				return usagef("--none: there is a folder as well; give one or the other")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				if len(args) == 1 && args[0] == "" {
					return usagef("DIR is empty; name a folder, or give --none")
				}
				if len(args) == 1 || none {
					if err := m.SetBackupFolder(cmd.Context(), append(args, "")[0]); err != nil {
						return err
					}
				}
				return tellFolder(cmd, m, asJSON)
			})
		},
	}
	cmd.Flags().BoolVar(&none, "none", false, "no second folder any more; what lies there stays")
	jsonFlag(cmd, &asJSON)
	return cmd
}

func tellFolder(cmd *cobra.Command, m *app.Milepost, asJSON bool) error {
	folder, err := m.BackupFolder(cmd.Context())
	if err != nil {
		return err
	}
	if asJSON {
		return printJSON(cmd.OutOrStdout(), wire.EncodeBackupFolder(folder))
	}
	if folder == "" {
		fmt.Fprintln(cmd.OutOrStdout(), "There is no second folder for backups.")
		return nil
	}
	fmt.Fprintln(cmd.OutOrStdout(), "Each backup is copied to "+folder)
	return nil
}

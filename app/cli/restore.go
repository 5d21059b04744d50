package cli

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
)

func restoreCommand(opt *options) *cobra.Command {
	var preview, asJSON bool
	cmd := &cobra.Command{
		Use: "restore FILE|NAME", Short: "Put a backup in the place of the data file, keeping what is there now", Args: exactArg("a backup: a file, or a name from `milepost backup list`"),
		Example: "  milepost backup list\n  milepost restore milepost.db-2026-11-26T065012Z-regular-5d0cb1a7.milepost --preview",
		RunE: func(cmd *cobra.Command, args []string) error {
			if asJSON && !preview {
				return usagef("--json goes with --preview")
			}
			if args[0] == "" {
				return usagef("the backup is empty; give a file, or a name from `milepost backup list`")
			}
			path, err := opt.dataPath()
			if err != nil {
				return err
			}
			if !preview {
				return opt.restore(cmd, path, args[0])
			}
			v, err := app.PreviewRestoreTo(cmd.Context(), path, args[0], opt.env.Now)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), encodePreview(v))
			}
			printPreview(cmd.OutOrStdout(), v, opt.zone())
			return nil
		},
	}
	cmd.Flags().BoolVar(&preview, "preview", false, "only say what would be restored over what")
	cmd.Flags().BoolVar(&asJSON, "json", false, "answer as JSON (with --preview)")
	return cmd
}

func (o *options) restore(cmd *cobra.Command, path, name string) error {
	done, err := app.RestoreTo(cmd.Context(), path, name, o.env.Now)
	if err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "Restored %s: %s.\n", done.From, contentsWords(done.Holds, o.zone()))
	switch {
	case done.Damaged:
		fmt.Fprintln(cmd.OutOrStdout(), "The file that was there could not be opened; it is kept as "+done.Kept)
	case done.Kept != "":
		fmt.Fprintln(cmd.OutOrStdout(), "What was there before is kept as "+done.Kept)
	}
	return nil
}

func printPreview(w io.Writer, v app.RestorePreview, zone *time.Location) {
	fmt.Fprintf(w, "The backup %s holds: %s.\n", v.From, contentsWords(v.Backup, zone))
	if v.Changed {
		fmt.Fprintln(w, "It is sound, but not as it was when it was made: somebody worked with it, or the disk changed it.")
	}
	if v.Older {
		fmt.Fprintln(w, "It is from an older version; a copy of it is brought up to date.")
	}
	if v.PresentKind != "" {
		fmt.Fprintln(w, v.PresentSentence)
	} else {
		fmt.Fprintf(w, "The data file holds now: %s.\n", contentsWords(v.Present, zone))
	}
	fmt.Fprintln(w, "Nothing was changed; without --preview the backup takes the data file's place, and what is there now is kept.")
}

func encodePreview(v app.RestorePreview) wire.RestorePreviewAnswer {
	out := wire.RestorePreviewAnswer{Format: wire.Format, From: v.From, Backup: encodeContents(v.Backup), Older: v.Older, Changed: v.Changed}
	if v.PresentKind != "" {
		out.PresentProblem = orNull(string(v.PresentKind))
	} else {
		out.Present = encodeContents(v.Present)
	}
	return out
}

package cli

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
)

func backupListCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "The backups of the data file, and what is in them", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := opt.dataPath()
			if err != nil {
				return err
			}
			saved, err := app.BackupsOf(cmd.Context(), path, opt.env.Now)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), encodeBackups(saved))
			}
			return printBackups(cmd.OutOrStdout(), saved, opt.zone())
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "answer as JSON")
	return cmd
}

func printBackups(w io.Writer, saved app.SavedBackups, zone *time.Location) error {
	if len(saved.Backups) == 0 {
		fmt.Fprintf(w, "There are no backups in %s. `milepost backup` makes one.\n", saved.Folder)
		return nil
	}
	t := newTable(w)
	t.row("MADE", "WHY", "SIZE", "HOLDS", "NAME")
	for _, b := range saved.Backups {
		name := b.Name
		if b.Second {
			name = b.Path
		}
		t.row(moment(b.At, zone), b.Reason.Words(), kilobytes(b.Size), holds(b, zone), name)
	}
	if err := t.flush(); err != nil {
		return err
	}
	fmt.Fprintln(w, "They lie in "+saved.Folder)
	if saved.Second != "" {
		fmt.Fprintln(w, "Copies go to "+saved.Second)
	}
	if r := saved.Rehearsal; r.Name != "" {
		fmt.Fprintf(w, "Tried on %s. %s\n", moment(r.At, zone), r.Sentence)
	}
	return nil
}

func kilobytes(bytes int64) string { return fmt.Sprintf("%d kB", (bytes+999)/1000) }

// holds says in few words what is in a backup, or what is wrong with it.
func holds(b app.Backup, zone *time.Location) string {
	switch {
	case !b.Restorable():
		return string(b.State)
	case b.Problem != "":
		return string(b.State) + ": " + contentsWords(b.Contents, zone)
	}
	return contentsWords(b.Contents, zone)
}

// contentsWords says what a data file holds.
func contentsWords(c app.Contents, zone *time.Location) string {
	out := fmt.Sprintf("studies %d, sessions %d (%d done), mocks %d", c.Studies, c.Sessions, c.Done, c.Mocks)
	if c.Sittings > 0 {
		out += fmt.Sprintf(", sittings %d", c.Sittings)
	}
	if !c.LastChange.IsZero() {
		out += ", last change " + moment(c.LastChange, zone)
	}
	return out
}

func encodeBackups(saved app.SavedBackups) wire.BackupsAnswer {
	out := wire.BackupsAnswer{Format: wire.Format, Folder: saved.Folder, SecondFolder: orNull(saved.Second), Backups: []wire.Backup{}}
	if r := saved.Rehearsal; r.Name != "" {
		out.Rehearsal = &wire.Rehearsal{Name: r.Name, At: r.At.UTC().Format(time.RFC3339), OK: r.OK, Text: r.Sentence}
	}
	for _, b := range saved.Backups {
		item := wire.Backup{
			Name: b.Name, Path: b.Path, At: b.At.UTC().Format(time.RFC3339), Reason: string(b.Reason), Bytes: b.Size,
			State: string(b.State), Problem: b.Problem, Second: b.Second,
		}
		if b.Restorable() {
			item.Contents = encodeContents(b.Contents)
		}
		out.Backups = append(out.Backups, item)
	}
	return out
}

func encodeContents(c app.Contents) *wire.Contents {
	out := &wire.Contents{
		Studies: c.Studies, Sessions: c.Sessions, Done: c.Done, Mocks: c.Mocks, Sittings: c.Sittings,
		LastDone: orNull(c.LastDone.String()), LastMock: orNull(c.LastMock.String()),
	}
	if !c.LastChange.IsZero() {
		out.LastChange = orNull(c.LastChange.UTC().Format(time.RFC3339))
	}
	return out
}

package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
)

func verifyCommand(opt *options) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "verify", Short: "Check the data file without changing it", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := opt.dataPath()
			if err != nil {
				return err
			}
			health, err := app.Verify(cmd.Context(), path)
			if err != nil {
				return err
			}
			parts, err := opt.parts()
			if err != nil {
				return err
			}
			notes := app.PlaceNotes(cmd.Context(), path, parts)
			if asJSON {
				err = printJSON(cmd.OutOrStdout(), encodeHealth(health, notes))
			}
			if !health.OK() {
				return errors.Join(err, fmt.Errorf("%s %s", health.Sentence, health.Advice))
			}
			if asJSON {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), health.Sentence)
			for _, n := range notes {
				fmt.Fprintf(cmd.OutOrStdout(), "Note: %s %s\n", n.Sentence, n.Advice)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "answer as JSON")
	return cmd
}

func encodeHealth(h app.Health, notes []app.PlaceNote) wire.VerifyAnswer {
	out := wire.VerifyAnswer{
		Format: wire.Format, Path: h.Path, OK: h.OK(), Problem: string(h.Kind), Text: h.Sentence, Advice: h.Advice,
		Studies: h.Studies, Sessions: h.Sessions, Mocks: h.Mocks, Notes: []wire.PlaceNote{},
	}
	for _, n := range notes {
		out.Notes = append(out.Notes, wire.PlaceNote{Kind: string(n.Kind), Text: n.Sentence, Advice: n.Advice})
	}
	return out
}

func undoCommand(opt *options) *cobra.Command {
	return stepCommand(opt, "undo", "Take the last action back", "Undone", func(ctx context.Context, m *app.Milepost) (string, error) { return m.Undo(ctx) })
}

func redoCommand(opt *options) *cobra.Command {
	return stepCommand(opt, "redo", "Do again what was undone", "Done again", func(ctx context.Context, m *app.Milepost) (string, error) { return m.Redo(ctx) })
}

func stepCommand(opt *options, use, short, told string, step func(context.Context, *app.Milepost) (string, error)) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return opt.withData(cmd.Context(), false, func(m *app.Milepost) error {
				name, err := step(cmd.Context(), m)
				if err != nil {
					return err
				}
				fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", told, name)
				return nil
			})
		},
	}
}

package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"milepost/app"
)

func verifyCommand(opt *options) *cobra.Command {
	return &cobra.Command{
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
			if !health.OK() {
				return fmt.Errorf("%s %s", health.Sentence, health.Advice)
			}
			fmt.Fprintln(cmd.OutOrStdout(), health.Sentence)
			if words := app.PlaceWarning(path); words != "" {
				fmt.Fprintln(cmd.OutOrStdout(), "Note: "+words)
			}
			return nil
		},
	}
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

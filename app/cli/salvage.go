package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
)

func salvageCommand(opt *options) *cobra.Command {
	var out string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "salvage FILE --out NEW", Short: "Save what can still be read in a damaged data file", Args: exactArg("the damaged data file"),
		Long: "Reads FILE page by page and writes what is left into the new data file NEW, through the usual rules. Nothing is written to FILE, and\n" +
			"nothing in it is run. Try `milepost restore` with a backup first: a sound backup holds more than a salvaged file.",
		Example: "  milepost salvage milepost.db --out saved.db\n  milepost --data milepost.db restore ./saved.db",
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "" || out == "" {
				return usagef("name the damaged FILE, and with --out the new one")
			}
			done, err := app.Salvage(cmd.Context(), args[0], out, opt.env.Now, nil)
			if err != nil {
				return err
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), encodeSalvage(done))
			}
			return printSalvage(cmd.OutOrStdout(), done)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "new data `FILE` to write")
	cmd.Flags().BoolVar(&asJSON, "json", false, "answer as JSON")
	return cmd
}

func printSalvage(w io.Writer, s app.Salvaged) error {
	t := newTable(w)
	t.row("WHAT", "FOUND", "TAKEN", "REFUSED", "LOST")
	for _, x := range s.Tables {
		if x.Found+x.Taken+x.Lost > 0 || x.Torn {
			torn := ""
			if x.Torn {
				torn = " (there may have been more)"
			}
			t.row(x.Words, fmt.Sprint(x.Found), fmt.Sprint(x.Taken), fmt.Sprint(x.Refused), fmt.Sprint(x.Lost)+torn)
		}
	}
	if err := t.flush(); err != nil {
		return err
	}
	for _, line := range s.Named {
		fmt.Fprintln(w, "  "+line)
	}
	fmt.Fprintln(w, app.SalvageWords(s))
	fmt.Fprintln(w, "Written to "+s.To+". The damaged file is as it was.")
	return nil
}

func encodeSalvage(s app.Salvaged) wire.SalvageAnswer {
	out := wire.SalvageAnswer{Format: wire.Format, From: s.From, To: s.To, Version: s.Version, LostActions: s.LostActions, Tables: []wire.SalvagedTable{}, Named: append([]string{}, s.Named...)}
	for _, t := range s.Tables {
		out.Tables = append(out.Tables, wire.SalvagedTable{
			Table: t.Table, Found: t.Found, Taken: t.Taken, Refused: t.Refused, Lost: t.Lost, Rebuilt: t.Rebuilt, Doubtful: t.Doubtful, MadeUp: t.StandIns, Torn: t.Torn,
		})
	}
	return out
}

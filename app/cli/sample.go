package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"milepost/app"
)

// sampleNamespace seeds the IDs of the sample, so that it is the same each time.
var sampleNamespace = uuid.MustParse("6f0b9a52-5a0c-4b0e-9d3f-0d1e2c3b4a59")

func sampleCommand(opt *options) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use: "sample", Short: "Write a data file with a sample study, to look around", Args: noArgs,
		Example: "  milepost sample --out sample.db && milepost --data sample.db",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				return usagef("--out is needed: the file to write")
			}
			if _, err := os.Lstat(out); err == nil {
				return fmt.Errorf("--out: %s exists already; choose another name, nothing was changed", out)
			} else if !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("--out: %w", err)
			}
			return opt.writeSample(cmd, out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "`FILE` to write")
	return cmd
}

func (o *options) writeSample(cmd *cobra.Command, out string) error {
	parts, err := o.parts()
	if err != nil {
		return err
	}
	seeded := app.New(parts)
	noon := seeded.Today().Time()
	parts.Now = func() time.Time { return noon }
	n := 0
	parts.NewID = func() string {
		n++
		return uuid.NewSHA1(sampleNamespace, fmt.Append(nil, n)).String()
	}
	return useFile(cmd.Context(), out, true, parts, func(m *app.Milepost) error {
		s, err := m.CreateSample(cmd.Context())
		if err != nil {
			return err
		}
		fmt.Fprintf(cmd.OutOrStdout(), "Wrote %s: %s, exam on %s. Open it with: milepost --data %s\n", out, s.Name, s.ExamDate, out)
		return nil
	})
}

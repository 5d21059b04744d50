package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"milepost/app"
	"milepost/app/wire"
	"milepost/planner"
	"milepost/planner/readiness"
)

// answerer turns one request into one answer.
type answerer func(m *app.Milepost, request []byte) (any, error)

func buildCommand(opt *options) *cobra.Command {
	return statelessCommand(opt, "build", "A study in, a plan out, as JSON; no data file is touched", func(m *app.Milepost, request []byte) (any, error) {
		in, err := wire.DecodeBuild(request, m)
		if err != nil {
			return nil, err
		}
		plan, err := app.BuildFrom(in)
		if err != nil {
			return nil, err
		}
		return wire.EncodePlan(plan, app.ShownInBuild(in, plan), in.Notices), nil
	})
}

func estimateCommand(opt *options) *cobra.Command {
	return statelessCommand(opt, "estimate", "Mocks in, readiness out, as JSON; no data file is touched", func(_ *app.Milepost, request []byte) (any, error) {
		in, err := wire.DecodeEstimate(request)
		if err != nil {
			return nil, err
		}
		est, err := readiness.Estimate(in)
		if err != nil {
			return nil, err
		}
		return wire.EncodeEstimate(est), nil
	})
}

func statelessCommand(opt *options, use, short string, answer answerer) *cobra.Command {
	var lines bool
	cmd := &cobra.Command{
		Use: use, Short: short, Args: noArgs,
		Example: fmt.Sprintf("  milepost %s < request.json\n  milepost %s --lines < requests.jsonl", use, use),
		RunE:    func(cmd *cobra.Command, _ []string) error { return opt.answerStateless(cmd, lines, answer) },
	}
	cmd.Flags().BoolVar(&lines, "lines", false, "one request a line in, one answer a line out, in order")
	return cmd
}

// answerStateless answers one request on standard input, or one a line.
func (o *options) answerStateless(cmd *cobra.Command, lines bool, answer answerer) error {
	return o.withoutData(func(m *app.Milepost) error {
		if lines {
			return answerLines(m, cmd.InOrStdin(), cmd.OutOrStdout(), answer)
		}
		request, err := readLimited(cmd.InOrStdin())
		if err != nil {
			return err
		}
		out, err := answer(m, request)
		if err != nil {
			return err
		}
		return printJSON(cmd.OutOrStdout(), out)
	})
}

func readLimited(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, wire.MaxInput+1))
	if err != nil {
		return nil, fmt.Errorf("read the request: %w", err)
	}
	if len(b) > wire.MaxInput {
		return nil, &planner.FieldError{Field: "request", Reason: fmt.Sprintf("larger than %d MiB", wire.MaxInput>>20)}
	}
	return b, nil
}

// lineError is the answer to a line that could not be answered.
type lineError struct {
	Error string `json:"error"`
	Field string `json:"field,omitempty"`
}

// answerLines answers each line with one line; a bad one is answered with its error and the others go on.
func answerLines(m *app.Milepost, r io.Reader, w io.Writer, answer answerer) error {
	in := bufio.NewReaderSize(r, 1<<16)
	out := bufio.NewWriter(w)
	for {
		line, readErr := readLine(in)
		if readErr != nil && !errors.Is(readErr, io.EOF) && !errors.Is(readErr, errLineTooLong) {
			return errors.Join(fmt.Errorf("read the requests: %w", readErr), out.Flush())
		}
		if errors.Is(readErr, io.EOF) && len(line) == 0 {
			return out.Flush()
		}
		if err := writeLine(out, answerLine(m, line, readErr, answer)); err != nil {
			return err
		}
		if in.Buffered() == 0 { // an interactive caller waits for its answer
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
}

func answerLine(m *app.Milepost, line []byte, readErr error, answer answerer) any {
	if errors.Is(readErr, errLineTooLong) {
		return lineError{Error: readErr.Error(), Field: "request"}
	}
	out, err := answer(m, bytes.TrimSpace(line))
	if err != nil {
		return lineError{Error: err.Error(), Field: planner.ErrorField(err)}
	}
	return out
}

func writeLine(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write an answer: %w", err)
	}
	return nil
}

var errLineTooLong = fmt.Errorf("the line is longer than %d MiB", wire.MaxInput>>20)

// readLine reads up to a line end, which it drops. A line over the limit is read to its end and answered with an error.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := in.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
		}
		if len(line) > wire.MaxInput {
			line, tooLong = nil, true
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && (err == nil || errors.Is(err, io.EOF)) {
			return nil, errLineTooLong
		}
		return bytes.TrimRight(line, "\r\n"), err
	}
}

package damage

import (
	"context"
	"fmt"
	"slices"
	"time"

	"milepost/data"
)

// rows is what a file holds, each thing as text, in order.
type rows []string

// rowsOf reads everything a data file gives out, as the program reads it.
func rowsOf(ctx context.Context, path string) (out rows, err error) {
	s, err := data.OpenReading(ctx, path, func() time.Time { return time.Unix(0, 0) })
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	defer func() {
		if closing := s.Close(); err == nil {
			err = closing
		}
	}()
	studies, err := s.Studies(ctx)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	for _, study := range studies {
		out = append(out, fmt.Sprintf("study %+v", study))
		for _, read := range []func(context.Context, string) ([]string, error){
			each(s.Sessions), each(s.Milestones), each(s.Mocks), each(s.Sources), each(s.Sittings), each(s.Forecasts), each(s.MockForecasts),
		} {
			lines, err := read(ctx, study.ID)
			if err != nil {
				return nil, fmt.Errorf("read %s: %w", path, err)
			}
			for _, line := range lines {
				out = append(out, study.ID+" "+line)
			}
		}
	}
	slices.Sort(out)
	return out, nil
}

// each turns a list into texts.
func each[T any](read func(context.Context, string) ([]T, error)) func(context.Context, string) ([]string, error) {
	return func(ctx context.Context, id string) (out []string, err error) {
		all, err := read(ctx, id)
		for _, x := range all {
			out = append(out, fmt.Sprintf("%T %+v", x, x))
		}
		return out, err
	}
}

func (r rows) count() int { return len(r) }

// without counts the rows that others lack.
func (r rows) without(others rows) (n int) {
	for _, x := range r {
		if _, found := slices.BinarySearch(others, x); !found {
			n++
		}
	}
	return n
}

package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"milepost/app"
	"milepost/planner"
)

// options are the flags every command shares.
type options struct {
	env   *Env
	data  string
	today string
}

// dataPath is the data file: the flag, else MILEPOST_DATA, else the default place.
func (o *options) dataPath() string {
	if o.data != "" {
		return o.data
	}
	if p := o.env.Getenv("MILEPOST_DATA"); p != "" {
		return p
	}
	return o.env.DefaultData
}

// todayFlag is the day set by --today or MILEPOST_TODAY; zero when neither is.
func (o *options) todayFlag() (planner.Date, error) {
	text, name := o.today, "--today"
	if text == "" {
		text, name = o.env.Getenv("MILEPOST_TODAY"), "MILEPOST_TODAY"
	}
	if text == "" {
		return planner.Date{}, nil
	}
	d, err := planner.ParseDate(text)
	if err != nil {
		return d, usagef("%s: %v", name, err)
	}
	return d, nil
}

// parts puts together what the application needs besides its data file.
func (o *options) parts() (app.Parts, error) {
	today, err := o.todayFlag()
	if err != nil {
		return app.Parts{}, err
	}
	catalogue, err := o.env.Catalogue()
	if err != nil {
		return app.Parts{}, err
	}
	return app.Parts{Catalogue: catalogue, Now: o.env.Now, NewID: o.env.NewID, Today: today}, nil
}

// withoutData runs fn on an application that has no data file.
func (o *options) withoutData(fn func(*app.Milepost) error) error {
	parts, err := o.parts()
	if err != nil {
		return err
	}
	return fn(app.New(parts))
}

// withData runs fn on the application over the data file, which must exist unless create is set.
func (o *options) withData(ctx context.Context, create bool, fn func(*app.Milepost) error) (err error) {
	parts, err := o.parts()
	if err != nil {
		return err
	}
	m, err := app.Open(ctx, o.dataPath(), create, parts)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.Close()) }()
	return fn(m)
}

// printJSON writes one JSON object, indented for people.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

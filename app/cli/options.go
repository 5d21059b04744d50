package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"milepost/app"
	"milepost/planner"
)

// options are the flags every command shares.
type options struct {
	env   *Env
	data  string
	today string
	// dataGiven says that --data was there, even if empty.
	dataGiven bool
	// reading says that the command changes nothing, so that it need not wait for a window to be closed.
	reading bool
}

// dataPath is the data file: the flag, else MILEPOST_DATA, else the default place. An empty flag is a variable a script forgot to
// set; to take it for the default place would change another file than was meant.
func (o *options) dataPath() (string, error) {
	if o.data != "" {
		return o.data, nil
	}
	if o.dataGiven {
		return "", usagef("--data is empty; name the data file, or leave the flag out")
	}
	if p := o.env.Getenv("MILEPOST_DATA"); p != "" {
		return p, nil
	}
	if o.env.DefaultData == "" {
		return "", usagef("there is no home folder (HOME) to keep the data file in; name one with --data FILE")
	}
	return o.env.DefaultData, nil
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

// isData tells whether a path leads to the data file.
func (o *options) isData(path string) bool {
	own, err := o.dataPath()
	if err != nil {
		return false
	}
	a, err := os.Stat(own)
	if err != nil {
		return false
	}
	b, err := os.Stat(path)
	return err == nil && os.SameFile(a, b)
}

// withOrWithoutData runs fn over the data file where there is one that can be read, and without where there is none: the catalogue is there anyhow.
func (o *options) withOrWithoutData(ctx context.Context, fn func(*app.Milepost) error) error {
	parts, err := o.parts()
	if err != nil {
		return err
	}
	path, err := o.dataPath()
	if err != nil {
		return err
	}
	m, err := app.OpenReading(ctx, path, parts)
	if err != nil {
		return fn(app.New(parts))
	}
	return errors.Join(fn(m), m.Close())
}

// withData runs fn on the application over the data file, which must exist unless create is set. A reading command gets what was
// saved last and cannot change it.
func (o *options) withData(ctx context.Context, create bool, fn func(*app.Milepost) error) error {
	parts, err := o.parts()
	if err != nil {
		return err
	}
	path, err := o.dataPath()
	if err != nil {
		return err
	}
	if o.reading {
		m, err := app.OpenReading(ctx, path, parts)
		if err != nil {
			return err
		}
		return errors.Join(fn(m), m.Close())
	}
	return useFile(ctx, path, create, parts, func(m *app.Milepost) error {
		if err := fn(m); err != nil {
			return err
		}
		o.backUpIfDue(ctx, m)
		return nil
	})
}

// backUpIfDue makes a backup of what a command has changed, at most one in half an hour. The command has done its work by then; that there is
// no backup is remarked upon and makes no failure of it.
func (o *options) backUpIfDue(ctx context.Context, m *app.Milepost) {
	made, err := m.BackupIfDue(ctx)
	if err = errors.Join(err, made.First, made.Second); err != nil {
		fmt.Fprintf(o.env.Stderr, "Note: it is done and saved, but not everything was backed up: %v.\n", err)
	}
}

// useFile opens a data file to work with it, and closes it again. A file that was made for fn goes again when fn fails: a command
// that could not do what it should leaves nothing.
func useFile(ctx context.Context, path string, create bool, parts app.Parts, fn func(*app.Milepost) error) error {
	m, err := app.Open(ctx, path, create, parts)
	if err != nil {
		return err
	}
	if err := fn(m); err != nil {
		return errors.Join(err, m.Abandon())
	}
	return m.Close()
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

package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"milepost/data"
)

// What front doors see of the place the data file lies in.
type (
	// Presence is how things stand with it while the file is open.
	Presence = data.Presence
	// Site is what kind of place it is: a disk of this computer, a network, a folder that some service synchronises.
	Site = data.Site
)

// Sighting is one look at the place of the data file.
type Sighting struct {
	Presence
	// Summoned says that another start asks for the window.
	Summoned bool

	store *data.Store
}

// LookJob prepares a look at the place of the data file. It may be run on any goroutine: on a disk that hangs, looking hangs.
func (m *Milepost) LookJob() func() Sighting {
	store := m.store
	return func() Sighting {
		return Sighting{Presence: store.Presence(), Summoned: store.Summoned(), store: store}
	}
}

// Unreachable is what is seen when a look does not come back.
func (m *Milepost) Unreachable() Sighting {
	return Sighting{Presence: Presence{Trouble: data.TroubleUnreachable, Path: m.store.Path()}, store: m.store}
}

// Counts tells whether a look was at the file that is still the open one. A restore between the two makes another of it.
func (m *Milepost) Counts(s Sighting) bool { return s.store == m.store }

// AnswerSummons tells the start that asks for the window that it is there.
func (m *Milepost) AnswerSummons() { m.store.AnswerSummons() }

// SaveProblem is an error of saving in the plain words of what is wrong and what to do, without what the system said of it; ok is false for
// other errors.
func SaveProblem(err error) (words string, ok bool) {
	for _, known := range []error{data.ErrFileGone, data.ErrFileReadOnly, data.ErrDiskFull, data.ErrDisk, data.ErrBusy} {
		if errors.Is(err, known) {
			return known.Error(), true
		}
	}
	return "", false
}

// PutBack makes the path lead to the data again after the file was deleted or moved ([Presence.CanPutBack]).
func (m *Milepost) PutBack(ctx context.Context) error {
	store, err := m.store.PutBack(ctx)
	if err := m.use(store, err); err != nil {
		return err
	}
	m.changes.publish(Change{Action: "Put the data file back"})
	return nil
}

// errBadSite refuses a place that is no better than the one the file is to be moved away from.
type errBadSite struct{ site Site }

func (e errBadSite) Error() string {
	return "that is no better: " + e.site.Sentence() + " Choose another folder."
}

// CheckMove refuses a place for the data file that people would be warned of.
func CheckMove(out string) error {
	if site := data.SiteOf(out); site.Kind != "" {
		return errBadSite{site}
	}
	return nil
}

// MoveTo writes a verified copy of everything to out and works on that from then on. The file of before stays as it is, with a note of
// where its data went, and is not open any more.
func (m *Milepost) MoveTo(ctx context.Context, out string) error {
	store, err := m.store.MoveTo(ctx, out)
	if err := m.use(store, err); err != nil {
		return err
	}
	m.changes.publish(Change{Action: "Move the data file"})
	return nil
}

// use goes on with a store, or says that there is none.
func (m *Milepost) use(store *data.Store, err error) error {
	if store == nil {
		return errors.Join(errors.New("the data file could not be opened again; close Milepost and start it anew"), err)
	}
	m.store = store
	return err
}

// MovedTo is where this file's data went when it was moved; "" when it was not.
func (m *Milepost) MovedTo(ctx context.Context) (string, error) {
	return m.store.Setting(ctx, data.SettingMovedTo)
}

// SuggestCopy is a path for a copy of the data file: in the person's documents or home, under a name that is not taken. It says what and
// of when the copy is, unless the file is to be moved there.
func (m *Milepost) SuggestCopy(home string, moving bool) string {
	dir := home
	if documents := filepath.Join(home, "Documents"); isFolder(documents) {
		dir = documents
	}
	name := filepath.Base(m.store.Path())
	ext := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	if !moving {
		stem += "-copy-" + m.Today().String()
	}
	path := filepath.Join(dir, stem+ext)
	for n := 2; exists(path) && n < 1000; n++ {
		path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", stem, n, ext))
	}
	return path
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// settingSiteRead remembers which warning about the place of the data file was read. It belongs to this computer.
const settingSiteRead = "local.place-read"

// Warning is what people should know of the place their file lies in and have not been told yet.
type Warning struct {
	Sentence, Advice string
	// Movable says that moving the file elsewhere helps.
	Movable bool

	key string
}

// SiteJob prepares a look at what kind of place the data file lies in. It may be run on any goroutine.
func (m *Milepost) SiteJob() func() Site { return m.store.Site }

// PlaceWarning is the warning that is to be shown about a place; ok is false when there is none or it was read.
func (m *Milepost) PlaceWarning(ctx context.Context, site Site) (w Warning, ok bool, err error) {
	read, err := m.store.Setting(ctx, settingSiteRead)
	if err != nil {
		return w, false, err
	}
	moved, err := m.MovedTo(ctx)
	if err != nil {
		return w, false, err
	}
	if moved != "" {
		w = Warning{
			Sentence: "This data file is an old one: its data was moved to " + moved + ".",
			Advice:   "Start Milepost with that file (milepost --data FILE), and delete this one when you do not need it any more. What you enter here does not reach the other.",
			key:      "moved:" + moved,
		}
		return w, w.key != read, nil
	}
	w = Warning{Sentence: "The data file " + site.Sentence(), Advice: site.Advice(), Movable: true, key: string(site.Kind) + ":" + site.Name + ":" + site.Path}
	return w, site.Kind != "" && w.key != read, nil
}

// KeepPlace remembers that a warning was read and the file is to stay.
func (m *Milepost) KeepPlace(ctx context.Context, w Warning) error {
	return m.do(ctx, "Keep the data file where it is", func(tx *data.Tx) error { return tx.SetSetting(settingSiteRead, w.key) })
}

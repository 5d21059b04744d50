package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"milepost/app/lang"
	"milepost/data"
)

// PlaceNote is something people should know of the place their data file lies in. It is no fault of the file.
type PlaceNote struct {
	Kind     NoteKind
	Sentence string
	Advice   string

	key string // tells it from a note of the same kind about another place
}

// NoteKind says what a note is about.
type NoteKind string

// What notes are about.
const (
	NoteMoved   NoteKind = "moved"   // the data went elsewhere; this is the file of before
	NoteNetwork NoteKind = "network" // it lies on another computer
	NoteCloud   NoteKind = "cloud"   // a service synchronises its folder
	NoteRights  NoteKind = "rights"  // other people of this computer may read it
)

// Place is what was seen of the place a data file lies in.
type Place struct {
	site   data.Site
	others bool
}

// PlaceJob prepares a look at the place the data file lies in. It may be run on any goroutine.
func (m *Milepost) PlaceJob() func() Place {
	store := m.store
	return func() Place { return Place{site: store.Site(), others: store.OthersMayRead()} }
}

// notes says what there is to know, the most important first.
func (p Place) notes(path, movedTo string) (out []PlaceNote) {
	if movedTo != "" {
		out = append(out, PlaceNote{
			Kind: NoteMoved, key: movedTo,
			Sentence: lang.T("The data file %s is an old one: its data was moved to %s.", path, movedTo),
			Advice:   lang.T("Start Milepost with that file (milepost --data FILE), and delete this one when you do not need it any more. What you enter here does not reach the other."),
		})
	}
	if p.site.Kind != "" {
		out = append(out, PlaceNote{
			Kind: NoteKind(p.site.Kind), key: p.site.Name + " " + path,
			Sentence: lang.T("The data file %s", p.site.Sentence()), Advice: p.site.Advice(),
		})
	}
	if p.others {
		out = append(out, PlaceNote{
			Kind: NoteRights, key: path,
			Sentence: lang.T("Other people of this computer may read the data file %s.", path),
			Advice:   lang.T("Milepost makes its files for their owner alone; this one came with wider rights."),
		})
	}
	return out
}

// PlaceNotes lists what people should know of the place of the data file at path.
func PlaceNotes(ctx context.Context, path string, p Parts) []PlaceNote {
	place := Place{site: data.SiteOf(path), others: data.OthersMayRead(path)}
	movedTo := ""
	if m, err := OpenReading(ctx, path, p); err == nil { // a file that cannot be opened has no note
		movedTo, _ = m.store.Setting(ctx, data.SettingMovedTo)
		_ = m.Close() // it was only read
	}
	return place.notes(place.site.Path, movedTo)
}

// settingNotesRead remembers which notes were read, one a line. It belongs to this computer.
const settingNotesRead = "local.place-read"

// UnreadNotes lists what people should know of the place and have not been told yet.
func (m *Milepost) UnreadNotes(ctx context.Context, p Place) ([]PlaceNote, error) {
	read, err := m.store.Setting(ctx, settingNotesRead)
	if err != nil {
		return nil, err
	}
	movedTo, err := m.store.Setting(ctx, data.SettingMovedTo)
	if err != nil {
		return nil, err
	}
	known := strings.Split(read, "\n")
	return slices.DeleteFunc(p.notes(m.DataPath(), movedTo), func(n PlaceNote) bool { return slices.Contains(known, n.line()) }), nil
}

// line is how a note is remembered: short, however long the path is.
func (n PlaceNote) line() string {
	sum := sha256.Sum256([]byte(n.key))
	return string(n.Kind) + " " + hex.EncodeToString(sum[:8])
}

// notesKept is how many notes are remembered: there is no end of places a file can be moved between.
const notesKept = 10

// NoteRead remembers that a note was read and things are to stay as they are.
func (m *Milepost) NoteRead(ctx context.Context, n PlaceNote) error {
	read, err := m.store.Setting(ctx, settingNotesRead)
	if err != nil {
		return err
	}
	lines := append(strings.Split(read, "\n"), n.line())
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	lines = lines[max(len(lines)-notesKept, 0):]
	return m.do(ctx, "Keep the data file as it is", func(tx *data.Tx) error { return tx.SetSetting(settingNotesRead, strings.Join(lines, "\n")) })
}

// MakePrivate takes the rights to the data file from everybody but its owner.
func (m *Milepost) MakePrivate() error { return m.store.MakePrivate() }

// badSite refuses a place that is no better than the one the file is to be moved away from.
type badSite struct{ site data.Site }

func (e badSite) Error() string {
	return lang.T("that is no better: %s Choose another folder.", e.site.Sentence())
}

// CheckMove refuses a place for the data file that people would be warned of.
func CheckMove(out string) error {
	if site := data.SiteOf(out); site.Kind != "" {
		return badSite{site}
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

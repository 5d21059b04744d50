package gui

import (
	"context"
	"log/slog"
	"time"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// placeKeeper watches the place the data file lies in while the window is open: whether the file is still there and can be saved to, and
// whether another start asks for the window. It looks once a second at names alone, which costs some microseconds and, unlike the
// system's own notices of changes, needs no watch on a folder that may vanish and works on every disk. A disk may hang, so it looks in
// the background, and what is not back after some seconds is told too.
type placeKeeper struct {
	host     placeHost
	milepost *app.Milepost
	banner   *widgets.Banner
	cancel   func()

	looking int // ticks since the look that is under way began; 0: none is
	seen    app.Presence
	notes   []app.PlaceNote // about the kind of place, not read yet
	safe    string          // where a copy was saved since the trouble began
}

// placeHost is what the keeper needs of the window.
type placeHost interface {
	Run(key string, work func(context.Context) error, done func(error))
	After(d time.Duration, f func()) (cancel func())
	Say(text string)
	Fail(what string, err error)
	// ComeForward brings the window to the front, as far as the desktop lets it.
	ComeForward()
	// BackUpNow makes a backup of what the open file still holds.
	BackUpNow()
	// AskForCopy asks where a copy goes.
	AskForCopy(moving bool)
}

const (
	placeTick = time.Second
	// hangs is after how many ticks a look that does not come back means that the place cannot be reached.
	hangs = 5
)

func newPlaceKeeper(host placeHost, m *app.Milepost) *placeKeeper {
	return &placeKeeper{host: host, milepost: m, banner: widgets.NewBanner()}
}

// start begins to watch. A summons that was left behind by a start of before is nobody's any more: this window is just being shown.
func (k *placeKeeper) start() {
	k.milepost.AnswerSummons()
	k.judge()
	k.wait()
}

func (k *placeKeeper) wait() {
	k.cancel = k.host.After(placeTick, func() {
		k.look()
		k.wait()
	})
}

func (k *placeKeeper) stop() {
	if k.cancel != nil {
		k.cancel()
	}
}

// judge finds out whether the kind of place is one to speak of.
func (k *placeKeeper) judge() {
	job := k.milepost.PlaceJob()
	var place app.Place
	k.host.Run("kind of place", func(context.Context) error { place = job(); return nil }, func(error) { k.judged(place) })
}

func (k *placeKeeper) judged(place app.Place) {
	notes, err := k.milepost.UnreadNotes(context.Background(), place)
	if err != nil {
		slog.Error("whether a note was read is not known", logged(err))
	}
	k.notes = notes
	k.show()
}

// look looks once, unless the look before has not come back yet.
func (k *placeKeeper) look() {
	if k.looking > 0 {
		if k.looking++; k.looking == hangs {
			k.saw(k.milepost.Unreachable())
		}
		return
	}
	k.looking = 1
	job := k.milepost.LookJob()
	var s app.Sighting
	k.host.Run("look at the place of the data file", func(context.Context) error { s = job(); return nil }, func(error) {
		k.looking = 0
		k.saw(s)
	})
}

func (k *placeKeeper) saw(s app.Sighting) {
	if !k.milepost.Counts(s) {
		return // of a file that is not open any more
	}
	if s.Summoned {
		k.host.ComeForward()
		k.milepost.AnswerSummons()
		k.host.Say(lang.T("Milepost was open already: this is its window."))
	}
	k.sees(s.Presence)
}

// sees tells people what has become of the file since it was seen last.
func (k *placeKeeper) sees(p app.Presence) {
	before := k.seen
	k.seen = p
	if before.Trouble == p.Trouble && before.Sentence() == p.Sentence() {
		return
	}
	if before.Trouble != p.Trouble {
		slog.Info("the place of the data file has changed", "trouble", string(p.Trouble)) // not its path, which may name somebody
		k.safe = ""
		if p.StopsSaving() {
			k.host.BackUpNow()
		}
		if before.StopsSaving() && !p.StopsSaving() {
			k.host.Say(lang.T("The data file is in its place again. Saving goes on."))
		}
	}
	k.show()
}

// saved is told that something was stored just now: what stopped saving is over, and closing the window need not wait for the next look.
func (k *placeKeeper) saved() {
	if k.seen.StopsSaving() {
		k.sees(app.Presence{})
	}
}

func (k *placeKeeper) stopsSaving() bool { return k.seen.StopsSaving() }

// AtRisk tells whether closing now could lose what only the open file still holds.
func (k *placeKeeper) AtRisk() bool { return k.seen.StopsSaving() && k.safe == "" }

// copied is told that a copy of everything was saved.
func (k *placeKeeper) copied(path string) {
	k.safe = path
	k.show()
}

// moved is told that another file is the open one.
func (k *placeKeeper) moved() {
	k.seen, k.safe = app.Presence{}, ""
	k.judge()
}

// show lets the banner say the worst there is to say.
func (k *placeKeeper) show() {
	switch {
	case k.seen.Trouble != "":
		k.banner.Set(k.trouble())
	case len(k.notes) > 0:
		k.banner.Set(k.note(k.notes[0]))
	default:
		k.banner.Clear()
	}
}

func (k *placeKeeper) trouble() widgets.BannerSpec {
	spec := widgets.BannerSpec{Title: lang.Said(k.seen.Sentence()), Text: lang.Said(k.seen.Advice()), Color: look.ColorBad}
	if !k.seen.StopsSaving() {
		spec.Color = look.ColorCaution
	}
	if k.safe != "" {
		spec.Text += lang.T(" A checked copy of everything is at %s.", k.safe)
	}
	save := widgets.NewButton(lang.T("Save a copy…"), func() { k.host.AskForCopy(false) })
	if k.seen.CanPutBack() {
		spec.Actions = append(spec.Actions, widgets.NewPrimaryButton(lang.T("Put it back"), k.onPutBack))
	} else if k.seen.StopsSaving() {
		save.Kind = widgets.ButtonPrimary
	}
	spec.Actions = append(spec.Actions, save)
	return spec
}

func (k *placeKeeper) note(n app.PlaceNote) widgets.BannerSpec {
	spec := widgets.BannerSpec{Title: lang.Said(n.Sentence), Text: lang.Said(n.Advice), Color: look.ColorCaution}
	keep := lang.T("Keep it here")
	switch n.Kind {
	case app.NoteNetwork, app.NoteCloud:
		spec.Actions = append(spec.Actions, widgets.NewPrimaryButton(lang.T("Move the file…"), func() { k.host.AskForCopy(true) }))
	case app.NoteRights:
		spec.Actions = append(spec.Actions, widgets.NewPrimaryButton(lang.T("Make it private"), k.onMakePrivate))
		keep = lang.T("Leave it so")
	case app.NoteMoved:
		keep = lang.T("Work with this one")
	}
	spec.Actions = append(spec.Actions, widgets.NewButton(keep, k.onKeep))
	return spec
}

func (k *placeKeeper) onKeep() {
	if err := k.milepost.NoteRead(context.Background(), k.notes[0]); err != nil {
		k.host.Fail(lang.T("The choice could not be kept"), err)
		return
	}
	k.notes = k.notes[1:]
	k.show()
}

func (k *placeKeeper) onMakePrivate() {
	if err := k.milepost.MakePrivate(); err != nil {
		k.host.Fail(lang.T("The data file could not be made private"), err)
		return
	}
	k.judge()
}

func (k *placeKeeper) onPutBack() {
	if err := k.milepost.PutBack(context.Background()); err != nil {
		k.host.Fail(lang.T("The data file could not be put back"), err)
		return
	}
	k.look()
}

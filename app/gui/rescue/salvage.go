package rescue

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// salvageCard looks what can still be read in the damaged file, shows it, and takes it into use when told to.
type salvageCard struct {
	screen  *Screen
	card    *widgets.Card
	look    *widgets.Button
	cancel  *widgets.Button
	bar     *widgets.ProgressBar
	told    *fyne.Container // what was saved
	use     *widgets.Button
	saved   *app.Salvaged // nil until something was
	stopped context.CancelFunc
}

func newSalvageCard(s *Screen) *salvageCard {
	c := &salvageCard{screen: s, bar: widgets.NewLabelledBar(lang.T("Reading"), "", look.ColorAccentText, 0), told: widgets.NewColumn(look.SpaceTight)}
	c.look = widgets.NewButton(lang.T("See what can be saved"), c.onLook)
	c.cancel = widgets.NewButton(lang.T("Cancel"), c.onCancel)
	c.use = widgets.NewPrimaryButton(lang.T("Go on with what was saved"), c.onUse)
	s.offers(c.look)
	c.card = widgets.NewCard(lang.T("Save what can still be read"), widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(lang.T("Milepost reads the damaged file page by page and writes what is left to a new one. You see how much that is before anything takes the file's place."), widgets.StyleMuted),
		c.bar, c.told, widgets.NewFlow(look.Space, c.look, c.cancel, c.use)))
	c.show(false)
	return c
}

// show shows the parts that belong to the state: idle, reading, or read.
func (c *salvageCard) show(reading bool) {
	c.bar.Hidden, c.cancel.Hidden = !reading, !reading
	c.look.Hidden, c.use.Hidden = reading || c.saved != nil, reading || c.saved == nil
	c.told.Hidden = len(c.told.Objects) == 0
	c.card.Refresh()
	if c.screen.content != nil {
		c.screen.content.Refresh()
	}
}

func (c *salvageCard) onLook() {
	s := c.screen
	s.Tell("")
	c.bar.Set("", 0)
	c.show(true)
	s.host.Window().Canvas().Focus(c.cancel)
	var saved app.Salvaged
	stop, cancel := context.WithCancel(context.Background())
	c.stopped = cancel
	s.host.Run("salvage", func(ctx context.Context) (err error) {
		ctx, both := context.WithCancel(ctx)
		defer both()
		defer context.AfterFunc(stop, both)()
		saved, err = s.model.SalvageBeside(ctx, s.trouble.Path, c.progress)
		return err
	}, func(err error) {
		cancel()
		if err == nil {
			c.saved = &saved
			c.tell(saved)
		} else if !errors.Is(err, context.Canceled) {
			s.Tell(lang.T("Nothing could be saved. %s", kit.Plain(err).Error()))
		}
		c.show(false)
		if c.saved != nil {
			s.host.Window().Canvas().Focus(c.use)
		} else {
			s.host.Window().Canvas().Focus(c.look)
		}
	})
}

// progress is called from the goroutine that reads.
func (c *salvageCard) progress(done, total int) {
	c.screen.host.Do(func() {
		if total > 0 {
			share := float64(done) / float64(total)
			c.bar.Set(phrase.Share(share), share)
		}
	})
}

func (c *salvageCard) onCancel() {
	if c.stopped != nil {
		c.stopped()
	}
}

// tell lists what was saved of each kind.
func (c *salvageCard) tell(s app.Salvaged) {
	c.told.Objects = c.told.Objects[:0:0]
	c.told.Add(widgets.NewParagraph(app.SalvageWords(s), widgets.StyleBody))
	for _, t := range s.Tables {
		if !worthTelling[t.Table] || t.Found+t.Taken == 0 && !t.Torn {
			continue
		}
		share := 1.0
		if all := t.Taken + t.Refused + t.Lost; all > 0 {
			share = float64(t.Taken) / float64(all)
		}
		value := lang.N(t.Taken, "%d saved", "%d saved", t.Taken)
		if n := t.Refused + t.Lost; n > 0 {
			value += ", " + lang.N(n, "%d not", "%d not", n)
		}
		color := look.ColorGood
		if t.Torn || share < 1 {
			color = look.ColorCaution
		}
		c.told.Add(widgets.NewLabelledBar(lang.Capital(lang.Said(t.Words)), value, color, share))
	}
}

// worthTelling are the tables people know.
var worthTelling = map[string]bool{"study": true, "study_domain": true, "session": true, "mock": true, "sitting": true, "milestone": true, "forecast": true}

// onUse puts what was saved in the place of the damaged file, which gets another name.
func (c *salvageCard) onUse() {
	s := c.screen
	if c.saved == nil {
		return
	}
	saved := *c.saved
	s.host.Run("restore", func(ctx context.Context) error {
		_, err := s.model.UseSalvaged(ctx, s.trouble.Path, saved)
		return err
	}, func(err error) {
		if err != nil {
			s.Tell(lang.T("What was saved could not take the file's place. %s", kit.Plain(err).Error()))
			return
		}
		c.saved = nil
		s.host.OpenFile(s.trouble.Path, false)
	})
}

// drop removes what was saved and not wanted. The damaged file is still there to be read again.
func (c *salvageCard) drop() {
	c.onCancel()
	if c.saved != nil {
		_ = c.screen.model.DropSalvaged(*c.saved) // a copy that cannot be removed does no harm
		c.saved = nil
	}
}

package reports

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"milepost/app"
	"milepost/app/gui/files"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// CalendarModel is what the card of the calendar asks of the application.
type CalendarModel interface {
	CalendarChoices(ctx context.Context) (app.CalendarChoices, error)
	KeepCalendarChoices(ctx context.Context, c app.CalendarChoices) error
	Calendar(ctx context.Context, o app.CalendarOptions) (func(io.Writer) error, error)
}

// alarms are the reminders that are offered, in minutes.
var alarms = []int{0, 5, 10, 30, 60}

// calendarCard takes the plan to a calendar, once or whenever it changes.
type calendarCard struct {
	page   *Page
	card   *widgets.Card
	alarm  *widgets.SelectField
	kept   *widgets.Paragraph // which file is kept up to date
	stop   *widgets.Button
	chosen app.CalendarChoices
}

func newCalendarCard(p *Page) *calendarCard {
	c := &calendarCard{page: p, kept: widgets.NewParagraph("", widgets.StyleBody)}
	names := []string{lang.T("No reminder")}
	for _, minutes := range alarms[1:] {
		names = append(names, lang.T("%s before", phrase.Duration(minutes)))
	}
	c.alarm = widgets.NewSelectField(lang.T("Choose a reminder"), names, c.onAlarm)
	c.stop = widgets.NewButton(lang.T("Keep it no longer"), c.onStop)
	c.card = widgets.NewCard(lang.T("Calendar"), widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(lang.T("The plan for your calendar program: sessions, milestones and the exam. Give it a calendar of its own there: a later file moves what has moved, but takes nothing out."), widgets.StyleMuted),
		widgets.NewField(lang.T("Reminder of sessions with a time"), c.alarm),
		c.kept,
		widgets.NewFlow(look.Space, widgets.NewButton(lang.T("Save calendar…"), c.onSave), c.stop),
	))
	return c
}

func (c *calendarCard) show() {
	chosen, err := c.page.model.CalendarChoices(context.Background())
	if err != nil {
		c.page.shell.Fail(lang.T("The choices of the calendar could not be read"), err)
	}
	c.chosen = chosen
	c.alarm.SetSelected(slices.Index(alarms, chosen.AlarmMinutes))
	c.kept.Hidden, c.stop.Hidden = chosen.Path == "", chosen.Path == ""
	c.kept.SetText(lang.T("Kept up to date: %s", chosen.Path))
	c.card.Refresh()
}

func (c *calendarCard) keep(chosen app.CalendarChoices) {
	if err := c.page.model.KeepCalendarChoices(context.Background(), chosen); err != nil {
		c.page.shell.Fail(lang.T("The choice could not be kept"), err)
	}
	c.show()
	c.page.desktop.CalendarChanged()
}

func (c *calendarCard) onAlarm(i int) {
	chosen := c.chosen
	chosen.AlarmMinutes = alarms[i]
	c.keep(chosen)
}

func (c *calendarCard) onStop() {
	chosen := c.chosen
	chosen.Path = ""
	c.keep(chosen)
}

// onSave asks where the file goes, and whether it is kept up to date there.
func (c *calendarCard) onSave() {
	file := files.NewPathEntry(filepath.Join(c.page.startFolder(), lang.T("Study plan")+".ics"), nil)
	if c.chosen.Path != "" {
		file = files.NewPathEntry(c.chosen.Path, nil)
	}
	keep := widgets.NewCheck(lang.T("Write it anew when the plan changes"), nil)
	keep.SetOn(c.chosen.Path != "")
	replace := widgets.NewCheck(lang.T("Replace an earlier file of that name"), nil)
	replace.SetOn(c.chosen.Path != "")
	fresh := widgets.NewCheck(lang.T("As a fresh copy"), nil)
	why := widgets.NewParagraph(lang.T("Some calendars refuse what was once deleted from them. They take a fresh copy."), widgets.StyleMuted)
	choose := widgets.NewButton(lang.T("Choose a folder…"), func() {
		files.Folder(c.page.shell.Window(), files.Ask{
			Start: filepath.Dir(file.Text), Chosen: func(folder string) { file.SetText(filepath.Join(folder, filepath.Base(file.Text))) },
			Failed: func(err error) { c.page.shell.Fail(lang.T("The folder could not be opened"), err) },
		})
	})
	widgets.ShowDialog(c.page.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Save the plan as a calendar"), Confirm: lang.T("Save"), First: file, Width: 600 * float32(c.page.shell.TextScale()),
		Content: widgets.NewColumn(look.SpaceCard, widgets.NewField(lang.T("File"), file), widgets.NewFlow(look.Space, choose), keep, replace, fresh, why),
		OnConfirm: func() error {
			chosen := c.chosen
			if fresh.On {
				chosen.Fresh++
			}
			path := strings.TrimSpace(file.Text)
			chosen.Path = ""
			if keep.On {
				chosen.Path = path
			}
			return c.saveAs(path, replace.On, chosen)
		},
	})
}

func (c *calendarCard) saveAs(path string, replace bool, chosen app.CalendarChoices) error {
	if !filepath.IsAbs(path) {
		return kit.Plain(&planner.FieldError{Field: "out", Reason: lang.T("write the whole path of the file, with its folders")})
	}
	write, err := c.page.model.Calendar(context.Background(), chosen.Options())
	var file bytes.Buffer
	if err == nil {
		err = write(&file)
	}
	if err == nil {
		err = c.page.model.WriteFile(path, replace, func(w io.Writer) error {
			_, err := w.Write(file.Bytes())
			return err
		})
	}
	if err != nil {
		return kit.Plain(err)
	}
	c.keep(chosen)
	c.page.shell.Say(lang.T("Saved %s", filepath.Base(path)))
	return nil
}

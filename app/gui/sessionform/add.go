package sessionform

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// Logger adds sessions by hand.
type Logger interface {
	LogSession(ctx context.Context, s planner.Session) (planner.Session, error)
}

// AddSpec says to which study and day a session is added.
type AddSpec struct {
	Study planner.Study
	Today planner.Date
	Day   planner.Date
	// ChooseDay asks for the day too, starting with Day: for logging what was studied before.
	ChooseDay bool
}

// Add asks what was or will be studied. A session of today or before counts as done, a later one is planned and pinned.
func Add(shell kit.Shell, m Logger, spec AddSpec) {
	f := newAddForm(spec)
	title, hint := lang.T("Add a session on %s", phrase.WeekdayDay(spec.Day)), lang.T("It is pinned: planning again leaves it where it is.")
	if !spec.Day.After(spec.Today) {
		title, hint = lang.T("Log a session of %s", phrase.WeekdayDay(spec.Day)), lang.T("It counts as done.")
	}
	if spec.ChooseDay {
		title = lang.T("Log a session")
	}
	widgets.ShowDialog(shell.Window(), widgets.DialogSpec{
		Title: title, Confirm: lang.T("Add"), First: f.domain, Content: f.content(hint),
		OnConfirm: func() error {
			session, err := f.session()
			if err != nil {
				return kit.Plain(err)
			}
			saved, err := m.LogSession(context.Background(), session)
			if err != nil {
				return kit.Plain(err)
			}
			shell.SayUndoable(lang.T("Added: %s on %s", phrase.Duration(saved.Minutes), phrase.WeekdayDay(saved.Date)))
			return nil
		},
	})
}

// addForm asks what a new session is.
type addForm struct {
	spec             AddSpec
	day              *widgets.DateField
	domain, activity *widgets.SelectField
	minutes          *widgets.NumberEntry
	note             *widgets.Entry
}

func newAddForm(spec AddSpec) *addForm {
	domains := []string{lang.T("All domains")}
	for i, d := range spec.Study.Domains {
		domains = append(domains, fmt.Sprintf("D%d %s", i+1, d.Name))
	}
	activities := make([]string, 0, len(planner.Activities))
	for _, a := range planner.Activities {
		activities = append(activities, phrase.Activity(a))
	}
	f := &addForm{
		spec:     spec,
		day:      widgets.NewDateField(widgets.DateSpec{Today: spec.Today, Max: spec.Today}, nil),
		domain:   widgets.NewSelectField(lang.T("Choose a domain"), domains, nil),
		activity: widgets.NewSelectField(lang.T("Choose an activity"), activities, nil),
		minutes:  widgets.NewNumberEntry("45", widgets.NumberSpec{Min: 1, Max: app.MaxLoggedMinutes, Step: 5}, nil),
		note:     widgets.NewEntry("", nil),
	}
	f.day.SetDate(spec.Day)
	f.domain.SetSelected(min(1, len(domains)-1))
	f.activity.SetSelected(1) // practice questions: what is added most
	f.minutes.LoadValue(spec.Study.SessionMinutes)
	return f
}

func (f *addForm) content(hint string) *fyne.Container {
	fields := []fyne.CanvasObject{
		widgets.NewParagraph(hint, widgets.StyleMuted),
		widgets.NewField(lang.T("Domain"), f.domain),
		widgets.NewWeightedColumns(look.SpaceCard, []float32{2, 1}, widgets.NewField(lang.T("Activity"), f.activity), widgets.NewField(lang.T("Minutes"), f.minutes)),
		widgets.NewField(lang.T("Note (may stay empty)"), f.note),
	}
	if f.spec.ChooseDay {
		fields = append(fields, widgets.NewField(lang.T("Day"), f.day))
	}
	return widgets.NewColumn(look.SpaceCard, fields...)
}

// session is what was asked for; the error says what is missing.
func (f *addForm) session() (planner.Session, error) {
	minutes, ok := f.minutes.Value()
	if !ok {
		return planner.Session{}, &planner.FieldError{Field: "minutes", Reason: lang.T("a session has 1 to %d minutes", app.MaxLoggedMinutes)}
	}
	s := planner.Session{Date: f.spec.Day, Minutes: minutes, Activity: planner.Activities[max(f.activity.Selected(), 0)], Note: f.note.Text}
	if f.spec.ChooseDay {
		day, err := f.day.Read()
		if err != nil {
			return s, err
		}
		s.Date = day
	}
	if i := f.domain.Selected(); i > 0 {
		s.Domain = f.spec.Study.Domains[i-1].ID
	}
	return s, nil
}

package plan

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// begin says when the days of the open study begin.
func begin(t *testing.T, m *app.Milepost, at planner.TimeOfDay) {
	t.Helper()
	s, err := m.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Availability.Start {
		s.Availability.Start[i] = at
	}
	if err := m.UpdateStudy(t.Context(), s); err != nil {
		t.Fatal(err)
	}
}

func TestTheDayShowsTimeAndMethod(t *testing.T) {
	m := stage.Sample(t)
	begin(t, m, 0)
	w, p, _ := open(t, m)
	w.WantText("Read")
	w.WantNoText("19:00")
	begin(t, m, planner.TimeAt(1140))
	w.WantText("19:00 · Read")
	for _, s := range p.view.Sessions {
		if s.Method == planner.CaseStudy && s.Status == planner.Planned {
			p.chooseDay(s.Date)
			w.Settle()
			w.WantText(s.Start.String() + " · Case study in a group")
			return
		}
	}
	t.Error("the sample holds no case study")
}

func titles(columns []widgets.Column) (out string) {
	for _, c := range columns {
		out += c.Title + " "
	}
	return out
}

func TestTheListHasTimesWhenThereAreAny(t *testing.T) {
	m := stage.Sample(t)
	begin(t, m, 0)
	w, p, _ := open(t, m)
	p.views.SetSelected(asList)
	p.showView()
	w.Settle()
	if got := titles(p.list.table.Columns); got != "Day Session Time Activity Status " {
		t.Errorf("columns are %s", got)
	}
	begin(t, m, planner.TimeAt(1140))
	w.Settle()
	if got := titles(p.list.table.Columns); got != "Day Start Session Time Activity Status " {
		t.Errorf("with times the columns are %s", got)
	}
	for _, row := range p.list.table.Rows() {
		if s := row.Data.(app.SessionView); row.Cells[1].Text != s.Start.String() || len(row.Cells) != 6 {
			t.Fatalf("the row of %+v is %+v", s.Session, row.Cells)
		}
	}
	begin(t, m, 0)
	w.Settle()
	if got := titles(p.list.table.Columns); got != "Day Session Time Activity Status " {
		t.Errorf("without again the columns are %s", got)
	}
}

// A list sorted by a column that a narrow window leaves out goes back to its days.
func TestANarrowListIsNotSortedByWhatHasGone(t *testing.T) {
	m := stage.Sample(t)
	w, p, _ := open(t, m)
	p.views.SetSelected(asList)
	p.showView()
	w.Settle()
	p.list.table.SortBy(4, false)
	w.Resize(fyne.NewSize(430, 800))
	w.Settle()
	p.Reload()
	if by, _ := p.list.table.Sorted(); by != 0 || len(p.list.table.Columns) > 4 {
		t.Errorf("sorted by %d of %d columns", by, len(p.list.table.Columns))
	}
}

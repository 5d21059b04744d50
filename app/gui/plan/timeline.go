package plan

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/figures"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/charts"
	"milepost/planner"
)

// timeline shows the whole way to the exam: a lane for each domain, week by week, with phases and milestones.
type timeline struct {
	shell    kit.Shell
	content  *fyne.Container
	chart    *widgets.ChartView
	words    *widgets.Paragraph
	onChosen func(planner.Date)

	data    charts.TimelineData
	plot    *charts.TimelinePlot
	scale   float64
	version int
	week    int // the keyboard is on
	today   planner.Date
	study   string
}

func newTimeline(shell kit.Shell, onChosen func(planner.Date)) *timeline {
	t := &timeline{shell: shell, onChosen: onChosen, words: widgets.NewParagraph("", widgets.StyleCaption), scale: 1}
	t.chart = widgets.NewChartView(fyne.NewSize(240, 200), t.draw)
	t.chart.OnHover = func(x, _ float32) { t.hover(x) }
	t.chart.OnLeave = t.chart.HideReadout
	t.chart.OnTapped = func(x, _ float32) {
		if week, _, ok := t.at(x); ok {
			t.choose(week)
		}
	}
	t.chart.OnKey = t.onKey
	t.content = widgets.NewFillColumn(look.Space, widgets.NewCard("", widgets.NewFillColumn(look.Space, t.words, t.chart)))
	return t
}

// show brings the timeline up to date.
func (t *timeline) show(v app.PlanView) {
	if v.Study.ID == "" {
		return // nothing has been read yet
	}
	t.data = timelineData(v)
	t.chart.Alternative = t.data.Summary()
	t.chart.SetLeast(fyne.NewSize(240, float32(charts.LeastHeight(len(t.data.Lanes), t.shell.TextScale()))))
	t.words.SetText(lang.T("Pale is planned, full is done; a bar as high as its lane is the fullest week. Point at a week, or go through the weeks with the arrow keys; Enter opens it."))
	if t.study != v.Study.ID || t.today != v.Today {
		t.study, t.today = v.Study.ID, v.Today
		t.week = t.data.First.DaysUntil(v.Today) / 7
	}
	t.version++
	t.chart.SetVersion(t.version)
}

func (t *timeline) draw(width, height int, scale float32) image.Image {
	t.plot, t.scale = charts.NewTimelinePlot(t.data, kit.ChartOptions(t.shell, width, height, scale)), float64(scale)
	picture, err := t.plot.Image()
	if err != nil {
		return image.NewNRGBA(image.Rect(0, 0, width, height)) // too small to draw on; the words say the same
	}
	return picture
}

// at is the week under a place of the figure.
func (t *timeline) at(x float32) (week int, middle float32, ok bool) {
	if t.plot == nil {
		return 0, 0, false
	}
	week, at, ok := t.plot.Week(float64(x) * t.scale)
	return week, float32(at / t.scale), ok
}

func (t *timeline) hover(x float32) {
	week, middle, ok := t.at(x)
	if !ok {
		t.chart.HideReadout()
		return
	}
	t.chart.ShowReadout(widgets.Readout{X: middle, Lines: t.data.InWords(week)})
}

// choose shows a week's first day with something to do beside the timeline.
func (t *timeline) choose(week int) {
	t.week = week
	t.onChosen(t.data.First.AddDays(7 * week))
}

// onKey goes from week to week.
func (t *timeline) onKey(key fyne.KeyName) {
	if t.plot == nil || t.plot.Weeks() == 0 {
		return
	}
	switch key {
	case fyne.KeyLeft:
		t.week--
	case fyne.KeyRight:
		t.week++
	case fyne.KeyHome:
		t.week = 0
	case fyne.KeyEnd:
		t.week = t.plot.Weeks() - 1
	}
	t.week = min(max(t.week, 0), t.plot.Weeks()-1)
	if key == fyne.KeyReturn || key == fyne.KeyEnter {
		t.choose(t.week)
		return
	}
	t.hover(float32(t.plot.Middle(t.week) / t.scale))
}

func (t *timeline) takeFocus(c fyne.Canvas) { c.Focus(t.chart) }

// timelineData turns a plan into the lanes of a timeline. Domains without a session have a lane too; what belongs to no domain has one where there is any.
func timelineData(v app.PlanView) charts.TimelineData {
	first, last := v.Study.Start, v.Study.ExamDate
	for _, s := range v.Sessions {
		if first.IsZero() || s.Date.Before(first) {
			first = s.Date
		}
		if s.Date.After(last) {
			last = s.Date
		}
	}
	if first.IsZero() || first.After(last) {
		first = last
	}
	d := charts.TimelineData{
		First: first.Monday(), Today: v.Today, Exam: v.Study.ExamDate, Phases: phases(v), Words: figures.Words(), Empty: lang.T("Nothing is planned yet."),
	}
	weeks := d.First.DaysUntil(last)/7 + 1
	lane := func(name string, domain int) charts.Lane {
		return charts.Lane{Name: name, Domain: domain, Weeks: make([]charts.LaneWeek, weeks)}
	}
	for i, domain := range v.Study.Domains {
		d.Lanes = append(d.Lanes, lane(fmt.Sprintf("D%d %s", i+1, domain.Name), i))
	}
	mixed, mocks := lane(lang.T("All domains"), -1), lane(lang.T("Mocks"), -1)
	for _, s := range v.Sessions {
		at := &mocks
		switch {
		case s.DomainIndex >= 0 && s.DomainIndex < len(v.Study.Domains):
			at = &d.Lanes[s.DomainIndex]
		case s.Activity != planner.MockExam && s.Activity != planner.Debrief:
			at = &mixed
		}
		addTo(&at.Weeks[d.First.DaysUntil(s.Date)/7], s)
	}
	for _, l := range []charts.Lane{mixed, mocks} {
		for _, w := range l.Weeks {
			if w.Planned > 0 {
				d.Lanes = append(d.Lanes, l)
				break
			}
		}
	}
	for i, ms := range v.Milestones {
		d.Milestones = append(d.Milestones, charts.MilestoneMark{Date: ms.Date, Name: fmt.Sprintf("M%d %s", i+1, lang.Said(ms.Name)), Met: ms.Met})
	}
	return d
}

// addTo counts a session into its week: what is still planned or was done. What was missed or left out is no longer planned.
func addTo(w *charts.LaneWeek, s app.SessionView) {
	switch s.Status {
	case planner.Done:
		w.Done += s.DoneMinutes
		w.Planned += s.DoneMinutes
	case planner.Planned:
		w.Planned += s.Minutes
	}
}

// phases are the parts of the way: reading everything once, practice, and the light days before the exam.
func phases(v app.PlanView) []charts.Phase {
	var learned, all planner.DateRange
	for _, s := range v.Sessions {
		if s.Status == planner.Skipped || s.Status == planner.Missed {
			continue
		}
		extend(&all, s.Date)
		if s.Activity == planner.Learn {
			extend(&learned, s.Date)
		}
	}
	if all.First.IsZero() {
		return nil
	}
	end := v.Study.ExamDate.AddDays(-1)
	light := end.AddDays(1)
	for _, ms := range v.Milestones {
		if ms.ID == planner.MilestoneTaper {
			light = ms.Date
		}
	}
	var out []charts.Phase
	add := func(name string, from, to planner.Date) {
		if !to.Before(from) {
			out = append(out, charts.Phase{Name: name, From: from, To: to})
		}
	}
	practice := all.First
	if !learned.First.IsZero() {
		to := learned.Last
		if !to.Before(light) {
			to = light.AddDays(-1)
		}
		add(lang.T("First pass"), all.First, to)
		practice = to.AddDays(1)
	}
	add(lang.T("Practice"), practice, light.AddDays(-1))
	add(lang.T("Light days"), light, end)
	return out
}

func extend(r *planner.DateRange, d planner.Date) {
	if r.First.IsZero() || d.Before(r.First) {
		r.First = d
	}
	if r.Last.IsZero() || d.After(r.Last) {
		r.Last = d
	}
}

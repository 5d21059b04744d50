package mocks

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// filterFrom is the number of mocks from which the table can be filtered.
const filterFrom = 9

// history is all recorded mocks: the table, and the selected one in full below it.
type history struct {
	content *fyne.Container
	card    *widgets.Card
	inside  *fyne.Container // the table with its filter, or the words about there being none
	filled  *fyne.Container
	table   *widgets.Table
	columns []widgets.Column // all; the table shows those that fit
	years   bool             // the mocks lie in several years
	filter  *widgets.Entry
	found   *widgets.Text // how many the filter lets through
	bar     *widgets.ChosenBar
	search  *fyne.Container
	empty   *widgets.EmptyState
	detail  *detail
	do      historyActions
	study   planner.Study
	mocks   []planner.Mock
	width   float32 // the table was last given
}

// historyActions is what the table asks of the page.
type historyActions struct {
	edit, remove func(planner.Mock)
	removeAll    func(ids []string)
	record       func()
}

func newHistory(do historyActions) *history {
	h := &history{do: do, detail: newDetail(do)}
	h.filter = widgets.NewEntry(lang.T("Filter: source, month, conditions, note"), func(string) { h.fill() })
	h.filter.OnEscape = func() { h.filter.SetText("") }
	h.empty = widgets.NewEmptyState(nil, lang.T("No mocks yet"),
		lang.T("Take a short diagnostic to see where you stand; one timed mock of 50 questions is enough for a first estimate."),
		widgets.NewButton(lang.T("Record a mock"), do.record))
	h.found = widgets.NewText("", widgets.StyleMuted)
	h.search = widgets.NewFillRow(0, look.Space, h.filter, h.found)
	h.bar = widgets.NewChosenBar(lang.T("Shift or Ctrl with a click, or Shift with the arrow keys, chooses several."))
	h.makeTable()
	h.filled = widgets.NewFillColumn(look.Space, h.search, h.bar.Content, h.table)
	h.bar.OnResized = h.filled.Refresh
	h.inside = widgets.NewFillColumn("", h.empty)
	h.card = widgets.NewCard("", h.inside)
	h.content = container.New(fillFirst{h.table.More}, h.card, h.detail.card)
	return h
}

func (h *history) makeTable() {
	h.columns = columns(h.years, h.fillBars)
	h.table = widgets.NewTable(h.columns...)
	h.table.Empty = lang.T("No mock like that. Escape shows all again.")
	h.table.MinRows = 6
	h.table.SortBy(0, true)
	h.table.OnSelected = func(id string) { h.with(id, h.showDetail) }
	h.table.OnActivated = func(id string) { h.with(id, h.do.edit) }
	h.table.OnDelete = func(id string) { h.remove(id) }
	h.table.Multi = true
	h.table.OnMarked = h.offer
}

// offer tells how many mocks are chosen together, and what can be done with them.
func (h *history) offer() {
	ids := h.table.Marked()
	if len(ids) < 2 {
		h.bar.Offer("")
		return
	}
	h.bar.Offer(lang.N(len(ids), "%d mock", "%d mocks", len(ids)), widgets.Offer{Text: lang.T("Delete"), Do: func() { h.do.removeAll(h.table.Marked()) }})
}

// remove deletes what is chosen: several together, or the one.
func (h *history) remove(id string) {
	if ids := h.table.Marked(); len(ids) > 1 {
		h.do.removeAll(ids)
		return
	}
	h.with(id, h.do.remove)
}

// fit shows as many columns as a width has room for.
func (h *history) fit(width float32) {
	h.width = width
	if n := h.table.Fitting(h.columns, width-2*themeSize(look.SpaceCard), leastColumns); n != len(h.table.Columns) {
		h.table.Columns = h.columns[:n]
		h.table.Refresh()
	}
}

// tellYears has the dates say their years, or no longer.
func (h *history) tellYears(years bool) {
	if years == h.years {
		return
	}
	h.years = years
	h.columns = columns(years, h.fillBars)
	h.table.Columns = h.columns
	h.fit(h.width)
	h.table.Refresh()
}

func (h *history) showDetail(m planner.Mock) { h.detail.show(m, h.study) }

// fillBars shows the domains of a mock as small bars.
func (h *history) fillBars(object fyne.CanvasObject, row widgets.TableRow) {
	m := row.Data.(planner.Mock)
	if len(m.Domains) == 0 {
		object.(*widgets.MiniBars).SetBars(nil)
		return
	}
	bars := make([]widgets.MiniBar, 0, len(h.study.Domains))
	for i, d := range h.study.Domains {
		bar := widgets.MiniBar{Fraction: -1, Color: look.ColorDomain(i)}
		if s, ok := m.DomainScore(d.ID); ok && s.Total > 0 {
			bar.Fraction = float64(s.Correct) / float64(s.Total)
		}
		bars = append(bars, bar)
	}
	object.(*widgets.MiniBars).SetBars(bars)
}

// show brings the table up to date; the mock being edited stays marked.
func (h *history) show(v app.MocksView, editing string) {
	h.study, h.mocks = v.Study, v.Mocks
	h.inside.Objects = []fyne.CanvasObject{h.filled}
	if len(v.Mocks) == 0 {
		h.inside.Objects = []fyne.CanvasObject{h.empty}
	}
	h.tellYears(inSeveralYears(v.Mocks))
	h.search.Hidden = len(v.Mocks) < filterFrom
	h.bar.Content.Hidden = len(v.Mocks) < 2
	if h.search.Hidden && h.filter.Text != "" {
		h.filter.Load("")
	}
	h.fill()
	if editing != "" {
		h.table.SetSelected(editing)
	}
	h.showSelected()
	h.card.Refresh()
}

// showSelected shows the selected mock in full, or the latest.
func (h *history) showSelected() {
	h.detail.card.Hidden = len(h.mocks) == 0
	if len(h.mocks) == 0 {
		return
	}
	h.showDetail(h.mocks[0])
	h.with(h.table.Selected(), h.showDetail)
}

// fill shows the mocks in which the words of the filter stand.
func (h *history) fill() {
	wanted := strings.Fields(strings.ToLower(h.filter.Text))
	rows := make([]widgets.TableRow, 0, len(h.mocks))
	for _, m := range h.mocks {
		if matches(m, wanted) {
			rows = append(rows, tableRow(m, h.years))
		}
	}
	h.table.SetRows(rows)
	found := ""
	if len(wanted) > 0 {
		found = lang.T("%d of %d", len(rows), len(h.mocks))
	}
	h.found.SetText(found)
	h.search.Refresh()
	h.content.Refresh() // the table may need another height
}

// mark selects the mock that is being edited; "" selects none.
func (h *history) mark(id string) {
	h.table.SetSelected(id)
	h.showSelected()
}

func (h *history) with(id string, do func(planner.Mock)) {
	for _, m := range h.mocks {
		if m.ID == id {
			do(m)
			return
		}
	}
}

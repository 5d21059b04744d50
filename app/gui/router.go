package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app/gui/diary"
	"milepost/app/gui/kit"
	"milepost/app/gui/mocks"
	"milepost/app/gui/plan"
	"milepost/app/gui/readiness"
	"milepost/app/gui/reports"
	"milepost/app/gui/settings"
	"milepost/app/gui/setup"
	"milepost/app/gui/timedmock"
	"milepost/app/gui/today"
)

// router shows one page at a time. Pages are made when first opened and kept, so what was half typed stays.
type router struct {
	shell   *shell
	content *fyne.Container
	pages   map[kit.Route]*openPage
	current kit.Route
}

// openPage is a page with whether it has to be read again before it is shown.
type openPage struct {
	kit.Page
	stale bool
}

func newRouter(s *shell) *router {
	return &router{shell: s, content: container.NewStack(), pages: map[kit.Route]*openPage{}}
}

// make builds the page of a route.
func (r *router) make(route kit.Route) kit.Page {
	m := r.shell.milepost
	switch route {
	case kit.Setup:
		return setup.New(r.shell, m)
	case kit.Plan:
		return plan.New(r.shell, m)
	case kit.Mocks:
		return mocks.New(r.shell, m)
	case kit.TimedMock:
		return timedmock.New(r.shell, m)
	case kit.Readiness:
		return readiness.New(r.shell, m)
	case kit.Diary:
		return diary.New(r.shell, m)
	case kit.Reports:
		return reports.New(r.shell, m, r.shell)
	case kit.Settings:
		return settings.New(r.shell, m, r.shell, r.shell.cfg.Version)
	}
	return today.New(r.shell, m)
}

func (r *router) open(route kit.Route) {
	p := r.pages[route]
	if p == nil {
		p = &openPage{Page: r.make(route), stale: true}
		r.pages[route] = p
	}
	if p.stale || route == kit.Settings { // backups come and go without a change of the data
		p.stale = false
		p.Reload()
	}
	r.current = route
	r.shell.win.Canvas().Unfocus()
	r.content.Objects = []fyne.CanvasObject{p.Content()}
	r.content.Refresh()
	if f, ok := p.Page.(kit.Focuser); ok {
		f.FocusFirst()
	}
}

// changed lets the visible page load again and marks the others.
func (r *router) changed() {
	for route, p := range r.pages {
		if route != r.current {
			p.stale = true
		}
	}
	if p := r.pages[r.current]; p != nil {
		p.Reload()
	}
}

// page is the visible page.
func (r *router) page() kit.Page {
	if p := r.pages[r.current]; p != nil {
		return p.Page
	}
	return nil
}

// unsaved reports whether something is typed in a page and not saved.
func (r *router) unsaved() bool {
	for _, p := range r.pages {
		if form, ok := p.Page.(kit.Form); ok && form.Unsaved() {
			return true
		}
	}
	return false
}

func (r *router) close() {
	for _, p := range r.pages {
		p.Close()
	}
}

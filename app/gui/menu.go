package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"milepost/app/gui/kit"
	"milepost/app/gui/mocks"
	"milepost/app/gui/plan"
	"milepost/app/gui/setup"
	"milepost/app/gui/today"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// menu is the main menu. Every shortcut of the program hangs on one of its items: Fyne hands menu shortcuts out first,
// even while a field has the focus. Fyne also fires them for disabled items and behind dialogs, so each is guarded here.
type menu struct {
	shell      *shell
	main       *fyne.MainMenu
	undo, redo *fyne.MenuItem
	studies    *fyne.MenuItem // to another study; off while there is only one
	find       *fyne.MenuItem // opens the palette
}

func newMenu(s *shell) *menu {
	m := &menu{shell: s}
	m.undo = m.item(lang.T("Undo"), &fyne.ShortcutUndo{}, m.onUndo)
	m.redo = m.item(lang.T("Redo"), &fyne.ShortcutRedo{}, m.onRedo)
	m.studies = fyne.NewMenuItem(lang.T("Open study"), nil)
	m.find = m.item(lang.T("Find an action…"), ctrl(fyne.KeyK), s.showCommands)
	quit := fyne.NewMenuItem(lang.T("Quit"), s.quit)
	quit.IsQuit = true
	quit.Shortcut = ctrl(fyne.KeyQ)
	m.main = fyne.NewMainMenu(
		fyne.NewMenu(lang.T("File"),
			m.item(lang.T("New study…"), ctrl(fyne.KeyN), m.onNewStudy),
			m.studies,
			fyne.NewMenuItemSeparator(),
			m.item(lang.T("Save"), ctrl(fyne.KeyS), m.onSave),
			m.item(lang.T("Save a copy of everything…"), nil, func() { s.AskForCopy(false) }),
			fyne.NewMenuItemSeparator(),
			quit,
		),
		fyne.NewMenu(lang.T("Edit"), m.undo, m.redo, fyne.NewMenuItemSeparator(),
			m.item(lang.T("Record a mock…"), ctrl(fyne.KeyM), m.onRecordMock),
			m.item(lang.T("Timed mock"), ctrl(fyne.KeyT), func() { s.Open(kit.TimedMock) }),
			m.item(lang.T("Log a session…"), ctrl(fyne.KeyL), m.onLogSession),
			fyne.NewMenuItemSeparator(),
			m.item(lang.T("Rebalance…"), ctrl(fyne.KeyR), m.onRebalance),
			m.item(lang.T("What if…"), ctrl(fyne.KeyI), m.onWhatIf),
		),
		fyne.NewMenu(lang.T("View"), m.viewItems()...),
		fyne.NewMenu(lang.T("Help"),
			m.find,
			m.item(lang.T("Keyboard shortcuts"), &desktop.CustomShortcut{KeyName: fyne.KeyF1}, func() { showShortcuts(s.win) }),
			m.item(lang.T("About Milepost"), nil, func() { showAbout(s) }),
		),
	)
	return m
}

// viewItems lead to the screens.
func (m *menu) viewItems() []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, e := range append(append([]navEntry{}, navTop...), navBottom...) {
		out = append(out, m.item(lang.Of(e.label), ctrl(e.key), func() { m.shell.Open(e.route) }))
	}
	return append(out, fyne.NewMenuItemSeparator(), m.item(lang.T("Prediction diary"), ctrl(fyne.KeyD), func() { m.shell.Open(kit.Diary) }))
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// item makes a guarded menu item.
func (m *menu) item(label string, shortcut fyne.Shortcut, action func()) *fyne.MenuItem {
	it := fyne.NewMenuItem(label, nil)
	it.Shortcut = shortcut
	it.Action = func() {
		if it.Disabled || widgets.OverlayOpen(m.shell.win) {
			return
		}
		action()
	}
	return it
}

// reload names what Undo and Redo would do, and lists the studies.
func (m *menu) reload() {
	ctx := context.Background()
	if undo, redo, err := m.shell.milepost.UndoNames(ctx); err == nil { // or else the names stay as they were; undoing itself would tell
		name(m.undo, lang.T("Undo"), undo)
		name(m.redo, lang.T("Redo"), redo)
	}
	m.reloadStudies(ctx)
	m.main.Refresh()
}

func name(item *fyne.MenuItem, verb, action string) {
	item.Disabled = action == ""
	item.Label = verb
	if action != "" {
		item.Label = verb + ": " + lang.Said(action)
	}
}

// onUndo undoes typing while a field that was typed into has the focus, and the last action otherwise.
func (m *menu) onUndo() {
	if m.passToField(&fyne.ShortcutUndo{}) {
		return
	}
	m.shell.undo()
}

func (m *menu) onRedo() {
	if m.passToField(&fyne.ShortcutRedo{}) {
		return
	}
	m.shell.redo()
}

func (m *menu) passToField(shortcut fyne.Shortcut) bool {
	field, ok := m.shell.win.Canvas().Focused().(interface {
		fyne.Shortcutable
		HasTyped() bool
	})
	if !ok || !field.HasTyped() {
		return false
	}
	field.TypedShortcut(shortcut)
	return true
}

func (m *menu) onNewStudy() {
	m.shell.Open(kit.Setup)
	if p, ok := m.shell.router.page().(*setup.Page); ok {
		p.NewStudy()
	}
}

func (m *menu) onSave() {
	if p, ok := m.shell.router.page().(kit.Saver); ok {
		p.Save()
	}
}

func (m *menu) onRecordMock() {
	m.shell.Open(kit.Mocks)
	if p, ok := m.shell.router.page().(*mocks.Page); ok {
		p.FocusFirst()
	}
}

func (m *menu) onLogSession() {
	m.shell.Open(kit.Today)
	if p, ok := m.shell.router.page().(*today.Page); ok {
		p.LogSession()
	}
}

func (m *menu) onRebalance() { m.onPlan((*plan.Page).Rebalance) }

func (m *menu) onWhatIf() { m.onPlan((*plan.Page).WhatIf) }

// onPlan does something on the Plan page.
func (m *menu) onPlan(do func(*plan.Page)) {
	m.shell.Open(kit.Plan)
	if p, ok := m.shell.router.page().(*plan.Page); ok {
		do(p)
	}
}

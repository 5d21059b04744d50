package gui

import (
	"context"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// command is something that can be done, as the palette shows it.
type command struct {
	widgets.Command
	do func()
}

// showCommands lets one of everything that can be done now be found by typing a part of its name.
func (s *shell) showCommands() {
	all := s.commands()
	lines := make([]widgets.Command, len(all))
	for i, c := range all {
		lines[i] = c.Command
	}
	widgets.ShowPalette(s.win, lines, func(i int) { all[i].do() })
}

// commands are the buttons and views of the page that is shown, everything in the menus, and how Milepost looks.
func (s *shell) commands() []command {
	menu := s.menu.commands()
	taken := map[string]bool{}
	for _, c := range menu {
		taken[plainName(c.Text)] = true
	}
	return append(append(s.pageCommands(taken), menu...), s.lookCommands()...)
}

// pageCommands are the buttons and views of the page, and the buttons of the banner above it. Those that are in the menus too are left out, and so are names that several share: nobody could tell which is meant.
func (s *shell) pageCommands(taken map[string]bool) []command {
	page := s.router.page()
	if page == nil {
		return nil
	}
	offers := append(widgets.Offers(s.place.banner), widgets.Offers(page.Content())...)
	named := map[string]int{}
	for _, o := range offers {
		named[plainName(o.Text)]++
	}
	var out []command
	for _, o := range offers {
		if name := plainName(o.Text); !taken[name] && named[name] == 1 {
			out = append(out, command{widgets.Command{Text: o.Text, Note: lang.T("On this page")}, o.Do})
		}
	}
	return out
}

// plainName is a name without what only tells that a question follows.
func plainName(text string) string { return strings.ToLower(strings.TrimSuffix(text, "…")) }

// lookCommands change how Milepost looks.
func (s *shell) lookCommands() []command {
	var out []command
	add := func(text string, do func()) {
		out = append(out, command{widgets.Command{Text: text, Note: lang.T("Settings")}, do})
	}
	for _, m := range []struct {
		mode look.Mode
		text string
	}{{look.ModeLight, lang.T("Light colours")}, {look.ModeDark, lang.T("Dark colours")}, {look.ModeSystem, lang.T("Colours of the desktop")}} {
		add(m.text, func() { s.SetMode(m.mode) })
	}
	if scale := look.NextTextScale(s.Scale()); scale != s.Scale() {
		add(lang.T("Larger text"), func() { s.SetScale(scale) })
	}
	if scale := look.PreviousTextScale(s.Scale()); scale != s.Scale() {
		add(lang.T("Smaller text"), func() { s.SetScale(scale) })
	}
	for _, l := range lang.Languages() {
		if l != lang.InUse() {
			add(lang.T("Language: %s", l.Name()), func() { s.SetLanguage(l) })
		}
	}
	return out
}

// commands are the items of the menus that can be chosen now, with the studies that could be opened instead.
func (m *menu) commands() []command {
	var out []command
	for _, menu := range m.main.Items {
		for _, item := range menu.Items {
			switch {
			case item.IsSeparator || item.Disabled || item == m.find:
			case item.ChildMenu != nil:
				for _, child := range item.ChildMenu.Items {
					if !child.Checked && child.Action != nil {
						out = append(out, command{widgets.Command{Text: item.Label + ": " + child.Label, Note: menu.Label}, child.Action})
					}
				}
			default:
				out = append(out, command{widgets.Command{Text: item.Label, Note: noteOf(menu.Label, item.Shortcut)}, item.Action})
			}
		}
	}
	return out
}

// noteOf says where a menu item is, and its keys.
func noteOf(menu string, shortcut fyne.Shortcut) string {
	if keys := keysOf(shortcut); keys != "" {
		return menu + " · " + keys
	}
	return menu
}

// keysOf are the keys of a shortcut in words, such as "Ctrl K"; "" for none.
func keysOf(shortcut fyne.Shortcut) string {
	switch s := shortcut.(type) {
	case nil:
		return ""
	case *fyne.ShortcutUndo:
		return lang.Keys("Ctrl Z")
	case *fyne.ShortcutRedo:
		return lang.Keys("Ctrl Y")
	case *desktop.CustomShortcut:
		if s.Modifier == 0 {
			return string(s.KeyName)
		}
		return lang.Keys("Ctrl " + string(s.KeyName))
	}
	return ""
}

// studiesMenu lists the studies, the one that is shown with a mark; nil while there are fewer than two.
func (m *menu) studiesMenu(ctx context.Context) (*fyne.Menu, error) {
	studies, err := m.shell.milepost.Studies(ctx)
	if err != nil || len(studies) < 2 {
		return nil, err
	}
	open, err := m.shell.milepost.Current(ctx)
	if err != nil {
		return nil, err
	}
	out := fyne.NewMenu("")
	for _, s := range studies {
		item := m.item(studyLabel(s), nil, func() { m.onOpenStudy(s.ID) })
		item.Checked = s.ID == open.ID
		out.Items = append(out.Items, item)
	}
	return out, nil
}

// studyLabel tells a study from others of the same exam.
func studyLabel(s planner.Study) string {
	label := lang.T("%s, exam on %s", s.Name, phrase.Date(s.ExamDate))
	if s.Sample {
		label += lang.T(" (sample)")
	}
	return label
}

// reloadStudies brings the menu of the studies up to date.
func (m *menu) reloadStudies(ctx context.Context) {
	studies, err := m.studiesMenu(ctx)
	if err != nil {
		slog.Warn("the studies could not be listed", logged(err))
		return
	}
	m.studies.ChildMenu, m.studies.Disabled = studies, studies == nil
}

func (m *menu) onOpenStudy(id string) {
	if open, err := m.shell.milepost.Current(context.Background()); err == nil && open.ID == id {
		return
	}
	if err := m.shell.milepost.OpenStudy(context.Background(), id); err != nil {
		m.shell.Fail(lang.T("The study could not be opened"), err)
	}
}

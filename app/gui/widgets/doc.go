// Package widgets holds the things Milepost's window is made of: text, cards, buttons, fields, lists, layouts.
//
// The widgets know nothing of studying. They are told what to show and call a function when somebody acts; screens
// decide what that means. They never name a colour, a size or a typeface themselves: everything comes from the theme by
// one of the names of package look, read again in every Refresh, so light, dark and larger text reach all of them.
//
// Four rules hold everywhere and are worth knowing before a new widget is added:
//
//   - Heights follow widths. Wrapped text needs more height when it gets less width, which Fyne's MinSize cannot say.
//     Objects that care implement [WidthSensitive]; the layouts here ask through [HeightFor].
//   - Everything that can be clicked can be focused and shows a ring when it is; Space and Enter both act.
//   - Keys a focused widget has no use for are handed on to the window (see [PassKey]); this is how Escape closes a
//     dialog and Enter confirms it, wherever the focus is.
//   - Nothing here starts a goroutine or reads the clock; what needs time is given a function (see [Toaster]).
//
// Start reading at text.go and surface.go for what is seen, control.go for what can be used, layouts.go for where
// things go, and gallery.go for all of them together.
package widgets

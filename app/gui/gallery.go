package gui

import (
	"context"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/resources"
)

// RunGallery shows the widgets the window is made of, in the colours and the text size that are set, until it is closed or ctx ends. It is for those
// who change one.
func RunGallery(ctx context.Context) {
	fyneApp := fyneapp.NewWithID(appID)
	fyneApp.SetIcon(fyne.NewStaticResource("milepost.png", resources.AppIcon))
	prefs := newPreferences(fyneApp.Preferences())
	speak(prefs.Language())
	fyneApp.Settings().SetTheme(look.New(prefs.Mode(), prefs.Scale()))
	win := fyneApp.NewWindow("Milepost")
	win.SetMaster()
	win.SetPadded(false)
	win.SetContent(widgets.Gallery())
	win.Resize(prefs.windowSize())
	background := newBackground(ctx)
	fyneApp.Lifecycle().SetOnStarted(func() { background.onDone(ctx, fyneApp.Quit) })
	fyneApp.Lifecycle().SetOnStopped(background.stop)
	win.ShowAndRun()
	background.wait()
}

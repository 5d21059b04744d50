// Minimal is the least window the library can make, in Milepost's size and with the same build: what Milepost's start, memory and idling are
// measured against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	window := app.NewWithID("org.milepost.Minimal").NewWindow("Minimal")
	window.SetContent(container.NewVBox(widget.NewLabel("The least there can be"), widget.NewButton("OK", window.Close)))
	window.Resize(fyne.NewSize(1280, 800))
	window.ShowAndRun()
}

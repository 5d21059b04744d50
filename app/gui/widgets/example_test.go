package widgets_test

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

func ExampleHeightFor() {
	words := widgets.NewParagraph("An hour here adds the most to your chance of passing.", widgets.StyleMuted)
	card := widgets.NewCard("Now", widgets.NewColumn(look.Space, words, widgets.NewButton("Start", nil)))
	fmt.Println(widgets.HeightFor(card, 160) > widgets.HeightFor(card, 600))
	// Output: true
}

func ExampleToaster() {
	var later func()
	toaster := widgets.NewToaster(widgets.NewColumn(""), func(d time.Duration, f func()) func() {
		fmt.Println("gone after", d)
		later = f
		return func() { fmt.Println("cancelled") }
	})
	toaster.Say(widgets.ToastSpec{Text: "Session deleted", Action: "Undo", Duration: 5 * time.Second})
	later()
	// Output: gone after 5s
}

func ExampleNumberEntry() {
	correct := widgets.NewNumberEntry("0", widgets.NumberSpec{Max: 125}, func(n int, ok bool) { fmt.Println(n, ok) })
	correct.TypedRune('9')
	correct.TypedRune('1')
	correct.TypedRune('x') // not a digit: nothing happens
	correct.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	// Output:
	// 9 true
	// 91 true
	// 92 true
}

package widgets_test

import (
	"fmt"

	"milepost/app/gui/widgets"
	"milepost/planner"
)

func ExampleParseDateText() {
	today := planner.MustDate("2026-11-23")
	for _, text := range []string{"4 feb", "+14", "next friday", "31 June"} {
		date, err := widgets.ParseDateText(text, today)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(widgets.DateText(date))
	}
	// Output:
	// Thursday 4 February 2027
	// Monday 7 December 2026
	// Friday 27 November 2026
	// June has no day 31.
}

func ExampleParseMinutes() {
	for _, text := range []string{"90", "1:30", "1.5h", "40 min", "off"} {
		minutes, _ := widgets.ParseMinutes(text)
		fmt.Println(minutes, widgets.MinutesText(minutes))
	}
	// Output:
	// 90 1 h 30
	// 90 1 h 30
	// 90 1 h 30
	// 40 40 m
	// 0 off
}

package ical_test

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"milepost/data/interchange/ical"
	"milepost/planner"
)

func ExampleEncode() {
	var file bytes.Buffer
	err := ical.Encode(&file, ical.Calendar{
		Name:      "Study plan",
		ProductID: "-//Milepost//Milepost 0.1//EN",
		Events: []ical.Event{{
			UID:     ical.UID("spring", "session-1"),
			Revised: time.Date(2026, 3, 1, 9, 15, 0, 0, time.UTC),
			Day:     planner.MustDate("2026-03-02"),
			Start:   planner.TimeAt(19 * 60),
			Minutes: 45,
			Summary: "Practise: Security, 45 min",
			Busy:    true,
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(strings.ReplaceAll(file.String(), "\r\n", "\n"))
	// Output:
	// BEGIN:VCALENDAR
	// VERSION:2.0
	// PRODID:-//Milepost//Milepost 0.1//EN
	// NAME:Study plan
	// X-WR-CALNAME:Study plan
	// BEGIN:VEVENT
	// UID:27049ed7-f16d-53d9-94d5-0c40dea89b8c
	// DTSTAMP:20260301T091500Z
	// LAST-MODIFIED:20260301T091500Z
	// SEQUENCE:0
	// DTSTART:20260302T190000
	// DTEND:20260302T194500
	// SUMMARY:Practise: Security\, 45 min
	// STATUS:CONFIRMED
	// TRANSP:OPAQUE
	// X-MICROSOFT-CDO-BUSYSTATUS:BUSY
	// END:VEVENT
	// END:VCALENDAR
}

func ExampleEncode_refused() {
	var file bytes.Buffer
	err := ical.Encode(&file, ical.Calendar{
		ProductID: "-//Milepost//Milepost 0.1//EN",
		Events:    []ical.Event{{UID: "1", Revised: time.Date(2026, 3, 1, 9, 15, 0, 0, time.UTC), Summary: "Practise"}},
	})
	fmt.Println(err)
	fmt.Println(planner.ErrorField(err), file.Len())
	// Output:
	// writing the calendar: events[0].day: is missing
	// events[0].day 0
}

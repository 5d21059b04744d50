package mockfile_test

import (
	"fmt"
	"strings"

	"milepost/data/interchange/mockfile"
	"milepost/planner"
)

func ExampleRead() {
	const file = "Datum;Quelle;Risk;Security Operations;Dauer\n" +
		"4.11.2026;Boson;20/26;15/22;1:35\n" +
		"bald;Boson;21/26;16/22;\n"
	p, err := mockfile.Read(strings.NewReader(file), mockfile.Options{Domains: issmp, Today: today})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Columns)
	for _, m := range p.Mocks {
		fmt.Println(m.Mock, m.Mock.Domains, m.Mock.Minutes, "minutes, line", m.Lines)
	}
	for _, b := range p.Bad {
		fmt.Printf("line %d, %s: %s\n", b.Line, b.Field, b.Reason)
	}
	// Output:
	// [date source domain:d3 domain:d4 minutes]
	// 2026-11-04 Boson 35/48 [{d3 20 26} {d4 15 22}] 95 minutes, line [2]
	// line 3, date: “bald” is not a day that exists, or not written like 2026-11-04.
}

func ExampleWrite() {
	var file strings.Builder
	err := mockfile.Write(&file, []planner.Mock{{
		Date: planner.MustDate("2026-11-04"), Source: "Boson", Timed: true, FirstAttempt: true, Minutes: 95,
		Domains: []planner.DomainScore{{Domain: "d3", Correct: 20, Total: 26}, {Domain: "d4", Correct: 15, Total: 22}},
	}})
	if err != nil {
		fmt.Println(err)
	}
	text := strings.TrimPrefix(file.String(), "\ufeff") // the mark spreadsheets know UTF-8 by
	fmt.Print(strings.ReplaceAll(text, "\r\n", "\n"))
	// Output:
	// date,source,domain,correct,total,timed,first_attempt,minutes,note
	// 2026-11-04,Boson,d3,20,26,yes,yes,95,
	// 2026-11-04,Boson,d4,15,22,yes,yes,95,
}

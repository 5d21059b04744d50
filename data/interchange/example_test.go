package interchange_test

import (
	"fmt"
	"os"
	"strings"

	"milepost/data/interchange"
	"milepost/planner"
)

func ExampleDecodeExam() {
	e, err := interchange.DecodeExam(strings.NewReader(small), "orchard.toml")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range e.Domains {
		fmt.Printf("%s %s %.0f %%\n", d.ID, d.Name, d.Weight)
	}
	// Output:
	// d1 Pruning 60 %
	// d2 Grafting 40 %
}

func ExampleEncodeExam() {
	e := planner.Exam{
		ID: "beekeeper", Vendor: "Guild of Orchards", Code: "BK", Title: "Certified Beekeeper",
		Effective: planner.MustDate("2026-03-01"), QuestionsMax: 60, Minutes: 90,
		Domains: []planner.Domain{{ID: "d1", Name: "Hives", Weight: 100, WeightMin: 100, WeightMax: 100}},
	}
	if err := interchange.EncodeExam(os.Stdout, e); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Certified Beekeeper.
	// # An exam file of Milepost: docs/exam-files.md explains every line. If you correct a fact, add where it can be read.
	//
	// format = 1
	// id = "beekeeper"
	// vendor = "Guild of Orchards"
	// code = "BK"
	// title = "Certified Beekeeper"
	// effective = "2026-03-01"
	// status = "current"
	// confidence = "memory"
	//
	// questions_max = 60
	// minutes = 90
	//
	// # Hours that take a candidate from 30 % to 80 % of the questions.
	// hours_reference = 120
	//
	// weights_kind = "published"
	//
	// [pass]
	// kind = "unpublished"
	// # The share of correct answers the mark is taken to equal: an assumption.
	// line = 0.7
	//
	// [[domains]]
	// id = "d1"
	// name = "Hives"
	// weight = 100
}

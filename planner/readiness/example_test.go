package readiness_test

import (
	"fmt"

	"milepost/planner"
	"milepost/planner/readiness"
)

// Two mocks of a question bank, four weeks before the exam.
func ExampleEstimate() {
	mock := func(date string, governance, risk int) planner.Mock {
		return planner.Mock{
			Date: planner.MustDate(date), Source: "Bank A", Timed: true, FirstAttempt: true,
			Domains: []planner.DomainScore{{Domain: "governance", Correct: governance, Total: 50}, {Domain: "risk", Correct: risk, Total: 50}},
		}
	}
	r, err := readiness.Estimate(readiness.Input{
		AsOf: planner.MustDate("2027-01-10"), ExamDate: planner.MustDate("2027-02-07"), PassLine: 0.70, Questions: 100,
		Domains: []planner.Domain{{ID: "governance", Weight: 60}, {ID: "risk", Weight: 40}},
		Mocks:   []planner.Mock{mock("2026-12-20", 38, 31), mock("2027-01-10", 41, 33)},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("today %.0f %% (%.0f to %.0f)\n", 100*r.Score.Median, 100*r.Score.Low, 100*r.Score.High)
	fmt.Printf("chance of passing on the exam day %.2f: %s\n", r.Pass.ExamDay, r.Pass.Word)
	fmt.Printf("next: %s. %s\n", r.NextBest[0].Domain, r.NextBest[0].Reason)
	// Output:
	// today 73 % (52 to 87)
	// chance of passing on the exam day 0.63: open
	// next: risk. Your lowest domain, about 65%, and 40% of the exam.
}

// One short quiz is not enough for a chance of passing.
func ExampleEstimate_notEnough() {
	r, err := readiness.Estimate(readiness.Input{
		AsOf: planner.MustDate("2027-01-10"), ExamDate: planner.MustDate("2027-02-07"),
		Domains: []planner.Domain{{ID: "governance", Weight: 1}},
		Mocks:   []planner.Mock{{Date: planner.MustDate("2027-01-09"), Source: "Quiz", Timed: true, FirstAttempt: true, Correct: 9, Total: 10}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Enough, r.HasForecast)
	for _, line := range r.Missing {
		fmt.Println(line)
	}
	// Output:
	// false false
	// 1 mock recorded so far, with 10 questions.
	// One timed mock of at least 50 questions is enough for a first estimate.
	// Or 2 more short timed mocks with 50 questions in all.
}

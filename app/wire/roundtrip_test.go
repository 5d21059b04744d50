package wire

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"milepost/planner"
)

// drawBuild is a build request as a file holds it.
func drawBuild(t *rapid.T) BuildRequest {
	today := planner.MustDate("2026-11-23")
	days := rapid.IntRange(1, 200).Draw(t, "days")
	r := BuildRequest{Today: today.String(), Start: today.String(), ExamDate: today.AddDays(days).String(), Name: "Exam", Availability: map[string]int{}}
	questions, mock := 100, rapid.SampledFrom([]int{60, 180}).Draw(t, "mock")
	r.Questions, r.ExamMinutes = &questions, &mock
	target := rapid.SampledFrom([]float64{0.4, 0.75, 0.95}).Draw(t, "target")
	r.Target = &target
	for _, key := range planner.WeekdayKeys {
		r.Availability[key] = rapid.SampledFrom([]int{0, 20, 45, 60, 120, 240}).Draw(t, "minutes")
	}
	for i := range rapid.IntRange(1, 8).Draw(t, "domains") {
		weight, rating := rapid.SampledFrom([]float64{5, 10, 25}).Draw(t, "weight"), rapid.IntRange(1, 5).Draw(t, "rating")
		r.Domains = append(r.Domains, BuildDomain{ID: fmt.Sprint("d", i), Name: fmt.Sprint("Domain ", i), Weight: &weight, Rating: &rating})
	}
	return r
}

func write(t *rapid.T, v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A plan that was built, written as the answer of build and handed back as the plan of rebalance is the same plan: every session as it was, nothing to repair, and every
// way out read back as the change it was.
func TestAPlanWrittenAndReadBackIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawBuild(t)
		in, err := DecodeBuild(write(t, r), oneExam{})
		if err != nil {
			t.Fatal(err)
		}
		p, err := planner.Build(in.Request)
		if err != nil {
			t.Fatal(err)
		}
		answer := write(t, EncodePlan(p, planner.ShowAll(in.Request.Study, nil, p.Sessions), nil))
		var read BuildAnswer
		if err := json.Unmarshal(answer, &read); err != nil {
			t.Fatal(err)
		}
		if again := write(t, read); string(again) != string(answer) {
			t.Fatalf("read and written again:\n%s\n%s", answer, again)
		}
		if read.Verdict != string(p.Verdict) || read.ExpectedScore != p.ExpectedScore || read.PointsPerExtraHour != p.PointsPerExtraHour || read.CushionMinutes != p.CushionMinutes {
			t.Fatalf("the figures change: %+v", read)
		}
		u, err := DecodeRebalance(write(t, RebalanceRequest{BuildRequest: r, Plan: read.Sessions}), oneExam{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Sessions {
			p.Sessions[i].Stage = "" // a reader works it out
		}
		if len(p.Sessions) != len(u.Rebalance.Plan) || len(p.Sessions) > 0 && !reflect.DeepEqual(p.Sessions, u.Rebalance.Plan) {
			t.Fatalf("%d sessions are read back as %d, or others", len(p.Sessions), len(u.Rebalance.Plan))
		}
		u.Rebalance.WantMocks = nil
		out, err := planner.Rebalance(u.Rebalance)
		if err != nil || out.Difference.ChangedSessions != 0 {
			t.Fatalf("a plan read back is repaired: %+v (%v)", out.Difference, err)
		}
		waysOutReadBack(t, r, in.Request, p)
	})
}

// waysOutReadBack reads the change of each way out as a fragment of a request, and compares the study it makes.
func waysOutReadBack(t *rapid.T, r BuildRequest, in planner.Request, p planner.Plan) {
	for _, w := range p.WaysOut {
		var changed BuildRequest
		if err := json.Unmarshal(write(t, r), &changed); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(write(t, encodeChange(w.Change)), &changed); err != nil {
			t.Fatal(err)
		}
		got, err := DecodeBuild(write(t, changed), oneExam{})
		if err != nil {
			t.Fatalf("%s: %v", w.Text, err)
		}
		if want := w.Change.Apply(in.Study).WithDefaults(); !reflect.DeepEqual(got.Request.Study, want) {
			t.Fatalf("%s is read as another study:\n%+v\n%+v", w.Text, got.Request.Study, want)
		}
	}
}

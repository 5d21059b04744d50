package phrase

import (
	"testing"

	"milepost/planner"
)

func TestFirstPassSaysTheDayAndHowSure(t *testing.T) {
	day := planner.MustDate("2026-11-27")
	for _, c := range []struct {
		r    planner.FirstPassRange
		want string
	}{
		{planner.FirstPassRange{}, ""},
		{planner.FirstPassRange{LeftMinutes: 60, Early: day, Expected: day.AddDays(3), Late: day.AddDays(15)}, "First pass done about 30 Nov, likely between 27 Nov and 12 Dec."},
		{planner.FirstPassRange{LeftMinutes: 60, Early: day, Expected: day, Late: day}, "First pass done about 27 Nov, likely on 27 Nov."},
		{planner.FirstPassRange{LeftMinutes: 60, Early: day, Expected: day.AddDays(3)}, "First pass done about 30 Nov, likely from 27 Nov on, or not before the exam."},
		{planner.FirstPassRange{LeftMinutes: 60, Early: day}, "First pass done on 27 Nov at the earliest, likely not before the exam."},
		{planner.FirstPassRange{LeftMinutes: 60}, "At this pace the first pass is not done before the exam."},
	} {
		if got := FirstPass(c.r); got != c.want {
			t.Errorf("%+v: %q, want %q", c.r, got, c.want)
		}
	}
}

func TestPaceIsToldWhenItIsWorthTelling(t *testing.T) {
	pace := func(activities ...planner.ActivityPace) planner.Pace {
		return planner.Pace{Activities: activities, Kept: 1}
	}
	for _, c := range []struct {
		p    planner.Pace
		want string
	}{
		{pace(), ""},
		{pace(planner.ActivityPace{Activity: planner.Learn, Factor: 1.3, Sessions: 2}), ""},
		{pace(planner.ActivityPace{Activity: planner.Learn, Factor: 1.03, Sessions: 20}), ""},
		{pace(planner.ActivityPace{Activity: planner.Learn, Factor: 1.18, Sessions: 12}, planner.ActivityPace{Activity: planner.Practise, Factor: 0.91, Sessions: 9}),
			"Reading takes you 18% longer, practice 9% less time than planned. The plan counts on it."},
	} {
		if got := Pace(c.p); got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}

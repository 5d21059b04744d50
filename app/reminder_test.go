package app

import (
	"testing"

	"milepost/planner"
)

func TestOfMilestonesReachedAtOnceTheFarthestIsTold(t *testing.T) {
	met := func(ids ...string) Reached {
		r := Reached{Study: "a", Met: map[string]string{}}
		for _, id := range ids {
			r.Met[id] = "name of " + id
		}
		return r
	}
	other := met("M1", "M2")
	other.Study = "b"
	for _, c := range []struct {
		name        string
		before, now Reached
		want        string
	}{
		{"nothing new", met("M1"), met("M1"), ""},
		{"one", met("M1"), met("M1", "M2"), "name of M2"},
		{"two at once", met(), met("M1", "M2"), "name of M2"},
		{"one that is no longer reached", met("M1", "M2"), met("M1"), ""},
		{"what comes by itself", met("M1"), met("M1", planner.MilestoneTaper, planner.MilestoneExam), ""},
		{"the first look", Reached{}, met("M1", "M2"), ""},
		{"another study", met("M1"), other, ""},
	} {
		if got := c.now.New(c.before); got != c.want {
			t.Errorf("%s: told is %q, want %q", c.name, got, c.want)
		}
	}
}

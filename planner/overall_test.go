package planner

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// overallScore is the exam score of a plan's masteries as they stand.
func overallScore(r Request, p Plan) float64 {
	sum, weights := 0.0, 0.0
	for i, a := range p.Allocation {
		w := r.Study.Domains[i].Weight
		sum += w * a.MasteryNow
		weights += w
	}
	return sum / weights
}

func TestMocksScoredInAllMoveTheLevelAndNotTheOrder(t *testing.T) {
	r := benchRequest(180, 6)
	rated := mustBuild(t, r)
	for _, level := range []float64{0.2, 0.5, 0.71, 0.9} {
		r.Overall = &Overall{Mastery: level, SE: 0.04}
		p := mustBuild(t, r)
		got := overallScore(r, p)
		if before := overallScore(r, rated); math.Abs(got-level) > math.Abs(before-level)/4+0.01 {
			t.Errorf("mocks show %.2f, ratings said %.3f, the plan takes %.3f", level, before, got)
		}
		byMastery := func(p Plan) (ids []string) {
			all := slices.Clone(p.Allocation)
			slices.SortStableFunc(all, func(a, b Allocation) int {
				return cmp.Compare(math.Round(a.MasteryNow*1e6), math.Round(b.MasteryNow*1e6))
			})
			for _, a := range all {
				ids = append(ids, a.Domain)
			}
			return ids
		}
		if !slices.Equal(byMastery(p), byMastery(rated)) {
			t.Errorf("at %.2f the order of domains is %v, by ratings %v", level, byMastery(p), byMastery(rated))
		}
	}
}

func TestWhatIsKnownOfADomainStandsBesideTheWhole(t *testing.T) {
	r := benchRequest(180, 4)
	r.Evidence = []Evidence{{Domain: "d00", Mastery: 0.9, SE: 0.03}}
	alone := mustBuild(t, r).Allocation[0].MasteryNow
	r.Overall = &Overall{Mastery: 0.6, SE: 0.03}
	p := mustBuild(t, r)
	if p.Allocation[0].MasteryNow != alone {
		t.Errorf("the domain with evidence went from %.3f to %.3f", alone, p.Allocation[0].MasteryNow)
	}
	if got := overallScore(r, p); math.Abs(got-0.6) > 0.04 {
		t.Errorf("the whole is %.3f, mocks show 0.60", got)
	}
	all := r
	all.Evidence = nil
	for _, d := range r.Study.Domains {
		all.Evidence = append(all.Evidence, Evidence{Domain: d.ID, Mastery: 0.5, SE: 0.05})
	}
	with := mustBuild(t, all)
	all.Overall = nil
	if without := mustBuild(t, all); with.ExpectedScore != without.ExpectedScore {
		t.Error("the whole moved domains that each have evidence")
	}
}

func TestOverallProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRequest(t)
		r.Overall = &Overall{Mastery: rapid.Float64Range(0, 1).Draw(t, "level"), SE: rapid.Float64Range(0, 1).Draw(t, "se")}
		if rapid.IntRange(0, 3).Draw(t, "build") == 0 {
			for _, e := range broken(r, mustBuild(t, r)) {
				t.Fatal(e)
			}
		}
		higher := r
		higher.Overall = &Overall{Mastery: math.Min(r.Overall.Mastery+0.1, 1), SE: r.Overall.SE}
		low, high := newModel(r), newModel(higher)
		for i, d := range high.domains {
			if was := low.domains[i].belief.mastery; d.belief.mastery < was-1e-9 {
				t.Fatalf("better mocks made %s worse: %.4f, %.4f", d.id, was, d.belief.mastery)
			}
		}
	})
}

func TestBadOverallIsRefusedByField(t *testing.T) {
	for field, o := range map[string]Overall{
		"overall.mastery": {Mastery: math.NaN()}, "overall.se": {Mastery: 0.5, SE: 2},
	} {
		r := benchRequest(90, 3)
		r.Overall = &o
		if _, err := Build(r); ErrorField(err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

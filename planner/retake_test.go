package planner

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// isc2 is the rule of ISC2: 30, 60 and 90 test-free days, four sittings in a year.
var isc2 = RetakeRule{WaitDays: []int{31, 61, 91}, Attempts: 4, WithinDays: 365}

func TestEarliestRetake(t *testing.T) {
	days := func(list ...string) (out []Date) {
		for _, s := range list {
			out = append(out, MustDate(s))
		}
		return out
	}
	for name, c := range map[string]struct {
		rule     RetakeRule
		sittings []Date
		want     string
	}{
		"never sat":                       {isc2, nil, ""},
		"no rule":                         {RetakeRule{}, days("2026-11-20"), ""},
		"after the first":                 {isc2, days("2026-11-20"), "2026-12-21"},
		"after the second":                {isc2, days("2026-11-20", "2026-12-21"), "2027-02-20"},
		"in any order":                    {isc2, days("2026-12-21", "2026-11-20"), "2027-02-20"},
		"after the third":                 {isc2, days("2026-05-01", "2026-06-10", "2026-09-01"), "2026-12-01"},
		"a fourth in the year":            {isc2, days("2026-05-01", "2026-06-10", "2026-09-01", "2026-12-01"), "2027-05-01"},
		"a sitting long ago is forgotten": {isc2, days("2025-04-13", "2026-06-28"), "2026-07-29"},
		"the last wait holds for later":   {RetakeRule{WaitDays: []int{1, 14}}, days("2026-01-01", "2026-01-02", "2026-02-01", "2026-03-01"), "2026-03-15"},
		"over a leap day":                 {RetakeRule{WaitDays: []int{14}}, days("2028-02-20"), "2028-03-05"},
		"a limit without a wait":          {RetakeRule{Attempts: 2, WithinDays: 180}, days("2026-01-01", "2026-01-10"), "2026-06-30"},
		"a limit that is not yet reached": {RetakeRule{Attempts: 3, WithinDays: 365}, days("2026-01-01", "2026-01-10"), ""},
	} {
		got, why := c.rule.Earliest(c.sittings)
		if got.String() != c.want || (why == "") != got.IsZero() {
			t.Errorf("%s: %s (%q), want %s", name, got, why, c.want)
		}
	}
}

// retakeOf is a study of equal domains that was sat three days ago, with the bands that are given.
func retakeOf(bands ...Band) Request {
	r := benchRequest(90, len(bands))
	sitting := Sitting{ID: "sat-1", Date: r.Today.AddDays(-3)}
	for i := range r.Study.Domains {
		d := &r.Study.Domains[i]
		d.Weight, d.Rating = 10, 3
		if bands[i] != "" {
			sitting.Results = append(sitting.Results, DomainResult{Domain: d.ID, Band: bands[i]})
		}
	}
	r.Sittings, r.Retake = []Sitting{sitting}, isc2
	return r
}

func minutesOf(p Plan, domain string, a Activity) (sum int) {
	for _, s := range p.Sessions {
		if s.Domain == domain && s.Activity == a {
			sum += s.Minutes
		}
	}
	return sum
}

func TestARetakeFollowsTheBands(t *testing.T) {
	r := retakeOf(BandAbove, BandNear, BandBelow, BandNear)
	p := mustBuild(t, r)
	for _, e := range broken(r, p) {
		t.Error(e)
	}
	for i, want := range []bool{false, false, true, false} {
		id := r.Study.Domains[i].ID
		if got := minutesOf(p, id, Learn) > 0; got != want {
			t.Errorf("%s: first pass planned: %v", id, got)
		}
	}
	if a := p.Allocation; !(a[2].Minutes > a[1].Minutes && a[1].Minutes > a[0].Minutes) {
		t.Errorf("minutes by band: above %d, near %d, below %d", a[0].Minutes, a[1].Minutes, a[2].Minutes)
	}
	if a := p.Allocation; !(a[0].MasteryNow > r.Study.PassLine && a[1].MasteryNow < a[0].MasteryNow && a[2].MasteryNow < a[1].MasteryNow) {
		t.Errorf("mastery by band: %.2f, %.2f, %.2f", a[0].MasteryNow, a[1].MasteryNow, a[2].MasteryNow)
	}
	if hasNotice(p, NoticeTooEarly) {
		t.Error("90 days are no wait to complain of")
	}
}

func TestASittingCountsAsWhatItIs(t *testing.T) {
	near := retakeOf(BandNear, BandNear, BandNear)
	before := mustBuild(t, near).Allocation[0].MasteryNow

	worked := near
	worked.Today = near.Today.AddDays(14)
	for i := range 6 {
		worked.History = append(worked.History, Session{ID: string(rune('a' + i)), Date: near.Today.AddDays(i), Domain: "d00", Activity: Practise, Minutes: 60, DoneMinutes: 60, Status: Done})
	}
	if after := mustBuild(t, worked).Allocation[0].MasteryNow; after <= before {
		t.Errorf("six hours of practice since the sitting brought %.3f from %.3f", after, before)
	}
	for i := range worked.History { // the same work before it is part of its result
		worked.History[i].Date = near.Sittings[0].Date.AddDays(-i)
	}
	if after := mustBuild(t, worked).Allocation[0].MasteryNow; after != before {
		t.Errorf("practice before the sitting moved its result from %.3f to %.3f", before, after)
	}

	mocks := near
	mocks.Evidence = []Evidence{{Domain: "d00", Mastery: 0.8, SE: 0.04}}
	if after := mustBuild(t, mocks).Allocation[0].MasteryNow; after <= before || after >= 0.8 {
		t.Errorf("a mastery of 0.80 from mocks and %.3f from the sitting make %.3f", before, after)
	}

	passed := near
	passed.Sittings = []Sitting{near.Sittings[0], {ID: "sat-2", Date: near.Today, Passed: true}}
	rated := near
	rated.Sittings = nil
	if a, b := mustBuild(t, passed).Allocation[0].MasteryNow, mustBuild(t, rated).Allocation[0].MasteryNow; a != b {
		t.Errorf("once it is passed, an earlier failure still says %.3f instead of %.3f", a, b)
	}

	percent := near
	percent.Sittings = []Sitting{{ID: "sat-1", Date: near.Sittings[0].Date, Results: []DomainResult{{Domain: "d00", Percent: 58, HasPercent: true}}}}
	if p := mustBuild(t, percent); p.Allocation[0].MasteryNow != 0.58 || minutesOf(p, "d00", Learn) == 0 || minutesOf(p, "d01", Learn) != 0 {
		t.Errorf("58 %% right is taken as %.3f; first pass %d and %d min", p.Allocation[0].MasteryNow, minutesOf(p, "d00", Learn), minutesOf(p, "d01", Learn))
	}
}

func TestADateTooEarlyForARetakeIsTold(t *testing.T) {
	r := retakeOf(BandNear, BandBelow)
	r.Study.ExamDate = r.Today.AddDays(20)
	p := mustBuild(t, r)
	if !hasNotice(p, NoticeTooEarly) {
		t.Fatalf("notices: %+v", p.Notices)
	}
	for _, n := range p.Notices {
		if n.Code == NoticeTooEarly && !strings.Contains(n.Text, longDate(r.Sittings[0].Date.AddDays(31))) {
			t.Errorf("%q does not name the first day", n.Text)
		}
	}
}

func TestRetakeDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "domains")
		bands := make([]Band, n)
		for i := range bands {
			bands[i] = rapid.SampledFrom([]Band{"", BandAbove, BandNear, BandBelow}).Draw(t, "band")
		}
		r := retakeOf(bands...)
		r.Study.Target = rapid.SampledFrom([]float64{0.70, 0.75, 0.80, 0.90}).Draw(t, "target")
		for i := range r.Study.Availability.Weekday {
			r.Study.Availability.Weekday[i] = rapid.SampledFrom([]int{0, 30, 60, 200}).Draw(t, "minutes")
		}
		dates, err := RetakeDates(r)
		if err != nil {
			t.Fatal(err)
		}
		earliest, _ := r.Retake.Earliest(sittingDates(r.Sittings))
		if dates[0].Date != earliest {
			t.Fatalf("the first date is %s, not %s", dates[0].Date, earliest)
		}
		for i, d := range dates {
			q := r
			q.Study.ExamDate = d.Date
			if p := mustBuild(t, q); p.Verdict != d.Plan.Verdict || hasNotice(p, NoticeTooEarly) {
				t.Fatalf("%s was promised %s and brings %s", d.Date, d.Plan.Verdict, p.Verdict)
			}
			for _, e := range broken(q, d.Plan) {
				t.Fatal(e)
			}
			if i == 1 && (d.Plan.Verdict == DoesNotFit || d.Plan.CushionMinutes < 0) {
				t.Fatalf("the second date, %s, does not fit: %s", d.Date, d.Plan.Verdict)
			}
		}
	})
}

// A better result in one domain never gives it more time, nor brings it a first pass.
func TestABetterBandNeverAsksForMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "domains")
		bands := make([]Band, n)
		for i := range bands {
			bands[i] = rapid.SampledFrom(Bands).Draw(t, "band")
		}
		bands[0] = rapid.SampledFrom([]Band{BandNear, BandBelow}).Draw(t, "worse")
		worse := mustBuild(t, retakeOf(bands...))
		bands[0] = map[Band]Band{BandNear: BandAbove, BandBelow: BandNear}[bands[0]]
		better := mustBuild(t, retakeOf(bands...))
		if w, b := worse.Allocation[0].Minutes, better.Allocation[0].Minutes; b > w+DefaultSessionMinutes {
			t.Fatalf("a better band, and %d minutes instead of %d", b, w)
		}
		if minutesOf(better, "d00", Learn) > minutesOf(worse, "d00", Learn) {
			t.Fatal("a better band brought a first pass")
		}
	})
}

func TestBadSittingsAreRefusedByField(t *testing.T) {
	for field, spoil := range map[string]func(*Request){
		"sittings[0].date":        func(r *Request) { r.Sittings[0].Date = r.Today.AddDays(1) },
		"sittings[0].domains.d00": func(r *Request) { r.Sittings[0].Results[0].Band = "superb" },
		"sittings[0].domains.d01": func(r *Request) {
			r.Sittings[0].Results[1] = DomainResult{Domain: "d01", HasPercent: true, Percent: 101}
		},
		"sittings[0].domains.d99": func(r *Request) { r.Sittings[0].Results[1].Domain = "d99" },
		"retake.wait_days[1]":     func(r *Request) { r.Retake.WaitDays = []int{1, -1} },
		"retake.within_days":      func(r *Request) { r.Retake = RetakeRule{Attempts: 4} },
		"sittings":                func(r *Request) { r.Sittings = make([]Sitting, 51) },
		"sittings[0].note":        func(r *Request) { r.Sittings[0].Note = strings.Repeat("x", MaxTextRunes+1) },
	} {
		r := retakeOf(BandNear, BandBelow)
		spoil(&r)
		if _, err := Build(r); ErrorField(err) != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

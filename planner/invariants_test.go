package planner

import (
	"flag"
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestMain lets each property try a thousand studies, the same ones each time: a change fails on its own account, not by the luck of the day. `make properties` tries
// many more, others each time.
func TestMain(m *testing.M) {
	flag.Parse()
	chosen := false
	flag.Visit(func(f *flag.Flag) { chosen = chosen || f.Name == "rapid.checks" || f.Name == "rapid.seed" })
	if !chosen {
		checks := "1000"
		if testing.Short() { // under the race detector
			checks = "50"
		}
		_ = flag.Set("rapid.checks", checks)
		_ = flag.Set("rapid.seed", "20261124")
	}
	os.Exit(m.Run())
}

// anyRequest draws a study and a day: ordinary ones mostly, and odd ones often enough.
func anyRequest(t *rapid.T) Request {
	days := rapid.OneOf(rapid.IntRange(1, 30), rapid.IntRange(20, 120), rapid.IntRange(100, 800)).Draw(t, "days")
	domains := rapid.OneOf(rapid.IntRange(1, 9), rapid.IntRange(1, 50)).Draw(t, "domains")
	return drawRequest(t, days, domains)
}

func drawRequest(t *rapid.T, days, domains int) Request {
	today := (Date{2026, 11, 23}).AddDays(rapid.IntRange(0, 6).Draw(t, "weekday"))
	s := Study{
		ExamDate: today.AddDays(days), Questions: 125, ExamMinutes: 180, MocksWanted: MocksAuto,
		SessionMinutes: rapid.SampledFrom([]int{15, 20, 30, 45, 45, 60, 90, 120, 200}).Draw(t, "session"),
		HoursReference: rapid.SampledFrom([]float64{10, 60, 120, 120, 150, 400}).Draw(t, "hours"),
		Target:         rapid.SampledFrom([]float64{0.3, 0.6, 0.7, 0.75, 0.75, 0.85, 0.965, 1}).Draw(t, "target"),
		Buffer:         rapid.SampledFrom([]float64{0, 0.05, 0.15, 0.15, 0.3, 0.5}).Draw(t, "buffer"),
		MockMinutes:    rapid.SampledFrom([]int{30, 60, 90, 120, 180, 180, 240, 360}).Draw(t, "mock"),
		ContentShare:   rapid.SampledFrom([]float64{0.1, 0.45, 0.45, 0.45, 1}).Draw(t, "content"),
	}
	if rapid.IntRange(0, 9).Draw(t, "mocks chosen") == 0 {
		s.MocksWanted = rapid.IntRange(0, 8).Draw(t, "mocks")
	}
	for i := range s.Availability.Weekday {
		s.Availability.Weekday[i] = rapid.SampledFrom([]int{0, 0, 10, 20, 30, 40, 45, 60, 60, 75, 90, 120, 180, 240, 480}).Draw(t, "minutes")
	}
	for range rapid.IntRange(0, 3).Draw(t, "breaks") {
		first := today.AddDays(rapid.IntRange(-3, days+3).Draw(t, "off from"))
		s.Availability.Off = append(s.Availability.Off, DateRange{First: first, Last: first.AddDays(rapid.IntRange(0, 21).Draw(t, "off days"))})
	}
	for range rapid.IntRange(0, 3).Draw(t, "special") {
		s.Availability = s.Availability.WithDay(DayMinutes{Date: today.AddDays(rapid.IntRange(0, days).Draw(t, "day")), Minutes: rapid.IntRange(0, 600).Draw(t, "day minutes")})
	}
	rated := rapid.Bool().Draw(t, "rated")
	for i := range domains {
		d := StudyDomain{Domain: Domain{ID: fmt.Sprintf("d%02d", i), Name: fmt.Sprint("Domain ", i), Weight: rapid.SampledFrom([]float64{0, 1, 5, 10, 15, 20, 25, 0.01}).Draw(t, "weight")},
			Difficulty: rapid.SampledFrom([]float64{0.5, 1, 1, 1, 2}).Draw(t, "difficulty")}
		if rated {
			d.Rating = rapid.IntRange(0, 5).Draw(t, "rating")
		} else {
			d.HasMastery, d.Mastery = true, float64(rapid.IntRange(0, 100).Draw(t, "mastery"))/100
		}
		s.Domains = append(s.Domains, d)
	}
	return Request{Today: today, Study: s}
}

func mustBuild(t interface{ Fatalf(string, ...any) }, r Request) Plan {
	p, err := Build(r)
	if err != nil {
		t.Fatalf("%v\n%+v", err, r)
	}
	return p
}

func hasNotice(p Plan, code string) bool {
	return slices.ContainsFunc(p.Notices, func(n Notice) bool { return n.Code == code })
}

// broken lists the rules of docs/planning.md a plan breaks. It knows the rules and nothing of how plans are made.
func broken(r Request, p Plan) []string {
	r.Study = r.Study.WithDefaults()
	c := &checker{r: r, p: p, days: r.Today.DaysUntil(r.Study.ExamDate)}
	c.perDay()
	c.perSession()
	c.mocks()
	c.visits()
	c.figures()
	return c.out
}

type checker struct {
	r    Request
	p    Plan
	days int
	out  []string
}

func (c *checker) fail(format string, args ...any) {
	c.out = append(c.out, fmt.Sprintf(format, args...))
}

func (c *checker) weighted() int {
	n, sum := 0, 0.0
	for _, d := range c.r.Study.Domains {
		sum += d.Weight
		if d.Weight > 0 {
			n++
		}
	}
	if sum == 0 {
		return len(c.r.Study.Domains)
	}
	return n
}

func (c *checker) hasWeight(id string) bool {
	d, _ := c.r.Study.Domain(id)
	return d.Weight > 0 || c.r.Study.WeightTotal() == 0
}

// taper is the first day of the taper, counted from today.
func (c *checker) taper() int {
	total := c.days
	if !c.r.Study.Start.IsZero() {
		total = c.r.Study.Start.DaysUntil(c.r.Study.ExamDate)
	}
	return c.days - min(7, max(1, int(math.Round(0.06*float64(total)))))
}

func (c *checker) day(s Session) int { return c.r.Today.DaysUntil(s.Date) }

func (c *checker) perDay() {
	minutes := make([]int, max(c.days, 0))
	count := make([]int, max(c.days, 0))
	domains := make([]map[string]int, max(c.days, 0))
	for _, s := range c.p.Sessions {
		t := c.day(s)
		if t < 0 || t >= c.days {
			c.fail("session on %s, outside the plan", s.Date)
			continue
		}
		minutes[t] += s.Minutes
		count[t]++
		if domains[t] == nil {
			domains[t] = map[string]int{}
		}
		if s.Domain != "" {
			domains[t][s.Domain] += s.Minutes
		}
		if s.Activity == Learn && t >= c.taper() && !s.Pinned {
			c.fail("first pass on %s, in the taper", s.Date)
		}
	}
	lastOffered, lastPlanned := 0.0, 0
	for t, m := range minutes {
		offered := c.r.Study.Availability.Minutes(c.r.Today.AddDays(t))
		if t >= c.taper() {
			lastOffered += 0.5 * float64(offered)
			lastPlanned += m
		}
		if m > offered {
			c.fail("day %d has %d min of %d", t, m, offered)
		}
		for id, n := range domains[t] {
			if count[t] >= 3 && c.weighted() >= 3 && !c.needsMost(id) && float64(n) > 0.6*float64(m)+0.5 {
				c.fail("day %d: %d of %d min for %s in %d sessions", t, n, m, id, count[t])
			}
		}
	}
	if float64(lastPlanned) > lastOffered+5 && c.days > 1 {
		c.fail("the taper has %d min, %.0f are half", lastPlanned, lastOffered)
	}
}

// needsMost tells whether more than 60 % of what there is to gain lies in one domain: it may then have most of a day.
func (c *checker) needsMost(id string) bool {
	own, all := 0.0, 0.0
	for i, d := range c.r.Study.Domains {
		weight := d.Weight
		if c.r.Study.WeightTotal() == 0 {
			weight = 1 // all equal
		}
		need := weight * d.Difficulty * (0.97 - c.p.Allocation[i].MasteryNow)
		if d.ID == id {
			own = need
		}
		all += need
	}
	return own > (0.6-1e-9)*all
}

func (c *checker) perSession() {
	ids := map[string]bool{}
	for i, s := range c.p.Sessions {
		if ids[s.ID] || s.ID == "" {
			c.fail("id %q twice or empty", s.ID)
		}
		ids[s.ID] = true
		if s.Activity == MockExam {
			if s.Minutes != c.r.Study.MockMinutes {
				c.fail("mock of %d min", s.Minutes)
			}
		} else if s.Minutes < 15 || s.Minutes > 120 {
			c.fail("session of %d min", s.Minutes)
		}
		if s.Domain != "" && !c.hasWeight(s.Domain) {
			c.fail("session of %s, which has no weight", s.Domain)
		}
		if s.Reason == "" || !s.Activity.Valid() {
			c.fail("session without reason or activity")
		}
		if i > 0 {
			b := c.p.Sessions[i-1]
			if s.Date.Before(b.Date) || s.Date == b.Date && s.Order != b.Order+1 {
				c.fail("sessions out of order")
			}
		}
	}
}

func (c *checker) mocks() {
	last, total, all := -100, 0, 0
	for t := range c.days {
		all += c.r.Study.Availability.Minutes(c.r.Today.AddDays(t))
	}
	for _, s := range c.p.Sessions {
		if s.Activity == MockExam || s.Activity == Debrief {
			total += s.Minutes
		}
		if s.Activity != MockExam {
			continue
		}
		t := c.day(s)
		if t-last < 5 || c.days-t < 3 || c.days < 10 && c.r.Study.MocksWanted == MocksAuto {
			c.fail("mock on day %d of %d after one on %d", t, c.days, last)
		}
		debrief := 0
		for _, d := range c.p.Sessions {
			if d.Activity == Debrief && c.day(d) >= t && c.day(d) <= t+3 {
				debrief += d.Minutes
			}
		}
		if debrief*2 < s.Minutes-5 && !hasNotice(c.p, NoticeDebriefShort) {
			c.fail("mock on day %d has %d min of debrief", t, debrief)
		}
		last = t
	}
	if float64(total) > 0.2*float64(all) {
		c.fail("mocks and debriefs take %d of %d min", total, all)
	}
}

// visits checks that domains are met before the first mock, again and again, and at the end.
func (c *checker) visits() {
	met := map[string]bool{}
	last := map[string]int{}
	before := 0
	mock := false
	for _, s := range c.p.Sessions {
		switch {
		case s.Activity == MockExam && !mock:
			mock = true
			if before >= c.weighted() && len(met) < c.weighted() {
				c.fail("%d of %d domains met in the %d sessions before mock 1", len(met), c.weighted(), before)
			}
			fallthrough
		case s.Domain == "" && s.Activity != Debrief:
			for _, d := range c.r.Study.Domains {
				if _, ok := last[d.ID]; ok || s.Activity == MockExam {
					c.visit(last, d.ID, c.day(s))
				}
			}
		case s.Domain != "":
			c.visit(last, s.Domain, c.day(s))
			met[s.Domain] = true
		}
		before++
	}
	studied := false
	for _, s := range c.p.Sessions {
		studied = studied || c.day(s) >= c.days-10 && s.Activity != Debrief
	}
	for _, d := range c.r.Study.Domains {
		if t, ok := last[d.ID]; studied && c.hasWeight(d.ID) && (!ok || t < c.days-10) && !slices.ContainsFunc(c.p.Sessions, func(s Session) bool { return s.Domain == "" && s.Activity != Debrief && c.day(s) >= c.days-10 }) {
			c.fail("%s is not met in the last ten days", d.ID)
		}
	}
}

func (c *checker) visit(last map[string]int, id string, t int) {
	if from, ok := last[id]; ok && c.hasWeight(id) {
		open := 0
		for i := from; i < t; i++ {
			if !c.r.Study.Availability.IsOff(c.r.Today.AddDays(i)) {
				open++
			}
		}
		best := math.Min(math.Max(0.9*math.Pow(float64(c.days-from), 0.56), 2), 28)
		if float64(open) > math.Max(1.5*best, float64(int(1.5*best)))+1e-9 && !hasNotice(c.p, NoticeLongGaps) {
			c.fail("%s waits %d days from day %d", id, open, from)
		}
	}
	last[id] = t
}

// figures checks that the answer agrees with the plan.
func (c *checker) figures() {
	for name, v := range map[string]float64{"score": c.p.ExpectedScore, "points": c.p.PointsPerExtraHour} {
		if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
			c.fail("%s is %v", name, v)
		}
	}
	good := c.p.Verdict == Fits || c.p.Verdict == Tight
	if good && c.p.ExpectedScore < c.r.Study.Target-1e-9 && c.days > 0 {
		c.fail("verdict %s with %.4f of %.4f", c.p.Verdict, c.p.ExpectedScore, c.r.Study.Target)
	}
	if good && hasNotice(c.p, NoticeFirstPassShort) {
		c.fail("verdict %s with a first pass that does not fit", c.p.Verdict)
	}
	if good != (c.p.CushionMinutes >= 0) && c.p.Verdict == Fits {
		c.fail("verdict %s with a cushion of %d", c.p.Verdict, c.p.CushionMinutes)
	}
	if c.p.BindingMilestone == MilestoneExam && c.p.AvailableMinutes-c.p.NeededMinutes != c.p.CushionMinutes {
		c.fail("%d available, %d needed, cushion %d", c.p.AvailableMinutes, c.p.NeededMinutes, c.p.CushionMinutes)
	}
	minutes := map[string]int{}
	for _, s := range c.p.Sessions {
		minutes[s.Domain] += s.Minutes
	}
	for _, a := range c.p.Allocation {
		if a.Minutes != minutes[a.Domain] {
			c.fail("allocation of %s: %d, planned %d", a.Domain, a.Minutes, minutes[a.Domain])
		}
	}
}

func TestPlansKeepTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRequest(t)
		if b := broken(r, mustBuild(t, r)); len(b) > 0 {
			t.Fatalf("%s", strings.Join(b, "\n"))
		}
	})
}

func TestSameRequestSamePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRequest(t)
		p := mustBuild(t, r)
		order := rapid.Permutation(r.Study.Domains).Draw(t, "order")
		shuffled := r
		shuffled.Study.Domains = order
		q := mustBuild(t, shuffled)
		if !reflect.DeepEqual(p.Sessions, q.Sessions) || p.ExpectedScore != q.ExpectedScore || p.Verdict != q.Verdict {
			t.Fatalf("the order of domains changes the plan")
		}
	})
}

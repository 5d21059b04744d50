package planner

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// under is a plan some days on: everything done up to then but for a few sessions that were missed.
type under struct {
	RebalanceRequest
	missed, missedLearn int
}

// anyUnder draws a plan under way.
func anyUnder(t *rapid.T) under {
	days := rapid.OneOf(rapid.IntRange(5, 40), rapid.IntRange(30, 120)).Draw(t, "days")
	r := drawRequest(t, days, rapid.IntRange(1, 9).Draw(t, "domains"))
	r.Study.Start = r.Today
	p := mustBuild(t, r)
	u := under{RebalanceRequest: RebalanceRequest{Request: r, Plan: p.Sessions}}
	u.Today = r.Today.AddDays(rapid.IntRange(0, days-1).Draw(t, "on"))
	missable := rapid.IntRange(0, 8).Draw(t, "missed")
	for i := range u.Plan {
		s := &u.Plan[i]
		if !s.Date.Before(u.Today) {
			break
		}
		s.Status, s.DoneMinutes = Done, s.Minutes
		if missable > 0 && s.Activity != MockExam && s.Activity != Debrief && u.Today.DaysUntil(s.Date) >= -8 && rapid.Bool().Draw(t, "miss") {
			s.Status, s.DoneMinutes = Missed, 0
			missable--
			u.missed++
			if s.Activity == Learn {
				u.missedLearn++
			}
		}
	}
	return u
}

func mustRebalance(t interface{ Fatalf(string, ...any) }, r RebalanceRequest) Rebalanced {
	out, err := Rebalance(r)
	if err != nil {
		t.Fatalf("%v\n%+v", err, r)
	}
	return out
}

// future are the planned sessions from today on.
func future(r RebalanceRequest) []Session {
	var out []Session
	for _, s := range r.Plan {
		if (s.Status == Planned || s.Status == "") && !s.Date.Before(r.Today) {
			out = append(out, s)
		}
	}
	return out
}

// withoutStage forgets what depends on the day alone.
func withoutStage(in []Session) []Session {
	out := slices.Clone(in)
	for i := range out {
		out[i].Stage = ""
	}
	return out
}

func TestNothingHappenedMovesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUnder(t)
		for i := range u.Plan {
			if u.Plan[i].Status == Missed {
				u.Plan[i].Status, u.Plan[i].DoneMinutes = Done, u.Plan[i].Minutes
			}
		}
		out := mustRebalance(t, u.RebalanceRequest)
		if before := withoutStage(future(u.RebalanceRequest)); out.Difference.ChangedSessions != 0 || !reflect.DeepEqual(before, withoutStage(out.Plan.Sessions)) && len(before) > 0 {
			t.Fatalf("%d sessions change though nothing happened: %+v", out.Difference.ChangedSessions, out.Difference)
		}
	})
}

func TestMissedSessionsChangeLittle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUnder(t)
		out := mustRebalance(t, u.RebalanceRequest)
		if d := out.Difference; d.ChangedSessions > 2*u.missed {
			t.Fatalf("%d sessions change, %d were missed: %+v", d.ChangedSessions, u.missed, d)
		} else if u.missedLearn == 0 && len(d.Moved)+len(d.Added)+len(d.Removed) > 0 {
			t.Fatalf("no first pass was missed, and sessions move: %+v", d)
		}
	})
}

// happen lets something happen to a plan: days off, fewer or more hours, another exam date, other mastery, a mock more or less, pins, a domain more, a harder one.
func happen(t *rapid.T, u *under) {
	left := max(u.Today.DaysUntil(u.Study.ExamDate), 1)
	s := Scenario{}
	switch rapid.IntRange(0, 8).Draw(t, "event") {
	case 0:
		first := u.Today.AddDays(rapid.IntRange(0, left).Draw(t, "off from"))
		s.Skip = []DateRange{{first, first.AddDays(rapid.IntRange(0, 10).Draw(t, "off days"))}}
	case 1:
		s.DayMinutes = rapid.IntRange(-60, 60).Draw(t, "minutes")
	case 2:
		to := u.Study.ExamDate.AddDays(rapid.IntRange(-left+1, 30).Draw(t, "exam"))
		s.Change.ExamDate = &to
	case 3:
		u.Study.Domains = slices.Clone(u.Study.Domains)
		d := &u.Study.Domains[rapid.IntRange(0, len(u.Study.Domains)-1).Draw(t, "domain")]
		d.HasMastery, d.Mastery = true, 0.2
	case 4:
		s.Mocks = rapid.SampledFrom([]int{-1, 1}).Draw(t, "mocks")
	case 5:
		u.Study.Availability = u.Study.Availability.Clone()
		u.Study.Availability.Off = nil
	case 6:
		if f := future(u.RebalanceRequest); len(f) > 0 {
			id := f[rapid.IntRange(0, len(f)-1).Draw(t, "pin")].ID
			for i := range u.Plan {
				if u.Plan[i].ID == id {
					u.Plan[i].Pinned = true
					u.Plan[i].Date = u.Today.AddDays(rapid.IntRange(0, left-1).Draw(t, "to"))
				}
			}
		}
	case 7:
		u.Study.Domains = append(slices.Clone(u.Study.Domains), StudyDomain{Domain: Domain{ID: "new", Name: "New", Weight: 10}, Rating: 2, Difficulty: 1})
	case 8:
		u.Study.Domains = slices.Clone(u.Study.Domains)
		u.Study.Domains[rapid.IntRange(0, len(u.Study.Domains)-1).Draw(t, "domain")].Difficulty = 3
	}
	u.Backlog = rapid.SampledFrom([]Backlog{BacklogRepair, BacklogRepair, BacklogSpread, BacklogShift, BacklogDrop}).Draw(t, "backlog")
	u.Steadiness = rapid.SampledFrom([]Steadiness{"", SteadyLow, SteadyHigh}).Draw(t, "steadiness")
	u.RebalanceRequest = s.Apply(u.RebalanceRequest)
}

// next is the request as it would be after the repair was stored.
func (u under) next(out Rebalanced) RebalanceRequest {
	r := u.RebalanceRequest
	r.Plan = nil
	for _, s := range u.Plan {
		if s.Status == Done || s.Status == Skipped || s.Date.Before(u.Today) {
			if slices.Contains(out.Settled, s.ID) {
				s.Status = Skipped
			}
			r.Plan = append(r.Plan, s)
		}
	}
	r.Plan = append(r.Plan, out.Plan.Sessions...)
	return r
}

func TestRepairTwiceIsRepairOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUnder(t)
		happen(t, &u)
		out := mustRebalance(t, u.RebalanceRequest)
		again := mustRebalance(t, u.next(out))
		if d := again.Difference; d.ChangedSessions != 0 {
			t.Fatalf("the second repair changes %d sessions: %+v\nfirst: %+v", d.ChangedSessions, d, out.Difference)
		}
	})
}

func TestRepairKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := anyUnder(t)
		happen(t, &u)
		out := mustRebalance(t, u.RebalanceRequest)
		if again := mustRebalance(t, u.RebalanceRequest); !reflect.DeepEqual(out, again) {
			t.Fatalf("the same request gives two answers")
		}
		after := map[string]Session{}
		minutes := map[Date]int{}
		pinned := map[Date]int{}
		for _, s := range out.Plan.Sessions {
			if _, twice := after[s.ID]; twice || s.Date.Before(u.Today) || s.Status != Planned || s.Reason == "" {
				t.Fatalf("session %+v", s)
			}
			after[s.ID] = s
			minutes[s.Date] += s.Minutes
			if s.Pinned {
				pinned[s.Date] += s.Minutes
			}
		}
		for d, n := range minutes {
			if limit := u.Study.Availability.Minutes(d); n > max(limit, pinned[d]) {
				t.Fatalf("%s holds %d of %d min", d, n, limit)
			}
		}
		listed := listedChanges(out.Difference)
		for _, s := range future(u.RebalanceRequest) {
			now, ok := after[s.ID]
			same := ok && now.Date == s.Date && now.Domain == s.Domain && now.Activity == s.Activity && now.Minutes == s.Minutes
			if s.Pinned && !same && s.Date.Before(u.Study.ExamDate) {
				t.Fatalf("pinned %+v became %+v", s, now)
			}
			if same == listed[s.ID] {
				t.Fatalf("%+v became %+v; listed as changed: %v", s, now, listed[s.ID])
			}
		}
	})
}

// listedChanges are the IDs a difference names; each must come with a reason.
func listedChanges(d Difference) map[string]bool {
	out := map[string]bool{}
	add := func(id, reason string) { out[id] = strings.TrimSpace(reason) != "" }
	for _, c := range d.Moved {
		add(c.Session.ID, c.Reason)
	}
	for _, c := range d.Altered {
		add(c.After.ID, c.Reason)
	}
	for _, c := range d.Added {
		add(c.Session.ID, c.Reason)
	}
	for _, c := range d.Removed {
		add(c.Session.ID, c.Reason)
	}
	return out
}

// A plan from outside may hold anything that passes for a session: it is answered or refused by field, never with a panic.
func TestAnyPlanIsAnsweredOrRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRequest(t, rapid.IntRange(0, 60).Draw(t, "days"), rapid.IntRange(1, 4).Draw(t, "domains"))
		r.Study.ExamDate = r.Today.AddDays(rapid.IntRange(-3, 60).Draw(t, "exam"))
		u := RebalanceRequest{Request: r, PublishedDays: rapid.IntRange(0, 90).Draw(t, "published"), StartTomorrow: rapid.Bool().Draw(t, "tomorrow"),
			Backlog: rapid.SampledFrom([]Backlog{BacklogRepair, BacklogSpread, BacklogShift, BacklogDrop, "burn"}).Draw(t, "backlog")}
		if rapid.Bool().Draw(t, "want") {
			n := rapid.IntRange(-1, 60).Draw(t, "mocks wanted")
			u.WantMocks = &n
		}
		least := rapid.SampledFrom([]int{0, 0, 0, 0, -1}).Draw(t, "least")
		for i := range rapid.IntRange(0, 40).Draw(t, "sessions") {
			u.Plan = append(u.Plan, Session{
				ID:       fmt.Sprint("s", i),
				Date:     r.Today.AddDays(rapid.IntRange(-90, 90).Draw(t, "date")),
				Domain:   rapid.SampledFrom([]string{"", "d00", "d01", "d03", "nowhere"}).Draw(t, "domain"),
				Activity: rapid.SampledFrom(Activities).Draw(t, "activity"),
				Minutes:  rapid.IntRange(least, 900).Draw(t, "minutes"),
				Pinned:   rapid.Bool().Draw(t, "pinned"),
				Status:   rapid.SampledFrom([]Status{"", Planned, Done, Missed, Skipped}).Draw(t, "status"),
			})
		}
		out, err := Rebalance(u)
		if err != nil {
			if ErrorField(err) == "" {
				t.Fatalf("%v names no field", err)
			}
			return
		}
		for _, s := range out.Plan.Sessions {
			if s.Domain == "nowhere" && !s.Pinned {
				t.Fatalf("%+v is still planned", s)
			}
		}
	})
}

// A domain added later, or made harder, gets the first pass it was never given, with a reason; the second repair has nothing left to do.
func TestFirstPassOfWhatIsNewIsPlaced(t *testing.T) {
	under := func() RebalanceRequest {
		r := benchRequest(120, 4)
		r.Study.Availability.Off = nil
		p := mustBuild(t, r)
		u := RebalanceRequest{Request: r, Plan: p.Sessions}
		u.Today = r.Today.AddDays(20)
		for i := range u.Plan {
			if s := &u.Plan[i]; s.Date.Before(u.Today) {
				s.Status, s.DoneMinutes = Done, s.Minutes
			}
		}
		u.Study.Domains = slices.Clone(r.Study.Domains)
		return u
	}
	learned := func(in []Session, id string) int {
		sum := 0
		for _, s := range in {
			if s.Domain == id && s.Activity == Learn {
				sum += s.Minutes
			}
		}
		return sum
	}
	added, harder, light := under(), under(), under()
	added.Study.Domains = append(added.Study.Domains, StudyDomain{Domain: Domain{ID: "new", Name: "New", Weight: 6}, Rating: 1})
	harder.Study.Domains[0].Difficulty = 2
	light.Study.Domains = append(light.Study.Domains, StudyDomain{Domain: Domain{ID: "new", Name: "New"}, Rating: 1})
	for name, c := range map[string]struct {
		r      RebalanceRequest
		id     string
		least  int
		reason string
	}{
		"added":          {added, "new", 240, reasonNewDomain},
		"harder":         {harder, "d00", 240, reasonMoreToRead},
		"without weight": {light, "new", 0, ""},
	} {
		out := mustRebalance(t, c.r)
		before, after := learned(future(c.r), c.id), learned(out.Plan.Sessions, c.id)
		if after-before < c.least || c.least == 0 && after > 0 {
			t.Errorf("%s: first pass of %d min becomes %d", name, before, after)
		}
		m := newModel(Request{Today: c.r.Today, Study: c.r.Study.WithDefaults(), History: past(c.r)})
		if i := m.domainIndex(c.id); c.least > 0 && after < m.domains[i].firstPass-shortestSession {
			t.Errorf("%s: %d of %d min are planned", name, after, m.domains[i].firstPass)
		}
		if hasNotice(out.Plan, NoticeFirstPassShort) {
			t.Errorf("%s: %+v", name, out.Plan.Notices)
		}
		for _, s := range out.Plan.Sessions {
			if s.Domain == c.id && s.Activity == Learn && c.least > 0 && c.id == "new" && s.Reason != c.reason {
				t.Errorf("%s: the reason is %q", name, s.Reason)
			}
		}
		next := c.r
		next.Plan = append(past(c.r), out.Plan.Sessions...)
		if again := mustRebalance(t, next); again.Difference.ChangedSessions != 0 {
			t.Errorf("%s: the second repair changes %d sessions", name, again.Difference.ChangedSessions)
		}
	}
}

// past are the sessions of a plan before today.
func past(r RebalanceRequest) []Session {
	var out []Session
	for _, s := range r.Plan {
		if s.Date.Before(r.Today) {
			out = append(out, s)
		}
	}
	return out
}

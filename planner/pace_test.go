package planner

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// doneAt are n done sessions of an activity, one a day up to the day before today, each taking so many minutes for 45 that were planned.
func doneAt(today Date, n int, a Activity, minutes int) []Session {
	var out []Session
	for i := range n {
		out = append(out, Session{
			ID: string(a) + string(rune('a'+i)), Date: today.AddDays(i - n), Domain: "d00", Activity: a,
			Minutes: 45, DoneMinutes: minutes, Status: Done,
		})
	}
	return out
}

func TestPaceOfNothingIsThePlan(t *testing.T) {
	p := PaceOf(nil, MustDate("2026-11-23"))
	for _, a := range Activities {
		if p.Of(a) != 1 {
			t.Errorf("%s: factor %v without any evidence", a, p.Of(a))
		}
	}
	if p.Kept != 1 {
		t.Errorf("kept %v without any plan", p.Kept)
	}
}

func TestPaceIsLearnedByActivityAndPerson(t *testing.T) {
	today := MustDate("2026-11-23")
	slow := doneAt(today, 8, Learn, 60) // 4:3, six hours planned
	p := PaceOf(slow, today)
	learn, practise := p.Of(Learn), p.Of(Practise)
	if learn <= 1.15 || learn >= 4.0/3 {
		t.Errorf("the pace of reading is %.3f; it should be well on the way from 1 to 1.333", learn)
	}
	if practise <= 1 || practise >= learn {
		t.Errorf("the pace of practice is %.3f; a slow reader is expected to be somewhat slow here too, less than in reading (%.3f)", practise, learn)
	}
	if p.Of(MockExam) != 1 {
		t.Error("a timed mock has no pace of its own")
	}
	long := PaceOf(doneAt(today, 20, Learn, 60), today)
	if f := long.Of(Learn); f <= learn || f > 4.0/3 {
		t.Errorf("with more evidence the pace is %.3f, from %.3f", f, learn)
	}
	wide, narrow := p.Activities[0], long.Activities[0]
	if narrow.High/narrow.Low >= wide.High/wide.Low {
		t.Error("more evidence did not narrow the range")
	}
}

func TestPaceIgnoresWhatIsNoEvidence(t *testing.T) {
	today := MustDate("2026-11-23")
	noise := doneAt(today, 6, Learn, 90)
	noise[0].ByHand = true       // no estimate of ours
	noise[1].Status = Missed     // not studied
	noise[2].Minutes = 0         // nothing was planned
	noise[3].Status = Skipped    // not studied
	noise[4].Activity = MockExam // timed
	noise[5].Status, noise[5].DoneMinutes = Planned, 0
	if f := PaceOf(noise, today).Of(Learn); f != 1 {
		t.Errorf("the pace is %.3f", f)
	}
	broken := doneAt(today, 6, Learn, 20) // of 45: called away, not quick
	if f := PaceOf(broken, today).Of(Learn); f != 1 {
		t.Errorf("sessions that were broken off made the pace %.3f", f)
	}
	night := doneAt(today, 1, Learn, 16*60)
	if f, most := PaceOf(night, today).Of(Learn), (paceWorth+3*45)/(paceWorth+45); f > most*most {
		t.Errorf("one timer that ran all night made the pace %.2f", f)
	}
}

func TestPaceProperties(t *testing.T) {
	today := MustDate("2026-11-23")
	rapid.Check(t, func(t *rapid.T) {
		var h []Session
		for range rapid.IntRange(0, 40).Draw(t, "sessions") {
			h = append(h, Session{
				Date: today.AddDays(-rapid.IntRange(0, 60).Draw(t, "ago")), Activity: rapid.SampledFrom(Activities).Draw(t, "activity"),
				Minutes: rapid.IntRange(0, MaxDayMinutes).Draw(t, "minutes"), DoneMinutes: rapid.IntRange(0, MaxDayMinutes).Draw(t, "done"),
				Status: rapid.SampledFrom([]Status{Planned, Done, Missed, Skipped}).Draw(t, "status"), ByHand: rapid.Bool().Draw(t, "hand"),
			})
		}
		p := PaceOf(h, today)
		for _, a := range p.Activities {
			if !(a.Low > 0 && a.Low <= a.Factor && a.Factor <= a.High) || a.Factor < 1/paceMost || a.Factor > paceMost {
				t.Fatalf("the pace of %s is %v (%v to %v)", a.Activity, a.Factor, a.Low, a.High)
			}
		}
		if !(p.Kept > 0 && p.Kept <= keptMost && p.KeptSpread > 0 && p.KeptSpread <= keptSpread) {
			t.Fatalf("kept %v, spread %v", p.Kept, p.KeptSpread)
		}
		mixed := slices.Clone(h)
		slices.Reverse(mixed)
		if !reflect.DeepEqual(p, PaceOf(mixed, today)) {
			t.Fatal("the order of sessions matters")
		}
		for i := range h { // longer sessions never make a person faster
			if h[i].Status == Done && wholly(h[i]) {
				h[i].DoneMinutes = min(h[i].DoneMinutes+30, MaxDayMinutes)
			}
		}
		for i, a := range PaceOf(h, today).Activities {
			if a.Factor < p.Activities[i].Factor-1e-12 {
				t.Fatalf("%s took longer, and its pace went from %v to %v", a.Activity, p.Activities[i].Factor, a.Factor)
			}
		}
	})
}

// A slow reader's first pass is longer by just the pace, less what lies behind, and the plan makes room for it.
func TestPaceCorrectsTheFirstPass(t *testing.T) {
	r := benchRequest(180, 6)
	first := mustBuild(t, r)
	r.Today = r.Today.AddDays(28)
	withHistory := func(minutesOf func(Session) int) Plan {
		q := r
		for _, s := range first.Sessions {
			if s.Date.Before(r.Today) {
				s.Status, s.DoneMinutes = Done, minutesOf(s)
				q.History = append(q.History, s)
			}
		}
		return mustBuild(t, q)
	}
	asPlanned := withHistory(func(s Session) int { return s.Minutes })
	slow := withHistory(func(s Session) int {
		if s.Activity == Learn {
			return s.Minutes * 3 / 2
		}
		return s.Minutes
	})
	factor := slow.Pace.Of(Learn)
	if factor < 1.2 {
		t.Fatalf("the pace is %.2f after four weeks at 1.5", factor)
	}
	if slow.FirstPass.LeftMinutes <= asPlanned.FirstPass.LeftMinutes {
		t.Errorf("%d minutes of first pass are left for a slow reader, %d for one on time", slow.FirstPass.LeftMinutes, asPlanned.FirstPass.LeftMinutes)
	}
	learn := func(p Plan) (sum int) {
		for _, s := range p.Sessions {
			if s.Activity == Learn {
				sum += s.Minutes
			}
		}
		return sum
	}
	if got := learn(slow); abs(got-slow.FirstPass.LeftMinutes) > 6*shortestSession {
		t.Errorf("%d minutes of first pass are planned, %d are left", got, slow.FirstPass.LeftMinutes)
	}
	if slow.ExpectedScore >= asPlanned.ExpectedScore {
		t.Errorf("a slow reader is expected to score %.4f, one on time %.4f", slow.ExpectedScore, asPlanned.ExpectedScore)
	}
	if asPlanned.Pace.Of(Learn) != 1 {
		t.Errorf("as planned, and the pace is %v", asPlanned.Pace.Of(Learn))
	}
}

func TestFirstPassRangeAgreesWithThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRequest(t)
		p := mustBuild(t, r)
		f := p.FirstPass
		for _, pair := range [][2]Date{{f.Early, f.Expected}, {f.Expected, f.Late}} {
			if a, b := pair[0], pair[1]; !b.IsZero() && (a.IsZero() || b.Before(a)) {
				t.Fatalf("the first pass is done on %s, %s or %s", f.Early, f.Expected, f.Late)
			}
		}
		if f.Done() && (!f.Early.IsZero() || !f.Late.IsZero()) {
			t.Fatal("a first pass that is done has a date")
		}
		last, sum := Date{}, 0
		for _, s := range p.Sessions {
			if s.Activity == Learn {
				last, sum = s.Date, sum+s.Minutes
			}
		}
		if sum > 0 && sum <= f.LeftMinutes && sum >= f.LeftMinutes-minuteStep/2 && f.Expected != last {
			t.Fatalf("nobody has logged anything, all %d minutes are planned up to %s, and the first pass is expected on %s", sum, last, f.Expected)
		}
	})
}

// People whose pace and whose faith in plans are drawn from what is assumed of them: the range holds as many as it says, before any evidence and after four weeks.
func TestFirstPassRangeHoldsWhatItSays(t *testing.T) {
	for _, weeks := range []int{0, 4} {
		rng := rand.New(rand.NewPCG(20261124, uint64(weeks)))
		const people = 400
		inside, late := 0, 0
		width := 0
		for range people {
			p := playFirstPass(t, rng, weeks)
			switch {
			case p.ended.Before(p.said.Early):
			case !p.said.Late.IsZero() && p.ended.After(p.said.Late):
				late++
			default:
				inside++
			}
			width += p.said.Early.DaysUntil(p.said.Late)
		}
		share := float64(inside) / people
		t.Logf("after %d weeks: %.1f %% inside, %.1f %% late, %d days wide in the mean", weeks, 100*share, 100*float64(late)/people, width/people)
		if share < 0.85 || share > 0.96 {
			t.Errorf("after %d weeks the 90 %% range held %.1f %%", weeks, 100*share)
		}
	}
}

type playedFirstPass struct {
	said  FirstPassRange
	ended Date
}

// playFirstPass draws a person, lets them study for some weeks, asks for the range, and then finds out when the first pass really ends.
func playFirstPass(t *testing.T, rng *rand.Rand, weeks int) playedFirstPass {
	r := benchRequest(300, 6)
	r.Study.Availability.Off = nil
	pace, kept := math.Exp(paceSpread*rng.NormFloat64()), math.Exp(keptSpread*rng.NormFloat64())
	plan := mustBuild(t, r)
	content := float64(plan.FirstPass.LeftMinutes) // at the pace of the plan
	from := r.Today.AddDays(7 * weeks)
	for _, s := range plan.Sessions {
		if !s.Date.Before(from) {
			break
		}
		s.Status = Missed
		if rng.Float64() < math.Min(kept, 1) {
			s.Status, s.DoneMinutes = Done, int(math.Round(float64(s.Minutes)*pace))
			if s.Activity == Learn {
				content -= float64(s.Minutes)
			}
		}
		r.History = append(r.History, s)
		if extra := kept - 1; extra > 0 {
			s.Status, s.DoneMinutes, s.ByHand = Done, int(math.Round(float64(s.Minutes)*extra)), true
			r.History = append(r.History, s)
			if s.Activity == Learn {
				content -= float64(s.DoneMinutes) / pace
			}
		}
	}
	r.Today = from
	r, err := prepared(r)
	if err != nil {
		t.Fatal(err)
	}
	m := newModel(r)
	now := m.plan()
	out := playedFirstPass{said: m.firstPassRange(now.Sessions), ended: r.Study.ExamDate}
	done := 0.0
	for i, n := range m.firstPassFlow(now.Sessions) {
		if done += float64(n) * kept; done >= content*pace {
			out.ended = m.date(i)
			break
		}
	}
	return out
}

// Once every planned session of the first pass is done, nothing of it is left, however long they took.
func TestAFirstPassThatWasDoneIsDone(t *testing.T) {
	for _, pace := range []float64{0.75, 1, 1.3} {
		rng := rand.New(rand.NewPCG(7, 7))
		r := benchRequest(180, 6)
		for _, s := range mustBuild(t, r).Sessions {
			if s.Activity == Learn {
				s.Status, s.DoneMinutes = Done, int(float64(s.Minutes)*pace*(0.85+0.3*rng.Float64()))
				r.History = append(r.History, s)
				r.Today = s.Date.AddDays(1)
			}
		}
		if left := mustBuild(t, r).FirstPass.LeftMinutes; left > 0 {
			t.Errorf("at a pace of %.2f, %d minutes of the first pass are left", pace, left)
		}
	}
}

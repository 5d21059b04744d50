package exchange

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/planner"
)

// computer is a data file as these tests play it: a document that is worked with, and merged with others.
type computer struct {
	name  string
	clock int64
	doc   Document
}

func newComputer(name string, clock int64) *computer {
	return &computer{name: name, clock: clock, doc: Document{Format: Format, Content: Content, Settings: []Setting{}, Studies: []Study{}, History: History{[]Seen{}, []Version{}, []Conflict{}}}}
}

// do changes the document and stamps the records that were touched, as package data does it.
func (c *computer) do(change func(*Document)) {
	before := newSide(clone(c.doc))
	change(&c.doc)
	c.doc.sort()
	after := newSide(c.doc)
	var touched []Version
	for _, id := range append(ids(before), ids(after)...) {
		was, is := before.records(id), after.records(id)
		for key := range union(was, is) {
			if a, b := was[key], is[key]; !bytes.Equal(a.text, b.text) && !(key.kind == KindPlan && onlyLeft(a, b)) {
				touched = append(touched, Version{Study: id, Kind: key.kind, ID: key.id, Deleted: !b.present()})
			}
		}
	}
	if len(touched) > 0 {
		c.stamp(touched)
	}
}

// onlyLeft tells that a plan differs by nothing but sessions that are in it no more, as those that were done are. In these tests no
// planned session is removed in another way without something else in the plan changing.
func onlyLeft(was, is record) bool {
	a, ok := was.body.(Plan)
	b, also := is.body.(Plan)
	if !ok || !also {
		return false
	}
	a.Sessions = slices.DeleteFunc(slices.Clone(a.Sessions), func(s Session) bool { return !slices.Contains(b.Sessions, s) })
	return fmt.Sprint(a) == fmt.Sprint(b)
}

func (c *computer) stamp(touched []Version) {
	c.clock++
	for _, s := range c.doc.History.Seen {
		c.clock = max(c.clock, s.Stamp+1)
	}
	h := &c.doc.History
	h.Seen = append(slices.DeleteFunc(h.Seen, func(s Seen) bool { return s.Replica == c.name }), Seen{c.name, c.clock})
	for _, v := range touched {
		v.Stamped = Stamped{c.name, c.clock}
		h.Versions = append(slices.DeleteFunc(h.Versions, func(o Version) bool { return o.key() == v.key() }), v)
	}
	slices.SortFunc(h.Seen, func(a, b Seen) int { return strings.Compare(a.Replica, b.Replica) })
	slices.SortFunc(h.Versions, func(a, b Version) int { return a.key().compare(b.key()) })
}

func ids(s side) (out []string) {
	for id := range s.studies {
		out = append(out, id)
	}
	return out
}

// merge takes over everything another computer has.
func (c *computer) merge(t failer, o *computer) {
	t.Helper()
	merged, err := Merge(c.doc, o.doc)
	if err != nil {
		t.Fatalf("merge: %v", err)
	}
	c.doc = clone(merged)
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

// clone goes through JSON, as a document does on its way from one computer to the other.
func clone(d Document) Document {
	var b bytes.Buffer
	if err := Encode(&b, d); err != nil {
		panic(err)
	}
	out, err := Decode(&b)
	if err != nil {
		panic(err)
	}
	return out
}

func text(d Document) string {
	var b bytes.Buffer
	if err := Encode(&b, d); err != nil {
		panic(err)
	}
	return b.String()
}

func same[T comparable](t failer, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func (c *computer) study(id string) *Study {
	for i := range c.doc.Studies {
		if c.doc.Studies[i].ID == id {
			return &c.doc.Studies[i]
		}
	}
	return nil
}

func (c *computer) session(id string) *Session {
	if s := c.study("s"); s != nil {
		if i := slices.IndexFunc(s.Sessions, func(x Session) bool { return x.ID == id }); i >= 0 {
			return &s.Sessions[i]
		}
	}
	return nil
}

var day = planner.MustDate("2026-11-23")

// aStudy is a study with six planned sessions and two mocks.
func aStudy(id string) Study {
	s := (recordSet{}).study(id)
	s.Name, s.Created, s.ExamDate = "Study "+id, "2026-11-23T10:00:00Z", day.AddDays(90)
	for i := range 6 {
		s.Sessions = append(s.Sessions, Session{ID: fmt.Sprint("p", i), Date: day.AddDays(i), Activity: planner.Learn, Minutes: 45, Status: planner.Planned})
	}
	for i := range 2 {
		s.Mocks = append(s.Mocks, Mock{ID: fmt.Sprint("m", i), Date: day, Source: "A", Correct: 50 + i, Total: 100, Domains: []DomainScore{}})
	}
	return s
}

// pair are two computers with the same study.
func pair(t failer) (a, b *computer) {
	a, b = newComputer("a", 100), newComputer("b", 100)
	a.do(func(d *Document) { d.Studies = append(d.Studies, aStudy("s")) })
	b.merge(t, a)
	return a, b
}

// meet lets two computers exchange everything and checks that they hold the same afterwards.
func meet(t failer, a, b *computer) {
	t.Helper()
	was := *a
	a.merge(t, b)
	b.merge(t, &was)
	same(t, "documents after they met", text(a.doc), text(b.doc))
}

func (c *computer) finish(id string, minutes int) {
	c.do(func(*Document) {
		x := c.session(id)
		x.Status, x.DoneMinutes = planner.Done, minutes
	})
}

// replan moves everything that is planned by a day and adds a session.
func (c *computer) replan(extra string) {
	c.do(func(*Document) {
		s := c.study("s")
		for i := range s.Sessions {
			if s.Sessions[i].plannedOnly() {
				s.Sessions[i].Date = s.Sessions[i].Date.AddDays(1)
			}
		}
		s.Sessions = append(s.Sessions, Session{ID: extra, Date: day.AddDays(40), Activity: planner.Review, Minutes: 30, Status: planner.Planned})
		s.sort()
	})
}

func TestSessionsDoneOnBothSidesStayDone(t *testing.T) {
	a, b := pair(t)
	a.finish("p0", 40)
	b.finish("p1", 50)
	meet(t, a, b)
	same(t, "done on a", a.session("p0").Status, planner.Done)
	same(t, "done on b", a.session("p1").Status, planner.Done)
	same(t, "conflicts", len(a.doc.History.Conflicts), 0)
}

func TestASessionThatWasDoneStaysDoneThroughAPlanMadeAnewElsewhere(t *testing.T) {
	a, b := pair(t)
	a.finish("p0", 40)
	b.replan("x")
	meet(t, a, b)
	same(t, "done", a.session("p0").Status, planner.Done)
	same(t, "moved", a.session("p1").Date, day.AddDays(2))
	same(t, "added", a.session("x").Minutes, 30)
	same(t, "conflicts", len(a.doc.History.Conflicts), 0)
}

func TestOfTwoPlansMadeAnewTheLaterIsKept(t *testing.T) {
	a, b := pair(t)
	a.replan("x")
	b.clock = 500
	b.replan("y")
	meet(t, a, b)
	same(t, "the later plan", a.session("y") != nil && a.session("x") == nil, true)
	same(t, "conflicts", len(a.doc.History.Conflicts), 1)
}

func TestDoneCountsMoreThanALaterSkip(t *testing.T) {
	a, b := pair(t)
	a.finish("p0", 40)
	b.clock = 500
	b.do(func(*Document) { b.session("p0").Status = planner.Skipped })
	meet(t, a, b)
	same(t, "status", a.session("p0").Status, planner.Done)
	same(t, "conflicts", len(a.doc.History.Conflicts), 1)
}

func TestTwoStretchesUnderOneNameBothStay(t *testing.T) {
	a, b := pair(t)
	a.finish("p0", 40)
	b.do(func(*Document) {
		x := b.session("p0")
		x.Date, x.Status, x.DoneMinutes = day.AddDays(3), planner.Done, 70
	})
	meet(t, a, b)
	meet(t, a, b)
	minutes := 0
	for _, x := range a.study("s").Sessions {
		minutes += x.DoneMinutes
	}
	same(t, "minutes", minutes, 110)
}

func TestAKnownChangeIsSupersededWhateverTheClocksSay(t *testing.T) {
	a, b := pair(t)
	a.clock = 1e6
	a.do(func(*Document) { a.study("s").Mocks[0].Note = "first" })
	b.merge(t, a)
	b.do(func(*Document) { b.study("s").Mocks[0].Note = "second" })
	meet(t, a, b)
	same(t, "note", a.study("s").Mocks[0].Note, "second")
	same(t, "conflicts", len(a.doc.History.Conflicts), 0)
}

func TestARemovalArrivesAndStays(t *testing.T) {
	a, b := pair(t)
	a.do(func(*Document) { a.study("s").Mocks = a.study("s").Mocks[1:] })
	meet(t, a, b)
	same(t, "mocks", len(b.study("s").Mocks), 1)
	meet(t, a, b)
	same(t, "mocks", len(a.study("s").Mocks), 1)
}

func TestARemovedStudyGoesEverywhere(t *testing.T) {
	a, b := pair(t)
	a.do(func(d *Document) { d.Studies = []Study{} })
	meet(t, a, b)
	same(t, "studies", len(b.doc.Studies), 0)
	same(t, "conflicts", len(b.doc.History.Conflicts), 0)
}

func TestAStudyThatWasWorkedOnComesBackWhole(t *testing.T) {
	a, b := pair(t)
	b.finish("p0", 40)
	a.clock = 500
	a.do(func(d *Document) { d.Studies = []Study{} })
	meet(t, a, b)
	same(t, "session", a.session("p0").DoneMinutes, 40)
	same(t, "mocks", len(a.study("s").Mocks), 2)
	same(t, "conflicts", len(a.doc.History.Conflicts), 1)
	third := newComputer("c", 100)
	meet(t, third, a)
	meet(t, third, b)
	same(t, "session elsewhere", third.session("p0").DoneMinutes, 40)
}

func TestFilesFromBeforeChangesWereCountedMergeWithoutLoss(t *testing.T) {
	a, b := newComputer("a", 100), newComputer("b", 100)
	a.doc.Studies, b.doc.Studies = []Study{aStudy("s")}, []Study{aStudy("s")}
	a.doc.Studies[0].Mocks = append(a.doc.Studies[0].Mocks, Mock{ID: "only a", Date: day, Source: "A", Domains: []DomainScore{}})
	b.doc.Studies[0].Mocks[1].Note = "only b"
	meet(t, a, b)
	same(t, "mocks", len(b.study("s").Mocks), 3)
	same(t, "conflicts", len(b.doc.History.Conflicts), 1)
}

func TestSettingsAndTheOpenStudyOfOursStay(t *testing.T) {
	a, b := pair(t)
	a.doc.Open, a.doc.Settings = "s", []Setting{{"theme", "dark"}}
	b.doc.Settings = []Setting{{"text", "1.4"}, {"theme", "light"}}
	b.do(func(d *Document) { d.Studies = append(d.Studies, aStudy("t")) })
	b.doc.Open = "t"
	a.merge(t, b)
	same(t, "open", a.doc.Open, "s")
	same(t, "settings", fmt.Sprint(a.doc.Settings), "[{text 1.4} {theme dark}]")
	empty := newComputer("c", 1)
	empty.merge(t, b)
	same(t, "open where there was nothing", empty.doc.Open, "t")
	b.do(func(d *Document) { d.Studies = d.Studies[:1] })
	empty.merge(t, b)
	same(t, "open after it was removed", empty.doc.Open, "")
}

// act is something a person does on one of the computers.
func (c *computer) act(t *rapid.T) {
	s := c.study("s")
	what := rapid.IntRange(0, 11).Draw(t, "what")
	if s == nil && what != 11 {
		return
	}
	n := rapid.IntRange(0, 5).Draw(t, "n")
	tag := fmt.Sprint(c.name, c.clock)
	switch what {
	case 0, 1, 2:
		if x := c.session(fmt.Sprint("p", n)); x != nil {
			c.do(func(*Document) {
				x.Status, x.DoneMinutes, x.Note = planner.Done, 10+n, tag
				x.Date = x.Date.AddDays(rapid.IntRange(0, 1).Draw(t, "days"))
				s.sort()
			})
		}
	case 3:
		if x := c.session(fmt.Sprint("p", n)); x != nil && x.Status == planner.Planned {
			c.do(func(*Document) { x.Status = planner.Skipped })
		}
	case 4:
		c.replan("x" + tag)
	case 5, 6:
		c.do(func(*Document) {
			s.Mocks = append(s.Mocks, Mock{ID: "m" + tag, Date: day.AddDays(n), Source: "A", Total: 10, Domains: []DomainScore{}})
			s.sort()
		})
	case 7:
		if len(s.Mocks) > 0 {
			c.do(func(*Document) { s.Mocks[n%len(s.Mocks)].Note = tag })
		}
	case 8:
		if len(s.Mocks) > 0 {
			c.do(func(*Document) { s.Mocks = slices.Delete(s.Mocks, n%len(s.Mocks), n%len(s.Mocks)+1) })
		}
	case 9:
		c.do(func(*Document) { s.Name = tag })
	case 10:
		if n == 0 {
			c.do(func(d *Document) { d.Studies = []Study{} })
		}
	case 11:
		if s == nil {
			c.do(func(d *Document) { d.Studies = append(d.Studies, aStudy("s")) })
		}
	}
}

func life(t *rapid.T) []*computer {
	a, b := pair(t)
	c := newComputer("c", 100)
	c.merge(t, a)
	all := []*computer{a, b, c}
	one := rapid.IntRange(0, 2)
	for range rapid.IntRange(1, 25).Draw(t, "steps") {
		i, j := one.Draw(t, "computer"), one.Draw(t, "other")
		all[i].clock += int64(rapid.IntRange(0, 50).Draw(t, "later"))
		if rapid.IntRange(0, 3).Draw(t, "meet") == 0 && i != j {
			all[i].merge(t, all[j]) // one way
		} else {
			all[i].act(t)
		}
	}
	return all
}

// Whatever three people, or one with three computers, did and in which order they exchanged files: a merge with itself changes nothing,
// it does not matter who takes over from whom, and once all have everything of each other they hold the same.
func TestComputersThatExchangedEverythingHoldTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := life(t)
		for _, c := range all {
			was := text(c.doc)
			c.merge(t, c)
			same(t, "merged with itself", text(c.doc), was)
		}
		ab, err := Merge(all[0].doc, all[1].doc)
		ba, err2 := Merge(all[1].doc, all[0].doc)
		if err != nil || err2 != nil {
			t.Fatalf("merge: %v, %v", err, err2)
		}
		same(t, "a with b and b with a", text(ab), text(ba))
		for range 3 {
			for i := range all {
				for j := range all {
					all[i].merge(t, all[j])
				}
			}
		}
		same(t, "a and b", text(all[0].doc), text(all[1].doc))
		same(t, "b and c", text(all[1].doc), text(all[2].doc))
	})
}

// Nobody takes anything back here: then every minute that was done is still there after any exchange.
func TestNoMinuteThatWasDoneIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pair(t)
		did := make(map[string]bool)
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			c := rapid.SampledFrom([]*computer{a, b}).Draw(t, "computer")
			switch id := fmt.Sprint("p", rapid.IntRange(0, 5).Draw(t, "n")); rapid.IntRange(0, 5).Draw(t, "what") {
			case 0:
				c.replan(fmt.Sprint("x", c.name, c.clock))
			case 1:
				c.merge(t, map[*computer]*computer{a: b, b: a}[c])
			case 2:
				c.do(func(*Document) {
					if x := c.session(id); x != nil && x.Status == planner.Planned {
						x.Status = planner.Skipped
					}
				})
			default:
				if x := c.session(id); x != nil && x.Status != planner.Done {
					c.do(func(*Document) {
						x.Status, x.DoneMinutes, x.Date = planner.Done, 30, day.AddDays(rapid.IntRange(0, 3).Draw(t, "day"))
						c.study("s").sort()
					})
					did[id] = true
				}
			}
		}
		meet(t, a, b)
		meet(t, a, b)
		for id := range did {
			if x := a.session(id); x == nil || x.Status != planner.Done {
				t.Fatalf("session %s was done and is now %+v", id, x)
			}
		}
	})
}

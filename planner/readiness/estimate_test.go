package readiness_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// published is the input as the program asks: without Always.
func published(days int, mocks ...planner.Mock) readiness.Input {
	in := ahead(days, mocks)
	in.Always = false
	return in
}

func untimed(m planner.Mock) planner.Mock { m.Timed = false; return m }

func TestEnough(t *testing.T) {
	quiz := func(n int) planner.Mock { return overall(firstDay, "Quiz", n/2, n) }
	percent := planner.Mock{Date: firstDay, Source: "A", Timed: true, FirstAttempt: true, Percent: 70, HasPercent: true}
	cases := []struct {
		name  string
		mocks []planner.Mock
		want  bool
	}{
		{"no mock", nil, false},
		{"one quiz", []planner.Mock{quiz(20)}, false},
		{"two quizzes", []planner.Mock{quiz(40), quiz(40)}, false},
		{"three quizzes, too short", []planner.Mock{quiz(18), quiz(18), quiz(18)}, false},
		{"three quizzes", []planner.Mock{quiz(20), quiz(20), quiz(20)}, true},
		{"one mock of 49", []planner.Mock{quiz(49)}, false},
		{"one mock of 50", []planner.Mock{quiz(50)}, true},
		{"one untimed mock of 50", []planner.Mock{untimed(quiz(50))}, false},
		{"one untimed mock of 100", []planner.Mock{untimed(quiz(100))}, true},
		{"a percentage alone counts as 50", []planner.Mock{percent}, true},
	}
	for _, c := range cases {
		r := estimate(t, published(30, c.mocks...))
		if r.Enough != c.want || r.HasForecast != c.want || (len(r.Missing) == 0) != c.want {
			t.Errorf("%s: enough %v, forecast %v, missing %q; want enough %v", c.name, r.Enough, r.HasForecast, r.Missing, c.want)
		}
		if !c.want && (r.Pass != readiness.Chance{} || r.Forecast != nil || r.NextBest != nil) {
			t.Errorf("%s: thin evidence, yet a chance is given: %+v", c.name, r.Pass)
		}
		if !(r.Score.Low < r.Score.Median && r.Score.Median < r.Score.High) {
			t.Errorf("%s: no range: %+v", c.name, r.Score)
		}
		if always := estimate(t, ahead(30, c.mocks)); !always.HasForecast || always.Pass.ExamDay == 0 || always.Enough != c.want {
			t.Errorf("%s: asked for always, got %+v", c.name, always.Pass)
		}
	}
}

func TestWords(t *testing.T) {
	strong := official(weekly("A", 90, 90))
	stale := ahead(60, strong)
	stale.AsOf = stale.AsOf.AddDays(31)
	cases := []struct {
		name string
		in   readiness.Input
		want string
	}{
		{"weak", ahead(14, official(weekly("A", 60, 60))), readiness.WordNotYet},
		{"on the line", ahead(14, official(weekly("A", 70, 70))), readiness.WordOpen},
		{"better", ahead(14, official(weekly("A", 75, 75))), readiness.WordLikely},
		{"strong", ahead(14, strong), readiness.WordReady},
		{"strong, one mock", ahead(14, strong[:1]), readiness.WordLittleEvidence},
		{"strong, a month old", stale, readiness.WordLittleEvidence},
	}
	for _, c := range cases {
		if got := estimate(t, c.in); got.Pass.Word != c.want {
			t.Errorf("%s: %q at %.2f, want %q", c.name, got.Pass.Word, got.Pass.ExamDay, c.want)
		}
	}
}

// What was known on a day is what an estimate made on that day, without the later mocks, would have said.
func TestSeriesIsWhatWasKnownThen(t *testing.T) {
	in := manyMocks(20, 4, 3)
	full := estimate(t, in)
	points := map[planner.Date]readiness.Point{}
	for i, p := range full.Series {
		points[p.Date] = p
		if i > 0 && !full.Series[i-1].Date.Before(p.Date) {
			t.Fatalf("series out of order at %s", p.Date)
		}
	}
	for i, m := range in.Mocks {
		early := in
		early.AsOf, early.Mocks = m.Date, in.Mocks[:i+1]
		then := estimate(t, early)
		got, known := points[m.Date]
		if want := then.Series[len(then.Series)-1]; !known || got != want {
			t.Fatalf("on %s: %+v, want %+v", m.Date, got, want)
		}
	}
}

func TestForecastContinuesTheSeriesAndWidens(t *testing.T) {
	r := estimate(t, manyMocks(10, 5, 2))
	if last := r.Series[len(r.Series)-1]; r.Forecast[0] != last {
		t.Errorf("forecast starts at %+v, series ends at %+v", r.Forecast[0], last)
	}
	first, end := r.Forecast[0], r.Forecast[len(r.Forecast)-1]
	if end.Date != firstDay.AddDays(425) || !(end.High-end.Low > first.High-first.Low) {
		t.Errorf("forecast ends with %+v after %+v", end, first)
	}
}

func TestExamInThePastIsToday(t *testing.T) {
	in := ahead(0, official(weekly("A", 75, 80)))
	want := estimate(t, in)
	in.ExamDate = in.AsOf.AddDays(-100)
	got := estimate(t, in)
	if got.Pass.Today != got.Pass.ExamDay || got.Pass != want.Pass || len(got.Forecast) != 1 {
		t.Errorf("past exam: %+v with %d forecast points, want %+v", got.Pass, len(got.Forecast), want.Pass)
	}
}

func TestPlannedHoursBearOnTheExamDayOnly(t *testing.T) {
	chance := func(minutes int, known bool) readiness.Chance {
		in := ahead(60, official(weekly("A", 60, 66, 70, 74)[:3]))
		in.WeeklyMinutes, in.HasWeeklyMinutes = minutes, known
		return estimate(t, in).Pass
	}
	none, half, full, more, unknown := chance(0, true), chance(210, true), chance(420, true), chance(900, true), chance(0, false)
	if !(none.ExamDay < half.ExamDay && half.ExamDay < full.ExamDay) {
		t.Errorf("chances %v, %v, %v should rise with the hours", none.ExamDay, half.ExamDay, full.ExamDay)
	}
	if full != more || full != unknown || none.Today != full.Today {
		t.Errorf("full week %+v, more %+v, unknown %+v, none %+v", full, more, unknown, none)
	}
}

func TestPlannedStudyEndsIdleTime(t *testing.T) {
	mocks := official(weekly("A", 80, 80, 80))
	in := idleSince(ahead(90, mocks), mocks[2].Date)
	idle := estimate(t, in).Pass.ExamDay
	in.WeeklyMinutes, in.HasWeeklyMinutes = 420, true
	resumed := estimate(t, in).Pass.ExamDay
	near(t, "study resumed", resumed, estimate(t, ahead(90, mocks)).Pass.ExamDay, 1e-12)
	if idle > resumed-0.1 {
		t.Errorf("idle %.3f, resumed %.3f", idle, resumed)
	}
	in.WeeklyMinutes, in.HasWeeklyMinutes, in.Options = 0, false, 4
	if guessing := estimate(t, in).Pass.ExamDay; !(guessing > idle) {
		t.Errorf("with guessing %.3f, without %.3f", guessing, idle)
	}
}

func TestSourcesAreComparedByNameAlone(t *testing.T) {
	mocks := weekly("Boson", 80, 70, 75)
	want := estimate(t, ahead(14, mocks))
	mocks[1].Source = "  bOSON "
	got := estimate(t, ahead(14, mocks))
	if got.Pass != want.Pass || len(got.Sources) != 1 || got.Sources[0].Mocks != 3 || got.Evidence.Sources != 1 {
		t.Errorf("got %+v from %+v, want %+v", got.Pass, got.Sources, want.Pass)
	}
}

func TestRetakesAreASourceOfTheirOwn(t *testing.T) {
	mocks := weekly("A", 70, 85)
	fresh := estimate(t, ahead(14, mocks)).Pass.ExamDay
	mocks[1].FirstAttempt = false
	r := estimate(t, ahead(14, mocks))
	if len(r.Sources) != 2 || !r.Sources[1].Retake || r.Sources[1].Offset < 0.35 {
		t.Fatalf("sources %+v", r.Sources)
	}
	if r.Pass.ExamDay >= fresh {
		t.Errorf("a better score on known questions counts %.3f, on new ones %.3f", r.Pass.ExamDay, fresh)
	}
}

func TestKnownDifficultyOfASource(t *testing.T) {
	mocks := weekly("Hard bank", 65, 65, 65)
	in := ahead(14, mocks)
	unknown := estimate(t, in).Pass.ExamDay
	in.Sources = []readiness.SourcePrior{{Name: "hard BANK", HasOffset: true, Offset: -0.5, OffsetSD: 0.1}}
	r := estimate(t, in)
	if r.Pass.ExamDay < unknown+0.2 {
		t.Errorf("with a bank known to be hard %.3f, else %.3f", r.Pass.ExamDay, unknown)
	}
	in.Sources = []readiness.SourcePrior{{Name: "Hard bank", Official: true}}
	if got, want := estimate(t, in).Pass, estimate(t, ahead(14, official(mocks))).Pass; got != want {
		t.Errorf("marked official among the sources %+v, on the mocks %+v", got, want)
	}
}

func TestManySourcesShareAnOffset(t *testing.T) {
	in := manyMocks(40, 3, 12)
	r := estimate(t, in)
	if len(r.Sources) != 9 {
		t.Fatalf("%d sources", len(r.Sources))
	}
	mocks := 0
	for _, s := range r.Sources {
		mocks += s.Mocks
	}
	if mocks != 40 || !slices.ContainsFunc(r.Sources, func(s readiness.SourceEstimate) bool { return s.Name == "other sources" && s.Mocks == 12 }) {
		t.Errorf("sources %+v", r.Sources)
	}
}

func TestNextBest(t *testing.T) {
	in := ahead(30, []planner.Mock{byDomain(firstDay, "A", 30, 27, 27, 27, 12, 27)})
	r := estimate(t, in)
	if r.NextBest[0].Domain != "d4" || !strings.Contains(r.NextBest[0].Reason, "lowest") || r.NextBest[0].PassGainPerHour <= 0 {
		t.Errorf("weakest of equal domains should come first: %+v", r.NextBest)
	}
	even := ahead(30, []planner.Mock{byDomain(firstDay, "A", 30, 20, 20, 20, 20, 20)})
	even.Domains[2].Weight = 4
	if r := estimate(t, even); r.NextBest[0].Domain != "d3" {
		t.Errorf("heaviest of equally strong domains should come first: %+v", r.NextBest)
	}
	even.Domains[1].Weight = 0
	last := estimate(t, even).NextBest[4]
	if last.Domain != "d2" || last.PassGainPerHour != 0 {
		t.Errorf("a domain without weight should come last: %+v", last)
	}
}

func TestNotices(t *testing.T) {
	codes := func(in readiness.Input) []string {
		var out []string
		for _, n := range estimate(t, in).Notices {
			out = append(out, n.Code)
		}
		return out
	}
	apart := weekly("A", 85, 55, 85, 55)
	apart[1].Source, apart[3].Source = "B", "B"
	old := ahead(90, weekly("A", 80))
	old.AsOf = old.AsOf.AddDays(46)
	partial := overall(firstDay, "A", 70, 100)
	partial.Domains = []planner.DomainScore{{Domain: "d1", Correct: 30, Total: 40}}
	cases := []struct {
		in   readiness.Input
		want []string
	}{
		{ahead(14, nil), nil},
		{ahead(14, weekly("A", 80, 80)), nil},
		{ahead(14, apart), []string{readiness.NoticeSourcesDisagree}},
		{old, []string{readiness.NoticeStale}},
		{ahead(14, []planner.Mock{overall(firstDay, "A", 70, 100)}), []string{readiness.NoticeNoDomains}},
		{ahead(14, []planner.Mock{partial}), []string{readiness.NoticeFewQuestions}},
	}
	for i, c := range cases {
		if got := codes(c.in); !slices.Equal(got, c.want) {
			t.Errorf("case %d: %v, want %v", i, got, c.want)
		}
	}
}

func TestEvidenceCounts(t *testing.T) {
	mocks := weekly("A", 80, 70)
	mocks = append(mocks, planner.Mock{Date: firstDay, Source: "B", HasPercent: true, Percent: 66})
	want := readiness.EvidenceCount{Mocks: 3, Questions: 200, Sources: 2, Last: firstDay.AddDays(7)}
	if got := estimate(t, ahead(14, mocks)).Evidence; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestBadInputIsRefusedByName(t *testing.T) {
	cases := []struct {
		field string
		spoil func(*readiness.Input)
	}{
		{"as_of", func(in *readiness.Input) { in.AsOf = planner.Date{} }},
		{"exam_date", func(in *readiness.Input) { in.ExamDate = planner.Date{} }},
		{"pass_line", func(in *readiness.Input) { in.PassLine = math.NaN() }},
		{"pass_line", func(in *readiness.Input) { in.PassLine = 70 }},
		{"questions", func(in *readiness.Input) { in.Questions = -1 }},
		{"options", func(in *readiness.Input) { in.Options = 1 }},
		{"weekly_minutes", func(in *readiness.Input) { in.WeeklyMinutes, in.HasWeeklyMinutes = -5, true }},
		{"domains", func(in *readiness.Input) { in.Domains = nil }},
		{"domains", func(in *readiness.Input) { in.Domains = []planner.Domain{{ID: "d1"}} }},
		{"domains", func(in *readiness.Input) { in.Domains = equalDomains(planner.MaxDomains + 1) }},
		{"domains[1].id", func(in *readiness.Input) { in.Domains[1].ID = "d1" }},
		{"domains[0].id", func(in *readiness.Input) { in.Domains[0].ID = " " }},
		{"domains[2].weight", func(in *readiness.Input) { in.Domains[2].Weight = -1 }},
		{"domains[2].weight", func(in *readiness.Input) { in.Domains[2].Weight = math.NaN() }},
		{"domains[2].weight", func(in *readiness.Input) { in.Domains[2].Weight = math.Inf(1) }},
		{"mocks[1].date", func(in *readiness.Input) { in.Mocks[1].Date = in.AsOf.AddDays(1) }},
		{"mocks[0].domains.d9", func(in *readiness.Input) { in.Mocks[0].Domains[0].Domain = "d9" }},
		{"mocks[0].domains.d1", func(in *readiness.Input) { in.Mocks[0].Domains[0].Correct = 21 }},
		{"mocks[0].domains.d1", func(in *readiness.Input) { in.Mocks[0].Domains[0].Correct = -1 }},
		{"mocks[0].percent", func(in *readiness.Input) { in.Mocks[0].Percent, in.Mocks[0].HasPercent = 101, true }},
		{"mocks[1].score", func(in *readiness.Input) { in.Mocks[1] = planner.Mock{Date: firstDay, Source: "A"} }},
		{"mocks", func(in *readiness.Input) { in.Mocks = make([]planner.Mock, readiness.MaxMocks+1) }},
		{"sources[0].name", func(in *readiness.Input) { in.Sources = []readiness.SourcePrior{{Name: " "}} }},
		{"sources[1].name", func(in *readiness.Input) { in.Sources = []readiness.SourcePrior{{Name: "A"}, {Name: "a "}} }},
		{"sources[0].offset", func(in *readiness.Input) {
			in.Sources = []readiness.SourcePrior{{Name: "A", HasOffset: true, Offset: math.NaN()}}
		}},
		{"sources[0].offset_sd", func(in *readiness.Input) {
			in.Sources = []readiness.SourcePrior{{Name: "A", HasOffset: true, OffsetSD: -1}}
		}},
		{"last_studied.d9", func(in *readiness.Input) { in.LastStudied = []readiness.LastStudied{{Domain: "d9", Date: firstDay}} }},
	}
	for _, c := range cases {
		in := ahead(14, weekly("A", 80, 75))
		c.spoil(&in)
		_, err := readiness.Estimate(in)
		if got := planner.ErrorField(err); got != c.field {
			t.Errorf("blamed %q (%v), want %q", got, err, c.field)
		}
	}
}

func TestTheInputIsLeftAlone(t *testing.T) {
	in := manyMocks(12, 4, 3)
	slices.Reverse(in.Mocks)
	before := fmt.Sprintf("%+v", in)
	first := estimate(t, in)
	if after := fmt.Sprintf("%+v", in); after != before {
		t.Error("Estimate changed its input")
	}
	if second := estimate(t, in); !reflect.DeepEqual(first, second) {
		t.Error("the same input gave two answers")
	}
}

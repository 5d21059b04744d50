package wire

import (
	"slices"

	"milepost/planner"
)

// BuildAnswer is the answer of `milepost build`; `plan --json` and `check --json` answer parts of it.
type BuildAnswer struct {
	Format              int          `json:"format"`
	Verdict             string       `json:"verdict"`
	CushionMinutes      int          `json:"cushion_minutes"`
	AvailableMinutes    int          `json:"available_minutes"`
	NeededMinutes       int          `json:"needed_minutes"`
	BindingMilestone    string       `json:"binding_milestone"`
	ExpectedScore       float64      `json:"expected_score"`
	PointsPerExtraHour  float64      `json:"points_per_extra_hour"`
	PointsPerWeeklyHour float64      `json:"points_per_weekly_hour"`
	MissableDays        int          `json:"missable_days"`
	Allocation          []Allocation `json:"allocation"`
	Milestones          []Milestone  `json:"milestones"`
	Sessions            []Session    `json:"sessions"`
	WaysOut             []WayOut     `json:"ways_out"`
	Notices             []Notice     `json:"notices"`
	Pace                Pace         `json:"pace"`
	FirstPass           FirstPass    `json:"first_pass"`
	NotBefore           *string      `json:"not_before"`
}

// Allocation is the time of one domain.
type Allocation struct {
	Domain          string  `json:"domain"`
	Minutes         int     `json:"minutes"`
	MasteryNow      float64 `json:"mastery_now"`
	MasteryExpected float64 `json:"mastery_expected"`
}

// Milestone is a dated goal.
type Milestone struct {
	ID           string `json:"id"`
	Name         string `json:"name"`
	Date         string `json:"date"`
	SlackMinutes int    `json:"slack_minutes"`
	Met          bool   `json:"met"`
}

// WayOut is one thing to give up or add, with what it brings.
type WayOut struct {
	Kind         string         `json:"kind"`
	Amount       int            `json:"amount"`
	Unit         string         `json:"unit"`
	Text         string         `json:"text"`
	VerdictAfter string         `json:"verdict_after"`
	Change       map[string]any `json:"change"`
}

// Notice is something worth telling.
type Notice struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// EncodePlan writes a plan with what its sessions are shown with, by their IDs; notices are those of the reading, before the plan's own.
func EncodePlan(p planner.Plan, shown map[string]planner.Shown, notices []planner.Notice) BuildAnswer {
	out := BuildAnswer{
		Format: Format, Verdict: string(p.Verdict), CushionMinutes: p.CushionMinutes, AvailableMinutes: p.AvailableMinutes,
		NeededMinutes: p.NeededMinutes, BindingMilestone: p.BindingMilestone, ExpectedScore: p.ExpectedScore,
		PointsPerExtraHour: p.PointsPerExtraHour, PointsPerWeeklyHour: p.PointsPerWeeklyHour, MissableDays: p.MissableDays,
		Allocation: []Allocation{}, Milestones: EncodeMilestones(p.Milestones), Sessions: EncodeSessions(p.Sessions, shown),
		WaysOut: []WayOut{}, Pace: encodePace(p.Pace), FirstPass: encodeFirstPass(p.FirstPass), NotBefore: dateOrNull(p.NotBefore),
	}
	for _, a := range p.Allocation {
		out.Allocation = append(out.Allocation, Allocation{a.Domain, a.Minutes, a.MasteryNow, a.MasteryExpected})
	}
	for _, w := range p.WaysOut {
		out.WaysOut = append(out.WaysOut, WayOut{
			Kind: string(w.Kind), Amount: w.Amount, Unit: w.Unit, Text: w.Text, VerdictAfter: string(w.VerdictAfter), Change: encodeChange(w.Change),
		})
	}
	out.Notices = encodeNotices(slices.Concat(notices, p.Notices))
	return out
}

// encodeNotices writes notices, never null.
func encodeNotices(in []planner.Notice) []Notice {
	out := make([]Notice, 0, len(in))
	for _, n := range in {
		out = append(out, Notice{n.Code, n.Text})
	}
	return out
}

// EncodeMilestones writes milestones, never null.
func EncodeMilestones(in []planner.Milestone) []Milestone {
	out := make([]Milestone, 0, len(in))
	for _, m := range in {
		out = append(out, Milestone{m.ID, m.Name, m.Date.String(), m.SlackMinutes, m.Met})
	}
	return out
}

// encodeChange writes a change as a fragment of a build request.
func encodeChange(c planner.Change) map[string]any {
	out := map[string]any{}
	if c.Buffer != nil {
		out["buffer"] = *c.Buffer
	}
	if c.Weekday != nil {
		week := map[string]int{}
		for i, key := range planner.WeekdayKeys {
			week[key] = c.Weekday[i]
		}
		out["availability"] = week
	}
	if c.ExamDate != nil {
		out["exam_date"] = c.ExamDate.String()
	}
	if c.MocksWanted != nil {
		out["mocks_wanted"] = *c.MocksWanted
	}
	if c.Target != nil {
		out["target"] = *c.Target
	}
	if c.ContentShare != nil {
		out["content_share"] = *c.ContentShare
	}
	if len(c.Skim) > 0 {
		out["skim"] = c.Skim
	}
	if len(c.Days) > 0 {
		days := map[string]int{}
		for _, d := range c.Days {
			days[d.Date.String()] = d.Minutes
		}
		out["days"] = days
	}
	return out
}

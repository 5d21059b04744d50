package app

import (
	"milepost/app/wire"
	"milepost/planner"
	"milepost/planner/readiness"
)

// BuildFrom answers a stateless build request: mocks in it become evidence of mastery, as they do for a stored study.
func BuildFrom(in wire.BuildInput) (planner.Plan, error) {
	req, err := withEvidence(in)
	if err != nil {
		return planner.Plan{}, err
	}
	return planner.Build(req)
}

// RebalanceFrom answers a stateless rebalance request in the same way.
func RebalanceFrom(in wire.RebalanceInput) (planner.Rebalanced, error) {
	req, err := withEvidence(in.BuildInput)
	if err != nil {
		return planner.Rebalanced{}, err
	}
	r := in.Rebalance
	r.Evidence, r.Overall, r.MocksTaken, r.MocksAtTarget = req.Evidence, req.Overall, req.MocksTaken, req.MocksAtTarget
	return planner.Rebalance(r)
}

// ShownInBuild works out what the sessions of a stateless answer are shown with.
func ShownInBuild(in wire.BuildInput, p planner.Plan) map[string]planner.Shown {
	return planner.ShowAll(in.Request.Study, nil, p.Sessions)
}

// ShownInRebalance answers for the plan that was handed in and for the repaired one.
func ShownInRebalance(in wire.RebalanceInput, out planner.Rebalanced) (before, after map[string]planner.Shown) {
	r := in.Rebalance
	var past []planner.Session
	for _, s := range r.Plan {
		if s.Status != planner.Planned || s.Date.Before(r.Today) {
			past = append(past, s)
		}
	}
	return planner.ShowAll(r.Study, nil, r.Plan), planner.ShowAll(r.Study, past, out.Plan.Sessions)
}

// withEvidence adds to a request what its mocks show.
func withEvidence(in wire.BuildInput) (planner.Request, error) {
	req := in.Request
	req.MocksTaken = len(in.Mocks)
	req.MocksAtTarget = mocksAtTarget(in.Mocks, req.Study.Target)
	if len(in.Mocks) == 0 {
		return req, nil
	}
	est, err := readiness.Estimate(buildReadinessInput(in))
	if err != nil {
		return req, err
	}
	req.Evidence, req.Overall = EvidenceFrom(est)
	return req, nil
}

func buildReadinessInput(in wire.BuildInput) readiness.Input {
	s := in.Request.Study
	out := readiness.Input{
		AsOf: in.Request.Today, ExamDate: s.ExamDate, PassLine: s.PassLine, ScaledPassMark: s.ScaledPassMark,
		Questions: s.Questions, Mocks: in.Mocks,
	}
	for _, d := range s.Domains {
		out.Domains = append(out.Domains, d.Domain)
	}
	for _, src := range in.Sources {
		out.Sources = append(out.Sources, src.Prior())
	}
	return out
}

package app

import (
	"milepost/app/wire"
	"milepost/planner"
	"milepost/planner/readiness"
)

// BuildFrom answers a stateless build request: mocks in it become evidence of mastery, as they do for a stored study.
func BuildFrom(in wire.BuildInput) (planner.Plan, error) {
	req := in.Request
	req.MocksTaken = len(in.Mocks)
	req.MocksAtTarget = mocksAtTarget(in.Mocks, req.Study.Target)
	if len(in.Mocks) > 0 {
		est, err := readiness.Estimate(buildReadinessInput(in))
		if err != nil {
			return planner.Plan{}, err
		}
		req.Evidence = EvidenceFrom(est)
	}
	return planner.Build(req)
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

package planner

import (
	"fmt"
	"testing"
)

// benchRequest is a study of so many days and domains with ordinary hours and a holiday.
func benchRequest(days, domains int) Request {
	today := Date{2026, 11, 23}
	s := Study{ExamDate: today.AddDays(days), Start: today, MocksWanted: MocksAuto, Buffer: DefaultBuffer, Questions: 125, ExamMinutes: 180, HoursReference: 150}
	s.Availability.Weekday = [7]int{60, 60, 0, 60, 40, 180, 60}
	s.Availability.Off = []DateRange{{First: today.AddDays(30), Last: today.AddDays(39)}}
	for i := range domains {
		s.Domains = append(s.Domains, StudyDomain{Domain: Domain{ID: fmt.Sprintf("d%02d", i), Weight: float64(5 + i%4)}, Rating: 1 + i%4})
	}
	return Request{Today: today, Study: s}
}

func BenchmarkBuild(b *testing.B) {
	for _, c := range []struct {
		name          string
		days, domains int
		target        float64
	}{
		{"52 weeks x 8 domains", 364, 8, 0.75},
		{"52 weeks x 8 domains, does not fit", 364, 8, 0.95},
		{"50 domains x 800 days", 800, 50, 0.75},
		{"50 domains x 800 days, does not fit", 800, 50, 0.95},
		{"5 years x 10 domains", 1825, 10, 0.75},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := benchRequest(c.days, c.domains)
			r.Study.Target = c.target
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Build(r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// benchUnder is a plan some weeks on, with a week that was missed.
func benchUnder(b *testing.B) RebalanceRequest {
	r := benchRequest(364, 8)
	p, err := Build(r)
	if err != nil {
		b.Fatal(err)
	}
	u := RebalanceRequest{Request: r, Plan: p.Sessions}
	u.Today = r.Today.AddDays(60)
	for i := range u.Plan {
		if s := &u.Plan[i]; s.Date.Before(u.Today.AddDays(-7)) {
			s.Status, s.DoneMinutes = Done, s.Minutes
		}
	}
	return u
}

func BenchmarkRebalance(b *testing.B) {
	u := benchUnder(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Rebalance(u); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWhatIf(b *testing.B) {
	u := benchUnder(b)
	s := Scenario{Skip: []DateRange{{u.Today.AddDays(10), u.Today.AddDays(16)}}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := WhatIf(u, s); err != nil {
			b.Fatal(err)
		}
	}
}

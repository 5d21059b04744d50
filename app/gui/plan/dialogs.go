package plan

import (
	"milepost/app"
	"milepost/app/gui/replan"
	"milepost/app/gui/sessionform"
	"milepost/planner"
)

// onMove asks to which day a session goes.
func (p *Page) onMove(s app.SessionView) {
	sessionform.Move(p.shell, p.model, sessionform.MoveSpec{Session: s, Today: p.view.Today, Exam: p.view.Study.ExamDate, Label: label(s)})
}

// onAdd asks what to add to the chosen day.
func (p *Page) onAdd() {
	sessionform.Add(p.shell, p.model, sessionform.AddSpec{Study: p.view.Study, Today: p.view.Today, Day: p.day})
}

// onRebalance shows what a repair of the plan would change.
func (p *Page) onRebalance() { replan.Rebalance(p.shell, p.model, planner.BacklogRepair) }

// onWhatIf answers questions about the plan.
func (p *Page) onWhatIf() { replan.WhatIf(p.shell, p.model, p.view.Study, p.view.Today) }

// Rebalance and WhatIf are for the menu: they do nothing while there is no plan.
func (p *Page) Rebalance() { p.ifPlanned(p.onRebalance) }

// WhatIf is the other one.
func (p *Page) WhatIf() { p.ifPlanned(p.onWhatIf) }

func (p *Page) ifPlanned(do func()) {
	if p.study != "" {
		do()
	}
}

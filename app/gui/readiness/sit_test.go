package readiness

import (
	"testing"

	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

func TestTheExamCanBePutOffAndBack(t *testing.T) {
	w, _, s := open(t, stage.Sample(t))
	w.WantText("Sit it, or put it off?")
	w.WantText("4 February 2027")
	w.WantText("18 February 2027, 2 weeks later")
	w.WantText("the fee (USD 599) is due once more and ISC2 allows the next sitting from 7 March 2027 on.")
	buttons := 0
	for _, b := range guitest.All[*widgets.Button](w) {
		if b.Text == "Move it there" {
			buttons++
			if buttons == 1 {
				b.OnTapped()
			}
		}
	}
	if buttons != 2 {
		t.Fatalf("%d later dates are offered", buttons)
	}
	study, err := s.model.Current(t.Context())
	if err != nil || study.ExamDate != planner.MustDate("2027-02-18") {
		t.Errorf("the exam is on %s (%v)", study.ExamDate, err)
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if study, err = s.model.Current(t.Context()); err != nil || study.ExamDate != planner.MustDate("2027-02-04") {
		t.Errorf("after undo the exam is on %s (%v)", study.ExamDate, err)
	}
}

package planner

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// The codes of notices. They are stable: screens and scripts may go by them.
const (
	NoticeWeights        = "weights-normalised"
	NoticeZeroWeight     = "domain-without-weight"
	NoticeRangeReversed  = "days-off-reversed"
	NoticeExamPassed     = "exam-passed"
	NoticeExamToday      = "exam-today"
	NoticeExamTomorrow   = "exam-tomorrow"
	NoticeNoTime         = "no-time"
	NoticeMocksLeftOut   = "mocks-left-out"
	NoticeFewerMocks     = "fewer-mocks"
	NoticeNoRoomForMock  = "no-room-for-a-mock"
	NoticeDebriefShort   = "debrief-short"
	NoticePinnedOutside  = "pinned-outside"
	NoticePinnedOver     = "pinned-over-the-day"
	NoticeFirstPassShort = "first-pass-short"
	NoticeLongGaps       = "long-gaps"
	NoticeUnseen         = "domains-unseen"
	NoticeMixedReview    = "mixed-review"
	NoticeTarget         = "target-out-of-reach"
	NoticeLongPlan       = "long-plan"
	NoticeTooEarly       = "too-early-for-a-retake"
)

// noticeWeights tells when weights had to be normalised, or when a domain has none.
func (m *model) noticeWeights(sum float64) {
	switch {
	case sum == 0:
		m.note(NoticeWeights, "No domain has a weight, so all are taken as equal.")
		return
	case math.Abs(sum-100) > 0.5 && math.Abs(sum-1) > 0.005:
		m.note(NoticeWeights, fmt.Sprintf("The weights add up to %.4g, not 100; they are used in proportion.", sum))
	}
	var without []string
	for _, d := range m.study.Domains {
		if d.Weight == 0 {
			without = append(without, d.ID)
		}
	}
	slices.Sort(without)
	if len(without) > 0 {
		m.note(NoticeZeroWeight, "No weight, so no time is planned outside mocks: "+listed(without)+".")
	}
}

// listed joins a few names and counts the rest.
func listed(names []string) string {
	const most = 5
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}

// hours writes minutes as people say them: "45 min", "6 h", "6 h 30".
func hours(minutes int) string {
	switch {
	case minutes < 60:
		return fmt.Sprintf("%d min", minutes)
	case minutes%60 == 0:
		return fmt.Sprintf("%d h", minutes/60)
	}
	return fmt.Sprintf("%d h %02d", minutes/60, minutes%60)
}

// longDate writes "Thursday 4 February 2027".
func longDate(d Date) string { return d.Time().Format("Monday 2 January 2006") }

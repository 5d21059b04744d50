package charts

import (
	"milepost/planner"
	"milepost/planner/readiness"
)

// ReadinessData is what the readiness figures show. The order of its lists does not matter, values that are not numbers are
// left out, and those beyond 0 to 1 are drawn at the nearest bound.
type ReadinessData struct {
	// Title states the result ("Readiness: 68% (59–76%)"), Subtitle explains the figure. Both may be empty, and both give way
	// when the figure is small.
	Title, Subtitle string
	// Series is the level as it was known, Forecast the level expected from today to the exam day; shares 0..1.
	Series, Forecast []readiness.Point
	Mocks            []MockPoint
	// PassLine is a share 0..1; 0 draws none. PassLabel is written along it ("Pass line 70%" when empty).
	PassLine  float64
	PassLabel string
	// Today and Exam are upright lines; the zero Date draws none. ExamLabel is "Exam 4 Feb" when empty.
	Today, Exam planner.Date
	ExamLabel   string
	Milestones  []MilestoneMark
	// Empty is the sentence shown while there is no level to draw: what to do about it.
	Empty string
	Words Words
}

// MockPoint is the result of one mock.
type MockPoint struct {
	Date planner.Date
	// Share of correct answers, 0..1.
	Share float64
	// Source is where the questions came from; Shape is its number (0 is a circle, then square, triangle, diamond, …), the
	// same for all mocks of that source.
	Source string
	Shape  int
	// Weak marks a mock that says less: untimed, or with questions met before. It is drawn hollow.
	Weak bool
}

// MilestoneMark is a milestone on the axis of days.
type MilestoneMark struct {
	Date planner.Date
	Name string
	Met  bool
}

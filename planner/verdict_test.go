package planner

import "testing"

// What one more hour a week is said to bring is what a plan with that hour brings, give or take a third: the closed form knows nothing of days and rules.
func TestAnHourMoreAWeekBringsWhatIsSaid(t *testing.T) {
	for _, c := range []struct{ days, domains int }{{42, 6}, {90, 6}, {182, 8}, {364, 8}} {
		r := benchRequest(c.days, c.domains)
		p := mustBuild(t, r)
		more := r
		more.Study.Availability = r.Study.Availability.Clone()
		more.Study.Availability.Weekday[5] += 60
		said, got := p.PointsPerWeeklyHour, 100*(mustBuild(t, more).ExpectedScore-p.ExpectedScore)
		if got < said*2/3 || got > said*4/3 {
			t.Errorf("%d days, %d domains: said are %.2f points, a plan with the hour brings %.2f", c.days, c.domains, said, got)
		}
	}
}

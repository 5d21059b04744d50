package readiness

import "milepost/planner"

// trace takes the sittings into the filter one day after the other and notes on the way how the level looked: on every day with
// a mock (after it), on days between, and on the last day. One run of the filter gives both the estimate and its history.
func (x *examiner) trace(f *filter, sittings []sitting, last int) []Point {
	v := f.newView()
	step := seriesStep
	if len(sittings) > 0 {
		step = stepFor(last-sittings[0].day, seriesStep)
	}
	var points []Point
	for i := 0; i < len(sittings); {
		day := sittings[i].day
		if i > 0 {
			points = append(points, x.between(f, v, day, step)...)
		}
		for ; i < len(sittings) && sittings[i].day == day; i++ {
			f.observe(sittings[i])
		}
		points = append(points, x.levelOn(f, v, day))
	}
	points = append(points, x.between(f, v, last, step)...)
	if len(sittings) == 0 || f.day < last {
		points = append(points, x.levelOn(f, v, last))
	}
	return points
}

// between gives the points from the day of the filter to another day, without both.
func (x *examiner) between(f *filter, v view, to, step int) []Point {
	var points []Point
	for day := f.day + step; day < to; day += step {
		points = append(points, x.levelOn(f, v, day))
	}
	return points
}

// forecast goes from one day to another, about a point a week, with both ends.
func (x *examiner) forecast(f *filter, from, to int) []Point {
	v := f.newView()
	step := stepFor(to-from, forecastStep)
	var points []Point
	for day := from; day < to; day += step {
		points = append(points, x.levelOn(f, v, day))
	}
	return append(points, x.levelOn(f, v, to))
}

// levelOn is the level as known to the filter now, on a day at or after the filter's; v is memory to work in.
func (x *examiner) levelOn(f *filter, v view, day int) Point {
	f.project(v, day)
	p := Point{Date: planner.DateFromDayNumber(day)}
	p.Median, p.Low, p.High = x.overall(v, 0).point()
	return p
}

// stepFor is the distance of points in days: the usual one, or more where that would make too many.
func stepFor(days, usual int) int {
	return max(usual, (days+maxChartSteps-1)/maxChartSteps)
}

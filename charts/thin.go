package charts

import "milepost/planner/readiness"

// thinned keeps at most two points for each pixel column: the lowest and the highest median, each with the widest range
// found in that column. Peaks survive and the drawing stays quick however many points there are. column gives the pixel
// column of a point and never falls from one point to the next.
func thinned(points []readiness.Point, column func(readiness.Point) int) []readiness.Point {
	var out []readiness.Point
	for start := 0; start < len(points); {
		end := start + 1
		for end < len(points) && column(points[end]) == column(points[start]) {
			end++
		}
		out = appendColumn(out, points[start:end])
		start = end
	}
	return out
}

// appendColumn adds the one or two points that stand for a column, in order of their days.
func appendColumn(out, column []readiness.Point) []readiness.Point {
	if len(column) <= 2 {
		return append(out, column...)
	}
	lowest, highest := 0, 0
	low, high := column[0].Low, column[0].High
	for i, p := range column {
		if p.Median < column[lowest].Median {
			lowest = i
		}
		if p.Median > column[highest].Median {
			highest = i
		}
		low, high = min(low, p.Low), max(high, p.High)
	}
	first, second := min(lowest, highest), max(lowest, highest)
	for _, i := range []int{first, second} {
		p := column[i]
		p.Low, p.High = low, high
		out = append(out, p)
		if first == second {
			break
		}
	}
	return out
}

package charts

import "math"

// shapes are the outlines of mock marks around the origin, scaled to look equally large as a circle of radius 1.
var shapes = [][]Point{
	regular(40, 0, 1),
	regular(4, math.Pi/4, 1.25),
	regular(3, -math.Pi/2, 1.4),
	regular(4, 0, 1.35),
	regular(3, math.Pi/2, 1.4),
	cross(0),
	regular(6, 0, 1.15),
	cross(math.Pi / 4),
	star(),
}

// outline is a shape of a radius around a place; numbers beyond the shapes there are begin again with the circle.
func outline(shape int, centre Point, radius float64) []Point {
	points := shapes[((shape%len(shapes))+len(shapes))%len(shapes)]
	out := make([]Point, len(points))
	for i, q := range points {
		out[i] = Point{centre.X + q.X*radius, centre.Y + q.Y*radius}
	}
	return out
}

// regular is a polygon of n corners, the first at an angle.
func regular(n int, start, radius float64) []Point {
	out := make([]Point, n)
	for i := range out {
		sin, cos := math.Sincos(start + 2*math.Pi*float64(i)/float64(n))
		out[i] = Point{radius * cos, radius * sin}
	}
	return out
}

// cross has four arms, turned by an angle.
func cross(angle float64) []Point {
	const arm, half = 1.3, 0.42
	sin, cos := math.Sincos(angle)
	var out []Point
	for _, q := range []Point{
		{half, half}, {half, arm}, {-half, arm}, {-half, half}, {-arm, half}, {-arm, -half},
		{-half, -half}, {-half, -arm}, {half, -arm}, {half, -half}, {arm, -half}, {arm, half},
	} {
		out = append(out, Point{q.X*cos - q.Y*sin, q.X*sin + q.Y*cos})
	}
	return out
}

// star has five points.
func star() []Point {
	out := make([]Point, 10)
	for i := range out {
		radius := 1.45
		if i%2 == 1 {
			radius = 0.65
		}
		sin, cos := math.Sincos(-math.Pi/2 + math.Pi*float64(i)/5)
		out[i] = Point{radius * cos, radius * sin}
	}
	return out
}

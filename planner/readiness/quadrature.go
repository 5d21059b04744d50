package readiness

import (
	"math"
	"sync"
)

// quadrature integrates over a standard normal variable: the sum of weight * f(node) is exact for polynomials up to degree 81.
type quadrature struct {
	nodes, weights []float64
}

// examQuadrature is worked out once.
var examQuadrature = sync.OnceValue(func() quadrature { return gaussHermite(quadratureNodes) })

// gaussHermite works out the nodes (roots of the Hermite polynomial of the given degree, found by Newton's method from the outside in)
// and their weights, for the standard normal density.
func gaussHermite(degree int) quadrature {
	q := quadrature{make([]float64, degree), make([]float64, degree)}
	n := float64(degree)
	root := 0.0
	for i := 0; i < (degree+1)/2; i++ {
		switch i { // customary first guesses (Numerical Recipes, section 4.5)
		case 0:
			root = math.Sqrt(2*n+1) - float64(1.85575*power(2*n+1, -1.0/6))
		case 1:
			root -= 1.14 * power(n, 0.426) / root
		case 2:
			root = float64(1.86*root) - 0.86*q.nodes[degree-1]/math.Sqrt2
		case 3:
			root = float64(1.91*root) - 0.91*q.nodes[degree-2]/math.Sqrt2
		default:
			root = float64(2*root) - q.nodes[degree+1-i]/math.Sqrt2
		}
		slope := 0.0
		for range 50 {
			value, before := hermite(degree, root)
			slope = math.Sqrt(2*n) * before
			by := value / slope
			root -= by
			if math.Abs(by) < 1e-15 {
				break
			}
		}
		// On the scale of the standard normal: x = sqrt(2) t, and the weights add up to 1.
		weight := 2 / (slope * slope) / math.Sqrt(math.Pi)
		q.nodes[degree-1-i], q.nodes[i] = math.Sqrt2*root, -math.Sqrt2*root
		q.weights[degree-1-i], q.weights[i] = weight, weight
	}
	if degree%2 == 1 {
		q.nodes[degree/2] = 0
	}
	return q
}

// fourthRootOfPi is pi^(-1/4), the polynomial of degree 0.
const fourthRootOfPi = 0.75112554446494248286

// hermite gives the orthonormal Hermite polynomials of the degree and of the degree before at x.
func hermite(degree int, x float64) (value, before float64) {
	value = fourthRootOfPi
	for k := 1; k <= degree; k++ {
		j := float64(k)
		next := float64(x*math.Sqrt(2/j)*value) - float64(math.Sqrt((j-1)/j)*before)
		value, before = next, value
	}
	return value, before
}

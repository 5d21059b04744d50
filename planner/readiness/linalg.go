package readiness

import "math"

// matrix is a small dense matrix, row by row. The covariances here are at most 62 x 62, so plain loops are the fastest way, and
// their fixed order of summation is what makes results repeat. Products are converted explicitly (float64(x*y)) because the
// compiler may otherwise fuse them with the following sum on some processors and change the last digits.
type matrix struct {
	rows, cols int
	data       []float64
}

func newMatrix(rows, cols int) matrix {
	return matrix{rows, cols, make([]float64, rows*cols)}
}

// row is row i, shared with the matrix.
func (m matrix) row(i int) []float64 { return m.data[i*m.cols : (i+1)*m.cols : (i+1)*m.cols] }

func (m matrix) at(i, j int) float64 { return m.data[i*m.cols+j] }

func (m matrix) set(i, j int, v float64) { m.data[i*m.cols+j] = v }

func (m matrix) add(i, j int, v float64) { m.data[i*m.cols+j] += v }

// top is the upper left corner of the given size in memory of its own shape: it reuses m's storage and forgets m's content.
func (m matrix) top(rows, cols int) matrix { return matrix{rows, cols, m.data[:rows*cols]} }

// dot sums x[i]*y[i] from the first to the last.
func dot(x, y []float64) float64 {
	y = y[:len(x)]
	sum := 0.0
	for i, v := range x {
		sum += float64(v * y[i])
	}
	return sum
}

// addScaled adds s*x to dst.
func addScaled(dst, x []float64, s float64) {
	dst = dst[:len(x)]
	for i, v := range x {
		dst[i] += float64(s * v)
	}
}

// cholesky replaces the lower triangle of the symmetric matrix m by its Cholesky factor L (m = L L'). The upper triangle is left
// as it was and never read. A pivot that rounding has pushed to zero or below becomes tiny instead, so that a
// covariance which is only just singular (a source that is known exactly) still has a factor.
func cholesky(m matrix) {
	for j := 0; j < m.rows; j++ {
		rj := m.row(j)
		pivot := rj[j] - dot(rj[:j], rj[:j])
		if pivot < 1e-14 {
			pivot = 1e-14
		}
		pivot = math.Sqrt(pivot)
		rj[j] = pivot
		for i := j + 1; i < m.rows; i++ {
			ri := m.row(i)
			ri[j] = (ri[j] - dot(ri[:j], rj[:j])) / pivot
		}
	}
}

// solveCholesky solves L L' x = b in place of b.
func solveCholesky(l matrix, b []float64) {
	for i := range b {
		ri := l.row(i)
		b[i] = (b[i] - dot(ri[:i], b[:i])) / ri[i]
	}
	for i := len(b) - 1; i >= 0; i-- {
		s := b[i]
		for k := i + 1; k < len(b); k++ {
			s -= float64(l.at(k, i) * b[k])
		}
		b[i] = s / l.at(i, i)
	}
}

// forwardRows solves L X = B in place of B, for all columns of B at once (B has as many rows as L).
func forwardRows(l, b matrix) {
	for i := 0; i < b.rows; i++ {
		bi := b.row(i)
		for k := 0; k < i; k++ {
			addScaled(bi, b.row(k), -l.at(i, k))
		}
		scale(bi, 1/l.at(i, i))
	}
}

// addScaledPair adds s*x and then t*y to dst.
func addScaledPair(dst, x, y []float64, s, t float64) {
	x, y = x[:len(dst)], y[:len(dst)]
	for i := range dst {
		dst[i] = dst[i] + float64(s*x[i]) + float64(t*y[i])
	}
}

func scale(x []float64, s float64) {
	for i := range x {
		x[i] *= s
	}
}

// mirror copies the lower triangle onto the upper one.
func mirror(m matrix) {
	for i := 0; i < m.rows; i++ {
		for j := 0; j < i; j++ {
			m.set(j, i, m.at(i, j))
		}
	}
}

package readiness

import "math"

// The functions here give the same result to the last digit on every machine. Those of package math do not promise that: some processors
// have their own assembly for Exp and Log, and others fuse a product with the sum that follows, which rounds once instead of twice.
// Here each product that is added to something is converted explicitly (float64(x*y)), which by the Go specification keeps it apart;
// nothing is used beyond the four operations and what is exact by its nature (Sqrt, Abs, Floor, bits). The rest of the package keeps
// to the same rule: `.ci/digits` and portable_test.go see to it.

// Parts of ln 2: the first has enough zeros at its end to be multiplied by an exponent exactly.
const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
)

// exp is e^x, within one unit of the last place. The method is that of FreeBSD's msun, e_exp.c (Copyright 2004 Sun Microsystems; freely
// granted to use): x = k ln2 + r, a rational approximation of e^r, and a shift of the exponent.
func exp(x float64) float64 {
	const (
		tooLarge = 7.09782712893383973096e+02
		tooSmall = -7.45133219101941108420e+02
		p1       = 1.66666666666666657415e-01
		p2       = -2.77777777770155933842e-03
		p3       = 6.61375632143793436117e-05
		p4       = -1.65339022054652515390e-06
		p5       = 4.13813679705723846039e-08
	)
	switch {
	case x != x || x > tooLarge:
		return x + math.Inf(1) // NaN stays NaN
	case x < tooSmall:
		return 0
	}
	k := int(float64(math.Log2E*x) + math.Copysign(0.5, x))
	high := x - float64(float64(k)*ln2High)
	low := float64(float64(k) * ln2Low)
	r := high - low
	t := float64(r * r)
	c := p4 + float64(t*p5)
	c = p3 + float64(t*c)
	c = p2 + float64(t*c)
	c = p1 + float64(t*c)
	c = r - float64(t*c)
	y := 1 - ((low - float64(r*c)/(2-c)) - high)
	const bias, normal = 1023, 1021
	if k > -normal && k < normal {
		return float64(y * math.Float64frombits(uint64(k+bias)<<52)) // by a power of two: exact
	}
	return math.Ldexp(y, k)
}

// log is the natural logarithm, within one unit of the last place; NaN below zero. The method is that of FreeBSD's msun, e_log.c (Copyright 1993
// Sun Microsystems; freely granted to use).
func log(x float64) float64 {
	const (
		l1 = 6.666666666666735130e-01
		l2 = 3.999999999940941908e-01
		l3 = 2.857142874366239149e-01
		l4 = 2.222219843214978396e-01
		l5 = 1.818357216161805012e-01
		l6 = 1.531383769920937332e-01
		l7 = 1.479819860511658591e-01
	)
	switch {
	case x != x || x > math.MaxFloat64:
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	part, power := math.Frexp(x)
	if part < math.Sqrt2/2 {
		part *= 2
		power--
	}
	f, k := part-1, float64(power)
	s := f / (2 + f)
	s2 := float64(s * s)
	s4 := float64(s2 * s2)
	odd := l5 + float64(s4*l7)
	odd = l3 + float64(s4*odd)
	odd = float64(s2 * (l1 + float64(s4*odd)))
	even := l4 + float64(s4*l6)
	even = float64(s4 * (l2 + float64(s4*even)))
	rest := odd + even
	half := float64(float64(0.5*f) * f)
	return float64(k*ln2High) - ((half - (float64(s*(half+rest)) + float64(k*ln2Low))) - f)
}

// normalCDF is the probability that a standard normal variable is at most z, within 1e-15. Hart's rational approximation (Computer
// Approximations, 1968, no. 5666) and a continued fraction beyond it, as arranged by G. West, Better Approximations to Cumulative Normal
// Functions, Wilmott 2005.
func normalCDF(z float64) float64 {
	const far, nothing = 7.07106781186547, 38.0
	x := math.Abs(z)
	if x > nothing {
		x = nothing
	}
	tail := exp(-0.5 * float64(x*x))
	if x < far {
		up := float64(3.52624965998911e-02 * x)
		up = float64((up + 0.700383064443688) * x)
		up = float64((up + 6.37396220353165) * x)
		up = float64((up + 33.912866078383) * x)
		up = float64((up + 112.079291497871) * x)
		up = float64((up + 221.213596169931) * x)
		up += 220.206867912376
		down := float64(8.83883476483184e-02 * x)
		down = float64((down + 1.75566716318264) * x)
		down = float64((down + 16.064177579207) * x)
		down = float64((down + 86.7807322029461) * x)
		down = float64((down + 296.564248779674) * x)
		down = float64((down + 637.333633378831) * x)
		down = float64((down + 793.826512519948) * x)
		down += 440.413735824752
		tail = float64(tail*up) / down
	} else {
		fraction := x + 0.65
		fraction = x + 4/fraction
		fraction = x + 3/fraction
		fraction = x + 2/fraction
		fraction = x + 1/fraction
		tail = tail / fraction / 2.506628274631
	}
	if z > 0 {
		return 1 - tail
	}
	return tail
}

// normalQuantile is the z below which a standard normal variable lies with probability p, 0 < p < 1, to 16 digits: Wichura's algorithm AS 241
// (Applied Statistics 37, 1988).
func normalQuantile(p float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		r := 0.180625 - float64(q*q)
		return q * horner(&middleUp, r) / horner(&middleDown, r)
	}
	r := p
	if q > 0 {
		r = 1 - p
	}
	r = math.Sqrt(-log(r))
	var z float64
	if r <= 5 {
		z = horner(&outerUp, r-1.6) / horner(&outerDown, r-1.6)
	} else {
		z = horner(&farUp, r-5) / horner(&farDown, r-5)
	}
	if q < 0 {
		return -z
	}
	return z
}

// Coefficients of AS 241, from the constant term up.
var (
	middleUp = [8]float64{3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
		4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3}
	middleDown = [8]float64{1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
		2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3}
	outerUp = [8]float64{1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
		1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4}
	outerDown = [8]float64{1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
		1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9}
	farUp = [8]float64{6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
		2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7}
	farDown = [8]float64{1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
		7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15}
)

func horner(c *[8]float64, x float64) float64 {
	sum := c[7]
	for i := 6; i >= 0; i-- {
		sum = float64(sum*x) + c[i]
	}
	return sum
}

// power is x^y for x above 0, good to about 15 digits where the result is near 1.
func power(x, y float64) float64 { return exp(float64(y * log(x))) }

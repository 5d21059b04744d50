package readiness

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// exact is what the package may use of package math: constants, and functions whose result is exact, or rounded once, on every machine.
var exact = []string{
	"Abs", "Ceil", "Copysign", "Float64frombits", "Frexp", "Inf", "IsInf", "IsNaN", "Ldexp", "Ln2", "Log2E", "MaxFloat64", "MaxInt", "Mod", "NaN", "Pi", "Round", "Sqrt", "Sqrt2",
}

// Package math's own logarithm has the digits of ours on some processors and not on others, so a digest taken on one would not give it away.
func TestOnlyWhatIsExactIsTakenFromPackageMath(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	uses := 0
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, f.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range parsed.Imports {
			if i.Path.Value == `"math/cmplx"` || i.Path.Value == `"math"` && i.Name != nil {
				t.Errorf("%s: import package math under its own name, and not math/cmplx", set.Position(i.Pos()))
			}
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if p, ok := s.X.(*ast.Ident); ok && p.Name == "math" {
				uses++
				if !slices.Contains(exact, s.Sel.Name) {
					t.Errorf("%s: math.%s has other digits on other processors; portable.go has what may be used", set.Position(s.Pos()), s.Sel.Name)
				}
			}
			return true
		})
	}
	if uses == 0 {
		t.Error("no use of package math was found: the test looks in the wrong place")
	}
}

// apart is how far two numbers lie apart, in units of the last place of the second.
func apart(got, want float64) float64 {
	if got == want || got != got && want != want {
		return 0
	}
	unit := math.Nextafter(math.Abs(want), math.Inf(1)) - math.Abs(want)
	return math.Abs(got-want) / unit
}

func TestOurFunctionsAreThoseOfMathematics(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	worst := map[string]float64{}
	see := func(name string, got, want, allowed float64, at float64) {
		off := apart(got, want)
		worst[name] = max(worst[name], off)
		if !(off <= allowed) {
			t.Errorf("%s(%v) is %v, want %v", name, at, got, want)
		}
	}
	for range 200_000 {
		x := random.NormFloat64() * math.Pow(10, random.Float64()*4-2)
		see("exp", exp(x), math.Exp(x), 2, x) // one unit each
		y := math.Exp(random.Float64()*1400 - 700)
		see("log", log(y), math.Log(y), 1, y)
		near := 1 + random.NormFloat64()*1e-3
		see("log", log(near), math.Log(near), 1, near)
		z := random.NormFloat64() * 4
		if got, want := normalCDF(z), math.Erfc(-z/math.Sqrt2)/2; math.Abs(got-want) > 1e-15+1e-13*want {
			t.Errorf("normalCDF(%v) is %v, want %v", z, got, want)
		}
		p := random.Float64()
		if got, want := normalQuantile(p), math.Sqrt2*math.Erfinv(2*p-1); p > 1e-3 && math.Abs(got-want) > 1e-12*max(1, math.Abs(want)) {
			t.Errorf("normalQuantile(%v) is %v, want %v", p, got, want)
		}
		tiny := math.Pow(10, -random.Float64()*15)
		if back := normalCDF(normalQuantile(tiny)); math.Abs(back-tiny) > 1e-7*tiny {
			t.Errorf("normalQuantile(%v) leads back to %v", tiny, back)
		}
		u, v := random.Float64()*100+0.01, random.NormFloat64()
		if got, want := power(u, v), math.Pow(u, v); math.Abs(got-want) > 1e-13*want {
			t.Errorf("power(%v, %v) is %v, want %v", u, v, got, want)
		}
	}
	t.Logf("units of the last place: %v", worst)
}

func TestOurFunctionsAtTheirEnds(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, x := range []float64{0, math.Copysign(0, -1), 1, -1, 1e-300, -1e-300, 700, -700, 709.78, 710, -744, -745.2, -746, inf, -inf, nan, math.MaxFloat64} {
		if got, want := exp(x), math.Exp(x); apart(got, want) > 1 {
			t.Errorf("exp(%v) is %v, want %v", x, got, want)
		}
		if got, want := log(x), math.Log(x); apart(got, want) > 1 {
			t.Errorf("log(%v) is %v, want %v", x, got, want)
		}
		if got := normalCDF(x); x == x && !(got >= 0 && got <= 1) {
			t.Errorf("normalCDF(%v) is %v", x, got)
		}
	}
	if got := log(5e-324); math.Abs(got+744.4400719213812) > 1e-12 { // math.Log is wrong here on some processors
		t.Errorf("log of the smallest number is %v", got)
	}
	last := 0.0
	for z := -45.0; z <= 45; z += 1e-3 {
		p := normalCDF(z)
		if p < last-1e-16 {
			t.Fatalf("normalCDF falls at %v: %v after %v", z, p, last)
		}
		last = p
	}
}

package widgets

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/lang"
)

// hundredths are the steps in which a weight is kept: official outlines publish weights such as 12.5 % and 17.05 %.
const hundredths = 100

// mostWeight is the largest weight a WeightField takes. It is above 100 because weights count in proportion: an outline
// may give numbers of questions.
const mostWeight = 1000

// WeightField takes the weight of something in percent, to two decimals: "20%", "12.5%". Up and Down step by 1,
// Page up and Page down by 5.
type WeightField struct{ valueEntry }

var _ fyne.Focusable = (*WeightField)(nil)

// NewWeightField makes a field that says "0%". onChanged is called with every other weight, while it is being typed
// already; it may be nil.
func NewWeightField(onChanged func(weight float64)) *WeightField {
	f := &WeightField{}
	f.setUp(valueSpec{parse: parseHundredths, show: hundredthsText, most: mostWeight * hundredths, step: hundredths, bigStep: 5 * hundredths,
		widestText: hundredthsText(8888)}, func(value int) {
		if onChanged != nil {
			onChanged(float64(value) / hundredths)
		}
	})
	f.ExtendBaseWidget(f)
	return f
}

// Weight is the weight entered last; text that cannot be read does not change it.
func (f *WeightField) Weight() float64 { return float64(f.Value()) / hundredths }

// SetWeight puts a weight in without calling anything; what goes beyond two decimals is not shown.
func (f *WeightField) SetWeight(weight float64) {
	f.SetValue(int(math.Round(min(max(weight, 0), mostWeight) * hundredths)))
}

// WeightText writes a weight with the decimals it needs: "20%", "12.5%". ParseWeight reads it back.
func WeightText(weight float64) string { return hundredthsText(int(math.Round(weight * hundredths))) }

// ParseWeight reads "12.5", "12,5 %" or "20%", from 0 to 1000. The errors are whole sentences for the person who typed.
func ParseWeight(text string) (float64, error) {
	value, err := parseHundredths(text)
	return float64(value) / hundredths, err
}

func hundredthsText(value int) string {
	return lang.Percent(strings.Replace(strconv.FormatFloat(float64(value)/hundredths, 'f', -1, 64), ".", lang.Decimal(), 1))
}

func parseHundredths(text string) (int, error) {
	number := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	number = strings.ReplaceAll(number, ",", ".")
	unsigned := strings.TrimLeft(number, "-−")
	const longest = 8 // "1000.00" and a digit more
	if len(unsigned) > longest || strings.Trim(unsigned, "0123456789.") != "" {
		return 0, sayf(lang.Key("Write a number, like 12.5."))
	}
	weight, err := strconv.ParseFloat(unsigned, 64)
	switch {
	case err != nil:
		return 0, sayf(lang.Key("Write a number, like 12.5."))
	case unsigned != number:
		return 0, sayf(lang.Key("A weight cannot be negative."))
	case weight > mostWeight:
		return 0, sayf(lang.Key("At most %d%%."), mostWeight)
	}
	return int(math.Round(weight * hundredths)), nil
}

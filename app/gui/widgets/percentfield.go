package widgets

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/lang"
)

// PercentField takes whole percents, 0 to 100: "20%". Up and Down step by 1, Page up and Page down by 5.
type PercentField struct{ valueEntry }

var _ fyne.Focusable = (*PercentField)(nil)

// NewPercentField makes a field that says "0%". onChanged is called with every other number, while it is being typed
// already; it may be nil.
func NewPercentField(onChanged func(percent int)) *PercentField {
	f := &PercentField{}
	f.setUp(valueSpec{parse: ParsePercent, show: PercentText, most: 100, step: 1, bigStep: 5,
		widestText: PercentText(100)}, onChanged)
	f.ExtendBaseWidget(f)
	return f
}

// PercentText writes whole percents: "20%". ParsePercent reads it back.
func PercentText(percent int) string { return lang.Percent(strconv.Itoa(percent)) }

// ParsePercent reads "20", "20%" or "20 %", from 0 to 100. The errors are whole sentences for the person who typed.
func ParsePercent(text string) (int, error) {
	digits := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	n, ok := smallNumber(digits)
	switch {
	case !ok:
		return 0, sayf(lang.Key("Write a whole number, like 20."))
	case n > 100:
		return 0, sayf(lang.Key("At most 100%%."))
	}
	return n, nil
}

package kit

import (
	"milepost/charts"
	"milepost/resources"
)

// ChartOptions say how a chart looks in this window; width, height (device pixels) and scale come from where it is shown.
func ChartOptions(shell Shell, width, height int, scale float32) charts.Options {
	o := charts.Options{
		Width: width, Height: height, Scale: float64(scale), TextScale: shell.TextScale(), Palette: charts.Light(),
		Fonts: charts.Fonts{Regular: resources.FontRegular, Bold: resources.FontSemiBold},
	}
	if shell.Dark() {
		o.Palette = charts.Dark()
	}
	return o
}

// Package charts draws Milepost's figures: the level over time with its likely range, the mocks it rests on, the pass line
// and the forecast to the exam day.
//
// A figure is a function: data in, picture out. Nothing here reads a clock, a file or a database, keeps state between calls
// or knows a window, so a figure may be drawn on any goroutine and comes out the same, byte for byte, each time.
//
// The way of a picture, in the order of the files:
//
//	data.go      what is to be shown (ReadinessData), then clean.go and thin.go make it safe to draw
//	scales.go    from shares and days to pixels; dateticks.go chooses the days written under the axis
//	layout.go    where everything goes: margins, then labels, each put only where it covers nothing (placer.go)
//	plot.go      the result, ReadinessPlot: also what a pointer or an arrow key asks (readout.go)
//	figure.go    hands the plot to go-chart as series of our own (series.go) and labels (elements.go)
//	renderer.go  go-chart's drawing calls in sixteenths of a pixel, passed on to a Canvas (canvas.go): a picture
//	             (raster.go), an SVG (svg.go), or what a report brings along
//
// go-chart is imported here and nowhere else in the program. It is used as the engine that orders and renders series; its
// automatic ranges, ticks, legends and bar charts are never used, because some of them hang or mislead on values that real
// data contain. What reaches it is finite, in order and inside bounds; see clean.go and Canvas.
//
// A picture is invisible to a screen reader. ReadinessData.Summary says the same in a sentence and ReadinessData.Table as
// rows; whoever shows a figure offers them beside it.
package charts

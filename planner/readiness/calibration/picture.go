package main

import (
	"fmt"
	"math"
	"strings"
)

// The picture: one panel a world, three in a row.
const (
	panel    = 220.0
	gap      = 34.0
	margin   = 46.0
	perRow   = 3
	titles   = 36.0
	inkColor = "#1c1f22"
	gridding = "#d8d8d2"
	accent   = "#1c6b58"
)

// picture draws stated chance against what happened, with the range chance alone would allow (Wilson, 90 %), dots as large as they hold many.
func picture(results []result) string {
	rows := (len(results) + perRow - 1) / perRow
	width := 2*margin + perRow*panel + (perRow-1)*gap
	height := margin + float64(rows)*(panel+gap+titles) + 30
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" font-family="sans-serif" role="img">`+"\n", width, height, width, height)
	fmt.Fprintf(&b, `<title>Stated chance of passing against the share that passed, by simulated world</title><rect width="%.0f" height="%.0f" fill="#ffffff"/>`+"\n", width, height)
	for i, r := range results {
		x := margin + float64(i%perRow)*(panel+gap)
		y := margin + float64(i/perRow)*(panel+gap+titles)
		drawPanel(&b, r, x, y)
	}
	for i, words := range []string{
		"Across: the stated chance of passing, in per cent. Up: the share that passed. Bars: what chance alone allows (90 %).",
		"On the diagonal chances come true as often as they say; above it they were too low, below it too high.",
	} {
		fmt.Fprintf(&b, `<text x="%.0f" y="%.0f" font-size="12" fill="%s">%s</text>`+"\n", margin, height-30+16*float64(i), inkColor, words)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func drawPanel(b *strings.Builder, r result, x, y float64) {
	at := func(p, q float64) (float64, float64) { return x + p*panel, y + (1-q)*panel }
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="14" font-weight="bold" fill="%s">%s</text>`, x, y-18, inkColor, r.world.name)
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="11" fill="#5c6166">Brier %.3f, error %.3f</text>`+"\n", x, y-4, r.ours.brier.value, r.ours.ece.value)
	for i := 0; i <= 4; i++ {
		p := float64(i) / 4
		x1, y1 := at(0, p)
		x2, _ := at(1, p)
		fmt.Fprintf(b, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s"/>`, x1, y1, x2, y1, gridding)
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="10" text-anchor="end" fill="#5c6166">%.0f</text>`, x1-5, y1+3, 100*p)
		px, py := at(p, 0)
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="10" text-anchor="middle" fill="#5c6166">%.0f</text>`+"\n", px, py+14, 100*p)
	}
	x1, y1 := at(0, 0)
	x2, y2 := at(1, 1)
	fmt.Fprintf(b, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="#9aa0a6" stroke-dasharray="4 4"/>`+"\n", x1, y1, x2, y2)
	var stated, happened, count [bins]float64
	for _, f := range r.forecasts {
		i := bin(f.chance)
		stated[i] += f.chance
		count[i]++
		if f.passed {
			happened[i]++
		}
	}
	for i, n := range count {
		if n == 0 {
			continue
		}
		low, high := wilson(happened[i], n)
		px, py := at(stated[i]/n, happened[i]/n)
		_, top := at(0, high)
		_, bottom := at(0, low)
		fmt.Fprintf(b, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="1.5"/>`, px, top, px, bottom, accent)
		fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="%.1f" fill="%s"/>`+"\n", px, py, 2+9*math.Sqrt(n/float64(len(r.forecasts))), accent)
	}
}

// wilson is the 90 % range of a share of so many.
func wilson(hits, n float64) (low, high float64) {
	const z = 1.645
	p := hits / n
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return middle - half, middle + half
}

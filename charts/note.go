package charts

import "strings"

// mostNoteLines is how many lines the words of an empty figure may take; more would be a page, not a note.
const mostNoteLines = 4

// placeNote writes the words of an empty figure in the middle of the plot. They come before the other labels in it, which
// give way. Where they find no room clear of the pass line it is left out: without a level there is nothing to compare with it.
func (p *ReadinessPlot) placeNote(put *placer) {
	if p.data.Empty == "" {
		return
	}
	first, _, _ := strings.Cut(p.data.Empty, ". ")
	for _, text := range []string{p.data.Empty, sentence(first)} {
		for _, size := range []float64{noteText, labelText} {
			style := textStyle{p.opts.textPx(size), false}
			if lines, whole := p.noteLines(text, style); whole {
				p.writeNote(put, lines, style)
				return
			}
		}
	}
	style := textStyle{p.opts.textPx(labelText), false}
	if lines, _ := p.noteLines(first, style); len(lines) > 0 {
		p.writeNote(put, lines, style)
	}
}

// noteLines breaks a text into lines that fit the plot; whole is false when something was left out.
func (p *ReadinessPlot) noteLines(text string, style textStyle) (lines []string, whole bool) {
	air := p.opts.px(8)
	room := int((p.area.height() - 2*air) / noteLine(style))
	// Short lines read best, and leave the upright lines at the edges alone.
	width := min(p.area.width()-4*air, 34*style.size)
	if room < 1 || width <= 0 {
		return nil, false
	}
	for _, line := range p.faces.wrap(text, width, min(room, mostNoteLines), style) {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines, strings.Join(lines, " ") == text
}

func noteLine(style textStyle) float64 { return style.size * 1.4 }

func (p *ReadinessPlot) writeNote(put *placer, lines []string, style textStyle) {
	widest := 0.0
	for _, line := range lines {
		widest = max(widest, p.faces.measure(line, style.size, false).width)
	}
	middle := (p.area.left + p.area.right) / 2
	block := rect{left: middle - widest/2, right: middle + widest/2}
	tall := float64(len(lines)) * noteLine(style)
	top, clear := p.clearTop(put, block, tall)
	if !clear {
		p.data.PassLine = 0
		put.lines, put.marks = nil, nil
		p.addObstacles(put)
		top, _ = p.clearTop(put, block, tall)
	}
	block.top, block.bottom = top, top+tall
	p.note = block.grown(p.opts.px(4)) // the lines of the axis stop short of the words
	for i, line := range lines {
		e := p.faces.measure(line, style.size, false)
		at := Point{middle - e.width/2, top + float64(i)*noteLine(style) + (noteLine(style)+capHeight*style.size)/2}
		put.labels = append(put.labels, label{text: line, style: style, tone: toneText, at: at, box: textBox(at, e)})
	}
}

// clearTop finds a top for a block where nothing lies under it, nearest to the middle of the plot first. When there is none
// it gives the middle and false.
func (p *ReadinessPlot) clearTop(put *placer, block rect, tall float64) (top float64, clear bool) {
	middle := (p.area.top+p.area.bottom)/2 - tall/2
	slack := max((p.area.height()-tall)/2-p.opts.px(4), 0)
	const steps = 8
	for i := 0.0; i <= steps; i++ {
		for _, side := range []float64{-1, 1} {
			block.top = middle + side*slack*i/steps
			block.bottom = block.top + tall
			if put.free(block) {
				return block.top, true
			}
		}
	}
	return middle, false
}

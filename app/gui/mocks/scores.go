package mocks

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/planner"
)

// scores asks for the correct answers of every domain.
type scores struct {
	domains []planner.StudyDomain
	rows    []*scoreRow
	content *fyne.Container
}

// scoreRow is one domain: what was correct, of how many, and the share that makes.
type scoreRow struct {
	mark           *widgets.DomainMark
	name           *widgets.Text
	correct, total *widgets.NumberEntry
	of             *widgets.Text
	percent        *widgets.Text
	error          *widgets.InlineError
}

// newScores makes the rows; onChanged is called for every digit, onDone for Enter in the last field.
func newScores(study planner.Study, onChanged, onDone func()) *scores {
	s := &scores{domains: study.Domains}
	for i, d := range study.Domains {
		s.rows = append(s.rows, s.newRow(i, d, onChanged))
	}
	for i, row := range s.rows {
		next := onDone
		if i+1 < len(s.rows) {
			following := s.rows[i+1].correct
			next = func() { focus(following) }
		}
		row.correct.OnSubmitted = func(string) { next() }
		row.total.OnSubmitted = func(string) { next() }
	}
	s.content = container.New(&scoreLayout{rows: s.rows}, s.objects()...)
	return s
}

func (s *scores) newRow(i int, d planner.StudyDomain, onChanged func()) *scoreRow {
	row := &scoreRow{
		mark:    widgets.NewDomainMark(look.ColorDomain(i)),
		name:    widgets.NewEllipsisText(fmt.Sprintf("D%d %s", i+1, d.Name), widgets.StyleSmall),
		of:      widgets.NewText("/", widgets.StyleMuted),
		percent: widgets.NewText("", widgets.StyleMuted.Aligned(fyne.TextAlignTrailing)),
		error:   widgets.NewInlineError(),
	}
	changed := func(int, bool) {
		row.showPercent()
		onChanged()
	}
	numbers := widgets.NumberSpec{Max: planner.MaxMockQuestions}
	row.correct = widgets.NewNumberEntry("–", numbers, changed)
	row.total = widgets.NewNumberEntry("–", numbers, changed)
	return row
}

// objects lists everything with the fields in the order of the Tab key: first all that has to be typed, then the totals,
// which are right already for most people.
func (s *scores) objects() []fyne.CanvasObject {
	var shown, corrects, totals []fyne.CanvasObject
	for _, row := range s.rows {
		shown = append(shown, row.mark, row.name, row.of, row.percent, row.error)
		corrects = append(corrects, row.correct)
		totals = append(totals, row.total)
	}
	return append(append(shown, corrects...), totals...)
}

// showPercent brings the share of the row up to date and takes back what was said to be wrong with it.
func (r *scoreRow) showPercent() {
	r.error.SetMessage("")
	correct, total, ok := r.values()
	switch {
	case !ok || total == 0:
		r.percent.SetText("")
	case correct > total:
		r.error.SetMessage(tooMany(correct, total))
		r.percent.SetText("")
	default:
		r.percent.SetText(phrase.Share(float64(correct) / float64(total)))
	}
}

// values are the numbers of a row; ok is false unless both are there.
func (r *scoreRow) values() (correct, total int, ok bool) {
	correct, okCorrect := r.correct.Value()
	total, okTotal := r.total.Value()
	return correct, total, okCorrect && okTotal
}

// load shows numbers as they were typed.
func (s *scores) load(correct, total []string) {
	for i, row := range s.rows {
		row.correct.Load(correct[i])
		row.total.Load(total[i])
		row.showPercent()
	}
}

// typed is what stands in the fields.
func (s *scores) typed() (correct, total []string) {
	for _, row := range s.rows {
		correct = append(correct, row.correct.Text)
		total = append(total, row.total.Text)
	}
	return correct, total
}

// setError says what is wrong with a domain and puts the keyboard there; it reports false for a domain it does not have.
func (s *scores) setError(domain, sentence string) bool {
	for i, row := range s.rows {
		if s.domains[i].ID != domain {
			continue
		}
		row.error.SetMessage(sentence)
		if row.total.Text == "" || row.total.Text == "0" {
			focus(row.total)
		} else {
			focus(row.correct)
		}
		return true
	}
	return false
}

// clearErrors takes back what was said to be wrong.
func (s *scores) clearErrors() {
	for _, row := range s.rows {
		row.error.SetMessage("")
	}
}

// scoreLayout places each row: mark and name, correct / total, percent, and below it what is wrong.
type scoreLayout struct{ rows []*scoreRow }

// columns are the widths of a row at a width, from the sizes of the theme.
type scoreColumns struct{ mark, name, number, slash, percent, gap float32 }

func (l *scoreLayout) columns(width float32) scoreColumns {
	percent := fyne.MeasureText("100%", themeSize(look.TextBody), fyne.TextStyle{}).Width
	c := scoreColumns{mark: markWidth, number: numberFieldWidth(), slash: 8, percent: percent + 4, gap: themeSize(look.Space)}
	c.name = width - c.mark - 2*c.number - c.slash - c.percent - 5*c.gap
	return c
}

func (l *scoreLayout) rowHeight(row *scoreRow) float32 {
	return max(row.correct.MinSize().Height, row.name.MinSize().Height)
}

func (l *scoreLayout) errorHeight(row *scoreRow, width float32) float32 {
	if !row.error.Visible() {
		return 0
	}
	return row.error.HeightForWidth(width) + themeSize(look.SpaceTight)
}

// Layout places the rows.
func (l *scoreLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c := l.columns(size.Width)
	y := float32(0)
	for _, row := range l.rows {
		h := l.rowHeight(row)
		centre := func(o fyne.CanvasObject, x, width, height float32) {
			o.Move(fyne.NewPos(x, y+(h-height)/2))
			o.Resize(fyne.NewSize(width, height))
		}
		field := row.correct.MinSize().Height
		centre(row.mark, 0, c.mark, themeSize(look.TextBody)*1.4)
		x := c.mark + c.gap
		centre(row.name, x, c.name, row.name.MinSize().Height)
		x += c.name + c.gap
		centre(row.correct, x, c.number, field)
		x += c.number + c.gap
		centre(row.of, x, c.slash, row.of.MinSize().Height)
		x += c.slash + c.gap
		centre(row.total, x, c.number, field)
		x += c.number + c.gap
		centre(row.percent, x, c.percent, row.percent.MinSize().Height)
		y += h + themeSize(look.SpaceTight)
		if e := l.errorHeight(row, size.Width); e > 0 {
			row.error.Move(fyne.NewPos(0, y))
			row.error.Resize(fyne.NewSize(size.Width, e))
			y += e
		}
	}
}

// HeightForWidth is the height of all rows.
func (l *scoreLayout) HeightForWidth(_ []fyne.CanvasObject, width float32) float32 {
	height := -themeSize(look.SpaceTight)
	for _, row := range l.rows {
		height += l.rowHeight(row) + themeSize(look.SpaceTight) + l.errorHeight(row, width)
	}
	return max(height, 0)
}

// MinSize leaves the names room for a long word.
func (l *scoreLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	const longWord = "Organizational Man"
	name := fyne.MeasureText(longWord, themeSize(look.TextSmall), fyne.TextStyle{}).Width
	width := name - l.columns(0).name
	return fyne.NewSize(width, l.HeightForWidth(objects, width))
}

package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"milepost/app/gui/look"
	"milepost/app/lang"
)

// ratingSteps is how many steps a rating has.
const ratingSteps = 5

// RatingWords are what the five steps mean, unless a RatingSteps is given other words.
var RatingWords = [ratingSteps]string{lang.Key("new to me"), lang.Key("heard of it"), lang.Key("some practice"), lang.Key("solid"), lang.Key("could teach it")}

// RatingSteps rates something in five steps. The keys 1 to 5 and the arrows set it, as does a click; what a step means
// is written at the right.
type RatingSteps struct {
	control
	Words     [ratingSteps]string
	HideWords bool // where there is no room for them
	OnChanged func(step int)

	step  int // 1 to 5, 0: not rated yet
	under int // the step under the pointer, 0: none
	pen   pen
}

var (
	_ fyne.Focusable    = (*RatingSteps)(nil)
	_ fyne.Tappable     = (*RatingSteps)(nil)
	_ desktop.Hoverable = (*RatingSteps)(nil)
)

// NewRatingSteps makes a rating that is not set; onChanged is called with 1 to 5 and may be nil.
func NewRatingSteps(onChanged func(step int)) *RatingSteps {
	r := &RatingSteps{control: newControl(), Words: RatingWords, OnChanged: onChanged}
	r.ExtendBaseWidget(r)
	return r
}

// Step is the rating, 1 to 5, or 0 when there is none yet.
func (r *RatingSteps) Step() int { return r.step }

// SetStep sets the rating without calling OnChanged; 0 takes it away.
func (r *RatingSteps) SetStep(step int) {
	r.step = min(max(step, 0), ratingSteps)
	r.Refresh()
}

func (r *RatingSteps) rate(step int) {
	step = min(max(step, 1), ratingSteps)
	if r.Disabled() || step == r.step {
		return
	}
	r.SetStep(step)
	if r.OnChanged != nil {
		r.OnChanged(step)
	}
}

// Tapped rates with the step under the pointer.
func (r *RatingSteps) Tapped(at *fyne.PointEvent) {
	takeFocus(r)
	if step := r.stepAt(at.Position); step > 0 {
		r.rate(step)
	}
}

// TypedRune rates with 1 to 5.
func (r *RatingSteps) TypedRune(letter rune) {
	if letter >= '1' && letter < '1'+ratingSteps {
		r.rate(int(letter-'1') + 1)
	}
}

// TypedKey is called for keys while the rating has the focus.
func (r *RatingSteps) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyRight, fyne.KeyUp:
		r.rate(r.step + 1)
	case fyne.KeyLeft, fyne.KeyDown:
		r.rate(r.step - 1)
	case fyne.KeyHome:
		r.rate(1)
	case fyne.KeyEnd:
		r.rate(ratingSteps)
	default:
		PassKey(r, key)
	}
}

// MouseIn is called when the pointer enters.
func (r *RatingSteps) MouseIn(at *desktop.MouseEvent) {
	r.control.MouseIn(at)
	r.MouseMoved(at)
}

// MouseMoved shows what the step under the pointer would mean.
func (r *RatingSteps) MouseMoved(at *desktop.MouseEvent) {
	if under := r.stepAt(at.Position); under != r.under {
		r.under = under
		r.Refresh()
	}
}

// MouseOut is called when the pointer leaves.
func (r *RatingSteps) MouseOut() {
	r.under = 0
	r.control.MouseOut()
}

// PlainText is what is written beside the steps.
func (r *RatingSteps) PlainText() string {
	switch {
	case r.under > 0 && !r.Disabled():
		return lang.Of(r.Words[r.under-1])
	case r.step > 0:
		return lang.Of(r.Words[r.step-1])
	}
	return lang.T("not rated")
}

// Size and distance of the steps in logical pixels.
const (
	ratingWidth, ratingHeight = 30, 12
	ratingGap                 = 5
)

func (r *RatingSteps) stepArea(step int) area {
	return area{float32(step-1) * (ratingWidth + ratingGap), (r.Size().Height - ratingHeight) / 2, ratingWidth, ratingHeight}
}

// stepAt is the step at a place; the gaps belong to the step before.
func (r *RatingSteps) stepAt(p fyne.Position) int {
	step := int(p.X/(ratingWidth+ratingGap)) + 1
	if p.X < 0 || step > ratingSteps {
		return 0
	}
	return step
}

// CreateRenderer is called by Fyne.
func (r *RatingSteps) CreateRenderer() fyne.WidgetRenderer { return newDrawing(r) }

func (r *RatingSteps) parts() []fyne.CanvasObject { return r.pen.drawn }

func (r *RatingSteps) paint() { r.paintRing(4) }

func (r *RatingSteps) place(size fyne.Size) {
	r.pen.begin(r)
	for step := 1; step <= ratingSteps; step++ {
		r.pen.box(r.stepArea(step), r.stepColor(step), 4)
	}
	first, last := r.stepArea(1), r.stepArea(ratingSteps)
	end := last.x + last.w
	if !r.HideWords {
		x := end + 2*ratingGap
		r.pen.words(area{x, 0, size.Width - x, size.Height}, r.PlainText(), StyleCaption)
	}
	around := area{0, first.y, end, first.h}.inset(-2, -3)
	r.placeRing(around.pos(), around.size())
	r.pen.put(r.ring)
}

func (r *RatingSteps) stepColor(step int) fyne.ThemeColorName {
	switch {
	case step <= r.step && r.Disabled():
		return colorDisabled
	case step <= r.step:
		return colorPrimary
	case step <= r.under && !r.Disabled():
		return look.ColorAccentSoft // what a click would add
	}
	return look.ColorTrack
}

func (r *RatingSteps) measure() fyne.Size {
	width := float32(ratingSteps*ratingWidth + (ratingSteps-1)*ratingGap)
	if !r.HideWords {
		width += 2*ratingGap + widest(r, StyleCaption, append(lang.All(r.Words[:]), lang.T("not rated"))...)
	}
	return fyne.NewSize(width, max(ratingHeight+6, lineHeight(r, StyleCaption)))
}

package setup

import (
	"strings"

	"fyne.io/fyne/v2"
)

// place is a field of the study on the screen: where what is wrong with it is told, and what takes the keyboard to put
// it right.
type place struct {
	field  string                // as in planner.FieldError, without what is below it: "domains[2]", "availability.mon"
	focus  fyne.Focusable        // takes the keyboard
	tell   func(sentence string) // shows what is wrong at the field; "" takes it away
	mark   func(wrong bool)      // makes the field look wrong; may be nil
	unread func() string         // why what was typed cannot be read; nil where everything can

	refused string // why what was read cannot be planned with
}

// wrong is the sentence to show. What cannot be read comes first: the rest is about an older value.
func (p *place) wrong() string {
	if p.unread != nil && p.unread() != "" {
		return p.unread()
	}
	return p.refused
}

func (p *place) show() {
	if p.mark != nil {
		p.mark(p.refused != "")
	}
	p.tell(p.wrong())
}

// onUnread is told by a field when it has something to say about what was typed, or no longer has.
func (p *place) onUnread(string) { p.show() }

// setRefused is told by the planner.
func (p *place) setRefused(sentence string) {
	if sentence == p.refused {
		return
	}
	p.refused = sentence
	p.show()
}

// isAbout reports whether an error with that field belongs here: "domains[2].weight" belongs to "domains[2]".
func (p *place) isAbout(field string) bool {
	rest, ok := strings.CutPrefix(field, p.field)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// showErrors tells each error at the field it is about, and below the form when it is about none on the screen; no errors
// take the words away. It gives the sentences with the names of the fields.
func (f *form) showErrors(errs []error) []string {
	var sentences, homeless []string
	refused := make(map[*place]string)
	for _, err := range errs {
		field, sentence := plainWords(err, *f.draft, f.model.Today())
		p := f.placeOf(field)
		if p != nil && refused[p] == "" {
			refused[p] = sentence
		}
		if name := fieldName(field, *f.draft); name != "" {
			sentence = name + ": " + sentence
		}
		sentences = append(sentences, sentence)
		if p == nil {
			homeless = append(homeless, sentence)
		}
	}
	for _, p := range f.allPlaces() {
		p.setRefused(refused[p])
	}
	f.problem.SetMessage(strings.Join(homeless, "\n"))
	return sentences
}

func (f *form) placeOf(field string) *place {
	for _, p := range f.allPlaces() {
		if p.isAbout(field) {
			return p
		}
	}
	return nil
}

// readAll takes what is being typed, which only a field with the keyboard can hold, and reports whether all fields can be
// read.
func (f *form) readAll() bool {
	f.shell.Window().Canvas().Unfocus()
	for _, p := range f.allPlaces() {
		if p.unread != nil && p.unread() != "" {
			return false
		}
	}
	return true
}

// focusFault puts the keyboard on the first field that is wrong.
func (f *form) focusFault() {
	for _, p := range f.allPlaces() {
		if p.wrong() == "" {
			continue
		}
		f.more.openFor(p)
		f.shell.Window().Canvas().Focus(p.focus)
		return
	}
}

// allPlaces are the fields in the order of the Tab key.
func (f *form) allPlaces() []*place {
	var all []*place
	for _, more := range [][]*place{f.exam.places, f.hours.places, f.domains.places, f.more.places} {
		all = append(all, more...)
	}
	return all
}

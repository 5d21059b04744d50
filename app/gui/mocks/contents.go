package mocks

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"milepost/app"
	"milepost/app/lang"
	"milepost/planner"
)

// contents is everything that stands in the form, as it was typed. It is what is put aside while another mock is edited,
// and what a mock is made of when it is saved.
type contents struct {
	date                   planner.Date
	source                 string
	timed, first, official bool
	minutes                string
	guess                  string // percent expected before the result was known
	totalOnly              bool
	correct, total         []string // by domain
	allCorrect, allTotal   string   // when only the total is known
	percent                string   // when not even that is known
	note                   string
}

// emptyContents is the form before anything was typed: today, as an exam is taken, with the questions it usually has.
func emptyContents(v app.MocksView) contents {
	study := v.Study
	c := contents{date: v.Today, timed: true, first: true, allTotal: strconv.Itoa(study.Questions), guess: guessText(v.Guess, v.HasGuess)}
	for _, n := range app.QuestionsByDomain(study.Questions, study.Domains) {
		c.correct = append(c.correct, "")
		c.total = append(c.total, strconv.Itoa(n))
	}
	return c
}

// draftContents is an empty form with what is known of a mock.
func draftContents(d app.MockDraft, empty contents, study planner.Study) contents {
	c := empty
	c.date, c.source, c.minutes, c.timed, c.note = d.Date, d.Source, strconv.Itoa(d.Minutes), d.Timed, d.Note
	c.allTotal, c.total = strconv.Itoa(d.Questions), nil
	for _, n := range app.QuestionsByDomain(d.Questions, study.Domains) {
		c.total = append(c.total, strconv.Itoa(n))
	}
	return c
}

// guessText shows a guess in whole percents, or nothing.
func guessText(percent float64, has bool) string {
	if !has {
		return ""
	}
	return strconv.Itoa(int(math.Round(percent)))
}

// contentsOf shows a recorded mock.
func contentsOf(m planner.Mock, study planner.Study) contents {
	c := contents{
		date: m.Date, source: m.Source, timed: m.Timed, first: m.FirstAttempt, official: m.Official, note: m.Note,
		totalOnly: len(m.Domains) == 0, guess: guessText(m.Guess, m.HasGuess),
	}
	if m.Minutes > 0 {
		c.minutes = strconv.Itoa(m.Minutes)
	}
	for _, d := range study.Domains {
		correct, total := "", ""
		if s, ok := m.DomainScore(d.ID); ok {
			correct, total = strconv.Itoa(s.Correct), strconv.Itoa(s.Total)
		}
		c.correct = append(c.correct, correct)
		c.total = append(c.total, total)
	}
	if n, all := m.Counts(); all > 0 {
		c.allCorrect, c.allTotal = strconv.Itoa(n), strconv.Itoa(all)
	} else if m.HasPercent {
		c.percent = strconv.FormatFloat(m.Percent, 'f', -1, 64)
	}
	return c
}

// equal reports whether nothing differs.
func (c contents) equal(o contents) bool {
	return c.date == o.date && c.source == o.source && c.timed == o.timed && c.first == o.first && c.official == o.official &&
		c.minutes == o.minutes && c.guess == o.guess && c.totalOnly == o.totalOnly && c.allCorrect == o.allCorrect && c.allTotal == o.allTotal &&
		c.percent == o.percent && c.note == o.note && slices.Equal(c.correct, o.correct) && slices.Equal(c.total, o.total)
}

// mock is what would be saved. Was is the mock being edited, or the zero Mock: its questions that belong to no named
// domain are kept. The error names the field.
func (c contents) mock(study planner.Study, was planner.Mock) (planner.Mock, error) {
	m := planner.Mock{
		ID: was.ID, Date: c.date, Source: strings.TrimSpace(c.source), Official: c.official, Timed: c.timed, FirstAttempt: c.first,
		Note: strings.TrimSpace(c.note),
	}
	if c.minutes != "" {
		n, err := strconv.Atoi(c.minutes)
		if err != nil {
			return m, fault("minutes", lang.T("the minutes are a whole number"))
		}
		m.Minutes = n
	}
	if c.guess != "" {
		n, err := strconv.Atoi(c.guess)
		if err != nil || n > 100 {
			return m, fault("guess", lang.T("a guess is a whole number from 0 to 100"))
		}
		m.Guess, m.HasGuess = float64(n), true
		if c.guess == guessText(was.Guess, was.HasGuess) {
			m.Guess = was.Guess // untouched, to the digit
		}
	}
	if c.totalOnly {
		return m, c.addTotal(&m, was)
	}
	return m, c.addDomains(&m, study, was)
}

func (c contents) addDomains(m *planner.Mock, study planner.Study, was planner.Mock) error {
	for i, d := range study.Domains {
		if c.correct[i] == "" && (c.total[i] == "" || c.total[i] == "0") {
			continue // not asked
		}
		field := "domains." + d.ID
		correct, err := strconv.Atoi(c.correct[i])
		if err != nil {
			return fault(field, lang.T("how many were correct? If this domain was not asked, empty its number of questions too"))
		}
		total, err := strconv.Atoi(c.total[i])
		if err != nil || total == 0 {
			return fault(field, lang.T("of how many questions?"))
		}
		if correct > total {
			return fault(field, tooMany(correct, total))
		}
		m.Domains = append(m.Domains, planner.DomainScore{Domain: d.ID, Correct: correct, Total: total})
		m.Correct, m.Total = m.Correct+correct, m.Total+total
	}
	if len(m.Domains) == 0 {
		return fault("score", lang.T("type the correct answers of at least one domain, or choose Total only"))
	}
	correct, total := restOf(was)
	m.Correct, m.Total = m.Correct+correct, m.Total+total
	return nil
}

func (c contents) addTotal(m *planner.Mock, was planner.Mock) error {
	if c.allCorrect == "" && c.percent != "" {
		percent, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.Replace(c.percent, ",", ".", 1), "%")), 64)
		if err != nil || math.IsNaN(percent) || percent < 0 || percent > 100 {
			return fault("percent", lang.T("a percentage lies between 0 and 100"))
		}
		if c.allTotal == "" && was.HasPercent && percent == was.Percent {
			m.Percent, m.HasPercent = percent, true // recorded elsewhere without a number of questions, and still not known
			return nil
		}
		total, err := strconv.Atoi(c.allTotal)
		if err != nil || total == 0 {
			return fault("total", lang.T("of how many questions? About how many will do: it tells how much the percentage says"))
		}
		m.Correct, m.Total = int(math.Round(percent/100*float64(total))), total
		return nil
	}
	correct, err := strconv.Atoi(c.allCorrect)
	if err != nil {
		return fault("correct", lang.T("how many answers were correct?"))
	}
	total, err := strconv.Atoi(c.allTotal)
	if err != nil || total == 0 {
		return fault("total", lang.T("of how many questions?"))
	}
	if correct > total {
		return fault("correct", tooMany(correct, total))
	}
	m.Correct, m.Total = correct, total
	return nil
}

// restOf is the part of a mock that belongs to no named domain.
func restOf(m planner.Mock) (correct, total int) {
	if len(m.Domains) == 0 {
		return 0, 0
	}
	allCorrect, all := m.Counts()
	for _, d := range m.Domains {
		allCorrect -= d.Correct
		all -= d.Total
	}
	return allCorrect, all
}

// sums adds up what is typed so far, for the total line.
func (c contents) sums() (correct, total int) {
	if c.totalOnly {
		correct, _ = strconv.Atoi(c.allCorrect)
		total, _ = strconv.Atoi(c.allTotal)
		return correct, total
	}
	for i := range c.correct {
		a, errA := strconv.Atoi(c.correct[i])
		b, errB := strconv.Atoi(c.total[i])
		if errA == nil && errB == nil {
			correct, total = correct+a, total+b
		}
	}
	return correct, total
}

func fault(field, reason string) error { return &planner.FieldError{Field: field, Reason: reason} }

func tooMany(correct, total int) string {
	return lang.T("%d correct of %d is more than there were", correct, total)
}

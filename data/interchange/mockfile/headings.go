package mockfile

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// headings understands what stands above columns.
type headings struct{ domains *domainFinder }

// longestHeading is the most bytes of a text that is looked up as a heading.
const longestHeading = 200

// count counts the cells that are headings beyond doubt.
func (h headings) count(cells []string) int {
	n := 0
	for _, cell := range cells {
		claims := h.claims(cell)
		if len(claims) > 0 && claims[0].rank <= rankUsual {
			n++
		}
	}
	return n
}

// claims says what a heading may stand for, the best first.
func (h headings) claims(heading string) []claim {
	text := fold(heading)
	if text == "" || len(heading) > longestHeading {
		return nil
	}
	if r, ok := parseResult(heading); ok && r.kind != bare {
		return nil // "5 %" is no column of the fifth domain
	}
	claims := slices.Clone(headingClaims[text])
	if c, ok := h.ofDomain(heading); ok {
		claims = append(claims, c)
	}
	if words := strings.Fields(text); len(words) > 1 {
		for _, known := range headingWords { // in their order: "% of questions correct" is a percentage
			for _, word := range words {
				if slices.ContainsFunc(headingClaims[word], func(c claim) bool { return c.column == known.column && c.rank <= rankUsual }) {
					claims = append(claims, claim{known.column, rankWord})
					break
				}
			}
		}
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return cmp.Compare(a.rank, b.rank) })
	return claims
}

// ofDomain reads headings like "D1", "Risk Management", "Domain 2 correct" and "d3 total".
func (h headings) ofDomain(heading string) (claim, bool) {
	text := strings.TrimSpace(questionsInHeading.ReplaceAllString(heading, ""))
	kind, found := domainResult, h.domains.find(text)
	if !h.domains.isNamed(text) {
		words, role := takeRole(strings.Fields(fold(text)))
		if rest := h.domains.find(strings.Join(words, " ")); role != "" && rest.id != "" {
			kind, found = role, rest
		}
	}
	switch {
	case found.id == "":
		return claim{}, false
	case found.exact && !bareNumber.MatchString(text):
		return claim{Column(kind + found.id), rankDomain}, true
	}
	return claim{Column(kind + found.id), rankPart}, true
}

// takeRole parts the words that say what is counted from those that name the domain.
func takeRole(words []string) (rest []string, kind string) {
	for _, word := range words {
		role := ""
		for _, c := range headingClaims[word] {
			switch {
			case c.rank > rankUsual:
			case c.column == ColumnCorrect:
				role = domainCorrect
			case c.column == ColumnTotal:
				role = domainQuestions
			case c.column == ColumnPercent, c.column == columnScore:
				role = domainResult
			}
		}
		switch {
		case role == "":
			rest = append(rest, word)
		case kind == "" || role == domainResult || role == domainCorrect && kind == domainQuestions:
			kind = role // "correct of questions" counts the correct ones, "% correct" is a percentage
		}
	}
	return rest, kind
}

var (
	bareNumber = regexp.MustCompile(`^\s*\d+\s*$`)
	// questionsInHeading is the number of questions in headings like "Risk Management (26)" and "D1 /26".
	questionsInHeading = regexp.MustCompile(`(?i)\s*(?:\(\s*(\d{1,4})\s*(?:q|questions|fragen|preguntas|domande|questões)?\s*\)|/\s*(\d{1,4}))\s*$`)
)

// fewestInHeading keeps "Security (2)", a second column of a name, from being two questions.
const fewestInHeading = 5

// questionsIn is the number of questions a heading gives, or 0.
func questionsIn(heading string) int {
	parts := questionsInHeading.FindStringSubmatch(heading)
	if parts == nil {
		return 0
	}
	n, err := strconv.Atoi(cmp.Or(parts[1], parts[2]))
	if err != nil || n < fewestInHeading {
		return 0
	}
	return n
}

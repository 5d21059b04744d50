package data

import (
	"fmt"
	"strings"

	"milepost/data/exchange"
	"milepost/planner"
)

// checkDocument refuses a document whose content this data file could not hold, naming the field, and answers it in the form in which
// it would be read back.
func checkDocument(d exchange.Document) (exchange.Document, error) {
	for i, x := range d.Settings {
		field := fmt.Sprintf("settings[%d]", i)
		if err := checkShared(x); err != nil {
			return d, planner.Under(field, err)
		}
	}
	if err := checkCount("studies", len(d.Studies), MaxStudies); err != nil {
		return d, err
	}
	studies := make([]exchange.Study, len(d.Studies))
	for i, x := range d.Studies {
		s, err := checkExchanged(x)
		if err != nil {
			return d, planner.Under(fmt.Sprintf("studies[%d]", i), err)
		}
		studies[i] = s
	}
	d.Studies = studies
	return d, nil
}

func checkShared(x exchange.Setting) error {
	if strings.HasPrefix(x.Key, localPrefix) {
		return fieldError("key", "%.60q belongs to one computer and cannot be taken over from another", x.Key)
	}
	if x.Value == "" {
		return fieldError("value", "a setting without a value is no setting")
	}
	return first(checkID("key", x.Key), planner.CheckText("value", x.Value, planner.MaxTextRunes))
}

// checkExchanged checks a study with all that belongs to it, and brings it into the form in which it is read.
func checkExchanged(x exchange.Study) (exchange.Study, error) {
	study, err := x.Planner()
	if err == nil {
		err = checkStudy(study)
	}
	if err != nil {
		return x, err
	}
	x.Facts = exchange.FactsOf(study)
	for _, bound := range []struct {
		field   string
		n, most int
	}{
		{"sessions", len(x.Sessions), MaxSessions}, {"milestones", len(x.Milestones), MaxMilestones}, {"mocks", len(x.Mocks), MaxMocks},
		{"sittings", len(x.Sittings), MaxSittings}, {"sources", len(x.Sources), MaxSources},
		{"forecasts", len(x.Forecasts), MaxForecasts}, {"mock_forecasts", len(x.MockForecasts), MaxForecasts},
	} {
		if err := checkCount(bound.field, bound.n, bound.most); err != nil {
			return x, err
		}
	}
	if x.Guess != nil {
		if err := checkGuess(guessOf(x)); err != nil {
			return x, planner.Under("guess", err)
		}
	}
	return x, first(
		checkEach(&x.Sessions, "sessions", through(exchange.Session.Planner, checkSession, exchange.SessionOf)),
		checkEach(&x.Milestones, "milestones", through(exchange.Milestone.Planner, checkMilestone, exchange.MilestoneOf)),
		checkEach(&x.Mocks, "mocks", through(exchange.Mock.Planner, checkMock, exchange.MockOf)),
		checkEach(&x.Sittings, "sittings", through(exchange.Sitting.Planner, checkSitting, exchange.SittingOf)),
		checkEach(&x.Sources, "sources", through(exchange.Source.Prior, checkSource, exchange.SourceOf)),
		checkEach(&x.Forecasts, "forecasts", through(exchange.Forecast.Told, checkForecast, exchange.ForecastOf)),
		checkEach(&x.MockForecasts, "mock_forecasts", through(exchange.MockForecast.Told, checkMockForecast, exchange.MockForecastOf)),
	)
}

func guessOf(x exchange.Study) Guess { return Guess{Day: x.Guess.Date, Percent: x.Guess.Percent} }

// through reads something exchanged, checks it, and writes it again.
func through[A, B any](read func(B) A, check func(A) error, write func(A) B) func(B) (B, error) {
	return func(x B) (B, error) {
		a := read(x)
		return write(a), check(a)
	}
}

// checkEach replaces every element of a list by what check makes of it; an error names the element.
func checkEach[T any](list *[]T, field string, check func(T) (T, error)) error {
	out := make([]T, len(*list))
	for i, x := range *list {
		var err error
		if out[i], err = check(x); err != nil {
			return planner.Under(fmt.Sprintf("%s[%d]", field, i), err)
		}
	}
	*list = out
	return nil
}

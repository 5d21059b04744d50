package mocks

import (
	"milepost/app"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// effectWords says what a mock would change.
func effectWords(e app.MockEffect) string {
	before, after := e.Before, e.After
	level := lang.T("Readiness would %s", moved(phrase.Share(before.Score.Median), phrase.Share(after.Score.Median)))
	switch {
	case before.HasForecast && after.HasForecast:
		return lang.T("%s; chance of passing %s.", level, fromTo(phrase.Chance(before.Pass.ExamDay), phrase.Chance(after.Pass.ExamDay)))
	case after.HasForecast:
		return lang.T("Enough for a first estimate: readiness %s, likely %d–%d%%; chance of passing %s.", phrase.Share(after.Score.Median),
			phrase.Percent(after.Score.Low), phrase.Percent(after.Score.High), phrase.Chance(after.Pass.ExamDay))
	case before.Evidence.Mocks > 0 && !before.HasForecast:
		return lang.T("%s. That is not enough yet for a chance of passing.", level)
	default:
		return lang.T("Readiness would be about %s, likely %d–%d%%. That is not enough yet for a chance of passing.",
			phrase.Share(after.Score.Median), phrase.Percent(after.Score.Low), phrase.Percent(after.Score.High))
	}
}

func moved(from, to string) string {
	if from == to {
		return lang.T("stay at %s", to)
	}
	return lang.T("move from %s to %s", from, to)
}

func fromTo(from, to string) string {
	if from == to {
		return lang.T("stays at %s", to)
	}
	return lang.T("from %s to %s", from, to)
}

package mocks

import (
	"milepost/app"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// effectWords says what a mock would change.
func effectWords(e app.MockEffect) string {
	before, after := e.Before, e.After
	level := phrase.ReadinessWould(before.Score.Median, after.Score.Median)
	switch {
	case before.HasForecast && after.HasForecast:
		return level + " " + phrase.ChanceWould(before.Pass.ExamDay, after.Pass.ExamDay)
	case after.HasForecast:
		return lang.T("Enough for a first estimate: readiness %s, likely %d–%d%%; chance of passing %s.", phrase.Share(after.Score.Median),
			phrase.Percent(after.Score.Low), phrase.Percent(after.Score.High), phrase.Chance(after.Pass.ExamDay))
	case before.Evidence.Mocks > 0 && !before.HasForecast:
		return level + " " + lang.T("That is not enough yet for a chance of passing.")
	default:
		return lang.T("Readiness would be about %s, likely %d–%d%%. That is not enough yet for a chance of passing.",
			phrase.Share(after.Score.Median), phrase.Percent(after.Score.Low), phrase.Percent(after.Score.High))
	}
}

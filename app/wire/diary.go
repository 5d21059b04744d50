package wire

import (
	"milepost/planner"
	"milepost/planner/readiness"
)

// DiaryAnswer is the answer of `milepost diary`.
type DiaryAnswer struct {
	Format   int             `json:"format"`
	Verdict  string          `json:"verdict"`
	Score    DiaryScore      `json:"score"`
	Curve    []CurvePoint    `json:"curve"`
	Mocks    []DiaryMock     `json:"mocks"`
	Days     []DayForecast   `json:"days"`
	Sittings []DiarySitting  `json:"sittings"`
	Guess    *DiaryGuess     `json:"guess"` // of the next mock
	Next     *NextMockAnswer `json:"next"`
}

// DiaryScore are the figures of readiness.DiaryScore; differences are shares.
type DiaryScore struct {
	Scored        int     `json:"scored"`
	Error         float64 `json:"error"`
	Bias          float64 `json:"bias"`
	Inside90      int     `json:"inside_90"`
	Inside50      int     `json:"inside_50"`
	Chances       int     `json:"chances"`
	Brier         float64 `json:"brier"`
	BrierExpected float64 `json:"brier_expected"`
	Guesses       int     `json:"guesses"`
	GuessError    float64 `json:"guess_error"`
	GuessBias     float64 `json:"guess_bias"`
	ErrorBeside   float64 `json:"error_beside"`
}

// CurvePoint is a point of the calibration plot.
type CurvePoint struct {
	Stated   float64 `json:"stated"`
	Happened float64 `json:"happened"`
	Low      float64 `json:"low"`
	High     float64 `json:"high"`
}

// DiaryMock is a mock with what was foretold of it. Reaches is null where no chance was told, guess where none was made.
type DiaryMock struct {
	ID      string     `json:"id"`
	Date    string     `json:"date"`
	Source  string     `json:"source"`
	Result  float64    `json:"result"`
	Median  float64    `json:"median"`
	Low     float64    `json:"low"`
	High    float64    `json:"high"`
	All     [5]float64 `json:"quantiles"` // 5, 25, 50, 75 and 95 %
	Reaches *float64   `json:"reaches"`
	Guess   *float64   `json:"guess"` // in percent, as it was made
	Rests   int        `json:"rests_on"`
	Scored  bool       `json:"scored"`
}

// DayForecast is what was written down on a day. Pass is null where the evidence was thin.
type DayForecast struct {
	Date     string   `json:"date"`
	ExamDate string   `json:"exam_date"`
	PassLine float64  `json:"pass_line"`
	Mocks    int      `json:"mocks"`
	Pass     *float64 `json:"pass"`
	Median   float64  `json:"median"`
	Low      float64  `json:"low"`
	High     float64  `json:"high"`
}

// DiarySitting is a sitting with the forecasts of the days before it, the latest first, and the Brier score of the first.
type DiarySitting struct {
	Date      string        `json:"date"`
	Passed    bool          `json:"passed"`
	Brier     float64       `json:"brier"`
	Forecasts []DayForecast `json:"forecasts"`
}

// DiaryGuess is what is guessed of the next mock, in percent.
type DiaryGuess struct {
	Date    string  `json:"date"`
	Percent float64 `json:"percent"`
}

// NextMockAnswer is what to expect of a mock of the source used last.
type NextMockAnswer struct {
	Source string  `json:"source"`
	Median float64 `json:"median"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
}

// EncodeDiaryScore writes the figures, and the verdict and curve beside them.
func EncodeDiaryScore(s readiness.DiaryScore) DiaryAnswer {
	out := DiaryAnswer{
		Format: Format, Verdict: string(s.Verdict), Curve: []CurvePoint{}, Mocks: []DiaryMock{}, Days: []DayForecast{}, Sittings: []DiarySitting{},
		Score: DiaryScore{
			s.Scored, s.Error, s.Bias, s.Inside90, s.Inside50, s.Chances, s.Brier, s.BrierExpected, s.Guesses, s.GuessError, s.GuessBias, s.ErrorBeside,
		},
	}
	for _, p := range s.Curve {
		out.Curve = append(out.Curve, CurvePoint(p))
	}
	return out
}

// EncodeDiaryMock writes a mock and its forecast.
func EncodeDiaryMock(m planner.Mock, e readiness.MockEntry, scored bool) DiaryMock {
	f := e.Forecast
	out := DiaryMock{
		ID: m.ID, Date: m.Date.String(), Source: m.Source, Result: m.Share(), Median: f.Median(), Low: f.Low(), High: f.High(), All: f.Quantiles,
		Rests: f.Mocks, Scored: scored,
	}
	if f.HasChance {
		out.Reaches = &f.Reaches
	}
	if m.HasGuess {
		out.Guess = &m.Guess
	}
	return out
}

// EncodeDays writes daily forecasts.
func EncodeDays(days []readiness.DayForecast) []DayForecast {
	out := make([]DayForecast, 0, len(days))
	for _, f := range days {
		d := DayForecast{
			Date: f.Day.String(), ExamDate: f.ExamDate.String(), PassLine: f.PassLine, Mocks: f.Mocks, Median: f.Exam.Median, Low: f.Exam.Low, High: f.Exam.High,
		}
		if f.HasChance {
			d.Pass = &f.Chance
		}
		out = append(out, d)
	}
	return out
}

package wire

// SourcesAnswer is the answer of `milepost sources` and of `milepost sources set`.
type SourcesAnswer struct {
	Format   int                `json:"format"`
	PassLine float64            `json:"pass_line"` // what all points are told at
	Sources  []SourceComparison `json:"sources"`
}

// SourceComparison is a source with how it compares with the exam.
type SourceComparison struct {
	Name          string         `json:"name"`
	Official      bool           `json:"official"`
	FirstAttempts *SourceResults `json:"first_attempts"` // null without mocks
	Retakes       *SourceResults `json:"retakes"`
	Set           *SourceSet     `json:"set"` // null when nothing was set by hand
}

// SourceResults are the mocks of a source and the difference they tell.
type SourceResults struct {
	Mocks      int               `json:"mocks"`
	Questions  int               `json:"questions"`
	Known      bool              `json:"known"`
	WhyNot     string            `json:"why_not"`
	Difference *SourceDifference `json:"difference"` // what is assumed, while it is not known
}

// SourceDifference is in points of the exam score, unrounded; positive is easier than the exam.
type SourceDifference struct {
	Points float64 `json:"points"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Level  float64 `json:"level"`
}

// SourceSet is a difference set by hand, in whole points, with how many either way.
type SourceSet struct {
	Points int `json:"points"`
	Doubt  int `json:"doubt"`
}

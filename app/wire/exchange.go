package wire

// ImportAnswer is what `milepost import --json` writes.
type ImportAnswer struct {
	Format   int           `json:"format"`
	File     string        `json:"file"`
	Preview  bool          `json:"preview"`  // nothing was changed
	Studies  []ImportStudy `json:"studies"`  // those that change
	Settings int           `json:"settings"` // taken over
	// Conflicts is how many records were changed on both computers; `milepost conflicts` shows them.
	Conflicts int `json:"conflicts"`
}

// ImportStudy is what an import does to a study.
type ImportStudy struct {
	ID      string                  `json:"id"`
	Name    string                  `json:"name"`
	Added   bool                    `json:"added"`
	Removed bool                    `json:"removed"`
	Records map[string]ImportCounts `json:"records"` // by kind: study, plan, session, mock, sitting, source, guess, forecast
	Planned ImportCounts            `json:"planned"` // sessions that are planned and nothing more
}

// ImportCounts are how many records an import adds, changes and removes.
type ImportCounts struct {
	Added   int `json:"added"`
	Changed int `json:"changed"`
	Removed int `json:"removed"`
}

// ConflictsAnswer is what `milepost conflicts --json` writes.
type ConflictsAnswer struct {
	Format    int        `json:"format"`
	Conflicts []Conflict `json:"conflicts"`
}

// Conflict is a record that was changed on two computers before they met.
type Conflict struct {
	ID          string            `json:"id"`
	Study       *string           `json:"study"` // its name; null when it is no longer there
	Kind        string            `json:"kind"`
	Title       string            `json:"title"`
	Here        *string           `json:"here"`       // what it is now, in short; null when it was removed
	There       *string           `json:"there"`      // what it was on the other computer; null when it was removed there
	ChangedAt   *string           `json:"changed_at"` // there, by its clock: RFC 3339, UTC; null when not known
	Differences []FieldDifference `json:"differences"`
}

// FieldDifference is a field with its value here and there; "" where there is none.
type FieldDifference struct {
	Field string `json:"field"`
	Here  string `json:"here"`
	There string `json:"there"`
}

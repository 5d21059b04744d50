package wire

// MockFileAnswer is what `milepost mock import --json` writes.
type MockFileAnswer struct {
	Format   int  `json:"format"`
	Preview  bool `json:"preview"`  // true: nothing was recorded
	Recorded int  `json:"recorded"` // mocks that were, or would be
	// Columns say what each column of the file was taken for.
	Columns      []string      `json:"columns"`
	DateOrder    string        `json:"date_order"`     // "" when no date needed one
	AskDateOrder bool          `json:"ask_date_order"` // the dates can be read in another order as well
	Mocks        []MockOfFile  `json:"mocks"`
	Bad          []BadMockLine `json:"bad_lines"`
	Notices      []string      `json:"notices"`
}

// MockOfFile is a mock of a file.
type MockOfFile struct {
	Mock
	Lines      []int    `json:"lines"`
	RecordedAs *string  `json:"recorded_as"` // the ID of the mock it looks like a second copy of; null for none
	Remarks    []string `json:"remarks"`
}

// BadMockLine is a line that cannot be used.
type BadMockLine struct {
	Line   int    `json:"line"`
	Others []int  `json:"others"` // lines of the same mock that are left out with it
	Field  string `json:"field"`
	Reason string `json:"reason"`
}

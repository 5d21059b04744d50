package wire

// VerifyAnswer is what `milepost verify --json` writes.
type VerifyAnswer struct {
	Format   int    `json:"format"`
	Path     string `json:"path"`
	OK       bool   `json:"ok"`
	Problem  string `json:"problem"` // what is wrong, in a word: "damaged", "newer", …; "" when nothing is
	Text     string `json:"text"`    // what was found, in a sentence
	Advice   string `json:"advice"`  // what to do; "" when nothing is wrong
	Studies  int    `json:"studies"`
	Sessions int    `json:"sessions"`
	Mocks    int    `json:"mocks"`
	// Notes are what there is to know of the place the file lies in. They are no fault of the file.
	Notes []PlaceNote `json:"notes"`
}

// PlaceNote is something there is to know of the place a file lies in.
type PlaceNote struct {
	Kind   string `json:"kind"` // moved, network, cloud, rights
	Text   string `json:"text"`
	Advice string `json:"advice"`
}

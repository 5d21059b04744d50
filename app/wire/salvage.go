package wire

// SalvageAnswer is what `milepost salvage --json` writes.
type SalvageAnswer struct {
	Format      int             `json:"format"`
	From        string          `json:"from"`
	To          string          `json:"to"`
	Version     int             `json:"version"` // of the tables in the damaged file
	Tables      []SalvagedTable `json:"tables"`
	Named       []string        `json:"named"`        // the first rows that were refused or are in doubt, each with the reason
	LostActions int             `json:"lost_actions"` // saved actions behind a broken place in the log
}

// SalvagedTable is what was saved of one table. Found is taken, less made up, and refused and lost together.
type SalvagedTable struct {
	Table    string `json:"table"`
	Found    int    `json:"found"`
	Taken    int    `json:"taken"`
	Refused  int    `json:"refused"`  // they break a rule of the table
	Lost     int    `json:"lost"`     // they could not be read
	Rebuilt  int    `json:"rebuilt"`  // taken from what Undo had kept
	Doubtful int    `json:"doubtful"` // taken, but not as Undo had kept them
	MadeUp   int    `json:"made_up"`  // put in so that what belongs to them has a place
	Torn     bool   `json:"torn"`     // parts could not be found: there may have been more
}

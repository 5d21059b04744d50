package salvage

// Kind is what a column holds, as a STRICT table has it.
type Kind int

// The kinds of columns. A Real may be stored as a whole number: SQLite does so to save room.
const (
	Text Kind = iota
	Integer
	Real
)

// Column is a column of a known table.
type Column struct {
	Name     string
	Kind     Kind
	Nullable bool
	RowID    bool // an INTEGER PRIMARY KEY: it is stored as the number of the row
}

// Table is the shape of a known table.
type Table struct {
	Name    string
	SQL     string // as SQLite notes it down
	Columns []Column
	Key     []int // which of them name a row
	// Least is the number of columns a stored row has at least. Columns that were added later may be missing from older rows and
	// have their default then.
	Least int
}

// Version is a state of the tables that was released once.
type Version struct {
	Number int // user_version
	Tables []Table
}

// Origin says where a row was found, the most trustworthy first.
type Origin int

// Where rows are found.
const (
	Live    Origin = iota // in its table
	Mended                // between the cells of a damaged page of its table
	Orphan                // on a page that belongs to no table any more
	Freed                 // on a page that was given up: it may have been deleted
	origins = iota
)

// Row is a row that was found.
type Row struct {
	Origin  Origin
	RowID   int64
	frame   int // of the log its page comes from; 0: from the file itself
	payload []byte
}

// Values are the columns of a row of the table: string, int64, float64 or nil. There may be fewer than the table has now.
func (r Row) Values(t Table) []any {
	values, ok := decode(r.payload, len(t.Columns))
	if !ok {
		return nil
	}
	for i := range values {
		switch n, whole := values[i].(int64); {
		case t.Columns[i].RowID && values[i] == nil:
			values[i] = r.RowID
		case t.Columns[i].Kind == Real && whole:
			values[i] = float64(n)
		}
	}
	return values
}

// better tells which of two rows with one key is to be believed: where it was found, then which was written later.
func (r Row) better(other Row) bool {
	switch {
	case r.Origin != other.Origin:
		return r.Origin < other.Origin
	case r.frame != other.frame:
		return r.frame > other.frame
	}
	return r.RowID > other.RowID
}

// fits tells whether stored values can be a row of the table: their number and kinds.
func (t Table) fits(kinds []serial) bool {
	if len(kinds) < t.Least || len(kinds) > len(t.Columns) {
		return false
	}
	for i, k := range kinds {
		c := t.Columns[i]
		switch {
		case k == serialNull:
			if !c.Nullable && !c.RowID {
				return false
			}
		case k.isText():
			if c.Kind != Text {
				return false
			}
		case k == serialReal:
			if c.Kind != Real {
				return false
			}
		case k.isInteger():
			if c.Kind == Text {
				return false
			}
		default: // a blob
			return false
		}
	}
	return true
}

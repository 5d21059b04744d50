package salvage

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Input is a damaged file and what is known of the program it belongs to.
type Input struct {
	File    io.ReaderAt // nil: there is only a log
	Size    int64
	Log     io.ReaderAt // the write-ahead log; nil: there is none
	LogSize int64

	AppID    uint32    // the mark of the program in the header of its files
	Versions []Version // in order
	// Accepts tells whether values could be a row of a table, by the rules of that table. It decides whose a page is that belongs
	// to no table any more.
	Accepts func(v Version, table int, values []any) bool
	// Progress is told how many of the pages have been looked at; it may be nil.
	Progress func(done, total int)
}

// FoundTable is what was found of a table.
type FoundTable struct {
	Table
	Rows []Row // the best first; of rows with one key the first is to be believed
	// Lost is how many entries are there that could not be read.
	Lost int
	// Torn says that pages of the table could not be reached or are damaged.
	Torn bool
}

// Found is what was found in a file.
type Found struct {
	Version  Version
	Tables   []FoundTable // as in Version
	Pages    int
	BadPages int // that the disk could not read
	Log      LogState
}

// ErrNothing is answered for a file in which nothing of the program's is left, or never was.
var ErrNothing = errors.New("nothing that belongs to Milepost was found in the file")

// ErrNewer is answered for a file whose tables a newer program made.
var ErrNewer = errors.New("the file was written by a newer version")

// Read looks for everything that can be read. It writes nothing.
func Read(ctx context.Context, in Input) (Found, error) {
	var log LogState
	if in.Log != nil {
		size := 0
		if in.File != nil {
			size = PageSize(in.File)
		}
		var err error
		if log, err = ReadLog(in.Log, in.LogSize, size); err != nil {
			return Found{}, err
		}
	}
	pages := choosePages(in, log)
	f := &finder{ctx: ctx, pages: pages, claimed: map[uint32]bool{}, trees: map[uint32]bool{}, total: pages.count(), progress: in.Progress}
	r := reader{in: in, finder: f}
	out, err := r.read()
	if err := errors.Join(ctx.Err(), err); err != nil {
		return Found{}, err
	}
	if in.Progress != nil {
		in.Progress(f.total, f.total)
	}
	out.Pages, out.BadPages, out.Log = f.total, pages.bad, log
	return out, nil
}

// PageSize is the page size a file claims to have; 0 if it is none.
func PageSize(file io.ReaderAt) int {
	b := make([]byte, offsetPageSize+2)
	if _, err := file.ReadAt(b, 0); err != nil {
		return 0
	}
	if n := int(binary.BigEndian.Uint16(b[offsetPageSize:])); validPageSize(n) {
		return n
	} else if n == 1 {
		return largestPage
	}
	return 0
}

// reader puts one file together.
type reader struct {
	in     Input
	finder *finder
	roots  map[string]uint32
	listed map[string]string // the statement of each table in the list
	torn   bool              // the list of tables is
}

func (r *reader) read() (out Found, err error) {
	f := r.finder
	header := f.pages.header()
	r.readList()
	version, err := r.chooseVersion(header)
	if err != nil {
		return out, err
	}
	found := make([]tableRows, len(version.Tables))
	for i, t := range version.Tables {
		root := r.roots[t.Name]
		found[i].broken = root == 0
		if root > 1 {
			f.walk(root, t, &found[i], 0)
		}
	}
	f.freelist(header)
	r.orphans(version, found)
	out.Version = version
	rows := 0
	for i, t := range version.Tables {
		slices.SortStableFunc(found[i].rows, func(a, b Row) int {
			switch {
			case a.better(b):
				return -1
			case b.better(a):
				return 1
			}
			return 0
		})
		out.Tables = append(out.Tables, FoundTable{Table: t, Rows: found[i].rows, Lost: found[i].lost, Torn: found[i].broken})
		rows += len(found[i].rows)
	}
	if rows == 0 && !r.ours() {
		return out, ErrNothing
	}
	return out, nil
}

// list is the table that lists the others.
var list = Table{Name: "sqlite_schema", Least: 5, Columns: []Column{
	{Name: "type"}, {Name: "name"}, {Name: "tbl_name"}, {Name: "rootpage", Kind: Integer, Nullable: true}, {Name: "sql", Nullable: true},
}}

// readList reads the list of tables; where its tree is torn, leaves of it are looked for everywhere.
func (r *reader) readList() {
	var rows tableRows
	f := r.finder
	f.walk(1, list, &rows, 0)
	if r.torn = rows.broken; r.torn {
		s := scan{finder: f, tables: []Table{list}, into: []tableRows{rows}, accepts: func(_ int, v []any) bool {
			return slices.Contains([]any{"table", "index", "trigger", "view"}, v[0])
		}}
		s.over(f.pages.numbers, Orphan)
		rows = s.into[0]
	}
	r.roots, r.listed = map[string]uint32{}, map[string]string{}
	for _, row := range rows.rows {
		v := row.Values(list)
		if len(v) < 5 {
			continue
		}
		name, _ := v[1].(string)
		sql, _ := v[4].(string)
		root, _ := v[3].(int64)
		if v[0] == "table" && r.roots[name] == 0 && root > 1 && root < 1<<32 {
			r.roots[name], r.listed[name] = uint32(root), sql
		}
	}
}

// chooseVersion finds out which version of the tables a file has: by the list of tables, then by its header, then by the rows.
func (r *reader) chooseVersion(header []byte) (Version, error) {
	said := int(binary.BigEndian.Uint32(header[offsetUserVersion:]))
	marked := binary.BigEndian.Uint32(header[offsetAppID:]) == r.in.AppID
	best, most := -1, 0
	for i, v := range r.in.Versions {
		same := 0
		for _, t := range v.Tables {
			switch sql, ok := r.listed[t.Name]; {
			case ok && sql == t.SQL:
				same += 2
			case !ok:
				same--
			}
		}
		if same > most || same == most && best >= 0 && v.Number == said {
			best, most = i, same
		}
	}
	latest := r.in.Versions[len(r.in.Versions)-1]
	switch {
	case marked && said > latest.Number && !r.torn && r.strange():
		return Version{}, fmt.Errorf("version %d: %w", said, ErrNewer)
	case best < 0 && !r.torn && !marked:
		return Version{}, ErrNothing
	case best >= 0:
		return r.in.Versions[best], nil
	case said >= 1 && said <= latest.Number:
		return r.in.Versions[said-1], nil
	}
	return r.versionOfRows(latest), nil
}

// strange tells whether the list has a table no version knows.
func (r *reader) strange() bool {
	for name, sql := range r.listed {
		if !strings.HasPrefix(name, "sqlite_") && !r.known(name, sql) {
			return true
		}
	}
	return false
}

// known tells whether a table is to the letter one of some version; with "" for the statement the name is enough.
func (r *reader) known(name, sql string) bool {
	for _, v := range r.in.Versions {
		for _, t := range v.Tables {
			if t.Name == name && (sql == "" || t.SQL == sql) {
				return true
			}
		}
	}
	return false
}

// ours tells whether the list of tables has one of ours.
func (r *reader) ours() bool {
	for name, sql := range r.listed {
		if sql != "" && r.known(name, sql) {
			return true
		}
	}
	return false
}

// versionOfRows is the lowest version into whose tables all rows fit that lie anywhere: what came later fills in by itself.
func (r *reader) versionOfRows(latest Version) Version {
	f := *r.finder
	f.claimed = maps.Clone(f.claimed)
	f.progress = nil
	s := scan{finder: &f, tables: latest.Tables, into: make([]tableRows, len(latest.Tables)), accepts: r.accepting(latest)}
	s.over(f.pages.numbers, Orphan)
	widest := map[string]int{}
	for i, t := range latest.Tables {
		for _, row := range s.into[i].rows {
			widest[t.Name] = max(widest[t.Name], len(row.Values(t)))
		}
	}
	for _, v := range r.in.Versions {
		has := 0
		for _, t := range v.Tables {
			if n := widest[t.Name]; n > 0 && n <= len(t.Columns) {
				has++
			}
		}
		if has == len(widest) {
			return v
		}
	}
	return latest
}

func (r *reader) accepting(v Version) func(int, []any) bool {
	return func(table int, values []any) bool { return r.in.Accepts(v, table, values) }
}

// orphans looks for rows on pages that no tree leads to: those torn off, and, with less trust, those that were given up.
func (r *reader) orphans(v Version, found []tableRows) {
	torn := false
	for _, t := range found {
		torn = torn || t.broken
	}
	f := r.finder
	if !torn && !f.freelistSound {
		return // nothing is missing, and what was given up cannot be told from the rest
	}
	freed := map[uint32]bool{}
	for _, n := range f.freed {
		freed[n] = true
	}
	loose := r.scan(v, func(yield func(uint32) bool) {
		for n := range f.pages.numbers {
			if !freed[n] && !yield(n) {
				return
			}
		}
	}, Orphan)
	for i := range found {
		if found[i].broken || f.freelistSound {
			found[i].broken = found[i].broken || len(loose[i].rows) > 0
			found[i].add(loose[i])
		}
	}
	if !torn {
		return
	}
	for i, t := range r.scan(v, slices.Values(f.freed), Freed) {
		if found[i].broken {
			t.lost = 0 // nobody misses what may have been deleted
			found[i].add(t)
		}
	}
}

func (r *reader) scan(v Version, numbers func(func(uint32) bool), origin Origin) []tableRows {
	s := scan{finder: r.finder, tables: v.Tables, into: make([]tableRows, len(v.Tables)), accepts: r.accepting(v)}
	s.over(numbers, origin)
	return s.into
}

func (t *tableRows) add(more tableRows) {
	t.rows = append(t.rows, more.rows...)
	t.lost += more.lost
}

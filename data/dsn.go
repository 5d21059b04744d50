package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// busyMilliseconds is how long SQLite waits for another program that is writing.
const busyMilliseconds = "5000"

// writeDSN names the file for the writing connection. It never creates a file; create does that.
func writeDSN(file string) string {
	return dsn(file, url.Values{
		"mode":          {"rw"},
		"_journal_mode": {"WAL"},
		"_synchronous":  {"FULL"}, // the driver would quietly choose NORMAL, which loses saved work in a power cut
		"_foreign_keys": {"on"},
		"_txlock":       {"immediate"},
		"_busy_timeout": {busyMilliseconds},
	})
}

// newFileDSN names a file being made: a plain rollback journal, so that the finished file stands alone.
func newFileDSN(file string) string {
	return dsn(file, url.Values{
		"mode":          {"rw"},
		"_synchronous":  {"FULL"},
		"_foreign_keys": {"on"},
		"_txlock":       {"immediate"},
	})
}

// readDSN names the file for reading. It must not set a journal mode: that would be a write. With immutable SQLite takes the
// file as it is and makes nothing beside it, which is right only while nobody writes.
func readDSN(file string, immutable bool) string {
	v := url.Values{"mode": {"ro"}, "_foreign_keys": {"on"}, "_busy_timeout": {busyMilliseconds}}
	if immutable {
		v.Set("immutable", "1")
	}
	return dsn(file, v)
}

// dsn builds a file URI, in which no character of a path can be mistaken for an option: a bare path with a question mark
// opens another file.
func dsn(file string, values url.Values) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") { // C:/Users/… on Windows
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String() + "?" + values.Encode()
}

// connector opens connections through a driver of our own, so that nothing is registered globally.
type connector struct {
	dsn string
	drv *sqlite3.SQLiteDriver
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.drv.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.drv }

// openDB prepares connections to dsn; the first use opens one.
func openDB(dsn string, connections int) *sql.DB {
	db := sql.OpenDB(connector{dsn: dsn, drv: &sqlite3.SQLiteDriver{ConnectHook: setPragmas}})
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db
}

package data

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/mattn/go-sqlite3"
)

// setPragmas runs on every new connection, before anything else does.
func setPragmas(c *sqlite3.SQLiteConn) error {
	for _, q := range []string{
		"PRAGMA trusted_schema = OFF",       // a file cannot make functions with side effects run
		"PRAGMA cell_size_check = ON",       // damaged pages are noticed earlier
		"PRAGMA fullfsync = ON",             // macOS: fsync alone does not reach the disk; no effect elsewhere
		"PRAGMA checkpoint_fullfsync = ON",  // the same for checkpoints
		"PRAGMA recursive_triggers = OFF",   // our triggers never need it
		"PRAGMA ignore_check_constraints=0", // the checks of the tables hold
	} {
		if _, err := c.Exec(q, nil); err != nil {
			return fmt.Errorf("set up the connection (%s): %w", q, err)
		}
	}
	return nil
}

// pragma is a setting and the value it must have.
type pragma struct{ name, want string }

func commonPragmas() []pragma {
	return []pragma{
		{"foreign_keys", "1"}, {"trusted_schema", "0"}, {"cell_size_check", "1"},
		{"fullfsync", "1"}, {"checkpoint_fullfsync", "1"}, {"recursive_triggers", "0"},
		{"ignore_check_constraints", "0"}, {"busy_timeout", busyMilliseconds}, {"writable_schema", "0"},
	}
}

// writerPragmas are what durable writing rests on. The driver ignores options it does not know, so they are read back.
func writerPragmas() []pragma {
	return append([]pragma{{"journal_mode", "wal"}, {"synchronous", "2"}, {"query_only", "0"}}, commonPragmas()...)
}

func readerPragmas() []pragma { return append([]pragma{{"journal_mode", "wal"}}, commonPragmas()...) }

// pragmaError says that a setting did not take.
type pragmaError struct{ name, want, got string }

func (e *pragmaError) Error() string {
	return fmt.Sprintf("the setting %s is %q where %q is needed", e.name, e.got, e.want)
}

// readBack checks that each setting has the value it must have.
func readBack(ctx context.Context, db *sql.DB, wanted []pragma) error {
	for _, p := range wanted {
		var got string
		if err := db.QueryRowContext(ctx, "PRAGMA "+p.name).Scan(&got); err != nil {
			return fmt.Errorf("read the setting %s: %w", p.name, err)
		}
		if got != p.want {
			return &pragmaError{p.name, p.want, got}
		}
	}
	return nil
}

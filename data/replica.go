package data

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
)

// stampChanges gives every record that an action touched a version: changed here, now. The changes are those in the undo log; the
// action must no longer be recorded, so that what is written here is not.
func (t *Tx) stampChanges(action int64) error {
	replica, stamp, err := t.nextStamp()
	if err != nil {
		return fmt.Errorf("note who changed what: %w", err)
	}
	if err := t.exec(touchedVersions, action, replica, stamp); err != nil {
		return fmt.Errorf("note who changed what: %w", err)
	}
	return nil
}

// touchedVersions finds the records whose rows the action ?1 touched, and makes replica ?2 with stamp ?3 their version.
//
// A session is part of its study's plan while it is planned and nothing more, and a record of its own otherwise (own). An action
// may turn the one into the other: then both are touched, but a plan is not touched by a session that leaves it.
const touchedVersions = `
WITH image AS MATERIALIZED (
  SELECT relation, before, after, coalesce(after, before) AS it FROM undo_change WHERE action = ?1
), session_image AS MATERIALIZED (
  SELECT it ->> 'study_id' AS study_id, it ->> 'id' AS id, after IS NULL AS gone,
    coalesce(before ->> 'status' <> 'planned' OR before ->> 'pinned' = 1 OR before ->> 'by_hand' = 1, 0) AS was_own,
    coalesce(after ->> 'status' <> 'planned' OR after ->> 'pinned' = 1 OR after ->> 'by_hand' = 1, 0) AS is_own
  FROM image WHERE relation = 'session'
), touched (study_id, kind, id) AS (
  SELECT it ->> 'id', 'study', '' FROM image WHERE relation = 'study'
  UNION SELECT it ->> 'study_id', 'study', '' FROM image WHERE relation IN ('study_domain', 'study_topic', 'study_day', 'study_off')
  UNION SELECT it ->> 'study_id', 'plan', '' FROM image WHERE relation = 'milestone'
  UNION SELECT study_id, 'plan', '' FROM session_image WHERE NOT is_own AND NOT (gone AND was_own)
  UNION SELECT study_id, 'session', id FROM session_image WHERE was_own OR is_own
  UNION SELECT it ->> 'study_id', 'mock', it ->> 'id' FROM image WHERE relation = 'mock'
  UNION SELECT it ->> 'study_id', 'mock', it ->> 'mock_id' FROM image WHERE relation = 'mock_score'
  UNION SELECT it ->> 'study_id', 'sitting', it ->> 'id' FROM image WHERE relation = 'sitting'
  UNION SELECT it ->> 'study_id', 'sitting', it ->> 'sitting_id' FROM image WHERE relation = 'sitting_result'
  UNION SELECT it ->> 'study_id', 'source', it ->> 'name' FROM image WHERE relation = 'source'
  UNION SELECT it ->> 'study_id', 'guess', '' FROM image WHERE relation = 'guess'
)
INSERT INTO version (study_id, kind, id, replica, stamp, deleted)
SELECT t.study_id, t.kind, t.id, ?2, ?3, CASE t.kind
  WHEN 'session' THEN NOT EXISTS (SELECT 1 FROM session AS x WHERE x.study_id = t.study_id AND x.id = t.id AND (x.status <> 'planned' OR x.pinned = 1 OR x.by_hand = 1))
  WHEN 'mock' THEN NOT EXISTS (SELECT 1 FROM mock AS x WHERE x.study_id = t.study_id AND x.id = t.id)
  WHEN 'sitting' THEN NOT EXISTS (SELECT 1 FROM sitting AS x WHERE x.study_id = t.study_id AND x.id = t.id)
  WHEN 'source' THEN NOT EXISTS (SELECT 1 FROM source AS x WHERE x.study_id = t.study_id AND x.name = t.id)
  WHEN 'guess' THEN NOT EXISTS (SELECT 1 FROM guess AS x WHERE x.study_id = t.study_id)
  ELSE NOT EXISTS (SELECT 1 FROM study AS x WHERE x.id = t.study_id)
  END
FROM touched AS t WHERE true
ON CONFLICT (study_id, kind, id) DO UPDATE SET replica = excluded.replica, stamp = excluded.stamp, deleted = excluded.deleted`

// nextStamp is this replica, with a stamp later than every change this file knows of.
func (t *Tx) nextStamp() (replica string, stamp int64, err error) {
	if replica, err = t.thisReplica(); err != nil {
		return "", 0, err
	}
	known, err := t.number("SELECT coalesce(max(seen), 0) FROM replica")
	if err != nil {
		return "", 0, err
	}
	stamp = max(t.moment, int64(known)+1)
	return replica, stamp, t.exec("INSERT INTO replica (id, seen) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET seen = excluded.seen", replica, stamp)
}

// thisReplica is the name of this file among the files of the same person. A file that was copied to another place or computer, and is
// worked with there, gets a name of its own: two files that both count as one would each take the other's changes for known.
func (t *Tx) thisReplica() (string, error) {
	known, err := t.stored(replicaTable, row{number(1)})
	if err != nil {
		return "", err
	}
	if len(known) == 1 {
		if id := known[0][1].(string); known[0][2].(string) == placeDigest(id, t.home) {
			return id, nil
		}
	}
	var id string
	if err := t.tx.QueryRowContext(t.ctx, "SELECT lower(hex(randomblob(8)))").Scan(&id); err != nil {
		return "", t.fail(err)
	}
	return id, t.put(replicaTable, row{number(1), id, placeDigest(id, t.home)})
}

var replicaTable = table{"this_replica", []string{"slot"}, []string{"id", "place"}}

// placeDigest says where a replica lives without telling anybody: a data file may be passed on.
func placeDigest(replica, home string) string {
	sum := sha256.Sum256([]byte(replica + "\n" + home))
	return hex.EncodeToString(sum[:])
}

// homeOf is the computer and the path of a data file.
func homeOf(file string) string { return machine() + "\n" + file }

// machine names this computer: by the number its system was given at installation, else by its name in the network.
var machine = sync.OnceValue(func() string {
	if text, err := os.ReadFile("/etc/machine-id"); err == nil && strings.TrimSpace(string(text)) != "" {
		return strings.TrimSpace(string(text))
	}
	name, err := os.Hostname()
	return errors.Join(err, errors.New(name)).Error() // without a name all computers without one count as one place
})

// isMerge tells whether an action brought history from elsewhere: then its versions were recorded with it, and going back or forth
// restores them instead of making new ones.
func (t *Tx) isMerge(action int64) (bool, error) {
	n, err := t.number("SELECT EXISTS (SELECT 1 FROM undo_change WHERE action = ? AND relation IN ('version', 'replica'))", action)
	return n > 0, err
}

// settleSeen makes up for the stamps of this replica that taking back a merge forgets: none of its versions may be later than what it
// says of itself.
func (t *Tx) settleSeen() error {
	return t.exec(`UPDATE replica SET seen = max(seen, (SELECT coalesce(max(stamp), 1) FROM version WHERE version.replica = replica.id))`)
}

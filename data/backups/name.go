package backups

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

// Reason says why a backup was made. A newer program may know more reasons; their backups are listed and thinned all the same.
type Reason string

// Reasons for a backup.
const (
	Regular       Reason = "regular" // something has changed since the last one
	Exit          Reason = "exit"    // the window was closed
	ByHand        Reason = "by-hand"
	BeforeUpgrade Reason = "before-upgrade" // a newer program is about to change the tables
	BeforeRestore Reason = "before-restore"
	BeforeImport  Reason = "before-import"
	BeforeChange  Reason = "before-change" // much is about to be changed at once
)

// words are the reasons as people read them.
var words = map[Reason]string{
	Regular: "regular", Exit: "on closing", ByHand: "by hand", BeforeUpgrade: "before an update", BeforeRestore: "before a restore",
	BeforeImport: "before an import", BeforeChange: "before a large change",
}

// Words is the reason as people read it.
func (r Reason) Words() string {
	if w, ok := words[r]; ok {
		return w
	}
	return strings.ReplaceAll(string(r), "-", " ")
}

// Ext is how backups end.
const Ext = ".milepost"

// DigestDigits is how many hexadecimal digits of the SHA-256 of its content a backup carries in its name. A flipped bit goes
// unnoticed once in four thousand million times.
const DigestDigits = 8

// stampLayout is the time in a name: UTC, whole seconds, without characters a file system minds.
const stampLayout = "2006-01-02T150405Z"

// longestOwner is how many bytes of the data file's name are taken over. File systems allow 255 altogether.
const longestOwner = 150

// Name is what the name of a backup says.
type Name struct {
	Owner  string // whose: the name of the data file, see [Owner]
	At     time.Time
	Reason Reason
	Digest string // the first digits of the SHA-256 of the content, hexadecimal
}

// Owner is what the backups of a data file of this name begin with: its whole name, ending included, since "study.db" and
// "study.milepost" may lie side by side. A very long name is cut and told apart by a digest.
func Owner(dataFile string) string {
	if len(dataFile) <= longestOwner {
		return dataFile
	}
	cut := longestOwner
	for !utf8.RuneStart(dataFile[cut]) {
		cut--
	}
	sum := sha256.Sum256([]byte(dataFile))
	return dataFile[:cut] + "~" + hex.EncodeToString(sum[:4])
}

// File is the name of the file: "milepost.db-2026-11-26T065012Z-regular-5d0cb1a7.milepost".
func (n Name) File() string {
	return n.Owner + "-" + n.At.UTC().Format(stampLayout) + "-" + string(n.Reason) + "-" + n.Digest + Ext
}

// pattern is what follows the owner in a name.
var pattern = regexp.MustCompile(`^-(\d{4}-\d\d-\d\dT\d{6}Z)-([a-z]+(?:-[a-z]+)*)-([0-9a-f]{8})\` + Ext + `$`)

// Parse reads the name of a backup that belongs to owner; ok is false for every other file.
func Parse(owner, file string) (n Name, ok bool) {
	rest, found := strings.CutPrefix(file, owner)
	if !found {
		return Name{}, false
	}
	parts := pattern.FindStringSubmatch(rest)
	if parts == nil {
		return Name{}, false
	}
	at, err := time.Parse(stampLayout, parts[1])
	if err != nil {
		return Name{}, false
	}
	return Name{Owner: owner, At: at, Reason: Reason(parts[2]), Digest: parts[3]}, true
}

package wire

// BackupAnswer is what `milepost backup --json` writes.
type BackupAnswer struct {
	Format  int    `json:"format"`
	Written bool   `json:"written"` // false: nothing has changed since this backup, the newest
	Path    string `json:"path"`
	At      string `json:"at"` // RFC 3339, UTC
	// FirstProblem says why the backup lies in the second folder alone; null when it lies beside the data file.
	FirstProblem *string `json:"first_problem"`
	// SecondPath is the copy in the second folder; SecondProblem says why there is none. Both are null without a second folder.
	SecondPath    *string `json:"second_path"`
	SecondProblem *string `json:"second_problem"`
}

// BackupFolderAnswer is what `milepost backup folder --json` writes.
type BackupFolderAnswer struct {
	Format       int     `json:"format"`
	SecondFolder *string `json:"second_folder"` // null when there is none
}

// EncodeBackupFolder tells the second folder; "" is none.
func EncodeBackupFolder(folder string) BackupFolderAnswer {
	out := BackupFolderAnswer{Format: Format}
	if folder != "" {
		out.SecondFolder = &folder
	}
	return out
}

// BackupsAnswer is what `milepost backup list --json` writes.
type BackupsAnswer struct {
	Format       int        `json:"format"`
	Folder       string     `json:"folder"`
	SecondFolder *string    `json:"second_folder"`
	Rehearsal    *Rehearsal `json:"rehearsal"`
	Backups      []Backup   `json:"backups"` // newest first
}

// Rehearsal is the last time it was tried whether the newest backup could be restored.
type Rehearsal struct {
	Name string `json:"name"`
	At   string `json:"at"`
	OK   bool   `json:"ok"`
	Text string `json:"text"`
}

// Backup is a backup in a list.
type Backup struct {
	Name     string    `json:"name"`
	Path     string    `json:"path"`
	At       string    `json:"at"`
	Reason   string    `json:"reason"` // "" for a file that is not named as a backup
	Bytes    int64     `json:"bytes"`
	State    string    `json:"state"` // good, changed, damaged, unknown
	Problem  string    `json:"problem"`
	Second   bool      `json:"second"`   // it is in the second folder only
	Contents *Contents `json:"contents"` // null when it is damaged or cannot be read
}

// Contents is what a data file or a backup holds.
type Contents struct {
	Studies    int     `json:"studies"`
	Sessions   int     `json:"sessions"`
	Done       int     `json:"done"`
	Mocks      int     `json:"mocks"`
	Sittings   int     `json:"sittings"`
	LastDone   *string `json:"last_done"` // a date
	LastMock   *string `json:"last_mock"`
	LastChange *string `json:"last_change"` // RFC 3339, UTC
}

// RestorePreviewAnswer is what `milepost restore --preview --json` writes.
type RestorePreviewAnswer struct {
	Format  int       `json:"format"`
	From    string    `json:"from"`
	Backup  *Contents `json:"backup"`
	Older   bool      `json:"older"`   // its tables would be brought up to date
	Changed bool      `json:"changed"` // it is sound, but not what was written when it was made
	// Present is what the data file holds now; null when it is missing or cannot be opened, and PresentProblem says which.
	Present        *Contents `json:"present"`
	PresentProblem *string   `json:"present_problem"`
}

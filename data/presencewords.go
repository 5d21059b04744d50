package data

import "fmt"

// troubleWords are what people are told of a trouble: the sentence with % for the path, and what to do.
var troubleWords = map[Trouble]wording{
	TroubleDeleted:        {"The data file % was deleted.", "Milepost still holds everything that was saved. Put the file back or save a copy before you close Milepost; until then nothing more is saved."},
	TroubleMoved:          {"The data file % was moved or renamed.", "Put it back where it was, or save a copy and go on with that; until then nothing more is saved."},
	TroubleGone:           {"The data file % was moved or deleted.", "Milepost still holds everything that was saved. Put the file back or save a copy before you close Milepost; until then nothing more is saved."},
	TroubleReplaced:       {"Another file lies in the place of the data file %.", "Milepost still holds what was saved before and leaves the other file alone. Save a copy before you close Milepost; until the right file is back nothing more is saved."},
	TroubleFolderGone:     {"The folder of the data file % is no longer there.", "Connect the disk again or put the folder back. If you cannot, save a copy before you close Milepost; until then nothing more is saved."},
	TroubleLogGone:        {"A part of the data file % was taken away: the file beside it whose name ends in -wal or -shm.", "Milepost still holds everything that was saved. Save a copy before you close Milepost; until it is put right nothing more is saved."},
	TroubleUnreachable:    {"The data file % cannot be reached.", "Check the disk or the network it lies on. If it does not come back, save a copy before you close Milepost."},
	TroubleReadOnly:       {"The data file % was made read-only.", "Allow writing to it again, or save a copy and go on with that; until then nothing more is saved."},
	TroubleReadOnlyFolder: {"The folder of the data file % was made read-only.", "Saving still works until Milepost is closed; then it would not start on this file. Allow writing to the folder again, or save a copy elsewhere."},
	TroubleFull:           {"The disk of the data file % is full.", "What was saved is safe. Free some space and save again: what you typed is still in its form. This note goes away with the next save that works."},
	TroubleAlmostFull:     {"The disk of the data file % is almost full.", "Free some space soon: what does not fit will not be saved, and there may be no room for backups."},
}

// Sentence says what has happened; "" when nothing has.
func (p Presence) Sentence() string {
	said := troubleWords[p.Trouble].about(p.Path)
	switch {
	case p.Trouble == TroubleMoved && p.NowAt != "":
		said += " It is now at " + p.NowAt + "."
	case p.Trouble == TroubleAlmostFull:
		said += fmt.Sprintf(" There are %.1f MB left.", float64(p.Free)/1e6)
	}
	return said
}

// Advice says what to do; "" when nothing has happened.
func (p Presence) Advice() string { return troubleWords[p.Trouble].advice }

// StopsSaving tells whether nothing is saved any more until something is done about it.
func (p Presence) StopsSaving() bool {
	switch p.Trouble {
	case "", TroubleReadOnlyFolder, TroubleFull, TroubleAlmostFull:
		return false
	}
	return true
}

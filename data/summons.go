package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// A Milepost that is started on a file another one has open asks that one to show its window: it makes the empty file
// "study.db.show" beside the lock. The other looks for it, shows its window and removes it, which is the answer. It is a file and
// no socket because Milepost opens none; it lies in the folder of the data, where only its owner writes; and nothing is ever read
// from it, so that there is nothing in it to be believed.

// summonsName is the file that asks the Milepost that has a data file open to show its window.
func summonsName(file string) string { return file + ".show" }

// Summons asks the Milepost that has a data file open to show its window.
type Summons struct{ path, file string }

// SummonsState is what has become of a summons.
type SummonsState int

// What can become of a summons.
const (
	SummonsWaits    SummonsState = iota // not answered yet
	SummonsAnswered                     // the other Milepost has taken it
	SummonsVain                         // nobody has the data file open any more: it can be opened
)

// Summon asks whoever has the data file at path open to show its window. The answer is to be looked for by [Summons.State], and in
// the end the summons withdrawn.
func Summon(path string) (*Summons, error) {
	p, err := locate(path)
	if err != nil {
		return nil, err
	}
	c := &Summons{path: p.path, file: p.file}
	for range 2 { // one that was left behind makes room for ours
		f, err := os.OpenFile(summonsName(c.file), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err == nil {
			return c, f.Close()
		}
		if !errors.Is(err, fs.ErrExist) || !removeSummons(c.file) {
			return nil, c.noAnswer(err)
		}
	}
	return c, nil // another start asks the very same in this moment
}

// State looks what has become of the summons.
func (c *Summons) State() SummonsState {
	if !isSummons(summonsName(c.file)) {
		return SummonsAnswered
	}
	if !lockHeld(c.file) {
		return SummonsVain
	}
	return SummonsWaits
}

// Withdraw takes an unanswered summons back.
func (c *Summons) Withdraw() { removeSummons(c.file) }

// NoAnswer is the error for a summons that nobody has answered in time.
func (c *Summons) NoAnswer() error { return c.noAnswer(nil) }

func (c *Summons) noAnswer(cause error) error {
	e := openErrorFrom(KindLocked, c.path, cause)
	e.Sentence = fmt.Sprintf("The data file %s is already open in another Milepost, which does not answer.", c.path)
	e.Advice = "Use its window, or wait a moment if it is just starting or closing. If it hangs, end it and start Milepost again: what was saved is safe."
	return e
}

// Summoned tells whether another start asks for the window of this store. The window is shown first and the summons then answered, so
// that the one who waits does not end before there is something to see.
func (s *Store) Summoned() bool { return isSummons(summonsName(s.file)) }

// AnswerSummons removes the summons.
func (s *Store) AnswerSummons() { removeSummons(s.file) }

// isSummons recognises a summons: an ordinary file that belongs to whoever runs this program. Anything else of that name, a link, a
// folder, a file of somebody else's, is nobody's business here: it is neither followed, nor heard, nor removed.
func isSummons(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && isOwn(info)
}

// removeSummons removes a summons and tells whether the name is free now.
func removeSummons(file string) bool {
	path := summonsName(file)
	if !isSummons(path) {
		_, err := os.Lstat(path)
		return errors.Is(err, fs.ErrNotExist)
	}
	err := os.Remove(path)
	return err == nil || errors.Is(err, fs.ErrNotExist)
}

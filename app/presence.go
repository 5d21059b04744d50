package app

import (
	"context"
	"errors"
	"time"

	"milepost/data"
)

// AskForward asks the Milepost that has a data file open to bring its window forward, and waits for it to answer until ctx ends. It looks
// as often as tick says.
func AskForward(ctx context.Context, path string, tick time.Duration) bool {
	request, err := data.AskForward(path)
	if err != nil {
		return false
	}
	defer request.Withdraw()
	look := time.NewTicker(tick)
	defer look.Stop()
	for {
		if request.Taken() {
			return true
		}
		select {
		case <-ctx.Done():
			return false
		case <-look.C:
		}
	}
}

// TakeForward tells whether another Milepost that was started on the same data file asks this one to come forward.
func (m *Milepost) TakeForward() bool { return m.store.TakeForward() }

// Trouble tells whether the data file is no longer where or what it was: nil when all is well. [IsFileGone] tells the worst.
func (m *Milepost) Trouble() error { return m.store.Trouble() }

// IsFileGone tells that nothing can be saved any more, because the data file was moved, deleted or exchanged.
func IsFileGone(err error) bool { return errors.Is(err, data.ErrFileGone) }

// IsLocked tells that another Milepost has the data file open.
func IsLocked(err error) bool {
	var bad *data.OpenError
	return errors.As(err, &bad) && bad.Kind == data.KindLocked
}

// settingPlaceRead is the warning about the place of the data file that was read on this computer.
const settingPlaceRead = "local.place-warning-read"

// PlaceWarning says why the place of the data file at path is not a good one, or "".
func PlaceWarning(path string) string { return data.PlaceWarning(path) }

// UnreadPlaceWarning is the warning about the place of the data file, until it was read; "" when there is none.
func (m *Milepost) UnreadPlaceWarning(ctx context.Context) string {
	words := data.PlaceWarning(m.store.Path())
	if read, err := m.store.Setting(ctx, settingPlaceRead); err != nil || read == words {
		return ""
	}
	return words
}

// PlaceWarningRead remembers that the warning was read.
func (m *Milepost) PlaceWarningRead(ctx context.Context) error {
	words := data.PlaceWarning(m.store.Path())
	return m.do(ctx, "Warning read", func(tx *data.Tx) error { return tx.SetSetting(settingPlaceRead, words) })
}

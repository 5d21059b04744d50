package gui

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/files"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// fileWatch looks each second whether the data file is still there, and whether a second start asks this window to come forward. It only
// asks the system about files, which takes some microseconds.
type fileWatch struct {
	host    watchHost
	model   watched
	banner  *fyne.Container // above the screens; hidden while all is well
	words   *widgets.Paragraph
	trouble string
	cancel  func()
}

// watchHost is what the watch needs of the window.
type watchHost interface {
	Window() fyne.Window
	Run(key string, work func(context.Context) error, done func(error))
	After(d time.Duration, f func()) (cancel func())
	Say(text string)
	TextScale() float64
}

// watched is what it asks of the application.
type watched interface {
	DataPath() string
	Trouble() error
	TakeForward() bool
	BackupTo(ctx context.Context, out string) (app.BackupMade, error)
}

// watchTick is how often it looks.
const watchTick = time.Second

func newFileWatch(host watchHost, m watched) *fileWatch {
	w := &fileWatch{host: host, model: m, words: widgets.NewParagraph("", widgets.StyleStrong)}
	panel := widgets.NewSurface(look.ColorCard, look.RadiusCard, widgets.NewColumn(look.Space,
		w.words, widgets.NewFlow(look.Space, widgets.NewPrimaryButton("Save a copy…", w.onCopy))))
	panel.Padding = look.SpaceCard
	panel.SetBar(widgets.BarLeft, look.ColorBad)
	w.banner = container.NewStack(widgets.NewPadded(look.SpaceCard, panel))
	w.banner.Hide()
	return w
}

func (w *fileWatch) start() {
	w.model.TakeForward() // one left over from another time
	w.wait()
}

func (w *fileWatch) wait() {
	w.cancel = w.host.After(watchTick, func() {
		w.look()
		w.wait()
	})
}

func (w *fileWatch) stop() {
	if w.cancel != nil {
		w.cancel()
	}
}

func (w *fileWatch) look() {
	if w.model.TakeForward() {
		w.host.Window().Show()
		w.host.Window().RequestFocus()
	}
	err := w.model.Trouble()
	words := ""
	if err != nil {
		words = kit.Plain(err).Error()
	}
	if words == w.trouble {
		return
	}
	w.trouble = words
	if err != nil {
		slog.Warn("the data file is in trouble", "gone", app.IsFileGone(err))
	}
	w.words.SetText(words)
	w.banner.Hidden = words == ""
	w.host.Window().Content().Refresh()
}

// onCopy asks where to, and writes everything there: the open connection still has it, even of a file that was deleted.
func (w *fileWatch) onCopy() {
	dir, name := filepath.Split(w.model.DataPath())
	ext := filepath.Ext(name)
	entry := files.NewPathEntry(filepath.Join(dir, strings.TrimSuffix(name, ext)+" copy"+ext), nil)
	choose := widgets.NewButton("Choose a folder…", func() {
		files.Folder(w.host.Window(), files.Ask{
			Start:  filepath.Dir(entry.Text),
			Chosen: func(folder string) { entry.SetText(filepath.Join(folder, filepath.Base(entry.Text))) },
			Failed: func(err error) { w.host.Say(kit.Plain(err).Error()) },
		})
	})
	widgets.ShowDialog(w.host.Window(), widgets.DialogSpec{
		Title: "Save a copy of everything", Confirm: "Save", First: entry, Width: 560 * float32(w.host.TextScale()),
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewParagraph("The copy holds all that was saved, up to the moment the file went. Open it afterwards, or put it where the file was.", widgets.StyleMuted),
			widgets.NewField("File", entry), widgets.NewFlow(look.Space, choose)),
		OnConfirm: func() error {
			made, err := w.model.BackupTo(context.Background(), strings.TrimSpace(entry.Text))
			if err != nil {
				return kit.Plain(err)
			}
			w.host.Say("Saved a copy to " + made.Path)
			return nil
		},
	})
}

// Package settings is the screen of the few things that are a matter of taste, and of where the data is.
package settings

import (
	"context"
	"io"
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// Model is what the screen asks of the application.
type Model interface {
	DataPath() string
	BackupJob(ctx context.Context, reason app.BackupReason) (func(context.Context) (app.BackupMade, error), error)
	BackupsJob() func(context.Context) (app.SavedBackups, error)
	SetBackupFolder(ctx context.Context, folder string) error
	PreviewRestore(ctx context.Context, name string) (app.RestorePreview, error)
	Restore(ctx context.Context, name string) (app.Restored, error)

	ExchangeFolder(ctx context.Context) (string, error)
	SetExchangeFolder(ctx context.Context, folder string) error
	Export(ctx context.Context, out string, replace bool) error
	PrepareImport(file string) func(context.Context) (*app.Import, error)
	Import(ctx context.Context, i *app.Import) (app.ImportChanges, error)
	Conflicts(ctx context.Context) ([]app.Conflict, error)
	UseOther(ctx context.Context, conflict string) error
	KeepThis(ctx context.Context, conflict string) error

	Exams() []planner.Exam
	OwnExams() []planner.Exam
	ReadExam(path string) (planner.Exam, error)
	TakeExam(ctx context.Context, e planner.Exam, replace bool) error
	DropExam(ctx context.Context, id string) error
	ExamFile(id string) (func(io.Writer) error, error)
	WriteFile(out string, replace bool, write func(io.Writer) error) error

	Current(ctx context.Context) (planner.Study, error)
	SetSteadiness(ctx context.Context, steady planner.Steadiness) error

	DayStart() int
	SetDayStart(ctx context.Context, minutes int) error
}

// Appearance is how the window looks; it changes at once.
type Appearance interface {
	Mode() look.Mode
	SetMode(look.Mode)
	Scale() float64
	SetScale(float64)
	Language() lang.Language // "" is that of the desktop
	SetLanguage(lang.Language)
}

// Computer is what is kept on this computer and not in the data file.
type Computer interface {
	Appearance
	Reminders
	Tray
}

// modes and scales are the choices, in the order shown.
var (
	modes     = []look.Mode{look.ModeSystem, look.ModeLight, look.ModeDark}
	modeNames = []string{lang.Key("System"), lang.Key("Light"), lang.Key("Dark")}
	scales    = look.TextScales()

	steadies    = []planner.Steadiness{planner.SteadyLow, planner.SteadyNormal, planner.SteadyHigh}
	steadyNames = []string{lang.Key("Low"), lang.Key("Normal"), lang.Key("High")}
)

// Page is the screen of the settings.
type Page struct {
	shell      kit.Shell
	model      Model
	appearance Appearance
	reminders  Reminders
	tray       Tray
	day        *dayCard
	content    fyne.CanvasObject
	mode       *widgets.Segmented
	scale      *widgets.Segmented
	language   *widgets.SelectField
	steady     *widgets.Segmented
	plan       *widgets.Card // hidden while there is no study
	backups    *backupsCard
	computers  *computersCard
	exams      *examsCard
}

var _ kit.Page = (*Page)(nil)

// New makes the page.
func New(shell kit.Shell, m Model, c Computer, version string) *Page {
	p := &Page{shell: shell, model: m, appearance: c, reminders: c, tray: c}
	a := p.appearance
	p.mode = widgets.NewSegmented(lang.All(modeNames), func(i int) { a.SetMode(modes[i]) })
	p.scale = widgets.NewSegmented(scaleNames(), func(i int) { a.SetScale(scales[i]) })
	p.language = widgets.NewSelectField(lang.T("Choose a language"), languageNames(), p.onLanguage)
	taste := widgets.NewCard(lang.T("Appearance"), widgets.NewColumn(look.SpaceCard,
		setting(lang.T("Colours"), lang.T("System follows your desktop."), p.mode),
		widgets.NewSeparator(),
		setting(lang.T("Text size"), lang.T("In percent of the usual size. Everything grows with it, charts included."), p.scale),
		widgets.NewSeparator(),
		setting(lang.T("Language"), lang.T("Dates and numbers follow it. What you typed yourself, and the names of exams and domains, stay as they are."), p.language),
	))
	p.steady = widgets.NewSegmented(lang.All(steadyNames), p.onSteady)
	p.plan = widgets.NewCard(lang.T("Your plan"), setting(lang.T("Keep it steady"), lang.T("How much a mock must show before Rebalance changes a session that could stay. It never moves what you pinned."), p.steady))
	data := widgets.NewCard(lang.T("Your data"), widgets.NewColumn(look.SpaceCard,
		widgets.NewParagraph(m.DataPath(), widgets.StyleStrong),
		widgets.NewParagraph(lang.T("Everything is in this one file, and it is yours. Each save is on disk before its form closes. Milepost never connects to anything."), widgets.StyleMuted),
	))
	p.day = newDayCard(p)
	p.backups, p.computers = newBackupsCard(shell, m), newComputersCard(shell, m)
	p.exams = newExamsCard(shell, m)
	p.content = container.NewStack(widgets.NewScroll(widgets.NewPadded(look.SpacePage, widgets.NewColumn(look.SpaceCard,
		widgets.NewPageHeader(lang.T("Settings"), "Milepost "+version), taste, p.plan, p.day.card, data, p.backups.card, p.computers.card, p.exams.card,
	))))
	return p
}

// setting is a row: what it is, a sentence, and the control at the right, or below where large text leaves no room.
func setting(name, sentence string, control fyne.CanvasObject) fyne.CanvasObject {
	words := widgets.NewColumn(look.SpaceTight, widgets.NewText(name, widgets.StyleStrong), widgets.NewParagraph(sentence, widgets.StyleMuted))
	return widgets.NewWeightedColumns(look.SpaceCard, []float32{1, 1}, words, widgets.NewColumn("", control))
}

// scaleNames are the text sizes as percentages of the usual one.
func scaleNames() []string {
	names := make([]string, len(scales))
	for i, s := range scales {
		names[i] = strconv.Itoa(phrase.Percent(s))
	}
	return names
}

// Content is the tree of the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// FocusFirst puts the keyboard to the colours.
func (p *Page) FocusFirst() { p.shell.Window().Canvas().Focus(p.mode) }

// Reload shows what is chosen.
func (p *Page) Reload() {
	for i, m := range modes {
		if m == p.appearance.Mode() {
			p.mode.SetSelected(i)
		}
	}
	nearest := 0
	for i, s := range scales {
		if math.Abs(s-p.appearance.Scale()) < math.Abs(scales[nearest]-p.appearance.Scale()) {
			nearest = i
		}
	}
	p.scale.SetSelected(nearest)
	p.language.SetSelected(slices.Index(lang.Languages(), p.appearance.Language()) + 1)
	study, err := p.model.Current(context.Background())
	p.plan.Hidden = err != nil // no study: nothing to keep steady
	p.steady.SetSelected(slices.Index(steadies, study.Steadiness.OrNormal()))
	p.plan.Refresh()
	p.day.reload()
	p.backups.reload()
	p.computers.reload()
	p.exams.reload()
}

// languageNames are the choices of language; the first is that of the desktop.
func languageNames() []string {
	names := []string{lang.T("As your desktop")}
	for _, l := range lang.Languages() {
		names = append(names, l.Name())
	}
	return names
}

func (p *Page) onLanguage(i int) {
	chosen := lang.Language("")
	if i > 0 {
		chosen = lang.Languages()[i-1]
	}
	if chosen != p.appearance.Language() {
		p.appearance.SetLanguage(chosen)
	}
}

func (p *Page) onSteady(i int) {
	if err := p.model.SetSteadiness(context.Background(), steadies[i]); err != nil {
		p.shell.Fail(lang.T("The choice could not be kept"), err)
		p.Reload() // it shows what is stored
	}
}

// Close has nothing to let go of.
func (p *Page) Close() {}

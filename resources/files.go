package resources

import "embed"

// ExamFiles is the catalogue: one TOML file an exam, below exams/. Package data/interchange reads it.
//
//go:embed exams/*.toml
var ExamFiles embed.FS

// Icons holds the line icons, icons/NAME.svg, drawn in black on a grid of 24 so that a theme can recolour them.
//
//go:embed icons/*.svg
var Icons embed.FS

// AppIcon is the program's own icon, 512 pixels square, and AppIconSVG the drawing it was made from.
var (
	//go:embed milepost.png
	AppIcon []byte
	//go:embed milepost.svg
	AppIconSVG []byte
)

// Translations holds what Milepost says in other languages than English, translations/LANGUAGE.json. Package app/lang reads it.
//
//go:embed translations/*.json
var Translations embed.FS

// WindowTranslations holds what the library of the window says of its own accord (cut, copy, its file dialog) in the languages it does not come
// with, translations/window/LANGUAGE.json with the library's keys.
//
//go:embed translations/window/*.json
var WindowTranslations embed.FS

// Package resources carries the files that travel inside the program: the typeface, the icons and the exam catalogue.
//
// It imports nothing of ours and knows nothing about what the files mean. The catalogue is read by data/interchange,
// the icons are turned into themed pictures by the window, the fonts are parsed by whoever draws text.
// Start at the folders: fonts/README.md, icons/README.md and docs/exam-files.md at the root of the repository.
package resources

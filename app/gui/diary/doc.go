// Package diary is the screen that tells how well the estimates have foretold a person's results: a calibration plot, each mock with
// what was foretold, guessed and reached, and what was said of the exam day by day.
package diary

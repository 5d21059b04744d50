// Package mocks is the screen of mock exams: a table of all that were recorded, and beside it a form that records the
// next one by keyboard alone.
//
// The form prefills how many questions of each domain a whole exam holds, so that only the correct answers have to be
// typed, and tells what the mock would change before it is saved. What is half typed outlives everything: reloading,
// looking at another screen, editing an older mock in between.
//
// Start at page.go for how the parts hang together, form.go for the form, scores.go for its numbers by domain.
package mocks

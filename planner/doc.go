// Package planner holds the words of Milepost as types, and the planning engine that turns a study into dated sessions.
//
// It is pure: no clock, no files, no randomness, no window, no SQL. Today's date comes in as an argument, every
// order is decided by explicit integer tie-breaks, and the same input gives the same plan to the last byte on every
// machine. That is what lets the window re-plan at every keystroke, the tests check tens of thousands of plans, and a
// mentor reproduce the plan a candidate shows.
//
// Units: dates are civil days ([Date]) without a zone, durations are whole minutes, shares and scores are 0..1,
// weights are on any scale (they are normalised to their sum).
//
// Where to start reading: [Study] says what a person tells us, [Request] adds today and the evidence, [Build] turns it
// into a [Plan], and [Check] answers whether what is planned will be enough. Estimates from mock exams live in the
// package readiness below this one, which may import planner but is never imported by it.
package planner

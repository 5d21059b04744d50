// Package readiness estimates, from mock exams, what share of the exam's questions a candidate would answer correctly, by
// domain and in all, with an honest range, and what chance of passing that makes.
//
// The idea in one paragraph: ability is a number on the log-odds scale that moves slowly. Each mock shows it through several
// veils: chance (so many questions, no more), the luck of that form and day, and a source that may be easier or harder than the
// exam. The package keeps a normal belief about ability in all, each domain's deviation, each source's offset and the pace of
// growth; lets it widen and drift as days pass; and sharpens it with every mock. The exam is then one more form, taken on
// its day, and the chance of passing is the probability of enough right answers on it.
//
// Three ways of learning (slow, usual, steep) run side by side, because three mocks cannot tell in advance which one a person
// follows; each weighs as much as it foretold the mocks well.
//
// The package knows no clock, no file, no randomness but a fixed seed, and no window. The same input gives the same figures
// whatever the order of its mocks.
//
// Where to start reading: [Input] and [Readiness] say what goes in and comes out; [Estimate] is the whole way in thirty lines.
// From there: filter.go (time), observe.go (mocks), exam.go (the exam), constants.go (every figure with its source). The
// formulas and how well they do are told in docs/readiness.md.
package readiness

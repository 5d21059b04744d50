// Package mockfile reads the results of mock exams from CSV files in the many shapes people keep them in, and writes
// them in one shape that loses nothing.
//
// It exists so that nobody has to type in again what stands in a spreadsheet already. What it gives is a proposal for
// a person to look at: which column was taken for what, which mocks come of it, and which lines could not be used, by
// number and with the reason. No line is dropped without a word: each is in a mock or in the list of bad lines.
//
// It must never know where mocks are stored or which are there already, nor have a window or a clock: today's date is
// handed in. Everything it reads is taken to be hostile; work and memory grow with the size of the file and no faster.
//
// Start at [Read], which goes one way: bytes become text (text.go), text becomes a table (records.go, separator.go,
// table.go), columns get a meaning from their headings (headings.go) and cells (columns.go, scales.go), dates an order
// (order.go), each line is read (lines.go, tally.go), lines are gathered (groups.go) and become mocks (build.go). [Write] is the way back.
package mockfile

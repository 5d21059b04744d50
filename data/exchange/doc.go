// Package exchange is everything a data file holds as one document, and how two such documents become one.
//
// A [Document] is what `milepost export --format json` writes: studies with all that belongs to them, settings, and the history
// that merging needs. [Encode] and [Decode] turn it into JSON and back without losing or inventing anything: the same content is
// always the same bytes. [Merge] brings two documents of the same person together, as after a week with two computers.
//
// It is pure: no files, no SQL, no clock. Package data reads a file into a Document and makes a file be one.
//
// Start reading at document.go for the shape, then merge.go. How merging decides is told in docs/data.md under "Two computers".
package exchange

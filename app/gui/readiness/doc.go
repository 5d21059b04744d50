// Package readiness is the screen that answers "how ready am I, and how sure is that?": the level over time with its
// range and forecast, the chance of passing, the next best hour, each domain, and what all of it rests on.
//
// Where the evidence is thin, it says so in place of a chance and tells what would be enough. Every figure explains
// itself in words (worked.go), and the chart can be read as a table.
//
// Start at page.go; figure.go turns the estimate into what package charts draws, the other files are one card each.
package readiness

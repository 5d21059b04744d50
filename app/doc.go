// Package app is what a person can do with Milepost, as methods of one type, [Milepost]: create a study, finish a
// session, record a mock, take a day off, undo. The window (app/gui) and the command line (app/cli) are two front doors
// to it and hold no rules of their own, so a figure seen in one is the figure seen in the other.
//
// The way of a change is always the same and always forward: a front door calls a method here; the method reads the
// store, asks a pure function of package planner or readiness, writes one transaction, and publishes one [Change]; the
// screens that show what changed load it again. The reading methods answer view models (TodayView, PlanView, …) with
// everything worked out, so that a screen only places things.
//
// The package must never know about Fyne, and never read the clock itself: it is given one.
package app

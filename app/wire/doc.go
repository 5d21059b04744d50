// Package wire holds the JSON shapes of docs/formats.md: what the stateless commands (build, estimate) read, and what every
// command writes with --json. The shapes are a promise to scripts and other programs: fields may be added, none renamed
// or removed without a new format number.
//
// Reading is strict: an unknown field is refused by its name, so that a typing slip never passes for a default. Types here
// mirror the files; they are turned into planner's and readiness's types at once and used for nothing else.
package wire

// Package interchange reads and writes what enters and leaves Milepost as a file somebody else may have made.
//
// It knows the shapes of those files and the words of package planner, and nothing of databases, windows or clocks.
// Everything read here comes from outside: each reader has a limit on size, refuses what it does not understand by
// name instead of dropping it, and blames a field ([planner.FieldError]) in words a person can act on.
//
// Start at [DecodeExam]: an exam file is parsed into plain tables (parse.go), read field by field (table.go,
// tablelist.go, examread.go), checked as a whole (examcheck.go), and written back in one fixed layout by [EncodeExam].
// [Catalogue] does that for a folder of them. The shape is described for people in docs/exam-files.md.
package interchange

// Package salvage reads what is left in a damaged SQLite file. It knows the file format and nothing else: no SQL is run, no library
// of SQLite is called, and what it reads is never written to. So nothing a hostile file holds (triggers, views, functions) can act.
//
// How it goes about it: the write-ahead log is laid over the file as SQLite would, each frame by its checksum (log.go, pager.go). The
// list of tables says where each table begins, and the tree is walked from there (walk.go). A page that is not what it should be
// costs what lies on it and no more. If a tree is torn, or the list of tables is, every page nobody has claimed is looked at, and
// rows that fit the shape of a known table are taken (scan.go). Rows from pages that were given up (the freelist) come last, and only
// where a table has no others: they may have been deleted.
//
// Bounds: a page is claimed once, cells of a page do not overlap, a row is at most [MaxRow] bytes; so the work and the memory are a
// small multiple of the file whatever it holds, and no circle is walked twice.
//
// The format: https://www.sqlite.org/fileformat2.html. Start reading at [Read] (read.go).
package salvage

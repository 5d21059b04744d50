package data_test

import "os"

// There are no pipes with names in folders, and owners are not told apart.
func makePipe(path string) error    { return os.Mkdir(path, 0o700) }
func makeForeign(path string) error { return os.Mkdir(path, 0o700) }

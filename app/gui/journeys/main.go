// Journeys drives the real window as a person would, by keyboard, on the display it is given (Xvfb in CI), and asks the
// data file whether what was done is there. It also makes the pictures of the documentation.
//
//	journeys -binary ./milepost                        run the journeys
//	journeys -binary ./milepost -only "a mock"         run those whose name holds these words
//	journeys -binary ./milepost -pictures docs/pictures   make the pictures
//
// It needs xdotool, ImageMagick's import and the sqlite3 command. It prints a line for each journey and closes with
// "N passed, N failed"; the exit status is 1 when one failed. Start reading at walks.go.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	binary := flag.String("binary", os.Getenv("MILEPOST_BIN"), "the program to drive (also MILEPOST_BIN)")
	pictures := flag.String("pictures", "", "make the pictures of the documentation into this folder instead")
	only := flag.String("only", "", "run only what has these words in its name")
	flag.Parse()
	os.Exit(run(*binary, *pictures, *only))
}

func run(binary, pictures, only string) int {
	b := &bench{today: "2026-11-23", now: time.Now}
	var err error
	if b.binary, err = filepath.Abs(binary); err != nil || binary == "" {
		fmt.Fprintln(os.Stderr, "journeys: -binary is needed: the program to drive")
		return 2
	}
	if b.temp, err = os.MkdirTemp("", "milepost-journeys-"); err != nil {
		fmt.Fprintln(os.Stderr, "journeys:", err)
		return 1
	}
	walks := journeys
	if pictures != "" {
		if b.pictures, err = filepath.Abs(pictures); err == nil {
			err = os.MkdirAll(b.pictures, 0o755)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "journeys:", err)
			return 1
		}
		walks = gallery
	}
	walks = slices.DeleteFunc(slices.Clone(walks), func(j journey) bool { return !strings.Contains(j.name, only) })
	if len(walks) == 0 {
		fmt.Fprintf(os.Stderr, "journeys: none has %q in its name\n", only)
		return 2
	}
	return walk(b, walks)
}

// walk runs journeys one after the other, each in a folder of its own.
func walk(b *bench, walks []journey) int {
	passed, failed := 0, 0
	for i, j := range walks {
		home := filepath.Join(b.temp, fmt.Sprintf("home%d", i))
		err := os.MkdirAll(home, 0o700)
		if err == nil {
			err = j.walk(b, home)
		}
		if err != nil {
			b.lastLook(fmt.Sprintf("failed-%d", i))
		}
		if err = errors.Join(err, b.clear()); err != nil {
			failed++
			fmt.Printf("FAIL %s: %v (pictures and files in %s)\n", j.name, err, b.temp)
			continue
		}
		passed++
		fmt.Printf("ok   %s\n", j.name)
	}
	fmt.Printf("%d passed, %d failed\n", passed, failed)
	if failed > 0 {
		return 1
	}
	if err := os.RemoveAll(b.temp); err != nil {
		fmt.Fprintln(os.Stderr, "journeys:", err)
	}
	return 0
}

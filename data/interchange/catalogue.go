package interchange

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"milepost/planner"
)

// flagship is the exam Milepost was made for; its outlines open the catalogue.
const flagship = "isc2-issmp-"

// Catalogue reads every *.toml file below files and sorts the exams as a person looks for them: the ISSMP outlines,
// newest first, then by vendor, current outlines before superseded ones, then by title. One bad file spoils the whole,
// so that a broken catalogue is noticed in tests and not by a missing exam.
func Catalogue(files fs.FS) ([]planner.Exam, error) {
	var exams []planner.Exam
	named := map[string]string{} // id -> file
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".toml" {
			return err
		}
		e, err := decodeFile(files, name)
		if err != nil {
			return err
		}
		if other, twice := named[e.ID]; twice {
			return fmt.Errorf("exam file %s: %w", name, blame("id", "%q is already the id of %s", e.ID, other))
		}
		named[e.ID] = name
		exams = append(exams, e)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the catalogue: %w", err)
	}
	slices.SortFunc(exams, compareExams)
	return exams, nil
}

func decodeFile(files fs.FS, name string) (planner.Exam, error) {
	f, err := files.Open(name)
	if err != nil {
		return planner.Exam{}, err
	}
	defer f.Close()
	return DecodeExam(f, name)
}

// compareExams is the order of the catalogue; the id settles what nothing else does.
func compareExams(a, b planner.Exam) int {
	first := func(e planner.Exam) bool { return strings.HasPrefix(e.ID, flagship) }
	if first(a) && first(b) {
		return cmp.Or(b.Effective.Compare(a.Effective), cmp.Compare(a.ID, b.ID))
	}
	return cmp.Or(
		falseLast(first(a), first(b)),
		cmp.Compare(a.Vendor, b.Vendor),
		falseLast(a.Status == planner.ExamCurrent, b.Status == planner.ExamCurrent),
		cmp.Compare(a.Title, b.Title),
		b.Effective.Compare(a.Effective),
		cmp.Compare(a.ID, b.ID),
	)
}

// falseLast orders true before false.
func falseLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

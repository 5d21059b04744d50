package report

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"milepost/app/report/document"
	"milepost/app/report/html"
	"milepost/app/report/markdown"
	"milepost/app/report/pages"
	"milepost/app/report/sheet"
	"milepost/planner"
)

// Format is a kind of file a report can be.
type Format string

// The formats, named as files of them end.
const (
	PDF      Format = "pdf"
	HTML     Format = "html"
	Markdown Format = "md"
	CSV      Format = "csv"
	XLSX     Format = "xlsx"
)

// Formats lists them in the order in which they are offered.
func Formats() []Format { return []Format{PDF, HTML, Markdown, CSV, XLSX} }

// ParseFormat knows a format by its name; the error names the field "format".
func ParseFormat(s string) (Format, error) {
	for _, f := range Formats() {
		if strings.EqualFold(s, string(f)) {
			return f, nil
		}
	}
	return "", &planner.FieldError{Field: "format", Reason: fmt.Sprintf("%q is not a format of a report; pdf, html, md, csv and xlsx are", s)}
}

// Paper is the size of a PDF's pages.
type Paper = pages.Paper

// The papers.
const (
	A4     = pages.A4
	Letter = pages.Letter
)

// ParsePaper knows a paper by its name; the error names the field "paper".
func ParsePaper(s string) (Paper, error) {
	for _, p := range []Paper{A4, Letter} {
		if strings.EqualFold(s, string(p)) {
			return p, nil
		}
	}
	return "", &planner.FieldError{Field: "paper", Reason: fmt.Sprintf("%q is not a paper; a4 and letter are", s)}
}

// Write writes a report in a format. Markdown is written without its pictures, which need files beside it: see [Save].
func Write(w io.Writer, d document.Document, f Format, paper Paper) error {
	switch f {
	case PDF:
		return pages.WritePDF(w, d, paper)
	case HTML:
		return html.Write(w, d)
	case Markdown:
		return markdown.Write(w, d, "")
	case CSV:
		return sheet.CSV(w, d)
	case XLSX:
		return sheet.XLSX(w, d)
	}
	_, err := ParseFormat(string(f))
	return err
}

// Files puts files where they belong: [app.Milepost.WriteFile].
type Files func(out string, replace bool, write func(io.Writer) error) error

// Target is where a report goes.
type Target struct {
	Path    string
	Format  Format
	Paper   Paper
	Replace bool // an earlier file of that name
}

// Save writes a report into a file, for Markdown with its pictures beside it, and answers the names of all it wrote. Everything is made before the first is
// written, so that a report that cannot be made leaves nothing.
func Save(d document.Document, to Target, files Files) (written []string, err error) {
	type file struct {
		path string
		body []byte
	}
	var all []file
	var text bytes.Buffer
	if to.Format == Markdown {
		stem := strings.TrimSuffix(filepath.Base(to.Path), filepath.Ext(to.Path))
		pictures, err := markdown.Pictures(d, stem)
		if err != nil {
			return nil, err
		}
		for _, p := range pictures {
			all = append(all, file{filepath.Join(filepath.Dir(to.Path), p.Name), p.PNG})
		}
		err = markdown.Write(&text, d, stem)
		if err != nil {
			return nil, err
		}
	} else if err := Write(&text, d, to.Format, to.Paper); err != nil {
		return nil, err
	}
	all = append(all, file{to.Path, text.Bytes()})
	for _, f := range all {
		if info, err := os.Stat(f.path); err == nil && (info.IsDir() || !to.Replace) {
			return nil, &planner.FieldError{Field: "out", Reason: fmt.Sprintf("%s already exists, so nothing was written; choose another name, or have it replaced", f.path)}
		}
	}
	for _, f := range all {
		put := func(w io.Writer) error {
			_, err := w.Write(f.body)
			return err
		}
		if err := files(f.path, to.Replace, put); err != nil {
			return written, err
		}
		written = append(written, f.path)
	}
	return written, nil
}

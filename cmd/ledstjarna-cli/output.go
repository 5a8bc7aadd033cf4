package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"ledstjarna/internal/exchange"
)

// printJSON prints one value, indented.
func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// printTable prints rows under headings in columns.
func (a *app) printTable(headings []string, rows [][]string) error {
	lines := append([][]string{headings}, rows...)
	width := make([]int, len(headings))
	for _, cells := range lines {
		for i := range cells {
			cells[i] = printable(cells[i])
			width[i] = max(width[i], utf8.RuneCountInString(cells[i]))
		}
	}
	for _, cells := range lines {
		var b strings.Builder
		for i, c := range cells {
			b.WriteString(c + strings.Repeat(" ", width[i]-utf8.RuneCountInString(c)+2))
		}
		if _, err := fmt.Fprintln(a.out, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

// printable puts a text on one line and takes from it what a terminal would
// obey instead of show.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// output is where a command writes a file.
type output struct {
	Path      string `name:"output" short:"o" required:"" placeholder:"output"`
	Overwrite bool   `name:"overwrite"`
}

// write makes the file whole or not at all. It never replaces the plan file,
// nor, unless told to, any other.
func (o output) write(planFile string, fill func(io.Writer) error) error {
	own, err := os.Stat(planFile)
	if there, terr := os.Stat(o.Path); err == nil && terr == nil && os.SameFile(own, there) {
		return refuse("cli.error.own-file", "file", o.Path)
	}
	var failed error
	err = exchange.WriteFile(o.Path, o.Overwrite, func(w io.Writer) error {
		failed = fill(w)
		return failed
	})
	switch {
	case err == nil:
		return nil
	case errors.Is(err, exchange.ErrExists):
		return refuse("cli.error.exists", "file", o.Path)
	case failed != nil && !errors.As(failed, new(*fs.PathError)):
		return failed
	}
	return refuse("error.write-file", "file", o.Path)
}

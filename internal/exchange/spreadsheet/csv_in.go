package spreadsheet

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// readCSV splits a text into rows. What stands between the cells is told by a first
// line "sep=;", else by what the first line has most of outside quotation marks.
func readCSV(text string) (Grid, error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n").Replace(text)
	comma, skipped := separator(text)
	lines := 0 // beyond one for each row
	if skipped {
		_, text, _ = strings.Cut(text, "\n")
		lines = -1
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	var g Grid
	size := 0
	for {
		record, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return g, nil
		case err != nil:
			return g, ErrNotSheet
		case len(g.Rows) == mostRows, len(record) > mostColumns:
			return g, ErrTooLong
		}
		line, _ := r.FieldPos(0)
		row := GridRow{Number: line - lines}
		blank := true
		for _, s := range record {
			if size += len(s); len(s) > mostOfCell || size > mostOfAll {
				return g, ErrTooLong
			}
			lines += strings.Count(s, "\n")
			row.Cells = append(row.Cells, textOf(s))
			blank = blank && strings.TrimSpace(s) == ""
		}
		if !blank {
			g.Rows = append(g.Rows, row)
		}
	}
}

// separator tells what stands between the cells, and whether the first line says only
// that.
func separator(text string) (rune, bool) {
	first := ""
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			first = line
			break
		}
	}
	if s, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(first)), "sep="); ok && strings.HasPrefix(text, first) {
		if s == "," || s == ";" || s == "|" {
			return rune(s[0]), true
		}
	}
	best, most, quoted := ';', 0, false
	count := map[rune]int{}
	for _, r := range first {
		if r == '"' {
			quoted = !quoted
		} else if !quoted {
			count[r]++
		}
	}
	for _, r := range ";\t," {
		if count[r] > most {
			best, most = r, count[r]
		}
	}
	return best, false
}

package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// sheetRow is one row of a text and the line that it begins on, from 1.
type sheetRow struct {
	line  int
	cells []string
}

func (r sheetRow) cell(i int) string {
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

// sheetRows splits a text into rows of trimmed cells, without empty rows. What
// stands between the cells is told from the text: tabs, semicolons or commas;
// without any of them a number at the end of a line is a cell of its own.
func sheetRows(text string) ([]sheetRow, error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n").Replace(text)
	comma, skip := separator(text)
	if comma == 0 {
		return plainRows(text)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	var out []sheetRow
	for {
		cells, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, fmt.Errorf("read rows: %w", ErrNotText)
		case len(out) == maxSheetRows, len(cells) > maxSheetCells:
			return nil, ErrTooLong
		}
		line, _ := r.FieldPos(0)
		if line <= skip {
			continue
		}
		for i, c := range cells {
			cells[i] = strings.TrimFunc(c, unicode.IsSpace)
		}
		if comma == ',' {
			cells = joinGroups(cells)
		}
		if strings.Join(cells, "") != "" {
			out = append(out, sheetRow{line, cells})
		}
	}
}

// separator returns what stands between the cells, 0 where nothing does, and
// how many lines only tell that ("sep=;").
func separator(text string) (comma rune, skip int) {
	first, rest, _ := strings.Cut(text, "\n")
	if s, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(first, " ")), "sep="); ok && len(s) == 1 && s != `"` {
		return rune(s[0]), 1
	}
	sample := first
	for strings.TrimSpace(sample) == "" && rest != "" {
		sample, rest, _ = strings.Cut(rest, "\n")
	}
	for _, c := range []rune{'\t', ';'} {
		if strings.ContainsRune(unquoted(sample), c) {
			return c, 0
		}
	}
	if all := unquoted(text); strings.ContainsRune(all, '\t') {
		return '\t', 0
	} else if strings.ContainsRune(all, ';') {
		return ';', 0
	} else if strings.ContainsRune(all, ',') {
		return ',', 0
	}
	return 0, 0
}

// unquoted is the text without what stands in quotation marks.
func unquoted(s string) string {
	var b strings.Builder
	in := false
	for _, r := range s {
		if r == '"' {
			in = !in
		} else if !in {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// joinGroups puts a number back together that commas between its groups of
// three have split: "Ale,32,345".
func joinGroups(cells []string) []string {
	for i := 0; i+1 < len(cells); i++ {
		if !isGroup(cells[i], 1) {
			continue
		}
		end := i + 1
		for end < len(cells) && isGroup(cells[end], 3) {
			end++
		}
		if end > i+1 && end == len(cells) {
			return append(cells[:i:i], strings.Join(cells[i:end], ""))
		}
	}
	return cells
}

// isGroup reports whether the cell is at least least and at most three digits.
func isGroup(s string, least int) bool {
	return len(s) >= least && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

// plainRows splits lines as people write them: "Ale 32 345".
func plainRows(text string) ([]sheetRow, error) {
	var out []sheetRow
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		line = strings.TrimFunc(line, unicode.IsSpace)
		if line == "" {
			continue
		}
		if len(out) == maxSheetRows {
			return nil, ErrTooLong
		}
		name := strings.TrimRightFunc(line, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) || r == '.' || r == '\'' })
		number := strings.TrimFunc(line[len(name):], func(r rune) bool { return unicode.IsSpace(r) || r == '.' })
		if name == "" { // a line of digits alone is no name
			name, number = line, ""
		}
		row := sheetRow{n, []string{strings.TrimRight(name, ":–-\u00a0 ")}}
		if number != "" {
			row.cells = append(row.cells, number)
		}
		out = append(out, row)
	}
	return out, nil
}

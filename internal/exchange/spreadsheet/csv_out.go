package spreadsheet

import (
	"encoding/csv"
	"fmt"
	"io"

	"ledstjarna/internal/i18n"
)

// WriteCSV writes the table as a spreadsheet of the language opens it with a press:
// UTF-8 with byte order mark, CRLF, in Swedish with semicolons and decimal commas. A
// text that a spreadsheet would take for a formula has an apostrophe before it, which
// is taken off again on the way in.
func (t Table) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return fmt.Errorf("write rows: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if t.words.Language() == i18n.Swedish {
		out.Comma = ';'
	}
	if err := out.Write(t.Heads); err != nil {
		return fmt.Errorf("write rows: %w", err)
	}
	line := make([]string, len(t.Columns))
	for _, row := range t.Rows {
		for i, c := range row {
			if line[i] = c.Plain(t.words); !c.isNum {
				line[i] = harmless(line[i])
			}
		}
		if err := out.Write(line); err != nil {
			return fmt.Errorf("write rows: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write rows: %w", err)
	}
	return nil
}

package spreadsheet

import (
	"strings"
	"unicode"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Cell is what stands in one place of a table: a text, a number or a day.
type Cell struct {
	Text   string
	Number plan.Number
	Day    plan.Date
	isNum  bool
}

// IsEmpty reports whether nothing stands there.
func (c Cell) IsEmpty() bool { return c == Cell{} }

// Plain is the cell as text in the language: numbers without groups, days as
// YYYY-MM-DD.
func (c Cell) Plain(w *i18n.Printer) string {
	switch {
	case c.isNum && w.Language() == i18n.Swedish:
		return strings.Replace(c.Number.String(), ".", ",", 1)
	case c.isNum:
		return c.Number.String()
	case !c.Day.IsZero():
		return c.Day.String()
	}
	return c.Text
}

// said is the cell as a person reads it.
func (c Cell) said(w *i18n.Printer, k plan.Key) string {
	if c.isNum && k != plan.KeyYear {
		return w.Number(c.Number.Float())
	}
	return c.Plain(w)
}

// cell is what a value is written as.
func (g *group) cell(w *i18n.Printer, col Column, v plan.Value) Cell {
	switch {
	case v.IsZero():
		return Cell{}
	case v.Kind() == plan.ValueNumber:
		return Cell{Number: v.Number(), isNum: true}
	case v.Kind() == plan.ValueDate:
		return Cell{Day: v.Date()}
	}
	f := col.Field
	switch f.Kind {
	case plan.Choice:
		return Cell{Text: clean(col.word(w, v.Text()))}
	case plan.Choices:
		return Cell{Text: clean(joined(each(v.Texts(), func(code string) string { return col.word(w, code) })))}
	case plan.Reference:
		return Cell{Text: clean(g.names(f.Target).label(v.ID()))}
	case plan.References:
		return Cell{Text: clean(joined(each(v.Texts(), func(id string) string { return g.names(f.Target).label(plan.ID(id)) })))}
	default:
		return Cell{Text: clean(v.Text())}
	}
}

func each(in []string, say func(string) string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = say(s)
	}
	return out
}

// word says a choice; a code that the catalogue does not know is its own word.
func (c Column) word(w *i18n.Printer, code string) string {
	for _, known := range c.Field.Choices {
		if known == code {
			return c.choice(w, code)
		}
	}
	return code
}

// clean takes from a text what no cell can hold, and ends lines in one way.
func clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case unicode.IsControl(r), r == '\ufffe', r == '\uffff':
			return -1
		}
		return r
	}, s)
}

// formula are the signs that begin what a spreadsheet would calculate.
const formula = "=+-@\t\r\n＝＋－＠"

// harmless puts an apostrophe before a text that a spreadsheet would take for a
// formula, and before one that begins with apostrophes in the same place, so that
// harmful finds every text again.
func harmless(s string) string {
	if rest := strings.TrimLeft(s, "'"); rest != "" && strings.ContainsRune(formula, []rune(rest)[0]) {
		return "'" + s
	}
	return s
}

// harmful takes off what harmless has put on.
func harmful(s string) string {
	if rest := strings.TrimLeft(s, "'"); len(rest) < len(s) && rest != "" && strings.ContainsRune(formula, []rune(rest)[0]) {
		return s[1:]
	}
	return s
}

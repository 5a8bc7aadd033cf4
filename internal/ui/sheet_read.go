package ui

import (
	"math"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// read turns what was written or pasted into a cell into a value of its field.
// wrong says, in the person's words, why it cannot be; the value is then unset.
func (f *form) read(x plan.Field, p plan.Path, in kit.CellInput) (v plan.Value, wrong string) {
	text := strings.TrimSpace(in.Text)
	switch x.Kind {
	case plan.Line:
		if text == "" && len(in.Values) == 1 {
			text = in.Values[0]
		}
		return plan.Text(oneLine(text)), ""
	case plan.LongText:
		return plan.Text(text), ""
	case plan.Decimal:
		return f.readNumber(x, text)
	case plan.DateField:
		return f.readDay(text)
	case plan.Choice, plan.Reference:
		if len(in.Values) > 0 {
			return plan.Text(in.Values[0]), ""
		}
		return f.readChoice(x, p, text)
	case plan.Choices, plan.References:
		if text == "" {
			return plan.Texts(in.Values...), ""
		}
		return f.readSeveral(x, p, text)
	case plan.List, plan.Checklist, plan.Related, plan.Derived:
	}
	return plan.Value{}, f.desk.words.T("sheet.not-here")
}

// readNumber reads a number as people and spreadsheets write it, within the
// field's bounds.
func (f *form) readNumber(x plan.Field, text string) (plan.Value, string) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(text, "kr"), "SEK"))
	if text == "" || text == "–" {
		return plan.Value{}, ""
	}
	n, err := kit.ParseNumber(text, 4)
	if err != nil {
		return plan.Value{}, f.desk.words.T("kit.bad-number")
	}
	v := plan.Number(math.Round(n * float64(plan.Int(1))))
	if (x.Min != 0 || x.Max != 0) && (v < x.Min || v > x.Max) {
		return plan.Value{}, f.desk.words.T("sheet.bounds", "low", f.plainNumber(x.Min), "high", f.plainNumber(x.Max))
	}
	return plan.Num(v), ""
}

func (f *form) plainNumber(n plan.Number) string { return n.String() }

func (f *form) readDay(text string) (plan.Value, string) {
	if text == "" || text == "–" {
		return plan.Value{}, ""
	}
	day, ok := kit.ParseDay(text)
	if !ok {
		return plan.Value{}, f.desk.words.T("kit.bad-date")
	}
	return plan.Day(plan.DateOf(day)), ""
}

// readChoice finds the choice with the name, or the code.
func (f *form) readChoice(x plan.Field, p plan.Path, text string) (plan.Value, string) {
	if text == "" || text == "–" {
		return plan.Value{}, ""
	}
	choices := f.choices(x, p)
	if i := slices.IndexFunc(choices, func(c kit.Choice) bool { return strings.EqualFold(c.Label, text) }); i >= 0 {
		return plan.Text(choices[i].Value), ""
	}
	if i := slices.IndexFunc(choices, func(c kit.Choice) bool { return c.Value == text }); i >= 0 {
		return plan.Text(choices[i].Value), ""
	}
	return plan.Value{}, f.desk.words.T("sheet.not-a-choice", "text", text)
}

// readSeveral finds choices whose names stand with semicolons, or where no name
// holds one with commas, between them.
func (f *form) readSeveral(x plan.Field, p plan.Path, text string) (plan.Value, string) {
	for _, between := range []string{";", ","} {
		var codes []string
		wrong := ""
		for part := range strings.SplitSeq(text, between) {
			v, bad := f.readChoice(x, p, strings.TrimSpace(part))
			if bad != "" {
				wrong = bad
				break
			}
			if code := v.Text(); code != "" && !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
		if wrong == "" {
			return plan.Texts(codes...), ""
		}
		if between == "," || !strings.Contains(text, ",") {
			return plan.Value{}, wrong
		}
	}
	return plan.Value{}, ""
}

package plantest

import (
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// Random draws contents of the fields: any field may be unfilled, texts are any
// Unicode, references lead anywhere.
func Random(fields []plan.Field) *rapid.Generator[plan.Content] {
	return rapid.Custom(func(t *rapid.T) plan.Content { return random(t, fields) })
}

func random(t *rapid.T, fields []plan.Field) plan.Content {
	f := plan.Filled{}
	for _, field := range fields {
		if field.Stored() && rapid.Bool().Draw(t, string(field.Key)) {
			f[field.Key] = RandomValue(t, field)
		}
	}
	return plan.NewContent(f)
}

// RandomValue draws a value that the field may hold.
func RandomValue(t *rapid.T, f plan.Field) plan.Value {
	switch f.Kind {
	case plan.Line, plan.LongText, plan.Reference:
		return plan.Text(rapid.String().Draw(t, "text"))
	case plan.Decimal:
		return plan.Num(plan.Number(rapid.Int64().Draw(t, "number")))
	case plan.DateField:
		return plan.Day(RandomDate(t))
	case plan.Choice:
		return plan.Text(rapid.SampledFrom(f.Choices).Draw(t, "choice"))
	case plan.Choices:
		return plan.Texts(rapid.SliceOf(rapid.SampledFrom(f.Choices)).Draw(t, "choices")...)
	case plan.References:
		return plan.Texts(rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "references")...)
	case plan.List, plan.Checklist:
		return plan.Rows(randomRows(t, f)...)
	case plan.Related, plan.Derived:
	}
	return plan.Value{}
}

func randomRows(t *rapid.T, f plan.Field) []plan.Row {
	ids := f.Fixed
	if f.Kind == plan.List {
		id := rapid.Map(rapid.StringMatching(`[0-9a-f]{8}-[0-9a-f]{4}`), func(s string) plan.ID { return plan.ID(s) })
		ids = rapid.SliceOfNDistinct(id, 0, 3, rapid.ID[plan.ID]).Draw(t, "rows")
	}
	var rows []plan.Row
	for _, id := range ids {
		rows = append(rows, plan.Row{ID: id, Cells: random(t, f.Columns)})
	}
	return rows
}

// RandomDate draws a day from the year 1 to 9999.
func RandomDate(t *rapid.T) plan.Date {
	first := plan.Date{Year: 1, Month: 1, Day: 1}
	return first.AddDays(rapid.IntRange(0, 3_652_000).Draw(t, "day"))
}

package plantest

import (
	"fmt"
	"time"

	"ledstjarna/internal/plan"
)

// Today is the day on which a complete file has nothing to mend.
var Today = plan.NewDate(2026, time.November, 22)

// filler fills fields. Rows are named by their list and place: goals-2, and
// within them goals-2-results-1.
type filler struct {
	rows int          // of every list that may have as many
	top  []plan.Field // in which references to rows find their list
}

// Content returns a content of the kind in which every stored field is filled
// and every list has the number of rows, fewer where the catalogue allows fewer.
// Texts are different from each other: Token finds them.
func Content(kind plan.DocumentKind, rows int) plan.Content {
	return Fields(plan.FieldsOf(kind), rows)
}

// Fields fills every one of the fields, as of an entry or an event.
func Fields(fields []plan.Field, rows int) plan.Content {
	return filler{rows, fields}.content(fields, "", 1)
}

// Token returns the text that stands in a field: "å goals-text 2" of the second
// row's goals.text. above is the ID of the row, "" at the top.
func Token(above plan.ID, k plan.Key) string {
	if above == "" {
		return "Å " + string(k)
	}
	return "Å " + string(above) + " " + string(k)
}

func (x filler) content(fields []plan.Field, above plan.ID, n int) plan.Content {
	f := plan.Filled{}
	for _, field := range fields {
		if field.Stored() {
			f[field.Key] = x.value(field, above, n)
		}
	}
	return plan.NewContent(f)
}

// value fills one field of the n-th row.
func (x filler) value(f plan.Field, above plan.ID, n int) plan.Value {
	switch f.Kind {
	case plan.Line, plan.LongText:
		return x.text(f, above)
	case plan.Decimal:
		if f.Max != 0 {
			return plan.Num(min(f.Max, max(f.Min, plan.Int(int64(2026+n)))))
		}
		return plan.Num(plan.Int(int64(100 + n)))
	case plan.DateField:
		return plan.Day(date(f.Key, n))
	case plan.Choice:
		return plan.Text(choice(f, n))
	case plan.Choices:
		return plan.Texts(f.Choices...)
	case plan.Reference:
		return plan.Ref(x.target(f.Target, n))
	case plan.References:
		return plan.Texts(string(x.target(f.Target, n)))
	case plan.List, plan.Checklist:
		return x.list(f, above)
	case plan.Related, plan.Derived:
	}
	return plan.Value{}
}

// text keeps to the lines of the organisation that have a form of their own.
func (filler) text(f plan.Field, above plan.ID) plan.Value {
	switch f.Key {
	case plan.KeyWindowOpens:
		return plan.Text("09-01")
	case plan.KeyWindowEnds:
		return plan.Text("11-30")
	case plan.KeyAccent:
		return plan.Text("#5B2A86")
	}
	return plan.Text(Token(above, f.Key))
}

func (x filler) list(f plan.Field, above plan.ID) plan.Value {
	var rows []plan.Row
	for i := range x.count(f) {
		id := numbered(string(f.Key), i+1)
		if above != "" {
			id = above + "-" + id
		}
		if f.Kind == plan.Checklist {
			id = f.Fixed[i]
		}
		rows = append(rows, plan.Row{ID: id, Cells: x.content(f.Columns, id, i+1)})
	}
	return plan.Rows(rows...)
}

func (x filler) count(f plan.Field) int {
	n := x.rows
	switch {
	case f.Kind == plan.Checklist:
		return len(f.Fixed)
	case f.MaxRows > 0:
		n = min(n, f.MaxRows)
	case f.Key == plan.KeyParts || f.Key == plan.KeyResults || f.Key == plan.KeyAdaptations:
		n = min(n, 2)
	}
	return max(n, f.MinRows)
}

// target returns something that the n-th row may refer to: each in turn, and of
// several never the one in the same place, so that no row refers to itself.
func (x filler) target(t plan.Target, n int) plan.ID {
	const entries = 2 // of every list of the register
	switch {
	case t.List == plan.ListOrganisation:
		return numbered(string(t.Rows), 1)
	case t.List != "":
		return numbered(string(t.List), n%entries+1)
	case len(t.Documents) > 0:
		return DocumentID(t.Documents[n%len(t.Documents)])
	}
	fields := x.top
	if t.OfParent {
		fields = plan.FieldsOf(plan.PeriodPlan)
	}
	list, _ := plan.FieldIn(fields, t.Rows)
	return numbered(string(t.Rows), n%x.count(list)+1)
}

func numbered(name string, n int) plan.ID { return plan.ID(fmt.Sprintf("%s-%d", name, n)) }

// date keeps spans in order and deadlines ahead of Today.
func date(k plan.Key, n int) plan.Date {
	switch k {
	case plan.KeyValidFrom:
		return plan.NewDate(2027, time.January, 1)
	case plan.KeyValidTo:
		return plan.NewDate(2030, time.December, 31)
	case plan.KeyEnd, plan.KeyCloses, plan.KeyTargetDate:
		return plan.NewDate(2027, time.March, 1).AddDays(n)
	case plan.KeyStart, plan.KeyOpens:
		return plan.NewDate(2027, time.February, 1).AddDays(n)
	}
	return plan.NewDate(2026, time.October, 1).AddDays(n)
}

// choice picks what leaves no finding, else one after the other.
func choice(f plan.Field, n int) string {
	last := len(f.Choices) - 1
	switch f.Key {
	case plan.KeyLadderNow, plan.KeyStatus, plan.KeyMode:
		return f.Choices[0]
	case plan.KeyLadderWanted:
		return f.Choices[last]
	case plan.KeyLevel:
		return plan.LevelOutcome
	case plan.KeyPart:
		if n == 1 {
			return "accountable"
		}
		return "responsible"
	case plan.KeyValidity:
		return string(plan.ValidUntil)
	}
	return f.Choices[n%len(f.Choices)]
}

package spreadsheet_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

var clock = time.Date(2026, time.November, 29, 8, 0, 0, 0, time.UTC)

type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// spokenIn are the printers, read once for all tests.
var spokenIn = map[i18n.Language]func() ([]*i18n.Printer, error){i18n.Swedish: sync.OnceValues(spokenOf(i18n.Swedish)), i18n.English: sync.OnceValues(spokenOf(i18n.English))}

func spokenOf(lang i18n.Language) func() ([]*i18n.Printer, error) {
	return func() ([]*i18n.Printer, error) {
		words, err := i18n.New(lang)
		if err != nil {
			return nil, err
		}
		return spreadsheet.Spoken(words)
	}
}

func bookOf(t fataler, f plantest.File, lang i18n.Language) spreadsheet.Book {
	t.Helper()
	spoken, err := spokenIn[lang]()
	if err != nil {
		t.Fatal(err)
	}
	return spreadsheet.NewBook(f.Register, func(_ plan.Document, v plan.Version) (plan.Sealed, error) {
		return plan.Seal(f.Contents[v.ID]), nil
	}, spoken, plantest.Today)
}

// formats are the forms in which a table is written.
func formats() map[string]func(spreadsheet.Table, io.Writer) error {
	return map[string]func(spreadsheet.Table, io.Writer) error{"csv": spreadsheet.Table.WriteCSV, "xlsx": spreadsheet.Table.WriteXLSX}
}

// again writes the list out, reads it in again in a language and returns what that
// would do.
func again(t fataler, f plantest.File, l plan.ListName, doc plan.ID, out, in i18n.Language, write func(spreadsheet.Table, io.Writer) error) spreadsheet.Plan {
	t.Helper()
	table, err := bookOf(t, f, out).Table(l, doc, clock)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := write(table, &b); err != nil {
		t.Fatal(err)
	}
	grids, err := spreadsheet.Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	p, err := bookOf(t, f, in).Plan(l, doc, grids)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func unchanged(t fataler, p spreadsheet.Plan, rows int, what string) {
	t.Helper()
	if !p.Edit.IsEmpty() || p.Kept != 0 || p.Count(plan.RowUnchanged) != rows || len(p.Rows) != rows {
		for _, r := range p.Rows {
			if r.State != plan.RowUnchanged {
				t.Fatalf("%s: row %d %s: %s %+v %+v", what, r.Number, r.Name, r.State, r.Changes, r.Problems)
			}
		}
		t.Fatalf("%s: %d rows of %d, %d kept, %d changes", what, len(p.Rows), rows, p.Kept, len(p.Edit.Changes))
	}
	for _, c := range p.Columns {
		if c.Unknown || c.Twice {
			t.Fatalf("%s: column %s is not known", what, c.Head)
		}
	}
}

func TestOutAndInAgainChangesNothing(t *testing.T) {
	f := plantest.Complete(3)
	for format, write := range formats() {
		for _, out := range i18n.Languages() {
			for _, in := range i18n.Languages() {
				for _, l := range spreadsheet.Lists() {
					rows := len(f.Register.Entries(l))
					if l == spreadsheet.Activities {
						rows = 3
					}
					unchanged(t, again(t, f, l, "", out, in, write), rows, strings.Join([]string{format, string(out), string(in), string(l)}, " "))
				}
			}
		}
	}
}

// awkward draws texts that formats have trouble with.
func awkward() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{
			"", "=1+1", "'=1", "''=", "'", "-5", "+46 8", "@namn", "\tindragen", "å, ä; ö", `"citat"`, `a"b`, "rad ett\nrad två", "a\r\nb", "a\rb",
			"Möte; del 2", `Två "ord"; tre`, " runt om ", "_x000D_", "2027-01-01", "1,5", "1 234", "TRUE", "[abc]", "Ja", "＝1", "sep=;", "\u2028", "\ufeffa", "\x01",
			"Åmål", "Åmål", "åmål", strings.Repeat("lång text ", 4000),
		}),
		rapid.String(), rapid.StringMatching(`[=+@'"; \n\t,åäö0-9-]{0,12}`),
	)
}

func arbitrary(t *rapid.T, f plan.Field, refs []string) plan.Value {
	if rapid.IntRange(0, 3).Draw(t, "filled") == 0 {
		return plan.Value{}
	}
	switch f.Kind {
	case plan.Decimal:
		return plan.Num(plan.Number(rapid.Int64Range(-9e15, 9e15).Draw(t, "number") / rapid.SampledFrom([]int64{1, 1000, 1000000000}).Draw(t, "less")))
	case plan.DateField:
		return plan.Day(plan.NewDate(rapid.IntRange(1, 9999).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day")))
	case plan.Choice:
		return plan.Text(rapid.SampledFrom(append([]string{"annat"}, f.Choices...)).Draw(t, "choice"))
	case plan.Reference:
		return plan.Text(rapid.SampledFrom(refs).Draw(t, "reference"))
	case plan.References:
		return plan.Texts(rapid.SliceOfN(rapid.SampledFrom(refs), 0, 3).Draw(t, "references")...)
	default:
		return plan.Text(awkward().Draw(t, "text"))
	}
}

func arbitraryRows(t *rapid.T, fields []plan.Field, refs []string) []plan.Row {
	var out []plan.Row
	for i := range rapid.IntRange(1, 5).Draw(t, "rows") {
		c := plan.Content{}
		for _, f := range fields {
			c = c.With(f.Key, arbitrary(t, f, refs))
		}
		out = append(out, plan.Row{ID: plan.ID(refs[i]), Cells: c})
	}
	return out
}

func TestArbitraryListsComeBackAsTheyWere(t *testing.T) {
	refs := []string{"0f3a-1", "0f3a-2", "0F3A-3", "b", "c", "d", "gone"}
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(spreadsheet.Lists()).Draw(t, "list")
		langs := rapid.SampledFrom(i18n.Languages())
		out, in := langs.Draw(t, "out"), langs.Draw(t, "in")
		f := plantest.File{Contents: map[plan.ID]plan.Content{}}
		var e plan.Edit
		rows := 0
		if l == spreadsheet.Activities {
			c := plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(awkward().Draw(t, "title"))})
			list := func(k plan.Key) plan.Field { x, _ := plan.FieldIn(plan.FieldsOf(plan.AssignmentPlan), k); return x }
			for _, k := range []plan.Key{plan.KeyActivities, plan.KeyAudiences, plan.KeyGoals} {
				c = c.With(k, plan.Rows(arbitraryRows(t, list(k).Columns, refs)...))
			}
			rows = c.Get(plan.KeyActivities).Len()
			var d plan.Document
			e, d = plan.NewDocument(plan.AssignmentPlan, false, c, clock)
			f.Contents[d.Latest().ID] = c
		} else {
			for i, r := range arbitraryRows(t, plan.ListFields(l), refs) {
				e.Changes = append(e.Changes, plan.EntryChange{List: l, After: &plan.Entry{ID: r.ID, Position: i + 1, Fields: r.Cells}})
				rows++
			}
		}
		for i, name := range []plan.ListName{plan.ListBodies, plan.ListChannels, plan.ListMeetings} {
			for n, r := range arbitraryRows(t, plan.ListFields(name), refs) {
				if name != l {
					e.Changes = append(e.Changes, plan.EntryChange{List: name, After: &plan.Entry{ID: r.ID, Position: 10*i + n, Fields: r.Cells}})
				}
			}
		}
		f.Register = plan.Register{}.Apply(e)
		name := rapid.SampledFrom([]string{"csv", "xlsx"}).Draw(t, "format")
		unchanged(t, again(t, f, l, "", out, in, formats()[name]), rows, name)
	})
}

func TestTheBytesFollowFromTheTableAndTheClock(t *testing.T) {
	f := plantest.Complete(3)
	for format, write := range formats() {
		var all [][]byte
		for range 2 {
			table, err := bookOf(t, f, i18n.Swedish).Table(spreadsheet.Activities, "", clock)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := write(table, &b); err != nil {
				t.Fatal(err)
			}
			all = append(all, b.Bytes())
		}
		if !slices.Equal(all[0], all[1]) {
			t.Errorf("%s differs from one time to the next", format)
		}
	}
}

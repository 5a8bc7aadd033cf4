package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func namedRows(ids string) []Row {
	var out []Row
	for _, id := range strings.Fields(ids) {
		out = append(out, Row{ID: ID(id), Cells: NewContent(Filled{KeyActivity: Text("Aktivitet " + id)})})
	}
	return out
}

func plansOf(rows ...Row) Content { return NewContent(Filled{KeyActivities: Rows(rows...)}) }

func told(rows []RowContrast) string {
	var out []string
	for _, r := range rows {
		s := string(r.ID)
		if r.Added {
			s = "+" + s
		}
		if r.Removed {
			s = "-" + s
		}
		if r.Moved {
			s = fmt.Sprintf("%s(%d→%d)", s, r.From, r.To)
		}
		for _, c := range r.Cells {
			s += "." + string(c.Field.Key)
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestRowsAreMatchedByTheirIdentity(t *testing.T) {
	for _, tc := range []struct{ older, newer, want string }{
		{"a b c", "a b c", ""},
		{"a b c", "a c", "-b"},
		{"a c", "a b c", "+b"},
		{"a b c d", "d a b c", "d(3→0)"},
		{"a b c d", "b c d a", "a(0→3)"},
		{"a b c d", "b a d x", "b(1→0) -c +x"},
		{"", "a", "+a"},
		{"a b", "", "-a -b"},
	} {
		got := ""
		for _, c := range Compare(AssignmentPlan, plansOf(namedRows(tc.older)...), plansOf(namedRows(tc.newer)...)) {
			if c.Section != KeyActivities || c.Path.String() != "activities" {
				t.Errorf("the rows stand at %s in %s", c.Path, c.Section)
			}
			got = told(c.Rows)
		}
		if got != tc.want {
			t.Errorf("%q to %q: %q, want %q", tc.older, tc.newer, got, tc.want)
		}
	}
}

func TestAMovedRowCanBeChangedToo(t *testing.T) {
	newer := namedRows("c a b")
	newer[0].Cells = newer[0].Cells.With(KeyBudget, Num(Int(5)))
	c := Compare(AssignmentPlan, plansOf(namedRows("a b c")...), plansOf(newer...))
	if got := told(c[0].Rows); got != "c(2→0).budget" {
		t.Errorf("told %q", got)
	}
	if p := c[0].Rows[0].Cells[0].Path.String(); p != "activities[c].budget" {
		t.Errorf("the cell stands at %s", p)
	}
}

// As few rows as possible are told to be moved, those that are not stand in the
// same order, and the changes lead from the older list to the newer.
func TestMovesAreFew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{2}`), 0, 12, rapid.ID).Draw(t, "rows")
		older := namedRows(strings.Join(ids, " "))
		newer := rapid.Permutation(older).Draw(t, "order")
		moved := movedRows(indexRows(older), newer)
		best := 0
		for set := range 1 << len(newer) { // every choice of rows that stay
			last, n := -1, 0
			for i, r := range newer {
				if set&(1<<i) == 0 {
					continue
				}
				if at := indexRows(older)[r.ID]; at > last {
					last = at
					n++
				} else {
					n = -1
					break
				}
			}
			best = max(best, n)
		}
		if len(newer)-len(moved) != best {
			t.Fatalf("%d of %d rows stay, %d could", len(newer)-len(moved), len(newer), best)
		}
		last := -1
		for _, r := range newer {
			if at := indexRows(older)[r.ID]; !moved[r.ID] {
				if at < last {
					t.Fatal("rows that stay are out of order")
				}
				last = at
			}
		}
	})
}

func TestTextsAreComparedWordByWord(t *testing.T) {
	write := func(spans []TextSpan) string {
		var b strings.Builder
		for _, s := range spans {
			b.WriteString([]string{"", "-", "+"}[s.Kind] + "[" + s.Text + "]")
		}
		return b.String()
	}
	for _, tc := range []struct{ older, newer, want string }{
		{"", "", ""},
		{"Samma text.", "Samma text.", "[Samma text.]"},
		{"", "Ny", "+[Ny]"},
		{"Borta", "", "-[Borta]"},
		{"ger rätt information vid en kris.", "ger samstämmig information vid en samhällsstörning.", "[ger ]-[rätt]+[samstämmig][ information vid en ]-[kris]+[samhällsstörning][.]"},
		{"två gamla ord här", "tre nya ord här", "-[två gamla]+[tre nya][ ord här]"},
		{"på svenska.", "på svenska och finska.", "[på svenska]+[ och finska][.]"},
		{"rad ett\n\nrad två", "rad ett\n\nrad tre", "[rad ett\n\nrad ]-[två]+[tre]"},
	} {
		if got := write(CompareText(tc.older, tc.newer)); got != tc.want {
			t.Errorf("%q to %q:\n%s, want\n%s", tc.older, tc.newer, got, tc.want)
		}
	}
}

func join(spans []TextSpan, without SpanKind) string {
	var b strings.Builder
	for _, s := range spans {
		if s.Kind != without {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func checkSpans(t interface{ Fatalf(string, ...any) }, older, newer string) {
	spans := CompareText(older, newer)
	if got := join(spans, SpanAdded); got != older {
		t.Fatalf("the older text comes back as %q, want %q", got, older)
	}
	if got := join(spans, SpanRemoved); got != newer {
		t.Fatalf("the newer text comes back as %q, want %q", got, newer)
	}
	for i, s := range spans {
		if s.Text == "" || i > 0 && spans[i-1].Kind == s.Kind || i > 0 && s.Kind == SpanRemoved && spans[i-1].Kind == SpanAdded {
			t.Fatalf("stretch %d of %v", i, spans)
		}
	}
}

func TestBothTextsComeBack(t *testing.T) {
	word := rapid.SampledFrom([]string{"ett", "två", "tre", " ", "  ", "\n", ".", "å", "ä", "🙂", "-"})
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) string { return strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, name), "") }
		checkSpans(t, draw("older"), draw("newer"))
	})
}

func TestRewrittenTextsAreTold(t *testing.T) {
	write := func(seed, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "ord%d ", (i*seed)%997)
			if i%40 == 39 {
				b.WriteString("\nSamma rad.\n")
			}
		}
		return b.String()
	}
	checkSpans(t, write(7, 2000), write(13, 2000))
	checkSpans(t, strings.Repeat("a ", 3000), strings.Repeat("b ", 3000))
}

// Every field of every kind that can be filled is told when it differs, under
// its own path and in its own section.
func TestEveryFieldIsCompared(t *testing.T) {
	for _, kind := range DocumentKinds() {
		for _, s := range SectionsOf(kind, false) {
			for _, f := range s.Fields {
				if f.Kind == Derived || f.Kind == Related {
					continue
				}
				compareField(t, kind, s.Key, f, PathTo(f.Key))
			}
		}
	}
}

func compareField(t *testing.T, kind DocumentKind, section Key, f Field, p Path) {
	t.Helper()
	older, newer := differing(f)
	put := func(v Value) Content {
		for i := len(p) - 1; i > 0; i-- {
			v = Rows(Row{ID: p[i-1].Row, Cells: NewContent(Filled{p[i].Key: v})})
		}
		return Content{}.With(p[0].Key, v)
	}
	for _, pair := range [][2]Value{{older, newer}, {{}, newer}, {older, {}}} {
		got := Compare(kind, put(pair[0]), put(pair[1]))
		if len(got) != 1 || got[0].Section != section {
			t.Fatalf("%s: %s is told as %d fields", kind, p, len(got))
		}
		inner := got[0]
		for len(inner.Path) < len(p) && len(inner.Rows) == 1 && len(inner.Rows[0].Cells) == 1 {
			inner = inner.Rows[0].Cells[0]
		}
		if diff := cmp.Diff(p.String(), inner.Path.String()); diff != "" || !inner.Old.Equal(pair[0]) || !inner.New.Equal(pair[1]) {
			t.Errorf("%s: path (-want +got):\n%s", kind, diff)
		}
		if len(got) == 1 && (inner.Added() != pair[0].IsZero() || inner.Removed() != pair[1].IsZero()) {
			t.Errorf("%s %s: added %v, removed %v", kind, p, inner.Added(), inner.Removed())
		}
	}
	row := ID("r")
	if f.Kind == Checklist {
		row = f.Fixed[0]
	}
	for _, col := range f.Columns {
		if col.Kind != Derived {
			compareField(t, kind, section, col, p.In(row, col.Key))
		}
	}
}

// differing returns two values of the field that differ.
func differing(f Field) (older, newer Value) {
	switch f.Kind {
	case Decimal:
		return Num(Int(1)), Num(Int(2))
	case DateField:
		return Day(NewDate(2026, 1, 1)), Day(NewDate(2026, 1, 2))
	case Choices, References:
		return Texts("a"), Texts("a", "b")
	case List:
		return Rows(Row{ID: "x"}), Rows(Row{ID: "x"}, Row{ID: "y"})
	case Checklist:
		return Rows(Row{ID: f.Fixed[0], Cells: NewContent(Filled{KeyAnswer: Text(Yes)})}), Rows(Row{ID: f.Fixed[0], Cells: NewContent(Filled{KeyAnswer: Text(No)})})
	case Line, LongText, Choice, Reference, Related, Derived:
	}
	return Text("a"), Text("b")
}

func TestTheSameContentHasNoContrast(t *testing.T) {
	rows := namedRows("a b c")
	if got := Compare(AssignmentPlan, plansOf(rows...), plansOf(slices.Clone(rows)...)); len(got) > 0 {
		t.Errorf("%d contrasts", len(got))
	}
}

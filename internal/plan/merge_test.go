package plan

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func row(id ID, text string) Row {
	return Row{id, NewContent(Filled{KeyText: Text(text)})}
}

func TestMergingContents(t *testing.T) {
	base := NewContent(Filled{
		KeyTitle: Text("Plan"), KeySummary: Text("Kort"), "goals": Rows(row("a", "A"), row("b", "B"), row("c", "C")),
	})
	set := func(c Content, k Key, v Value) Content { return c.With(k, v) }
	for name, x := range map[string]struct {
		mine, theirs, want Content
		clashes            []string
	}{
		"same":           {base, base, base, nil},
		"mine alone":     {set(base, KeyTitle, Text("Min")), base, set(base, KeyTitle, Text("Min")), nil},
		"theirs alone":   {base, set(base, KeyTitle, Text("Deras")), set(base, KeyTitle, Text("Deras")), nil},
		"different ones": {set(base, KeyTitle, Text("Min")), set(base, KeySummary, Text("Deras")), set(set(base, KeyTitle, Text("Min")), KeySummary, Text("Deras")), nil},
		"both the same":  {set(base, KeyTitle, Text("Ny")), set(base, KeyTitle, Text("Ny")), set(base, KeyTitle, Text("Ny")), nil},
		"both differ":    {set(base, KeyTitle, Text("Min")), set(base, KeyTitle, Text("Deras")), set(base, KeyTitle, Text("Min")), []string{"title"}},
		"emptied there":  {base, set(base, KeySummary, Value{}), set(base, KeySummary, Value{}), nil},
		"emptied there, changed here": {
			set(base, KeySummary, Text("Min")), set(base, KeySummary, Value{}), set(base, KeySummary, Text("Min")), []string{"summary"},
		},
		"cells of different rows": {
			set(base, "goals", Rows(row("a", "A1"), row("b", "B"), row("c", "C"))), set(base, "goals", Rows(row("a", "A"), row("b", "B"), row("c", "C2"))),
			set(base, "goals", Rows(row("a", "A1"), row("b", "B"), row("c", "C2"))), nil,
		},
		"the same cell": {
			set(base, "goals", Rows(row("a", "A1"), row("b", "B"), row("c", "C"))), set(base, "goals", Rows(row("a", "A2"), row("b", "B"), row("c", "C"))),
			set(base, "goals", Rows(row("a", "A1"), row("b", "B"), row("c", "C"))),
			[]string{"goals[a].text"},
		},
		"rows added on both sides": {
			set(base, "goals", Rows(row("a", "A"), row("m", "M"), row("b", "B"), row("c", "C"))),
			set(base, "goals", Rows(row("a", "A"), row("b", "B"), row("t", "T"), row("c", "C"))),
			set(base, "goals", Rows(row("a", "A"), row("m", "M"), row("b", "B"), row("t", "T"), row("c", "C"))), nil,
		},
		"removed there": {
			base, set(base, "goals", Rows(row("a", "A"), row("c", "C"))), set(base, "goals", Rows(row("a", "A"), row("c", "C"))), nil,
		},
		"removed there, changed here": {
			set(base, "goals", Rows(row("a", "A"), row("b", "B1"), row("c", "C"))), set(base, "goals", Rows(row("a", "A"), row("c", "C"))),
			set(base, "goals", Rows(row("a", "A"), row("b", "B1"), row("c", "C"))),
			[]string{"goals[b]"},
		},
		"removed here, changed there": {
			set(base, "goals", Rows(row("a", "A"), row("c", "C"))), set(base, "goals", Rows(row("a", "A"), row("b", "B2"), row("c", "C"))),
			set(base, "goals", Rows(row("a", "A"), row("c", "C"))),
			[]string{"goals[b]"},
		},
		"moved there": {
			set(base, "goals", Rows(row("a", "A1"), row("b", "B"), row("c", "C"))), set(base, "goals", Rows(row("c", "C"), row("a", "A"), row("b", "B"))),
			set(base, "goals", Rows(row("c", "C"), row("a", "A1"), row("b", "B"))), nil,
		},
		"moved on both sides": {
			set(base, "goals", Rows(row("b", "B"), row("a", "A"), row("c", "C"))), set(base, "goals", Rows(row("c", "C"), row("a", "A"), row("b", "B"))),
			set(base, "goals", Rows(row("b", "B"), row("a", "A"), row("c", "C"))),
			[]string{"goals"},
		},
	} {
		got, clashes := Merge([]Content{base}, x.mine, x.theirs)
		if !got.Equal(x.want) {
			t.Errorf("%s: %s", name, asText(got))
		}
		var at []string
		for _, c := range clashes {
			at = append(at, c.Path.String())
		}
		if diff := cmp.Diff(x.clashes, at); diff != "" {
			t.Errorf("%s: clashes\n%s", name, diff)
		}
	}
}

func TestMergingWithoutABase(t *testing.T) {
	mine := NewContent(Filled{KeyTitle: Text("Min"), KeySummary: Text("Lika"), "goals": Rows(row("a", "A"), row("m", "M"))})
	theirs := NewContent(Filled{KeyTitle: Text("Deras"), KeySummary: Text("Lika"), "goals": Rows(row("a", "A2"), row("t", "T"))})
	got, clashes := Merge(nil, mine, theirs)
	var at []string
	for _, c := range clashes {
		if at = append(at, c.Path.String()); c.Known {
			t.Errorf("%s is known", c.Path)
		}
	}
	if want := []string{"goals[a].text", "goals[m]", "goals[t]", "title"}; !slices.Equal(at, want) {
		t.Errorf("clashes at %v", at)
	}
	if !got.Equal(mine) {
		t.Errorf("it gives %s", asText(got))
	}
}

func asText(c Content) string {
	b, _ := c.MarshalJSON()
	return string(b)
}

// drawn changes a content at random: texts and rows with cells.
func drawn(t *rapid.T, c Content, label string) Content {
	for i := range rapid.IntRange(0, 4).Draw(t, label) {
		name := fmt.Sprint(label, i)
		text := Text(rapid.SampledFrom([]string{"", "x", "y", "z"}).Draw(t, name+" text"))
		rows := c.Get("goals").Rows()
		switch rapid.IntRange(0, 4).Draw(t, name) {
		case 0:
			c = c.With(rapid.SampledFrom([]Key{KeyTitle, KeySummary}).Draw(t, name+" key"), text)
		case 1:
			c = c.With("goals", Rows(append(rows, Row{ID(name), NewContent(Filled{KeyText: text})})...))
		case 2:
			if len(rows) > 0 {
				n := rapid.IntRange(0, len(rows)-1).Draw(t, name+" row")
				rows[n].Cells = rows[n].Cells.With(KeyText, text)
				c = c.With("goals", Rows(rows...))
			}
		case 3:
			if len(rows) > 0 {
				n := rapid.IntRange(0, len(rows)-1).Draw(t, name+" row")
				c = c.With("goals", Rows(slices.Delete(rows, n, n+1)...))
			}
		case 4:
			if len(rows) > 1 {
				c = c.With("goals", Rows(append(rows[1:], rows[0])...))
			}
		}
	}
	return c
}

// Settling every clash for theirs takes all that theirs say there, and mine and
// theirs can change places.
func TestMergingLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := drawn(t, NewContent(Filled{KeyTitle: Text("b"), "goals": Rows(row("a", "A"), row("b", "B"), row("c", "C"))}), "base")
		mine, theirs := drawn(t, base, "mine"), drawn(t, base, "theirs")
		known := []Content{base}
		if rapid.Bool().Draw(t, "unknown") {
			known = nil
		}
		got, clashes := Merge(known, mine, theirs)
		if known != nil {
			if x, cs := Merge(known, mine, base); !x.Equal(mine) || len(cs) > 0 {
				t.Fatalf("nothing was changed there, and it gives %s", asText(x))
			}
			if x, cs := Merge(known, base, theirs); !x.Equal(theirs) || len(cs) > 0 {
				t.Fatalf("nothing was changed here, and it gives %s", asText(x))
			}
		}
		settled := got
		for _, c := range clashes {
			var err error
			if settled, err = settled.Settle(c); err != nil {
				t.Fatal(err)
			}
		}
		if all, err := got.Settle(clashes...); err != nil || !all.Equal(settled) {
			t.Fatalf("settled at once it is %s, %v; one after the other %s", asText(all), err, asText(settled))
		}
		for name, x := range map[string]struct{ side, other, result Content }{
			"mine": {mine, theirs, got}, "theirs": {theirs, mine, settled},
		} {
			for _, p := range []Key{KeyTitle, KeySummary} {
				changed := !x.side.Get(p).Equal(base.Get(p))
				if changed && !x.result.Get(p).Equal(x.side.Get(p)) {
					t.Fatalf("%s of %s is lost: %s", p, name, asText(x.result))
				}
			}
			for _, r := range x.side.Get("goals").Rows() {
				b, _, had := base.Get("goals").Row(r.ID)
				now, _, has := x.result.Get("goals").Row(r.ID)
				_, _, there := x.other.Get("goals").Row(r.ID)
				if known == nil && !there && name == "mine" { // settled for theirs, who have none
					continue
				}
				if changed := !had || !r.Cells.Equal(b.Cells); changed && (!has || !now.Cells.Equal(r.Cells)) {
					t.Fatalf("row %s of %s is lost: %s", r.ID, name, asText(x.result))
				}
			}
		}
	})
}

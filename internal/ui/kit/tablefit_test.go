package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// said are rows of three columns.
type said [][3]string

func (s said) Rows() int { return len(s) }

func (s said) Cell(row int, column string) kit.Cell {
	return kit.Cell{Text: s[row][map[string]int{"plan": 0, "owner": 1, "note": 2}[column]]}
}

// cuts are the texts on a canvas that are cut.
func cuts(s *stage) []string {
	var out []string
	for _, text := range s.shown() {
		if strings.HasSuffix(text, "…") {
			out = append(out, text)
		}
	}
	return out
}

func TestColumnsAreFittedToTheirCells(t *testing.T) {
	const plan, owner, long = "Kommunikationsplan Bredband i hela länet", "Chef", "Det här ska bli en mycket lång mening om hur arbetet går, som aldrig får plats"
	columns := []kit.TableColumn{{ID: "plan", Title: "Plan", Min: 60}, {ID: "owner", Title: "Ansvarig", Width: 240}, {ID: "note", Title: "Kommentar", Width: 70}}
	for name, c := range map[string]struct {
		rows said
		own  map[string]float32
		cut  int
	}{
		"a column has more than it needs":    {rows: said{{plan, owner, ""}}},
		"the other one":                      {rows: said{{owner, plan, ""}}},
		"the small need before the large":    {rows: said{{plan, owner, long}}, cut: 1},
		"the person wants it so":             {rows: said{{plan, owner, ""}}, own: map[string]float32{"owner": 240, "plan": 80}, cut: 1},
		"without rows the titles are enough": {rows: said{}},
	} {
		t.Run(name, func(t *testing.T) {
			table := kit.NewTable(columns, c.rows, kit.TableLook{}, kit.TableEvents{})
			if c.own != nil {
				table.KeepWidths(c.own, nil)
			}
			s := on(t, table, 520, 28+160)
			if got := cuts(s); len(got) != c.cut {
				t.Errorf("cut are %q", got)
			}
		})
	}
}

func TestColumnsAreFittedAnewWhenRowsChange(t *testing.T) {
	columns := []kit.TableColumn{{ID: "plan", Title: "Plan", Min: 60}, {ID: "owner", Title: "Ansvarig", Width: 240}}
	table := kit.NewTable(columns, said{{"Kort", "Chef", ""}}, kit.TableLook{}, kit.TableEvents{})
	s := on(t, table, 440, 28+160)
	usual := s.canvas.Capture()
	table.SetSource(said{{"Kommunikationsplan Bredband i hela länet", "Chef", ""}})
	if got := cuts(s); len(got) > 0 {
		t.Errorf("cut are %q", got)
	}
	table.SetSource(said{{"Kort", "Chef", ""}})
	if !same(usual, s.canvas.Capture()) {
		t.Error("the usual widths do not come back")
	}
	s.window.Resize(fyne.NewSize(900, 28+160))
	if got := cuts(s); len(got) > 0 {
		t.Errorf("with all room are cut %q", got)
	}
}

// What is measured is what is widest, not what has the most letters.
func TestColumnsAreFittedToTheWidestCell(t *testing.T) {
	columns := []kit.TableColumn{{ID: "plan", Title: "Plan", Min: 60}, {ID: "owner", Title: "Ansvarig", Width: 240}}
	rows := said{{"Mummel om mammor i Mommom", "", ""}}
	for range 9 {
		rows = append(rows, [3]string{"Ill till il lill i lilla illi", "", ""})
	}
	s := on(t, kit.NewTable(columns, rows, kit.TableLook{}, kit.TableEvents{}), 480, 28+320)
	if got := cuts(s); len(got) > 0 {
		t.Errorf("cut are %q", got)
	}
}

// Some rows of all of a long list are measured, not the first ones only, and none of
// them decides about a column that keeps its width.
func TestColumnsOfALongListAreFittedToAllOfIt(t *testing.T) {
	const plan = "Kommunikationsplan Bredband i hela länet"
	rows := said{}
	for i := range 5000 {
		rows = append(rows, [3]string{"Kort", "Chef", ""})
		if i > 200 {
			rows[i][0] = plan
		}
	}
	for _, keep := range []bool{false, true} {
		columns := []kit.TableColumn{{ID: "plan", Title: "Plan", Min: 60}, {ID: "owner", Title: "Ansvarig", Width: 240, Keep: keep}}
		table := kit.NewTable(columns, rows, kit.TableLook{}, kit.TableEvents{})
		s := on(t, table, 440, 28+160)
		table.Select(4000)
		if got := cuts(s); len(got) > 0 != keep {
			t.Errorf("keeps its width: %v; cut are %q", keep, got)
		}
	}
}

// A number that is not measured can have wider digits than those that are.
func TestColumnsOfNumbersAreFittedToAnyDigits(t *testing.T) {
	columns := []kit.TableColumn{{ID: "plan", Title: "Nr", Width: 60, End: true}, {ID: "owner", Title: "Ansvarig", Min: 60}}
	rows := said{{"111", "Kommunikationschef för hela länet och alla dess kommuner, som aldrig får plats", ""}}
	for _, n := range []string{"171", "117", "177", "444", "888", "600"} {
		rows = append(rows, [3]string{n, "Chef", ""})
	}
	s := on(t, kit.NewTable(columns, rows, kit.TableLook{}, kit.TableEvents{}), 300, 28+320)
	for _, text := range cuts(s) {
		if len(text) < 10 {
			t.Errorf("cut is %q", text)
		}
	}
}

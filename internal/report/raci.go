package report

import (
	"slices"

	"ledstjarna/internal/plan"
)

// mostRoles is how many roles stand as columns of a matrix.
const mostRoles = 5

// raciLetters are the parts of a matrix of responsibilities, with their letters.
var raciLetters = []struct{ code, letter string }{{"responsible", "R"}, {"accountable", "A"}, {"consulted", "C"}, {"informed", "I"}}

// raci prints the matrix of tasks and roles, or where there are many roles, of
// tasks and parts with the roles in the cells; false where a role has several
// parts in a task.
func (p *paper) raci(f plan.Field, v plan.Value, caption string) ([]Block, bool) {
	var roles []string
	for _, r := range v.Rows() {
		in := map[string]bool{}
		for _, part := range r.Cells.Get(plan.KeyParts).Rows() {
			name := part.Cells.Text(plan.KeyRole)
			if name == "" || in[name] {
				return nil, false
			}
			in[name] = true
			if !slices.Contains(roles, name) {
				roles = append(roles, name)
			}
		}
	}
	switch {
	case len(roles) == 0:
		return nil, false
	case len(roles) > mostRoles:
		return []Block{p.raciByPart(f, v, caption)}, true
	}
	t := p.newTable(caption, Column{Head: p.word(f, plan.KeyTask)})
	t.Named = true
	for _, role := range roles {
		t.Columns = append(t.Columns, Column{Head: role, Align: Centre})
	}
	for _, r := range v.Rows() {
		row := TableRow{Cells: make([]Cell, len(roles)+1)}
		row.Cells[0].Text = Plain(r.Cells.Text(plan.KeyTask))
		for _, part := range r.Cells.Get(plan.KeyParts).Rows() {
			i := slices.Index(roles, part.Cells.Text(plan.KeyRole))
			code := part.Cells.Text(plan.KeyPart)
			for _, x := range raciLetters {
				if x.code == code {
					row.Cells[i+1].Text = Text{{Text: x.letter, Bold: code == "accountable"}}
				}
			}
		}
		t.Rows = append(t.Rows, row)
	}
	var legend []string
	path := column(column(plan.PathTo(f.Key), plan.KeyParts), plan.KeyPart)
	for _, x := range raciLetters {
		legend = append(legend, p.Words.First(plan.ChoiceWords(p.scope(), path, x.code)...))
	}
	return []Block{t, Paragraph{Text: Plain(joined(" · ", legend...)), Label: true}}, true
}

// raciByPart is a table of tasks with a column for each part.
func (p *paper) raciByPart(f plan.Field, v plan.Value, caption string) Table {
	t := p.newTable(caption, Column{Head: p.word(f, plan.KeyTask)})
	t.Named = true
	path := column(column(plan.PathTo(f.Key), plan.KeyParts), plan.KeyPart)
	for _, x := range raciLetters {
		t.Columns = append(t.Columns, Column{Head: p.Words.First(plan.ChoiceWords(p.scope(), path, x.code)...)})
	}
	for _, r := range v.Rows() {
		row := TableRow{Cells: make([]Cell, len(raciLetters)+1)}
		row.Cells[0].Text = Plain(r.Cells.Text(plan.KeyTask))
		for _, part := range r.Cells.Get(plan.KeyParts).Rows() {
			for i, x := range raciLetters {
				if x.code == part.Cells.Text(plan.KeyPart) {
					row.Cells[i+1].Text = Plain(joined(", ", row.Cells[i+1].Text.String(), part.Cells.Text(plan.KeyRole)))
				}
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

package report

import (
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// section returns the blocks of a section of the content: its fields in their
// order, empty ones left out.
func (p *paper) section(sec plan.Section, content plan.Content) []Block {
	var out []Block
	var facts Facts
	flush := func() {
		if len(facts.Pairs) > 0 {
			out = append(out, facts)
			facts = Facts{}
		}
	}
	heading := p.Words.First(plan.SectionWords(plan.DocumentKind(p.scope()), sec.Key)...)
	for _, f := range sec.Fields {
		v := content.Get(f.Key)
		path := plan.PathTo(f.Key)
		switch f.Kind {
		case plan.Derived:
			flush()
			out = append(out, p.derived(f.Key)...)
		case plan.List, plan.Checklist:
			flush()
			out = append(out, p.list(f, v, p.label(path))...)
		case plan.LongText:
			flush()
			if v.IsZero() {
				continue
			}
			if label := p.label(path); label != heading && textFields(sec) > 1 {
				out = append(out, Heading{Level: 2, Text: label})
			}
			out = append(out, Markdown(v.Text())...)
		case plan.Related:
		default:
			if v.IsZero() {
				continue
			}
			if f.Key == plan.KeyMainMessage {
				out = append(out, Panel{Heading: p.label(path), Text: []Text{{{Text: v.Text(), Bold: true}}}})
				continue
			}
			facts.Pairs = append(facts.Pairs, Pair{p.label(path), p.value(f, path, v)})
		}
	}
	flush()
	return out
}

func textFields(sec plan.Section) int {
	n := 0
	for _, f := range sec.Fields {
		if f.Kind != plan.Related && f.Kind != plan.Derived {
			n++
		}
	}
	return n
}

func (p *paper) label(path plan.Path) string {
	return p.Words.First(plan.FieldWords(p.scope(), path)...)
}

// value writes a single value out in words.
func (p *paper) value(f plan.Field, path plan.Path, v plan.Value) Text {
	switch f.Kind {
	case plan.Line, plan.LongText:
		return Plain(v.Text())
	case plan.Decimal:
		if v.IsZero() {
			return nil
		}
		if f.Key == plan.KeyYear {
			return Plain(v.Number().String())
		}
		return Plain(p.Words.Number(v.Number().Float()))
	case plan.DateField:
		return Plain(p.Words.ISO(i18n.Day(v.Date())))
	case plan.Choice:
		return p.choice(f, path, v.Text())
	case plan.Choices:
		return p.joined(v.Texts(), func(code string) string { return p.choice(f, path, code).String() })
	case plan.Reference:
		if v.IsZero() {
			return nil
		}
		name, _ := p.subject.Resolve(f.Target, v.ID())
		return Plain(name)
	case plan.References:
		return p.joined(v.Texts(), func(id string) string {
			name, _ := p.subject.Resolve(f.Target, plan.ID(id))
			return name
		})
	case plan.List, plan.Checklist:
		return p.nested(f, path, v)
	case plan.Related, plan.Derived:
	}
	return nil
}

func (p *paper) joined(list []string, word func(string) string) Text {
	var out []string
	for _, s := range list {
		if w := word(s); w != "" {
			out = append(out, w)
		}
	}
	return Plain(strings.Join(out, ", "))
}

// symbols of an activity's status and of how far a goal was reached.
var statusSymbols = map[string]Symbol{
	"planned": Ring, "ongoing": Half, "done": DiscCheck, "paused": Bars, "cancelled": Cross,
	"reached": DiscCheck, "partly": Half, "not-reached": Diamond,
}

func (p *paper) choice(f plan.Field, path plan.Path, code string) Text {
	if code == "" {
		return nil
	}
	t := Text{{Text: p.Words.First(plan.ChoiceWords(p.scope(), path, code)...)}}
	if f.Key == plan.KeyStatus || f.Key == "attainment" {
		t[0].Symbol = statusSymbols[code]
	}
	return t
}

// nested writes the rows of a list inside a cell: each row's values joined by
// commas, the rows by semicolons.
func (p *paper) nested(f plan.Field, path plan.Path, v plan.Value) Text {
	var rows []string
	for _, r := range v.Rows() {
		var cells []string
		for _, col := range f.Columns {
			if x := r.Cells.Get(col.Key); !x.IsZero() {
				cells = append(cells, p.value(col, column(path, col.Key), x).String())
			}
		}
		rows = append(rows, strings.Join(cells, ", "))
	}
	return Plain(strings.Join(rows, "; "))
}

// column is the path of a column, for its words: rows do not matter there.
func column(list plan.Path, k plan.Key) plan.Path {
	return append(append(plan.Path{}, list...), plan.Step{Key: k})
}

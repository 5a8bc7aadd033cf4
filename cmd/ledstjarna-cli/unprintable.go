package main

import (
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/plan"
)

// saying is a text, and where it stands.
type saying struct {
	text     string
	document string
	field    []string // keys of the field's words
}

// note remembers all texts of a content.
func (x *exporter) note(fields []plan.Field, scope, document string, c plan.Content) {
	x.noteAt(fields, scope, document, c, nil)
}

func (x *exporter) noteAt(fields []plan.Field, scope, document string, c plan.Content, above plan.Path) {
	for _, f := range fields {
		path := append(append(plan.Path{}, above...), plan.Step{Key: f.Key})
		v := c.Get(f.Key)
		if v.Text() != "" {
			x.said = append(x.said, saying{v.Text(), document, plan.FieldWords(scope, path)})
		}
		for _, r := range v.Rows() {
			x.noteAt(f.Columns, scope, document, r.Cells, path)
		}
	}
}

// unprintable refuses the first character that no typeface has, naming where it
// stands, rather than print a box.
func (x *exporter) unprintable(fonts *pdf.Fonts) error {
	for _, s := range x.said {
		if missing := fonts.Missing(s.text); len(missing) > 0 {
			return refuse("error.glyph", "character", string(missing[0]), "document", s.document, "field", x.words.First(s.field...))
		}
	}
	return nil
}

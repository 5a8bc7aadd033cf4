package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// form shows the fields of a section, a row, an entry of the register or a
// record. Where the values come from and go to is told by its source.
type form struct {
	desk   *desk
	source formSource
	fields map[string]*kit.Field // by path
	sheets map[string]*sheet     // by path

	places   map[string]func() // give the answers of checklists the keyboard, by path
	first    func()            // gives the first control the keyboard; nil for none
	watching []func()          // that show values beside their fields
}

// formSource is where a form's values live.
type formSource interface {
	// scope is whose fields they are: a document kind, a list, a kind of event.
	scope() string
	// content returns the values as they now are.
	content() plan.Content
	// subject resolves references.
	subject() plan.Subject
	// set gives the field another value; typing tells that more will follow at once.
	set(op editor.Op, p plan.Path, v plan.Value, typing bool)
	// openRow shows the form of a row of a list.
	openRow(p plan.Path)
	// locked reports whether nothing can be changed.
	locked() bool
}

func newForm(d *desk, s formSource) *form {
	return &form{desk: d, source: s, fields: map[string]*kit.Field{}, sheets: map[string]*sheet{}, places: map[string]func(){}}
}

// labelOf returns a field's label.
func (f *form) labelOf(p plan.Path) string {
	return f.desk.words.First(plan.FieldWords(f.source.scope(), p)...)
}

// object builds the controls of the fields; above is the path of the row that
// they are columns of, empty at the top.
func (f *form) object(fields []plan.Field, above plan.Path) fyne.CanvasObject {
	var open, folded []fyne.CanvasObject
	filled := 0
	for _, x := range fields {
		if x.Retired || inHouse(x, fields) {
			continue
		}
		p := plan.PathTo(x.Key)
		if len(above) > 0 {
			p = append(append(plan.Path{}, above...), plan.Step{Key: x.Key})
		}
		o := f.field(x, p)
		if o == nil {
			continue
		}
		if !x.Folded {
			open = append(open, o)
			continue
		}
		folded = append(folded, o)
		if !f.source.content().At(p).IsZero() {
			filled++
		}
	}
	if len(folded) > 0 {
		part := f.fold(f.desk.words.T("form.deepening"), "", kit.Column(14, folded...))
		part.SetCount(f.desk.words.T("count.filled-of", "n", filled, "total", len(folded)))
		open = append(open, part)
	}
	return kit.Column(14, open...)
}

// field returns the labelled control of a field, or nil where there is nothing
// to show.
func (f *form) field(x plan.Field, p plan.Path) fyne.CanvasObject {
	switch x.Kind {
	case plan.List:
		return f.rows(x, p)
	case plan.Checklist:
		return f.checklist(x, p)
	case plan.Derived:
		return nil
	}
	control := f.control(x, p)
	if control == nil {
		return nil
	}
	field := kit.NewField(f.labelOf(p), control)
	if x.Need == plan.Mandatory {
		field.SetNote(f.desk.words.T(f.needWords()))
	}
	if help, ok := f.desk.words.Find(plan.HelpWords(f.source.scope(), p)...); ok {
		field.SetHelp(help)
	}
	f.fields[p.String()] = field
	f.begins(x, field.Focus)
	example := f.boxedExample(x, p)
	if example == nil {
		return field
	}
	return kit.Column(8, field, example)
}

// begins remembers the first control that is not folded away.
func (f *form) begins(x plan.Field, focus func()) {
	if f.first == nil && !x.Folded && !f.source.locked() {
		f.first = focus
	}
}

// op names the change of a field for the menu of undo.
func (f *form) op(p plan.Path) editor.Op {
	return editor.Op{Key: "op.set-field", Args: map[string]string{"field": f.labelOf(p)}, Field: p.String()}
}

// needWords is the key of what is said of a field that must be filled: in a
// document before a decision, in a register or a record at all.
func (f *form) needWords() string {
	if slices.Contains(plan.DocumentKinds(), plan.DocumentKind(f.source.scope())) {
		return "need.mandatory"
	}
	return "need.required"
}

package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// choices returns what a choice or reference field can hold, in words.
func (f *form) choices(x plan.Field, p plan.Path) []kit.Choice {
	var out []kit.Choice
	for _, code := range x.Choices {
		out = append(out, kit.Choice{Value: code, Label: f.desk.words.First(plan.ChoiceWords(f.source.scope(), p, code)...)})
	}
	if x.Kind == plan.Choice || x.Kind == plan.Choices {
		return out
	}
	return targets(f.source.subject(), x.Target)
}

// targets returns what a reference can point at.
func targets(s plan.Subject, t plan.Target) []kit.Choice {
	var out []kit.Choice
	add := func(id plan.ID) {
		if name, ok := s.Resolve(t, id); ok {
			out = append(out, kit.Choice{Value: string(id), Label: name})
		}
	}
	switch {
	case t.List == plan.ListOrganisation:
		for _, r := range s.Register.Organisation().Get(t.Rows).Rows() {
			add(r.ID)
		}
	case t.List != "":
		for _, e := range s.Register.Entries(t.List) {
			add(e.ID)
		}
	case len(t.Documents) > 0:
		for _, d := range s.Register.Documents() {
			if slices.Contains(t.Documents, d.Kind) {
				add(d.ID)
			}
		}
	default:
		c := s.Content
		if t.OfParent {
			c = s.Parent
		}
		for _, r := range c.Get(t.Rows).Rows() {
			add(r.ID)
		}
	}
	return out
}

// related shows the document at the other end of a relation, to choose another.
func (f *form) related(x plan.Field) fyne.CanvasObject {
	s := f.source.subject()
	var choices []kit.Choice
	for _, d := range s.Register.Documents() {
		if d.ID != s.Document.ID && fits(x.Relating, d.Kind) {
			choices = append(choices, kit.Choice{Value: string(d.ID), Label: d.Latest().Head.Title})
		}
	}
	field := kit.NewReferenceField(f.desk.kit, f.desk.words.T("form.choose"), choices, func(id string) {
		f.relate(x, plan.ID(id))
	})
	if ids := s.Register.RelatedTo(s.Document.ID, x.Relating); len(ids) > 0 {
		field.SetValue(string(ids[0]))
	}
	return field
}

// fits reports whether a document of the kind can stand at the other end.
func fits(x plan.Relating, k plan.DocumentKind) bool {
	if !x.Incoming {
		return true
	}
	switch x.Relation {
	case plan.Contains:
		return k == plan.Programme
	case plan.Governs:
		return k == plan.Strategy
	case plan.ElaboratedIn:
		return k == plan.PeriodPlan
	case plan.GroundFor:
		return k == plan.Programme || k == plan.Statutes
	case plan.TiedTo, plan.Describes, plan.Supersedes:
	}
	return true
}

// relate puts another document at the other end of a relation, in one step.
func (f *form) relate(x plan.Field, other plan.ID) {
	r, own := f.desk.register(), f.source.subject().Document.ID
	ends := func(id plan.ID) plan.Relation {
		if x.Relating.Incoming {
			return plan.Relation{Kind: x.Relating.Relation, From: id, To: own}
		}
		return plan.Relation{Kind: x.Relating.Relation, From: own, To: id}
	}
	var e plan.Edit
	for _, id := range r.RelatedTo(own, x.Relating) {
		e = e.Then(r.Unrelate(ends(id)))
	}
	var err error
	if other != "" {
		var add plan.Edit
		add, err = r.Apply(e).Relate(ends(other))
		e = e.Then(add)
	}
	f.desk.do(editor.Op{Key: "op.set-field", Args: map[string]string{"field": f.labelOf(plan.PathTo(x.Key))}}, e, err)
}

// valueWords writes a value out.
func (f *form) valueWords(x plan.Field, p plan.Path, v plan.Value) string {
	if v.IsZero() {
		return ""
	}
	name := func(code string) string {
		if len(x.Choices) > 0 {
			return f.desk.words.First(plan.ChoiceWords(f.source.scope(), p, code)...)
		}
		n, _ := f.source.subject().Resolve(x.Target, plan.ID(code))
		return n
	}
	switch x.Kind {
	case plan.Decimal:
		if x.Key == plan.KeyYear {
			return v.Number().String()
		}
		return f.desk.words.Number(v.Number().Float())
	case plan.DateField:
		return f.desk.words.ISO(i18n.Day(v.Date()))
	case plan.Choice, plan.Reference:
		return name(v.Text())
	case plan.Choices, plan.References:
		var out []string
		for _, code := range v.Texts() {
			out = append(out, name(code))
		}
		return strings.Join(out, ", ")
	case plan.List, plan.Checklist:
		return f.desk.words.N("count.rows", v.Len())
	case plan.Line, plan.LongText, plan.Related, plan.Derived:
	}
	return v.Text()
}

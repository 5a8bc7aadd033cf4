package ui

import (
	"math"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// disabler is a control that can be locked.
type disabler interface{ Disable() }

// control returns the control in which a field's value is written or chosen.
func (f *form) control(x plan.Field, p plan.Path) fyne.CanvasObject {
	v := f.source.content().At(p)
	o := f.controlFor(x, p, v)
	if d, ok := o.(disabler); ok && f.source.locked() {
		d.Disable()
	} else if f.source.locked() {
		return f.readOnly(x, p, v)
	}
	return o
}

func (f *form) controlFor(x plan.Field, p plan.Path, v plan.Value) fyne.CanvasObject {
	op := f.op(p)
	set := func(v plan.Value) { f.source.set(op, p, v, false) }
	typed := func(s string) { f.source.set(op, p, plan.Text(s), true) }
	switch x.Kind {
	case plan.Line:
		if x.Suggest != "" {
			return f.suggest(x, v, f.inField(x, p), func(s string) { set(plan.Text(s)) })
		}
		e := kit.NewEntry(f.desk.kit, f.inField(x, p), func(s string) { set(plan.Text(s)) })
		e.OnTyped(typed)
		e.SetText(v.Text())
		return e
	case plan.LongText:
		t := kit.NewLongText(f.desk.kit, 4, func(s string) { set(plan.Text(s)) })
		t.OnTyped(typed)
		t.WithLimit(x.MaxWords)
		t.SetText(v.Text())
		return t
	case plan.Decimal:
		return f.number(x, v, set)
	case plan.DateField:
		d := kit.NewDateField(f.desk.kit, f.desk.now, func(s string) {
			if day, err := plan.ParseDate(s); err == nil || s == "" {
				set(plan.Day(day))
			}
		})
		d.SetValue(v.Date().String())
		return d
	case plan.Choice:
		return f.choice(x, p, v, set)
	case plan.Choices, plan.References:
		m := kit.NewMultiSelect(f.desk.kit, f.desk.words.T("form.choose"), f.choices(x, p), func(list []string) { set(plan.Texts(list...)) })
		m.SetValues(v.Texts())
		return m
	case plan.Reference:
		r := kit.NewReferenceField(f.desk.kit, f.desk.words.T("form.choose"), f.choices(x, p), func(id string) { set(plan.Text(id)) })
		r.SetValue(v.Text())
		return r
	case plan.Related:
		return f.related(x)
	case plan.List, plan.Checklist, plan.Derived:
	}
	return nil
}

// readOnly shows a value that cannot be changed.
func (f *form) readOnly(x plan.Field, p plan.Path, v plan.Value) fyne.CanvasObject {
	return kit.NewParagraph(orDash(f.valueWords(x, p, v)), kit.Body, kit.ColorText)
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// suggest is a line that may be chosen from a list of the register.
func (f *form) suggest(x plan.Field, v plan.Value, placeholder string, set func(string)) fyne.CanvasObject {
	field := kit.NewReferenceField(f.desk.kit, placeholder, f.suggestions(x), set).AllowFree(set)
	field.SetFreeText(v.Text())
	return field
}

// suggestions are the names of the register that a line may be chosen from.
func (f *form) suggestions(x plan.Field) []kit.Choice {
	var out []kit.Choice
	r := f.source.subject().Register
	for _, e := range r.Entries(x.Suggest) {
		name := r.EntryName(x.Suggest, e)
		out = append(out, kit.Choice{Value: name, Label: name})
	}
	return out
}

func (f *form) number(x plan.Field, v plan.Value, set func(plan.Value)) fyne.CanvasObject {
	take := kit.Numbers{Decimals: 4, Format: f.desk.words.Number}
	if x.Key == plan.KeyYear || x.Key == plan.KeyConcernsYear {
		take.Format = nil
	}
	if x.Min != 0 || x.Max != 0 {
		low, high := x.Min.Float(), x.Max.Float()
		take.Min, take.Max = &low, &high
	}
	n := kit.NewNumberField(f.desk.kit, take, func(n float64, given bool) {
		if !given {
			set(plan.Value{})
			return
		}
		set(plan.Num(plan.Number(math.Round(n * float64(plan.Int(1))))))
	})
	n.SetValue(v.Number().Float(), !v.IsZero())
	return n
}

// choice is a row of segments for up to three short words, else a list that
// drops down.
func (f *form) choice(x plan.Field, p plan.Path, v plan.Value, set func(plan.Value)) fyne.CanvasObject {
	choices := f.choices(x, p)
	long := 0
	for _, c := range choices {
		long = max(long, len([]rune(c.Label)))
	}
	picked := func(code string) { set(plan.Text(code)) }
	if len(choices) <= 3 && long <= 16 {
		return kit.NewSegmented(choices, v.Text(), picked)
	}
	if x.Need != plan.Mandatory {
		choices = append([]kit.Choice{{Value: "", Label: f.desk.words.T("form.none")}}, choices...)
	}
	s := kit.NewSelect(f.desk.words.T("form.choose"), choices, picked)
	s.SetValue(v.Text())
	return s
}

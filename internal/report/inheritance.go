package report

import (
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Told is a difference between a plan and where it took something over from, in
// words.
type Told struct {
	Field   string // label of the plan's own field
	Name    string // what differs: a row, or what a text began with
	From    string // the document, or the part of the register
	Columns []ToldColumn
}

// ToldColumn is one column that differs; "" is what is not filled.
type ToldColumn struct {
	Label           string
	Taken, Now, Own string
}

// Tell puts a difference of the subject's version into words.
func Tell(words *i18n.Printer, s plan.Subject, d plan.Difference) Told {
	p := &paper{Source: Source{Register: s.Register, Words: words, Today: s.Today}, subject: s}
	field := plan.PathTo(d.Origin.Field)
	out := Told{Field: p.label(field), Name: d.Name, From: PlaceName(words, s.Register, s.Today, d.Origin.From)}
	own, err := plan.FieldAt(plan.FieldsOf(s.Document.Kind), field)
	if err != nil {
		return out
	}
	for _, x := range d.Columns {
		f, path := own, field
		switch own.Kind {
		case plan.List:
			f, _ = plan.FieldIn(own.Columns, x.Key)
			path = column(field, x.Key)
		case plan.References: // the columns are the parent's
			parent, _ := plan.FieldIn(plan.FieldsOf(plan.PeriodPlan), own.Target.Rows)
			f, _ = plan.FieldIn(parent.Columns, x.Key)
			path = column(plan.PathTo(own.Target.Rows), x.Key)
		}
		say := func(v plan.Value) string { return p.value(f, path, v).String() }
		out.Columns = append(out.Columns, ToldColumn{p.label(path), say(x.Taken), say(x.Now), say(x.Own)})
	}
	return out
}

// PlaceName returns what the place of an origin is called, as it stands within a
// sentence: a document's title or a part of the library.
func PlaceName(words *i18n.Printer, r plan.Register, today plan.Date, x plan.Place) string {
	if x.Document == "" {
		return words.T("inherit.place." + string(x.List))
	}
	d, ok := r.Document(x.Document)
	if !ok {
		return words.T("inherit.gone-document")
	}
	return r.SpeaksFor(d, today).Head.Title
}

// LessonText writes what a closed plan teaches, as Markdown for the lessons of
// another.
func LessonText(words *i18n.Printer, l plan.Lesson) string {
	parts := []string{words.T("lesson.from", "title", l.Title, "date", l.Evaluation.Date.String())}
	for _, x := range []struct{ key, text string }{
		{"lesson.keep", l.Evaluation.Keep}, {"lesson.change", l.Evaluation.Change}, {"lesson.stop", l.Evaluation.Stop},
	} {
		if text := strings.TrimSpace(x.text); text != "" {
			parts = append(parts, "**"+words.T(x.key)+":** "+text)
		}
	}
	return strings.Join(parts, "\n\n")
}

// Carried is what a plan that is made of the document brings with it: its own
// closing evaluation, and what a period plan concluded.
func Carried(words *i18n.Printer, r plan.Register, d plan.Document, c plan.Content, today plan.Date) string {
	var out []string
	title := c.Text(plan.KeyTitle)
	if e, ok := r.EvaluationOf(d.ID, today); ok && (e.Keep != "" || e.Change != "" || e.Stop != "") {
		out = append(out, LessonText(words, plan.Lesson{Document: d.ID, Title: title, Evaluation: e}))
	}
	if s := strings.TrimSpace(c.Text(plan.KeyConclusions)); s != "" {
		out = append(out, words.T("lesson.concluded", "title", title)+"\n\n"+s)
	}
	return strings.Join(out, "\n\n")
}

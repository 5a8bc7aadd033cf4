package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/plan"
)

// showCommand prints one document.
type showCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document"`
	Version  string `name:"version" placeholder:"version"`
}

// Run prints the document as text, with the keys and places that set takes, or
// its content as JSON.
func (c *showCommand) Run(a *app) error {
	return a.read(c.File, func(s *session) error {
		d, err := s.document(c.Document)
		if err != nil {
			return err
		}
		v, err := s.version(d, c.Version)
		if err != nil {
			return err
		}
		subject, err := s.subject(d, v)
		if err != nil {
			return err
		}
		if a.json {
			return a.printJSON(subject.Content)
		}
		status := s.register().StatusOf(d, v, s.today())
		fmt.Fprintf(a.out, "%s\n%s, %s, %s\n", printable(v.Head.Title), a.words.T("kind."+string(d.Kind)),
			a.words.T("version.label", "version", s.numberOf(d, v)), a.words.T("status."+string(status)))
		p := contentPrinter{s, subject}
		for _, sec := range plan.SectionsOf(d.Kind, false) {
			p.section(sec)
		}
		return nil
	})
}

// contentPrinter prints a content as text.
type contentPrinter struct {
	*session
	subject plan.Subject
}

// section prints a section that has something in it.
func (p contentPrinter) section(sec plan.Section) {
	var lines []string
	for _, f := range sec.Fields {
		lines = append(lines, p.field(f, plan.PathTo(f.Key), p.subject.Content, "  ")...)
	}
	if len(lines) == 0 {
		return
	}
	heading := p.words.First(plan.SectionWords(p.subject.Document.Kind, sec.Key)...)
	if sec.Number > 0 {
		heading = strconv.Itoa(sec.Number) + " " + heading
	}
	fmt.Fprintf(p.out, "\n%s\n%s\n", heading, strings.Join(lines, "\n"))
}

// field returns the lines of a field, none where it is unfilled.
func (p contentPrinter) field(f plan.Field, path plan.Path, c plan.Content, indent string) []string {
	label := indent + p.words.First(plan.FieldWords(string(p.subject.Document.Kind), path)...) + " (" + string(f.Key) + "): "
	v := c.Get(f.Key)
	switch {
	case f.Kind == plan.Related:
		return p.related(f, label)
	case v.IsZero():
		return nil
	case f.Kind == plan.List || f.Kind == plan.Checklist:
		return append([]string{strings.TrimRight(label, " ")}, p.rows(f, path, v, indent+"  ")...)
	}
	text := p.value(f, path, v)
	if strings.Contains(text, "\n") {
		return []string{strings.TrimRight(label, " "), indent + "  " + strings.ReplaceAll(text, "\n", "\n"+indent+"  ")}
	}
	return []string{label + text}
}

func (p contentPrinter) related(f plan.Field, label string) []string {
	var titles []string
	for _, id := range p.subject.Register.RelatedTo(p.subject.Document.ID, f.Relating) {
		if d, ok := p.subject.Register.Document(id); ok {
			titles = append(titles, printable(d.Latest().Head.Title))
		}
	}
	if len(titles) == 0 {
		return nil
	}
	return []string{label + strings.Join(titles, ", ")}
}

// rows returns the lines of a list's rows, each under its place in the list.
func (p contentPrinter) rows(f plan.Field, path plan.Path, v plan.Value, indent string) []string {
	var out []string
	for i, r := range v.Rows() {
		head := indent + "[" + strconv.Itoa(i+1) + "]"
		if f.Kind == plan.Checklist {
			head = indent + "[" + strconv.Itoa(slices.Index(f.Fixed, r.ID)+1) + "] " + p.words.First(plan.CheckWords(f.Key, r.ID))
		}
		out = append(out, head)
		for _, col := range f.Columns {
			out = append(out, p.field(col, path.In(r.ID, col.Key), r.Cells, indent+"  ")...)
		}
	}
	return out
}

// value returns a single value in words.
func (p contentPrinter) value(f plan.Field, path plan.Path, v plan.Value) string {
	choice := func(code string) string {
		return p.words.First(plan.ChoiceWords(string(p.subject.Document.Kind), path, code)...)
	}
	name := func(id string) string {
		if s, ok := p.subject.Resolve(f.Target, plan.ID(id)); ok {
			return s
		}
		return id
	}
	switch f.Kind {
	case plan.Decimal:
		return v.Number().String()
	case plan.DateField:
		return p.day(v.Date())
	case plan.Choice:
		return choice(v.Text())
	case plan.Reference:
		return printable(name(v.Text()))
	case plan.Choices:
		return each(v.Texts(), choice)
	case plan.References:
		return each(v.Texts(), name)
	case plan.Line, plan.LongText, plan.List, plan.Checklist, plan.Related, plan.Derived:
	}
	lines := strings.Split(v.Text(), "\n")
	for i := range lines {
		lines[i] = printable(lines[i])
	}
	return strings.Join(lines, "\n")
}

func each(list []string, word func(string) string) string {
	var out []string
	for _, s := range list {
		out = append(out, printable(word(s)))
	}
	return strings.Join(out, ", ")
}

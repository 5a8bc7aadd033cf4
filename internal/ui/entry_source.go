package ui

import (
	"slices"
	"strings"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// entrySource lets a form edit an entry of the register, or the columns of a row
// of it.
type entrySource struct {
	desk *desk
	list plan.ListName
	id   plan.ID
	row  func(plan.Path) // opens a row's form
}

var _ formSource = (*entrySource)(nil)

func (s *entrySource) scope() string { return string(s.list) }
func (s *entrySource) locked() bool  { return false }

func (s *entrySource) content() plan.Content {
	e, _ := s.desk.register().Entry(s.list, s.id)
	return e.Fields
}

func (s *entrySource) subject() plan.Subject {
	return plan.Subject{Register: s.desk.register(), Content: s.content(), Today: s.desk.today()}
}

func (s *entrySource) openRow(p plan.Path) {
	if s.row != nil {
		s.row(p)
	}
}

func (s *entrySource) set(op editor.Op, p plan.Path, v plan.Value, typing bool) {
	op.Field = string(s.id) + "/" + op.Field
	edit := func() (plan.Edit, error) {
		c, err := s.content().SetIn(plan.ListFields(s.list), p, v)
		if err != nil {
			return plan.Edit{}, err
		}
		return s.desk.register().SetEntry(s.list, s.id, c)
	}
	t := s.desk.file.Typing()
	pending, ok := t.Pending()
	if typing || ok && pending.Field == op.Field {
		if err := t.Text(op, edit); err != nil {
			s.desk.fail(err)
			return
		}
		if !typing {
			if err := t.Leave(); err != nil {
				s.desk.fail(err)
			}
		}
		return
	}
	e, err := edit()
	if rowsChanged(v) {
		op.Field = ""
	}
	s.desk.do(op, e, err)
}

// summary writes the first values of an entry beside its name.
func (f *form) summary(fields []plan.Field) string {
	var parts []string
	c := f.source.content()
	for _, x := range fields {
		v := c.Get(x.Key)
		if v.IsZero() || slices.Contains([]plan.Key{plan.KeyName, plan.KeyText, plan.KeyTitle}, x.Key) || x.Kind == plan.List {
			continue
		}
		parts = append(parts, f.valueWords(x, plan.PathTo(x.Key), v))
		if len(parts) == 4 {
			break
		}
	}
	return strings.Join(parts, " · ")
}

func orUntitled(p *i18n.Printer, s string) string {
	if s == "" {
		return p.T("document.untitled")
	}
	return s
}

package ui

import (
	"ledstjarna/internal/editor"
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
func (s *entrySource) locked() bool  { return s.desk.file.ReadOnly() }

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

// askFollowing asks what moves with a meeting that is to have another day, and reports
// whether anything could.
func (s *entrySource) askFollowing(to plan.Date) bool {
	m, err := newMeetingMove(s.desk, s.id, to)
	if err != nil || len(m.follow) == 0 {
		return false
	}
	m.ask()
	return true
}

func (s *entrySource) set(op editor.Op, p plan.Path, v plan.Value, typing bool) {
	if s.list != plan.ListMeetings || p.String() != string(plan.KeyDate) {
		s.write(op, p, v, typing)
		return
	}
	s.desk.knowPlanned(func() {
		if !s.askFollowing(v.Date()) {
			s.write(op, p, v, typing)
		}
	})
}

func (s *entrySource) write(op editor.Op, p plan.Path, v plan.Value, typing bool) {
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

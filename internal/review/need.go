package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// Need says that the work has changed so that a document must be looked at
// before its time.
type Need struct {
	Document plan.ID
	Reason   string
	Officer  string // who saw it
	Date     plan.Date
}

// RecordNeed returns the edit that registers a need. It is open until a review
// that concerns it or a revised version handles it, or the document ends. It
// refuses with a MissingError, ErrFuture, and ErrNotInForce where the document
// did not apply on the day. It is a registration.
func RecordNeed(r plan.Register, n Need, by string, now time.Time) (plan.Edit, error) {
	if err := n.check(r, plan.DateOf(now)); err != nil {
		return plan.Edit{}, fmt.Errorf("record need of %s: %w", n.Document, err)
	}
	return registration(plan.EventNeed, n.Document, plan.Filled{
		plan.KeyReason: plan.Text(strings.TrimSpace(n.Reason)), plan.KeyOfficer: plan.Text(strings.TrimSpace(n.Officer)), plan.KeyDate: plan.Day(n.Date),
	}, by, now), nil
}

func (n Need) check(r plan.Register, today plan.Date) error {
	d, ok := r.Document(n.Document)
	if !ok {
		return plan.ErrDocument
	}
	var lacks []plan.Key
	if strings.TrimSpace(n.Reason) == "" {
		lacks = append(lacks, plan.KeyReason)
	}
	if n.Date.IsZero() {
		lacks = append(lacks, plan.KeyDate)
	}
	switch {
	case len(lacks) > 0:
		return &MissingError{lacks}
	case n.Date.After(today):
		return ErrFuture
	case !newCalendar(r, today).applies(d, n.Date):
		return ErrNotInForce
	}
	return nil
}

// needTerm is a registered need, known by the ID: open from its day, never due.
func needTerm(e plan.Event, id plan.ID) term {
	day := e.Fields.Get(plan.KeyDate).Date()
	return term{rule: plan.R3, concern: Concern{Need: id}, label: e.Fields.Text(plan.KeyReason), start: day}
}

// needs returns the needs that were registered for the document up to the day,
// oldest first.
func (c *calendar) needs(doc plan.ID) []*term {
	var out []*term
	for e := range c.r.AllEventsOf(doc, plan.EventNeed) {
		if t := needTerm(e, c.r.First(e).ID); !t.start.IsZero() && !t.start.After(c.on) {
			out = append(out, &t)
		}
	}
	slices.SortFunc(out, func(a, b *term) int {
		return cmp.Or(a.start.Compare(b.start), cmp.Compare(a.concern.Need, b.concern.Need))
	})
	return out
}

// applies reports whether the document applied on the day, a plan also whether
// its assignment had not ended.
func (c *calendar) applies(d plan.Document, on plan.Date) bool {
	return len(c.r.Adoptions(d.ID)) > 0 && c.r.ForceOf(d.ID).On(on) && !c.lapsed(d, on)
}

// lapsed reports whether the document is a plan whose assignment had ended on the
// day.
func (c *calendar) lapsed(d plan.Document, on plan.Date) bool {
	as := c.r.Adoptions(d.ID)
	if d.Kind != plan.AssignmentPlan || len(as) == 0 {
		return false
	}
	end := c.assignmentOf(d, as[len(as)-1]).End
	return !end.IsZero() && on.After(end)
}

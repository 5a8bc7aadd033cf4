package plan

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Distance is how far the days of a plan are moved when another is made of it.
type Distance struct {
	Months int // whole months, where both begin on the same day of the month
	Days   int // else days
	Years  int // between the calendar years in which they begin
}

// IsZero reports whether nothing is moved.
func (x Distance) IsZero() bool { return x == Distance{} }

// Move returns the day moved. It falls on the same day of the month, or where
// that does not exist on the last one; weekends are not avoided.
func (x Distance) Move(d Date) Date {
	if d.IsZero() {
		return d
	}
	return d.AddMonths(x.Months).AddDays(x.Days)
}

// DistanceTo returns how far it is from the period or the assignment of a plan
// to the target: from start to start, of an assignment without one from the day
// of its description. It reports false where either has no day.
func (r Register) DistanceTo(h Head, target ID) (Distance, bool) {
	from, to := r.begins(h.Period, h.Assignment), r.begins(target, target)
	if from.IsZero() || to.IsZero() {
		return Distance{}, false
	}
	x := Distance{Years: to.Year - from.Year}
	if from.Day == to.Day {
		x.Months = 12*x.Years + int(to.Month) - int(from.Month)
	} else {
		x.Days = from.DaysUntil(to)
	}
	return x, true
}

func (r Register) begins(period, assignment ID) Date {
	if e, ok := r.Entry(ListPeriods, period); ok {
		return e.Fields.Get(KeyStart).Date()
	}
	a, _ := r.Assignment(assignment)
	if a.Start.IsZero() {
		return a.Described
	}
	return a.Start
}

// Copy says what a plan is made of another for.
type Copy struct {
	Target  ID     // period or assignment; "" for kinds that have neither
	Title   string // "" for CopiedTitle
	Lessons string // what has been learnt, added to the lessons of the new plan
}

// CopiedTitle returns the title of a plan with the name of its period or
// assignment replaced by that of the target.
func (r Register) CopiedTitle(h Head, target ID) string {
	title := h.Title
	for _, l := range []ListName{ListPeriods, ListAssignments} {
		old, ok := r.Entry(l, map[ListName]ID{ListPeriods: h.Period, ListAssignments: h.Assignment}[l])
		e, found := r.Entry(l, target)
		if name := r.EntryName(l, old); ok && found && name != "" {
			title = strings.ReplaceAll(title, name, r.EntryName(l, e))
			title = strings.ReplaceAll(title, strings.ReplaceAll(name, "–", "-"), r.EntryName(l, e))
		}
	}
	return title
}

// CopyDocument returns the edit that makes a new draft of the document's content
// c for another period or assignment: days that lie ahead are moved by the
// distance between the two, results, costs and approvals are cleared, and
// statuses begin anew; rows keep their IDs. The new document is related to the
// old one, and where it is for another period it supersedes it. It refuses with
// ErrEntry a target that is not in the register.
func (r Register) CopyDocument(d Document, c Content, x Copy, now time.Time) (Edit, Document, error) {
	h := HeadOf(c)
	key, list := KeyPeriod, ListPeriods
	if d.Kind == AssignmentPlan {
		key, list = KeyAssignment, ListAssignments
	}
	if _, ok := FieldIn(FieldsOf(d.Kind), key); ok {
		if _, ok := r.Entry(list, x.Target); !ok {
			return Edit{}, Document{}, fmt.Errorf("copy %s: %w", d.ID, ErrEntry)
		}
	} else {
		x.Target, key = "", ""
	}
	distance, _ := r.DistanceTo(h, x.Target)
	out := copied(FieldsOf(d.Kind), c, distance)
	if key != "" {
		out = r.validity(out.With(key, Ref(x.Target)), h, x.Target)
	}
	if x.Title == "" {
		x.Title = r.CopiedTitle(h, x.Target)
	}
	out = out.With(KeyTitle, Text(x.Title)).withLessons(x.Lessons, d.Kind)
	e, made := NewDocument(d.Kind, d.Quick, out, now)
	made.Rule, made.RuleReason = d.Rule, d.RuleReason
	e.Changes[0] = DocumentChange{After: &made}
	relations := append(r.UsualRelations(made, x.Target, DateOf(now)), Relation{MadeFrom, made.ID, d.ID})
	if list == ListPeriods && key != "" && x.Target != h.Period {
		relations = append(relations, Relation{Supersedes, made.ID, d.ID})
	}
	after := r.Apply(e)
	for _, rel := range relations {
		if step, err := after.Relate(rel); err == nil {
			e, after = e.Then(step), after.Apply(step)
		}
	}
	out = after.repointed(made, out)
	for i, ch := range e.Changes {
		if ch, ok := ch.(ContentChange); ok {
			ch.After = Seal(out)
			e.Changes[i] = ch
		}
	}
	made, _ = r.Apply(e).Document(made.ID)
	return e, made, nil
}

// validity gives a plan that applied through its whole period the days of the
// new one.
func (r Register) validity(c Content, old Head, target ID) Content {
	was, ok := r.Entry(ListPeriods, old.Period)
	is, found := r.Entry(ListPeriods, target)
	if !ok || !found {
		return c
	}
	if old.ValidFrom == was.Fields.Get(KeyStart).Date() {
		c = c.With(KeyValidFrom, is.Fields.Get(KeyStart))
	}
	if old.ValidTo == was.Fields.Get(KeyEnd).Date() {
		c = c.With(KeyValidTo, is.Fields.Get(KeyEnd))
	}
	return c
}

// copied is what the fields say in a plan that is made of another.
func copied(fields []Field, c Content, by Distance) Content {
	for _, f := range fields {
		v := c.Get(f.Key)
		switch {
		case v.IsZero():
		case f.Copied == CopyCleared:
			c = c.With(f.Key, Value{})
		case f.Copied == CopyRestarted:
			c = c.With(f.Key, Text(f.Choices[0]))
		case f.Copied == CopyShifted && f.Kind == DateField:
			c = c.With(f.Key, Day(by.Move(v.Date())))
		case f.Copied == CopyShifted:
			c = c.With(f.Key, Num(v.Number()+Int(int64(by.Years))))
		case f.Kind == List:
			rows := v.Rows()
			for i := range rows {
				rows[i].Cells = copied(f.Columns, rows[i].Cells, by)
			}
			c = c.With(f.Key, Rows(rows...))
		}
	}
	return c
}

// repointed is the content in which what was taken over from a parent of the old
// plan has its origin in the parent that was made of that one.
func (r Register) repointed(d Document, c Content) Content {
	for _, o := range Origins(d.Kind, c) {
		if o.From.Document == "" || slices.Contains(r.Parents(d.ID), o.From.Document) {
			continue
		}
		for _, p := range r.Parents(d.ID) {
			if slices.Contains(r.Objects(p, MadeFrom), o.From.Document) || slices.Contains(r.Objects(p, Supersedes), o.From.Document) {
				o.From.Document = p
				c = c.withOrigin(o)
				break
			}
		}
	}
	return c
}

// UsualRelations returns the relations that follow from the kind of a new
// document for a period or an assignment: the strategy in force governs it, the
// programme of the period contains it, the period plan is elaborated in it.
func (r Register) UsualRelations(d Document, target ID, today Date) []Relation {
	var out []Relation
	for _, x := range r.Documents() {
		v := r.SpeaksFor(x, today)
		if x.ID == d.ID || !r.ForceOf(x.ID).On(today) && (x.Kind != Programme || v.Head.Period != target) {
			continue
		}
		switch {
		case x.Kind == Strategy && (d.Kind == PeriodPlan || d.Kind == AssignmentPlan || d.Kind == Policy):
			out = append(out, Relation{Governs, x.ID, d.ID})
		case x.Kind == Programme && d.Kind == PeriodPlan && (v.Head.Period == target || !r.hasProgramme(target)):
			out = append(out, Relation{Contains, x.ID, d.ID})
		case x.Kind == PeriodPlan && d.Kind == AssignmentPlan:
			out = append(out, Relation{ElaboratedIn, x.ID, d.ID})
		}
	}
	return out
}

func (r Register) hasProgramme(period ID) bool {
	return slices.ContainsFunc(r.Documents(), func(d Document) bool {
		return d.Kind == Programme && d.Latest().Head.Period == period
	})
}

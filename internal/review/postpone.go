package review

import (
	"fmt"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// mostSnooze is how many days a prompt can be postponed.
const mostSnooze = 14

// Snooze postpones the prompt of a duty that presses and is not late.
type Snooze struct {
	Document plan.ID
	Concern  Concern   // the zero Concern is the document's most severe duty
	Until    plan.Date // on which the prompt comes back
	Officer  string    // whose prompt it is
}

// RecordSnooze returns the edit that postpones a prompt. It refuses with
// ErrNothingDue where no such duty presses, with ErrSnoozeLate where it is late
// (that takes a deviation), and with ErrSnoozeLong where the day is not after
// today, is more than fourteen days off, or lies after the first day of the
// duty's next level. It is a registration.
func RecordSnooze(r plan.Register, s Snooze, by string, now time.Time) (plan.Edit, error) {
	today := plan.DateOf(now)
	d, err := dutyAbout(r, s.Document, s.Concern, today)
	if err != nil {
		return plan.Edit{}, fmt.Errorf("snooze %s: %w", s.Document, err)
	}
	switch last := LastSnooze(r, d, today); {
	case d.State == Late || d.State == Deviation:
		return plan.Edit{}, fmt.Errorf("snooze %s: %w", s.Document, ErrSnoozeLate)
	case !d.State.Pressing():
		return plan.Edit{}, fmt.Errorf("snooze %s: %w", s.Document, ErrNothingDue)
	case !s.Until.After(today) || s.Until.After(last):
		return plan.Edit{}, fmt.Errorf("snooze %s until %s: %w", s.Document, s.Until, &SnoozeError{last})
	}
	f := d.Concern.fields()
	f[plan.KeyDate], f[plan.KeyUntil], f[plan.KeyOfficer] = plan.Day(today), plan.Day(s.Until), plan.Text(strings.TrimSpace(s.Officer))
	return registration(plan.EventSnooze, d.Document, f, by, now), nil
}

// LastSnooze returns the last day to which the duty's prompt can be postponed:
// fourteen days from today, or the first day of its next level where that is
// earlier.
func LastSnooze(r plan.Register, d Duty, today plan.Date) plan.Date {
	last := today.AddDays(mostSnooze)
	if d.Rule == plan.R3 {
		return last
	}
	doc, ok := r.Document(d.Document)
	if !ok {
		return last
	}
	c := newCalendar(r, today)
	h, ok := c.history(doc)
	if !ok {
		return last
	}
	for _, t := range h.terms {
		if t.concern != d.Concern {
			continue
		}
		for day := today.AddDays(1); day.Before(last); day = day.AddDays(1) {
			if t.state(day, d.Opens, d.LastMeeting) != d.State {
				return day
			}
		}
	}
	return last
}

// Postponement (avvikelse) is the decision to review past the due date. The due
// date stays; days are counted from it.
type Postponement struct {
	Document  plan.ID
	Concern   Concern // the zero Concern is the document's oldest open scheduled duty
	Reason    string
	DecidedBy string
	Date      plan.Date // of the decision
	Until     plan.Date // new planned date
}

// RecordDeviation returns the edit that registers a postponement. It refuses with
// a MissingError, with ErrNothingDue where the duty is met, closed, far off or a
// need, with ErrFuture where the decision has not been made yet, and with
// ErrOrder where the planned day is not after the due date and the decision. It
// is a registration.
func RecordDeviation(r plan.Register, p Postponement, by string, now time.Time) (plan.Edit, error) {
	fail := func(err error) (plan.Edit, error) {
		return plan.Edit{}, fmt.Errorf("record deviation of %s: %w", p.Document, err)
	}
	today := plan.DateOf(now)
	if ks := p.missing(); len(ks) > 0 {
		return fail(&MissingError{ks})
	}
	d, err := dutyToPostpone(r, p.Document, p.Concern, today)
	if err != nil {
		return fail(err)
	}
	switch {
	case p.Date.After(today):
		return fail(ErrFuture)
	case !p.Until.After(d.Due) || p.Until.Before(p.Date):
		return fail(ErrOrder)
	}
	f := d.Concern.fields()
	f[plan.KeyReason], f[plan.KeyDecidedBy] = plan.Text(strings.TrimSpace(p.Reason)), plan.Text(strings.TrimSpace(p.DecidedBy))
	f[plan.KeyDecisionDate], f[plan.KeyUntil] = plan.Day(p.Date), plan.Day(p.Until)
	return registration(plan.EventDeviation, d.Document, f, by, now), nil
}

func (p Postponement) missing() []plan.Key {
	var out []plan.Key
	for _, x := range []struct {
		key    plan.Key
		filled bool
	}{
		{plan.KeyReason, strings.TrimSpace(p.Reason) != ""},
		{plan.KeyDecidedBy, strings.TrimSpace(p.DecidedBy) != ""},
		{plan.KeyDecisionDate, !p.Date.IsZero()},
		{plan.KeyUntil, !p.Until.IsZero()},
	} {
		if !x.filled {
			out = append(out, x.key)
		}
	}
	return out
}

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
	fail := func(err error) (plan.Edit, error) {
		return plan.Edit{}, fmt.Errorf("record need of %s: %w", n.Document, err)
	}
	var lacks []plan.Key
	if strings.TrimSpace(n.Reason) == "" {
		lacks = append(lacks, plan.KeyReason)
	}
	if n.Date.IsZero() {
		lacks = append(lacks, plan.KeyDate)
	}
	_, ok := r.Document(n.Document)
	switch {
	case !ok:
		return fail(plan.ErrDocument)
	case len(lacks) > 0:
		return fail(&MissingError{lacks})
	case n.Date.After(plan.DateOf(now)):
		return fail(ErrFuture)
	case !r.ForceOf(n.Document).On(n.Date):
		return fail(ErrNotInForce)
	}
	return registration(plan.EventNeed, n.Document, plan.Filled{
		plan.KeyReason: plan.Text(strings.TrimSpace(n.Reason)), plan.KeyOfficer: plan.Text(strings.TrimSpace(n.Officer)), plan.KeyDate: plan.Day(n.Date),
	}, by, now), nil
}

// dutyAbout finds the duty that is named, or the one that stands for the document.
func dutyAbout(r plan.Register, doc plan.ID, about Concern, today plan.Date) (Duty, error) {
	if _, ok := r.Document(doc); !ok {
		return Duty{}, plan.ErrDocument
	}
	duties := Of(r, doc, today)
	if about.IsZero() {
		if d, ok := Shown(duties); ok {
			return d, nil
		}
		return Duty{}, ErrNothingDue
	}
	for _, d := range duties {
		if d.Concern == about {
			return d, nil
		}
	}
	return Duty{}, ErrConcern
}

// dutyToPostpone finds the scheduled duty that is named, or the oldest open one.
func dutyToPostpone(r plan.Register, doc plan.ID, about Concern, today plan.Date) (Duty, error) {
	if _, ok := r.Document(doc); !ok {
		return Duty{}, plan.ErrDocument
	}
	err := ErrNothingDue
	for _, d := range Of(r, doc, today) {
		switch {
		case !about.IsZero() && d.Concern != about:
			err = ErrConcern
		case d.Rule != plan.R3 && d.State.Open() && d.State != NotDue:
			return d, nil
		case !about.IsZero():
			return Duty{}, ErrNothingDue
		}
	}
	return Duty{}, err
}

func registration(k plan.EventKind, doc plan.ID, f plan.Filled, by string, now time.Time) plan.Edit {
	return plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: k, At: now.UTC().Truncate(time.Second), By: by, Document: doc, Fields: plan.NewContent(f),
	}}}
}

// fields are those that name the concern.
func (c Concern) fields() plan.Filled {
	f := plan.Filled{plan.KeyConcernsPeriod: plan.Ref(c.Period), plan.KeyConcernsNeed: plan.Text(string(c.Need))}
	if c.Year != 0 {
		f[plan.KeyConcernsYear] = plan.Num(plan.Int(int64(c.Year)))
	}
	return f
}

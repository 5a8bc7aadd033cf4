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
	d, err := s.duty(r, today)
	if err != nil {
		return plan.Edit{}, fmt.Errorf("snooze %s until %s: %w", s.Document, s.Until, err)
	}
	f := d.Concern.fields()
	f[plan.KeyDate], f[plan.KeyUntil], f[plan.KeyOfficer] = plan.Day(today), plan.Day(s.Until), plan.Text(strings.TrimSpace(s.Officer))
	f[plan.KeyLevel] = plan.Text(string(d.State))
	return registration(plan.EventSnooze, d.Document, f, by, now), nil
}

// duty returns the duty whose prompt the snooze postpones, if it can be made on
// the day.
func (s Snooze) duty(r plan.Register, on plan.Date) (Duty, error) {
	d, err := dutyAbout(r, s.Document, s.Concern, on)
	if err != nil {
		return Duty{}, err
	}
	switch last := LastSnooze(r, d, on); {
	case d.State == Late || d.State == Deviation:
		return Duty{}, ErrSnoozeLate
	case !d.State.Pressing():
		return Duty{}, ErrNothingDue
	case !s.Until.After(on) || s.Until.After(last):
		return Duty{}, &SnoozeError{last}
	}
	return d, nil
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
// ErrOrder where the planned day is not after the due date or lies before the
// decision. It is a registration.
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
	if err := p.inOrder(d.Due, today); err != nil {
		return fail(err)
	}
	f := d.Concern.fields()
	f[plan.KeyReason], f[plan.KeyDecidedBy] = plan.Text(strings.TrimSpace(p.Reason)), plan.Text(strings.TrimSpace(p.DecidedBy))
	f[plan.KeyDecisionDate], f[plan.KeyUntil] = plan.Day(p.Date), plan.Day(p.Until)
	return registration(plan.EventDeviation, d.Document, f, by, now), nil
}

// inOrder checks the days of the postponement of what is due on the day; no date
// where that is not known.
func (p Postponement) inOrder(due, today plan.Date) error {
	switch {
	case p.Date.After(today):
		return ErrFuture
	case !p.Until.After(due) || p.Until.Before(p.Date):
		return ErrOrder
	}
	return nil
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

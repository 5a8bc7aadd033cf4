package packet

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// The reasons why a decision on an item is not registered, beside those of plan
// and review.
var (
	ErrDecided   = errors.New("the item is decided on already")
	ErrOutcome   = errors.New("no such decision can be made on the item")
	ErrParagraph = errors.New("the decision has no paragraph of the minutes")
	ErrFuture    = errors.New("the meeting has not been held yet")
	ErrUntil     = errors.New("the decision has no last day")
	ErrChanged   = errors.New("the document has been changed since it was sent")
)

// Decision is what a body decided on an item.
type Decision struct {
	Item      plan.ID
	Outcome   string    // one of Outcomes
	Paragraph string    // § of the minutes
	Date      plan.Date // the meeting's where it is zero
	// Text is the decision as it became; "" where it became as it was proposed.
	Text string
	// Until is the last day of an extension, and the last day on which a document
	// that is repealed applies; the day of the decision where it is zero.
	Until plan.Date
	// Except are the documents of the year's review that were not decided on.
	Except []plan.ID
	// Changed says that the body knew of what had been changed in the document since
	// the papers were sent.
	Changed  bool
	Reviewer string // role of who reviewed, where reviews are recorded; the presenter where it is ""
}

// Decided is what has been registered of an item.
type Decided struct {
	Event     plan.ID
	Outcome   string
	Paragraph string
	Date      plan.Date
	Text      string
}

// DecidedOn returns what has been decided on an item of the packet.
func DecidedOn(r plan.Register, packet, item plan.ID) (Decided, bool) {
	var last Decided
	found := false
	for _, e := range r.Effective(plan.EventItem) {
		if f := e.Fields; plan.ID(f.Text(plan.KeyPacket)) == packet && plan.ID(f.Text(plan.KeyItem)) == item {
			last = Decided{e.ID, f.Text(plan.KeyOutcome), f.Text(plan.KeyParagraph), f.Get(plan.KeyDecisionDate).Date(), f.Text(plan.KeyText)}
			found = true
		}
	}
	return last, found
}

// Outcomes returns what can be decided on the item, what is proposed first.
func Outcomes(r plan.Register, it Item) []string {
	late := []string{plan.ReferredBack, plan.Deferred, plan.Rejected}
	switch {
	case it.Type != plan.ItemDecision:
		return []string{plan.Noted, plan.Deferred}
	case it.Subject == plan.SubjectAnnual:
		return []string{plan.Reaffirmed, plan.ReferredBack, plan.Deferred, plan.Noted}
	}
	d, ok := r.Document(it.Document)
	if !ok {
		return append([]string{plan.Adopted}, append(late, plan.Noted)...)
	}
	if _, inForce := r.AdoptionOf(d, it.Version); !inForce {
		return append([]string{plan.Adopted}, late...)
	}
	all := []string{plan.Reaffirmed, plan.Repealed, plan.Extended, plan.ReferredBack, plan.Deferred, plan.Rejected, plan.Noted}
	first := map[string]string{plan.ProposeRepeal: plan.Repealed, plan.ProposeExtend: plan.Extended, plan.ProposeNote: plan.Noted}[it.Proposes]
	if i := slices.Index(all, first); i > 0 {
		all = append([]string{first}, slices.Delete(all, i, i+1)...)
	}
	return all
}

// Decide returns the edit that registers a decision on an item and all that
// follows from it: the document's decision, the reviews that it makes, and for a
// deferred item its place in the body's next papers. It refuses with ErrItem,
// ErrDecided, ErrOutcome, ErrParagraph, ErrFuture, ErrUntil, ErrChanged where a
// document is adopted that is not as it was sent, or a reason of plan or review;
// nothing has then been changed.
func Decide(r plan.Register, e plan.Entry, d Decision, w *i18n.Printer, by string, now time.Time) (plan.Edit, error) {
	x, err := newDecider(r, e, d, w, now)
	if err != nil {
		return plan.Edit{}, fmt.Errorf("decide on item %s: %w", d.Item, err)
	}
	x.by = by
	record := x.record() // in the words of the proposal, before what follows changes them
	if err := x.follow(); err != nil {
		return plan.Edit{}, fmt.Errorf("decide on item %s: %w", d.Item, err)
	}
	x.edit.Events = slices.Insert(x.edit.Events, 0, record)
	return x.edit, nil
}

// decider is a decision on its way to become an edit.
type decider struct {
	r    plan.Register
	p    Packet
	it   Item
	d    Decision
	w    *i18n.Printer
	by   string
	now  time.Time
	edit plan.Edit
}

func newDecider(r plan.Register, e plan.Entry, d Decision, w *i18n.Printer, now time.Time) (*decider, error) {
	today := plan.DateOf(now)
	p, err := Of(r, e, today)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(p.Items, func(it Item) bool { return it.Row == d.Item })
	if i < 0 {
		return nil, ErrItem
	}
	if d.Date.IsZero() {
		d.Date = p.Meeting.Date
	}
	_, done := DecidedOn(r, e.ID, d.Item)
	switch {
	case done:
		return nil, ErrDecided
	case !slices.Contains(Outcomes(r, p.Items[i]), d.Outcome):
		return nil, ErrOutcome
	case strings.TrimSpace(d.Paragraph) == "":
		return nil, ErrParagraph
	case d.Date.After(today):
		return nil, ErrFuture
	case d.Outcome == plan.Extended && d.Until.IsZero() && p.Items[i].Until.IsZero():
		return nil, ErrUntil
	}
	if d.Until.IsZero() && d.Outcome == plan.Extended {
		d.Until = p.Items[i].Until
	}
	return &decider{r: r, p: p, it: p.Items[i], d: d, w: w, now: now}, nil
}

// record is the item's own event: what was decided, word for word.
func (x *decider) record() plan.Event {
	text := strings.TrimSpace(x.d.Text)
	if text == "" {
		var points []string
		if lead := Lead(x.r, x.p, x.it, x.w); lead != "" {
			points = append(points, lead)
		}
		for i, s := range Sentences(x.r, x.p, x.it, x.w) {
			points = append(points, fmt.Sprintf("%d. %s", i+1, s))
		}
		text = strings.Join(points, "\n")
	}
	return plan.Event{
		ID: plan.NewID(), Kind: plan.EventItem, At: x.now.UTC().Truncate(time.Second), By: x.by, Document: x.it.Document, Version: x.it.Version,
		Fields: plan.NewContent(plan.Filled{
			plan.KeyPacket: plan.Text(string(x.p.ID)), plan.KeyItem: plan.Text(string(x.it.Row)), plan.KeyHeading: plan.Text(x.it.Heading),
			plan.KeyOutcome: plan.Text(x.d.Outcome), plan.KeyBody: plan.Ref(x.p.Meeting.Body), plan.KeyParagraph: plan.Text(x.d.Paragraph),
			plan.KeyDecisionDate: plan.Day(x.d.Date), plan.KeyText: plan.Text(text), plan.KeyUntil: plan.Day(x.d.Until),
			plan.KeyExcept: plan.Texts(ids(x.d.Except)...), plan.KeyReviewer: plan.Text(strings.TrimSpace(x.d.Reviewer)),
		}),
	}
}

func ids(all []plan.ID) []string {
	var out []string
	for _, id := range all {
		out = append(out, string(id))
	}
	return out
}

// then goes on from what a step has brought about.
func (x *decider) then(e plan.Edit, err error) error {
	if err != nil {
		return err
	}
	x.r, x.edit = x.r.Apply(e), x.edit.Then(e)
	return nil
}

// follow makes what follows from the decision.
func (x *decider) follow() error {
	if x.d.Outcome == plan.Deferred {
		if err := x.then(x.nextPapers()); err != nil {
			return err
		}
	}
	if x.it.Type != plan.ItemDecision {
		return nil
	}
	if x.it.Subject == plan.SubjectAnnual {
		return x.annual()
	}
	d, ok := x.r.Document(x.it.Document)
	if !ok {
		return nil
	}
	v, _ := d.Version(x.it.Version)
	_, inForce := x.r.AdoptionOf(d, v.ID)
	switch {
	case x.d.Outcome == plan.Adopted && !x.d.Changed && sentOtherwise(x.r, x.p.ID, v):
		return ErrChanged
	case x.d.Outcome == plan.Noted, inForce && slices.Contains([]string{plan.ReferredBack, plan.Deferred, plan.Rejected}, x.d.Outcome):
		return nil
	case x.d.Outcome == plan.Reaffirmed && x.it.Record == "" && x.owes(d):
		return x.review(d)
	}
	return x.then(x.r.Decide(d, v, plan.Decision{
		Outcome: x.d.Outcome, Body: x.p.Meeting.Body, Date: x.d.Date, Paragraph: x.d.Paragraph, Dnr: x.it.Dnr, ValidTo: x.d.Until,
	}, x.by, x.now))
}

// owes reports whether the document's review can be made by the decision.
func (x *decider) owes(d plan.Document) bool {
	return slices.ContainsFunc(review.Of(x.r, d.ID, x.d.Date), func(y review.Duty) bool { return y.State.Pressing() && y.Unfinished == "" })
}

// reviewed is the record of a review that the decision makes.
func (x *decider) reviewed() review.Review {
	reviewer := strings.TrimSpace(x.d.Reviewer)
	if reviewer == "" {
		reviewer = x.it.Presenter
	}
	if reviewer == "" {
		reviewer = x.p.Body
	}
	return review.Review{
		By: x.by, Reviewer: reviewer, Outcome: plan.NoChange, Completed: x.d.Date, Body: x.p.Meeting.Body, DecisionDate: x.d.Date,
		Paragraph: x.d.Paragraph, Dnr: x.it.Dnr,
	}
}

func (x *decider) review(d plan.Document) error {
	rv := x.reviewed()
	rv.Document = d.ID
	e, _, err := review.Record(x.r, rv, plan.Sealed{}, x.now)
	return x.then(e, err)
}

// annual records the reviews of the year that the decision makes; where all are
// made, there is nothing to record.
func (x *decider) annual() error {
	if x.d.Outcome != plan.Reaffirmed {
		return nil
	}
	e, err := review.RecordAnnual(x.r, review.Annual{Year: x.it.Year, Except: x.d.Except, Review: x.reviewed()}, x.now)
	if errors.Is(err, review.ErrNothingDue) {
		return nil
	}
	return x.then(e, err)
}

package packet

import (
	"fmt"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// New returns the fields of a packet for a meeting, with the standard items that
// every meeting opens with.
func New(meeting plan.ID, p *i18n.Printer) plan.Content {
	var rows []plan.Row
	for _, key := range []string{"standard.opening", "standard.minutes-checker", "standard.agenda"} {
		rows = append(rows, row(plan.Filled{plan.KeyHeading: plan.Text(p.T(key)), plan.KeyItemType: plan.Text(plan.ItemFormality)}))
	}
	return plan.NewContent(plan.Filled{plan.KeyMeeting: plan.Ref(meeting), plan.KeyItems: plan.Rows(rows...)})
}

func row(f plan.Filled) plan.Row { return plan.Row{ID: plan.NewID(), Cells: plan.NewContent(f)} }

// AddDocument returns the packet with an item about a document at its end: its
// adoption where a version of it is ready for decision, else its review.
func AddDocument(c plan.Content, r plan.Register, d plan.Document, p *i18n.Printer) plan.Content {
	v := d.Latest()
	key := "item.heading.review"
	if _, draft := r.Draft(d); draft {
		key = "item.heading.adopt"
	}
	return add(c, plan.Filled{
		plan.KeyHeading: plan.Text(p.T(key, "title", v.Head.Title)), plan.KeyItemType: plan.Text(plan.ItemDecision),
		plan.KeySubject: plan.Text(plan.SubjectDocument), plan.KeyDocument: plan.Ref(d.ID), plan.KeyDnr: plan.Text(v.Head.Dnr),
	})
}

// AddReview returns the packet with an item about a review that is registered at
// its end, with the review's record and the document as papers.
func AddReview(c plan.Content, r plan.Register, e plan.Event, p *i18n.Printer) plan.Content {
	d, ok := r.Document(e.Document)
	if !ok {
		return c
	}
	v, known := d.Version(e.Version)
	if !known {
		v = d.Latest()
	}
	return add(c, plan.Filled{
		plan.KeyHeading: plan.Text(p.T("item.heading.review", "title", v.Head.Title)), plan.KeyItemType: plan.Text(plan.ItemDecision),
		plan.KeySubject: plan.Text(plan.SubjectReview), plan.KeyDocument: plan.Ref(d.ID), plan.KeyVersion: plan.Text(string(v.ID)),
		plan.KeyRecord: plan.Text(string(e.ID)), plan.KeyDnr: plan.Text(v.Head.Dnr),
	})
}

// AddAnnual returns the packet with the year's review of all documents at its
// end.
func AddAnnual(c plan.Content, year int, p *i18n.Printer) plan.Content {
	return add(c, plan.Filled{
		plan.KeyHeading: plan.Text(p.T("packet.annual-review", "year", year)), plan.KeyItemType: plan.Text(plan.ItemDecision),
		plan.KeySubject: plan.Text(plan.SubjectAnnual), plan.KeyYear: plan.Num(plan.Int(int64(year))),
	})
}

// AddStatus returns the packet with an item of information at its end, whose paper
// shows how the reviews of all documents stand.
func AddStatus(c plan.Content, p *i18n.Printer) plan.Content {
	return add(c, plan.Filled{
		plan.KeyHeading: plan.Text(p.T("packet.status-part")), plan.KeyItemType: plan.Text(plan.ItemInformation), plan.KeySubject: plan.Text(plan.SubjectStatus),
	})
}

// AddFree returns the packet with an item of the given heading at its end.
func AddFree(c plan.Content, heading string) plan.Content {
	return add(c, plan.Filled{
		plan.KeyHeading: plan.Text(heading), plan.KeyItemType: plan.Text(plan.ItemInformation), plan.KeySubject: plan.Text(plan.SubjectFree),
	})
}

func add(c plan.Content, f plan.Filled) plan.Content {
	return c.With(plan.KeyItems, plan.Rows(append(c.Get(plan.KeyItems).Rows(), row(f))...))
}

// Move returns the packet with the item at the position, counted from 1.
func Move(c plan.Content, item plan.ID, position int) (plan.Content, error) {
	out, err := c.MoveRow(plan.PathTo(plan.KeyItems).AtRow(item), position-1)
	if err != nil {
		return c, fmt.Errorf("move item: %w", ErrItem)
	}
	return out, nil
}

// Remove returns the packet without the item.
func Remove(c plan.Content, item plan.ID) (plan.Content, error) {
	out, err := c.RemoveRow(plan.PathTo(plan.KeyItems).AtRow(item))
	if err != nil {
		return c, fmt.Errorf("remove item: %w", ErrItem)
	}
	return out, nil
}

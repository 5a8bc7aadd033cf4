package packet

import (
	"errors"
	"fmt"

	"ledstjarna/internal/plan"
)

// The reasons why a packet cannot be read or changed.
var (
	ErrMeeting = errors.New("the packet names no meeting")
	ErrItem    = errors.New("no such item")
)

// Packet is a meeting's papers.
type Packet struct {
	ID      plan.ID
	Meeting plan.Meeting
	Body    string       // name of the decision body
	Short   string       // and its short name
	Fields  plan.Content // of the meeting: time, place, chair, secretary, called
	Excuses string       // who is told of absence
	Items   []Item
	Public  bool // it is the variant that everyone may read
}

// Item is one item of the agenda.
type Item struct {
	Row       plan.ID
	Number    int // from 1
	Heading   string
	Type      string // plan.ItemDecision …
	Dnr       string
	Presenter string
	Subject   string       // plan.SubjectDocument …
	Document  plan.ID      // of SubjectDocument and SubjectReview
	Version   plan.ID      // of Document; chosen or derived
	Year      int          // of SubjectAnnual
	Record    plan.ID      // of SubjectReview: the review's record
	Proposes  string       // plan.ProposeExtend …; "" where it follows from the document
	Until     plan.Date    // last day of an extension, day from which a repeal counts
	Texts     plan.Content // proposal, summary, matter …
	Papers    []Paper
	Protected bool // left out of the public variant
}

// Paper is what goes with an item as an appendix: a document, what has changed in
// it, the record of a review, how the reviews of all documents stand, or a file of
// another origin.
type Paper struct {
	Row      plan.ID // "" for the item's own document or status
	Number   int     // appendix number within the item, from 1
	Title    string
	Document plan.ID // "" where nothing in the file is meant
	Version  plan.ID
	Status   bool    // the paper "Status för styrdokument"
	Changes  plan.ID // the version from which those of Version are shown, "" for a whole document
	Record   plan.ID // the record of a review
	// File is a file of another origin; its Hash is "" where there is none.
	File      plan.AttachedFile
	Separate  bool // the file goes beside the papers, not in them
	Protected bool // left out of the public variant
}

// Foreign reports whether the paper is a file of another origin.
func (x Paper) Foreign() bool { return x.File.Hash != "" }

// Of reads a packet from its entry. Items and appendices that have been sent keep
// the numbers under which they were; what has come since follows them. Dates are counted from today: which version
// of a document is in force follows from it.
func Of(r plan.Register, e plan.Entry, today plan.Date) (Packet, error) {
	p := Packet{ID: e.ID, Excuses: e.Fields.Text(plan.KeyExcuses)}
	for _, m := range r.Meetings() {
		if m.ID == e.Fields.Get(plan.KeyMeeting).ID() {
			p.Meeting = m
		}
	}
	if p.Meeting.ID == "" {
		return Packet{}, fmt.Errorf("read packet %s: %w", e.ID, ErrMeeting)
	}
	meeting, _ := r.Entry(plan.ListMeetings, p.Meeting.ID)
	body, _ := r.Entry(plan.ListBodies, p.Meeting.Body)
	p.Fields, p.Body, p.Short = meeting.Fields, body.Fields.Text(plan.KeyName), body.Fields.Text(plan.KeyShortName)
	for i, row := range e.Fields.Get(plan.KeyItems).Rows() {
		p.Items = append(p.Items, itemOf(r, row, i+1, today))
	}
	if sent := Dispatches(r, e.ID); len(sent) > 0 {
		p.keepNumbers(sent)
	}
	return p, nil
}

func itemOf(r plan.Register, row plan.Row, number int, today plan.Date) Item {
	c := row.Cells
	it := Item{
		Row: row.ID, Number: number, Heading: c.Text(plan.KeyHeading), Type: c.Text(plan.KeyItemType), Dnr: c.Text(plan.KeyDnr),
		Presenter: c.Text(plan.KeyPresenter), Subject: c.Text(plan.KeySubject), Document: c.Get(plan.KeyDocument).ID(),
		Year: int(c.Get(plan.KeyYear).Number().Round()), Texts: c, Proposes: c.Text(plan.KeyProposes), Until: c.Get(plan.KeyUntil).Date(),
		Protected: c.Text(plan.KeyProtected) == plan.Yes,
	}
	if e, ok := r.Event(plan.ID(c.Text(plan.KeyRecord))); ok && e.Kind == plan.EventReview {
		if last := r.Last(e); !last.Annuls() {
			it.Record = last.ID
		}
	}
	if d, ok := r.Document(it.Document); ok {
		v := chosen(r, d, plan.ID(c.Text(plan.KeyVersion)), it.Type, today)
		it.Version = v.ID
		if it.Dnr == "" {
			it.Dnr = v.Head.Dnr
		}
		if it.Record != "" {
			it.Papers = append(it.Papers, Paper{Title: v.Head.Title, Record: it.Record})
		}
		it.Papers = append(it.Papers, Paper{Title: v.Head.Title, Document: d.ID, Version: v.ID})
		if before, _, ok := r.Current(d, today); ok && before.ID != v.ID && it.Type == plan.ItemDecision {
			it.Papers = append(it.Papers, Paper{Title: v.Head.Title, Document: d.ID, Version: v.ID, Changes: before.ID})
		}
	}
	if it.Subject == plan.SubjectStatus {
		it.Papers = append(it.Papers, Paper{Title: it.Heading, Status: true})
	}
	for _, x := range c.Get(plan.KeyPapers).Rows() {
		p := Paper{
			Row: x.ID, Title: x.Cells.Text(plan.KeyTitle), Document: x.Cells.Get(plan.KeyDocument).ID(),
			Separate: x.Cells.Text(plan.KeySeparate) == plan.Yes, Protected: x.Cells.Text(plan.KeyProtected) == plan.Yes,
		}
		p.File, _ = plan.Enclosed(x.Cells)
		if d, ok := r.Document(p.Document); ok {
			v := chosen(r, d, plan.ID(x.Cells.Text(plan.KeyVersion)), "", today)
			p.Version = v.ID
			if p.Title == "" {
				p.Title = v.Head.Title
			}
		}
		it.Papers = append(it.Papers, p)
	}
	for i := range it.Papers {
		it.Papers[i].Number = i + 1
	}
	return it
}

// chosen returns the version that an item means: the one it names; for a
// decision the draft that is ready for it; else the one in force, else the
// latest.
func chosen(r plan.Register, d plan.Document, named plan.ID, itemType string, today plan.Date) plan.Version {
	if v, ok := d.Version(named); ok {
		return v
	}
	if v, draft := r.Draft(d); draft && v.Stage == plan.StageReady && itemType == plan.ItemDecision {
		return v
	}
	if v, _, ok := r.Current(d, today); ok {
		return v
	}
	return d.Latest()
}

// FileName is the name that a packet's PDF is suggested to have,
// "2026-12-03_AU_Handlingar.pdf". papers is the word for papers, with that for the
// public variant where it is one.
func (p Packet) FileName(papers string) string {
	body := p.Short
	if body == "" {
		body = p.Body
	}
	return SafeName(p.Meeting.Date.String() + "_" + body + "_" + papers + ".pdf")
}

// DocumentFileName is the name that the PDF of a version is suggested to have,
// "Webbpolicy 1.0.pdf".
func DocumentFileName(title, version string) string { return SafeName(title + " " + version + ".pdf") }

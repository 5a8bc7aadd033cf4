package review

import (
	"testing"
	"time"

	"ledstjarna/internal/plan"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

const board = plan.ID("board")

// world is a register under construction.
type world struct {
	testing.TB
	r plan.Register
}

// newWorld is a register with the periods 2007–2010, 2011–2014 and 2023–2026,
// windows from September to November, one body and no meetings.
func newWorld(t testing.TB, watch string) *world {
	w := &world{TB: t}
	w.entry(plan.ListOrganisation, plan.OrganisationID, plan.Filled{plan.KeyWatchFrom: plan.Day(w.day(watch))})
	w.entry(plan.ListBodies, board, plan.Filled{plan.KeyName: plan.Text("Styrelsen")})
	for _, y := range []string{"2007–2010", "2011–2014", "2023–2026"} {
		w.entry(plan.ListPeriods, plan.ID(y), plan.Filled{plan.KeyStart: plan.Day(w.day(y[:4] + "-01-01")), plan.KeyEnd: plan.Day(w.day(y[7:] + "-12-31"))})
	}
	return w
}

func (w *world) day(s string) plan.Date {
	w.Helper()
	if s == "" {
		return plan.Date{}
	}
	d, err := plan.ParseDate(s)
	if err != nil {
		w.Fatal(err)
	}
	return d
}

func (w *world) entry(l plan.ListName, id plan.ID, f plan.Filled) {
	e := plan.Entry{ID: id, Position: len(w.r.Entries(l)) + 1, Fields: plan.NewContent(f)}
	change := plan.EntryChange{List: l, After: &e}
	if old, ok := w.r.Entry(l, id); ok {
		change.Before, e.Position = &old, old.Position
	}
	w.apply(plan.Edit{Changes: []plan.Change{change}}, nil)
}

func (w *world) meeting(date, stop string) {
	w.entry(plan.ListMeetings, plan.ID("meeting "+date), plan.Filled{
		plan.KeyBody: plan.Ref(board), plan.KeyDate: plan.Day(w.day(date)), plan.KeyStopDate: plan.Day(w.day(stop)),
	})
}

func (w *world) assignment(described, start, end string) plan.ID {
	w.entry(plan.ListAssignments, "assignment", plan.Filled{
		plan.KeyName: plan.Text("Uppdraget"), plan.KeyDescribed: plan.Day(w.day(described)),
		plan.KeyStart: plan.Day(w.day(start)), plan.KeyEnd: plan.Day(w.day(end)),
	})
	return "assignment"
}

func (w *world) apply(e plan.Edit, err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
	w.r = w.r.Apply(e)
}

func (w *world) doc(id plan.ID) plan.Document {
	w.Helper()
	d, ok := w.r.Document(id)
	if !ok {
		w.Fatalf("no document %s", id)
	}
	return d
}

// draft adds a document with the content; unless it says otherwise, it is to
// apply until it is superseded.
func (w *world) draft(k plan.DocumentKind, f plan.Filled) plan.ID {
	all := plan.Filled{plan.KeyTitle: plan.Text(string(k)), plan.KeyValidity: plan.Text(string(plan.ValidUntilSuperseded))}
	for key, v := range f {
		all[key] = v
	}
	e, d := plan.NewDocument(k, false, plan.NewContent(all), noon.Add(time.Duration(len(w.r.Documents()))*time.Hour))
	w.apply(e, nil)
	return d.ID
}

// adopt adopts the document's draft, the next version where there is none.
func (w *world) adopt(id plan.ID, dec plan.Decision) {
	w.Helper()
	d := w.doc(id)
	if _, open := w.r.Draft(d); !open {
		e, _, err := w.r.NextDraft(d, w.content(id), dec.Officer != "", noon)
		w.apply(e, err)
		d = w.doc(id)
	}
	e, err := w.r.SetStage(d, d.Latest(), plan.StageReady, 0)
	w.apply(e, err)
	w.decide(id, dec)
}

// decide registers a decision of the board on the latest version.
func (w *world) decide(id plan.ID, dec plan.Decision) {
	w.Helper()
	if dec.Outcome == "" {
		dec.Outcome = plan.Adopted
	}
	if dec.Officer == "" {
		dec.Body, dec.Paragraph = board, "8"
	}
	d := w.doc(id)
	e, err := w.r.Decide(d, d.Latest(), dec, "Sekreteraren", noon)
	w.apply(e, err)
}

// content returns the content of the latest version. In these tests all versions
// of a document have the one that its first draft had.
func (w *world) content(id plan.ID) plan.Sealed {
	h := w.doc(id).Latest().Head
	return plan.Seal(plan.NewContent(plan.Filled{
		plan.KeyTitle: plan.Text(h.Title), plan.KeyValidity: plan.Text(string(h.Validity)), plan.KeyPeriod: plan.Ref(h.Period),
		plan.KeyAssignment: plan.Ref(h.Assignment), plan.KeyValidFrom: plan.Day(h.ValidFrom), plan.KeyValidTo: plan.Day(h.ValidTo),
		plan.KeyDnr: plan.Text(h.Dnr),
	}))
}

// inForce adds a document that the board adopted on the day.
func (w *world) inForce(k plan.DocumentKind, adopted string, f plan.Filled) plan.ID {
	w.Helper()
	id := w.draft(k, f)
	w.adopt(id, plan.Decision{Date: w.day(adopted)})
	return id
}

func (w *world) event(k plan.EventKind, doc plan.ID, f plan.Filled) plan.ID {
	e := plan.Event{ID: plan.NewID(), Kind: k, At: noon, Document: doc, Fields: plan.NewContent(f)}
	w.apply(plan.Edit{Events: []plan.Event{e}}, nil)
	return e.ID
}

// reviewed stores a complete review without going through Record.
func (w *world) reviewed(doc plan.ID, date string, c Concern, change func(*Review)) plan.ID {
	rv := Review{
		Trigger: ForPeriod, Concern: c, Reviewer: "Kommunikationschef", Outcome: plan.NoChange,
		Completed: w.day(date), NoFormalDecision: true,
	}
	if change != nil {
		change(&rv)
	}
	e := plan.Event{ID: plan.NewID(), Kind: plan.EventReview, At: noon, Document: doc, Fields: rv.fields()}
	w.apply(plan.Edit{Events: []plan.Event{e}}, nil)
	return e.ID
}

// seedStrategy is the strategy of the vectors: adopted late in its period.
func (w *world) seedStrategy(adopted string) plan.ID {
	return w.inForce(plan.Strategy, adopted, plan.Filled{
		plan.KeyValidFrom: plan.Day(w.day("2007-01-01")), plan.KeyValidTo: plan.Day(w.day("2010-12-31")),
	})
}

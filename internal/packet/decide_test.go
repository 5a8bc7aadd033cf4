package packet

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// after is the clock of a registration after the meeting.
var after = time.Date(2026, 12, 4, 9, 0, 0, 0, time.UTC)

// decided registers a decision on the packet's only item.
func decided(t *testing.T, r plan.Register, c plan.Content, d Decision) (plan.Register, plan.Edit, error) {
	t.Helper()
	e := plan.Entry{ID: "p", Position: 1, Fields: c}
	if _, ok := r.Entry(plan.ListPackets, "p"); !ok {
		r = r.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListPackets, After: &e}}})
	}
	if d.Item == "" {
		d.Item = "item"
	}
	edit, err := Decide(r, e, d, swedish(t), "Sekreteraren", after)
	return r.Apply(edit), edit, err
}

func kinds(e plan.Edit) string {
	var out []string
	for _, x := range e.Events {
		s := string(x.Kind)
		if o := x.Fields.Text(plan.KeyOutcome); o != "" {
			s += " " + o
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// Each decision brings what follows from it, in one edit.
func TestWhatFollowsFromADecision(t *testing.T) {
	until := plan.NewDate(2028, 12, 31)
	for name, c := range map[string]struct {
		world  func(*testing.T) (plan.Register, plan.Document)
		cells  plan.Filled
		d      Decision
		want   string // the events
		status plan.Status
	}{
		"adopted":       {ready, nil, Decision{Outcome: plan.Adopted}, "item-decision adopted, decision adopted", plan.StatusAdopted},
		"revised":       {revised, nil, Decision{Outcome: plan.Adopted}, "item-decision adopted, decision adopted", plan.StatusAdopted},
		"referred back": {ready, nil, Decision{Outcome: plan.ReferredBack}, "item-decision referred-back, decision referred-back", plan.StatusReferredBack},
		"rejected":      {ready, nil, Decision{Outcome: plan.Rejected}, "item-decision rejected, decision rejected", plan.StatusRejected},
		"reaffirmed":    {adopted, nil, Decision{Outcome: plan.Reaffirmed, Reviewer: "Webbredaktör"}, "item-decision reaffirmed, review no-change", plan.StatusReaffirmed},
		"repealed": {
			adopted,
			plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeRepeal)},
			Decision{Outcome: plan.Repealed, Until: plan.NewDate(2026, 12, 3)},
			"item-decision repealed, decision repealed", plan.StatusRepealed,
		},
		"noted":        {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeNote)}, Decision{Outcome: plan.Noted}, "item-decision noted", plan.StatusAdopted},
		"not repealed": {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeRepeal)}, Decision{Outcome: plan.Rejected}, "item-decision rejected", plan.StatusAdopted},
		"information":  {adopted, plan.Filled{plan.KeyItemType: plan.Text(plan.ItemInformation)}, Decision{Outcome: plan.Noted}, "item-decision noted", plan.StatusAdopted},
		"a report": {
			adopted,
			plan.Filled{plan.KeyDocument: plan.Value{}, plan.KeySubject: plan.Text(plan.SubjectFree), plan.KeyProposal: plan.Text("AU godkänner.")},
			Decision{Outcome: plan.Adopted, Text: "AU godkänner med tillägg.", Until: until},
			"item-decision adopted", plan.StatusAdopted,
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, d := c.world(t)
			c.d.Paragraph = "41"
			p := read(t, r, agenda(d, c.cells))
			var points []string
			for i, s := range Sentences(r, p, p.Items[0], swedish(t)) {
				points = append(points, strconv.Itoa(i+1)+". "+s)
			}
			proposed := strings.Join(points, "\n")
			r, e, err := decided(t, r, agenda(d, c.cells), c.d)
			if err != nil || kinds(e) != c.want {
				t.Fatalf("%q, %v; want %q", kinds(e), err, c.want)
			}
			d, _ = r.Document(d.ID)
			if got := r.StatusOf(d, d.Latest(), plan.DateOf(after)); got != c.status {
				t.Errorf("the document is %s, want %s", got, c.status)
			}
			got, ok := DecidedOn(r, "p", "item")
			if !ok || got.Outcome != c.d.Outcome || got.Paragraph != "41" || got.Date != plan.NewDate(2026, 12, 3) || c.d.Text != "" && got.Text != c.d.Text {
				t.Errorf("decided %+v", got)
			}
			if c.d.Text == "" && got.Text != proposed {
				t.Errorf("the wording is %q, what was proposed %q", got.Text, proposed)
			}
			if _, _, err := decided(t, r, agenda(d, c.cells), c.d); !errors.Is(err, ErrDecided) {
				t.Errorf("a second time: %v", err)
			}
		})
	}
}

func TestDecisionsThatAreRefused(t *testing.T) {
	r, d := adopted(t)
	for name, c := range map[string]struct {
		d    Decision
		want error
	}{
		"no such item":           {Decision{Item: "x", Outcome: plan.Noted, Paragraph: "1"}, ErrItem},
		"adopting what is":       {Decision{Outcome: plan.Adopted, Paragraph: "1"}, ErrOutcome},
		"without a paragraph":    {Decision{Outcome: plan.Reaffirmed, Paragraph: " "}, ErrParagraph},
		"tomorrow":               {Decision{Outcome: plan.Reaffirmed, Paragraph: "1", Date: plan.NewDate(2026, 12, 5)}, ErrFuture},
		"an extension of no day": {Decision{Outcome: plan.Extended, Paragraph: "1"}, ErrUntil},
		"what has no last day":   {Decision{Outcome: plan.Extended, Paragraph: "1", Until: plan.NewDate(2030, 1, 1)}, plan.ErrTransition},
	} {
		if _, e, err := decided(t, r, agenda(d, nil), c.d); !errors.Is(err, c.want) || !e.IsEmpty() {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// The year's item records the reviews of all its documents but the exceptions.
func TestDecisionOnTheYearsItem(t *testing.T) {
	r, d := adopted(t)
	e, other := plan.NewDocument(plan.Policy, false, plan.NewContent(plan.Filled{
		plan.KeyTitle: plan.Text("It-policy"), plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)),
	}), clock.Add(time.Hour))
	r = r.Apply(e)
	other, _ = r.Document(other.ID)
	r, other = apply(t, r, other.ID)(r.SetStage(other, other.Latest(), plan.StageReady, 0))
	r, _ = apply(t, r, other.ID)(r.Decide(other, other.Latest(), plan.Decision{Outcome: plan.Adopted, Body: "au", Date: plan.NewDate(2024, 5, 21), Paragraph: "32"}, "S", clock))
	c := AddAnnual(plan.NewContent(plan.Filled{plan.KeyMeeting: plan.Ref("m")}), 2026, swedish(t))
	item := c.Get(plan.KeyItems).Rows()[0].ID
	r, e, err := decided(t, r, c, Decision{Item: item, Outcome: plan.Reaffirmed, Paragraph: "44", Except: []plan.ID{other.ID}})
	if err != nil || kinds(e) != "item-decision reaffirmed, review no-change" || e.Events[1].Document != d.ID {
		t.Fatalf("%s, %v", kinds(e), err)
	}
	if rv := review.FromEvent(e.Events[1]); rv.Body != "au" || rv.Paragraph != "44" || rv.Concern.Year != 2026 {
		t.Errorf("%+v", rv)
	}
	if x, _ := review.Shown(review.Of(r, other.ID, plan.DateOf(after))); x.State.Met() {
		t.Errorf("the exception is %s", x.State)
	}
}

// What is deferred comes first among the matters of the next papers, whether they
// are there or made later, and only once.
func TestDeferredItems(t *testing.T) {
	r, d := adopted(t)
	put := func(l plan.ListName, id plan.ID, f plan.Content) {
		e := plan.Entry{ID: id, Position: 9, Fields: f}
		r = r.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: l, After: &e}}})
	}
	meeting := func(id plan.ID, day plan.Date) {
		put(plan.ListMeetings, id, plan.NewContent(plan.Filled{plan.KeyBody: plan.Ref("au"), plan.KeyDate: plan.Day(day)}))
	}
	meeting("m2", plan.NewDate(2027, 1, 14))
	meeting("m3", plan.NewDate(2027, 2, 11))
	w := swedish(t)
	rows := func(c plan.Content) (out []string) {
		for _, row := range c.Get(plan.KeyItems).Rows() {
			out = append(out, row.Cells.Text(plan.KeyHeading))
		}
		return out
	}
	r, e, err := decided(t, r, agenda(d, nil), Decision{Outcome: plan.Deferred, Paragraph: "41"})
	if err != nil || kinds(e) != "item-decision deferred" {
		t.Fatalf("%s, %v", kinds(e), err)
	}
	made := AddFree(NewFor(r, "m2", w), "Lägesrapport")
	want := []string{"Sammanträdet öppnas", "Val av justerare och tid för justering", "Fastställande av föredragningslistan", "Webbpolicy", "Lägesrapport"}
	if diff := cmp.Diff(want, rows(made)); diff != "" {
		t.Errorf("papers made afterwards: %s", diff)
	}
	put(plan.ListPackets, "p2", made)
	if got := rows(NewFor(r, "m3", w)); len(got) != 3 {
		t.Errorf("what has been taken up comes again: %v", got)
	}
	r, d = adopted(t)
	meeting("m2", plan.NewDate(2027, 1, 14))
	put(plan.ListPackets, "p2", AddFree(New("m2", w), "Lägesrapport"))
	r, _, err = decided(t, r, agenda(d, nil), Decision{Outcome: plan.Deferred, Paragraph: "41"})
	if err != nil {
		t.Fatal(err)
	}
	next, _ := r.Entry(plan.ListPackets, "p2")
	if diff := cmp.Diff(want, rows(next.Fields)); diff != "" {
		t.Errorf("papers that were there: %s", diff)
	}
}

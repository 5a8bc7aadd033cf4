package packet

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

var clock = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func swedish(t *testing.T) *i18n.Printer {
	t.Helper()
	p, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// world is a register with a body, a meeting on 3 December 2026 and a policy.
func world(t *testing.T) (plan.Register, plan.Document) {
	t.Helper()
	var r plan.Register
	put := func(l plan.ListName, id plan.ID, f plan.Filled) {
		e := plan.Entry{ID: id, Position: len(r.Entries(l)) + 1, Fields: plan.NewContent(f)}
		r = r.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: l, After: &e}}})
	}
	put(plan.ListBodies, "au", plan.Filled{plan.KeyName: plan.Text("Arbetsutskottet"), plan.KeyShortName: plan.Text("AU")})
	put(plan.ListMeetings, "m", plan.Filled{plan.KeyBody: plan.Ref("au"), plan.KeyDate: plan.Day(plan.NewDate(2026, 12, 3))})
	e, d := plan.NewDocument(plan.Policy, false, plan.NewContent(plan.Filled{
		plan.KeyTitle: plan.Text("Webbpolicy"), plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)), plan.KeyDnr: plan.Text("K 1"),
	}), clock)
	r = r.Apply(e)
	d, _ = r.Document(d.ID)
	return r, d
}

func apply(t *testing.T, r plan.Register, id plan.ID) func(plan.Edit, error) (plan.Register, plan.Document) {
	return func(e plan.Edit, err error) (plan.Register, plan.Document) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		r := r.Apply(e)
		d, _ := r.Document(id)
		return r, d
	}
}

func read(t *testing.T, r plan.Register, c plan.Content) Packet {
	t.Helper()
	p, err := Of(r, plan.Entry{ID: "p", Fields: c}, plan.DateOf(clock))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func headings(p Packet) []string {
	var out []string
	for _, it := range p.Items {
		out = append(out, it.Heading)
	}
	return out
}

func TestNumbersFollowTheOrder(t *testing.T) {
	r, d := world(t)
	w := swedish(t)
	c := AddFree(AddDocument(New("m", w), r, d, w), "Lägesrapport")
	p := read(t, r, c)
	last := p.Items[4]
	moved, err := Move(c, last.Row, 4)
	if err != nil {
		t.Fatal(err)
	}
	p = read(t, r, moved)
	want := []string{
		"Sammanträdet öppnas", "Val av justerare och tid för justering", "Fastställande av föredragningslistan",
		"Lägesrapport", "Webbpolicy, fastställande",
	}
	if diff := cmp.Diff(want, headings(p)); diff != "" {
		t.Error(diff)
	}
	for i, it := range p.Items {
		if it.Number != i+1 {
			t.Errorf("%s has number %d, want %d", it.Heading, it.Number, i+1)
		}
	}
	if doc := p.Items[4]; len(doc.Papers) != 1 || doc.Papers[0].Number != 1 || doc.Dnr != "K 1" {
		t.Errorf("the document's item: %+v", doc)
	}
	if _, err := Move(c, last.Row, 9); !errors.Is(err, ErrItem) {
		t.Errorf("moving past the end: %v, want ErrItem", err)
	}
	if _, err := Remove(c, "nobody"); !errors.Is(err, ErrItem) {
		t.Errorf("removing what is not there: %v, want ErrItem", err)
	}
}

func TestSentences(t *testing.T) {
	r, d := world(t)
	w := swedish(t)
	r, d = apply(t, r, d.ID)(r.SetStage(d, d.Latest(), plan.StageReady, 0))
	c := AddDocument(New("m", w), r, d, w)
	got := Sentences(r, read(t, r, c), read(t, r, c).Items[3], w)
	want := []string{
		"Arbetsutskottet fastställer Webbpolicy, version 1.0, enligt bilaga\u00a01.",
		"Webbpolicy gäller från och med den\u00a03\u00a0december\u00a02026 och tills vidare.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("adopting: %s", diff)
	}
	r, d = apply(t, r, d.ID)(r.Decide(d, d.Latest(), plan.Decision{
		Outcome: plan.Adopted, Body: "au", Date: plan.NewDate(2026, 5, 21), Paragraph: "31",
	}, "S", clock))
	c = AddDocument(New("m", w), r, d, w)
	got = Sentences(r, read(t, r, c), read(t, r, c).Items[3], w)
	want = []string{"Arbetsutskottet konstaterar att Webbpolicy, fastställd den\u00a021\u00a0maj\u00a02026 §\u00a031, har setts över och fortsätter att gälla utan ändring tills vidare."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("reaffirming: %s", diff)
	}
	free := AddFree(New("m", w), "Lägesrapport")
	p := read(t, r, free)
	if got := Sentences(r, p, p.Items[3], w); len(got) != 1 || got[0] != "Arbetsutskottet noterar informationen." {
		t.Errorf("information: %v", got)
	}
	own, err := free.Set(plan.PathTo(plan.KeyItems).In(p.Items[3].Row, plan.KeyProposal), plan.Text("1. Arbetsutskottet godkänner rapporten.\n2) Rapporten skickas till styrelsen."))
	if err != nil {
		t.Fatal(err)
	}
	p = read(t, r, own)
	want = []string{"Arbetsutskottet godkänner rapporten.", "Rapporten skickas till styrelsen."}
	if diff := cmp.Diff(want, Sentences(r, p, p.Items[3], w)); diff != "" {
		t.Errorf("a person's own points: %s", diff)
	}
	if got := Sentences(r, p, p.Items[0], w); got != nil {
		t.Errorf("a formality: %v", got)
	}
}

func TestFileNames(t *testing.T) {
	r, _ := world(t)
	if got := read(t, r, New("m", swedish(t))).FileName("Handlingar"); got != "2026-12-03_AU_Handlingar.pdf" {
		t.Error(got)
	}
	if got := DocumentFileName("Policy: A/B", "1.0"); got != "Policy- A-B 1.0.pdf" {
		t.Error(got)
	}
	if _, err := Of(r, plan.Entry{ID: "p"}, plan.DateOf(clock)); !errors.Is(err, ErrMeeting) {
		t.Errorf("a packet without a meeting: %v, want ErrMeeting", err)
	}
}

// The year's decision names those that go on as they are; what the review
// changes is a point of its own.
func TestTheYearsSentences(t *testing.T) {
	r, d := world(t)
	w := swedish(t)
	adopt := func(r plan.Register, d plan.Document, day plan.Date) plan.Register {
		r, d = apply(t, r, d.ID)(r.SetStage(d, d.Latest(), plan.StageReady, 0))
		r, _ = apply(t, r, d.ID)(r.Decide(d, d.Latest(), plan.Decision{Outcome: plan.Adopted, Body: "au", Date: day, Paragraph: "31"}, "S", clock))
		return r
	}
	r = adopt(r, d, plan.NewDate(2024, 5, 21))
	add := func(k plan.DocumentKind, title string) plan.Document {
		e, x := plan.NewDocument(k, false, plan.NewContent(plan.Filled{
			plan.KeyTitle: plan.Text(title), plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)),
		}), clock)
		r = r.Apply(e)
		x, _ = r.Document(x.ID)
		r = adopt(r, x, plan.NewDate(2024, 5, 21))
		return x
	}
	revised, _ := add(plan.Policy, "It-policy"), add(plan.Agreement, "Samverkansavtal")
	rv := review.Review{Document: revised.ID, Reviewer: "It-strateg", Outcome: plan.CannotComplete, Completed: plan.NewDate(2026, 10, 1), Concern: review.Concern{Year: 2026}}
	record := func(outcome string) {
		rv.Outcome = outcome
		e, _, err := review.Record(r, rv, plan.Seal(plan.NewContent(plan.Filled{
			plan.KeyTitle: plan.Text("It-policy"), plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)),
		})), clock)
		if err != nil {
			t.Fatal(err)
		}
		r = r.Apply(e)
	}
	c := AddAnnual(New("m", w), 2026, w)
	sentences := func() []string { p := read(t, r, c); return Sentences(r, p, p.Items[3], w) }
	if diff := cmp.Diff([]string{
		"Arbetsutskottet konstaterar att följande dokument har setts över i den årliga översynen 2026 och fortsätter att gälla utan ändring: It-policy och Webbpolicy.",
	}, sentences()); diff != "" {
		t.Errorf("before the reviews: %s", diff)
	}
	record(plan.CannotComplete)
	if diff := cmp.Diff([]string{
		"Arbetsutskottet konstaterar att följande dokument har setts över i den årliga översynen 2026 och fortsätter att gälla utan ändring: Webbpolicy.",
		"Arbetsutskottet noterar att den årliga översynen 2026 inte kan avslutas förrän en åtgärd är klar för följande dokument: It-policy.",
	}, sentences()); diff != "" {
		t.Errorf("a review that could not be finished: %s", diff)
	}
	record(plan.Revise)
	if diff := cmp.Diff([]string{
		"Arbetsutskottet konstaterar att följande dokument har setts över i den årliga översynen 2026 och fortsätter att gälla utan ändring: Webbpolicy.",
		"Arbetsutskottet noterar att den årliga översynen 2026 leder till ändringar i följande dokument: It-policy (revideras).",
	}, sentences()); diff != "" {
		t.Errorf("after a review: %s", diff)
	}
}

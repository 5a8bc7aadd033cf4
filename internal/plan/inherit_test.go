package plan_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// heirs are the kinds that take something over.
func heirs() []plan.DocumentKind {
	return []plan.DocumentKind{plan.Strategy, plan.PeriodPlan, plan.AssignmentPlan}
}

func sourcesOf(f plantest.File) plan.Sources {
	s := plan.Sources{Register: f.Register, Contents: map[plan.ID]plan.Content{}, Today: plantest.Today}
	for _, d := range f.Register.Documents() {
		s.Contents[d.ID] = f.Contents[f.Register.SpeaksFor(d, plantest.Today).ID]
	}
	return s
}

// allOffers are the offers of every field of the kind.
func allOffers(s plan.Sources, d plan.Document, c plan.Content) []plan.Offer {
	var out []plan.Offer
	for _, f := range plan.FieldsOf(d.Kind) {
		out = append(out, s.Offers(d, c, f.Key)...)
	}
	return out
}

// takenOver is a document of a drawn kind with some of what it is offered.
func takenOver(t *rapid.T, s plan.Sources) (plan.Document, plan.Content) {
	kind := rapid.SampledFrom(heirs()).Draw(t, "kind")
	d, _ := s.Register.Document(plantest.DocumentID(kind))
	var c plan.Content
	if rapid.Bool().Draw(t, "beside own rows") {
		c = plantest.Content(kind, 2)
	}
	all := allOffers(s, d, c)
	chosen := rapid.SliceOfNDistinct(rapid.IntRange(0, len(all)-1), 1, len(all), rapid.ID[int]).Draw(t, "offers")
	for _, i := range chosen {
		var err error
		if c, err = s.Take(d, c, all[i]); err != nil {
			t.Fatal(err)
		}
	}
	return d, c
}

func TestOffersComeFromTheNearestFirst(t *testing.T) {
	s := sourcesOf(plantest.Complete(2))
	d, _ := s.Register.Document(plantest.DocumentID(plan.AssignmentPlan))
	offers := s.Offers(d, plan.Content{}, "pillars")
	var from []string
	for _, o := range offers {
		from = append(from, string(o.From.Document)+string(o.From.List))
	}
	want := []string{"doc-period-plan", "doc-period-plan", "doc-strategy", "doc-strategy", "messages", "messages"}
	if diff := cmp.Diff(want, from); diff != "" {
		t.Errorf("offers (-want +got):\n%s", diff)
	}
	proofs := offers[0].Taken.Get("proofs").Rows()
	if len(proofs) != 1 || proofs[0].Cells.Text(plan.KeyProof) == "" {
		t.Errorf("the proof of a message is taken over as %v", proofs)
	}
	c, err := s.Take(d, plan.Content{}, offers[0])
	if err != nil {
		t.Fatal(err)
	}
	held := s.Offers(d, c, "pillars")
	if !held[0].Held || held[1].Held {
		t.Error("what has been taken over is not told")
	}
	if _, err := s.Take(d, c, plan.Offer{Field: plan.KeyTitle}); !errors.Is(err, plan.ErrField) {
		t.Errorf("a title is taken over: %v", err)
	}
	if got := s.Offers(d, c, plan.KeyTitle); len(got) > 0 {
		t.Error("titles are offered")
	}
}

func TestWhatWasRemovedIsRemembered(t *testing.T) {
	s := sourcesOf(plantest.Complete(2))
	d, _ := s.Register.Document(plantest.DocumentID(plan.AssignmentPlan))
	offers := s.Offers(d, plan.Content{}, plan.KeyAudiences)
	c, err := s.Take(d, plan.Content{}, offers[0], offers[1])
	if err != nil {
		t.Fatal(err)
	}
	row := c.Get(plan.KeyAudiences).Rows()[0].ID
	c, err = c.RemoveRow(plan.PathTo(plan.KeyAudiences).AtRow(row))
	if err != nil {
		t.Fatal(err)
	}
	gone := plan.Forsaken(d.Kind, c, plan.KeyAudiences)
	if len(gone) != 1 || gone[0].Name(d.Kind) != offers[0].Name || len(s.DriftOf(d.Kind, c)) > 0 {
		t.Fatalf("removed: %+v", gone)
	}
	if again := s.Offers(d, c, plan.KeyAudiences); again[0].Held {
		t.Error("what was removed is not offered again")
	}
	if c, err = s.Take(d, c, offers[0]); err != nil || len(plan.Forsaken(d.Kind, c, plan.KeyAudiences)) > 0 {
		t.Errorf("what came back is told as removed, %v", err)
	}
}

func TestWhatIsTakenOverFitsTheCatalogue(t *testing.T) {
	s := sourcesOf(plantest.Complete(3))
	for _, k := range heirs() {
		d, _ := s.Register.Document(plantest.DocumentID(k))
		for _, f := range plan.FieldsOf(k) {
			if len(f.Inherits) > 0 && len(s.Offers(d, plan.Content{}, f.Key)) == 0 {
				t.Errorf("%s: nothing is offered to %s", k, f.Key)
			}
		}
		c, err := s.Take(d, plan.Content{}, allOffers(s, d, plan.Content{})...)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range plan.FieldsOf(k) {
			if err := plan.CheckValue(f, c.Get(f.Key)); f.Stored() && !c.Get(f.Key).IsZero() && err != nil {
				t.Errorf("%s: %s: %v", k, f.Key, err)
			}
		}
	}
}

// adoptedOn is the register after a board has adopted the document's only
// version on the day.
func adoptedOn(t *testing.T, r plan.Register, d plan.Document, on plan.Date) plan.Register {
	t.Helper()
	fields := plan.NewContent(plan.Filled{
		plan.KeyOutcome: plan.Text(plan.Adopted), plan.KeyDecisionDate: plan.Day(on), plan.KeyValidFrom: plan.Day(on),
		plan.KeyBody: plan.Ref(r.Entries(plan.ListBodies)[0].ID), plan.KeyParagraph: plan.Text("12"),
	})
	return r.Apply(plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventDecision, Document: d.ID, Version: d.Latest().ID, Fields: fields,
		At: time.Date(on.Year, on.Month, on.Day, 12, 0, 0, 0, time.UTC),
	}}})
}

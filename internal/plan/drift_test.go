package plan_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// changed are the sources after anything may have happened to them.
func changed(t *rapid.T, s plan.Sources) plan.Sources {
	out := plan.Sources{Register: s.Register, Contents: map[plan.ID]plan.Content{}, Today: s.Today}
	for id, c := range s.Contents {
		d, _ := s.Register.Document(id)
		switch rapid.IntRange(0, 2).Draw(t, "what happens to "+string(id)) {
		case 0:
			c = plantest.Random(plan.FieldsOf(d.Kind)).Draw(t, "new content")
		case 1:
			c = plantest.Content(d.Kind, rapid.IntRange(1, 4).Draw(t, "rows"))
		}
		out.Contents[id] = c
	}
	for _, l := range []plan.ListName{plan.ListOrganisation, plan.ListAudiences, plan.ListMessages} {
		for _, e := range out.Register.Entries(l) {
			if rapid.Bool().Draw(t, "change "+string(e.ID)) {
				edit, err := out.Register.SetEntry(l, e.ID, plantest.Random(plan.ListFields(l)).Draw(t, "fields"))
				if err == nil {
					out.Register = out.Register.Apply(edit)
				}
			}
		}
	}
	return out
}

func TestNothingDiffersJustAfterTakingOver(t *testing.T) {
	s := sourcesOf(plantest.Complete(3))
	rapid.Check(t, func(t *rapid.T) {
		d, c := takenOver(t, s)
		if diff := s.DriftOf(d.Kind, c); len(diff) > 0 {
			t.Fatalf("%d differences, the first of %s", len(diff), diff[0].Origin.Field)
		}
		b := plan.Seal(c)
		again, err := plan.Open(plan.FieldsOf(d.Kind), b.JSON)
		if err != nil {
			t.Fatal(err)
		}
		if x, y := plan.Origins(d.Kind, c), plan.Origins(d.Kind, again.Content); len(x) != len(y) {
			t.Fatalf("%d of %d origins are left after storing", len(y), len(x))
		}
		if diff := s.DriftOf(d.Kind, again.Content); len(diff) > 0 {
			t.Fatal("something differs after storing")
		}
	})
}

func TestEveryDifferenceCanBeSettledEitherWay(t *testing.T) {
	before := sourcesOf(plantest.Complete(3))
	rapid.Check(t, func(t *rapid.T) {
		d, c := takenOver(t, before)
		s := changed(t, before)
		kept, updated := c, c
		for range 2 { // a difference is found anew after each step
			for _, x := range s.DriftOf(d.Kind, kept) {
				kept = plan.KeepOwn(kept, x)
			}
			for _, x := range s.DriftOf(d.Kind, updated) {
				var err error
				if updated, err = plan.TakeNew(d.Kind, updated, x); err != nil {
					t.Fatal(err)
				}
			}
		}
		if n := len(s.DriftOf(d.Kind, kept)); n > 0 {
			t.Fatalf("%d differences are left after keeping", n)
		}
		if n := len(s.DriftOf(d.Kind, updated)); n > 0 {
			t.Fatalf("%d differences are left after updating", n)
		}
		if !kept.With(plan.KeyOrigins, plan.Value{}).Equal(c.With(plan.KeyOrigins, plan.Value{})) {
			t.Fatal("keeping changed what the plan says")
		}
	})
}

func TestKeepingHoldsUntilTheOriginChangesAgain(t *testing.T) {
	s := sourcesOf(plantest.Complete(2))
	d, _ := s.Register.Document(plantest.DocumentID(plan.AssignmentPlan))
	offers := s.Offers(d, plan.Content{}, plan.KeyAudiences)
	if len(offers) == 0 {
		t.Fatal("no audience is offered")
	}
	c, err := s.Take(d, plan.Content{}, offers[0])
	if err != nil {
		t.Fatal(err)
	}
	rename := func(name string) {
		parent := offers[0].From
		p := plan.PathTo(parent.Key).In(parent.Row, plan.KeyName)
		if s.Contents[parent.Document], err = s.Contents[parent.Document].Set(p, plan.Text(name)); err != nil {
			t.Fatal(err)
		}
	}
	rename("Nya namnet")
	diff := s.DriftOf(d.Kind, c)
	if len(diff) != 1 || len(diff[0].Columns) != 1 || diff[0].Columns[0].Now.Text() != "Nya namnet" {
		t.Fatalf("after a change: %+v", diff)
	}
	c = plan.KeepOwn(c, diff[0])
	if got := s.DriftOf(d.Kind, c); len(got) > 0 {
		t.Fatal("a kept difference is told again")
	}
	rename("Ännu nyare")
	if got := s.DriftOf(d.Kind, c); len(got) != 1 || got[0].Columns[0].Taken.Text() != "Nya namnet" {
		t.Fatalf("after another change: %+v", got)
	}
	c, err = plan.TakeNew(d.Kind, c, s.DriftOf(d.Kind, c)[0])
	if err != nil || c.Get(plan.KeyAudiences).Rows()[0].Cells.Text(plan.KeyName) != "Ännu nyare" {
		t.Fatalf("updated to %q, %v", c.Get(plan.KeyAudiences).Rows()[0].Cells.Text(plan.KeyName), err)
	}
}

func TestWhatIsGoneAtItsOrigin(t *testing.T) {
	for _, x := range []struct {
		field plan.Key
		own   func(plan.Content) int
	}{
		{plan.KeyAudiences, func(c plan.Content) int { return c.Get(plan.KeyAudiences).Len() }},
		{plan.KeyDirections, func(c plan.Content) int { return c.Get(plan.KeyDirections).Len() }},
		{"main-message", func(c plan.Content) int { return len(c.Text("main-message")) }},
	} {
		s := sourcesOf(plantest.Complete(2))
		d, _ := s.Register.Document(plantest.DocumentID(plan.AssignmentPlan))
		c, err := s.Take(d, plan.Content{}, s.Offers(d, plan.Content{}, x.field)[0])
		if err != nil {
			t.Fatal(err)
		}
		s.Contents[plantest.DocumentID(plan.PeriodPlan)] = plan.Content{}
		diff := s.DriftOf(d.Kind, c)
		if len(diff) != 1 || !diff[0].Removed || diff[0].Name == "" {
			t.Fatalf("%s: %+v", x.field, diff)
		}
		kept := plan.KeepOwn(c, diff[0])
		if x.own(kept) == 0 || len(s.DriftOf(d.Kind, kept)) > 0 || len(plan.Origins(d.Kind, kept)) > 0 {
			t.Errorf("%s: it is not kept as the plan's own", x.field)
		}
		updated, err := plan.TakeNew(d.Kind, c, diff[0])
		if err != nil || x.own(updated) != 0 || len(s.DriftOf(d.Kind, updated)) > 0 {
			t.Errorf("%s: it does not go, %v", x.field, err)
		}
		delete(s.Contents, plantest.DocumentID(plan.PeriodPlan))
		if len(s.DriftOf(d.Kind, c)) > 0 {
			t.Errorf("%s: a document that was not read is told as changed", x.field)
		}
	}
}

// Where the document itself is gone, all that was taken over from it is told.
func TestWhatWasTakenFromARemovedDocument(t *testing.T) {
	f := plantest.Complete(2)
	s := sourcesOf(f)
	d, _ := s.Register.Document(plantest.DocumentID(plan.AssignmentPlan))
	c, err := s.Take(d, plan.Content{}, s.Offers(d, plan.Content{}, plan.KeyAudiences)[0])
	if err != nil {
		t.Fatal(err)
	}
	parent, _ := s.Register.Document(plantest.DocumentID(plan.PeriodPlan))
	e, err := s.Register.RemoveDocument(parent, map[plan.ID]plan.Sealed{parent.Latest().ID: plan.Seal(s.Contents[parent.ID])})
	if err != nil {
		t.Fatal(err)
	}
	s.Register = s.Register.Apply(e)
	if slices.Contains(s.Register.SourcesOf(d, c), parent.ID) {
		t.Error("a removed document is to be read")
	}
	delete(s.Contents, parent.ID)
	if diff := s.DriftOf(d.Kind, c); len(diff) != 1 || !diff[0].Removed {
		t.Errorf("drift: %+v", diff)
	}
	if got := s.Register.Heirs(plantest.Today); len(got) == 0 {
		t.Error("nothing can have drifted")
	}
}

// The version in force is what others take over from, and taking over again is
// no reason to touch an adopted version.
func TestAdoptedVersionsSpeakAndStay(t *testing.T) {
	f := plantest.Complete(2)
	s := sourcesOf(f)
	d, _ := s.Register.Document(plantest.DocumentID(plan.AssignmentPlan))
	c, err := s.Take(d, f.Contents[plantest.VersionID(plan.AssignmentPlan)], allOffers(s, d, plan.Content{})...)
	if err != nil {
		t.Fatal(err)
	}
	edit, err := s.Register.SetContent(d, d.Latest(), plan.Seal(f.Contents[plantest.VersionID(plan.AssignmentPlan)]), c)
	if err != nil {
		t.Fatal(err)
	}
	r := s.Register.Apply(edit)
	d, _ = r.Document(d.ID)
	before := d.Latest().Hash
	r = adoptedOn(t, r, d, plan.NewDate(2026, time.October, 20))
	d, _ = r.Document(d.ID)
	rapid.Check(t, func(t *rapid.T) {
		now := changed(t, plan.Sources{Register: r, Contents: s.Contents, Today: s.Today})
		for _, x := range now.DriftOf(d.Kind, c) {
			updated, err := plan.TakeNew(d.Kind, c, x)
			if err != nil {
				t.Fatal(err)
			}
			for _, after := range []plan.Content{updated, plan.KeepOwn(c, x)} {
				if _, err := now.Register.SetContent(d, d.Latest(), plan.Seal(c), after); !errors.Is(err, plan.ErrFrozen) {
					t.Fatalf("an adopted version is changed: %v", err)
				}
			}
		}
		after, _ := now.Register.Document(d.ID)
		if after.Latest().Hash != before || plan.Seal(c).Hash != before {
			t.Fatal("the adopted version has another hash")
		}
	})
	parent, _ := r.Document(plantest.DocumentID(plan.PeriodPlan))
	next := plan.Version{ID: "next", Draft: 1, Stage: plan.StageDraft}
	r = adoptedOn(t, r, parent, plan.NewDate(2026, time.October, 20))
	parent, _ = r.Document(parent.ID)
	parent.Versions = append(slices.Clone(parent.Versions), next)
	if got := r.SpeaksFor(parent, plantest.Today); got.ID != plantest.VersionID(plan.PeriodPlan) {
		t.Errorf("%s speaks for a plan in force", got.ID)
	}
}

package plan

import (
	"errors"
	"testing"
)

func TestRelationsRefuseCirclesOnlyWhereTheyAreWrong(t *testing.T) {
	var r Register
	ids := map[DocumentKind]ID{}
	for _, k := range DocumentKinds() {
		e, d := NewDocument(k, false, Content{}, clock)
		r, ids[k] = r.Apply(e), d.ID
	}
	add := func(k RelationKind, from, to DocumentKind) error {
		e, err := r.Relate(Relation{k, ids[from], ids[to]})
		r = r.Apply(e)
		return err
	}
	for _, x := range []struct {
		k        RelationKind
		from, to DocumentKind
	}{{GroundFor, Programme, Strategy}, {Governs, Strategy, PeriodPlan}, {Contains, Programme, PeriodPlan}, {Governs, PeriodPlan, Programme}} {
		if err := add(x.k, x.from, x.to); err != nil {
			t.Errorf("%s %s %s: %v", x.from, x.k, x.to, err)
		}
	}
	if err := add(Governs, Programme, Strategy); !errors.Is(err, ErrCycle) {
		t.Errorf("a circle inside governs: %v, want ErrCycle", err)
	}
	if err := add(Supersedes, Policy, Policy); !errors.Is(err, ErrCycle) {
		t.Errorf("a document that supersedes itself: %v, want ErrCycle", err)
	}
	if _, err := r.Relate(Relation{Governs, ids[Strategy], "nobody"}); !errors.Is(err, ErrDocument) {
		t.Errorf("an unknown document: %v, want ErrDocument", err)
	}
}

// What replaces each other stands in a line, and so does what governs: a circle
// of any length is refused, and taking a link away opens it again.
func TestLongCirclesAreRefused(t *testing.T) {
	for _, k := range []RelationKind{Governs, Supersedes} {
		var r Register
		var ids []ID
		for range 4 {
			e, d := NewDocument(Policy, false, Content{}, clock)
			r, ids = r.Apply(e), append(ids, d.ID)
		}
		for i := range 3 {
			e, err := r.Relate(Relation{k, ids[i], ids[i+1]})
			if err != nil {
				t.Fatal(err)
			}
			r = r.Apply(e)
		}
		closing := Relation{k, ids[3], ids[0]}
		if _, err := r.Relate(closing); !errors.Is(err, ErrCycle) {
			t.Errorf("a circle of four inside %s: %v, want ErrCycle", k, err)
		}
		open := r.Apply(r.Unrelate(Relation{k, ids[1], ids[2]}))
		if _, err := open.Relate(closing); err != nil {
			t.Errorf("%s without a circle: %v", k, err)
		}
		if _, err := r.Relate(Relation{Describes, ids[3], ids[0]}); err != nil {
			t.Errorf("a circle of %s and another relation: %v", k, err)
		}
	}
}

// Every relation that a document kind must have, or that follows from the work,
// is one that fits.
func TestRelationsThatFit(t *testing.T) {
	for _, x := range []struct {
		k        RelationKind
		from, to DocumentKind
		want     bool
	}{
		{GroundFor, Programme, Strategy, true},
		{GroundFor, Statutes, Strategy, true},
		{GroundFor, Strategy, Programme, false},
		{Governs, Strategy, PeriodPlan, true},
		{Governs, Strategy, Policy, true},
		{Governs, Strategy, Strategy, false},
		{Governs, PeriodPlan, AssignmentPlan, false},
		{TiedTo, Policy, Strategy, true},
		{TiedTo, Strategy, Policy, false},
		{Contains, Programme, PeriodPlan, true},
		{Contains, Programme, AssignmentPlan, false},
		{ElaboratedIn, PeriodPlan, AssignmentPlan, true},
		{ElaboratedIn, AssignmentPlan, PeriodPlan, false},
		{Describes, Agreement, Strategy, true},
		{Describes, Policy, Strategy, false},
		{Supersedes, Policy, Policy, true},
		{Supersedes, Policy, Strategy, false},
	} {
		if got := x.k.Fits(x.from, x.to); got != x.want {
			t.Errorf("%s %s %s: %v", x.from, x.k, x.to, got)
		}
	}
	for _, kind := range DocumentKinds() {
		for _, f := range FieldsOf(kind) {
			if f.Kind != Related {
				continue
			}
			fits := false
			for _, other := range DocumentKinds() {
				from, to := kind, other
				if f.Relating.Incoming {
					from, to = other, kind
				}
				fits = fits || f.Relating.Relation.Fits(from, to)
			}
			if !fits {
				t.Errorf("the field %s of %s fits nothing", f.Key, kind)
			}
		}
	}
}

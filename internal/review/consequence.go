package review

import (
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// Basis returns the version whose content a review with the outcome is to be
// recorded with: the latest adopted one. It is false where the outcome begins no
// draft, or where one is open that fits and will be linked.
func Basis(r plan.Register, doc plan.ID, outcome string) (plan.Version, bool) {
	d, ok := r.Document(doc)
	if !ok {
		return plan.Version{}, false
	}
	switch outcome {
	case plan.Editorial, plan.Revise:
		if _, open := openDraft(r, d, outcome == plan.Editorial); open {
			return plan.Version{}, false
		}
	case plan.Supersede:
		if _, open := successor(r, d); open {
			return plan.Version{}, false
		}
	default:
		return plan.Version{}, false
	}
	return lastAdopted(r, d)
}

func lastAdopted(r plan.Register, d plan.Document) (plan.Version, bool) {
	as := r.Adoptions(d.ID)
	if len(as) == 0 {
		return plan.Version{}, false
	}
	return d.Version(as[len(as)-1].Version)
}

// openDraft returns the draft beside the adopted version if it is of the kind:
// an editorial change or a revision.
func openDraft(r plan.Register, d plan.Document, editorial bool) (plan.ID, bool) {
	v, open := r.Draft(d)
	return v.ID, open && !r.Frozen(d, v) && (v.Minor > 0) == editorial
}

// successor returns the latest version of the document that is to supersede d,
// if one has been begun.
func successor(r plan.Register, d plan.Document) (plan.ID, bool) {
	for _, id := range r.Subjects(d.ID, plan.Supersedes) {
		if s, ok := r.Document(id); ok {
			return s.Latest().ID, true
		}
	}
	return "", false
}

// consequence returns what follows from the review's outcome, and the version
// that it led to.
func consequence(r plan.Register, d plan.Document, rv Review, basis plan.Sealed, now time.Time) (plan.Edit, plan.ID, error) {
	switch rv.Outcome {
	case plan.Editorial, plan.Revise:
		editorial := rv.Outcome == plan.Editorial
		if id, open := openDraft(r, d, editorial); open {
			return plan.Edit{}, id, nil
		}
		if _, open := r.Draft(d); !open && !isBasis(r, d, basis) {
			return plan.Edit{}, "", ErrContent
		}
		e, v, err := r.NextDraft(d, basis, editorial, now)
		return e, v.ID, err
	case plan.Supersede:
		if id, open := successor(r, d); open {
			return plan.Edit{}, id, nil
		}
		if !isBasis(r, d, basis) {
			return plan.Edit{}, "", ErrContent
		}
		return supersede(r, d, basis, now)
	case plan.Repeal:
		e, err := repeal(r, d, rv, now)
		return e, "", err
	}
	return plan.Edit{}, "", nil
}

func isBasis(r plan.Register, d plan.Document, basis plan.Sealed) bool {
	v, ok := lastAdopted(r, d)
	return ok && !basis.IsZero() && basis.Hash == v.Hash
}

// supersede begins the document that is to take d's place: its content without
// what belongs to one decision, and its place among the other documents.
func supersede(r plan.Register, d plan.Document, basis plan.Sealed, now time.Time) (plan.Edit, plan.ID, error) {
	c := basis.Content
	for _, k := range []plan.Key{plan.KeyValidFrom, plan.KeyValidTo, plan.KeyDnr} {
		c = c.With(k, plan.Value{})
	}
	e, next := plan.NewDocument(d.Kind, d.Quick, c, now)
	r = r.Apply(e)
	relations := []plan.Relation{{Kind: plan.Supersedes, From: next.ID, To: d.ID}}
	for _, x := range r.Relations() {
		switch {
		case x.To == d.ID:
			relations = append(relations, plan.Relation{Kind: x.Kind, From: x.From, To: next.ID})
		case x.From == d.ID && x.Kind == plan.TiedTo:
			relations = append(relations, plan.Relation{Kind: x.Kind, From: next.ID, To: x.To})
		}
	}
	for _, x := range relations {
		step, err := r.Relate(x)
		if err != nil {
			return plan.Edit{}, "", err
		}
		r, e = r.Apply(step), e.Then(step)
	}
	return e, next.Versions[0].ID, nil
}

// repeal registers the body's decision. Without one the review has only
// proposed it.
func repeal(r plan.Register, d plan.Document, rv Review, now time.Time) (plan.Edit, error) {
	if rv.Body == "" || rv.NoFormalDecision {
		return plan.Edit{}, nil
	}
	var lacks []plan.Key
	if rv.DecisionDate.IsZero() {
		lacks = append(lacks, plan.KeyDecisionDate)
	}
	if strings.TrimSpace(rv.Paragraph) == "" {
		lacks = append(lacks, plan.KeyParagraph)
	}
	if len(lacks) > 0 {
		return plan.Edit{}, &MissingError{lacks}
	}
	i := slices.IndexFunc(d.Versions, func(v plan.Version) bool { return v.ID == rv.Version })
	return r.Decide(d, d.Versions[i], plan.Decision{
		Outcome: plan.Repealed, Body: rv.Body, Date: rv.DecisionDate, Paragraph: rv.Paragraph, Dnr: rv.Dnr, Reason: rv.Conclusion,
	}, rv.By, now)
}

package plan

import (
	"cmp"
	"iter"
	"slices"
)

// Adoption is the decision by which a version came to apply.
type Adoption struct {
	Event     ID
	Version   ID
	Date      Date // of the decision
	ValidFrom Date // first day; never before Date
	Validity  Validity
	ValidTo   Date   // of ValidUntil and ValidUntilSuperseded, with the decisions that extended it
	Body      ID     // "" for an editorial change
	Officer   string // who adopted an editorial change
	Paragraph string
	Dnr       string
	// IncludedReview tells that the adoption is recorded to have been a review.
	IncludedReview bool
}

// Editorial reports whether an officer adopted an editorial change.
func (a Adoption) Editorial() bool { return a.Body == "" }

// Adoptions returns the document's adoptions that count, in the order of their
// decisions: by the day of the decision, then by the first day of validity, then
// as they were registered. Where the decision does not say from when and how long
// the version applies, the version does.
func (r Register) Adoptions(doc ID) []Adoption { return r.adoptionsBy(doc, Date{}) }

// adoptionsBy are the adoptions that had been decided by the day, with what had
// been decided of them; no date for all.
func (r Register) adoptionsBy(doc ID, day Date) []Adoption {
	d := r.documents[doc]
	var out []Adoption
	for e := range r.decisionsBy(doc, day) {
		f := e.Fields
		if f.Text(KeyOutcome) != Adopted {
			continue
		}
		v, ok := d.version(e.Version)
		if !ok {
			continue
		}
		a := Adoption{
			Event: e.ID, Version: e.Version, Date: f.Get(KeyDecisionDate).Date(),
			Validity: Validity(cmp.Or(f.Text(KeyValidity), string(v.Head.Validity))),
			Body:     f.Get(KeyBody).ID(), Officer: f.Text(KeyOfficer), Paragraph: f.Text(KeyParagraph),
			Dnr: cmp.Or(f.Text(KeyDnr), v.Head.Dnr), IncludedReview: f.Text(KeyIncludedReview) == Yes,
		}
		a.ValidFrom = latest(a.Date, cmp.Or(f.Get(KeyValidFrom).Date(), v.Head.ValidFrom))
		a.ValidTo = cmp.Or(f.Get(KeyValidTo).Date(), v.Head.ValidTo)
		out = append(out, a)
	}
	slices.SortStableFunc(out, func(a, b Adoption) int {
		return cmp.Or(a.Date.Compare(b.Date), a.ValidFrom.Compare(b.ValidFrom))
	})
	r.extend(doc, out, day)
	return out
}

// decisionsBy yields the decisions on the document that had been made by the day;
// no date for all. They must not be changed.
func (r Register) decisionsBy(doc ID, day Date) iter.Seq[*Event] {
	return func(yield func(*Event) bool) {
		for e := range r.eventsOf(doc, EventDecision) {
			if (day.IsZero() || !e.Fields.Get(KeyDecisionDate).Date().After(day)) && !yield(e) {
				return
			}
		}
	}
}

// extend gives the adoptions the days to which later decisions extended them. An
// editorial change takes over the day of the version that it changes.
func (r Register) extend(doc ID, as []Adoption, day Date) {
	for i := range as {
		if i > 0 && as[i].Editorial() && as[i].Validity == as[i-1].Validity {
			as[i].ValidTo = latest(as[i].ValidTo, as[i-1].ValidTo)
		}
		for e := range r.decisionsBy(doc, day) {
			if e.Version == as[i].Version && e.Fields.Text(KeyOutcome) == Extended {
				as[i].ValidTo = latest(as[i].ValidTo, e.Fields.Get(KeyValidTo).Date())
			}
		}
	}
}

// Version returns the document's version with the ID.
func (d Document) version(id ID) (Version, bool) {
	for _, v := range d.Versions {
		if v.ID == id {
			return v, true
		}
	}
	return Version{}, false
}

// Version returns the document's version with the ID.
func (d Document) Version(id ID) (Version, bool) { return d.version(id) }

func latest(a, b Date) Date {
	if a.Before(b) {
		return b
	}
	return a
}

// Ending is why a document stopped applying.
type Ending string

// The endings. An expired document still owes the reviews that it did not get;
// a repealed or superseded one does not.
const (
	NotEnded        Ending = ""
	EndedRepealed   Ending = "repealed"
	EndedSuperseded Ending = "superseded"
	EndedExpired    Ending = "expired"
)

// Force is the time in which a document applies.
type Force struct {
	From   Date // first day; no date while nothing is adopted
	To     Date // last day; no date while no end is known
	Ending Ending
}

// On reports whether the document applies on the day.
func (f Force) On(d Date) bool {
	return !f.From.IsZero() && !d.Before(f.From) && (f.To.IsZero() || !d.After(f.To))
}

// Overlaps reports whether the document applies on some day of [from, to].
func (f Force) Overlaps(from, to Date) bool {
	return !f.From.IsZero() && !f.From.After(to) && (f.To.IsZero() || !f.To.Before(from))
}

// ForceOf returns when the document applies: from the later of adoption and
// "gäller fr.o.m." until it is repealed or superseded or, where its validity is
// up to a date, that date. Until further notice and "dock tills den ersätts" go
// on.
func (r Register) ForceOf(doc ID) Force { return r.ForceBy(doc, Date{}) }

// ForceBy returns what ForceOf would have returned on the day: decisions of later
// days are left out of account. Without a date none is.
func (r Register) ForceBy(doc ID, day Date) Force {
	as := r.adoptionsBy(doc, day)
	if len(as) == 0 {
		return Force{}
	}
	last := as[len(as)-1]
	f := Force{From: as[0].ValidFrom}
	if last.Validity == ValidUntil && !last.ValidTo.IsZero() {
		f.end(last.ValidTo, EndedExpired)
	}
	for e := range r.decisionsBy(doc, day) {
		if e.Fields.Text(KeyOutcome) == Repealed {
			f.end(cmp.Or(e.Fields.Get(KeyValidTo).Date(), e.Fields.Get(KeyDecisionDate).Date()), EndedRepealed)
		}
	}
	for _, id := range r.Subjects(doc, Supersedes) {
		if s := r.adoptionsBy(id, day); len(s) > 0 {
			f.end(s[0].ValidFrom.AddDays(-1), EndedSuperseded)
		}
	}
	return f
}

// end ends f on the day. Of two endings the earlier day counts; a repeal or a
// supersession that follows an expiry still closes the document.
func (f *Force) end(day Date, why Ending) {
	if f.Ending == EndedExpired || f.Ending == NotEnded || day.Before(f.To) {
		f.Ending = why
	}
	if f.To.IsZero() || day.Before(f.To) {
		f.To = day
	}
}

// Current returns the version that applies on the day: the latest adopted one
// whose validity has begun. Before the first one begins it is none.
func (r Register) Current(d Document, on Date) (Version, Adoption, bool) {
	var (
		v     Version
		a     Adoption
		found bool
	)
	for _, x := range r.Adoptions(d.ID) {
		if x.ValidFrom.After(on) {
			continue
		}
		if y, ok := d.version(x.Version); ok {
			v, a, found = y, x, true
		}
	}
	return v, a, found
}

// AdoptionOf returns the adoption of the version, if it is adopted.
func (r Register) AdoptionOf(d Document, version ID) (Adoption, bool) {
	for _, a := range r.Adoptions(d.ID) {
		if a.Version == version {
			return a, true
		}
	}
	return Adoption{}, false
}

// Latest returns the newest version, adopted or draft.
func (d Document) Latest() Version { return d.Versions[len(d.Versions)-1] }

// Draft returns the version that can be worked on or decided on: the latest one,
// unless it is adopted or was rejected.
func (r Register) Draft(d Document) (Version, bool) {
	v := d.Latest()
	_, adopted := r.AdoptionOf(d, v.ID)
	return v, !adopted && r.draftStatus(d, v) != StatusRejected
}

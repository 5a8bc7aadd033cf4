package plan

import (
	"fmt"
	"slices"
	"time"
)

// NewDocument returns the edit that adds a document whose first version, 0.1,
// has the content. A quick plan is an assignment plan in its short form.
func NewDocument(kind DocumentKind, quick bool, c Content, now time.Time) (Edit, Document) {
	v := Version{ID: NewID(), Draft: 1, Stage: StageDraft, Created: instant(now)}
	d := Document{ID: NewID(), Kind: kind, Quick: quick && kind == AssignmentPlan, Versions: []Version{v}}
	return Edit{Changes: []Change{
		DocumentChange{After: &d},
		ContentChange{Kind: kind, Document: d.ID, Version: v.ID, After: Seal(c)},
	}}, d
}

// instant is how times are stored: UTC, whole seconds.
func instant(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }

// RemoveDocument returns the edit that removes a document no version of which
// was ever decided on; contents are those of its versions, by version ID.
// Relations to and from it go with it.
func (r Register) RemoveDocument(d Document, contents map[ID]Sealed) (Edit, error) {
	if slices.ContainsFunc(r.events, func(e Event) bool { return e.Document == d.ID }) {
		return Edit{}, fmt.Errorf("remove %s: %w", d.ID, ErrFrozen)
	}
	var e Edit
	for _, x := range r.relations {
		if x.From == d.ID || x.To == d.ID {
			e.Changes = append(e.Changes, RelationChange{x, true})
		}
	}
	for _, v := range d.Versions {
		e.Changes = append(e.Changes, ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, Before: contents[v.ID]})
	}
	e.Changes = append(e.Changes, DocumentChange{Before: &d})
	return e, nil
}

// SetContent returns the edit that gives a draft a new content. It refuses a
// frozen or locked version, and an empty edit means that nothing differs.
func (r Register) SetContent(d Document, v Version, before Sealed, c Content) (Edit, error) {
	if err := r.Editable(d, v); err != nil {
		return Edit{}, fmt.Errorf("change %s: %w", v.ID, err)
	}
	if before.Content.Equal(c) {
		return Edit{}, nil
	}
	return Edit{Changes: []Change{
		ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, Before: before, After: Seal(c)},
	}}, nil
}

// SetStage returns the edit that moves a draft to a stage. errors is how many
// error findings the version has; with any it cannot become ready for decision.
// Entering StageReady locks the content and raises the draft number.
func (r Register) SetStage(d Document, v Version, to Stage, errors int) (Edit, error) {
	switch {
	case r.Frozen(d, v):
		return Edit{}, fmt.Errorf("set stage of %s: %w", v.ID, ErrFrozen)
	case v.Stage == to, !slices.Contains([]Stage{StageDraft, StageInPreparation, StageReady}, to):
		return Edit{}, fmt.Errorf("set stage %s: %w", to, ErrTransition)
	case to == StageReady && errors > 0:
		return Edit{}, fmt.Errorf("set stage %s: %w", to, ErrFindings)
	}
	return d.changeVersion(v.ID, func(v *Version) {
		if to == StageReady {
			v.Draft++
		}
		v.Stage = to
	}), nil
}

func (d Document) changeVersion(id ID, change func(*Version)) Edit {
	before, after := d, d
	after.Versions = slices.Clone(d.Versions)
	for i := range after.Versions {
		if after.Versions[i].ID == id {
			change(&after.Versions[i])
		}
	}
	return Edit{Changes: []Change{DocumentChange{&before, &after}}}
}

// NextDraft returns the edit that adds the draft of the next version with the
// content from: that of the version in force, or of the latest version where it
// was rejected. It is numbered after the last version that was ever adopted, n+1.0
// or for an editorial change n.m+1, and its draft number continues where an
// earlier draft of the same number was rejected. There is at most one draft beside
// the version in force, and none of a document that is repealed or superseded.
func (r Register) NextDraft(d Document, from Sealed, editorial bool, now time.Time) (Edit, Version, error) {
	refuse := func(err error) (Edit, Version, error) {
		return Edit{}, Version{}, fmt.Errorf("draft next version of %s: %w", d.ID, err)
	}
	if !r.Frozen(d, d.Latest()) {
		return refuse(ErrDraftOpen)
	}
	if f := r.ForceOf(d.ID); f.Ending == EndedRepealed || f.Ending == EndedSuperseded {
		return refuse(ErrTransition)
	}
	v := Version{ID: NewID(), Draft: 1, Stage: StageDraft, Created: instant(now)}
	base, ok := r.lastNumber(d)
	switch {
	case editorial && !ok:
		return refuse(ErrTransition)
	case editorial:
		v.Major, v.Minor = base.Major, base.Minor+1
	case ok:
		v.Major = base.Major + 1
	}
	for _, x := range d.Versions {
		if !r.adopted[x.ID] && x.Major == v.Major && x.Minor == v.Minor {
			v.Draft = max(v.Draft, x.Draft+1)
		}
	}
	before, after := d, d
	after.Versions = append(slices.Clone(d.Versions), v)
	return Edit{Changes: []Change{
		DocumentChange{&before, &after},
		ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, After: Seal(from.Content)},
	}}, v, nil
}

// lastNumber returns the latest version whose number is taken for good, because
// it was once adopted under it.
func (r Register) lastNumber(d Document) (Version, bool) {
	for _, v := range slices.Backward(d.Versions) {
		if r.adopted[v.ID] {
			return v, true
		}
	}
	return Version{}, false
}

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
	if len(r.byDoc[d.ID]) > 0 {
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

// Promote returns the edit that makes a quick plan a full one. Nothing in its
// content changes.
func (d Document) Promote() Edit {
	before, after := d, d
	after.Quick = false
	return Edit{Changes: []Change{DocumentChange{&before, &after}}}
}

// NextDraft returns the edit that adds the draft of the next version, a copy of
// the adopted version's content: n+1.0, or n.m+1 for an editorial change. There
// is at most one draft beside the version in force.
func (r Register) NextDraft(d Document, from Sealed, editorial bool, now time.Time) (Edit, Version, error) {
	last := d.Latest()
	if _, adopted := r.AdoptionOf(d, last.ID); !adopted {
		return Edit{}, Version{}, fmt.Errorf("draft next version of %s: %w", d.ID, ErrDraftOpen)
	}
	v := Version{ID: NewID(), Major: last.Major + 1, Draft: 1, Stage: StageDraft, Created: instant(now)}
	if editorial {
		v.Major, v.Minor = last.Major, last.Minor+1
	}
	before, after := d, d
	after.Versions = append(slices.Clone(d.Versions), v)
	return Edit{Changes: []Change{
		DocumentChange{&before, &after},
		ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, After: Seal(from.Content)},
	}}, v, nil
}

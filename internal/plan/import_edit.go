package plan

import (
	"fmt"
	"slices"
	"time"
)

// Source says which file was imported, by whom and when.
type Source struct {
	File, Hash string
	By         string
	At         time.Time
}

// Edit returns the edit that carries the import out as it was chosen, and the states
// of theirs that are to be remembered when it is done. The files that contents refer
// to are not in it.
func (im *Import) Edit(from Source) (Edit, []Earlier, error) {
	b := importer{im: im, r: im.mine.Register, own: &owned{lists: map[ListName]bool{}}}
	for i := range im.Items {
		if item := &im.Items[i]; item.List != "" && item.Outcome != ImportGone {
			if err := b.entry(item); err != nil {
				return Edit{}, nil, fmt.Errorf("import %s %s: %w", item.List, item.Entry, err)
			}
		}
	}
	for i := range im.Items {
		if item := &im.Items[i]; item.Document != "" && item.Outcome != ImportGone {
			if err := b.document(item); err != nil {
				return Edit{}, nil, fmt.Errorf("import document %s: %w", item.Document, err)
			}
		}
	}
	b.relations()
	b.removals()
	b.registrations()
	if b.edit.IsEmpty() {
		return Edit{}, im.known, nil
	}
	b.edit.Events = append(b.edit.Events, Event{
		ID: NewID(), Kind: EventImport, At: instant(from.At), By: from.By,
		Fields: NewContent(Filled{KeyFileName: Text(from.File), KeyFileHash: Text(from.Hash)}),
	})
	return b.edit, im.known, nil
}

// importer makes the edit, step by step on the register as it then is.
type importer struct {
	im   *Import
	r    Register // by value it holds until the next step only
	own  *owned   // what of r was copied already
	edit Edit
}

func (b *importer) do(e Edit) {
	b.edit.Changes, b.edit.Events = append(b.edit.Changes, e.Changes...), append(b.edit.Events, e.Events...)
	b.r.own = b.own
	for _, c := range e.Changes {
		b.r = c.apply(b.r)
	}
	b.r.own = nil
	b.r = b.r.withEvents(e.Events)
}

func (b *importer) change(c ...Change) { b.do(Edit{Changes: c}) }

func (b *importer) entry(i *ImportItem) error {
	if i.Outcome == ImportGoneHere && !i.Take {
		return nil
	}
	c, err := i.result()
	if err != nil {
		return err
	}
	before, ok := b.r.Entry(i.List, i.Entry)
	after := before
	if !ok {
		after = Entry{ID: i.Entry, Position: 1}
		if list := b.r.lists[i.List]; len(list) > 0 {
			after.Position = list[len(list)-1].Position + 1
		}
	}
	after.Fields = c
	if ok && before.Fields.Equal(c) {
		return nil
	}
	if err := b.r.checkEntry(i.List, after); err != nil {
		i.Outcome, i.Why = ImportRefused, err
		return nil
	}
	if ok {
		b.change(EntryChange{i.List, &before, &after})
	} else {
		b.change(EntryChange{List: i.List, After: &after})
	}
	return nil
}

func (b *importer) document(i *ImportItem) error {
	switch {
	case i.Outcome == ImportRefused, i.Outcome == ImportGoneHere && !i.Take:
		return nil
	case i.thing == ThingDocument(i.Document):
		return b.settings(i)
	case i.plan.whole:
		return b.newDocument(i)
	}
	if err := b.contents(i); err != nil {
		return err
	}
	for _, v := range i.plan.comes {
		b.insert(i, v, i.plan.contents[v.ID])
	}
	for adopted, text := range i.plan.drafts {
		if err := b.draftAfter(i, adopted, text); err != nil {
			return err
		}
	}
	return nil
}

func (b *importer) settings(i *ImportItem) error {
	c, err := i.result()
	if err != nil {
		return err
	}
	before, _ := b.r.Document(i.Document)
	after := before
	after.Rule, after.RuleReason = Rule(c.Text(keyRule)), c.Text(keyRuleReason)
	if after.Rule != before.Rule || after.RuleReason != before.RuleReason {
		b.change(DocumentChange{&before, &after})
	}
	return nil
}

func (b *importer) newDocument(i *ImportItem) error {
	d := b.im.settings[i.Document]
	d.Versions = slices.Clone(d.Versions)
	changes := []Change{DocumentChange{After: &d}}
	for _, v := range d.Versions {
		changes = append(changes, ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, After: i.plan.contents[v.ID]})
	}
	b.change(changes...)
	return nil
}

// contents gives the versions here what is taken or was brought together, and then
// their number and stage.
func (b *importer) contents(i *ImportItem) error {
	for id, take := range i.plan.takes {
		d, ok := b.r.Document(i.Document)
		v, there := d.Version(id)
		if !ok || !there {
			return ErrDoesNotFit
		}
		before := i.plan.before[id]
		after, given := i.plan.gives[id]
		switch {
		case given:
		case i.Outcome == ImportMerged, i.Outcome == ImportClash:
			c, err := i.result()
			if err != nil {
				return err
			}
			after = Seal(c)
		default: // the text is the same
			after = before
		}
		if !after.Content.Equal(before.Content) {
			if v.Stage == StageReady { // locked until it is a draft
				b.do(d.changeVersion(id, func(v *Version) { v.Stage = StageDraft }))
			}
			b.change(ContentChange{Kind: d.Kind, Document: d.ID, Version: id, Before: before, After: after})
		}
		d, _ = b.r.Document(i.Document)
		now, _ := d.Version(id)
		want := now
		want.Stage, want.Draft = take.Stage, take.Draft
		if take.ID != "" {
			want.Major, want.Minor = take.Major, take.Minor
			if id == d.Latest().ID {
				want = b.numbered(d, want)
			}
		} else if after.Content.Equal(before.Content) { // nothing came
			want.Stage = v.Stage
		}
		if want != now {
			b.do(d.changeVersion(id, func(v *Version) { *v = want }))
		}
	}
	return nil
}

func (b *importer) relations() {
	for _, c := range b.im.relations {
		_, from := b.r.Document(c.Relation.From)
		_, to := b.r.Document(c.Relation.To)
		if from && to {
			b.change(c)
		}
	}
}

// removals carries out what was removed there and chosen to be removed here too.
func (b *importer) removals() {
	for n := range b.im.Items {
		i := &b.im.Items[n]
		if i.Outcome != ImportGone || !i.Take {
			continue
		}
		var e Edit
		var err error
		if i.List != "" {
			e, err = b.r.RemoveEntry(i.List, i.Entry)
		} else {
			d, _ := b.r.Document(i.Document)
			e, err = b.r.RemoveDocument(d, i.plan.before)
		}
		if err != nil {
			i.Outcome, i.Why = ImportRefused, ErrStillUsed
			continue
		}
		b.do(e)
	}
}

// registrations takes over the events that have what they tell of.
func (b *importer) registrations() {
	have := map[ID]bool{}
	var come []Event
	for _, e := range b.r.Events() {
		have[e.ID] = true
	}
	for _, e := range b.im.events {
		if e.Document != "" {
			d, ok := b.r.Document(e.Document)
			if _, there := d.Version(e.Version); !ok || e.Version != "" && !there {
				continue
			}
		}
		if e.Corrects != "" && !have[e.Corrects] {
			continue
		}
		have[e.ID] = true
		e.Seq, e.Prev, e.Hash = 0, "", ""
		come = append(come, e)
	}
	b.do(Edit{Events: come})
}

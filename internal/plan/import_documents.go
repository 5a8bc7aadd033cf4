package plan

import (
	"errors"
)

// The reasons why a document cannot be imported.
var (
	ErrOtherKind   = errors.New("the document is of another kind here")
	ErrBothAdopted = errors.New("the version was adopted on both sides with different texts")
	ErrStillUsed   = errors.New("it is used here and cannot be removed")
	ErrDoesNotFit  = errors.New("it does not fit what is here")
)

// documentImport is what is done to a document: which versions come, what becomes
// of those that both have.
type documentImport struct {
	whole    bool           // the document is not here
	comes    []Version      // versions that are not here, with the contents
	contents map[ID]Sealed  // of these
	takes    map[ID]Version // versions of theirs whose number and stage are taken
	gives    map[ID]Sealed  // contents that versions here are given
	drafts   map[ID]Sealed  // by an adopted version: the text that becomes the draft after it
	before   map[ID]Sealed  // contents as they are here
}

func newDocumentImport() documentImport {
	return documentImport{contents: map[ID]Sealed{}, takes: map[ID]Version{}, gives: map[ID]Sealed{}, drafts: map[ID]Sealed{}, before: map[ID]Sealed{}}
}

func (p documentImport) mentions(id ID) bool {
	for _, all := range []map[ID]Sealed{p.contents, p.gives, p.drafts} {
		for _, s := range all {
			if s.Content.Mentions(id) {
				return true
			}
		}
	}
	return false
}

func (im *Import) document(theirs Document) error {
	mine, ok := im.mine.Register.Document(theirs.ID)
	item := ImportItem{Kind: theirs.Kind, Document: theirs.ID, Name: theirs.Latest().Head.Title, plan: newDocumentImport()}
	switch {
	case !ok:
		return im.newDocument(item, theirs)
	case mine.Kind != theirs.Kind:
		item.Outcome, item.Why = ImportRefused, ErrOtherKind
		im.Items = append(im.Items, item)
		return nil
	}
	if err := im.takeSettings(mine, theirs); err != nil {
		return err
	}
	for _, v := range theirs.Versions {
		if err := im.version(item, mine, theirs, v); err != nil {
			return err
		}
	}
	return nil
}

// newDocument is one that is not here: new there, or removed here.
func (im *Import) newDocument(item ImportItem, theirs Document) error {
	item.Outcome, item.plan.whole = ImportAdded, true
	was, changed := false, false
	for _, v := range theirs.Versions {
		s, err := im.theirs.Content(theirs, v)
		if err != nil {
			return err
		}
		item.plan.comes, item.plan.contents[v.ID] = append(item.plan.comes, v), s
		t := ThingContent(v.ID)
		was = was || len(im.mine.All[t]) > 0
		changed = changed || !im.mine.knows(t, im.theirs.now(t, s))
		if err := im.remember(t, s, Sealed{}); err != nil {
			return err
		}
	}
	if was && !changed {
		return nil // removed here, as it is there
	}
	if was {
		item.Outcome = ImportGoneHere
	}
	im.settings[theirs.ID] = theirs
	im.Items = append(im.Items, item)
	return nil
}

func (im *Import) takeSettings(mine, theirs Document) error {
	t := ThingDocument(mine.ID)
	how, bases, err := im.compare(t, stateFields, mine.Settings(), theirs.Settings())
	if err != nil || how == sidesSame || how == sidesAhead {
		return err
	}
	item := ImportItem{Kind: mine.Kind, Document: mine.ID, Name: mine.Latest().Head.Title, thing: t}
	item.bring(how, bases, mine.Settings().Content, theirs.Settings().Content)
	item.Changed = CompareFields(stateFields, item.mine, item.merged)
	if !item.nothing() {
		im.Items = append(im.Items, item)
	}
	return im.remember(t, theirs.Settings(), unless(mine.Settings(), how == sidesBehind))
}

// version compares a version of theirs with what is here.
func (im *Import) version(item ImportItem, mine, theirs Document, v Version) error {
	item.Version, item.plan = v.ID, newDocumentImport()
	here, ok := mine.Version(v.ID)
	adoptedHere, adoptedThere := im.mine.Register.WasAdopted(v.ID), im.theirs.Register.WasAdopted(v.ID)
	if ok && here.Hash == v.Hash && adoptedHere == adoptedThere && v.Draft <= here.Draft {
		t, s := ThingContent(v.ID), Sealed{Hash: v.Hash}
		if im.mine.now(t, s) == im.theirs.now(t, s) {
			return nil
		}
	}
	s, err := im.theirs.Content(theirs, v)
	if err != nil {
		return err
	}
	if !ok {
		return im.newVersion(item, mine, v, s)
	}
	now, err := im.mine.Content(mine, here)
	if err != nil {
		return err
	}
	how, bases, err := im.compare(ThingContent(v.ID), FieldsOf(mine.Kind), now, s)
	if err != nil {
		return err
	}
	item.plan.before[v.ID] = now
	switch {
	case adoptedHere && adoptedThere:
		if how == sidesSame {
			return nil
		}
		item.Outcome, item.Why = ImportRefused, ErrBothAdopted
	case adoptedHere:
		if how == sidesSame || how == sidesAhead {
			return nil
		}
		return im.asDraft(item, mine, here, s)
	case adoptedThere:
		item.plan.takes[v.ID], item.plan.gives[v.ID] = v, s
		item.Outcome = ImportTaken
		if how == sidesAhead || how == sidesDiverged {
			item.Outcome, item.plan.drafts[v.ID] = ImportDraft, now
		}
		item.Changed = Compare(mine.Kind, now.Content, s.Content)
	default:
		im.draft(&item, mine, here, v, bothContents{how, bases, now.Content, s})
	}
	if item.Outcome != "" {
		im.Items = append(im.Items, item)
	}
	if how == sidesAhead && !adoptedThere || how == sidesSame {
		return nil
	}
	return im.remember(ThingContent(v.ID), s, unless(now, how == sidesBehind || adoptedThere))
}

// bothContents are what a draft says on both sides.
type bothContents struct {
	how    sides
	bases  []Content
	mine   Content
	theirs Sealed
}

// draft brings the drafts of both sides together.
func (im *Import) draft(item *ImportItem, mine Document, here, there Version, c bothContents) {
	switch c.how {
	case sidesAhead:
		return
	case sidesSame:
		if there.Draft > here.Draft {
			item.plan.takes[here.ID] = there
			item.Outcome = ImportTaken
		}
		return
	case sidesBehind:
		item.plan.takes[here.ID], item.plan.gives[here.ID] = there, c.theirs
	case sidesDiverged:
		item.plan.takes[here.ID] = Version{Stage: StageDraft, Draft: max(here.Draft, there.Draft)}
	}
	item.bring(c.how, c.bases, c.mine, c.theirs.Content)
	item.Changed = Compare(mine.Kind, c.mine, item.merged)
	if item.nothing() {
		item.Outcome = ""
	}
}

// newVersion is one that is not here.
func (im *Import) newVersion(item ImportItem, mine Document, v Version, s Sealed) error {
	t := ThingContent(v.ID)
	switch {
	case im.mine.knows(t, im.theirs.now(t, s)):
		return nil // removed here, as it is there
	case !im.theirs.Register.WasAdopted(v.ID) && !im.mine.Register.Frozen(mine, mine.Latest()):
		return im.secondDraft(item, mine, t, s) // both have begun a draft
	}
	item.Outcome = ImportAdded
	item.plan.comes, item.plan.contents[v.ID] = []Version{v}, s
	im.Items = append(im.Items, item)
	return im.remember(t, s, Sealed{})
}

// secondDraft brings a draft of theirs into the one that was begun here. Both were
// made from the version adopted last.
func (im *Import) secondDraft(item ImportItem, mine Document, t Thing, theirs Sealed) error {
	here := mine.Latest()
	now, err := im.mine.Content(mine, here)
	if err != nil {
		return err
	}
	if im.mine.knows(t, im.theirs.now(t, theirs)) || now.Content.Equal(theirs.Content) {
		return nil // seen before
	}
	bases, err := im.bases(t, FieldsOf(mine.Kind))
	if err != nil {
		return err
	}
	if from, ok := im.mine.Register.lastNumber(mine); ok && len(bases) == 0 {
		s, err := im.mine.Content(mine, from)
		if err != nil {
			return err
		}
		bases = []Content{s.Content}
	}
	item.Version = here.ID
	item.plan.before[here.ID] = now
	item.plan.takes[here.ID] = Version{Stage: StageDraft, Draft: here.Draft}
	item.bring(sidesDiverged, bases, now.Content, theirs.Content)
	item.Changed = Compare(mine.Kind, now.Content, item.merged)
	if !item.nothing() {
		im.Items = append(im.Items, item)
	}
	im.renew(ThingContent(here.ID), now)
	return im.rememberSeen(t, theirs, false)
}

// asDraft takes what was written there in a version that has been adopted here into
// the draft after it.
func (im *Import) asDraft(item ImportItem, mine Document, adopted Version, theirs Sealed) error {
	if latest := mine.Latest(); !im.mine.Register.Frozen(mine, latest) {
		return im.secondDraft(item, mine, ThingContent(adopted.ID), theirs)
	}
	t := ThingContent(adopted.ID)
	now, err := im.mine.Content(mine, adopted)
	if err != nil {
		return err
	}
	item.Outcome = ImportDraft
	item.plan.drafts[adopted.ID] = theirs
	item.Changed = Compare(mine.Kind, now.Content, theirs.Content)
	im.Items = append(im.Items, item)
	return im.remember(t, theirs, now)
}

// goneDocuments are those that theirs has removed as they are here.
func (im *Import) goneDocuments() error {
	for _, d := range im.mine.Register.Documents() {
		if _, there := im.theirs.Register.Document(d.ID); there {
			continue
		}
		known := true
		before := newDocumentImport()
		for _, v := range d.Versions {
			s, err := im.mine.Content(d, v)
			if err != nil {
				return err
			}
			before.before[v.ID] = s
			known = known && im.theirs.knows(ThingContent(v.ID), im.mine.now(ThingContent(v.ID), s))
		}
		if known {
			im.Items = append(im.Items, ImportItem{Outcome: ImportGone, Kind: d.Kind, Document: d.ID, Name: d.Latest().Head.Title, plan: before})
		}
	}
	return nil
}

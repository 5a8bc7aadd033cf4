package plan

import (
	"fmt"
	"slices"
)

// Outcome is what an import does about one thing.
type Outcome string

// The outcomes.
const (
	ImportAdded    Outcome = "added"         // it was not here
	ImportTaken    Outcome = "taken"         // changed there, as it was here
	ImportMerged   Outcome = "merged"        // changed on both sides, in different places
	ImportClash    Outcome = "clash"         // changed on both sides, in the same places
	ImportDraft    Outcome = "draft"         // adopted on one side; the other's text becomes the next draft
	ImportGoneHere Outcome = "removed-here"  // removed here and changed there; Take brings it back
	ImportGone     Outcome = "removed-there" // removed there, as it is here; Take removes it here too
	ImportRefused  Outcome = "refused"       // it cannot be imported; Why says why
)

// ImportItem is one thing that differs, and what is done about it.
type ImportItem struct {
	Outcome  Outcome
	List     ListName // of an entry
	Entry    ID
	Kind     DocumentKind // of a document
	Document ID
	Version  ID
	Name     string
	Changed  []Contrast // what differs here afterwards, the clashes apart
	Clashes  []Clash
	Theirs   []bool // for each clash whether theirs is chosen
	Take     bool   // of something that was removed on one side
	Why      error

	mine, theirs Content
	merged       Content // with mine at every clash
	plan         documentImport
	entry        Entry // as theirs
	state        Sealed
	thing        Thing
}

// Sides returns what the thing says here and there.
func (i *ImportItem) Sides() (mine, theirs Content) { return i.mine, i.theirs }

// result is the content as the choices make it.
func (i *ImportItem) result() (Content, error) {
	var theirs []Clash
	for n, x := range i.Clashes {
		if n < len(i.Theirs) && i.Theirs[n] {
			theirs = append(theirs, x)
		}
	}
	c, err := i.merged.Settle(theirs...)
	if err != nil {
		return c, fmt.Errorf("settle: %w", err)
	}
	return c, nil
}

// Import is what bringing another file in would do.
type Import struct {
	Items     []ImportItem
	Relations int // that come or go
	Events    int // registrations that come

	mine, theirs Side
	relations    []RelationChange
	events       []Event
	settings     map[ID]Document // theirs, whose rules are taken
	known        []Earlier
}

// Open returns how many choices are still to be looked at: places that both sides
// have changed, and what only one side has removed.
func (im *Import) Open() int {
	n := 0
	for _, i := range im.Items {
		n += len(i.Clashes)
		if i.Outcome == ImportGoneHere || i.Outcome == ImportGone {
			n++
		}
	}
	return n
}

// IsEmpty reports whether nothing differs that an import could bring.
func (im *Import) IsEmpty() bool { return len(im.Items) == 0 && im.Relations == 0 && im.Events == 0 }

// ChooseAll chooses for every clash.
func (im *Import) ChooseAll(theirs bool) {
	for i := range im.Items {
		for n := range im.Items[i].Theirs {
			im.Items[i].Theirs[n] = theirs
		}
	}
}

// NewImport tells what bringing theirs into mine would do: of the documents named,
// or of everything where none is. What theirs has not changed since it was the same
// here is not named; neither are exports, which belong to their file.
func NewImport(mine, theirs Side, documents ...ID) (*Import, error) {
	im := &Import{mine: mine, theirs: theirs, settings: map[ID]Document{}}
	if len(documents) == 0 {
		if err := im.entries(); err != nil {
			return nil, err
		}
	}
	for _, d := range theirs.Register.Documents() {
		if len(documents) > 0 && !slices.Contains(documents, d.ID) {
			continue
		}
		if err := im.document(d); err != nil {
			return nil, fmt.Errorf("import document %s: %w", d.ID, err)
		}
	}
	if len(documents) == 0 {
		if err := im.goneDocuments(); err != nil {
			return nil, err
		}
	} else {
		im.neededEntries()
	}
	if err := im.relationChanges(documents); err != nil {
		return nil, err
	}
	im.newEvents(documents)
	return im, nil
}

// sides is how the states of a thing in two files stand to each other.
type sides uint8

const (
	sidesSame     sides = iota
	sidesAhead          // mine is made from theirs
	sidesBehind         // theirs is made from mine
	sidesDiverged       // both were changed since, or nobody knows
)

// compare tells how the states of a thing stand to each other, and what both began
// with where that is known.
func (im *Import) compare(t Thing, fields []Field, mine, theirs Sealed) (sides, []Content, error) {
	m, th := im.mine.now(t, mine), im.theirs.now(t, theirs)
	switch {
	case mine.Hash == theirs.Hash || mine.Content.Equal(theirs.Content):
		if m != th { // both have written the same
			return sidesSame, nil, im.remember(t, theirs, mine)
		}
		return sidesSame, nil, nil
	case slices.Contains(im.mine.Decided[t], th):
		return sidesAhead, nil, nil
	case im.theirs.knows(t, m):
		return sidesBehind, nil, nil
	case im.mine.knows(t, th):
		return sidesAhead, nil, nil
	}
	bases, err := im.bases(t, fields)
	return sidesDiverged, bases, err
}

// bases returns what both sides of a thing came of, as far as is known, the latest
// first.
func (im *Import) bases(t Thing, fields []Field) ([]Content, error) {
	var out []Content
	for _, revision := range im.mine.All[t] {
		if !im.theirs.knows(t, revision) {
			continue
		}
		b, err := im.mine.State(t, revision)
		if err != nil {
			return nil, err
		}
		s, err := Open(fields, b)
		if err != nil {
			return nil, err
		}
		out = append(out, s.Content)
	}
	return out, nil
}

// remember notes a state of theirs and those that it came of, so that a later import
// knows that they were seen. Mine is the thing as it is here; unfilled where it is
// afterwards what it is there.
func (im *Import) remember(t Thing, s, mine Sealed) error {
	if err := im.rememberSeen(t, s, mine.IsZero()); err != nil || mine.IsZero() {
		return err
	}
	im.renew(t, mine)
	return nil
}

// renew gives a thing a new revision, for it now comes of more than it did.
func (im *Import) renew(t Thing, mine Sealed) {
	im.known = append(im.known, Earlier{Thing: t, Hash: mine.Hash, JSON: mine.JSON, Mine: true})
}

func (im *Import) rememberSeen(t Thing, s Sealed, now bool) error {
	for _, revision := range slices.Backward(im.theirs.All[t]) {
		if im.mine.knows(t, revision) {
			continue
		}
		b, err := im.theirs.State(t, revision)
		if err != nil {
			return err
		}
		im.known = append(im.known, Earlier{Thing: t, Revision: revision, Hash: hashOf(b), JSON: b})
	}
	im.decide(t, s, now)
	return nil
}

// decide notes that the state of theirs was dealt with; now says that it is what the
// thing is here afterwards.
func (im *Import) decide(t Thing, s Sealed, now bool) {
	revision := im.theirs.now(t, s)
	if now || !slices.Contains(im.mine.Decided[t], revision) {
		im.known = append(im.known, Earlier{Thing: t, Revision: revision, Hash: s.Hash, JSON: s.JSON, Decided: true, Now: now})
	}
}

// unless returns the state, or none where the condition holds.
func unless(s Sealed, condition bool) Sealed {
	if condition {
		return Sealed{}
	}
	return s
}

// bring fills an item with what comes of two contents that came of the bases.
func (i *ImportItem) bring(how sides, bases []Content, mine, theirs Content) {
	i.mine, i.theirs = mine, theirs
	switch how {
	case sidesBehind:
		i.Outcome, i.merged = ImportTaken, theirs
	case sidesDiverged:
		i.merged, i.Clashes = Merge(bases, mine, theirs)
		i.Theirs = make([]bool, len(i.Clashes))
		for n, x := range i.Clashes { // a row that may have been added there is added
			i.Theirs[n] = !x.Known && x.Mine.IsZero() && x.Path[len(x.Path)-1].Row != ""
		}
		i.Outcome = ImportMerged
		if len(i.Clashes) > 0 {
			i.Outcome = ImportClash
		}
	case sidesSame, sidesAhead:
	}
}

// nothing reports whether nothing comes of bringing both together.
func (i *ImportItem) nothing() bool {
	return len(i.Clashes) == 0 && i.merged.Equal(i.mine)
}

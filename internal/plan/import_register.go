package plan

import "slices"

// entries compares the lists of the register.
func (im *Import) entries() error {
	for _, l := range ListNames() {
		for _, theirs := range im.theirs.Register.Entries(l) {
			if err := im.compareEntry(l, theirs); err != nil {
				return err
			}
		}
		for _, mine := range im.mine.Register.Entries(l) {
			t, s := ThingEntry(l, mine.ID), Seal(mine.Fields)
			if _, there := im.theirs.Register.Entry(l, mine.ID); !there && im.theirs.knows(t, im.mine.now(t, s)) {
				im.Items = append(im.Items, ImportItem{
					Outcome: ImportGone, List: l, Entry: mine.ID, Name: im.mine.Register.EntryName(l, mine), mine: mine.Fields,
				})
			}
		}
	}
	return nil
}

func (im *Import) compareEntry(l ListName, theirs Entry) error {
	t, state := ThingEntry(l, theirs.ID), Seal(theirs.Fields)
	item := ImportItem{
		List: l, Entry: theirs.ID, Name: im.theirs.Register.EntryName(l, theirs), entry: theirs, theirs: theirs.Fields,
		merged: theirs.Fields, thing: t, state: state,
	}
	mine, ok := im.mine.Register.Entry(l, theirs.ID)
	if !ok {
		switch {
		case len(im.mine.All[t]) == 0:
			item.Outcome = ImportAdded
		case !im.mine.knows(t, im.theirs.now(t, state)):
			item.Outcome = ImportGoneHere
		default: // removed here, as it is there
			return nil
		}
		im.Items = append(im.Items, item)
		return im.remember(t, state, Sealed{})
	}
	how, bases, err := im.compare(t, ListFields(l), Seal(mine.Fields), state)
	if err != nil || how == sidesSame || how == sidesAhead {
		return err
	}
	item.bring(how, bases, mine.Fields, theirs.Fields)
	item.Changed = CompareFields(ListFields(l), mine.Fields, item.merged)
	if !item.nothing() {
		im.Items = append(im.Items, item)
	}
	return im.remember(t, state, unless(Seal(mine.Fields), how == sidesBehind))
}

// neededEntries are the entries that are not here and that the documents which are
// imported alone refer to.
func (im *Import) neededEntries() {
	var items []ImportItem
	for _, l := range ListNames() {
		for _, e := range im.theirs.Register.Entries(l) {
			_, here := im.mine.Register.Entry(l, e.ID)
			needs := func(i ImportItem) bool { return i.theirs.Mentions(e.ID) || i.plan.mentions(e.ID) }
			if !here && (slices.ContainsFunc(im.Items, needs) || slices.ContainsFunc(items, needs)) {
				items = append(items, ImportItem{
					Outcome: ImportAdded, List: l, Entry: e.ID, Name: im.theirs.Register.EntryName(l, e), entry: e,
					theirs: e.Fields, merged: e.Fields, thing: ThingEntry(l, e.ID), state: Seal(e.Fields),
				})
			}
		}
	}
	im.Items = append(items, im.Items...)
}

// newEvents are the registrations that are not here. Exports and imports belong to
// their file.
func (im *Import) newEvents(only []ID) {
	here := map[ID]bool{}
	for _, e := range im.mine.Register.Events() {
		here[e.ID] = true
	}
	refused := map[ID]bool{}
	for _, i := range im.Items {
		if i.Outcome == ImportRefused || i.Outcome == ImportGoneHere {
			refused[i.Document] = true
		}
	}
	for _, e := range im.theirs.Register.Events() {
		switch {
		case here[e.ID], e.Kind == EventExport, e.Kind == EventImport, e.Kind == EventRestore, e.Document != "" && refused[e.Document]:
		case len(only) > 0 && !slices.Contains(only, e.Document):
		case e.Kind == EventDecision && e.Fields.Text(KeyOutcome) == string(Adopted) && im.mine.Register.WasAdopted(e.Version):
			// the same text was adopted here too
		default:
			im.events = append(im.events, e)
		}
	}
	im.Events = len(im.events)
}

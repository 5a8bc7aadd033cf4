package plan

import "slices"

// relationMerge is how the relations of two files are brought together.
type relationMerge struct {
	im                *Import
	how               sides
	had, mine, theirs map[Relation]bool // had is what both came of
	only              []ID
}

func setOf(all []Relation) map[Relation]bool {
	out := make(map[Relation]bool, len(all))
	for _, x := range all {
		out[x] = true
	}
	return out
}

// relationChanges takes over the relations that theirs has made or removed. A file
// that was handed over with some documents has no others: that a relation of those is
// missing in it means nothing.
func (im *Import) relationChanges(only []ID) error {
	all, theirAll := im.mine.Register.Relations(), im.theirs.Register.Relations()
	mine, theirs := RelationsState(all), RelationsState(theirAll)
	how, bases, err := im.compare(ThingRelations, stateFields, mine, theirs)
	if err != nil || how == sidesSame {
		return err
	}
	m := relationMerge{im: im, how: how, mine: setOf(all), theirs: setOf(theirAll), only: only}
	switch {
	case how != sidesDiverged:
		m.had = m.mine
	case len(bases) > 0:
		m.had = setOf(relationsIn(bases[0]))
	}
	m.made(theirAll)
	whole := m.removed(all)
	if im.Relations = len(im.relations); len(only) > 0 || how == sidesAhead {
		return nil
	}
	if !whole { // what was earlier there says nothing of all that is here
		im.renew(ThingRelations, mine)
		im.decide(ThingRelations, theirs, false)
		return nil
	}
	return im.remember(ThingRelations, theirs, unless(mine, how == sidesBehind))
}

// wanted reports whether the import is about a document of the relation.
func (m relationMerge) wanted(x Relation) bool {
	return len(m.only) == 0 || slices.Contains(m.only, x.From) || slices.Contains(m.only, x.To)
}

// made takes the relations that theirs has made, and those of documents that come.
func (m relationMerge) made(theirs []Relation) {
	comes := map[ID]bool{}
	for _, i := range m.im.Items {
		if i.plan.whole {
			comes[i.Document] = true
		}
	}
	for _, x := range theirs {
		made := m.how != sidesAhead && !m.had[x] || comes[x.From] || comes[x.To]
		if made && !m.mine[x] && m.wanted(x) {
			m.im.relations = append(m.im.relations, RelationChange{Relation: x})
		}
	}
}

// removed takes away the relations that theirs has removed. It reports whether theirs
// has the documents of all those that it lacks.
func (m relationMerge) removed(mine []Relation) (whole bool) {
	whole = true
	for _, x := range mine {
		if m.theirs[x] {
			continue
		}
		_, from := m.im.theirs.Register.Document(x.From)
		_, to := m.im.theirs.Register.Document(x.To)
		switch {
		case !from || !to:
			whole = false
		case m.how != sidesAhead && m.had[x] && m.wanted(x):
			m.im.relations = append(m.im.relations, RelationChange{x, true})
		}
	}
	return whole
}

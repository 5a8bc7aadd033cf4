package plan

import (
	"slices"
	"strings"
)

// Thing names something whose earlier states are kept: the content of a version, an
// entry, a document's own settings, or the relations.
type Thing string

// ThingContent is the content of a version.
func ThingContent(version ID) Thing { return Thing("content/" + version) }

// ThingEntry is an entry of a list.
func ThingEntry(l ListName, id ID) Thing { return Thing("entry/" + string(l) + "/" + string(id)) }

// ThingDocument is the review rule of a document.
func ThingDocument(id ID) Thing { return Thing("document/" + id) }

// ThingRelations are all relations.
const ThingRelations Thing = "relations"

// Earlier is a state that a thing once had, in a file or in one that was imported.
// Its revision tells it from every other state, also from one that says the same: it
// is given when a thing is first changed after a file was opened.
type Earlier struct {
	Thing    Thing
	Revision string
	Hash     string
	JSON     []byte
	Decided  bool // an import has dealt with it itself, not only with what came of it
	Now      bool // it is what the thing is here after the import
	// Mine tells that it is what the thing is here, unless the import changes it. It
	// gets a new revision, for it now comes of more than it did.
	Mine bool
}

// FirstRevision is the revision of a thing that was never changed after the file in
// which it was made was closed.
func FirstRevision(hash string) string { return "=" + hash }

// Settings returns the document's own settings as a state of its thing.
func (d Document) Settings() Sealed {
	return Seal(NewContent(Filled{keyRule: Text(string(d.Rule)), keyRuleReason: Text(d.RuleReason)}))
}

// relationsIn is the inverse of RelationsState.
func relationsIn(c Content) []Relation {
	var out []Relation
	for _, s := range c.Get(keyRelations).Texts() {
		if parts := strings.SplitN(s, " ", 3); len(parts) == 3 {
			out = append(out, Relation{RelationKind(parts[0]), ID(parts[1]), ID(parts[2])})
		}
	}
	return out
}

// RelationsState returns relations as a state of their thing.
func RelationsState(all []Relation) Sealed {
	texts := make([]string, len(all))
	for i, x := range all {
		texts[i] = string(x.Kind) + " " + string(x.From) + " " + string(x.To)
	}
	slices.Sort(texts)
	return Seal(NewContent(Filled{keyRelations: Texts(texts...)}))
}

const (
	keyRule       Key = "rule"
	keyRuleReason Key = "rule-reason"
	keyRelations  Key = "relations"
)

// stateFields are the fields of the states that are no contents of the catalogue.
var stateFields = []Field{{Key: keyRule, Kind: Line}, {Key: keyRuleReason, Kind: Line}, {Key: keyRelations, Kind: Choices}}

// Side is a file that is brought together with another.
type Side struct {
	Register Register
	// Content returns a version's content.
	Content func(Document, Version) (Sealed, error)
	Known
	// State returns an earlier state as it was stored.
	State func(t Thing, revision string) ([]byte, error)
}

// Known are the revisions of things.
type Known struct {
	Now     map[Thing]string   // that things have; none for a FirstRevision
	All     map[Thing][]string // earlier ones, the newest first: those that things had here, and those of imported files
	Decided map[Thing][]string // that an import has brought together with what is here, or turned down
}

// NewKnown returns one that knows nothing.
func NewKnown() Known {
	return Known{map[Thing]string{}, map[Thing][]string{}, map[Thing][]string{}}
}

// Add adds a revision that is older than those that were added before.
func (k Known) Add(t Thing, revision string, decided bool) {
	k.All[t] = append(k.All[t], revision)
	if decided {
		k.Decided[t] = append(k.Decided[t], revision)
	}
}

func (k Known) now(t Thing, s Sealed) string {
	if r, ok := k.Now[t]; ok {
		return r
	}
	return FirstRevision(s.Hash)
}

func (s Side) knows(t Thing, revision string) bool { return slices.Contains(s.All[t], revision) }

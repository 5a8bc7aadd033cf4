package plan

// Kind is what a field is, which decides how it is typed, checked, compared,
// shown and printed.
type Kind uint8

// The kinds of field.
const (
	Line       Kind = iota + 1 // one line of text
	LongText                   // Markdown: paragraphs, bold, italic, lists, links
	Decimal                    // a Number
	DateField                  // a Date
	Choice                     // one of Choices
	Choices                    // several of Choices
	Reference                  // one thing that Target names
	References                 // several things that Target names
	List                       // rows with Columns
	Checklist                  // the rows of Fixed, always all of them, with Columns
	Related                    // documents related by Relation; stored among the relations, not in the content
	Derived                    // computed where it is shown; never stored
)

// Need is how much a field matters before a decision.
type Need uint8

// The needs. Nothing is mandatory while drafting: a missing Mandatory field is
// an error that keeps a version from becoming ready for decision, a missing
// Recommended one is a warning.
const (
	Optional Need = iota
	Recommended
	Mandatory
)

// Target is what a reference or a Related field points at: entries of a list of
// the register, documents of some kinds, or rows of a list in the same content,
// in the parent plan or in the organisation's entry. Either List, Documents or
// Rows is set; List beside Rows is ListOrganisation.
type Target struct {
	List      ListName
	Documents []DocumentKind
	Rows      Key
	OfParent  bool // Rows stand in the parent plan's content
}

// Relating says which relation a Related field shows, seen from which end.
type Relating struct {
	Relation RelationKind
	Incoming bool // the other document is the relation's subject: "governed by", "contained in"
}

// Field declares one field once. Everything that handles contents reads this.
// Its words are in the translations under "field.<path>", "choice.<path>.<code>",
// "help.<path>" and "example.<path>", where path is the keys from the top joined
// by points.
type Field struct {
	Key      Key
	Kind     Kind
	Need     Need
	Choices  []string // codes of a Choice or Choices
	Target   Target
	Relating Relating
	Suggest  ListName  // a Line that may be chosen from this list's names
	Columns  []Field   // of a List or Checklist
	Fixed    []ID      // row IDs of a Checklist
	Extra    bool      // a Checklist takes rows of its own beside the fixed ones
	Instead  Key       // this other field, when filled, meets the need as well
	MaxWords int       // more is a warning; 0 = no limit
	MinRows  int       // fewer filled rows is a missing field; List only
	MaxRows  int       // more is a warning; 0 = no limit
	Min, Max Number    // inclusive bounds of a Decimal; both 0 = none
	Folded   bool      // a deepening part, folded away until wanted
	Retired  bool      // no longer offered; still shown, printed and compared where filled
	Recorded bool      // the app writes it, as a file's hash: never typed (Retired is set too) and not printed
	Inherits []Inherit // where rows, a text or references may be taken over from, the nearest first
	Copied   Copying   // what becomes of a value in a plan that is made of this one
}

// Section is a numbered part of a document.
type Section struct {
	Key    Key
	Number int // as printed in the heading; 0 is the document details
	Fields []Field
}

package plan

import (
	"fmt"
	"time"
)

// DocumentKind is one of the eight kinds of steering document.
type DocumentKind string

// The document kinds.
const (
	Strategy       DocumentKind = "strategy"
	Policy         DocumentKind = "policy"
	Programme      DocumentKind = "programme"
	PeriodPlan     DocumentKind = "period-plan"
	AssignmentPlan DocumentKind = "assignment-plan"
	Statutes       DocumentKind = "statutes"
	Agreement      DocumentKind = "agreement" // cooperation agreement
	Other          DocumentKind = "other"
)

// DocumentKinds returns all kinds in the order in which they are listed.
func DocumentKinds() []DocumentKind {
	return []DocumentKind{Strategy, Policy, Programme, PeriodPlan, AssignmentPlan, Statutes, Agreement, Other}
}

// Rule is a document's review duty.
type Rule string

// The rules: none, once per mandate period, every year in the operations planning.
// R3 is no document's own rule: it is that of a duty that a registered need made,
// and applies to all documents beside theirs.
const (
	R0 Rule = "R0"
	R1 Rule = "R1"
	R2 Rule = "R2"
	R3 Rule = "R3"
)

// Document is a steering document through all its versions. Its title, validity
// and the like are those of a version (Head).
type Document struct {
	ID         ID
	Kind       DocumentKind
	Quick      bool      // an assignment plan in its short form (snabbplan)
	Rule       Rule      // a rule of its own, or "" for the kind's default
	RuleReason string    // why, when Rule is set
	Versions   []Version // oldest first; never empty; owned by the register, not to be changed
}

// Stage is how far the drafting of a version has come. What happens from the
// decision on is told by events, not by the stage.
type Stage string

// The stages of drafting.
const (
	StageDraft         Stage = "draft"
	StageInPreparation Stage = "in-preparation"
	StageReady         Stage = "ready" // content locked
)

// Version is one version of a document without its content, which is loaded by
// the version's ID.
type Version struct {
	ID        ID
	Major     int
	Minor     int
	Draft     int // k of "0.k" and "2.0 utkast k"; from 1, one more each time the draft enters StageReady
	Stage     Stage
	Created   time.Time
	Catalogue int    // catalogue number with which the content was written
	Hash      string // SHA-256 of the stored content, lower-case hex
	Head      Head
}

// Validity is how long a document is meant to apply.
type Validity string

// The validities: up to a date, until further notice, up to a date but in any
// case until superseded.
const (
	ValidUntil              Validity = "until"
	ValidUntilFurtherNotice Validity = "until-further-notice"
	ValidUntilSuperseded    Validity = "until-superseded"
)

// Head is what lists, the calendar and the rules need to know of a content
// without loading it; HeadOf derives it when the content is saved.
type Head struct {
	Title      string
	Subtype    string // a policy's subtype
	Period     ID     // mandate period
	Assignment ID
	ValidFrom  Date
	ValidTo    Date
	Validity   Validity
	Owner      string // document owner, a role
	Dnr        string
}

// RelationKind is a typed relation between two documents.
type RelationKind string

// The relations, read from subject to object.
const (
	GroundFor    RelationKind = "ground-for"    // programme, statutes → strategy
	Governs      RelationKind = "governs"       // strategy → every other communication document
	TiedTo       RelationKind = "tied-to"       // policy → strategy
	Contains     RelationKind = "contains"      // programme → period plan
	ElaboratedIn RelationKind = "elaborated-in" // period plan → assignment plan
	Describes    RelationKind = "describes"     // cooperation agreement → internal communication of a document
	Supersedes   RelationKind = "supersedes"    // any → its predecessor
	MadeFrom     RelationKind = "made-from"     // any → the document that it is a copy of
)

// RelationKinds returns all relations.
func RelationKinds() []RelationKind {
	return []RelationKind{GroundFor, Governs, TiedTo, Contains, ElaboratedIn, Describes, Supersedes, MadeFrom}
}

// Relation says that the document From stands in Kind to the document To.
type Relation struct {
	Kind RelationKind
	From ID
	To   ID
}

// Number returns the version number as it is printed without the word draft:
// "0.3", "1.0", "1.1", "2.0".
func (v Version) Number() string {
	if v.Major == 0 {
		return fmt.Sprintf("0.%d", v.Draft)
	}
	return fmt.Sprintf("%d.%d", v.Major, v.Minor)
}

// IsPlan reports whether documents of the kind are communication plans.
func (k DocumentKind) IsPlan() bool { return k == PeriodPlan || k == AssignmentPlan }

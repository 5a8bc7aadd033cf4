package plan

import "strings"

// Severity is how much a finding weighs.
type Severity uint8

// The severities, most severe first. An Error keeps a version from becoming
// ready for decision; the others never block.
const (
	Error Severity = iota + 1
	Warning
	Hint
)

// Finding is one thing to mend before a decision. Its words are
// "finding.<Rule>" with Args for the placeholders.
type Finding struct {
	Severity Severity
	Rule     string
	Section  Key
	Path     Path    // the field to jump to
	Row      int     // of the innermost row, counted from 1; 0 for none
	Name     string  // what the row is called, where it has a name; of an unanswered question its row ID
	Count    int     // what was counted
	Limit    int     // and what it is held against; of "out-of-bounds" the upper bound, Count the lower
	Date     Date    // the day that is too late
	Word     string  // that is hard to read
	Instead  string  // and what to write
	Passage  Passage // of a hint, where in the field's text
}

// FindingRules returns the rules of all findings.
func FindingRules() []string {
	return []string{
		"missing", "recommended", "unanswered", "too-many-words", "too-many-rows", "too-few-rows", "out-of-bounds", "dangling",
		"ends-before-start", "outcome-goal-missing", "goal-without-activity", "direction-without-goal", "audience-unlinked", "audience-without-message",
		"ladder-falls", "no-dialogue", "raci-nobody",
		"raci-several", "activity-ends-before-start", "activity-after-end", "activity-late", "long-sentence", "officialese",
		"long-word", "passive-chain",
	}
}

// NamesRow reports whether the words of the finding's rule name the row
// themselves. Those of other rules are told where they stand by "finding.in-row"
// or, with a name, "finding.in-named-row" around them.
func (f Finding) NamesRow() bool {
	switch f.Rule {
	case "missing", "recommended", "too-many-words", "too-many-rows", "too-few-rows", "out-of-bounds", "dangling":
		return false
	}
	return true
}

// Args returns the placeholders of the finding's words as pairs of a name and a
// value, but for the field's label: "field".
func (f Finding) Args() []any {
	return []any{
		"row", f.Row, "name", f.Name, "n", f.Count, "limit", f.Limit,
		"date", f.Date.String(), "word", f.Word, "instead", f.Instead,
	}
}

// Subject is what findings are made about.
type Subject struct {
	Register Register
	Document Document
	Version  Version
	Content  Content
	Today    Date
	// Parent is the content of the parent plan, whose directions and goals an
	// assignment plan refers to; empty where there is none.
	Parent Content
}

// Findings returns what is to be mended in a version: first what the catalogue
// asks for, in the order of the sections, then the rules that take more than
// one field, last the hints.
func Findings(s Subject) []Finding {
	var out []Finding
	for _, sec := range SectionsOf(s.Document.Kind, s.Document.Quick) {
		w := walker{subject: &s, section: sec.Key}
		for _, f := range sec.Fields {
			w.field(f, s.Content, PathTo(f.Key), 0, "")
		}
		out = append(out, w.out...)
	}
	return append(append(out, ruleFindings(s)...), hints(s)...)
}

// Errors counts the findings that block.
func Errors(fs []Finding) int {
	n := 0
	for _, f := range fs {
		if f.Severity == Error {
			n++
		}
	}
	return n
}

// walker finds what the catalogue alone can tell.
type walker struct {
	subject *Subject
	section Key
	out     []Finding
}

func (w *walker) add(sev Severity, rule string, p Path, f Finding) {
	f.Severity, f.Rule, f.Section, f.Path = sev, rule, w.section, p
	w.out = append(w.out, f)
}

func (w *walker) field(f Field, in Content, p Path, row int, name string) {
	if f.Retired || f.Kind == Derived {
		return
	}
	v := in.Get(f.Key)
	if w.isMissing(f, in, v) {
		switch {
		case f.Instead != "" && (!in.Get(f.Instead).IsZero() || f.Instead == KeyFile && len(AppendicesIn(in)) > 0):
		case f.Need == Mandatory:
			w.add(Error, "missing", p, Finding{Row: row, Name: name})
		case f.Need == Recommended:
			w.add(Warning, "recommended", p, Finding{Row: row, Name: name})
		}
		if f.Kind != Checklist {
			return
		}
	}
	w.limits(f, v, p, Finding{Row: row, Name: name})
	switch f.Kind {
	case List:
		for i, r := range v.rows {
			w.row(f, r, p, i+1, name)
		}
	case Checklist:
		w.checklist(f, v, p)
	case Reference, References:
		w.references(f, v, p, Finding{Row: row, Name: name})
	case Line, LongText, Decimal, DateField, Choice, Choices, Related, Derived:
	}
}

func (w *walker) isMissing(f Field, in Content, v Value) bool {
	switch f.Kind {
	case Related:
		return len(w.subject.Register.RelatedTo(w.subject.Document.ID, f.Relating)) == 0
	case Line, LongText:
		return strings.TrimSpace(v.text) == ""
	case List:
		return len(v.rows) == 0
	case Checklist:
		return false // each unanswered question is told by itself
	case Decimal, DateField, Choice, Choices, Reference, References, Derived:
	}
	return in.Get(f.Key).IsZero()
}

func (w *walker) row(f Field, r Row, p Path, n int, name string) {
	if own := w.subject.rowName(f, r); own != "" {
		name = own
	}
	for _, col := range f.Columns {
		w.field(col, r.Cells, p.In(r.ID, col.Key), n, name)
	}
}

func (w *walker) checklist(f Field, v Value, p Path) {
	for i, id := range f.Fixed {
		r, _, _ := v.Row(id)
		if r.Cells.Get(KeyAnswer).IsZero() && f.Need == Mandatory {
			w.add(Error, "unanswered", p.In(id, KeyAnswer), Finding{Row: i + 1, Name: string(id)})
		}
	}
}

func (w *walker) limits(f Field, v Value, p Path, x Finding) {
	if f.MaxWords > 0 {
		x.Limit = f.MaxWords
		if x.Count = Words(v.text); x.Count > f.MaxWords {
			w.add(Warning, "too-many-words", p, x)
		}
	}
	x.Count, x.Limit = len(v.rows), f.MaxRows
	if f.MaxRows > 0 && x.Count > f.MaxRows {
		w.add(Warning, "too-many-rows", p, x)
	}
	x.Limit = f.MinRows
	if f.Kind == List && f.MinRows > 1 && x.Count > 0 && x.Count < f.MinRows {
		w.add(Warning, "too-few-rows", p, x)
	}
	if f.Kind == Decimal && (f.Min != 0 || f.Max != 0) && (v.number < f.Min || v.number > f.Max) {
		x.Count, x.Limit = int(f.Min.Round()), int(f.Max.Round())
		w.add(Warning, "out-of-bounds", p, x)
	}
}

func (w *walker) references(f Field, v Value, p Path, x Finding) {
	ids := v.texts()
	if f.Kind == Reference {
		ids = []string{v.text}
	}
	for _, id := range ids {
		if _, ok := w.subject.Resolve(f.Target, ID(id)); !ok {
			w.add(Warning, "dangling", p, x)
			return
		}
	}
}

// Resolve returns what a reference is called, and whether it leads anywhere.
func (s Subject) Resolve(t Target, id ID) (string, bool) {
	switch {
	case t.List == ListOrganisation:
		r, _, ok := s.Register.Organisation().Get(t.Rows).Row(id)
		return r.Cells.Text(KeyText), ok
	case t.List != "":
		e, ok := s.Register.Entry(t.List, id)
		return s.Register.EntryName(t.List, e), ok
	case len(t.Documents) > 0:
		d, ok := s.Register.Document(id)
		if !ok {
			return "", false
		}
		return d.Latest().Head.Title, true
	}
	c := s.Content
	if t.OfParent {
		c = s.Parent
	}
	r, _, ok := c.Get(t.Rows).Row(id)
	f, _ := FieldIn(FieldsOf(s.kindOf(t)), t.Rows)
	return RowName(f, r), ok
}

func (s Subject) kindOf(t Target) DocumentKind {
	if t.OfParent {
		return PeriodPlan
	}
	return s.Document.Kind
}

// RowName returns what a row is called: its code and its first line of text.
func RowName(f Field, r Row) string {
	code := r.Cells.Text(KeyCode)
	for _, col := range f.Columns {
		if col.Kind == Line && col.Key != KeyCode && col.Key != KeyNo {
			return strings.TrimSpace(code + " " + r.Cells.Text(col.Key))
		}
	}
	return code
}

// rowName is RowName, but a row that begins with a reference is called what that
// is called.
func (s *Subject) rowName(f Field, r Row) string {
	if len(f.Columns) > 0 && f.Columns[0].Kind == Reference {
		name, _ := s.Resolve(f.Columns[0].Target, r.Cells.Get(f.Columns[0].Key).ID())
		return name
	}
	return RowName(f, r)
}

// Words counts the words of a text.
func Words(s string) int { return len(strings.Fields(s)) }

// RelatedTo returns the documents that a Related field shows for the document.
func (r Register) RelatedTo(doc ID, x Relating) []ID {
	if x.Incoming {
		return r.Subjects(doc, x.Relation)
	}
	return r.Objects(doc, x.Relation)
}

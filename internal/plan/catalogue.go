package plan

import "slices"

// CatalogueNumber is written into every content. It rises when a field is added,
// retired or given another kind.
const CatalogueNumber = 1

// kindSections holds the sections of every kind, built once and never changed.
var kindSections = func() map[DocumentKind][]Section {
	m := map[DocumentKind][]Section{
		Strategy:       strategySections(),
		Policy:         policySections(),
		PeriodPlan:     periodPlanSections(),
		AssignmentPlan: assignmentPlanSections(),
	}
	for _, k := range []DocumentKind{Programme, Statutes, Agreement, Other} {
		m[k] = referenceSections(k)
	}
	return m
}()

// quickPlanSections holds the sections of the short form.
var quickPlanSections = quick(assignmentPlanSections())

// kindFields holds the fields of every kind's sections and its origins in one
// slice.
var kindFields = func() map[DocumentKind][]Field {
	m := map[DocumentKind][]Field{}
	for k, ss := range kindSections {
		for _, s := range ss {
			m[k] = append(m[k], s.Fields...)
		}
		m[k] = append(m[k], origins())
	}
	return m
}()

// SectionsOf returns the sections of a kind in their order; quick asks for the
// short form of an assignment plan. The slice is shared and must not be changed.
func SectionsOf(kind DocumentKind, quick bool) []Section {
	if quick && kind == AssignmentPlan {
		return quickPlanSections
	}
	return kindSections[kind]
}

// FieldsOf returns all top-level fields of a kind: those of its sections, derived
// and related ones included, and last KeyOrigins, which stands beside them. The
// slice is shared and must not be changed.
func FieldsOf(kind DocumentKind) []Field { return kindFields[kind] }

// FieldIn returns the field with the key among fields.
func FieldIn(fields []Field, k Key) (Field, bool) {
	if f := fieldIn(fields, k); f != nil {
		return *f, true
	}
	return Field{}, false
}

// SectionWith returns the section of a document that has the field.
func SectionWith(kind DocumentKind, field Key) (Section, bool) {
	for _, s := range kindSections[kind] {
		if slices.ContainsFunc(s.Fields, func(f Field) bool { return f.Key == field }) {
			return s, true
		}
	}
	return Section{}, false
}

// Stored reports whether values of the field are part of a content.
func (f Field) Stored() bool { return f.Kind != Related && f.Kind != Derived }

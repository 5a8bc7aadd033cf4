package report

import (
	"strconv"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Place names what something that was found stands in, and where in it: "Plan för
// Nära vård", "11 Aktivitetsplan". The second is "" where the first says all.
func Place(w *i18n.Printer, r plan.Register, x plan.Found) (in, at string) {
	switch d, ok := r.Document(x.Document); {
	case ok && x.List == "":
		v, _ := d.Version(x.Owner)
		if sec, ok := SectionWith(d, x.Field); ok {
			at = strconv.Itoa(sec.Number) + " " + w.T("section."+string(sec.Key))
		}
		if d.Latest().ID != v.ID {
			at += " · " + w.T("version.label", "version", v.Number())
		}
		return v.Head.Title, at
	case ok:
		return d.Latest().Head.Title, eventName(w, r, x.Owner)
	case x.List == plan.ListOrganisation:
		return w.T("register.organisation"), ""
	}
	if e, ok := r.Entry(x.List, x.Owner); ok {
		return r.EntryName(x.List, e), w.T("register." + string(x.List))
	}
	return eventName(w, r, x.Owner), ""
}

// SectionWith returns the section of the document that the field stands in.
func SectionWith(d plan.Document, field plan.Key) (plan.Section, bool) {
	for _, sec := range plan.SectionsOf(d.Kind, d.Quick) {
		if _, ok := plan.FieldIn(sec.Fields, field); ok {
			return sec, true
		}
	}
	return plan.Section{}, false
}

func eventName(w *i18n.Printer, r plan.Register, id plan.ID) string {
	for _, e := range r.Events() {
		if e.ID == id {
			return w.T("event."+string(e.Kind)) + " " + w.Date(i18n.DayOf(e.At))
		}
	}
	return ""
}

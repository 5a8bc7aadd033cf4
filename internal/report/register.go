package report

import (
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// RegisterFinding puts a finding about an entry of the register into words that
// stand beside the entry's name: "31 dagar saknas efter 2019–2022
// (2023-01-01–2023-01-31)".
func RegisterFinding(w *i18n.Printer, r plan.Register, f plan.RegisterFinding) string {
	other := ""
	if e, ok := r.Entry(f.List, f.Other); ok {
		other = r.EntryName(f.List, e)
	}
	return w.T("register-finding."+f.Rule,
		"field", w.First(plan.FieldWords(string(f.List), plan.PathTo(f.Key))...), "other", other,
		"from", f.From.String(), "to", f.To.String(), "days", w.N("count.days", f.Count), "n", f.Count)
}

// Referrer says what refers to an entry: the document's title, or the list and
// name of the entry, or the kind and day of the record.
func Referrer(w *i18n.Printer, r plan.Register, x plan.Referrer) string {
	switch {
	case x.Entry != "":
		e, _ := r.Entry(x.List, x.Entry)
		return w.T("referrer.entry", "list", w.T("register."+string(x.List)), "name", r.EntryName(x.List, e))
	case x.Event != "":
		e, _ := r.Event(x.Event)
		return w.T("referrer.record", "record", w.T("registration."+string(e.Kind)), "date", e.Day().String())
	}
	d, _ := r.Document(x.Document)
	return w.T("referrer.document", "title", d.Latest().Head.Title)
}

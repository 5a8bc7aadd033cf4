package report

import (
	"cmp"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Finding puts a finding in a document of the kind into words: "Lunchmöte
// (rad 3): Ansvarig saknas".
func Finding(w *i18n.Printer, kind plan.DocumentKind, f plan.Finding) string {
	if f.Rule == "unanswered" && len(f.Path) > 0 {
		f.Name = w.First(plan.CheckWords(f.Path[0].Key, plan.ID(f.Name)))
	}
	field := w.First(plan.FieldWords(string(kind), f.Path)...)
	if f.NamesRow() {
		f.Name = cmp.Or(f.Name, w.T("finding.row", "row", f.Row))
		return w.T("finding."+f.Rule, append(f.Args(), "field", field)...)
	}
	what := w.T("finding."+f.Rule, append(f.Args(), "field", field)...)
	switch {
	case f.Row == 0:
		return what
	case f.Name == "":
		return w.T("finding.in-row", "row", f.Row, "what", what)
	}
	return w.T("finding.in-named-row", "row", f.Row, "name", f.Name, "what", what)
}

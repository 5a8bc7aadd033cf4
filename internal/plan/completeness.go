package plan

// Mark is how complete a section is.
type Mark uint8

// The marks: nothing filled and nothing asked for, filled in part, complete,
// something mandatory missing, computed by the app.
const (
	MarkEmpty Mark = iota
	MarkPartial
	MarkComplete
	MarkRequired
	MarkDerived
)

// Marks returns the mark of every section of the document, by section key.
func Marks(s Subject, findings []Finding) map[Key]Mark {
	worst := map[Key]Severity{}
	for _, f := range findings {
		if w, ok := worst[f.Section]; !ok || f.Severity < w {
			worst[f.Section] = f.Severity
		}
	}
	out := map[Key]Mark{}
	for _, sec := range SectionsOf(s.Document.Kind, s.Document.Quick) {
		stored, filled := 0, 0
		for _, f := range sec.Fields {
			if f.Kind == Derived {
				continue
			}
			stored++
			if !s.Content.Get(f.Key).IsZero() || f.Kind == Related && len(s.Register.RelatedTo(s.Document.ID, f.Relating)) > 0 {
				filled++
			}
		}
		switch {
		case stored == 0:
			out[sec.Key] = MarkDerived
		case worst[sec.Key] == Error:
			out[sec.Key] = MarkRequired
		case filled == 0:
			out[sec.Key] = MarkEmpty
		case worst[sec.Key] == Warning:
			out[sec.Key] = MarkPartial
		default:
			out[sec.Key] = MarkComplete
		}
	}
	return out
}

package plan

// The keys under which the words of the catalogue are looked up, the most
// particular first. scope is what has the field: a document kind, a list of the
// register or a kind of event; "" for any.

// SectionWords returns the keys of a section's heading.
func SectionWords(kind DocumentKind, k Key) []string {
	return []string{"section." + string(kind) + "." + string(k), "section." + string(k)}
}

// FieldWords returns the keys of a field's label.
func FieldWords(scope string, p Path) []string { return wordKeys("field.", scope, p, "") }

// HelpWords returns the keys of a field's help; often none of them exists.
func HelpWords(scope string, p Path) []string { return wordKeys("help.", scope, p, "") }

// ExampleWords returns the keys of a field's worked example; often none exists.
func ExampleWords(scope string, p Path) []string { return wordKeys("example.", scope, p, "") }

// ChoiceWords returns the keys of a choice's code.
func ChoiceWords(scope string, p Path, code string) []string {
	return append(wordKeys("choice.", scope, p, "."+code), "choice."+code)
}

// CheckWords returns the key of a checklist's question.
func CheckWords(field Key, row ID) string { return "check." + string(field) + "." + string(row) }

func wordKeys(area, scope string, p Path, tail string) []string {
	if len(p) == 0 {
		return nil
	}
	path, last := p.Catalogue(), string(p[len(p)-1].Key)
	keys := []string{area + path + tail}
	if scope != "" {
		keys = []string{area + scope + "." + path + tail, area + path + tail}
	}
	if last != path {
		keys = append(keys, area+last+tail)
	}
	return keys
}

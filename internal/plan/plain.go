package plan

import (
	"strings"
	"unicode"
)

// longSentence is how many words a sentence may have before it is hard to read.
const longSentence = 30

// plainWord is a word or phrase of officialese and what to write instead.
type plainWord struct{ word, instead string }

// officialese returns what Swedish authorities are advised not to write. The
// documents are in Swedish whatever language the program speaks.
func officialese() []plainWord {
	return []plainWord{
		{"anmoda", "be"},
		{"avseende", "om"},
		{"beträffande", "om"},
		{"dylikt", "liknande"},
		{"emedan", "eftersom"},
		{"emellertid", "men"},
		{"erfordras", "behövs"},
		{"erforderlig", "nödvändig"},
		{"erforderliga", "nödvändiga"},
		{"erhålla", "få"},
		{"erhåller", "får"},
		{"förefinns", "finns"},
		{"föreligger", "finns"},
		{"föranleda", "leda till"},
		{"föranleder", "leder till"},
		{"huruvida", "om"},
		{"härvid", "då"},
		{"härvidlag", "här"},
		{"i enlighet med", "enligt"},
		{"i händelse av", "vid"},
		{"i syfte att", "för att"},
		{"ifrågavarande", "den här"},
		{"inkomma med", "lämna"},
		{"inneha", "ha"},
		{"innehar", "har"},
		{"jämlikt", "enligt"},
		{"jämte", "och"},
		{"likväl", "ändå"},
		{"med anledning av", "på grund av"},
		{"medelst", "med"},
		{"nyttja", "använda"},
		{"nyttjar", "använder"},
		{"rörande", "om"},
		{"såframt", "om"},
		{"således", "alltså"},
		{"tillse", "se till"},
		{"tillser", "ser till"},
		{"tillika", "också"},
		{"utvisar", "visar"},
		{"vederbörande", "den det gäller"},
		{"vidtaga", "vidta"},
		{"ävensom", "och"},
		{"övervägande del", "största delen"},
	}
}

// hints returns what makes the texts of the document hard to read.
func hints(s Subject) []Finding {
	var out []Finding
	words := officialese()
	for _, sec := range SectionsOf(s.Document.Kind, s.Document.Quick) {
		for _, f := range sec.Fields {
			if f.Kind != LongText && f.MaxWords == 0 {
				continue
			}
			text := s.Content.Text(f.Key)
			if text == "" {
				continue
			}
			at := Finding{Severity: Hint, Section: sec.Key, Path: PathTo(f.Key)}
			if n := longestSentence(text); n > longSentence {
				x := at
				x.Rule, x.Count, x.Limit = "long-sentence", n, longSentence
				out = append(out, x)
			}
			lower := strings.ToLower(text)
			for _, w := range words {
				if hasWord(lower, w.word) {
					x := at
					x.Rule, x.Word, x.Instead = "officialese", w.word, w.instead
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// hasWord reports whether the word stands in the text by itself.
func hasWord(text, word string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(word)
		if !endsInLetter(text[:start]) && !startsWithLetter(text[end:]) {
			return true
		}
		from = end
	}
}

func endsInLetter(s string) bool {
	last := ' '
	for _, r := range s[max(0, len(s)-4):] {
		last = r
	}
	return unicode.IsLetter(last)
}

func startsWithLetter(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}

// longestSentence counts the words of a text's longest sentence. A sentence ends
// at a full stop, question or exclamation mark before a capital letter, so that
// abbreviations do not end it, at an empty line and before a list item.
func longestSentence(text string) int {
	longest, n := 0, 0
	end := func() { longest, n = max(longest, n), 0 }
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) == 0 || isMarker(fields[0]) {
			end()
		}
		if strings.HasPrefix(line, "#") { // a heading is no sentence
			end()
			continue
		}
		for i, w := range fields {
			if i == 0 && isMarker(w) {
				continue
			}
			n++
			if strings.HasSuffix(strings.TrimRight(w, "*_”\")"), ".") || strings.ContainsAny(w[len(w)-1:], "?!:") {
				if i+1 == len(fields) || startsCapital(fields[i+1]) {
					end()
				}
			}
		}
	}
	end()
	return longest
}

func isMarker(w string) bool {
	return w == "-" || w == "*" || w == "+" || strings.Trim(w, "0123456789") == "." && len(w) > 1
}

func startsCapital(w string) bool {
	for _, r := range strings.TrimLeft(w, "*_”\"(") {
		return unicode.IsUpper(r) || unicode.IsDigit(r)
	}
	return false
}

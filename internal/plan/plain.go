package plan

import "strings"

// What makes a text hard to read.
const (
	longSentence = 30 // words; a sentence with more
	longWord     = 28 // letters; a word with more
	passiveChain = 2  // passives after an auxiliary in one sentence
)

// Passage is a stretch of a text, in bytes: text[From:To].
type Passage struct{ From, To int }

// hints returns what makes the texts of the document hard to read. They never
// block.
func hints(s Subject) []Finding {
	r := newReader()
	var out []Finding
	for _, sec := range SectionsOf(s.Document.Kind, s.Document.Quick) {
		w := walker{subject: &s, section: sec.Key}
		for _, f := range sec.Fields {
			if !f.isProse() || f.Retired {
				continue
			}
			for _, h := range r.read(s.Content.Text(f.Key)) {
				w.add(Hint, h.Rule, PathTo(f.Key), h)
			}
		}
		out = append(out, w.out...)
	}
	return out
}

// isProse reports whether the field holds sentences.
func (f Field) isProse() bool { return f.Kind == LongText || f.Kind == Line && f.MaxWords > 0 }

// reader finds hard words and sentences.
type reader struct {
	words   map[string]string      // what to write instead of a single word
	phrases map[string][]plainWord // of several words, by the first
}

func newReader() *reader {
	r := &reader{words: map[string]string{}, phrases: map[string][]plainWord{}}
	for _, w := range officialese() {
		if first, _, several := strings.Cut(w.word, " "); several {
			r.phrases[first] = append(r.phrases[first], w)
		} else {
			r.words[w.word] = w.instead
		}
	}
	return r
}

// read returns the hints on a text in its order, but each word of officialese
// only where it stands first.
func (r *reader) read(text string) []Finding {
	var out []Finding
	seen := map[string]bool{}
	for _, s := range sentences(text) {
		if len(s) > longSentence {
			out = append(out, Finding{Rule: "long-sentence", Count: len(s), Limit: longSentence, Passage: s.passage()})
		}
		if n, at := s.passives(); n >= passiveChain {
			out = append(out, Finding{Rule: "passive-chain", Count: n, Passage: at})
		}
		said := 0 // up to here the words belong to a phrase
		for i, w := range s {
			if word, instead, n := r.hard(s[i:]); n > 0 && i >= said {
				said = i + n
				if !seen[word] {
					out = append(out, Finding{Rule: "officialese", Word: word, Instead: instead, Passage: s[i:said].passage()})
				}
				seen[word] = true
			}
			if n := w.letters(); n > longWord && !seen[w.lower] {
				seen[w.lower] = true
				out = append(out, Finding{Rule: "long-word", Word: w.lower, Count: n, Limit: longWord, Passage: w.Passage})
			}
		}
	}
	return out
}

// hard returns the officialese with which the words begin, the longest there is,
// and how many words it takes; 0 for none.
func (r *reader) hard(s sentence) (word, instead string, n int) {
	for _, p := range r.phrases[s[0].lower] {
		parts := strings.Fields(p.word)
		if len(parts) > n && s.begins(parts) {
			word, instead, n = p.word, p.instead, len(parts)
		}
	}
	if n == 0 {
		if x, ok := r.words[s[0].lower]; ok {
			return s[0].lower, x, 1
		}
	}
	return word, instead, n
}

func (s sentence) begins(words []string) bool {
	if len(s) < len(words) {
		return false
	}
	for i, w := range words {
		if s[i].lower != w {
			return false
		}
	}
	return true
}

// passives counts the passives that cannot be anything else: an auxiliary with
// an infinitive in -as right after it. Verbs that only have this form are none.
func (s sentence) passives() (n int, at Passage) {
	for i := 1; i < len(s); i++ {
		if !isAuxiliary(s[i-1].lower) || !strings.HasSuffix(s[i].lower, "as") || s[i].letters() < 5 || isDeponent(s[i].lower) {
			continue
		}
		if n++; n == 1 {
			at.From = s[i-1].From
		}
		at.To = s[i].To
	}
	return n, at
}

func isAuxiliary(w string) bool {
	switch w {
	case "ska", "skall", "skulle", "bör", "borde", "måste", "kan", "kunde", "får", "att":
		return true
	}
	return false
}

func isDeponent(w string) bool {
	switch w {
	case "andas", "avundas", "behövas", "brottas", "envisas", "fattas", "finnas", "handskas", "hoppas", "kallas", "kivas",
		"lyckas", "låtsas", "minnas", "misslyckas", "mötas", "pinas", "saknas", "samlas", "samsas", "skiljas", "skämmas",
		"svettas", "synas", "träffas", "trivas", "trängas", "tävlas", "umgås", "utvecklas", "vistas", "väsnas", "åldras", "enas":
		return true
	}
	return false
}

package layout

import (
	"unicode"

	"ledstjarna/internal/report"
)

// shortest is how many letters a word has at least that is divided.
const shortest = 8

// softHyphen is the hyphen of a divided word: what reads the text leaves it out.
const softHyphen = "\u00AD"

// syllables divides a word of running text where it can be parted: the whole
// word, where it must not. A word with a capital may be a name, one with other
// signs than letters an address.
func (b *builder) syllables(s string, st style, span report.Span) []string {
	if b.hyphens == nil || !st.running || span.Link != "" || language(span, b.language) != "sv" {
		return []string{s}
	}
	all := []rune(s)
	from, to := 0, len(all)
	for from < to && unicode.IsPunct(all[from]) {
		from++
	}
	for to > from && unicode.IsPunct(all[to-1]) {
		to--
	}
	if to-from < shortest {
		return []string{s}
	}
	for _, r := range all[from:to] {
		if !unicode.IsLower(r) {
			return []string{s}
		}
	}
	var out []string
	start := 0
	for _, i := range b.hyphens.Divide(all[from:to]) {
		out = append(out, string(all[start:from+i]))
		start = from + i
	}
	return append(out, string(all[start:]))
}

func language(span report.Span, other string) string {
	if span.Language != "" {
		return span.Language
	}
	return other
}

// whole joins the parts of words that were not divided after all, and sets the
// hyphen of one that was.
func (b *builder) whole(words []word) []word {
	out := make([]word, 0, len(words))
	for _, w := range words {
		if n := len(out); n > 0 && out[n-1].hyphen > 0 {
			out[n-1] = b.healed(out[n-1], w)
			continue
		}
		out = append(out, w)
	}
	if last := len(out) - 1; last >= 0 && out[last].hyphen > 0 {
		w := &out[last]
		w.pieces = append([]piece{}, w.pieces...)
		b.extend(w, softHyphen, w.pieces[len(w.pieces)-1].voice)
		w.hyphen = 0
	}
	return out
}

// healed is two parts of a word as one, kerned as one.
func (b *builder) healed(a, z word) word {
	last := a.pieces[len(a.pieces)-1]
	out := word{pieces: append([]piece{}, a.pieces...), width: a.width, space: z.space, hard: z.hard, hyphen: z.hyphen, chars: a.chars + z.chars}
	rest := z.pieces
	if first := rest[0]; first.voice == last.voice && first.text != "" && last.text != "" {
		text := last.text + first.text
		width := b.m.Width(text, last.voice.font)
		out.pieces[len(out.pieces)-1] = piece{text: text, voice: last.voice, width: width}
		out.width += width - last.width
		rest = rest[1:]
	}
	for _, p := range rest {
		out.pieces, out.width = append(out.pieces, p), out.width+p.width
	}
	return out
}

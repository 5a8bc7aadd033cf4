package assets

// SwedishHyphenation returns the patterns after which Swedish words are divided:
// ISO 8859-1, one pattern a line in Liang's form ("ak3t2ri"), after three lines
// that name the character set and the least lengths of the parts.
func SwedishHyphenation() []byte { return read("hyphenation/hyph_sv.dic") }

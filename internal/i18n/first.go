package i18n

// First returns the words of the first key that the language has; without any,
// the first key shown as missing.
func (p *Printer) First(keys ...string) string {
	if s, ok := p.Find(keys...); ok || len(keys) == 0 {
		return s
	}
	return p.T(keys[0])
}

// Find returns the words of the first key that the language has, if it has any.
func (p *Printer) Find(keys ...string) (string, bool) {
	for _, k := range keys {
		if p.Has(k) {
			return p.T(k), true
		}
	}
	return "", false
}

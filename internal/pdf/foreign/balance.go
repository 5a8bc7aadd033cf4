package foreign

// balanced reports whether drawing instructions leave the state as they found it:
// as many Q as q, never more before, and marked content closed. What is inside
// strings, comments and images does not count.
func balanced(content []byte) bool {
	s := scanner{src: content}
	depth, marked := 0, 0
	for {
		word, ok := s.word()
		if !ok {
			return depth == 0 && marked == 0
		}
		switch word {
		case "q":
			depth++
		case "Q":
			depth--
		case "BDC", "BMC":
			marked++
		case "EMC":
			marked--
		case "ID":
			s.image()
		}
		if depth < 0 || marked < 0 {
			return false
		}
	}
}

// scanner finds the words of drawing instructions.
type scanner struct {
	src []byte
	at  int
}

func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0 || b == '\f'
}

func isDelimiter(b byte) bool {
	switch b {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return isSpace(b)
}

// word returns the next word that is no name, string or number's sign.
func (s *scanner) word() (string, bool) {
	for s.at < len(s.src) {
		switch b := s.src[s.at]; {
		case b == '(':
			s.text()
		case b == '<' && s.at+1 < len(s.src) && s.src[s.at+1] != '<':
			s.until('>')
		case b == '%':
			s.until('\n')
		case b == '/':
			s.at++
			s.plain()
		case isDelimiter(b):
			s.at++
		default:
			return s.plain(), true
		}
	}
	return "", false
}

func (s *scanner) plain() string {
	from := s.at
	for s.at < len(s.src) && !isDelimiter(s.src[s.at]) {
		s.at++
	}
	return string(s.src[from:s.at])
}

func (s *scanner) until(b byte) {
	for s.at < len(s.src) && s.src[s.at] != b {
		s.at++
	}
	s.at++
}

// text passes a string, whose brackets may stand within each other.
func (s *scanner) text() {
	depth := 0
	for ; s.at < len(s.src); s.at++ {
		switch s.src[s.at] {
		case '\\':
			s.at++
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 {
				s.at++
				return
			}
		}
	}
}

// image passes the bytes of an image that stands among the instructions.
func (s *scanner) image() {
	for ; s.at+3 < len(s.src); s.at++ {
		if isSpace(s.src[s.at]) && s.src[s.at+1] == 'E' && s.src[s.at+2] == 'I' && isDelimiter(s.src[s.at+3]) {
			s.at += 3
			return
		}
	}
	s.at = len(s.src)
}

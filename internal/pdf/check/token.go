package check

import (
	"encoding/hex"
	"strconv"
)

// token is a word of a content stream.
type token struct {
	kind  tokenKind
	text  string  // of a name or operator
	bytes []byte  // of a string
	value float64 // of a number
}

type tokenKind uint8

const (
	operator tokenKind = iota
	number
	name
	str
	opening
	shut
)

// scanner divides a content stream into tokens.
type scanner struct {
	src []byte
	at  int
}

// next returns the next token, false at the end.
func (s *scanner) next() (token, bool) {
	s.skip()
	if s.at >= len(s.src) {
		return token{}, false
	}
	switch c := s.src[s.at]; {
	case c == '/':
		s.at++
		return token{kind: name, text: s.word()}, true
	case c == '(':
		return token{kind: str, bytes: s.literal()}, true
	case c == '<' && s.peek(1) == '<', c == '>' && s.peek(1) == '>':
		s.at += 2
		return bracket(c == '<'), true
	case c == '<':
		return token{kind: str, bytes: s.hex()}, true
	case c == '[' || c == ']' || c == '{' || c == '}':
		s.at++
		return bracket(c == '[' || c == '{'), true
	}
	w := s.word()
	if w == "" {
		s.at++ // a stray delimiter
		return s.next()
	}
	if v, err := strconv.ParseFloat(w, 64); err == nil {
		return token{kind: number, value: v}, true
	}
	return token{kind: operator, text: w}, true
}

func bracket(opens bool) token {
	if opens {
		return token{kind: opening}
	}
	return token{kind: shut}
}

func (s *scanner) peek(n int) byte {
	if s.at+n < len(s.src) {
		return s.src[s.at+n]
	}
	return 0
}

// skip passes white space and comments.
func (s *scanner) skip() {
	for s.at < len(s.src) {
		switch c := s.src[s.at]; {
		case c <= ' ':
			s.at++
		case c == '%':
			for s.at < len(s.src) && s.src[s.at] != '\n' && s.src[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

func (s *scanner) word() string {
	from := s.at
	for s.at < len(s.src) {
		switch c := s.src[s.at]; c {
		case '/', '(', ')', '<', '>', '[', ']', '{', '}', '%':
			return string(s.src[from:s.at])
		default:
			if c <= ' ' {
				return string(s.src[from:s.at])
			}
			s.at++
		}
	}
	return string(s.src[from:s.at])
}

func (s *scanner) hex() []byte {
	s.at++
	var digits []byte
	for s.at < len(s.src) && s.src[s.at] != '>' {
		if s.src[s.at] > ' ' {
			digits = append(digits, s.src[s.at])
		}
		s.at++
	}
	s.at++
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	n, _ := hex.Decode(out, digits)
	return out[:n]
}

// literal reads a string in parentheses.
func (s *scanner) literal() []byte {
	var out []byte
	depth := 0
	for ; s.at < len(s.src); s.at++ {
		switch c := s.src[s.at]; c {
		case '\\':
			s.at++
			out = append(out, s.peek(0))
		case '(':
			if depth++; depth > 1 {
				out = append(out, c)
			}
		case ')':
			if depth--; depth == 0 {
				s.at++
				return out
			}
			out = append(out, c)
		default:
			out = append(out, c)
		}
	}
	return out
}

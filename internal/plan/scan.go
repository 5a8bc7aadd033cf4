package plan

import (
	"bytes"
	"encoding/json"
	"slices"
)

// scanner goes through JSON and tells where the parts of it begin and end. What lies
// inside of a part is looked at only as far as that takes, so that a content is read
// once and not once more for each list that it stands in. It finds an end in any bytes;
// whether they are JSON, json.Valid tells.
type scanner struct {
	b  []byte
	at int
}

// member is a field of a JSON object.
type member struct {
	name  []byte // as it is meant
	value []byte // as it is written
}

// nextOf goes past white space and reports whether a part follows; what comes before it
// and the end of the whole are gone past. First tells that none came before.
func (s *scanner) nextOf(end byte, first bool) (bool, error) {
	switch c := s.peek(); {
	case c == end:
		s.at++
		if s.peek(); s.at < len(s.b) {
			return false, ErrJSON
		}
		return false, nil
	case first:
		return true, nil
	case c != ',':
		return false, ErrJSON
	}
	s.at++
	s.peek()
	return true, nil
}

// peek goes past white space and returns what follows, 0 at the end.
func (s *scanner) peek() byte {
	for ; s.at < len(s.b); s.at++ {
		switch c := s.b[s.at]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

// skip goes past the value that follows and returns it.
func (s *scanner) skip() ([]byte, error) {
	from := s.at
	switch s.peek() {
	case '"':
		return s.text()
	case '{', '[':
		return s.nested()
	}
	for ; s.at < len(s.b); s.at++ {
		switch s.b[s.at] {
		case ',', '}', ']', ' ', '\t', '\n', '\r':
			return s.b[from:s.at], s.some(from)
		}
	}
	return s.b[from:], s.some(from)
}

func (s *scanner) some(from int) error {
	if s.at == from {
		return ErrJSON
	}
	return nil
}

// text goes past a string.
func (s *scanner) text() ([]byte, error) {
	from, quote := s.at, -1
	for s.at++; s.at < len(s.b); {
		if quote < s.at {
			i := bytes.IndexByte(s.b[s.at:], '"')
			if i < 0 {
				break
			}
			quote = s.at + i
		}
		i := bytes.IndexByte(s.b[s.at:quote], '\\')
		if i < 0 {
			s.at = quote + 1
			return s.b[from:s.at], nil
		}
		s.at += i + 2
	}
	return nil, ErrJSON
}

// nested goes past an object or a list with all that is in it.
func (s *scanner) nested() ([]byte, error) {
	from, depth := s.at, 0
	for s.at < len(s.b) {
		switch s.b[s.at] {
		case '"':
			if _, err := s.text(); err != nil {
				return nil, err
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				s.at++
				return s.b[from:s.at], nil
			}
		}
		s.at++
	}
	return nil, ErrJSON
}

// membersOf appends the fields of an object to those that there are; of a name that
// occurs more than once the last one counts.
func membersOf(b []byte, to []member) ([]member, error) {
	s := scanner{b: b}
	if s.peek() != '{' {
		return to, ErrJSON
	}
	s.at++
	first, ordered := len(to), true
	for {
		more, err := s.nextOf('}', len(to) == first)
		if err != nil {
			return to, err
		}
		if !more {
			break
		}
		m, err := s.member()
		if err != nil {
			return to, err
		}
		ordered = ordered && (len(to) == first || bytes.Compare(to[len(to)-1].name, m.name) < 0)
		to = append(to, m)
	}
	if !ordered {
		to = slices.Concat(to[:first], lastOfEach(to[first:]))
	}
	return to, nil
}

func (s *scanner) member() (member, error) {
	if s.peek() != '"' {
		return member{}, ErrJSON
	}
	name, err := s.text()
	if err != nil {
		return member{}, err
	}
	if bytes.IndexByte(name, '\\') >= 0 {
		var plain string
		if json.Unmarshal(name, &plain) != nil {
			return member{}, ErrJSON
		}
		name = []byte(plain)
	} else {
		name = name[1 : len(name)-1]
	}
	if s.peek() != ':' {
		return member{}, ErrJSON
	}
	s.at++
	s.peek()
	value, err := s.skip()
	return member{name, value}, err
}

// lastOfEach leaves out each field of which a later one has the name.
func lastOfEach(all []member) []member {
	last := make(map[string]int, len(all))
	for i, m := range all {
		last[string(m.name)] = i
	}
	out := make([]member, 0, len(last))
	for i, m := range all {
		if last[string(m.name)] == i {
			out = append(out, m)
		}
	}
	return out
}

// itemsOf returns the values in a list, at most so many and one more.
func itemsOf(b []byte, most int) ([][]byte, error) {
	s := scanner{b: b}
	if s.peek() != '[' {
		return nil, ErrKind
	}
	s.at++
	var out [][]byte
	for len(out) <= most {
		more, err := s.nextOf(']', len(out) == 0)
		if err != nil || !more {
			return out, err
		}
		x, err := s.skip()
		if err != nil {
			return out, err
		}
		out = append(out, x)
	}
	return out, nil
}

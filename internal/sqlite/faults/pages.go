package main

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// same tells after how many edits the pages of the file were these.
func (p *power) same(b []byte) (int, error) {
	b = used(b)
	for n, all := range p.pages {
		for _, pages := range all {
			if bytes.Equal(b, pages) {
				return n, nil
			}
		}
	}
	return 0, errors.New("its pages are none that an edit left")
}

// used is a database without what lies in its free pages, which nothing reads.
func used(b []byte) []byte {
	b = bytes.Clone(b)
	number := func(at int) int {
		if at < 0 || at+4 > len(b) {
			return 0
		}
		return int(binary.BigEndian.Uint32(b[at:]))
	}
	size := int(binary.BigEndian.Uint16(b[16:]))
	for trunk, left := number(32), number(36); trunk > 0 && left > 0; trunk = number((trunk - 1) * size) {
		at := (trunk - 1) * size
		n := min(number(at+4), size/4-2)
		for i := range n {
			leaf := (number(at+8+4*i) - 1) * size
			if leaf >= 0 && leaf+size <= len(b) {
				clear(b[leaf : leaf+size])
			}
		}
		left -= 1 + n
	}
	return b
}

package kit

import (
	"strings"
	"time"
)

// typeaheadPause is how long after a letter the next one still belongs to it.
const typeaheadPause = time.Second

// typeahead finds a choice by its first letters.
type typeahead struct {
	typed string
	last  time.Time
	now   func() time.Time // nil for the clock
}

// next adds a letter and returns the choice that begins with what was typed,
// looking on from at. The same letter again steps through those that begin
// with it.
func (t *typeahead) next(r rune, items []Choice, at int) (int, bool) {
	now := time.Now
	if t.now != nil {
		now = t.now
	}
	if now().Sub(t.last) > typeaheadPause {
		t.typed = ""
	}
	t.last = now()
	letter := fold(string(r))
	step := 0
	if t.typed == letter {
		step = 1 // once more the same letter: on to the next
	} else {
		t.typed += letter
	}
	if len([]rune(t.typed)) == 1 && step == 0 && at >= 0 && at < len(items) && !strings.HasPrefix(fold(items[at].Label), t.typed) {
		step = 1
	}
	for i := range items {
		n := (max(at, 0) + step + i) % len(items)
		if strings.HasPrefix(fold(items[n].Label), t.typed) {
			return n, true
		}
	}
	return 0, false
}

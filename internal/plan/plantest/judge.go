package plantest

import (
	"fmt"
	"maps"
	"strings"

	"ledstjarna/internal/plan"
)

// rowOf is the path of a row for one of its cells, and other paths as they are.
func rowOf(p plan.Path) plan.Path {
	if len(p) > 1 {
		return p[:1]
	}
	return p
}

// judge asks of every place whether what stands there is what should.
func (h *history) judge(mine, theirs *kept, shown map[string]bool) error {
	for p, t := range theirs.places {
		if h.asked[p] {
			continue
		}
		m, both := mine.places[p]
		now := mine.textAt(p)
		want, either := t.text, false
		switch {
		case both && m.sees(t) && t.sees(m): // each was chosen over the other
			either = true
		case both && m.sees(t):
			want = m.text
		case !both, m.text == t.text, t.sees(m):
		default:
			if either = shown[p]; !either {
				return fmt.Errorf("%s: %q here and %q there were written without the other, and it was not shown", p, m.text, t.text)
			}
		}
		if now != want && !shown[p] && !either || either && now != m.text && now != t.text {
			return fmt.Errorf("%s: here was %q, there %q, now it is %q, not %q", p, m.text, t.text, now, want)
		}
		mine.places[p] = decided(now, m, t)
	}
	for p, m := range mine.places {
		if _, there := theirs.places[p]; there || h.asked[p] || mine.textAt(p) == m.text {
			continue
		}
		// Two files that were handed over in part may not know what both began with.
		// Then it is asked what becomes of a row, and nothing is lost by the answer.
		if h.asked[p] = h.parts && shown[p] && mine.textAt(p) == ""; !h.asked[p] {
			return fmt.Errorf("%s: %q was here alone, and is now %q", p, m.text, mine.textAt(p))
		}
	}
	return nil
}

// sees reports whether whoever wrote or chose this had seen the other. A place that
// nobody has written is what both began with, whatever was chosen to stay out of it.
func (s said) sees(other said) bool { return other.mark == "" || s.seen[other.mark] }

// decided is what stands at a place after both sides were seen.
func decided(now string, m, t said) said {
	out := said{text: now, mark: m.mark, seen: map[string]bool{}}
	if now == t.text && now != m.text {
		out.mark = t.mark
	}
	for _, x := range []said{m, t} {
		maps.Copy(out.seen, x.seen)
		if x.mark != "" && x.mark != out.mark {
			out.seen[x.mark] = true
		}
	}
	return out
}

// textAt is what stands at a place of the file, "" for nothing.
func (f *kept) textAt(p string) string {
	id, path, _ := strings.Cut(p, " ")
	c := f.contents[plan.ID(id)].Content
	key, row, isRow := strings.Cut(strings.TrimSuffix(path, "]"), "[")
	if !isRow {
		return c.Text(plan.Key(key))
	}
	r, _, _ := c.Get(plan.Key(key)).Row(plan.ID(row))
	return r.Cells.Text(plan.KeyActivity)
}

package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
)

// widths is the table of the widths of the characters in use, in thousandths of
// the size, grouped by consecutive codes. The fonts' own values stand in it, by
// which the texts were measured.
func (f *finisher) widths(id layout.Face, used []rune) types.Array {
	var out types.Array
	for i := 0; i < len(used); {
		j := i + 1
		for j < len(used) && used[j] == used[j-1]+1 {
			j++
		}
		group := make(types.Array, 0, j-i)
		for _, r := range used[i:j] {
			group = append(group, types.Integer(f.fonts.advance(id, r)))
		}
		out = append(out, types.Integer(int(used[i])), group)
		i = j
	}
	return out
}

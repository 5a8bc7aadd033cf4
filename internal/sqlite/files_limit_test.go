package sqlite

import (
	"bytes"
	"fmt"
	"testing"

	"ledstjarna/internal/plan"
)

// A file that ends at, just before or just after a piece is stored in as many pieces as
// it needs and read again as it was.
func TestAFileMayEndWhereAPieceEnds(t *testing.T) {
	for size, pieces := range map[int]string{
		1: "1", chunkSize - 1: "1", chunkSize: "1", chunkSize + 1: "2", 2 * chunkSize: "2",
	} {
		b := bytes.Repeat([]byte{0xA5}, size)
		a, err := plan.Examine(fmt.Sprint(size, ".bin"), bytes.NewReader(b), int64(size))
		if err != nil {
			t.Fatal(err)
		}
		s := sample(t)
		f := newFile(t, s.edit)
		save(t, f, attaching(t, f, s.draft, a))
		got, err := stored(t, f, a.Hash)
		if err != nil || !bytes.Equal(got, b) {
			t.Errorf("%d bytes: %d were read, %v", size, len(got), err)
		}
		sound(t, f)
		path := closed(t, f)
		if n := query(t, path, "SELECT count(*) FROM chunks"); len(n) != 1 || n[0] != pieces {
			t.Errorf("%d bytes lie in %v pieces, not %s", size, n, pieces)
		}
		found, _, _ := salvaged(t, path, Rescue{})
		if found.Files != (plan.SalvagedCount{Whole: 1}) {
			t.Errorf("%d bytes: of a closed file %+v are read", size, found.Files)
		}
	}
}

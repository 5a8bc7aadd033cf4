//go:build unix

package crash

import (
	"os"
	"path/filepath"
	"testing"
)

func TestReportsAreForThePersonOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	fall(t, dir, "panic")
	for _, n := range append(names(t, dir), ".") {
		info := must(os.Stat(filepath.Join(dir, n)))
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %v", n, info.Mode())
		}
	}
}

//go:build unix

package scratch

import (
	"io/fs"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

func TestModesFollowTheHabit(t *testing.T) {
	dir := t.TempDir()
	for mask, want := range map[int][2]fs.FileMode{0o022: {0o644, 0o755}, 0o077: {0o600, 0o700}, 0o027: {0o640, 0o750}, 0o002: {0o664, 0o775}} {
		old := unix.Umask(mask)
		file, folder, err := Modes(dir)
		unix.Umask(old)
		if err != nil || file != want[0] || folder != want[1] {
			t.Errorf("with %03o: %v and %v, %v", mask, file, folder, err)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}

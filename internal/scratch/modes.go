package scratch

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// Modes returns the permissions of a new file and of a new folder in dir as other
// programs would give them: what the system's habit (umask) takes away is taken away.
// On Windows permissions are not in modes, and nothing is.
func Modes(dir string) (file, folder os.FileMode, err error) {
	if runtime.GOOS == "windows" {
		return 0o666, 0o777, nil
	}
	probe, err := os.MkdirTemp(dir, "~$mode-*")
	if err != nil {
		return 0, 0, fmt.Errorf("look at the permissions of new files: %w", err)
	}
	inner := filepath.Join(probe, "x")
	if err = os.Mkdir(inner, 0o777); err == nil {
		var info os.FileInfo
		if info, err = os.Stat(inner); err == nil {
			folder = info.Mode().Perm()
		}
	}
	if rm := os.RemoveAll(probe); err == nil {
		err = rm
	}
	if err != nil {
		return 0, 0, fmt.Errorf("look at the permissions of new files: %w", err)
	}
	return folder & 0o666, folder, nil
}

// Package scratch makes folders for what is needed only while the program runs:
// a file that another program is to show, what goes into a print. Nobody but the
// person can read them. Whoever makes one removes it; those of programs that were
// killed are swept away when the next one starts.
package scratch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// prefix begins the folders' names; the number of the process follows.
const prefix = "ledstjarna-"

// New makes an empty folder in the system's place for temporary files. The caller
// removes it with all that is in it.
func New() (string, error) {
	dir, err := os.MkdirTemp("", fmt.Sprintf("%s%d-*", prefix, os.Getpid()))
	if err != nil {
		return "", fmt.Errorf("make a folder for temporary files: %w", err)
	}
	if err := os.Chmod(dir, 0o700); err != nil { // whatever the system's habit is
		return "", errors.Join(fmt.Errorf("make a folder for temporary files: %w", err), os.RemoveAll(dir))
	}
	return dir, nil
}

// Sweep removes the folders of programs that have ended. What cannot be removed
// stays for another time.
func Sweep() {
	dir := os.TempDir()
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), prefix)
		number, _, named := strings.Cut(rest, "-")
		process, err := strconv.Atoi(number)
		if ours && named && err == nil && process > 0 && e.IsDir() && !Runs(process) {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

// Runs reports whether there is a process of that number, in doubt that there is.
func Runs(process int) bool {
	p, err := os.FindProcess(process)
	if err != nil {
		return false
	}
	defer func() { _ = p.Release() }() // it only frees what was found
	return !errors.Is(p.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

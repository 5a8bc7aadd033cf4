package exchange

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ledstjarna/internal/scratch"
)

// ErrExists tells that a file stands where one was to be written.
var ErrExists = errors.New("there is a file with that name already")

// WriteFile writes a whole file or nothing: what write gives goes into a
// temporary file beside path, which takes its name when all is on the disk. A
// file that stands there is replaced only where overwrite says so.
func WriteFile(path string, overwrite bool, write func(io.Writer) error) (err error) {
	info, serr := os.Stat(path)
	var mode os.FileMode // of a file that stands there: its own; else as other programs give it
	switch {
	case serr == nil && !overwrite:
		return fmt.Errorf("write %s: %w", path, ErrExists)
	case serr == nil && !info.Mode().IsRegular():
		return &fs.PathError{Op: "write", Path: path, Err: ErrNotFile}
	case serr == nil:
		mode = info.Mode().Perm()
	case !errors.Is(serr, fs.ErrNotExist):
		return fmt.Errorf("write %s: %w", path, serr)
	}
	if serr != nil {
		if mode, _, err = scratch.Modes(filepath.Dir(path)); err != nil {
			return fmt.Errorf("write %s: %w", path, err)
		}
	}
	sweep(filepath.Dir(path))
	f, err := os.CreateTemp(filepath.Dir(path), partName+"*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			_ = f.Close()           // the first error is the one to tell
			_ = os.Remove(f.Name()) // nothing half written is left
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = errors.Join(f.Chmod(mode), f.Sync()); err != nil { // a temporary file is the owner's alone
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err = f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err = os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// partName begins the names of files and folders that are being written.
const partName = ".ledstjarna-"

// left is how old a part is that no program can still be writing.
const left = 24 * time.Hour

// sweep removes what programs that were killed have left in a folder. Where that
// fails it is done another time.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), partName) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > left {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

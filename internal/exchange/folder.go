package exchange

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"ledstjarna/internal/scratch"
)

// WriteFolder writes a whole folder or nothing: fill puts its files into a new folder
// beside path, which takes its name when all are on the disk. A folder that stands
// there is replaced, with everything in it, only where overwrite says so; a file
// never is.
func WriteFolder(path string, overwrite bool, fill func(dir string) error) (err error) {
	info, serr := os.Stat(path)
	switch {
	case serr == nil && (!overwrite || !info.IsDir()):
		return fmt.Errorf("write %s: %w", path, ErrExists)
	case serr != nil && !errors.Is(serr, fs.ErrNotExist):
		return fmt.Errorf("write %s: %w", path, serr)
	}
	sweep(filepath.Dir(path))
	dir, err := os.MkdirTemp(filepath.Dir(path), partName+"*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(dir) // nothing half written is left; the first error is the one to tell
		}
	}()
	if err = fill(dir); err != nil {
		return err
	}
	_, mode, err := scratch.Modes(filepath.Dir(path))
	if err == nil {
		err = os.Chmod(dir, mode) // a temporary folder is the owner's alone
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if serr != nil {
		if err = os.Rename(dir, path); err != nil {
			return fmt.Errorf("write %s: %w", path, err)
		}
		return nil
	}
	return replaceFolder(dir, path)
}

// replaceFolder puts dir in the place of path, which is kept until that is done.
func replaceFolder(dir, path string) error {
	old := dir + ".old"
	if err := os.Rename(path, old); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(dir, path); err != nil {
		return fmt.Errorf("write %s: %w", path, errors.Join(err, os.Rename(old, path)))
	}
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("remove what was in %s: %w", path, err)
	}
	return nil
}

package exchange

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrExists tells that a file stands where one was to be written.
var ErrExists = errors.New("there is a file with that name already")

// WriteFile writes a whole file or nothing: what write gives goes into a
// temporary file beside path, which takes its name when all is on the disk. A
// file that stands there is replaced only where overwrite says so.
func WriteFile(path string, overwrite bool, write func(io.Writer) error) (err error) {
	if _, serr := os.Stat(path); serr == nil && !overwrite {
		return fmt.Errorf("write %s: %w", path, ErrExists)
	} else if serr != nil && !errors.Is(serr, fs.ErrNotExist) {
		return fmt.Errorf("write %s: %w", path, serr)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".ledstjarna-*")
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
	if err = errors.Join(f.Chmod(0o644), f.Sync()); err != nil { // a temporary file is the owner's alone
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

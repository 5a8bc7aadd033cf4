package exchange

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// ErrNotFile tells that what stands where a file is to be read or written is something
// else: a folder, a pipe, a device.
var ErrNotFile = errors.New("it is no ordinary file")

// OpenFile opens an ordinary file to be read. It returns an error that wraps ErrNotFile
// where the path leads to something else, and does not wait for what that may give.
func OpenFile(path string) (*os.File, error) {
	info, err := os.Stat(path) // before it is opened: that waits at a pipe for who writes
	if err == nil && !info.Mode().IsRegular() {
		err = ErrNotFile
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return f, nil
}

// Previous returns what stands in the file that is to be written anew: nothing where
// there is none, and no more than a calendar can be. It returns an error that wraps
// ErrNotFile where no file is, instead of waiting for what a pipe or device gives.
func Previous(path string) ([]byte, error) {
	f, err := OpenFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, mostCalendar+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return b, nil
}

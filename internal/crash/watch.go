package crash

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/scratch"
)

const (
	begun    = "running-" // the number of the process follows
	kept     = "crash-"   // when it ended and the number of the process follow
	ends     = ".txt"
	mostKept = 5
	mostRead = 256 << 10 // bytes of what the runtime wrote
)

// Watch is a program that is watched. The zero value and nil watch nothing and have no
// reports.
type Watch struct {
	dir   string
	ended []Report
}

// Report is how a program ended.
type Report struct {
	Path string
	Text string
}

// Start lets the Go runtime write how this program ends, if that is unexpected, into
// the folder, which is made. It makes reports of what earlier programs left there and
// keeps the five latest. Only one watch may run in a process.
func Start(dir, version string) (*Watch, error) {
	w := &Watch{dir: dir}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("watch the program: %w", err)
	}
	w.collect()
	f, err := os.OpenFile(w.own(), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("watch the program: %w", err)
	}
	_, err = io.WriteString(f, head(version))
	if err == nil {
		err = debug.SetCrashOutput(f, debug.CrashOptions{}) // it keeps a handle of its own
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("watch the program: %w", errors.Join(err, os.Remove(w.own())))
	}
	return w, nil
}

// head is what the report begins with.
func head(version string) string {
	return fmt.Sprintf("Ledstjärna %s\n%s/%s\n%s\n", version, runtime.GOOS, runtime.GOARCH, runtime.Version())
}

// own is the file that this program's end is written to.
func (w *Watch) own() string { return filepath.Join(w.dir, begun+strconv.Itoa(os.Getpid())) }

// Stop ends the watch, because the program ends as it should.
func (w *Watch) Stop() error {
	if w == nil || w.dir == "" {
		return nil
	}
	if err := errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), os.Remove(w.own())); err != nil {
		return fmt.Errorf("stop watching the program: %w", err)
	}
	return nil
}

// Ended returns the reports that were new when the watch began, the latest first.
func (w *Watch) Ended() []Report {
	if w == nil {
		return nil
	}
	return slices.Clone(w.ended)
}

// Remove removes the new reports. Those that cannot be removed stay among Ended.
func (w *Watch) Remove() error {
	var problems error
	w.ended = slices.DeleteFunc(w.ended, func(r Report) bool {
		err := os.Remove(r.Path)
		if errors.Is(err, os.ErrNotExist) {
			err = nil
		}
		problems = errors.Join(problems, err)
		return err == nil
	})
	if problems != nil {
		return fmt.Errorf("remove the reports: %w", problems)
	}
	return nil
}

// collect makes reports of what programs left that no longer run. What cannot be read
// or written stays for another time.
func (w *Watch) collect() {
	entries, err := os.ReadDir(w.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		number, ours := strings.CutPrefix(e.Name(), begun)
		process, err := strconv.Atoi(number)
		if !ours || err != nil || process <= 0 || !e.Type().IsRegular() {
			continue
		}
		if process != os.Getpid() && scratch.Runs(process) {
			continue
		}
		w.take(e.Name(), number)
	}
	slices.SortFunc(w.ended, func(a, b Report) int { return strings.Compare(b.Path, a.Path) })
	w.prune()
}

// take makes a report of one file, which goes away.
func (w *Watch) take(name, process string) {
	path := filepath.Join(w.dir, name)
	info, err := os.Stat(path)
	if err != nil {
		return
	}
	raw, err := firstOf(path)
	if err != nil {
		return
	}
	if text, fell := reportOf(raw, info.ModTime(), secrets()); fell {
		to := filepath.Join(w.dir, kept+info.ModTime().UTC().Format("20060102T150405")+"-"+process+ends)
		if os.WriteFile(to, []byte(text), 0o600) != nil {
			return
		}
		w.ended = append(w.ended, Report{to, text})
	}
	_ = os.Remove(path) // one that stays is looked at again
}

// firstOf reads as much of a file as a report needs.
func firstOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, mostRead))
	return string(b), err
}

// prune removes all reports but the latest.
func (w *Watch) prune() {
	entries, err := os.ReadDir(w.dir) // by name, and so by time
	if err != nil {
		return
	}
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool {
		return !strings.HasPrefix(e.Name(), kept) || !strings.HasSuffix(e.Name(), ends)
	})
	for _, e := range entries[:max(0, len(entries)-mostKept)] {
		path := filepath.Join(w.dir, e.Name())
		if os.Remove(path) == nil {
			w.ended = slices.DeleteFunc(w.ended, func(r Report) bool { return r.Path == path })
		}
	}
}

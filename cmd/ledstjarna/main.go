// Command ledstjarna is the desktop: it opens the window over a plan file and
// wires the file, the words and the clock together. All work is done in the
// packages that it imports.
//
//	ledstjarna [FILE]         opens FILE, or the file that was open last
//	ledstjarna --example      opens the example organisation on its own day
//	ledstjarna --at TIME      takes TIME (RFC 3339) for now
package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"ledstjarna/internal/chooser"
	"ledstjarna/internal/crash"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/scratch"
	_ "ledstjarna/internal/toolkit" // before the toolkit itself
	"ledstjarna/internal/ui"
)

// version is set by the linker.
var version = "0.1.0"

// appID names the app's settings on the computer; FyneApp.toml has the same.
const appID = "se.ledstjarna.app"

func main() {
	os.Exit(run(os.Args[1:]))
}

// startMemory is how much of Go's memory the start may use before anything of it is
// collected, in bytes.
const startMemory = 256 << 20

// collectLater leaves what is no longer used uncollected until the window is painted,
// unless it is much: collecting takes a quarter of the time of the start. It returns
// what has it collected from then on, when it comes to half of what is used and not to
// as much: the memory of a window that is open all day matters more than the little time
// that this takes.
func collectLater() (painted func()) {
	const half = 50
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(startMemory)
	return func() {
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(half)
	}
}

func run(args []string) int {
	start, err := parse(args)
	switch {
	case err != nil:
		tell("desktop.usage")
		return 2
	case !hasDisplay():
		tell("desktop.no-display")
		return 1
	}
	start.Painted = collectLater()
	printing := newPrinting(version)
	defer printing.engine.Close()
	scratch.Sweep()
	start.Crashes, start.Choose = watch(), chooser.Ask
	a, placing := newApp(appID)
	start.Placing = placing
	start.Version, start.Print, start.Preview = version, printing.printer(), printing.previewer()
	start.Shelf = printing.shelf
	start.Files = files{version: version, now: start.Now}
	ending := make(chan os.Signal, 1)
	signal.Notify(ending, os.Interrupt, syscall.SIGTERM) // which the toolkit quits on
	start.Ending, start.Exit = ending, func() {
		_ = start.Crashes.Stop()
		os.Exit(0)
	}
	if err := ui.Run(a, start); err != nil {
		tell("desktop.no-start")
		return 1
	}
	_ = start.Crashes.Stop() // what stays says nothing and is removed at the next start
	return 0
}

// tell says on the terminal why there is no window.
func tell(key string) {
	words, err := i18n.New(i18n.Match(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	fmt.Fprintln(os.Stderr, words.T(key))
}

// watch keeps a report of how the program ends, if that is unexpected; nil where there
// is no place for it.
func watch() *crash.Watch {
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	w, err := crash.Start(filepath.Join(cache, "ledstjarna", "crash"), version)
	if err != nil {
		return nil
	}
	return w
}

// parse reads the command line; what it returns lacks the version and the files.
func parse(args []string) (ui.Setup, error) {
	f := flag.NewFlagSet("ledstjarna", flag.ContinueOnError)
	f.SetOutput(discard{})
	example := f.Bool("example", false, "")
	at := f.String("at", "", "")
	if err := f.Parse(args); err != nil || f.NArg() > 1 {
		return ui.Setup{}, fmt.Errorf("read the command line: %w", errUsage)
	}
	s := ui.Setup{Example: *example, Path: f.Arg(0), Now: time.Now}
	if *at != "" {
		t, err := time.Parse(time.RFC3339, *at)
		if err != nil {
			return ui.Setup{}, fmt.Errorf("read the command line: %w", err)
		}
		began := time.Now()
		s.Now = func() time.Time { return t.Add(time.Since(began)) }
	}
	return s, nil
}

// hasDisplay reports whether there is something to show a window on; without,
// the toolkit would panic.
func hasDisplay() bool {
	if runtime.GOOS != "linux" {
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

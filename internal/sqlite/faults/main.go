// Command faults does to plan files what the world does to them, many times over, and
// tells what came of it: programs that are killed, disks that lose power or fail, files
// that are damaged, changed by others or made to do harm, several programs at once. It
// fails where something that was saved is lost, where a change goes unnoticed, or where a
// campaign would not have noticed.
//
// What SQLite does to files goes through a disk of its own (package disk), which notes it
// (power) or lets it fail (io). Of what the app does itself to copies it is told (outage);
// the lock is not in its hands.
//
//	go run ./internal/sqlite/faults [-count N] [-seed S] [campaign ...]
//
// Without names it runs all campaigns; without a count each in its own full size.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"time"
)

// campaign is one way to do harm, many times.
type campaign struct {
	name  string
	count int // of a full run
	run   func(c *course) error
}

func campaigns() []campaign {
	return []campaign{
		{"kill", 2000, kills},
		{"power", 20_000, powers},
		{"outage", 1000, outages},
		{"io", 10_000, ios},
		{"migration", 200, migrationKills},
		{"damage", 5000, damages},
		{"hostile", 600, hostiles},
		{"tamper", 1000, tampers},
		{"undo", 100_000, undos},
		{"race", 1000, races},
		{"backup", 500, backups},
		{"import", 100_000, imports},
	}
}

// course is one run of a campaign.
type course struct {
	count  int
	seed   uint64
	dir    string // its own, empty at first
	broken string // a mutation that must be noticed; "" for none
	timed  bool   // what keeps a person waiting too long fails
	notes  []string
}

// note tells a figure of the run.
func (c *course) note(format string, args ...any) {
	c.notes = append(c.notes, fmt.Sprintf(format, args...))
}

func main() {
	if task := os.Getenv(childTask); task != "" {
		os.Exit(child(task))
	}
	count := flag.Int("count", 0, "how many times; 0 for each campaign's full size")
	seed := flag.Uint64("seed", uint64(time.Now().UnixNano()), "where chance begins")
	flag.Parse()
	if err := run(os.Stdout, flag.Args(), *count, *seed); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(w io.Writer, names []string, count int, seed uint64) error {
	var failed error
	for _, c := range campaigns() {
		if len(names) > 0 && !slices.Contains(names, c.name) {
			continue
		}
		n := c.count
		if count > 0 {
			n = count
		}
		dir, err := os.MkdirTemp("", "ledstjarna-faults-")
		if err != nil {
			return err
		}
		x := &course{count: n, seed: seed, dir: dir, timed: true}
		began := time.Now()
		err = c.run(x)
		fmt.Fprintf(w, "%-10s %7d times, seed %d, %.1f s: ", c.name, n, seed, time.Since(began).Seconds())
		if err != nil {
			fmt.Fprintln(w, "FAILED:", err)
			failed = errors.Join(failed, fmt.Errorf("%s: %w", c.name, err))
			continue // what it left is kept, to be looked at
		}
		fmt.Fprintln(w, x.notes)
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	return failed
}

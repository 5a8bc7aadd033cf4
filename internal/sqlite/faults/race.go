package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// raceOnce opens the file, or takes it over, saves three events and says of each that
// it is saved, "saved SEQ ID", or that the file is "locked" or "lost", and how many
// milliseconds that took to tell.
func raceOnce(path string, take bool) error {
	ctx := context.Background()
	open := sqlite.Open
	if take {
		open = sqlite.TakeOver
	}
	began := time.Now()
	f, err := open(ctx, path, options())
	var locked *sqlite.LockedError
	if errors.As(err, &locked) {
		if locked.Owner == "" {
			return errors.New("the lock names nobody")
		}
		fmt.Println("locked", time.Since(began).Milliseconds())
		return nil
	}
	if err != nil {
		return err
	}
	for range 3 {
		id := plan.NewID()
		stored, err := f.Save(ctx, plan.Edit{Events: []plan.Event{{ID: id, Kind: plan.EventExport, At: time.Now(), By: "barn"}}})
		var lost *sqlite.LostError
		if errors.As(err, &lost) {
			fmt.Println("lost", 0)
			break
		}
		if err != nil {
			return err
		}
		fmt.Println("saved", stored[0].Seq, id)
	}
	return f.Close()
}

// outcome is what came of a race.
type outcome struct {
	won, refused, lost int
	slowest            time.Duration
}

// racers runs three programs at once and returns the events that they saved.
func racers(r *rand.Rand, path, take string) ([]string, outcome, error) {
	var out outcome
	var saved []string
	type one struct {
		lines []string
		err   error
	}
	done := make(chan one)
	for i := range 3 {
		how := "no"
		if i == 2 {
			how = take
		}
		seed := strconv.FormatUint(r.Uint64(), 10)
		go func() {
			cmd, scan, err := start("race", path, seed, how)
			if err != nil {
				done <- one{err: err}
				return
			}
			var lines []string
			for scan.Scan() {
				lines = append(lines, scan.Text())
			}
			done <- one{lines, cmd.Wait()}
		}()
	}
	seqs := map[string]bool{}
	var failed error
	for range 3 {
		x := <-done
		for _, line := range x.lines {
			parts := strings.Fields(line)
			switch parts[0] {
			case "saved":
				if seqs[parts[1]] {
					failed = fmt.Errorf("two programs saved event %s", parts[1])
				}
				seqs[parts[1]] = true
				saved = append(saved, parts[2])
			case "locked":
				out.refused++
				ms, _ := strconv.Atoi(parts[1]) // written by us
				out.slowest = max(out.slowest, time.Duration(ms)*time.Millisecond)
			case "lost":
				out.lost++
			default:
				failed = errors.New(line)
			}
		}
		if x.err != nil && failed == nil {
			failed = fmt.Errorf("a program ended with %w: %v", x.err, x.lines)
		}
	}
	if len(saved) > 0 {
		out.won++
	}
	return saved, out, failed
}

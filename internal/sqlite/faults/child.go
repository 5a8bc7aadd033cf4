package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// What a child process does is named by this variable.
const childTask = "LEDSTJARNA_FAULTS_CHILD"

// start starts this program again with a task.
func start(task string, args ...string) (*exec.Cmd, *bufio.Scanner, error) {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), childTask+"="+task)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	return c, bufio.NewScanner(out), c.Start()
}

func child(task string) int {
	seed, err := strconv.ParseUint(os.Args[2], 10, 64)
	if err == nil {
		r := rand.New(rand.NewPCG(seed, uint64(os.Getpid())))
		switch task {
		case "write":
			err = writeForEver(r, os.Args[1], false)
		case "boast": // acknowledges what it has not saved yet
			err = writeForEver(r, os.Args[1], true)
		case "open":
			err = openOnce(os.Args[1])
		case "race":
			err = raceOnce(os.Args[1], os.Args[3] == "take")
		default:
			err = errors.New("no such task")
		}
	}
	if err != nil {
		fmt.Println("error", err)
		return 1
	}
	return 0
}

// writeForEver saves random edits, says before each what it will be, "try VERSION
// HASH", and after it "ack"; likewise of events. It runs until it is killed.
func writeForEver(r *rand.Rand, path string, boast bool) error {
	ctx := context.Background()
	f, err := sqlite.Open(ctx, path, options())
	if err != nil {
		return err
	}
	register, err := f.Load(ctx)
	if err != nil {
		return err
	}
	fmt.Println("open")
	for {
		documents := drafts(register)
		d := documents[r.IntN(len(documents))]
		e, hash, err := rewrite(r, f, d)
		if err != nil {
			return err
		}
		said := fmt.Sprint(d.Latest().ID, " ", hash)
		if r.IntN(4) == 0 {
			id := plan.NewID()
			e.Events = []plan.Event{{ID: id, Kind: plan.EventExport, At: time.Now(), By: "barn"}}
			said += " " + string(id)
		}
		fmt.Println("try", said)
		if boast {
			fmt.Println("ack", said)
		}
		if _, err := f.Save(ctx, e); err != nil {
			return err
		}
		register = register.Apply(e)
		if !boast {
			fmt.Println("ack", said)
		}
	}
}

// openOnce opens a file, which migrates an old one, and closes it.
func openOnce(path string) error {
	return openAndClose(path, options())
}

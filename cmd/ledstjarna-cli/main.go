// Command ledstjarna-cli does Ledstjärna's work without a window: for scheduled
// exports, scripts and support.
//
// A command is a struct whose fields are its arguments and whose Run does it;
// grammar lists them all. What a command finds goes to standard output, as text
// or with --json as one JSON value whose keys do not change; what it has to say
// to a person goes to standard error in that person's language. The exit code is
// 0 when it is done, 1 when it was refused or failed, 2 when it was written
// wrongly.
package main

import (
	"os"
	"time"

	"ledstjarna/internal/scratch"
)

// version is set when the program is built.
var version = "0.1.0"

func main() {
	scratch.Sweep()
	os.Exit(run(os.Args[1:], system{
		in: os.Stdin, out: os.Stdout, notes: os.Stderr, env: os.Getenv, now: time.Now, user: userName, version: version,
	}))
}

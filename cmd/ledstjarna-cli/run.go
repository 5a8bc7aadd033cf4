package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os/user"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Exit codes.
const (
	exitDone    = 0
	exitRefused = 1
	exitUsage   = 2
)

const programName = "ledstjarna-cli"

// system is what the program uses of the machine.
type system struct {
	in      io.Reader
	out     io.Writer
	notes   io.Writer
	env     func(name string) string
	now     func() time.Time
	user    func() string
	version string
}

// userName is the computer's setting of who works at it.
func userName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	name, _, _ := strings.Cut(u.Name, ",")
	if name == "" {
		name = u.Username
	}
	return name
}

// app is one run of the program.
type app struct {
	words   *i18n.Printer
	in      io.Reader
	out     io.Writer // results
	notes   io.Writer // messages
	now     time.Time // the run's clock
	by      string
	json    bool
	version string
}

func (a *app) today() plan.Date { return plan.DateOf(a.now) }

// note tells the person something that is not a result.
func (a *app) note(key string, pairs ...any) {
	fmt.Fprintln(a.notes, a.words.T(key, pairs...))
}

// run runs the command that the arguments name and returns the exit code.
func run(args []string, sys system) int {
	words, err := i18n.New(languageOf(args, sys.env))
	if err != nil {
		fmt.Fprintln(sys.notes, err)
		return exitRefused
	}
	if len(args) == 1 && args[0] == "--version" { // no flag: show has one of that name
		fmt.Fprintln(sys.out, programName, sys.version)
		return exitDone
	}
	var g grammar
	helped := false
	parser, err := kong.New(&g, kong.Name(programName), kong.Writers(sys.out, sys.notes),
		kong.Exit(func(int) { helped = true }), kong.Help(helpIn(words)), kong.PostBuild(translate(words)))
	if err != nil {
		fmt.Fprintln(sys.notes, err)
		return exitRefused
	}
	ctx, err := parser.Parse(args)
	switch {
	case helped:
		return exitDone
	case err != nil:
		explainUsage(sys.notes, words, err)
		return exitUsage
	}
	out := bufio.NewWriter(sys.out)
	a := &app{words: words, in: sys.in, out: out, notes: sys.notes, by: g.By, json: g.JSON, version: sys.version}
	if a.by == "" {
		a.by = sys.user()
	}
	if a.now, err = clock(g.At, sys.now); err == nil {
		err = errors.Join(ctx.Run(a, &g), out.Flush())
	}
	if err != nil {
		fmt.Fprintln(sys.notes, a.explain(err))
		return exitRefused
	}
	return exitDone
}

func clock(at string, now func() time.Time) (time.Time, error) {
	if at == "" {
		return now(), nil
	}
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return time.Time{}, refuse("cli.error.at", "value", at)
	}
	return t, nil
}

// languageOf finds the language before the arguments are parsed, since help and
// what is wrong with them are said in it.
func languageOf(args []string, env func(string) string) i18n.Language {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		value, found := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, found = args[i+1], true
		}
		if found {
			return i18n.Match(value)
		}
	}
	return i18n.Match(env("LC_ALL"), env("LC_MESSAGES"), env("LANG"), env("LANGUAGE"))
}

package crash

import (
	"os"
	"os/user"
	"strings"
	"time"
)

// leftOut stands where the words of a panic were: they can quote what was written.
const leftOut = "(words left out)"

// secrets are what tells who the person is, with what stands instead.
func secrets() *strings.Replacer {
	var pairs []string
	if home, err := os.UserHomeDir(); err == nil && len(home) > 1 {
		pairs = append(pairs, home, "~", strings.ReplaceAll(home, `\`, "/"), "~")
	}
	if u, err := user.Current(); err == nil {
		for _, sep := range []string{"/", `\`} { // as a folder's name only: it can be any word
			if u.Username != "" {
				pairs = append(pairs, sep+u.Username+sep, sep+"user"+sep)
			}
		}
	}
	return strings.NewReplacer(pairs...)
}

// reportOf makes the report of what the runtime wrote. It reports whether the program
// ended unexpectedly at all: one that was killed has written nothing but the head.
func reportOf(raw string, at time.Time, secrets *strings.Replacer) (string, bool) {
	lines := strings.Split(strings.ReplaceAll(raw, "\r\n", "\n"), "\n")
	var out strings.Builder
	const headed = 3 // lines of head
	fell, inStack := false, false
	for i, l := range lines {
		switch {
		case i < headed:
			out.WriteString(l + "\n")
			if i == headed-1 {
				out.WriteString(at.UTC().Format(time.RFC3339) + "\n\n")
			}
			continue
		case strings.HasPrefix(l, "goroutine "): // the runtime indents what a panic says after its first line
			inStack = true
		case !inStack:
			l = reason(l)
		}
		fell = fell || inStack || l != ""
		if inStack || l != "" {
			out.WriteString(secrets.Replace(l) + "\n")
		}
	}
	return strings.TrimRight(out.String(), "\n") + "\n", fell
}

// reason is what a line before the stacks tells of why; "" for nothing. Only words of
// the runtime's own are kept.
func reason(line string) string {
	for _, known := range []string{"fatal error: ", "panic: runtime error: ", "runtime: ", "[signal ", "SIG"} {
		if strings.HasPrefix(line, known) {
			return line
		}
	}
	if strings.HasPrefix(line, "panic: ") {
		return "panic: " + leftOut
	}
	return ""
}

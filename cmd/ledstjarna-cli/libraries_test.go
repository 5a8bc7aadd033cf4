package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// networked are the libraries that can speak with the network, with why they are here.
// Nothing of ours calls what of theirs does; TestNothingAsksForTheNetwork watches it.
func networked() []string {
	return []string{
		"fyne.io/fyne/v2",               // resources from an address, which is never given
		"github.com/arran4/golang-ical", // fetches a calendar in a function that nothing calls
		"github.com/godbus/dbus",        // speaks with other programs of the computer
		"github.com/google/uuid",        // asks network cards for their numbers, for IDs of another kind
		"github.com/pdfcpu/pdfcpu",      // looks up certificates and links where it is told to
		"github.com/stretchr/testify",   // comes with the toolkit's driver for tests
		"github.com/tetratelabs/wazero", // sockets of a guest, who gets none
		"github.com/xuri/excelize/v2",   // media types
		"golang.org/x/sys/windows",      // addresses in the system's form
	}
}

// No package of ours sees the network, and of the libraries only those that are named.
func TestOnlyNamedLibrariesKnowTheNetwork(t *testing.T) {
	for _, program := range []struct{ name, tags, cgo string }{
		{"./cmd/ledstjarna-cli", "", "0"}, {"./cmd/ledstjarna", "ci", "0"}, {"./cmd/ledstjarna", "migrated_fynedo", "1"},
	} {
		list := exec.Command("go", "list", "-tags", program.tags, "-deps", "-f", `{{if not .Standard}}{{.ImportPath}} {{join .Imports " "}}{{end}}`, program.name)
		list.Env = append(os.Environ(), "CGO_ENABLED="+program.cgo)
		list.Dir = filepath.Join("..", "..")
		out, err := list.Output()
		if err != nil {
			t.Fatalf("list what %s is made of: %v", program.name, err)
		}
		seen := 0
		for line := range strings.Lines(string(out)) {
			words := strings.Fields(line)
			if len(words) == 0 {
				continue
			}
			seen++
			speaks := slices.ContainsFunc(words[1:], func(p string) bool {
				return p == "net" || strings.HasPrefix(p, "net/") && p != "net/url" && p != "net/mail" && p != "net/netip" && p != "net/textproto" || p == "crypto/tls"
			})
			named := slices.ContainsFunc(networked(), func(l string) bool { return strings.HasPrefix(words[0], l) })
			if speaks && (strings.HasPrefix(words[0], "ledstjarna/") || !named) {
				t.Errorf("%s sees the network", words[0])
			}
		}
		if seen < 60 {
			t.Errorf("%s is made of %d packages only", program.name, seen)
		}
	}
}

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/pdf/check"
)

func TestExportStatus(t *testing.T) {
	file := exampleFile(t)
	out := filepath.Join(t.TempDir(), "status.pdf")
	done(t, "export", file, "status", "-o", out)
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	problems, err := check.Problems(data)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	said, err := check.Text(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Per den 22 november 2026.", "It-policyÅrlig2025-11-30Försenad, 357 dagar", "Att åtgärda", "Slututvärdering saknas", "Arbetsutskottet sammanträder",
	} {
		if !strings.Contains(said, check.Squeeze(want)) {
			t.Errorf("the paper does not say %q", want)
		}
	}
	done(t, "register", file, "add", "bodies", "name", "Rådet 🎉")
	o := cli(t, "export", file, "status", "-o", filepath.Join(t.TempDir(), "other.pdf"))
	if o.code == exitDone || !strings.Contains(o.notes, "🎉") || !strings.Contains(o.notes, "Rådet") {
		t.Errorf("a name that cannot be printed: exit %d, %q", o.code, o.notes)
	}
}

func TestAPacketWithTheStatus(t *testing.T) {
	file := exampleFile(t)
	meeting := strings.TrimSpace(done(t, "register", file, "add", "meetings", "body", "Arbetsutskottet", "date", "2027-02-11"))
	packet := strings.TrimSpace(done(t, "packet", file, "new", "--meeting", meeting))
	done(t, "packet", file, "add", packet, "status")
	out := filepath.Join(t.TempDir(), "handlingar.pdf")
	done(t, "export", file, "packet", packet, "-o", out)
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	problems, err := check.Problems(data)
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	said, err := check.Text(data)
	if err != nil || !strings.Contains(said, check.Squeeze("It-policyÅrlig2025-11-30")) {
		t.Errorf("the packet does not tell the status: %v", err)
	}
}

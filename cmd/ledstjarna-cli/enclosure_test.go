package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ledstjarna/internal/pdf/check"
)

const examplePacket = "packet-au-2026-12-03"

// difficultIn writes difficult files into a folder and returns their paths.
func difficultIn(t *testing.T, names ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var out []string
	for _, n := range names {
		out = append(out, filepath.Join(dir, n))
		writeDifficult(t, n, out[len(out)-1])
	}
	return out
}

func TestFilesOfOtherOriginInAPacket(t *testing.T) {
	file := exampleFile(t)
	paths := difficultIn(t, "gs.pdf", "writer-archive.pdf", "picture-plain.png", "form-xfa.pdf", "qpdf-user-aes256.pdf", "damaged-cut-60.pdf")
	for i, words := range []string{"Sidorna kan inte läsas av skärmläsare", "", "", "Bilagan lämnas som en egen fil. Formuläret kan bara visas i sitt eget program"} {
		o := cli(t, "packet", file, "attach", examplePacket, "8", paths[i])
		if o.code != exitDone || !strings.Contains(o.notes, words) || words == "" && o.notes != "" {
			t.Errorf("%s: exit %d, %q", filepath.Base(paths[i]), o.code, o.notes)
		}
	}
	refusedWith(t, "skyddad med lösenord", "packet", file, "attach", examplePacket, "8", paths[4])
	refusedWith(t, "en del av sidorna saknas", "packet", file, "attach", examplePacket, "8", paths[5])
	done(t, "packet", file, "attach", examplePacket, "8", paths[4], "--separate", "--title", "Låst underlag")
	out := filepath.Join(t.TempDir(), "p.pdf")
	o := cli(t, "export", file, "packet", examplePacket, "-o", out)
	for _, want := range []string{"bilaga 2 gs: Sidorna kan inte", "bilaga 6 Låst underlag: Bilagan lämnas", "uppges därför inte vara tillgängliga"} {
		if !strings.Contains(o.notes, want) {
			t.Errorf("told %q, without %q", o.notes, want)
		}
	}
	text := saidBy(t, out)
	for _, want := range []string{"Om bilagorna", "qpdf-user-aes256.pdf", "gs, sida 2 av 2"} {
		if !strings.Contains(text, want) {
			t.Errorf("the papers do not say %q", want)
		}
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if claims, err := check.Claims(b); err != nil || claims != (check.Claimed{}) {
		t.Errorf("claims %+v, %v", claims, err)
	}
}

func TestAFolderOfPapers(t *testing.T) {
	file := exampleFile(t)
	paths := difficultIn(t, "form-xfa.pdf", "gs.pdf")
	done(t, "packet", file, "attach", examplePacket, "8", paths[0], "--title", "Ansökan")
	done(t, "packet", file, "attach", examplePacket, "8", paths[1], "--separate", "--title", "Budget: utfall/prognos")
	out := filepath.Join(t.TempDir(), "2026-12-03_AU_Handlingar")
	done(t, "export", file, "packet", examplePacket, "--folder", "-o", out, "--dispatch")
	names := func() []string {
		all, err := os.ReadDir(out)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range all {
			names = append(names, e.Name())
		}
		return names
	}
	want := []string{"2026-12-03_AU_Handlingar.pdf", "Ärende 8 Bilaga 2 Ansökan.pdf", "Ärende 8 Bilaga 3 Budget- utfall-prognos.pdf"}
	if got := names(); !slices.Equal(got, want) {
		t.Errorf("in the folder: %q", got)
	}
	a, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(out, want[1])); err != nil || string(a) != string(b) {
		t.Errorf("the separate file is not as it was attached: %v", err)
	}
	if log := done(t, "packet", file, "log", examplePacket, "--json"); !strings.Contains(log, `"file": "2026-12-03_AU_Handlingar.pdf"`) {
		t.Errorf("the log says %s", log)
	}
	refusedWith(t, "finns redan", "export", file, "packet", examplePacket, "--folder", "-o", out)
	done(t, "export", file, "packet", examplePacket, "--documents", "-o", out, "--overwrite")
	if got := names(); len(got) < len(want)+5 || !slices.Contains(got, "Kommunikationsplan 2023–2026 1.1.pdf") {
		t.Errorf("with the documents: %q", got)
	}
	saidBy(t, filepath.Join(out, "Kommunikationsplan 2023–2026 1.1.pdf"))
}

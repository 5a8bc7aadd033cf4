package ui

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdf/difficult"
	"ledstjarna/internal/pdf/foreign"
	"ledstjarna/internal/pdfium"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// openPapers opens the example's papers in the window.
func openPapers(t testing.TB, a *App) *packetsView {
	t.Helper()
	a.open(place{room: roomPackets, packet: "packet-au-2026-12-03"})
	v, ok := a.front.(*packetsView)
	if !ok {
		t.Fatal("the papers are not in front")
	}
	return v
}

func TestTheLinesOfAnAgenda(t *testing.T) {
	a := window(t)
	a.openExample()
	v := openPapers(t, a)
	item := v.about.Items[3]
	anchor, papers := report.ItemAnchors(item)
	next, _ := report.ItemAnchors(v.about.Items[4])
	pages := map[string]int{"notice": 0, anchor: 2, papers[0]: 4, next: 16}
	m := agendaModel{
		words: a.words, register: a.desk.register(), packet: v.about, chosen: item.Row, pages: 20,
		found: []packet.Finding{{Severity: plan.Warning, Rule: "two-measures", Item: item.Row, Point: 1}, {Severity: plan.Error, Rule: "no-points", Item: item.Row}},
		page:  func(s string) (int, bool) { n, ok := pages[s]; return n, ok },
	}
	got := map[string][]string{}
	for _, l := range m.lines() {
		got[l.ID] = []string{l.Number, l.Title, l.Papers, l.Page, l.Hint}
	}
	row := string(item.Row)
	for id, want := range map[string][]string{
		"notice":        {"", "Kallelse och föredragningslista", "", "1–2", ""},
		row:             {"4", item.Heading, "1", "3", "Beslutspunkter saknas. Skriv vad som föreslås."},
		row + "/report": {"", "Tjänsteskrivelse", "", "3–4", ""},
		row + "/0":      {"", item.Papers[0].Title, "", "5–16", ""},
	} {
		if id == row {
			want[4] = a.words.T("lint.no-points")
		}
		if diff := cmp.Diff(want, got[id]); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
	if len(got) != 1+len(v.about.Items)+2 {
		t.Errorf("%d lines", len(got))
	}
}

// One move is one step that can be undone, and numbers follow at once.
func TestAnItemIsMovedInTheWindow(t *testing.T) {
	a := window(t)
	a.openExample()
	v := openPapers(t, a)
	first, third := v.about.Items[0], v.about.Items[2]
	v.move(string(third.Row), 0)
	if v.about.Items[0].Row != third.Row || v.about.Items[0].Number != 1 || v.about.Items[1].Row != first.Row {
		t.Errorf("the first items are %v", v.about.Items[:2])
	}
	if err := a.file.Undo(); err != nil {
		t.Fatal(err)
	}
	if v.about.Items[0].Row != first.Row {
		t.Error("the move is not undone")
	}
	v.removeLine(string(third.Row))
	if len(v.about.Items) != 11 {
		t.Errorf("%d items after one is removed", len(v.about.Items))
	}
}

// withPDF gives the window what is needed to read and write PDFs.
func withPDF(t testing.TB, a *App) {
	t.Helper()
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	engine := pdfium.New(filepath.Join(os.TempDir(), "ledstjarna-test-pdfium"))
	t.Cleanup(func() { _ = engine.Close() }) // of no more use
	a.setup.Print, a.setup.Preview = NewPrinter(fonts, "test"), NewPreviewer(fonts, engine, "test")
	a.setup.Shelf = func(f foreign.Fetch) *foreign.Shelf { return foreign.NewShelf(engine, f) }
}

func difficultFile(t *testing.T, name string) string {
	t.Helper()
	for _, d := range difficult.Files() {
		if d.Name == name {
			b, err := d.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, b, 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	t.Fatalf("no file %s", name)
	return ""
}

// The secretary's way: a file is added, the papers are sent, something changes, the
// supplement is sent.
func TestPapersAreSentAndSupplemented(t *testing.T) {
	a := window(t)
	withPDF(t, a)
	a.openExample()
	v := openPapers(t, a)
	it := v.about.Items[7]
	v.choose(string(it.Row))
	attach := func(name string, separate bool) {
		t.Helper()
		a.probe(difficultFile(t, name), separate, func(x plan.Attachment, e report.Enclosure) { v.enclose(it, x, separate, e) })
	}
	attach("gs.pdf", false)
	attach("qpdf-user-aes256.pdf", false) // is refused
	attach("form-xfa.pdf", false)         // is delivered separately
	if n := len(v.about.Items[7].Papers); n != 3 {
		t.Fatalf("%d papers", n)
	}
	picture(t, a, "papers-refused")
	closeDialogs(a)
	v.pages.setOpen(true)
	picture(t, a, "papers-pages")
	dir := t.TempDir()
	out := filepath.Join(dir, packetExport{folder: true}.suggestion(a.words, v.about))
	export := packetExport{path: out, lang: "sv", folder: true, dispatch: true}
	a.withEnclosures(v.about, func() { a.exportPacket(v.about, export) })
	picture(t, a, "papers-sent")
	all, err := os.ReadDir(out)
	if err != nil || len(all) != 2 {
		t.Fatalf("in the folder: %v, %v", all, err)
	}
	sent := packet.Dispatches(a.desk.register(), v.id)
	if len(sent) != 1 || sent[0].Pages < 50 || sent[0].File != "2026-12-03_AU_Handlingar.pdf" {
		t.Fatalf("dispatches %+v", sent)
	}
	closeDialogs(a)
	a.withEnclosures(v.about, func() { a.exportPacket(v.about, export) }) // never overwrites silently
	if n := len(packet.Dispatches(a.desk.register(), v.id)); n != 1 {
		t.Errorf("%d dispatches", n)
	}
	closeDialogs(a)
	v.change(editor.Op{Key: "op.set-report"}, func(c plan.Content) (plan.Content, error) {
		return c.Set(plan.PathTo(plan.KeyItems).In(it.Row, plan.KeySummary), plan.Text("Läget är ett annat."))
	})
	changed := packet.Since(a.desk.register(), v.about, sent[0])
	if len(changed) != 1 {
		t.Fatalf("changed %+v", changed)
	}
	picture(t, a, "papers-changed")
	supplement := filepath.Join(dir, "komplettering.pdf")
	a.exportSupplement(v.about, packetExport{path: supplement, lang: "sv", dispatch: true}, 1, changed)
	if b, err := os.ReadFile(supplement); err != nil || !bytes.HasPrefix(b, []byte("%PDF-1.7")) {
		t.Errorf("the supplement: %v", err)
	}
	if n := len(packet.Dispatches(a.desk.register(), v.id)); n != 2 {
		t.Errorf("%d dispatches after the supplement", n)
	}
}

// Papers with files of other origin show their pages as soon as they are opened.
func TestPapersWithFilesAreOpenedWithTheirPages(t *testing.T) {
	a := window(t)
	withPDF(t, a)
	a.openExample()
	v := openPapers(t, a)
	it := v.about.Items[7]
	a.probe(difficultFile(t, "gs.pdf"), false, func(x plan.Attachment, e report.Enclosure) { v.enclose(it, x, false, e) })
	a.prefs.setPreviews(true)
	a.closeShelf()
	a.open(place{room: roomTodo})
	v = openPapers(t, a)
	if _, ok := a.shelf.File(v.about.Items[7].Papers[1].File.Hash); !ok {
		t.Error("the file has not been read")
	}
	_, papers := report.ItemAnchors(v.about.Items[7])
	at, ok := v.pages.pageOf(papers[1])
	next, _ := report.ItemAnchors(v.about.Items[8])
	if after, there := v.pages.pageOf(next); !ok || !there || after-at != 2 {
		t.Errorf("its pages begin at %d (%v), the next item at %d (%v)", at, ok, after, there)
	}
}

// closeDialogs takes away what lies over the window.
func closeDialogs(a *App) {
	for o := a.window.Canvas().Overlays(); o.Top() != nil; {
		o.Remove(o.Top())
	}
}

// The public variant is refused while a protected item has no public heading.
func TestTheVariantOfThePapers(t *testing.T) {
	a := window(t)
	withPDF(t, a)
	a.openExample()
	v := openPapers(t, a)
	item := v.about.Items[3]
	set := func(k plan.Key, s string) {
		v.change(editor.Op{Key: "op.protect"}, func(c plan.Content) (plan.Content, error) {
			return c.Set(plan.PathTo(plan.KeyItems).In(item.Row, k), plan.Text(s))
		})
	}
	set(plan.KeyProtected, plan.Yes)
	v.setVariant("public")
	if v.public {
		t.Error("it is public without a heading")
	}
	closeDialogs(a)
	set(plan.KeyPublicHeading, "Ett upphandlingsärende")
	v.setVariant("public")
	x := packetExport{public: true}
	if !v.public || x.suggestion(a.words, v.about) != "2026-12-03_AU_Handlingar_Publik.pdf" {
		t.Errorf("public %v, name %q", v.public, x.suggestion(a.words, v.about))
	}
	out := filepath.Join(t.TempDir(), "p.pdf")
	a.exportPacket(v.about, packetExport{path: out, lang: "sv", public: true, dispatch: true})
	if _, err := os.Stat(out); err != nil {
		t.Error(err)
	}
	if n := len(packet.Dispatches(a.desk.register(), v.id)); n != 0 {
		t.Errorf("the public variant counts as %d dispatches", n)
	}
	if all := packet.Exports(a.desk.register(), v.id); len(all) != 1 || !all[0].Public {
		t.Errorf("the log says %+v", all)
	}
}

// An export of the desktop and one of the command line are the same bytes: both
// print the same value with the same fonts at the same time.
func TestAnExportIsTheSameEveryTime(t *testing.T) {
	a := window(t)
	withPDF(t, a)
	a.openExample()
	v := openPapers(t, a)
	write := func() string {
		src, err := a.source(a.words)
		if err != nil {
			t.Fatal(err)
		}
		p, err := report.Packet(src, v.about)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := a.setup.Print(context.Background(), &b, Paper{Print: p, At: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}, func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	first := write()
	if second := write(); second != first {
		t.Error("the bytes differ")
	}
}

func BenchmarkMoveItemOf20(b *testing.B) {
	a := window(b)
	a.openExample()
	v := openPapers(b, a)
	for len(v.about.Items) < 20 {
		v.change(editor.Op{Key: "op.new-item"}, func(c plan.Content) (plan.Content, error) {
			return packet.AddFree(c, strings.Repeat("Ärende ", 5)), nil
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		v.move(string(v.about.Items[0].Row), 15)
	}
}

// What has been changed since it was sent is adopted only by one who says that the body
// knew of it.
func TestWhatHasChangedIsNotAdoptedUnawares(t *testing.T) {
	a, _, _ := clocked(t, time.Date(2026, 12, 4, 9, 0, 0, 0, time.UTC))
	v := openPapers(t, a)
	it := v.about.Items[3]
	edit := packet.Log(a.desk.register(), v.about, packet.Made{File: "x.pdf", Pages: 1}, "S", a.now())
	if !a.desk.do(editor.Op{Key: "op.dispatch"}, edit, nil) {
		t.Fatal("not logged")
	}
	d, _ := a.desk.register().Document(it.Document)
	before, err := a.file.Content(it.Version)
	if err != nil {
		t.Fatal(err)
	}
	do := func(edit plan.Edit, err error) {
		t.Helper()
		if err == nil {
			err = a.file.Do(editor.Op{Key: "op.edit"}, edit)
		}
		if err != nil {
			t.Fatal(err)
		}
		d, _ = a.desk.register().Document(it.Document)
	}
	do(a.desk.register().SetStage(d, d.Latest(), plan.StageDraft, 0))
	do(a.desk.register().SetContent(d, d.Latest(), before, before.Content.With("problem", plan.Text("Något annat."))))
	do(a.desk.register().SetStage(d, d.Latest(), plan.StageReady, 0))
	e, _ := a.desk.register().Entry(plan.ListPackets, v.id)
	x := packet.Decision{Item: it.Row, Outcome: plan.Adopted, Paragraph: "61", Date: v.about.Meeting.Date}
	if _, err := packet.Decide(a.desk.register(), e, x, a.words, "S", a.now()); !errors.Is(err, packet.ErrChanged) {
		t.Fatalf("it could be adopted: %v", err)
	}
	askChanged(a.desk, e, it, x)
	picture(t, a, "papers-changed-question")
	if _, done := packet.DecidedOn(a.desk.register(), v.id, it.Row); done {
		t.Fatal("it is adopted before the question is answered")
	}
	x.Changed = true
	sure, err := packet.Decide(a.desk.register(), e, x, a.words, "S", a.now())
	if !registerDecision(a.desk, it, x, sure, err) {
		t.Error("it cannot be adopted knowingly")
	}
}

// The head of the papers names the meeting in each language.
func TestTheHeadOfThePapersNamesTheMeeting(t *testing.T) {
	p := packet.Packet{Body: "Arbetsutskottet"}
	p.Meeting.Date = on(t, "2026-12-03")
	for lang, want := range map[i18n.Language]string{i18n.Swedish: "Arbetsutskottet 3 december 2026", i18n.English: "Arbetsutskottet 3 December 2026"} {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := papersTitle(w, p); got != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

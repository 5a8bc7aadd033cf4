package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"ledstjarna/internal/plan"
)

func TestWhatIsDroppedFindsItsPlace(t *testing.T) {
	open := landing{open: true}
	attach, rows := landing{open: true, attach: true}, landing{open: true, rows: true}
	for _, c := range []struct {
		paths []string
		on    landing
		act   dropAct
		why   string
	}{
		{[]string{"/a.ledstjarna"}, landing{}, dropOpen, ""},
		{[]string{"/a.LEDSTJARNA"}, open, dropAsk, ""},
		{[]string{"/a.ledstjarna"}, attach, dropAsk, ""},
		{[]string{"/a.ledstjarna"}, landing{open: true, reads: true}, dropOpen, ""},
		{[]string{"/a.ledstjarna"}, landing{open: true, already: true}, dropNothing, ""},
		{[]string{"/a.ledstjarna", "/b.pdf"}, attach, dropNothing, "drop.one-plan"},
		{[]string{"/a.pdf"}, landing{}, dropNothing, "drop.closed"},
		{[]string{"/a.pdf"}, open, dropNothing, "drop.where"},
		{[]string{"/a.pdf", "/b.xlsx"}, attach, dropAttach, ""},
		{[]string{"/a.pdf"}, landing{open: true, attach: true, locked: true}, dropNothing, "drop.locked"},
		{[]string{"/a.pdf"}, landing{open: true, attach: true, reads: true}, dropNothing, "drop.read-only"},
		{[]string{"/a.XLSX"}, rows, dropRows, ""},
		{[]string{"/a.csv"}, open, dropNothing, "drop.where"},
		{[]string{"/a.csv", "/b.csv"}, rows, dropNothing, "drop.where"},
		{[]string{"/a.pdf"}, rows, dropNothing, "drop.where"},
		{nil, open, dropNothing, ""},
	} {
		if act, why := dropOf(c.paths, c.on); act != c.act || why != c.why {
			t.Errorf("%v on %+v: %d, %q", c.paths, c.on, act, why)
		}
	}
}

func TestAPlanFileIsDropped(t *testing.T) {
	a := window(t)
	a.showWelcome()
	other := filepath.Join(t.TempDir(), "b"+extension)
	store, err := a.setup.Files.Create(context.Background(), other, "x", plan.Start("Annat", func(s string) string { return s }, plan.DateOf(a.setup.Now())))
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	a.droppedURIs(fyne.NewPos(9, 9), []fyne.URI{storage.NewFileURI(onDisk(t, "a.pdf", []byte("%PDF-1.7\n")))})
	if got := a.toaster.Text(); got != a.words.T("drop.closed") {
		t.Errorf("it says %q", got)
	}
	a.droppedURIs(fyne.NewPos(9, 9), []fyne.URI{storage.NewFileURI(other)})
	if a.path != other {
		t.Fatalf("%q is open", a.path)
	}
	a.openExample()
	a.dropped(fyne.NewPos(9, 9), []string{other})
	picture(t, a, "drop-plan")
	a.dropped(fyne.NewPos(9, 9), []string{other}) // the dialog is answered first
	if n := len(a.window.Canvas().Overlays().List()); n != 1 {
		t.Fatalf("%d dialogs are open", n)
	}
	pressLabel(t, a.window.Canvas().Overlays().Top(), "Öppna i stället")
	if a.path != other {
		t.Errorf("%q is open", a.path)
	}
}

func TestAppendicesAreDropped(t *testing.T) {
	a := window(t)
	withPDF(t, a)
	a.openExample()
	v := draft(t, a, plan.Policy, plan.KeyAppendices, plan.Content{})
	pdf := onDisk(t, "Enkät.pdf", []byte("%PDF-1.7\nbilagan\n"))
	a.dropped(fyne.NewPos(600, 400), []string{pdf, onDisk(t, "Svar.pdf", []byte("%PDF-1.7\nsvar\n"))})
	if files := plan.AppendicesIn(v.content()); len(files) != 2 {
		t.Errorf("%d appendices", len(files))
	}
	p := openPapers(t, a)
	picture(t, a, "drop-papers")
	it, id := p.about.Items[7], string(p.about.Items[7].Row)
	at := positionOf(t, a, p, id)
	before := len(it.Papers)
	a.dropped(fyne.NewPos(at.X, 2), []string{difficultFile(t, "gs.pdf")})
	if got := a.toaster.Text(); got != a.words.T("drop.where") {
		t.Errorf("dropped beside the items it says %q", got)
	}
	picture(t, a, "drop-where")
	a.dropped(at, []string{difficultFile(t, "gs.pdf")})
	if n := len(p.about.Items[7].Papers); n != before+1 {
		t.Errorf("the item has %d papers, want one more than %d", n, before)
	}
}

// positionOf finds where an item stands, from above.
func positionOf(t *testing.T, a *App, v *packetsView, id string) fyne.Position {
	t.Helper()
	size := a.window.Canvas().Size()
	for y := float32(0); y < size.Height; y += 4 {
		for x := float32(0); x < size.Width; x += 40 {
			if at := fyne.NewPos(x, y); v.agenda.LineAt(at) == id {
				return at
			}
		}
	}
	t.Fatalf("the item %s is nowhere", id)
	return fyne.Position{}
}

func TestASpreadsheetIsDroppedInAList(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomLibrary, list: plan.ListRoles})
	out := filepath.Join(t.TempDir(), "roller.csv")
	a.exchangeOut(exchanged{list: plan.ListRoles}, ".csv", out, false)
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(out, append(b, "Tryckerikontakt\r\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	a.dropped(fyne.NewPos(600, 400), []string{out})
	if _, ok := a.front.(*exchangeView); !ok {
		t.Errorf("in front stands %T, and it says %q", a.front, a.toaster.Text())
	}
	picture(t, a, "drop-rows")
	a.open(place{room: roomPlans, document: "doc-naravard", section: "summary"})
	if _, ok := a.listInFront(); ok {
		t.Error("the summary is taken for a list")
	}
}

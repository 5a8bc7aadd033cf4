package pdf_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// secret stands in every text of what is protected.
const secret = "KRONHJORT"

// secretly fills every text field with the secret.
func secretly(fields []plan.Field, c plan.Content) plan.Content {
	for _, f := range fields {
		switch f.Kind {
		case plan.Line, plan.LongText:
			if f.Key != plan.KeyFileHash && f.Key != plan.KeyVersion && f.Key != plan.KeyRecord && f.Key != plan.KeyPublicHeading {
				c = c.With(f.Key, plan.Text(secret+" "+string(f.Key)))
			}
		case plan.List, plan.Checklist:
			rows := c.Get(f.Key).Rows()
			for i, r := range rows {
				rows[i].Cells = secretly(f.Columns, r.Cells)
			}
			c = c.With(f.Key, plan.Rows(rows...))
		}
	}
	return c
}

func itemColumns() []plan.Field {
	for _, f := range plan.ListFields(plan.ListPackets) {
		if f.Key == plan.KeyItems {
			return f.Columns
		}
	}
	return nil
}

// protectedPapers is the example with a packet whose second item is protected: about a
// plan that has the secret in every text, a review of it and a file of another
// origin. A later item lists all documents.
func protectedPapers(t *testing.T) (papers, packet.Packet) {
	t.Helper()
	p := examplePapers(t)
	d, ok := p.register.Document("doc-kompetens")
	if !ok {
		t.Fatal("the example has no such plan")
	}
	after := d
	after.Versions = slices.Clone(d.Versions)
	for i, v := range after.Versions {
		v.Head.Title, v.Head.Dnr = secret+" titel", secret+" dnr"
		after.Versions[i] = v
		p.contents[v.ID] = secretly(plan.FieldsOf(d.Kind), plantest.Content(d.Kind, 2))
	}
	review := plan.Event{
		ID: "review-secret", Kind: plan.EventReview, Document: d.ID, At: printedAt,
		Fields: secretly(plan.EventFields(plan.EventReview), plan.NewContent(plan.Filled{plan.KeyOutcome: plan.Text(plan.NoChange)})),
	}
	e := p.register.Entries(plan.ListPackets)[0]
	paper := plan.Row{ID: "paper", Cells: secretly(paperColumns(), plan.NewContent(plan.Filled{plan.KeyFileHash: plan.Text(strings.Repeat("ab", 32))}))}
	item := plan.Row{ID: "protected", Cells: secretly(itemColumns(), plan.NewContent(plan.Filled{
		plan.KeyItemType: plan.Text(plan.ItemDecision), plan.KeySubject: plan.Text(plan.SubjectReview), plan.KeyDocument: plan.Ref(d.ID),
		plan.KeyRecord: plan.Text("review-secret"), plan.KeyProtected: plan.Text(plan.Yes), plan.KeyPublicHeading: plan.Text("Ett upphandlingsärende"),
		plan.KeyPapers: plan.Rows(paper),
	}))}
	rows := slices.DeleteFunc(e.Fields.Get(plan.KeyItems).Rows(), func(r plan.Row) bool { return r.Cells.Get(plan.KeyDocument).ID() == d.ID })
	status := plan.Row{ID: "status", Cells: plan.NewContent(plan.Filled{
		plan.KeyHeading: plan.Text("Status för styrdokument"), plan.KeyItemType: plan.Text(plan.ItemInformation), plan.KeySubject: plan.Text(plan.SubjectStatus),
	})}
	full := e
	full.Fields = e.Fields.With(plan.KeyItems, plan.Rows(slices.Concat(rows[:1], []plan.Row{item}, rows[1:], []plan.Row{status})...))
	organisation, _ := p.register.Entry(plan.ListOrganisation, plan.OrganisationID)
	secrecy := organisation
	secrecy.Fields = organisation.Fields.With(plan.KeyUseSecrecy, plan.Text(plan.Yes))
	p.register = p.register.Apply(plan.Edit{
		Changes: []plan.Change{
			plan.DocumentChange{Before: &d, After: &after},
			plan.EntryChange{List: plan.ListPackets, Before: &e, After: &full},
			plan.EntryChange{List: plan.ListOrganisation, Before: &organisation, After: &secrecy},
		},
		Events: []plan.Event{review},
	})
	pk, err := packet.Of(p.register, full, p.today)
	if err != nil {
		t.Fatal(err)
	}
	return p, pk
}

func paperColumns() []plan.Field {
	for _, f := range itemColumns() {
		if f.Key == plan.KeyPapers {
			return f.Columns
		}
	}
	return nil
}

var hexString = regexp.MustCompile(`<([0-9A-Fa-f]+)>`)

// betrays tells where in a file the secret can be read: in its bytes, in its streams,
// in what its pages draw, in what its structure says.
func betrays(t *testing.T, file []byte) []string {
	t.Helper()
	var out []string
	units := utf16.Encode([]rune(secret))
	var wide []byte
	for _, u := range units {
		wide = append(wide, byte(u>>8), byte(u))
	}
	look := func(where string, b []byte) {
		upper := bytes.ToUpper(b)
		for _, s := range [][]byte{[]byte(secret), wide, []byte(strings.ToUpper(hex.EncodeToString(wide))), []byte(strings.ToUpper(hex.EncodeToString([]byte(secret))))} {
			if bytes.Contains(upper, s) {
				out = append(out, where)
				return
			}
		}
		var drawn []uint16
		for _, m := range hexString.FindAllSubmatch(b, -1) {
			x, err := hex.DecodeString(string(m[1]))
			if err != nil {
				continue
			}
			for i := 0; i+1 < len(x); i += 2 {
				drawn = append(drawn, uint16(x[i])<<8|uint16(x[i+1]))
			}
		}
		if strings.Contains(string(utf16.Decode(drawn)), secret) {
			out = append(out, where+", drawn")
		}
	}
	look("bytes", file)
	ctx, err := api.ReadContext(bytes.NewReader(file), &model.Configuration{Reader15: true, Limits: model.DefaultResourceLimits()})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range ctx.Table {
		if sd, ok := e.Object.(types.StreamDict); ok {
			if err := sd.Decode(); err == nil {
				look("stream", sd.Content)
			}
		}
	}
	root, err := check.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	root.Walk(func(e *check.Element) {
		if strings.Contains(said(e)+e.Alt+e.Actual, secret) {
			out = append(out, "structure "+e.Role)
		}
	})
	return out
}

// No protected text is anywhere in the public variant, whatever field it stands in.
func TestThePublicVariantKeepsTheSecret(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	p, pk := protectedPapers(t)
	s := p.source(t, i18n.Swedish)
	print := func(s report.Source, pk packet.Packet) []byte {
		pr, err := report.Packet(s, pk)
		if err != nil {
			t.Fatal(err)
		}
		return write(t, fonts, pr)
	}
	full := print(s, pk)
	if found := betrays(t, full); !slices.Contains(found, "stream, drawn") || !slices.Contains(found, "bytes") {
		t.Fatalf("the full variant does not say it, so nothing is proved: %v", found)
	}
	r, public, err := packet.Public(p.register, pk)
	if err != nil {
		t.Fatal(err)
	}
	s.Register = r
	file := print(s, public)
	if found := betrays(t, file); len(found) > 0 {
		t.Errorf("the secret is in the public variant: %v", found)
	}
	problems, err := check.Problems(file)
	if err != nil || len(problems) > 0 {
		t.Errorf("%v %v", problems, err)
	}
	root, err := check.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Ett upphandlingsärende", "Handlingen publiceras inte", "Nära vård i länet"} {
		if !strings.Contains(said(root), bare(want)) {
			t.Errorf("it does not say %q", want)
		}
	}
	if len(public.Items) != len(pk.Items) || public.Items[1].Number != pk.Items[1].Number || len(public.Items[1].Papers) != len(pk.Items[1].Papers) {
		t.Error("numbers are not kept")
	}
}

// The same holds for what was sent and has changed since.
func TestAPublicSupplementKeepsTheSecret(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	p, pk := protectedPapers(t)
	e := packet.Log(p.register, pk, packet.Made{File: secret + ".pdf"}, "S", printedAt)
	p.register = p.register.Apply(e)
	sent := packet.Dispatches(p.register, pk.ID)
	if len(sent) != 1 {
		t.Fatalf("%d dispatches", len(sent))
	}
	item := &pk.Items[1]
	item.Texts = item.Texts.With(plan.KeySummary, plan.Text("Ny "+secret))
	item.Papers = item.Papers[:1]
	pk.Items = slices.Delete(pk.Items, 3, 4)
	changed := packet.Since(p.register, pk, sent[0])
	if len(changed) < 3 {
		t.Fatalf("changed: %+v", changed)
	}
	r, public, err := packet.Public(p.register, pk)
	if err != nil {
		t.Fatal(err)
	}
	s := p.source(t, i18n.Swedish)
	s.Register = r
	pr, err := report.Supplement(s, public, 1, public.PublicChanges(changed))
	if err != nil {
		t.Fatal(err)
	}
	if found := betrays(t, write(t, fonts, pr)); len(found) > 0 {
		t.Errorf("the secret is in the public supplement: %v", found)
	}
	// An item that was protected when it was sent stays so when it is gone.
	pk.Items = slices.Delete(pk.Items, 1, 2)
	r, public, err = packet.Public(p.register, pk)
	if err != nil {
		t.Fatal(err)
	}
	s.Register = r.Without("doc-kompetens")
	pr, err = report.Supplement(s, public, 1, public.PublicChanges(packet.Since(p.register, pk, sent[0])))
	if err != nil {
		t.Fatal(err)
	}
	if found := betrays(t, write(t, fonts, pr)); len(found) > 0 {
		t.Errorf("the secret of an item that is gone is in the public supplement: %v", found)
	}
}

// A single paper can be protected: its title and its pages are gone, its number stays.
func TestAProtectedPaperOfAnOpenItem(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	p, pk := protectedPapers(t)
	pk.Items = slices.Delete(pk.Items, 1, 2)
	for i, it := range pk.Items {
		if it.Type == plan.ItemDecision {
			open := packet.Paper{Title: "Öppen bilaga", Number: 8, File: plan.AttachedFile{Name: "a.pdf", Hash: "x"}, Separate: true}
			again := packet.Paper{Title: "Samma fil", Number: 11, File: plan.AttachedFile{Name: secret, Hash: secret}, Separate: true}
			hidden := packet.Paper{Title: secret, Number: 9, Protected: true, File: plan.AttachedFile{Name: secret, Hash: secret}, Separate: true}
			about := packet.Paper{Title: secret, Number: 10, Document: "doc-kompetens", Protected: true}
			pk.Items[i].Papers = append(slices.Clone(it.Papers), open, hidden, about, again)
			break
		}
	}
	r, public, err := packet.Public(p.register, pk)
	if err != nil {
		t.Fatal(err)
	}
	s := p.source(t, i18n.Swedish)
	s.Register = r
	pr, err := report.Packet(s, public)
	if err != nil {
		t.Fatal(err)
	}
	file := write(t, fonts, pr)
	if found := betrays(t, file); len(found) > 0 {
		t.Errorf("the secret is in the public variant: %v", found)
	}
	root, err := check.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := check.Problems(file); err != nil || len(problems) > 0 {
		t.Errorf("%v %v", problems, err)
	}
	for _, want := range []string{"Öppen bilaga", "Bilaga 9 till ärendet", "Bilaga 10 till ärendet", "Bilaga 11 till ärendet", "Publiceras inte"} {
		if !strings.Contains(said(root), bare(want)) {
			t.Errorf("it does not say %q", want)
		}
	}
}

func TestWhatCannotBeMadePublic(t *testing.T) {
	p, pk := protectedPapers(t)
	var about *packet.ItemError
	bare := pk
	bare.Items = slices.Clone(pk.Items)
	bare.Items[1].Texts = bare.Items[1].Texts.With(plan.KeyPublicHeading, plan.Value{})
	if _, _, err := packet.Public(p.register, bare); !errors.Is(err, packet.ErrPublicHeading) || !errors.As(err, &about) || about.Number != 2 {
		t.Errorf("without a public heading: %v", err)
	}
	twice := pk
	twice.Items = append(slices.Clone(pk.Items), packet.Item{Number: 40, Document: "doc-kompetens"})
	if _, _, err := packet.Public(p.register, twice); !errors.Is(err, packet.ErrOpenElsewhere) || !errors.As(err, &about) || about.Number != 40 {
		t.Errorf("with an open item about the same document: %v", err)
	}
}

// The mark of confidentiality stands on the papers of the full variant, on the
// organisation's own wish, and never in the public one.
func TestTheMarkOfConfidentiality(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	p, pk := protectedPapers(t)
	pk.Items[1].Texts = pk.Items[1].Texts.With(plan.KeyStatute, plan.Text("OSL 19 kap. 3 §")).With(plan.KeyMarkedOn, plan.Day(plan.NewDate(2026, 11, 20)))
	marked := func(s report.Source, pk packet.Packet) bool {
		pr, err := report.Packet(s, pk)
		if err != nil {
			t.Fatal(err)
		}
		root, err := check.Read(write(t, fonts, pr))
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(said(root), bare("Sekretess · OSL 19 kap. 3 § · 2026-11-20 · Kommunförbundet Mälardalslänet"))
	}
	s := p.source(t, i18n.Swedish)
	if !marked(s, pk) {
		t.Error("it is not there")
	}
	r, public, err := packet.Public(p.register, pk)
	if err != nil {
		t.Fatal(err)
	}
	open := s
	open.Register = r
	if marked(open, public) {
		t.Error("it is in the public variant")
	}
	organisation, _ := p.register.Entry(plan.ListOrganisation, plan.OrganisationID)
	off := organisation
	off.Fields = organisation.Fields.With(plan.KeyUseSecrecy, plan.Value{})
	s.Register = p.register.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListOrganisation, Before: &organisation, After: &off}}})
	if marked(s, pk) {
		t.Error("it is there although the organisation does not use it")
	}
}

package pdf

import (
	"bytes"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/pdf/check"
)

// mutant is a finished file about to be damaged.
type mutant struct {
	t    *testing.T
	x    *model.XRefTable
	root types.Dict
}

func mutantOf(t *testing.T, data []byte) *mutant {
	t.Helper()
	conf := &model.Configuration{Reader15: true, Eol: types.EolLF, Limits: model.DefaultResourceLimits()}
	ctx, err := api.ReadContext(bytes.NewReader(data), conf)
	if err != nil {
		t.Fatal(err)
	}
	root, err := ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	return &mutant{t, ctx.XRefTable, root}
}

func (m *mutant) bytes() []byte {
	m.t.Helper()
	var out bytes.Buffer
	if err := (&finisher{x: m.x}).serialize(&out, *m.x.Info); err != nil {
		m.t.Fatal(err)
	}
	return out.Bytes()
}

func (m *mutant) dict(o types.Object) types.Dict {
	m.t.Helper()
	d, err := m.x.DereferenceDict(o)
	if err != nil || d == nil {
		m.t.Fatalf("no dictionary: %v", err)
	}
	return d
}

func (m *mutant) array(o types.Object) types.Array {
	m.t.Helper()
	a, err := m.x.DereferenceArray(o)
	if err != nil {
		m.t.Fatal(err)
	}
	return a
}

// element returns the first element of a role, in the order of their numbers.
func (m *mutant) element(role string) types.Dict {
	m.t.Helper()
	for n := 1; n < *m.x.Size; n++ {
		e, ok := m.x.Find(n)
		if !ok {
			continue
		}
		if d, ok := e.Object.(types.Dict); ok && d["Type"] == types.Name("StructElem") && d["S"] == types.Name(role) {
			return d
		}
	}
	m.t.Fatalf("no %s", role)
	return nil
}

func (m *mutant) page() types.Dict {
	return m.dict(m.array(m.dict(m.root["Pages"])["Kids"])[0])
}

// rewrite replaces text in a stream.
func (m *mutant) rewrite(o types.Object, from, to string) {
	m.t.Helper()
	ref, ok := o.(types.IndirectRef)
	if !ok {
		m.t.Fatal("no stream")
	}
	e, _ := m.x.Find(ref.ObjectNumber.Value())
	s, ok := e.Object.(types.StreamDict)
	if !ok {
		m.t.Fatal("no stream")
	}
	if err := s.Decode(); err != nil {
		m.t.Fatal(err)
	}
	if !bytes.Contains(s.Content, []byte(from)) {
		m.t.Fatalf("the stream has no %q", from)
	}
	s.Content = bytes.Replace(s.Content, []byte(from), []byte(to), 1)
	if err := s.Encode(); err != nil {
		m.t.Fatal(err)
	}
	e.Object = s
}

func (m *mutant) font() types.Dict {
	return m.dict(m.dict(m.dict(m.page()["Resources"])["Font"])[fontName(0)])
}

func (m *mutant) descriptor() types.Dict {
	return m.dict(m.dict(m.array(m.font()["DescendantFonts"])[0])["FontDescriptor"])
}

func (m *mutant) parents() types.Dict {
	return m.dict(m.dict(m.root["StructTreeRoot"])["ParentTree"])
}

func (m *mutant) annotation() types.Dict { return m.dict(m.array(m.page()["Annots"])[0]) }

func TestDamageIsFound(t *testing.T) {
	data := export(t, specimen.Packet())
	if problems, err := check.Problems(mutantOf(t, data).bytes()); err != nil || len(problems) > 0 {
		t.Fatalf("the undamaged file: %v %v", err, problems)
	}
	for _, tt := range damages() {
		t.Run(tt.name, func(t *testing.T) {
			m := mutantOf(t, data)
			tt.damage(m)
			problems, err := check.Problems(m.bytes())
			if err != nil {
				t.Fatal(err)
			}
			if all := strings.Join(problems, "\n"); !strings.Contains(all, tt.want) {
				t.Errorf("found %q, not %q", all, tt.want)
			}
		})
	}
}

type damage struct {
	name   string
	damage func(*mutant)
	want   string
}

func damages() []damage {
	return append(treeDamages(), fileDamages()...)
}

func treeDamages() []damage {
	return []damage{
		{"tag removed", func(m *mutant) { tr := m.element("TR"); tr["K"] = m.array(tr["K"])[1:] }, "belongs to no element"},
		{"cell removed", func(m *mutant) { tr := m.element("TR"); tr["K"] = m.array(tr["K"])[1:] }, "a table has rows of"},
		{"row of the parent tree removed", func(m *mutant) { p := m.parents(); p["Nums"] = m.array(p["Nums"])[2:] }, "page 1 is not in the parent tree"},
		{"entry of a row removed", func(m *mutant) {
			nums := m.array(m.parents()["Nums"])
			nums[1] = m.array(nums[1])[1:]
		}, "its row in the parent tree"},
		{"entries of a row exchanged", func(m *mutant) {
			row := m.array(m.array(m.parents()["Nums"])[1])
			row[0], row[1] = row[1], row[0]
		}, "names another element"},
		{"heading level skipped", func(m *mutant) { m.element("H2")["S"] = types.Name("H5") }, "follows one of level"},
		{"table head without scope", func(m *mutant) { delete(m.element("TH"), "A") }, "has no scope"},
		{"figure without alternative", func(m *mutant) { delete(m.element("Figure"), "Alt") }, "no text alternative"},
		{"figure without box", func(m *mutant) { delete(m.element("Figure"), "A") }, "no bounding box"},
		{"list with a paragraph", func(m *mutant) { m.element("LI")["S"] = types.Name("P") }, "a P stands in a L"},
		{"unknown role", func(m *mutant) { m.element("P")["S"] = types.Name("Text") }, "no standard role"},
		{"link outside the tree", func(m *mutant) { l := m.element("Link"); l["K"] = m.array(l["K"])[:1] }, "not in the structure tree"},
		{"link without row", func(m *mutant) { delete(m.annotation(), "StructParent") }, "does not lead from a link"},
		{"link without words", func(m *mutant) { delete(m.annotation(), "Contents") }, "does not say where"},
		{"link not printed", func(m *mutant) { delete(m.annotation(), "F") }, "not marked for print"},
		{"link to nowhere", func(m *mutant) { delete(m.annotation(), "Dest") }, "leads nowhere"},
	}
}

func fileDamages() []damage {
	return []damage{
		{"number of content changed", func(m *mutant) { m.rewrite(m.page()["Contents"], "/MCID 0>>", "/MCID 999>>") }, "does not draw"},
		{"content unmarked", func(m *mutant) { m.rewrite(m.page()["Contents"], "/P <</MCID 0>> BDC", "/P BMC") }, "draws outside marked content"},
		{"artifact unmarked", func(m *mutant) { m.rewrite(m.page()["Contents"], "/Artifact <</Type /Layout>> BDC", "/Span BMC") }, "draws outside marked content"},
		{"sequence left open", func(m *mutant) { m.rewrite(m.page()["Contents"], "EMC", "") }, "not closed"},
		{"meaning of a code removed", func(m *mutant) { m.rewrite(m.font()["ToUnicode"], "<0065> <0065>\n", "") }, "does not say what code 0065 means"},
		{"font not embedded", func(m *mutant) { delete(m.descriptor(), "FontFile2") }, "is not embedded"},
		{"font without prefix", func(m *mutant) { m.font()["BaseFont"] = types.Name("SourceSans3-Regular") }, "no subset prefix"},
		{"language removed", func(m *mutant) { delete(m.root, "Lang") }, "no language"},
		{"outline removed", func(m *mutant) { delete(m.root, "Outlines") }, "no outline"},
		{"mark removed", func(m *mutant) { delete(m.root, "MarkInfo") }, "not said to be marked"},
		{"structure tree removed", func(m *mutant) { delete(m.root, "StructTreeRoot") }, "no structure tree"},
		{"output intent removed", func(m *mutant) { delete(m.root, "OutputIntents") }, "no output intent"},
		{"window title off", func(m *mutant) { delete(m.root, "ViewerPreferences") }, "does not show the title"},
		{"metadata removed", func(m *mutant) { delete(m.root, "Metadata") }, "no XMP packet"},
		{"claim changed", func(m *mutant) { m.rewrite(m.root["Metadata"], "<pdfuaid:part>1", "<pdfuaid:part>2") }, "pdfuaid:part"},
		{"title differs", func(m *mutant) { m.dict(*m.x.Info)["Title"] = textString("Annan") }, "Info has Title"},
		{"date differs", func(m *mutant) { m.dict(*m.x.Info)["ModDate"] = types.StringLiteral("D:20200101000000Z") }, "Info has ModDate"},
		{"tab order", func(m *mutant) { delete(m.page(), "Tabs") }, "tab order"},
	}
}

package difficult

import (
	"fmt"
	"strings"
)

// structures are files with a structure of their own, sound and unsound.
func structures() []File {
	claims := `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>` +
		`<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>` +
		`</rdf:RDF></x:xmpmeta>`
	false1 := bookOf("/Metadata 5 0 R", page{})
	false1.stream("/Type/Metadata/Subtype/XML", claims)
	sound := tagged("<</Type/StructElem/S/Rubrik/P 6 0 R/Pg 4 0 R/K 0>>", "<</Type/StructElem/S/Stycke/P 6 0 R/Pg 4 0 R/K[<</Type/MCR/MCID 1/Pg 4 0 R>>]>>")
	claiming := tagged("<</Type/StructElem/S/H1/P 6 0 R/Pg 4 0 R/K 0>>", "<</Type/StructElem/S/P/P 6 0 R/Pg 4 0 R/K 1>>")
	claiming.objects[0] = strings.Replace(claiming.objects[0], "/Type/Catalog", fmt.Sprintf("/Type/Catalog/Metadata %d 0 R", len(claiming.objects)+1), 1)
	claiming.stream("/Type/Metadata/Subtype/XML", claims)
	return []File{
		of("tagged-sound.pdf", "it has a structure with roles of its own", 1, sound.bytes()),
		of("tagged-claiming.pdf", "it has a structure and says that it is PDF/UA and PDF/A", 1, claiming.bytes()),
		of("tagged-false-claims.pdf", "it says that it is PDF/UA and PDF/A and has no structure", 1, false1.bytes()),
		of("tagged-round.pdf", "the structure holds itself", 1, tagged("<</Type/StructElem/S/Sect/P 6 0 R/K 7 0 R>>", "<</Type/StructElem/S/P/P 6 0 R/Pg 4 0 R/K 1>>").bytes()),
		of("tagged-elsewhere.pdf", "the structure names a page that does not exist", 1, tagged("<</Type/StructElem/S/P/P 6 0 R/Pg 44 0 R/K 0>>", "<</Type/StructElem/S/P/P 6 0 R/Pg 4 0 R/K 1>>").bytes()),
		of("tagged-twice.pdf", "a piece of content belongs to two elements", 1, tagged("<</Type/StructElem/S/P/P 6 0 R/Pg 4 0 R/K 0>>", "<</Type/StructElem/S/P/P 6 0 R/Pg 4 0 R/K[0 1]>>").bytes()),
		of("tagged-open.pdf", "it has a structure, and marked content that is not closed", 1, taggedOpen()),
		of("tagged-table.pdf", "cells name their headers, and classes their attributes", 1, taggedTable()),
	}
}

// tagged is a page of two pieces of content: objects 7 and 8 are their elements, 6
// the root of the structure.
func tagged(first, second string) *book {
	b := bookOf("/MarkInfo<</Marked true>>/Lang(sv)/StructTreeRoot 6 0 R", page{
		entries: a4 + "/StructParents 0/Tabs/S",
		content: "/H1 <</MCID 0>> BDC " + line("Rubrik") + " EMC\n/P <</MCID 1>> BDC BT /F1 11 Tf 72 460 Td (Stycke) Tj ET EMC",
	})
	b.add("<</Nums[0[7 0 R 8 0 R]]>>")
	b.add("<</Type/StructTreeRoot/K[7 0 R 8 0 R]/ParentTree 5 0 R/RoleMap<</Rubrik/Rubrik1/Rubrik1/H1/Stycke/P>>/ClassMap<</Vit<</O/Layout/SpaceAfter 6>>>>>>")
	b.add(first)
	b.add(second)
	return b
}

func taggedOpen() []byte {
	b := tagged("<</Type/StructElem/S/H1/P 6 0 R/Pg 4 0 R/K 0>>", "<</Type/StructElem/S/P/P 6 0 R/Pg 4 0 R/K 1>>")
	content := "q /H1 <</MCID 0>> BDC " + line("Rubrik (med") + " EMC\n/P <</MCID 1>> BDC " + line("Stycke")
	b.objects[2] = fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)
	return b.bytes()
}

func taggedTable() []byte {
	b := tagged("<</Type/StructElem/S/TH/P 9 0 R/Pg 4 0 R/K 0/ID(h1)/A<</O/Table/Scope/Column>>>>",
		"<</Type/StructElem/S/TD/P 9 0 R/Pg 4 0 R/K 1/C/Vit/A<</O/Table/Headers[(h1)]>>>>")
	b.objects[5] = strings.Replace(b.objects[5], "/K[7 0 R 8 0 R]", "/K 10 0 R", 1)
	b.add("<</Type/StructElem/S/TR/P 10 0 R/K[7 0 R 8 0 R]>>")
	b.add("<</Type/StructElem/S/Table/P 6 0 R/K 9 0 R>>")
	return b.bytes()
}

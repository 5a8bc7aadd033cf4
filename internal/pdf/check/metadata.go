package check

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkLinks checks that each annotation says what it is and is printed.
func (f *file) checkLinks() {
	for _, p := range f.pages {
		for _, o := range f.array(p.dict["Annots"]) {
			d := f.dict(o)
			if f.text(d["Contents"]) == "" && !p.other {
				f.report("page %d: a link does not say where it leads", p.number)
			}
			if f.integer(d["F"]) != 4 {
				f.report("page %d: a link is not marked for print", p.number)
			}
			if d["A"] == nil && d["Dest"] == nil {
				f.report("page %d: a link leads nowhere", p.number)
			}
		}
	}
}

// checkMetadata checks the catalog, the XMP packet and that Info agrees with it.
func (f *file) checkMetadata() {
	if f.text(f.root["Lang"]) == "" {
		f.report("the file has no language")
	}
	if f.root["Outlines"] == nil {
		f.report("the file has no outline")
	}
	if mark := f.dict(f.root["MarkInfo"]); !isTrue(mark["Marked"]) {
		f.report("the file is not said to be marked")
	}
	if !isTrue(f.dict(f.root["ViewerPreferences"])["DisplayDocTitle"]) {
		f.report("the window does not show the title")
	}
	intents := f.array(f.root["OutputIntents"])
	if len(intents) != 1 || len(f.stream(f.dict(intents[0])["DestOutputProfile"])) == 0 {
		f.report("the file has no output intent")
	}
	if len(f.x.ID) != 2 {
		f.report("the trailer has no ID")
	}
	f.checkXMP()
}

func isTrue(o types.Object) bool {
	b, ok := o.(types.Boolean)
	return ok && b.Value()
}

// checkXMP checks the claims of the XMP packet and that it agrees with Info.
func (f *file) checkXMP() {
	packet := f.stream(f.root["Metadata"])
	if packet == nil {
		f.report("the file has no XMP packet")
		return
	}
	x, err := readXMP(packet)
	if err != nil {
		f.report("the XMP packet is no XML: %v", err)
		return
	}
	f.checkClaims(x)
	var info types.Dict
	if f.x.Info != nil {
		info = f.dict(*f.x.Info)
	}
	for key, xmp := range map[string]string{"Title": "dc:title", "Author": "dc:creator", "Subject": "dc:description", "Producer": "pdf:Producer"} {
		if f.text(info[key]) != x[xmp] {
			f.report("Info has %s %q, the XMP packet %q", key, f.text(info[key]), x[xmp])
		}
	}
	if x["dc:title"] == "" {
		f.report("the file has no title")
	}
	for key, xmp := range map[string]string{"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate"} {
		if a, b := f.text(info[key]), x[xmp]; !sameTime(a, b) {
			f.report("Info has %s %q, the XMP packet %q", key, a, b)
		}
	}
}

// checkClaims checks that a file without pages of other origin makes its claims,
// and that one with such pages makes none that they cannot bear.
func (f *file) checkClaims(x map[string]string) {
	part := x["pdfaid:part"]
	if part != "" && part != "2" || (part == "") != (x["pdfaid:conformance"] == "") {
		f.report("the XMP packet claims PDF/A %q %q", part, x["pdfaid:conformance"])
	}
	if slices.ContainsFunc(f.pages, func(p *page) bool { return p.other }) {
		return
	}
	for key, want := range map[string]string{"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"} {
		if x[key] != want {
			f.report("the XMP packet says %s = %q, not %q", key, x[key], want)
		}
	}
}

// Claimed is what a file says of itself: its conformance to PDF/A-2, and the part of
// PDF/UA; "" for none.
type Claimed struct{ A, UA string }

// Claims reads what a file says of itself. An error wraps ErrUnreadable.
func Claims(data []byte) (Claimed, error) {
	f, err := open(data)
	if err != nil {
		return Claimed{}, err
	}
	x, err := readXMP(f.stream(f.root["Metadata"]))
	if err != nil {
		return Claimed{}, fmt.Errorf("read XMP packet: %w: %w", ErrUnreadable, err)
	}
	return Claimed{x["pdfaid:conformance"], x["pdfuaid:part"]}, nil
}

// sameTime compares a PDF date with an XMP date.
func sameTime(pdf, xmp string) bool {
	pdf = strings.ReplaceAll(strings.TrimPrefix(pdf, "D:"), "'", "")
	a, err := time.Parse("20060102150405Z0700", pdf)
	if err != nil {
		return false
	}
	b, err := time.Parse(time.RFC3339, xmp)
	return err == nil && a.Equal(b)
}

// readXMP returns the simple properties of a packet by prefix and name; of a
// list, its first item.
func readXMP(packet []byte) (map[string]string, error) {
	prefixes := map[string]string{
		"http://www.aiim.org/pdfa/ns/id/": "pdfaid", "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
		"http://purl.org/dc/elements/1.1/": "dc", "http://ns.adobe.com/xap/1.0/": "xmp", "http://ns.adobe.com/pdf/1.3/": "pdf",
	}
	out := map[string]string{}
	dec := xml.NewDecoder(strings.NewReader(string(packet)))
	key := ""
	for {
		t, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if p, ok := prefixes[t.Name.Space]; ok {
				key = p + ":" + t.Name.Local
			}
		case xml.EndElement:
			if _, ok := prefixes[t.Name.Space]; ok {
				key = ""
			}
		case xml.CharData:
			if s := strings.TrimSpace(string(t)); s != "" && key != "" && out[key] == "" {
				out[key] = s
			}
		}
	}
}

package foreign

import (
	"bytes"
	"encoding/xml"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Claims are what a file says of itself.
type Claims struct {
	A  string // conformance to PDF/A-2: "A", "U", "B", or "" for none
	UA bool   // PDF/UA-1
}

// mostMetadata is how much of a file's metadata is read.
const mostMetadata = 1 << 20

// claims reads what a file says of itself. Colours of another kind than screens'
// make a claim to PDF/A void in a file that is made for them.
func (f *File) claims() Claims {
	sd, ok := f.o.stream(f.root["Metadata"])
	if !ok {
		return Claims{}
	}
	b, err := f.decoded(sd, mostMetadata)
	if err != nil {
		return Claims{}
	}
	said := properties(b)
	out := Claims{UA: said["pdfuaid:part"] == "1"}
	if said["pdfaid:part"] == "2" && f.screenColours() {
		out.A = strings.ToUpper(said["pdfaid:conformance"])
	}
	if out.A != "A" && out.A != "U" && out.A != "B" {
		out.A = ""
	}
	return out
}

// screenColours reports whether every output intent of the file is of three colours.
func (f *File) screenColours() bool {
	for _, v := range f.o.array(f.root["OutputIntents"]) {
		intent := f.o.dict(v)
		if profile, ok := f.o.stream(intent["DestOutputProfile"]); !ok || f.o.integer(profile.Dict["N"], 0) != 3 {
			return false
		}
	}
	return true
}

// properties reads the claims of an XMP packet, written as elements or attributes.
func properties(packet []byte) map[string]string {
	prefixes := map[string]string{"http://www.aiim.org/pdfa/ns/id/": "pdfaid:", "http://www.aiim.org/pdfua/ns/id/": "pdfuaid:"}
	out := map[string]string{}
	dec := xml.NewDecoder(bytes.NewReader(packet))
	key := ""
	for {
		t, err := dec.Token()
		if err != nil {
			return out
		}
		switch t := t.(type) {
		case xml.StartElement:
			key = ""
			if p, ok := prefixes[t.Name.Space]; ok {
				key = p + t.Name.Local
			}
			for _, a := range t.Attr {
				if p, ok := prefixes[a.Name.Space]; ok {
					out[p+a.Name.Local] = strings.TrimSpace(a.Value)
				}
			}
		case xml.EndElement:
			key = ""
		case xml.CharData:
			if s := strings.TrimSpace(string(t)); s != "" && key != "" {
				out[key] = s
			}
		}
	}
}

// active reports whether the file as a whole brings scripts or files along.
func (f *File) active() bool {
	names := f.o.dict(f.root["Names"])
	if f.root["AA"] != nil || names["JavaScript"] != nil || names["EmbeddedFiles"] != nil {
		return true
	}
	if action, ok := f.o.get(f.root["OpenAction"]).(types.Dict); ok && f.o.name(action["S"]) != "GoTo" {
		return true
	}
	for _, p := range f.Pages {
		if p.dict["AA"] != nil {
			return true
		}
	}
	return false
}

package pdf

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// addMetadata completes the catalog and returns the Info dictionary, which says
// the same as the XMP packet.
func (f *finisher) addMetadata() types.IndirectRef {
	delete(f.root, "Names")
	f.root["Version"] = types.Name("1.7")
	delete(f.root, "OpenAction") // the reader's own zoom is right
	delete(f.root, "PageLayout")
	f.root["Lang"] = byteString(f.book.Language)
	f.root["ViewerPreferences"] = types.Dict{"DisplayDocTitle": types.Boolean(true)}
	f.root["OutputIntents"] = f.outputIntent()
	f.root["Metadata"] = f.addStream([]byte(f.xmp()), types.Dict{"Type": types.Name("Metadata"), "Subtype": types.Name("XML")}, true)
	info := types.Dict{}
	for key, value := range map[string]string{
		"Title": f.book.Title, "Author": f.book.Author, "Subject": f.book.Subject, "Producer": f.options.Producer,
	} {
		if value != "" {
			info[key] = textString(value)
		}
	}
	date := f.options.Now.Format("D:20060102150405-07'00'")
	info["CreationDate"], info["ModDate"] = types.StringLiteral(date), types.StringLiteral(date)
	return f.add(info)
}

// xmp is the metadata packet with the claims to PDF/A-2a and PDF/UA-1, as far as
// what is enclosed bears them out.
func (f *finisher) xmp() string {
	var s strings.Builder
	s.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n")
	claims := f.claims()
	if claims.A != "" {
		describe(&s, "pdfaid", "http://www.aiim.org/pdfa/ns/id/", "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>"+claims.A+"</pdfaid:conformance>")
	}
	if claims.UA {
		describe(&s, "pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "<pdfuaid:part>1</pdfuaid:part>")
	}
	s.WriteString(extensionSchema)
	describe(&s, "dc", "http://purl.org/dc/elements/1.1/", f.dublinCore())
	stamp := f.options.Now.Format("2006-01-02T15:04:05-07:00")
	describe(&s, "xmp", "http://ns.adobe.com/xap/1.0/",
		"<xmp:CreateDate>"+stamp+"</xmp:CreateDate><xmp:ModifyDate>"+stamp+"</xmp:ModifyDate><xmp:MetadataDate>"+stamp+"</xmp:MetadataDate>")
	if f.options.Producer != "" {
		describe(&s, "pdf", "http://ns.adobe.com/pdf/1.3/", "<pdf:Producer>"+escaped(f.options.Producer)+"</pdf:Producer>")
	}
	s.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return s.String()
}

// dublinCore are title, author, subject and language.
func (f *finisher) dublinCore() string {
	out := `<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + escaped(f.book.Title) + `</rdf:li></rdf:Alt></dc:title>`
	if f.book.Author != "" {
		out += `<dc:creator><rdf:Seq><rdf:li>` + escaped(f.book.Author) + `</rdf:li></rdf:Seq></dc:creator>`
	}
	if f.book.Subject != "" {
		out += `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">` + escaped(f.book.Subject) + `</rdf:li></rdf:Alt></dc:description>`
	}
	return out + `<dc:language><rdf:Bag><rdf:li>` + escaped(f.book.Language) + `</rdf:li></rdf:Bag></dc:language>`
}

func describe(s *strings.Builder, prefix, space, properties string) {
	s.WriteString(`<rdf:Description rdf:about="" xmlns:` + prefix + `="` + space + `">` + properties + "</rdf:Description>\n")
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// extensionSchema declares the PDF/UA property, which PDF/A does not know.
const extensionSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	`<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
	`<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>` +
	`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
	`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
	`<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
	`<pdfaProperty:category>internal</pdfaProperty:category>` +
	`<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>` +
	"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"

package main

import "ledstjarna/internal/report"

// tellRemarks tells, file by file, what of other origin is delivered separately or has
// lost something, and why the papers do not claim to be accessible and lasting.
func (x *exporter) tellRemarks() {
	claims := true
	for _, r := range x.remarks {
		x.app.note("cli.remark", "item", r.Item, "appendix", r.Appendix, "title", r.Title, "text", report.RemarkText(report.Source{Words: x.words}, r.Enclosure))
		claims = claims && r.Enclosure.Apart != ""
	}
	if !claims {
		x.app.note("cli.no-claims")
	}
}

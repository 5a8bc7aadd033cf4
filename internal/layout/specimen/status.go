package specimen

import "ledstjarna/internal/report"

func demoStatus() report.Document {
	matrix := report.Table{
		Named: true,
		Columns: []report.Column{
			{Head: "Dokument"},
			{Head: "Intervall", Fixed: true},
			{Head: "Nästa översyn", Fixed: true},
			{Head: "Status"},
			{Head: "2025", Align: report.Centre, Width: 8.5},
			{Head: "2026", Align: report.Centre, Width: 8.5},
		},
	}
	for _, name := range []string{"IT-policy", "Kommunikations- och mediepolicy", "Kommunikationsstrategi"} {
		r := Row(name, "Årlig", "2026-11-30", "", "", "")
		r.Cells[3].Text = report.Text{{Text: "Försenad", Symbol: report.Diamond, Bold: true}, {Text: ", 357 dagar", Muted: true}}
		r.Cells[4].Text = report.Text{{Text: "Genomförd", Symbol: report.DiscCheck, Alone: true}}
		r.Cells[5].Text = report.Text{{Text: "Försenad", Symbol: report.Diamond, Alone: true}}
		matrix.Rows = append(matrix.Rows, r)
	}
	return report.Document{
		Title: "Status för styrdokument", Unnumbered: true, FooterLeft: "Direktionen 2026-12-03",
		Blocks: []report.Block{
			report.Title{Kind: report.TitlePacket, Text: "Status för styrdokument", Subtitle: "Per den 22 november 2026. Försenade dokument står först."},
			report.Counts{Counts: []report.Count{
				{Number: "1", Word: status(report.Diamond, "Försenad", false)},
				{Number: "3", Word: status(report.Triangle, "Brådskande", false)},
				{Number: "4", Word: status(report.DiscCheck, "Genomförd", false)},
				{Number: "3", Word: status(report.Dash, "Ej aktuell", false)},
			}},
			matrix,
			report.Legend{Entries: []report.Text{status(report.DiscCheck, "Genomförd", false), status(report.Diamond, "Försenad", false)}},
			report.Columns{Left: []report.Block{demoWheel()}, Right: []report.Block{
				report.Heading{Level: 2, Text: "Att åtgärda"},
				report.Heading{Level: 3, Text: "Kommunikationsplan saknas"},
				report.Paragraph{Text: report.Plain("Uppdrag 16, Regional bredbandssamordning")},
			}},
			report.Paragraph{Text: report.Text{{Text: "Struket", Strike: true}, {Text: " och "}, {Text: "tillagt", Under: true, Bold: true}, {Text: "."}}},
		},
	}
}

func demoWheel() report.Wheel {
	return report.Wheel{
		Caption: "Årshjul 2026", Year: "2026", Alt: "Årshjul 2026. Årlig översyn, 1 september–15 november. Direktionen sammanträder 12 mars. I dag, 22 november.",
		Months: [12]string{"jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"},
		Spans:  []report.WheelSpan{{From: 8.0 / 12, To: 10.5 / 12}},
		Marks:  []report.WheelMark{{At: 2.4 / 12, Sign: report.WheelDot}, {At: 10.7 / 12, Sign: report.WheelToday}, {At: 1, Sign: report.WheelDiamond}},
		Legend: []report.WheelEntry{
			{Sign: report.WheelFill, Text: "Årlig översyn"},
			{Sign: report.WheelDiamond, Text: "Mandatperiodens sista dag"},
			{Sign: report.WheelDot, Text: "Direktionen"},
			{Sign: report.WheelToday, Text: "I dag"},
		},
	}
}

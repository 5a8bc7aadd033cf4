// Package specimen holds a print with every kind of block, for tests and for
// looking at pages. Its organisation is invented.
package specimen

import (
	"fmt"
	"strconv"
	"strings"

	"ledstjarna/internal/report"
)

func pair(label, value string) report.Pair {
	return report.Pair{Label: label, Value: report.Plain(value)}
}

func pairs(s ...string) []report.Pair {
	var out []report.Pair
	for i := 0; i+1 < len(s); i += 2 {
		out = append(out, pair(s[i], s[i+1]))
	}
	return out
}

// Row is a table row of plain cells; what follows a | stands on a second line.
func Row(s ...string) report.TableRow {
	var r report.TableRow
	for _, c := range s {
		var cell report.Cell
		first, second, _ := strings.Cut(c, "|")
		cell.Text, cell.Second = report.Plain(first), report.Plain(second)
		r.Cells = append(r.Cells, cell)
	}
	return r
}

func status(symbol report.Symbol, word string, bold bool) report.Text {
	return report.Text{{Text: word, Symbol: symbol, Bold: bold}}
}

// Words are the Swedish words of the margins.
func Words() report.Words {
	return report.Words{
		Page:     func(n, total int) string { return fmt.Sprintf("Sida %d (%d)", n, total) },
		Packet:   func(n, total int) string { return fmt.Sprintf("Handlingar %d (%d)", n, total) },
		Contents: "Innehåll",
		ToPage:   func(n int) string { return fmt.Sprintf("Till sidan %d", n) },
	}
}

const prose = "Samarbetet ska ge alla medlemmar samma möjlighet att få veta, delta och påverka innan något avgörs. " +
	"Underlag lämnas i god tid, på ett språk som går att förstå utan förkunskaper, och svaren redovisas öppet. "

// Packet is a meeting's papers: a notice, an officer's report, a plan long enough
// for a table of contents, the status of documents, and a paper not shown.
func Packet() report.Print {
	return report.Print{
		Title: "Handlingar till direktionen 2026-12-03", Author: "Kommunalförbundet Exempellänet", Subject: "KEL 2026/118",
		Language: "sv", Words: Words(), Packet: true,
		Logo:  report.Logo{Name: "Kommunalförbundet", Name2: "Exempellänet"},
		Parts: []report.Document{demoNotice(), demoReport(), demoPlan(), demoStatus(), demoHidden()},
	}
}

func demoNotice() report.Document {
	agenda := report.Table{
		Hanging: true,
		Columns: []report.Column{
			{Head: "Nr", Width: 15},
			{Head: "Ärende", Width: 52},
			{Head: "Dnr", Width: 21.75},
			{Head: "Typ", Width: 18.75},
			{Head: "Föredragande", Width: 32.25},
			{Head: "Bilagor", Width: 12.75, Align: report.Right},
			{Head: "Sida", Width: 7.5, Align: report.Right},
		},
	}
	for i, s := range []string{
		"Öppnande||Formalia|Ordföranden||", "Val av justerare och tid för justering||Formalia|Ordföranden||",
		"Policy för sociala medier|KEL 2026/074|Beslut|Kommunikationschef|1|", "Kommunikationsplan 2027–2030|KEL 2026/118|Beslut|Kommunikationschef|2|",
		"Uppföljning av den övergripande kommunikationsplanen 2023–2026|KEL 2026/119|Information|Kommunikationschef|1|",
	} {
		f := strings.Split(s, "|")
		row := Row(fmt.Sprint(i+1), f[0], f[1], f[2], f[3], f[4])
		if i == 2 {
			row.Cells[1].Second = report.Plain("Bordlagt 2026-10-08 § 71")
		}
		to := "item"
		if i > 2 {
			to = "plan"
		}
		row.Cells = append(row.Cells, report.Cell{Text: report.Text{{PageOf: to}}})
		agenda.Rows = append(agenda.Rows, row)
	}
	return report.Document{
		Title: "Kallelse och föredragningslista", Logo: true, FooterLeft: "Direktionen 2026-12-03",
		Blocks: []report.Block{
			report.Title{Kind: report.TitlePacket, Text: "Kallelse och föredragningslista"},
			report.Facts{Pairs: append(pairs("Organ", "Direktionen"),
				report.Pair{Label: "Tid", Value: report.Text{{Text: "torsdag den 3 december 2026, kl. 13.00–16.00", Bold: true}}},
				pair("Plats", "Länshuset, sal Ekoln, Hamngatan 4"), pair("Kallade", "Ledamöter. Ersättare och revisorer för kännedom."),
				pair("Förhinder", "Anmäl förhinder till förbundssekreteraren senast den 30 november 2026, direktionen@exempellanet.example"))},
			report.Heading{Level: 1, Text: "Föredragningslista"},
			agenda,
			report.Paragraph{Label: true, Text: report.Plain("Sidnumren avser handlingarnas löpande numrering i sidfoten. Sist i handlingarna: Status för styrdokument.")},
		},
	}
}

func demoReport() report.Document {
	return report.Document{
		Title: "Tjänsteskrivelse", Bookmark: "4 Kommunikationsplan 2027–2030", Anchor: "item", Logo: true,
		FooterLeft: "Direktionen 2026-12-03 · Ärende 4",
		Blocks: []report.Block{
			report.Title{Kind: report.TitleCompact, Kicker: "Tjänsteskrivelse", Text: "Kommunikationsplan 2027–2030"},
			report.HeaderBlock{Pairs: pairs("Till", "Direktionen", "Datum", "2026-11-22", "Dnr", "KEL 2026/118", "Handläggare", "Kommunikationsstrateg")},
			report.Panel{Heading: "Förslag till beslut", Numbered: []report.Text{
				report.Plain("Direktionen fastställer Kommunikationsplan 2027–2030, version 1.0, enligt bilaga 1."),
				report.Plain("Kommunikationsplan 2027–2030 gäller från och med den 1 januari 2027 till och med den 31 december 2030."),
				report.Plain("Kommunikationsplan 2023–2026, version 1.1, upphör att gälla den 1 januari 2027."),
			}},
			report.Heading{Level: 1, Small: true, Text: "Sammanfattning"},
			report.Paragraph{Text: report.Plain(prose + prose)},
			report.Heading{Level: 1, Small: true, Text: "Ärendebeskrivning"},
			report.Paragraph{Text: report.Plain(prose)},
			report.Paragraph{Text: report.Plain("Planen kostar 4 850 000 kr för perioden och ryms i beslutad ram.")},
			report.Heading{Level: 1, Small: true, Text: "Beslutsunderlag"},
			report.Papers{Pairs: pairs("Bilaga 1", "Kommunikationsplan 2027–2030, version 0.3, 2026-11-19", "Bilaga 2", "Jämförelse med Kommunikationsplan 2023–2026, version 1.1")},
			report.Heading{Level: 1, Small: true, Text: "Skickas till"},
			report.Paragraph{Text: report.Plain("Medlemskommunerna, förbundets enheter, revisorerna")},
			report.Signatures{Pairs: pairs("Förbundsdirektör", "Kommunalförbundet Exempellänet", "Kommunikationschef", "Enheten för kommunikation")},
		},
	}
}

func demoPlan() report.Document {
	d := report.Document{
		Title: "Kommunikationsplan 2027–2030", Version: "version 0.3", Bookmark: "Bilaga 1 Kommunikationsplan 2027–2030", Level: 2,
		Anchor: "plan", Logo: true, Contents: true, FooterLeft: "Direktionen 2026-12-03 · Ärende 4 · Bilaga 1",
		Blocks: []report.Block{
			report.Title{Kicker: "Övergripande kommunikationsplan", Text: "Kommunikationsplan 2027–2030", Subtitle: "Ingår i Verksamhetsprogram 2027–2030"},
			report.ControlBox{Pairs: append([]report.Pair{
				pair("Dokumenttyp", "Övergripande kommunikationsplan"), {Label: "Status", Value: report.Text{{Text: "Utkast", Bold: true}}},
			},
				pairs("Förslag till", "Direktionen 2026-12-03", "Dnr", "KEL 2026/118", "Version", "0.3", "Gäller", "2027-01-01 t.o.m. 2030-12-31",
					"Dokumentansvarig", "Kommunikationschef", "Ersätter", "Kommunikationsplan 2023–2026", "Styrs av", "Kommunikationsstrategi, version 3.0")...)},
			report.Heading{Level: 1, Number: "1", Text: "Sammanfattning"},
			report.Paragraph{Text: report.Plain(prose)},
			report.Paragraph{Text: report.Plain("Fyra inriktningar styr arbetet:")},
			report.Items{Items: []report.Item{
				{Text: report.Plain("dialog med medlemmarna före beslut, inte efter")},
				{Text: report.Plain("underlag som finns i en kort version och som kan användas i partigrupper, nämnder och styrelser i hela länet")},
				{Text: report.Plain("samordnad kriskommunikation"), Sub: &report.Items{Numbered: true, Items: []report.Item{{Text: report.Plain("larm")}, {Text: report.Plain("övning")}}}},
			}},
		},
	}
	for n := 2; n <= 9; n++ {
		d.Blocks = append(d.Blocks, report.Heading{Level: 1, Number: strconv.Itoa(n), Text: "Avsnitt om samverkan och villkor " + strconv.Itoa(n), Anchor: "s" + strconv.Itoa(n)})
		for i := 1; i <= 3; i++ {
			d.Blocks = append(d.Blocks, report.Heading{Level: 2, Number: fmt.Sprintf("%d.%d", n, i), Text: "Dialog före beslut"},
				report.Paragraph{Text: report.Text{
					{Text: prose + "Se "},
					{Text: "avsnitt 5", To: "s5"},
					{Text: ", på "},
					{Text: "webben", Link: "https://example.org"},
					{Text: ", "},
					{Text: "viktigt", Bold: true},
					{Text: " och "},
					{Text: "Mitt i världen", Italic: true, Language: "fi"},
					{Text: ". " + prose},
				}})
		}
		if n == 3 {
			d.Blocks = append(d.Blocks, demoGoals())
		}
		if n == 6 {
			d.Blocks = append(d.Blocks, report.Heading{Level: 1, Number: "6a", Text: "Aktivitetsplan"}, demoActivities(40))
		}
	}
	return d
}

func demoGoals() report.Table {
	t := report.Table{
		Number: "Tabell 3.", Caption: "Mål och utfall. Uppföljning per den 22 november 2026.", Hanging: true, Summary: "Sex mål med utfall.",
		Columns: []report.Column{
			{Head: "Mål"},
			{Head: "Effekt och indikator"},
			{Head: "Basvärde", Align: report.Decimal, Fixed: true},
			{Head: "Målvärde", Align: report.Decimal, Fixed: true},
			{Head: "Utfall", Align: report.Decimal, Fixed: true},
			{Head: "Måluppfyllelse", Fixed: true},
		},
	}
	for i, s := range []string{
		"Förtroendevalda får underlag i tid|54,0|75,0|71,2|0.82|82 %", "Kommuner deltar i dialogen före beslut|9|17|15|0.75|75 %",
		"Medarbetare vet var krisinformation finns|48,5|80,0|82,3|1.07|107 %", "Invånare känner till samarbetet|saknas|40,0|||",
	} {
		f := strings.Split(s, "|")
		row := Row("M"+strconv.Itoa(i+1), f[0]+"|Andel som instämmer, procent", f[1], f[2], f[3], "")
		if f[4] != "" {
			var share float64
			_, _ = fmt.Sscan(f[4], &share)
			row.Cells[5] = report.Cell{Text: report.Text{{Text: f[5], Bold: true}}, Bar: &report.Bar{Share: share}, Second: status(report.Half, "Delvis nått", false)}
		} else {
			row.Cells[5] = report.Cell{Text: status(report.Ring, "Mäts 2026-12-15", false)}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func demoActivities(n int) report.Table {
	t := report.Table{
		Number: "Tabell 8.", Caption: "Aktiviteter, status och kostnad i kronor per den 22 november 2026.", Hanging: true, Wide: true,
		Columns: []report.Column{
			{Head: "Nr"},
			{Head: "Aktivitet"},
			{Head: "Målgrupp"},
			{Head: "Kanal"},
			{Head: "Mål", Fixed: true},
			{Head: "Ansvarig"},
			{Head: "Start", Fixed: true},
			{Head: "Slut", Fixed: true},
			{Head: "Status", Fixed: true},
			{Head: "Timmar", Align: report.Right, Fixed: true},
			{Head: "Budget", Align: report.Right, Fixed: true},
			{Head: "Kostnad", Align: report.Right, Fixed: true},
		},
	}
	signs := []report.Symbol{
		report.DiscCheck, report.Diamond, report.Half, report.Ring, report.Bars, report.Cross, report.Triangle,
		report.RingCheck, report.SquareCheck, report.DiamondArrow, report.Dash,
	}
	names := []string{"Klar", "Försenad", "Pågår", "Planerad", "Pausad", "Inställd", "Brådskande", "Genomförd sent", "Fullgjord", "Avvikelse", "Ej aktuell"}
	for i := range n {
		r := Row(strconv.Itoa(i+1), "Kartlägga medlemmarnas rutiner för krisinformation", "Kommundirektörer, räddningstjänst", "Dialogmöte i Länshuset",
			"M3", "Säkerhetssamordnare", "2026-10-05", "2026-11-06", "", "60", "45\u00A0000", "41\u00A0200")
		k := i % len(signs)
		r.Cells[8] = report.Cell{Text: status(signs[k], names[k], names[k] == "Försenad" || names[k] == "Brådskande")}
		t.Rows = append(t.Rows, r)
	}
	sum := Row("", "Summa", "", "", "", "", "", "", "", "2\u00A0400", "1\u00A0800\u00A0000", "1\u00A0648\u00A0000")
	t.Sum = &sum
	return t
}

func demoHidden() report.Document {
	return report.Document{
		Title: "Bilaga 2", FooterLeft: "Direktionen 2026-12-03 · Ärende 4 · Bilaga 2",
		Blocks: []report.Block{report.Placeholder{Heading: "Handlingen publiceras inte", Text: report.Plain("Handlingen omfattas av sekretess.")}},
	}
}

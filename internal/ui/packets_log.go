package ui

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// fillSent shows the log, what has changed since, and where the next export goes.
func (v *packetsView) fillSent() {
	w, r := v.desk.words, v.desk.register()
	all := packet.Exports(r, v.id)
	sent := packet.Dispatches(r, v.id)
	shownWhere(v.sent, len(all) > 0)
	v.foot.SetText(w.T("packets.saved-in", "folder", packetExport{folder: true, public: v.public}.suggestion(w, v.about)))
	if len(all) == 0 {
		v.foot.SetText(w.T("packets.saved-in", "folder", packetExport{folder: true, public: v.public}.suggestion(w, v.about)) + " " + w.T("packet.not-dispatched") + ".")
		return
	}
	var rows []fyne.CanvasObject
	for _, d := range all {
		title := w.T("packet.dispatch", "n", d.Number)
		if d.Public {
			title = w.T("packet.public")
		}
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title:   title + " · " + w.ISO(i18n.Day(plan.DateOf(d.At))) + " · " + d.By,
			Caption: d.File + " · " + w.N("count.pages", d.Pages) + " · SHA-256 " + d.FileHash[:min(12, len(d.FileHash))],
		}))
	}
	changed := v.changed()
	for _, x := range changed {
		rows = append(rows, kit.NewFindingRow(kit.Finding{
			Symbol: changeSymbols[x.Change], Family: kit.Due, Sentence: w.T("sent."+string(x.Change)) + ": " + changedName(w, x),
			Place: w.T("page.item", "n", x.Number), Open: func() { v.choose(string(x.Item)) },
		}))
	}
	v.sent.SetCount(strconv.Itoa(len(sent)))
	v.sent.SetCaption("")
	v.sent.SetActions()
	if len(changed) > 0 {
		v.sent.SetCaption(w.T("packets.changed-caption", "n", len(sent)))
		v.sent.SetActions(kit.NewButton(kit.Link, w.T("packets.export-supplement"), func() { v.askSupplement(changed) }).WithIcon(assets.IconExport))
	}
	v.sent.SetBody(kit.NewRows(true, rows...))
}

var changeSymbols = map[packet.Change]kit.Symbol{packet.Added: assets.IconPlus, packet.Replaced: assets.IconReview, packet.Gone: assets.StateCancelled}

func changedName(w *i18n.Printer, x packet.ChangedPaper) string {
	switch {
	case x.Appendix == 0:
		return x.Heading
	case x.Changes:
		return w.T("packet.changes-of", "title", x.Title)
	}
	return x.Title
}

// changed is what differs from what was last sent; nothing before the papers were.
func (v *packetsView) changed() []packet.ChangedPaper {
	sent := packet.Dispatches(v.desk.register(), v.id)
	if len(sent) == 0 {
		return nil
	}
	return packet.Since(v.desk.register(), v.about, sent[len(sent)-1])
}

// askSupplement exports what has changed since the papers were sent.
func (v *packetsView) askSupplement(changed []packet.ChangedPaper) {
	number := len(packet.Dispatches(v.desk.register(), v.id))
	a, w, p := v.desk.app, v.desk.words, v.about
	x := packetExport{lang: w.Language(), public: v.public, dispatch: true}
	path := kit.NewEntry(a.kitWords, "", nil)
	path.SetText(filepath.Join(filepath.Dir(a.path), strings.TrimSuffix(x.suggestion(w, p), ".pdf")+"_"+w.T("packet.supplement", "n", number)+".pdf"))
	overwrite := kit.NewCheckbox(w.T("export.overwrite"), func(on bool) { x.overwrite = on })
	replaces := func(on bool) {
		x.overwrite = on
		overwrite.SetChecked(on)
	}
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("packets.export-supplement"), Width: 560,
		Content: kit.Column(14, a.placeOf("export.place", path, replaces), kit.NewParagraph(w.T("packets.supplement-caption"), kit.Dense, kit.ColorText2), overwrite),
		Confirm: kit.DialogAction{Label: w.T("export.title"), Run: func() bool {
			x.path = path.Text()
			a.work.Post(func() { a.withEnclosures(p, func() { a.exportSupplement(p, x, number, changed) }) })
			return true
		}},
		Cancel: kit.DialogAction{Label: w.T("action.cancel")},
	})
}

func (a *App) exportSupplement(p packet.Packet, x packetExport, number int, changed []packet.ChangedPaper) {
	src, err := a.source(a.words)
	if err != nil {
		a.fail(err)
		return
	}
	shown, err := variantOf(&src, p, x.public)
	if err != nil {
		a.fail(err)
		return
	}
	if x.public {
		changed = shown.PublicChanges(changed)
	}
	pr, err := report.Supplement(src, shown, number, changed)
	if err != nil {
		a.fail(err)
		return
	}
	a.writePapers(x, []report.Bundled{{Name: filepath.Base(x.path), Print: &pr}}, func(m packet.Made) {
		m.Public = x.public
		a.exportedPacket(p, x, exported{made: m})
	})
}

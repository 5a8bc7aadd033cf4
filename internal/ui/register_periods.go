package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// periodSpans are the mandate periods on a line from the first day of the first
// to the last day of the last, with the days that they share or leave out, and
// where today is on it.
func periodSpans(p *i18n.Printer, periods []plan.Period, today plan.Date) (spans []kit.Span, at float64) {
	all := plan.PeriodSpans(periods)
	if len(all) == 0 {
		return nil, -1
	}
	first, last := all[0].Start, all[0].End
	names := map[plan.ID]string{}
	for _, x := range periods {
		names[x.ID] = x.Name
	}
	for _, x := range all {
		if x.End.After(last) {
			last = x.End
		}
	}
	whole := float64(first.DaysUntil(last) + 1)
	share := func(d plan.Date) float64 { return float64(first.DaysUntil(d)) / whole }
	for _, x := range all {
		s := kit.Span{From: share(x.Start), To: share(x.End.AddDays(1)), Family: kit.Neutral, Words: names[x.Period]}
		switch {
		case x.Gap:
			s.Family, s.Low, s.Words = kit.Urgent, true, p.T("period.gap", "days", p.N("count.days", x.Days()))
		case x.Earlier != "":
			s.Family, s.Low, s.Words = kit.Late, true, p.T("period.overlap", "days", p.N("count.days", x.Days()))
		case today.In(x.Start, x.End):
			s.Family = kit.Active
		}
		spans = append(spans, s)
	}
	return spans, share(today)
}

// periodCard draws the mandate periods and proposes the next one.
func (v *libraryView) periodCard() fyne.CanvasObject {
	d := v.desk
	spans, at := periodSpans(d.words, d.register().Periods(), d.today())
	rows := []fyne.CanvasObject{}
	if len(spans) > 0 {
		rows = append(rows, kit.NewSpanLine(spans, at))
	}
	var buttons []fyne.CanvasObject
	for _, preset := range plan.PeriodPresets() {
		start, end := preset.Next(d.register().Periods(), d.today())
		label := d.words.T("period.propose", "from", d.words.ISO(i18n.Day(start)), "to", d.words.ISO(i18n.Day(end)))
		buttons = append(buttons, d.editing(kit.NewButton(kit.Outlined, label, func() {
			e, made, err := d.register().AddEntry(plan.ListPeriods, plan.NewContent(plan.Filled{plan.KeyStart: plan.Day(start), plan.KeyEnd: plan.Day(end)}))
			d.do(editor.Op{Key: "op.add-entry", Args: map[string]string{"name": d.register().EntryName(plan.ListPeriods, made)}}, e, err)
		}).WithIcon(assets.IconPlus)))
	}
	rows = append(rows, kit.NewText(d.words.T("period.next"), kit.DenseStrong, kit.ColorText), kit.Bar(8, append(buttons, kit.Spring())...),
		kit.NewParagraph(d.words.T("period.presets"), kit.Caption, kit.ColorText2))
	return kit.NewCard(d.words.T("period.line"), kit.Pad(kit.Around(16), kit.Column(8, rows...)))
}

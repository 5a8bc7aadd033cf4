package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// inheritance shows over the fields of a section what has changed where they
// took it over, what they can take over, and what closed plans teach.
func (v *documentView) inheritance(sec plan.Section) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, card := range []*kit.Card{v.driftCard(sec.Key), v.takeCard(sec), v.lessonCard(sec)} {
		if card != nil {
			out = append(out, card)
		}
	}
	return out
}

// driftCard tells what has changed; under the document details what has changed
// for the whole plan.
func (v *documentView) driftCard(section plan.Key) *kit.Card {
	if section == "details" {
		section = ""
	}
	list, err := v.desk.drift(v.about.Document, v.about.Content)
	if err != nil {
		v.desk.fail(err)
		return nil
	}
	lines := driftLines(v.desk.words, v.about, section, list)
	if len(lines) == 0 || v.old() {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, l := range lines {
		rows = append(rows, v.driftRow(l))
	}
	card := kit.NewCard(v.desk.words.T("drift.title"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(lines)))
	if v.locked() {
		card.SetCaption(i18n.Capital(v.desk.words.T("drift.next-version")))
	}
	return card
}

// old reports whether a later version is what can be worked on.
func (v *documentView) old() bool { return v.about.Document.Latest().ID != v.version }

func (v *documentView) driftRow(l driftLine) fyne.CanvasObject {
	p := v.desk.words
	head := []fyne.CanvasObject{kit.Grow(kit.Column(2, kit.NewText(l.title, kit.BodyStrong, kit.ColorText).Elastic(), kit.NewText(l.caption, kit.Caption, kit.ColorText2).Elastic()))}
	if !v.locked() {
		update := p.T("drift.update")
		if l.removed {
			update = p.T("drift.remove")
		}
		head = append(head,
			kit.NewButton(kit.Outlined, p.T("drift.keep"), func() { v.settle(l, true) }).Small(),
			kit.NewButton(kit.Outlined, update, func() { v.settle(l, false) }).Small())
	}
	parts := []fyne.CanvasObject{kit.Bar(8, head...)}
	for _, s := range l.changes {
		parts = append(parts, kit.NewParagraph(s, kit.Dense, kit.ColorText))
	}
	return kit.Pad(kit.Insets{Top: 9, Right: 16, Bottom: 10, Left: 16}, kit.Column(5, parts...))
}

// settle keeps what the plan says, or takes over what has changed.
func (v *documentView) settle(l driftLine, keep bool) {
	key := "op.take-new"
	if keep {
		key = "op.keep-own"
	}
	v.change(editor.Op{Key: key, Args: map[string]string{"name": l.title}}, func(c plan.Content) (plan.Content, error) {
		list, err := v.desk.drift(v.about.Document, c)
		for _, d := range list {
			if d.Origin.ID != l.origin {
				continue
			}
			if keep {
				return plan.KeepOwn(c, d), nil
			}
			return plan.TakeNew(v.about.Document.Kind, c, d)
		}
		return c, err
	})
}

// change gives the version another content as one step of its own.
func (v *documentView) change(op editor.Op, edit func(plan.Content) (plan.Content, error)) bool {
	if err := v.desk.file.Typing().Leave(); err != nil {
		v.desk.fail(err)
		return false
	}
	before, err := v.desk.file.Content(v.version)
	if err != nil {
		v.desk.fail(err)
		return false
	}
	after, err := edit(before.Content)
	if err != nil {
		v.desk.fail(err)
		return false
	}
	e, err := v.desk.register().SetContent(v.about.Document, v.about.Version, before, after)
	return v.desk.do(op, e, err)
}

// takeCard tells what the fields of a section have taken over, and lets them take
// over more.
func (v *documentView) takeCard(sec plan.Section) *kit.Card {
	from, err := v.desk.sources(v.desk.register().Parents(v.id)...)
	if err != nil {
		v.desk.fail(err)
		return nil
	}
	p := v.desk.words
	var rows []fyne.CanvasObject
	for _, l := range takenLines(p, v.about, sec, from) {
		if v.locked() && l.caption == "" {
			continue
		}
		caption := l.caption
		if caption == "" {
			caption = p.N("inherit.offers", l.offers)
		}
		bar := []fyne.CanvasObject{kit.Grow(kit.Column(2, kit.NewText(l.title, kit.Body, kit.ColorText).Elastic(), kit.NewText(caption, kit.Caption, kit.ColorText2).Elastic()))}
		if !v.locked() && l.offers > 0 {
			bar = append(bar, kit.NewButton(kit.Outlined, p.T("inherit.take-from"), func() { v.askOffers(l) }).Small().WithIcon(assets.IconPlus))
		}
		rows = append(rows, kit.Pad(kit.Insets{Top: 7, Right: 16, Bottom: 8, Left: 16}, kit.Bar(8, bar...)))
	}
	if len(rows) == 0 {
		return nil
	}
	return kit.NewCard("", kit.NewRows(true, rows...))
}

// lessonCard offers what closed plans teach, over the field that gathers lessons.
func (v *documentView) lessonCard(sec plan.Section) *kit.Card {
	if _, ok := plan.FieldIn(sec.Fields, plan.KeyLessons); !ok || v.locked() {
		return nil
	}
	from, err := v.desk.sources(v.desk.register().Evaluated(v.desk.today())...)
	if err != nil {
		v.desk.fail(err)
		return nil
	}
	p := v.desk.words
	var rows []fyne.CanvasObject
	for _, l := range lessonLines(p, v.about, from.Lessons(v.about.Document, v.about.Content)) {
		head := kit.Bar(8,
			kit.Grow(kit.Column(2, kit.NewText(l.title, kit.BodyStrong, kit.ColorText).Elastic(), kit.NewText(l.caption, kit.Caption, kit.ColorText2).Elastic())),
			kit.NewButton(kit.Outlined, p.T("lesson.add"), func() { v.addLesson(l) }).Small().WithIcon(assets.IconPlus))
		parts := []fyne.CanvasObject{head}
		for _, s := range l.parts {
			parts = append(parts, kit.NewParagraph(s, kit.Dense, kit.ColorText))
		}
		rows = append(rows, kit.Pad(kit.Insets{Top: 9, Right: 16, Bottom: 10, Left: 16}, kit.Column(5, parts...)))
	}
	if len(rows) == 0 {
		return nil
	}
	card := kit.NewCard(p.T("lesson.title"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(rows)))
	return card
}

func (v *documentView) addLesson(l lessonLine) {
	v.change(editor.Op{Key: "op.add-lesson"}, func(c plan.Content) (plan.Content, error) {
		return plan.TakeLesson(v.about.Document.Kind, c, l.text)
	})
}

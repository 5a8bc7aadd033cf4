package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// adaptationEditor is the matrix of municipality segments and what each needs.
type adaptationEditor struct {
	form  *form
	path  plan.Path
	cells []plan.Key
	texts map[string]*kit.LongText // by path
	ids   []plan.ID                // of the rows shown
	card  *kit.Card
	build *kit.Button
}

func newAdaptationEditor(f *form, p plan.Path) *adaptationEditor {
	e := &adaptationEditor{form: f, path: p, cells: []plan.Key{plan.KeySharedNeed, plan.KeyCondition, plan.KeyAdaptation}}
	e.card = kit.NewCard(f.desk.words.T("adaptation.matrix"), kit.Spring())
	e.build = kit.NewButton(kit.Link, f.desk.words.T("adaptation.build"), e.addSegments).WithIcon(assets.IconPlus)
	return e
}

// segmentLine is how a row of the matrix is headed.
type segmentLine struct {
	title, caption, tip string
}

// segmentLineOf tells which members a segment has.
func segmentLineOf(f *form, class, title string, segments []plan.Segment) segmentLine {
	w := f.desk.words
	l := segmentLine{title: title}
	i := slices.IndexFunc(segments, func(s plan.Segment) bool { return s.Class == class })
	switch {
	case class == "":
		l.caption = w.T("adaptation.no-segment")
	case i < 0:
		l.caption = w.T("adaptation.no-members")
	default:
		s := segments[i]
		l.caption = w.N("count.municipalities", len(s.Members)) + "\n" + w.T("adaptation.members", "inhabitants", w.Number(s.Inhabitants.Float()))
		l.tip = strings.Join(s.Members, ", ")
	}
	return l
}

func (e *adaptationEditor) show() {
	rows := e.form.rowsOf(e.path)
	var ids []plan.ID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	segments := e.form.source.subject().Register.Segments()
	e.card.SetCaption(e.form.desk.words.T("count.segments-of", "n", covered(rows, segments), "total", len(segments)))
	e.card.SetActions()
	if !e.form.source.locked() && len(plan.WithSegments(rows, segments)) > len(rows) {
		e.card.SetActions(e.build)
	}
	if !e.form.source.locked() && len(segments) == 0 {
		d := e.form.desk
		e.card.SetActions(kit.NewButton(kit.Link, d.words.T("adaptation.members-first"), func() {
			d.open(place{room: roomLibrary, list: plan.ListMembers})
		}))
	}
	if e.texts == nil || !slices.Equal(ids, e.ids) {
		e.ids = ids
		e.rebuild(rows, segments)
	}
	for _, r := range rows {
		for _, k := range e.cells {
			t := e.texts[e.path.In(r.ID, k).String()]
			showText(t, r.Cells.Text(k))
			setLocked(t, e.form.source.locked())
		}
	}
}

// covered counts the segments that have a row.
func covered(rows []plan.Row, segments []plan.Segment) int {
	n := 0
	for _, s := range segments {
		if slices.ContainsFunc(rows, func(r plan.Row) bool { return r.Cells.Text(plan.KeySegment) == s.Class }) {
			n++
		}
	}
	return n
}

// rebuild makes the row of every segment.
func (e *adaptationEditor) rebuild(rows []plan.Row, segments []plan.Segment) {
	f := e.form
	e.texts = map[string]*kit.LongText{}
	inset := func(o fyne.CanvasObject) fyne.CanvasObject {
		return kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, o)
	}
	var captions []string
	for _, k := range e.cells {
		captions = append(captions, f.labelOf(e.path.In("", k)))
	}
	lines := []fyne.CanvasObject{inset(kit.CellHead(f.labelOf(e.path.In("", plan.KeySegment)), captions...))}
	for i, r := range rows {
		at := e.path.In(r.ID, plan.KeySegment)
		class := r.Cells.Text(plan.KeySegment)
		title := f.desk.words.T("form.new-row", "n", i+1)
		if class != "" {
			title = f.desk.words.First(plan.ChoiceWords(f.source.scope(), at, class)...)
		}
		l := segmentLineOf(f, class, title, segments)
		head := kit.Column(1,
			kit.NewText(l.title, kit.DenseStrong, kit.ColorText).Elastic().WithTip(l.tip),
			kit.NewParagraph(l.caption, kit.Caption, kit.ColorText2),
		)
		var cells []kit.CaptionedCell
		for j, k := range e.cells {
			t := f.wrapped(e.path.In(r.ID, k))
			e.texts[e.path.In(r.ID, k).String()] = t
			cells = append(cells, kit.CaptionedCell{Caption: captions[j], Object: t})
		}
		lines = append(lines, inset(kit.CellRow(head, cells...)))
	}
	if len(rows) == 0 {
		lines = []fyne.CanvasObject{inset(kit.NewParagraph(f.desk.words.T("adaptation.empty"), kit.Dense, kit.ColorText2))}
	}
	e.card.SetBody(kit.NewRows(true, lines...))
}

func (e *adaptationEditor) addSegments() {
	rows := plan.WithSegments(e.form.rowsOf(e.path), e.form.source.subject().Register.Segments())
	e.form.change("op.build-segments", e.path, nil, rows)
}

// wrapped is the control of a line of text that may be too long for one line on
// the screen. What is written stays one line.
func (f *form) wrapped(p plan.Path) *kit.LongText {
	op := f.op(p)
	t := kit.NewLongText(f.desk.kit, 1, func(s string) { f.source.set(op, p, plan.Text(oneLine(s)), false) })
	t.OnTyped(func(s string) { f.source.set(op, p, plan.Text(oneLine(s)), true) })
	return t.Plain()
}

// showText shows what a field now says, but takes no letters from who is writing
// in it.
func showText(t *kit.LongText, s string) {
	if !t.Writing() {
		t.SetText(s)
	}
}

// setLocked lets a text be read only, or written again.
func setLocked(t *kit.LongText, locked bool) {
	if locked {
		t.Disable()
		return
	}
	t.Enable()
}

// oneLine writes a text on one line.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}

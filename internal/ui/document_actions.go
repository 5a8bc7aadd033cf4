package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// actions are the buttons over a document: what can be done with it now, and which of
// them give way to its title.
func (v *documentView) actions(m documentModel) (out []fyne.CanvasObject, folding []*kit.Button) {
	p := v.desk.words
	r, d, ver := v.desk.register(), v.about.Document, v.about.Version
	button := func(kind kit.ButtonKind, key string, run func()) *kit.Button {
		b := kit.NewButton(kind, p.T(key), run)
		out = append(out, b)
		return b
	}
	edits := func(kind kit.ButtonKind, key string, run func()) *kit.Button {
		return v.desk.editing(button(kind, key, run))
	}
	if older, ok := v.basis(); ok {
		b := button(kit.LinkStrong, "action.compare", v.openCompare)
		b.SetLabel(p.T("action.compare", "version", older.Number()))
	}
	out = append(out, v.preview.button()...)
	button(kit.Outlined, "action.export-pdf", func() { v.desk.app.exportDocument(d, ver) }).WithIcon(assets.IconExport)
	if v.promotable() {
		folding = append(folding, edits(kit.Outlined, "action.promote", v.promote))
	}
	may := stepsOf(r, d, ver)
	if may.review {
		folding = append(folding, edits(kit.Outlined, "action.record-review", func() { askReview(v.desk, d.ID) }))
	}
	if may.decide {
		folding = append(folding, edits(kit.Outlined, "action.register-decision", func() { askDecision(v.desk, d, ver) }))
	}
	if may.renew {
		edits(kit.Primary, "action.new-version", v.newVersion)
	}
	switch {
	case r.Frozen(d, ver):
		if d.Latest().ID != ver.ID && !r.Frozen(d, d.Latest()) {
			button(kit.Primary, "action.open-draft", func() {
				v.desk.open(place{room: roomOf(d.Kind), document: d.ID, version: d.Latest().ID, section: v.section})
			})
		}
	case ver.Stage == plan.StageReady:
		edits(kit.Outlined, "action.take-back", func() { v.setStage(plan.StageDraft, m) })
		edits(kit.Primary, "action.register-decision", func() { askDecision(v.desk, d, ver) })
	case m.errors > 0:
		b := edits(kit.Outlined, "findings.blocked", func() { v.setStage(plan.StageReady, m) })
		b.SetLabel(p.T("findings.blocked", "count", p.N("count.errors", m.errors)))
		b.SetSign(assets.StateLate, kit.Late)
	default:
		edits(kit.Primary, "action.ready", func() { v.setStage(plan.StageReady, m) })
	}
	return out, folding
}

// steps are what can be registered about a version whose content is frozen.
type steps struct {
	review bool // a review of the document
	decide bool // a decision about the version
	renew  bool // the draft of the next version
}

func stepsOf(r plan.Register, d plan.Document, v plan.Version) steps {
	if !r.Frozen(d, v) {
		return steps{}
	}
	as, f := r.Adoptions(d.ID), r.ForceOf(d.ID)
	over := f.Ending == plan.EndedRepealed || f.Ending == plan.EndedSuperseded
	last := len(as) > 0 && as[len(as)-1].Version == v.ID
	_, adopted := r.AdoptionOf(d, v.ID)
	open, isOpen := r.Draft(d)
	return steps{
		review: last && !over,
		decide: last && !over || !adopted && isOpen && open.ID == v.ID,
		renew:  r.Frozen(d, d.Latest()) && !over,
	}
}

// setStage moves the draft to a stage. Where something mandatory is missing the
// first finding is opened instead.
func (v *documentView) setStage(to plan.Stage, m documentModel) {
	if err := v.desk.file.Typing().Leave(); err != nil {
		v.desk.fail(err)
		return
	}
	if to == plan.StageReady && m.errors > 0 {
		v.finding(m.lineOf(v.desk.words, v.about.Document.Kind, m.findings[0])).Open()
		return
	}
	e, err := v.desk.register().SetStage(v.about.Document, v.about.Version, to, m.errors)
	v.desk.do(editor.Op{Key: "op.stage-" + string(to), Args: map[string]string{"title": m.title}}, e, err)
}

// draft reports whether the version in front is one that can become ready for a
// decision.
func (v *documentView) draft() bool {
	return !v.locked() && v.about.Version.Stage != plan.StageReady
}

// becomeReady moves the draft to ready for a decision.
func (v *documentView) becomeReady() {
	v.setStage(plan.StageReady, documentModelOf(v.desk.words, v.about))
}

// newVersion makes the draft of the next version and opens it.
func (v *documentView) newVersion() {
	sealed, err := v.desk.file.Content(v.version)
	if err != nil {
		v.desk.fail(err)
		return
	}
	e, next, err := v.desk.register().NextDraft(v.about.Document, sealed, false, v.desk.now())
	if v.desk.do(editor.Op{Key: "op.new-version", Args: map[string]string{"title": v.about.Content.Text(plan.KeyTitle)}}, e, err) {
		v.desk.open(place{room: roomOf(v.about.Document.Kind), document: v.id, version: next.ID, section: v.section})
	}
}

// derived shows what the app computes of a document.
func (v *documentView) derived(k plan.Key) []fyne.CanvasObject {
	p, r, d := v.desk.words, v.desk.register(), v.about.Document
	var rows []fyne.CanvasObject
	switch k {
	case "one-page":
		open := kit.NewButton(kit.Outlined, p.T("action.export-onepage"), func() {
			v.desk.app.exportOnePage(v.about.Document, v.about.Version)
		}).WithIcon(assets.IconExport)
		return []fyne.CanvasObject{kit.NewCard("", kit.EmptyState(assets.IconPlan, p.T("page.composed"), p.T("page.composed-how"), open))}
	case "relations":
		return v.relations()
	case "duties":
		return v.dutiesShown()
	case "versions":
		for _, ver := range d.Versions {
			rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
				Title:   p.T("version.label", "version", versionWords(p, r, d, ver)),
				Caption: adoptionWords(p, r, d, ver), State: statusState(p, r.StatusOf(d, ver, v.desk.today())), Pills: true,
				Open: func() {
					v.desk.open(place{room: roomOf(d.Kind), document: d.ID, version: ver.ID, section: "details"})
				},
			}))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	out := []fyne.CanvasObject{kit.NewCard("", kit.NewRows(true, rows...))}
	if k == "versions" {
		out = append(out, v.registrations()...)
	}
	return out
}

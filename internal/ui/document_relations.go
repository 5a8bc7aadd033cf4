package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// relationLine is one relation as a document at one of its ends shows it.
type relationLine struct {
	relation plan.Relation
	words    string // "Styrs av"
	title    string // of the other document
	other    plan.ID
}

// relationLines are the relations of a document: of each kind first those that
// lead to it, then those that go out from it, by title.
func relationLines(p *i18n.Printer, r plan.Register, doc plan.ID) []relationLine {
	var out []relationLine
	for _, kind := range plan.RelationKinds() {
		from := len(out)
		for _, x := range r.Relations() {
			switch {
			case x.Kind != kind:
			case x.To == doc:
				out = append(out, relationLine{x, p.T("relation." + string(kind) + ".incoming"), titleOf(p, r, x.From), x.From})
			case x.From == doc:
				out = append(out, relationLine{x, p.T("relation." + string(kind)), titleOf(p, r, x.To), x.To})
			}
		}
		slices.SortStableFunc(out[from:], func(a, b relationLine) int {
			if a.words != b.words {
				return strings.Compare(b.words, a.words)
			}
			return p.Compare(a.title, b.title)
		})
	}
	return out
}

func titleOf(p *i18n.Printer, r plan.Register, doc plan.ID) string {
	if d, ok := r.Document(doc); ok && d.Latest().Head.Title != "" {
		return d.Latest().Head.Title
	}
	return p.T("document.untitled")
}

// relationOffers are the relations that a document of the kind can be given, by
// the code that relationOf reads.
func relationOffers(p *i18n.Printer, kind plan.DocumentKind) []kit.Choice {
	var out []kit.Choice
	for _, k := range plan.RelationKinds() {
		outgoing := slices.ContainsFunc(plan.DocumentKinds(), func(x plan.DocumentKind) bool { return k.Fits(kind, x) })
		incoming := slices.ContainsFunc(plan.DocumentKinds(), func(x plan.DocumentKind) bool { return k.Fits(x, kind) })
		if incoming {
			out = append(out, kit.Choice{Value: incomingMark + string(k), Label: p.T("relation." + string(k) + ".incoming")})
		}
		if outgoing {
			out = append(out, kit.Choice{Value: string(k), Label: p.T("relation." + string(k))})
		}
	}
	return out
}

// incomingMark begins the code of a relation whose subject is the other document.
const incomingMark = "<"

// relationOf is the relation that a code stands for between two documents.
func relationOf(code string, doc, other plan.ID) plan.Relation {
	if kind, incoming := strings.CutPrefix(code, incomingMark); incoming {
		return plan.Relation{Kind: plan.RelationKind(kind), From: other, To: doc}
	}
	return plan.Relation{Kind: plan.RelationKind(code), From: doc, To: other}
}

// relatable are the documents that can stand at the other end and do not yet.
func relatable(p *i18n.Printer, r plan.Register, d plan.Document, code string) []kit.Choice {
	var out []kit.Choice
	for _, other := range r.Documents() {
		x := relationOf(code, d.ID, other.ID)
		from, _ := r.Document(x.From)
		to, _ := r.Document(x.To)
		if other.ID == d.ID || code == "" || !x.Kind.Fits(from.Kind, to.Kind) || slices.Contains(r.Relations(), x) {
			continue
		}
		out = append(out, kit.Choice{Value: string(other.ID), Label: titleOf(p, r, other.ID)})
	}
	slices.SortStableFunc(out, func(a, b kit.Choice) int { return p.Compare(a.Label, b.Label) })
	return out
}

// relations is the card of a document's relations: each opens the document at
// its other end and can be removed; another is added by what it is and to what.
// Relations belong to the file and not to a version, so that those of an adopted
// document can be mended too.
func (v *documentView) relations() []fyne.CanvasObject {
	p, r, d := v.desk.words, v.desk.register(), v.about.Document
	rows := []fyne.CanvasObject{v.relationEntry()}
	lines := relationLines(p, r, d.ID)
	for _, l := range lines {
		other, _ := r.Document(l.other)
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Symbol: assets.IconLink, SymbolSize: 14, Title: l.title, Caption: l.words + " · " + p.T("kind."+string(other.Kind)),
			State: statusState(p, r.StatusOf(other, shownVersion(r, other, v.desk.today()), v.desk.today())), Pills: true,
			Open:   func() { v.desk.open(place{room: roomOf(other.Kind), document: other.ID}) },
			Action: p.T("relations.remove"), Act: func() { v.unrelate(l) },
		}))
	}
	card := kit.NewCard(p.T("relations.title"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(lines)))
	if v.locked() {
		card.SetCaption(p.T("relations.any-time"))
	}
	out := v.missingInProgramme()
	if heirs := v.desk.heirRows(func(x plan.Place) bool { return x.Document == d.ID }); len(heirs) > 0 {
		out = append(out, kit.NewCard("", kit.NewRows(true, heirs...)))
	}
	return append(out, card)
}

// relationEntry adds a relation: first what it is, then to which document.
func (v *documentView) relationEntry() fyne.CanvasObject {
	p, d := v.desk.words, v.about.Document
	offers := relationOffers(p, d.Kind)
	code := ""
	if len(offers) > 0 {
		code = offers[0].Value
	}
	to := kit.NewReferenceField(v.desk.kit, p.T("relations.choose"), relatable(p, v.desk.register(), d, code), func(id string) {
		if id != "" {
			v.relate(relationOf(code, d.ID, plan.ID(id)))
		}
	})
	what := kit.NewSelect(p.T("form.choose"), offers, func(c string) {
		code = c
		to.SetChoices(relatable(p, v.desk.register(), d, code))
	})
	what.SetValue(code)
	return kit.Pad(kit.Insets{Top: 10, Right: 16, Bottom: 14, Left: 16}, kit.Column(8,
		kit.NewText(p.T("relations.add"), kit.DenseStrong, kit.ColorText), kit.Columns(12, []float32{190, 0}, what, to)))
}

func (v *documentView) relate(x plan.Relation) {
	r := v.desk.register()
	e, err := r.Relate(x)
	v.desk.do(v.relationOp("op.relate", x), e, err)
}

func (v *documentView) unrelate(l relationLine) {
	v.desk.do(v.relationOp("op.unrelate", l.relation), v.desk.register().Unrelate(l.relation), nil)
}

func (v *documentView) relationOp(key string, x plan.Relation) editor.Op {
	p, r := v.desk.words, v.desk.register()
	return editor.Op{Key: key, Args: map[string]string{"from": titleOf(p, r, x.From), "to": titleOf(p, r, x.To)}}
}

// missingInProgramme says that a programme lacks its communication plan, with a
// way to begin one that it contains.
func (v *documentView) missingInProgramme() []fyne.CanvasObject {
	d := v.desk
	for _, x := range d.outlook().prompts() {
		if x.Kind != review.PlanMissingInProgramme || x.Document != v.id || x.Draft != "" {
			continue
		}
		pill := kit.NewPill(kit.State{Symbol: assets.StateUrgent, Family: kit.Urgent, Word: d.words.T("prompt.plan-missing-programme")})
		return []fyne.CanvasObject{kit.Bar(8, pill, kit.Spring(), d.editing(kit.NewButton(kit.Outlined, d.words.T("action.create-plan"), func() { beginInProgramme(d, x.Document) })))}
	}
	return nil
}

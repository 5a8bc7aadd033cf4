package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// houseKeys are the columns in which the pillars of a house are kept: in an
// assignment plan each has a list of proofs, in a period plan one proof.
type houseKeys struct {
	title  plan.Key
	proofs plan.Key // "" where there is one proof only
}

// houseKeysOf returns the columns of a list of pillars; ok is false for another
// list.
func houseKeysOf(list plan.Key) (houseKeys, bool) {
	switch list {
	case "pillars":
		return houseKeys{"pillar", "proofs"}, true
	case "supporting-messages":
		return houseKeys{title: "message"}, true
	}
	return houseKeys{}, false
}

// pillar is a pillar of the message house: its message and its proofs, by the
// paths of their fields.
type pillar struct {
	id     plan.ID
	title  plan.Path
	proofs []plan.Path
	bare   bool // nothing proves it
}

// pillarsOf reads the pillars.
func pillarsOf(keys houseKeys, p plan.Path, rows []plan.Row) []pillar {
	var out []pillar
	for _, r := range rows {
		x := pillar{id: r.ID, title: p.In(r.ID, keys.title), bare: true}
		if keys.proofs == "" {
			x.proofs = []plan.Path{p.In(r.ID, plan.KeyProof)}
			x.bare = strings.TrimSpace(r.Cells.Text(plan.KeyProof)) == ""
		} else {
			for _, proof := range r.Cells.Get(keys.proofs).Rows() {
				x.proofs = append(x.proofs, p.In(r.ID, keys.proofs).In(proof.ID, plan.KeyProof))
				x.bare = x.bare && strings.TrimSpace(proof.Cells.Text(plan.KeyProof)) == ""
			}
		}
		out = append(out, x)
	}
	return out
}

// shape names what stands in the house, so that it is built anew only when
// something has come or gone.
func shape(pillars []pillar, locked bool) string {
	var b strings.Builder
	b.WriteString(strconv.FormatBool(locked) + "\n")
	for _, p := range pillars {
		b.WriteString(string(p.id))
		for _, proof := range p.proofs {
			b.WriteString("|" + proof.String())
		}
		b.WriteString(strconv.FormatBool(p.bare) + "\n")
	}
	return b.String()
}

// houseText is a text in the house and the field that it writes.
type houseText struct {
	path plan.Path
	text *kit.LongText
}

// houseEditor is the message house: the main message as its roof, the supporting
// ones as its pillars.
type houseEditor struct {
	form   *form
	field  plan.Field
	path   plan.Path
	keys   houseKeys
	roof   *kit.LongText
	house  *kit.House
	texts  map[string]houseText // by path
	built  string
	add    *kit.Button
	focus  string // the path of the text to write in when it is there
	object fyne.CanvasObject
}

func newHouseEditor(f *form, x plan.Field, p plan.Path) *houseEditor {
	keys, _ := houseKeysOf(x.Key)
	e := &houseEditor{form: f, field: x, path: p, keys: keys, built: "nothing"}
	main := plan.PathTo(plan.KeyMainMessage)
	e.roof = f.wrapped(main).WithLimit(25)
	roof := kit.NewField(f.labelOf(main), e.roof)
	roof.SetNote(f.desk.words.T("need.mandatory"))
	if help, ok := f.desk.words.Find(plan.HelpWords(f.source.scope(), main)...); ok {
		roof.SetHelp(help)
	}
	f.fields[main.String()] = roof
	e.house = kit.NewHouse(roof)
	e.add = kit.NewButton(kit.Link, f.desk.words.T("house.add-pillar"), e.addPillar).WithIcon(assets.IconPlus)
	e.object = kit.Column(6, e.house, kit.Bar(0, e.add, kit.Spring()))
	return e
}

func (e *houseEditor) show() {
	locked := e.form.source.locked()
	pillars := pillarsOf(e.keys, e.path, e.form.rowsOf(e.path))
	if now := shape(pillars, locked); now != e.built {
		e.built = now
		e.rebuild(pillars)
	}
	c := e.form.source.content()
	showText(e.roof, c.Text(plan.KeyMainMessage))
	for _, t := range e.texts {
		showText(t.text, c.At(t.path).Text())
		setLocked(t.text, locked)
	}
	setLocked(e.roof, locked)
	e.add.Hidden = locked || e.field.MaxRows > 0 && len(pillars) >= e.field.MaxRows
	if t, ok := e.texts[e.focus]; ok {
		e.focus = ""
		t.text.Focus()
	}
}

// rebuild draws the pillars. Texts that are still there are the same ones, so
// that who writes in one keeps writing.
func (e *houseEditor) rebuild(pillars []pillar) {
	old := e.texts
	e.texts = map[string]houseText{}
	text := func(p plan.Path, placeholder string) *kit.LongText {
		t, ok := old[p.String()]
		if !ok {
			t = houseText{p, e.form.wrapped(p)}
			t.text.SetPlaceholder(e.form.desk.words.T(placeholder))
		}
		e.texts[p.String()] = t
		return t.text
	}
	var objects []fyne.CanvasObject
	for i, p := range pillars {
		objects = append(objects, e.pillar(i, p, text))
	}
	e.house.SetPillars(objects...)
}

func (e *houseEditor) pillar(i int, p pillar, text func(plan.Path, string) *kit.LongText) fyne.CanvasObject {
	w, locked := e.form.desk.words, e.form.source.locked()
	head := []fyne.CanvasObject{kit.NewText(w.T("house.pillar", "n", i+1), kit.CaptionStrong, kit.ColorText2), kit.Spring()}
	if !locked {
		head = append(head, kit.NewIconButton(assets.IconTrash, 24, w.T("house.remove-pillar", "n", i+1), func() { e.removeRow(e.path.AtRow(p.id)) }))
	}
	parts := []fyne.CanvasObject{kit.Bar(4, head...), text(p.title, "house.message")}
	for _, proof := range p.proofs {
		written := fyne.CanvasObject(text(proof, "house.proof"))
		if e.keys.proofs != "" && !locked {
			row := append(plan.Path{}, proof[:len(proof)-1]...)
			remove := kit.NewIconButton(assets.IconClose, 24, w.T("house.remove-proof"), func() { e.removeRow(row) })
			written = kit.Columns(4, []float32{0, 24}, written, kit.Column(0, remove))
		}
		parts = append(parts, written)
	}
	if p.bare {
		parts = append(parts, kit.Bar(5, kit.NewIcon(assets.StateUrgent, 12, kit.ColorUrgent),
			kit.NewText(w.T("house.no-proof"), kit.Caption, kit.ColorUrgent), kit.Spring()))
	}
	if e.keys.proofs != "" && !locked {
		parts = append(parts, kit.Bar(0, kit.NewButton(kit.Link, w.T("house.add-proof"), func() { e.addProof(p.id) }).WithIcon(assets.IconPlus), kit.Spring()))
	}
	return kit.Column(6, parts...)
}

func (e *houseEditor) addPillar() {
	r := plan.Row{ID: plan.NewID()}
	e.focus = e.path.In(r.ID, e.keys.title).String()
	e.form.change("op.add-row", e.path, map[string]string{"list": e.form.labelOf(e.path)}, append(e.form.rowsOf(e.path), r))
}

func (e *houseEditor) addProof(id plan.ID) {
	at, r := e.path.In(id, e.keys.proofs), plan.Row{ID: plan.NewID()}
	e.focus = at.In(r.ID, plan.KeyProof).String()
	e.form.change("op.add-row", at, map[string]string{"list": e.form.labelOf(at)}, append(e.form.rowsOf(at), r))
}

// removeRow takes away the pillar or proof that the path ends in.
func (e *houseEditor) removeRow(row plan.Path) {
	list := append(plan.Path{}, row...)
	id := list[len(list)-1].Row
	list[len(list)-1].Row = ""
	rows := slices.DeleteFunc(e.form.rowsOf(list), func(r plan.Row) bool { return r.ID == id })
	e.form.change("op.remove-row", list, map[string]string{"list": e.form.labelOf(list)}, rows)
}

// inHouse reports whether a field is shown as the roof of the house that a list
// among the fields is drawn as.
func inHouse(x plan.Field, fields []plan.Field) bool {
	return x.Key == plan.KeyMainMessage && slices.ContainsFunc(fields, func(f plan.Field) bool {
		_, ok := houseKeysOf(f.Key)
		return ok
	})
}

package ui

import (
	"os"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

// galleryPreviewer shows real pages where pictures are made, else blank ones.
func galleryPreviewer(t *testing.T) Previewer {
	if os.Getenv("LEDSTJARNA_GALLERY") != "" {
		return realPreviewer(t)
	}
	return blankPages
}

func documentScenes() []scene {
	return []scene{
		{"assignment-plan", func(_ *testing.T, a *App) { a.openExample() }, sectionScreens("doc-naravard", plan.AssignmentPlan, false)},
		{"period-plan", func(t *testing.T, a *App) {
			a.openExample()
			a.open(place{room: roomPlans, document: "doc-plan-2023"})
			a.document().newVersion()
		}, sectionScreens("doc-plan-2023", plan.PeriodPlan, false)},
		{"strategy", func(_ *testing.T, a *App) { a.openExample() }, sectionScreens("doc-strategi", plan.Strategy, false)},
		{"other-documents", func(_ *testing.T, a *App) { a.openExample() }, otherScreens()},
		{"special", specials, specialScreens()},
		{"beside", func(t *testing.T, a *App) {
			a.setup.Preview = galleryPreviewer(t)
			a.openExample()
			takeBack(t, a)
		}, besideScreens()},
	}
}

// inSection is a screen of a document with all its folded parts open.
func inSection(name string, id plan.ID, section plan.Key) screen {
	return screen{name, func(t *testing.T, a *App) {
		d, _ := a.desk.register().Document(id)
		a.open(place{room: roomOf(d.Kind), document: id, section: section})
		v := fronted[*documentView](t, a)
		*v.isOpen(a.words.T("form.deepening")) = true
		v.showAll()
	}}
}

func sectionScreens(id plan.ID, kind plan.DocumentKind, quick bool) []screen {
	var out []screen
	for _, sec := range plan.SectionsOf(kind, quick) {
		out = append(out, inSection(string(kind)+"-"+string(sec.Key), id, sec.Key))
	}
	return out
}

func otherScreens() []screen {
	var out []screen
	for _, sec := range plan.SectionsOf(plan.Policy, false) {
		out = append(out, inSection("policy-"+string(sec.Key), "doc-webbpolicy", sec.Key))
	}
	return append(out, inSection("statutes-body", "doc-stadgar", "body"), inSection("programme-details", "doc-program", "details"),
		inSection("agreement-related", "doc-avtal", "related-documents"))
}

// specials opens the example and makes a plan whose special editors have something
// that is good to see.
func specials(t *testing.T, a *App) {
	a.openExample()
	houses := houseContent()
	draft(t, a, plan.AssignmentPlan, "details", plan.NewContent(plan.Filled{
		"stakeholders": plan.Rows(stakeholders()...), plan.KeyRaci: plan.Rows(raciRows()...), plan.KeyRisks: plan.Rows(riskRows()...),
		plan.KeyGoals: plan.Rows(goalRows()...), plan.KeyMainMessage: houses.Get(plan.KeyMainMessage), "pillars": houses.Get("pillars"),
		plan.KeyBudget:     plan.Rows(rowsNamed(plan.Filled{"item": plan.Text("Film"), plan.KeyAmount: num(90000), plan.KeyHours: num(40)})...),
		plan.KeyActivities: plan.Rows(rowsNamed(plan.Filled{plan.KeyActivity: plan.Text("Film"), plan.KeyBudget: num(131000), plan.KeyCost: num(9000)})...),
	}))
}

func specialScreens() []screen {
	var out []screen
	for _, k := range []plan.Key{"stakeholders", "responsibilities", plan.KeyRisks, plan.KeyGoals, plan.KeyBudget, "messages", "accessibility"} {
		out = append(out, screen{"special-" + string(k), func(t *testing.T, a *App) {
			inSection("", a.at.document, k).show(t, a)
			fronted[*documentView](t, a).body.ScrollTo(1e6)
		}})
	}
	row := func(list plan.Key, section plan.Key) screen {
		return screen{"row-" + string(list), func(t *testing.T, a *App) {
			inSection("", a.at.document, section).show(t, a)
			v := fronted[*documentView](t, a)
			rows := v.about.Content.Get(list).Rows()
			v.openRow(plan.PathTo(list).AtRow(rows[0].ID))
		}}
	}
	return append(out, row(plan.KeyActivities, plan.KeyActivities), row(plan.KeyGoals, plan.KeyGoals), row(plan.KeyRisks, plan.KeyRisks))
}

func besideScreens() []screen {
	beside := func(name string, id plan.ID, do func(v *documentView)) screen {
		return screen{name, func(t *testing.T, a *App) {
			a.open(place{room: roomPlans, document: id, section: "messages"})
			do(fronted[*documentView](t, a))
		}}
	}
	return []screen{
		{"preview", func(t *testing.T, a *App) {
			a.prefs.setPreviews(true)
			a.open(place{room: roomPlans, document: "doc-naravard", section: "messages"})
			fronted[*documentView](t, a)
		}},
		{"preview-small", func(t *testing.T, a *App) { a.preview.setMode(previewSmall) }},
		{"preview-review", func(_ *testing.T, a *App) {
			a.open(place{room: roomReviews, review: "doc-webbpolicy"})
			a.prefs.setPreviews(false)
			a.open(place{room: roomTodo})
		}},
		{"compare", func(t *testing.T, a *App) { renewed(t, a).openCompare() }},
		beside("trace", "doc-naravard", func(v *documentView) { v.openTrace() }),
		{"follow-up", func(t *testing.T, a *App) {
			d, _ := a.desk.register().Document("doc-bredband")
			a.open(place{room: roomPlans, document: d.ID, version: d.Latest().ID, section: plan.KeyActivities})
		}},
		{"quick-plan", func(t *testing.T, a *App) {
			spec := newDocumentSpec{kind: plan.AssignmentPlan, title: "Klimatplan", target: "assignment-klimat", quick: true}
			e, d := newDocumentEdit(a.desk.register(), spec, a.desk.today(), a.desk.now)
			if !a.desk.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": spec.title}}, e, nil) {
				t.Fatal("no document")
			}
			a.open(place{room: roomPlans, document: d.ID, section: plan.KeyAudiences})
		}},
		{"inherited", func(t *testing.T, a *App) {
			rename(t, a.desk, "audience-kso", "Kommunalråd och nämndordförande")
			a.open(place{room: roomPlans, document: "doc-naravard", section: plan.KeyAudiences})
		}},
		{"attached", func(t *testing.T, a *App) {
			a.open(place{room: roomPlans, document: "doc-naravard", section: plan.KeyAppendices})
			a.attach(fronted[*documentView](t, a), onDisk(t, "Enkät bland invånare i alla kommuner.pdf", []byte("%PDF-1.7\nbilagan\n")), true)
		}},
		{"findings", func(t *testing.T, a *App) {
			a.open(place{room: roomPlans, document: "doc-naravard", section: "details"})
			v := fronted[*documentView](t, a)
			for _, k := range []plan.Key{plan.KeyPurpose, plan.KeyGoals, plan.KeyAudiences} {
				e, err := v.edit(plan.PathTo(k), plan.Value{})
				a.desk.do(editor.Op{Key: "op.set-field", Args: map[string]string{"field": "x"}}, e, err)
			}
			v.showAll()
		}},
	}
}

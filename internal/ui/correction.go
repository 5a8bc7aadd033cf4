package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// registrationLine is one registration of a document as the change log lists it.
type registrationLine struct {
	event   plan.Event
	title   string
	caption string
}

// registrationLines are the last records of every chain, the newest registered
// first; annulled ones are shown as such.
func registrationLines(p *i18n.Printer, s plan.Subject) []registrationLine {
	var out []registrationLine
	for _, e := range slices.Backward(s.Register.Events()) {
		if e.Document != s.Document.ID || !s.Register.Correctable(e) {
			continue
		}
		l := registrationLine{event: e, title: p.T("registration." + string(e.Kind))}
		for _, k := range []plan.Key{plan.KeyOutcome, plan.KeySubject} {
			if code := e.Fields.Text(k); code != "" {
				l.title += ": " + p.First(plan.ChoiceWords(string(e.Kind), plan.PathTo(k), code)...)
			}
		}
		parts := []string{p.ISO(i18n.Day(e.Day())), rowTold(s, e)}
		if e.Fields.Text(plan.KeyParagraph) != "" {
			parts = append(parts, "§\u00a0"+e.Fields.Text(plan.KeyParagraph))
		}
		parts = append(parts, p.T("registration.by", "name", e.By))
		if reason := e.Fields.Text(plan.KeyCorrectionReason); reason != "" {
			key := "registration.corrected"
			if e.Annuls() {
				key = "registration.annulled"
			}
			parts = append(parts, p.T(key, "reason", reason))
		}
		l.caption = strings.Join(slices.DeleteFunc(parts, func(x string) bool { return x == "" }), " · ")
		out = append(out, l)
	}
	return out
}

// rowTold names the activity or goal that a follow-up is about.
func rowTold(s plan.Subject, e plan.Event) string {
	for list, k := range map[plan.Key]plan.Key{plan.KeyActivities: plan.KeyActivity, plan.KeyGoals: plan.KeyGoal} {
		f, _ := plan.FieldIn(plan.FieldsOf(s.Document.Kind), list)
		if r, _, ok := s.Content.Get(list).Row(plan.ID(e.Fields.Text(k))); ok && e.Kind == plan.EventFollowUp {
			return plan.RowName(f, r)
		}
	}
	return ""
}

// registrations lists what is registered about the document; each line opens
// its correction.
func (v *documentView) registrations() []fyne.CanvasObject {
	p := v.desk.words
	var rows []fyne.CanvasObject
	for _, l := range registrationLines(p, v.about) {
		correct := func() { askCorrection(v.desk, l.event, l.title) }
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title: l.title, Caption: l.caption, Action: p.T("correction.action"), Act: correct, Open: correct,
		}))
	}
	if len(rows) == 0 {
		return nil
	}
	return []fyne.CanvasObject{kit.NewCard(p.T("registration.title"), kit.NewRows(true, rows...))}
}

// askCorrection lets a person say what a record should have said, or that it
// should not have been made.
func askCorrection(d *desk, e plan.Event, title string) {
	rec := newRecord(d, string(e.Kind), correctionFields(e), e.Fields.With(plan.KeyCorrectionReason, plan.Value{}).With(plan.KeyAnnulled, plan.Text(plan.No)))
	rec.ask(d.words.T("correction.title")+" – "+title, d.words.T("correction.confirm"), func(c plan.Content) bool {
		x := correctionOf(e, c)
		if x.Reason == "" {
			d.fail(&refusal{key: "correction.problem.reason"})
			return false
		}
		edit, err := review.Correct(d.register(), x, d.who(), d.now())
		if err == nil && edit.IsEmpty() {
			d.say(d.words.T("correction.nothing"))
			return true
		}
		if !d.do(editor.Op{Key: "op.correct", Args: map[string]string{"title": title}}, edit, err) {
			return false
		}
		d.say(d.words.T("correction.done"))
		return true
	})
}

// correctionFields are the reason and the annulment first, then what the record
// says; not what it is about or what the app wrote into it.
func correctionFields(e plan.Event) []plan.Field {
	all := plan.EventFields(e.Kind)
	out := pick(all, plan.KeyCorrectionReason, plan.KeyAnnulled)
	for _, f := range all {
		switch f.Key {
		case plan.KeyCorrectionReason, plan.KeyAnnulled, plan.KeySentHash, plan.KeyDraftVersion, plan.KeySubject, plan.KeyConcernsNeed:
			continue
		case plan.KeyActivity, plan.KeyGoal, plan.KeyLevel:
			continue
		}
		if e.Kind == plan.EventFollowUp && f.Need == plan.Optional && e.Fields.Get(f.Key).IsZero() && !saidOf(e, f.Key) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// saidOf reports whether a follow-up of the record's subject can say the field.
func saidOf(e plan.Event, k plan.Key) bool {
	switch e.Fields.Text(plan.KeySubject) {
	case plan.OnGoal:
		return k == plan.KeyOutcomeValue || k == plan.KeyAttainment || k == plan.KeyResult
	case plan.OnClosing:
		return k == plan.KeyFinalReport || k == plan.KeyKeep || k == plan.KeyChange || k == plan.KeyStop || k == plan.KeyCost
	}
	return k == plan.KeyStatus || k == plan.KeyStart || k == plan.KeyEnd || k == plan.KeyCost || k == plan.KeyResult
}

// correctionOf reads the form.
func correctionOf(e plan.Event, c plan.Content) plan.Correction {
	return plan.Correction{
		Event: e.ID, Annul: c.Text(plan.KeyAnnulled) == plan.Yes, Reason: strings.TrimSpace(c.Text(plan.KeyCorrectionReason)),
		Fields: c.With(plan.KeyAnnulled, plan.Value{}).With(plan.KeyCorrectionReason, plan.Value{}),
	}
}

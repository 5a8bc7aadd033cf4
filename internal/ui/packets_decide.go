package ui

import (
	"errors"
	"slices"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// itemStates are the signs of what was decided on an item.
var itemStates = map[string]plan.Status{
	plan.Adopted: plan.StatusAdopted, plan.Reaffirmed: plan.StatusReaffirmed, plan.ReferredBack: plan.StatusReferredBack,
	plan.Deferred: plan.StatusDeferred, plan.Rejected: plan.StatusRejected, plan.Repealed: plan.StatusRepealed, plan.Extended: plan.StatusReaffirmed,
}

// decidedState is the pill of what was decided on an item; none before.
func decidedState(w *i18n.Printer, r plan.Register, p packet.Packet, it packet.Item) kit.State {
	d, ok := packet.DecidedOn(r, p.ID, it.Row)
	if !ok {
		return kit.State{}
	}
	s := kit.State{Symbol: assets.StateDone, Family: kit.Neutral}
	if status, known := itemStates[d.Outcome]; known {
		s = statusState(w, status)
	}
	s.Word, s.Detail = w.T("decision."+d.Outcome), "§ "+d.Paragraph
	return s
}

// canDecide reports whether a decision on the item can be registered: the meeting
// has been held, and none has been.
func canDecide(r plan.Register, p packet.Packet, it packet.Item, today plan.Date) bool {
	_, done := packet.DecidedOn(r, p.ID, it.Row)
	return !done && !today.Before(p.Meeting.Date) && it.Type != plan.ItemFormality
}

// decisionFields are what is asked of a decision on the item: of the outcomes those
// that it can have, exceptions where it is about several documents.
func decisionFields(r plan.Register, it packet.Item) []plan.Field {
	keys := []plan.Key{plan.KeyOutcome, plan.KeyParagraph, plan.KeyDecisionDate}
	outcomes := packet.Outcomes(r, it)
	if slices.Contains(outcomes, plan.Extended) || slices.Contains(outcomes, plan.Repealed) {
		keys = append(keys, plan.KeyUntil)
	}
	if it.Subject == plan.SubjectAnnual {
		keys = append(keys, plan.KeyExcept)
	}
	if slices.Contains(outcomes, plan.Reaffirmed) {
		keys = append(keys, plan.KeyReviewer)
	}
	fields := pick(plan.EventFields(plan.EventItem), append(keys, plan.KeyText)...)
	for i := range fields {
		if fields[i].Key == plan.KeyOutcome {
			fields[i].Choices = outcomes
		}
	}
	return fields
}

// askItemDecision asks what was decided on an item and registers it.
func askItemDecision(d *desk, e plan.Entry, p packet.Packet, it packet.Item) {
	start := plan.NewContent(plan.Filled{
		plan.KeyOutcome: plan.Text(packet.Outcomes(d.register(), it)[0]), plan.KeyDecisionDate: plan.Day(p.Meeting.Date),
		plan.KeyUntil: plan.Day(it.Until), plan.KeyReviewer: plan.Text(it.Presenter),
	})
	rec := newRecord(d, string(plan.EventItem), decisionFields(d.register(), it), start)
	rec.tell(d.words.T("packets.decide-caption"))
	rec.ask(d.words.T("packets.decide-title", "item", it.Heading), d.words.T("action.register"), func(c plan.Content) bool {
		x := decisionOf(it, c)
		edit, err := packet.Decide(d.register(), e, x, d.words, d.who(), d.now())
		if errors.Is(err, packet.ErrChanged) {
			d.app.work.Post(func() { askChanged(d, e, it, x) })
			return true
		}
		return registerDecision(d, it, x, edit, err)
	})
}

// decisionOf is the decision that the fields of the dialog hold.
func decisionOf(it packet.Item, c plan.Content) packet.Decision {
	var except []plan.ID
	for _, id := range c.Get(plan.KeyExcept).Texts() {
		except = append(except, plan.ID(id))
	}
	return packet.Decision{
		Item: it.Row, Outcome: c.Text(plan.KeyOutcome), Paragraph: c.Text(plan.KeyParagraph), Date: c.Get(plan.KeyDecisionDate).Date(),
		Text: c.Text(plan.KeyText), Until: c.Get(plan.KeyUntil).Date(), Except: except, Reviewer: c.Text(plan.KeyReviewer),
	}
}

// askChanged asks whether the body knew of what has been changed in the document since
// it was sent, and registers the decision if it did.
func askChanged(d *desk, e plan.Entry, it packet.Item, x packet.Decision) {
	w := d.words
	kit.OpenQuestion(d.window.Canvas(), kit.Question{
		Title: w.T("packets.changed-title"), Text: w.T("packets.changed-text"), Confirm: w.T("packets.changed-confirm"), Cancel: w.T("action.cancel"),
	}, func() {
		x.Changed = true
		edit, err := packet.Decide(d.register(), e, x, w, d.who(), d.now())
		registerDecision(d, it, x, edit, err)
	})
}

func registerDecision(d *desk, it packet.Item, x packet.Decision, edit plan.Edit, err error) bool {
	if !d.do(editor.Op{Key: "op.decide-item"}, edit, reviewProblem(d, err)) {
		return false
	}
	d.say(d.words.T("packets.decided", "item", it.Heading, "outcome", d.words.T("decision."+x.Outcome)))
	return true
}

package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// reviewPage is where a review is made: the record at the left, what the document
// says and how it has gone at the right. What is written stays until it is
// registered.
type reviewPage struct {
	desk   *desk
	doc    plan.Document
	title  string
	duties []review.Duty // open ones that the review can concern
	rec    *record
	header *kit.PageHeader
	form   *kit.ScrollBox
	basis  *kit.ScrollBox
	pages  *preview
	whole  fyne.CanvasObject
	back   func()
}

func newReviewPage(d *desk, doc plan.Document, outcome string, back func()) *reviewPage {
	v := &reviewPage{desk: d, doc: doc, back: back, title: shownVersion(d.register(), doc, d.today()).Head.Title}
	v.duties = slices.DeleteFunc(review.Of(d.register(), doc.ID, d.today()), func(x review.Duty) bool { return !x.State.Open() })
	v.rec = newRecord(d, string(plan.EventReview), v.fields(), v.start(outcome))
	v.rec.changed = v.changed
	v.header = kit.NewEditorHeader(d.words.T("review.page", "title", v.title))
	v.form, v.basis = kit.NewScrollBox(kit.Spring()), kit.NewScrollBox(kit.Spring())
	v.pages = newPreview(d, kit.NewSplitEnd(kit.NewGround(kit.ColorCard, v.form), v.basis, kit.Widths{At: 384, Min: 300, Max: 560}, nil),
		func(s report.Source) (report.Print, error) {
			return report.One(s, v.doc, shownVersion(s.Register, v.doc, s.Today))
		}, func() []string { return nil })
	v.pages.head = v.header
	v.whole = kit.Dock(kit.Edges{Top: v.header}, v.pages.split)
	v.fill()
	return v
}

func (v *reviewPage) object() fyne.CanvasObject { return v.whole }

// begin gives the first field the keyboard.
func (v *reviewPage) begin() {
	if v.rec.form.first != nil {
		v.desk.app.work.Post(v.rec.form.first)
	}
}

// duty is the one that the review concerns, false where it concerns none.
func (v *reviewPage) duty() (review.Duty, bool) {
	about := review.FromEvent(plan.Event{Fields: v.rec.values}).Concern
	for _, x := range v.duties {
		if x.Concern == about {
			return x, true
		}
	}
	return review.Duty{}, false
}

// start is what the form begins with: what was left in it, or today, the owner
// and the duty that presses most.
func (v *reviewPage) start(outcome string) plan.Content {
	c, begun := v.desk.app.begunReview(v.doc.ID)
	if !begun {
		f := plan.Filled{plan.KeyCompleted: plan.Day(v.desk.today()), plan.KeyReviewer: plan.Text(reviewerOf(v.desk, v.doc))}
		if shown, ok := review.Shown(v.duties); ok && shown.State != review.NotDue {
			f = withConcern(f, shown.Concern)
		}
		c = plan.NewContent(f)
	}
	if outcome != "" {
		c = c.With(plan.KeyOutcome, plan.Text(outcome))
	}
	return c
}

func withConcern(f plan.Filled, x review.Concern) plan.Filled {
	f[plan.KeyConcernsPeriod], f[plan.KeyConcernsNeed] = plan.Ref(x.Period), plan.Text(string(x.Need))
	if x.Year != 0 {
		f[plan.KeyConcernsYear] = plan.Num(plan.Int(int64(x.Year)))
	}
	return f
}

// fields are those of the record that fit what is chosen: a decision where one is
// made or needed, the change where there is one.
func (v *reviewPage) fields() []plan.Field {
	c := plan.Content{}
	if v.rec != nil {
		c = v.rec.values
	}
	keys := []plan.Key{plan.KeyOutcome, plan.KeyReviewer, plan.KeyReviewerName, plan.KeyStarted, plan.KeyCompleted}
	if before := v.beforeWindow(); before {
		keys = append(keys, plan.KeyCountsAsYears)
	}
	keys = append(keys, plan.KeyChecklist, plan.KeyConsultation, plan.KeyObservations, plan.KeyConclusion)
	switch c.Text(plan.KeyOutcome) {
	case plan.Editorial, plan.Revise, plan.Supersede:
		keys = append(keys, plan.KeyChangeSummary)
	case plan.CannotComplete, plan.Repeal:
		keys = append(keys, plan.KeyProposedAction)
	}
	keys = append(keys, plan.KeyNoFormalDecision)
	if c.Text(plan.KeyNoFormalDecision) != plan.Yes {
		keys = append(keys, plan.KeyBody, plan.KeyOfficer, plan.KeyDecisionDate, plan.KeyParagraph, plan.KeyDnr)
	}
	fields := pick(plan.EventFields(plan.EventReview), keys...)
	for i := range fields {
		if fields[i].Key == plan.KeyChecklist {
			fields[i].Fixed = nil
			for _, q := range v.desk.register().ReviewQuestions() {
				fields[i].Fixed = append(fields[i].Fixed, q.ID)
			}
		}
	}
	return fields
}

// beforeWindow reports whether a review made today could count as the year's only
// by being ticked: it is within sixty days before the window.
func (v *reviewPage) beforeWindow() bool {
	today := v.desk.today()
	return slices.ContainsFunc(v.duties, func(x review.Duty) bool {
		return x.Rule == plan.R2 && today.Before(x.Opens) && !today.Before(x.Opens.AddDays(-60))
	})
}

// changed keeps what is written, and shows other fields where that is called for.
func (v *reviewPage) changed(p plan.Path) {
	v.desk.app.keepReview(v.doc.ID, v.rec.values)
	if len(p) == 1 && (p[0].Key == plan.KeyOutcome || p[0].Key == plan.KeyNoFormalDecision) {
		at := v.form.Offset()
		v.fillForm()
		v.form.ScrollTo(at)
	}
}

func (v *reviewPage) refresh() {
	if _, ok := v.desk.register().Document(v.doc.ID); !ok {
		v.back()
		return
	}
	v.duties = slices.DeleteFunc(review.Of(v.desk.register(), v.doc.ID, v.desk.today()), func(x review.Duty) bool { return !x.State.Open() })
	v.fillHeader()
	v.fillBasis()
}

func (v *reviewPage) fill() {
	v.fillHeader()
	v.fillForm()
	v.fillBasis()
}

func (v *reviewPage) fillHeader() {
	w := v.desk.words
	duty, owed := v.duty()
	v.header.SetState(kit.State{})
	v.header.SetCaption(w.T("rule." + string(v.desk.register().RuleOf(v.doc))))
	if owed {
		v.header.SetState(dutyState(w, duty))
		v.header.SetCaption(dutyLineOf(w, v.desk.register(), duty, v.desk.today()).caption)
	}
	more := kit.NewButton(kit.Outlined, w.T("action.more"), nil).WithChevron(assets.IconChevronDown)
	more.SetPress(func() { kit.MenuUnder(more, dutyMenu(v.desk, v.doc.ID, duty, v.title)[3:]) })
	actions := append([]fyne.CanvasObject{kit.NewButton(kit.Quiet, w.T("reviews.back"), v.back).WithIcon(assets.IconChevronLeft)}, v.pages.button()...)
	v.header.SetActions(append(actions, more, v.desk.editing(kit.NewButton(kit.Primary, w.T("action.register-review"), v.register)))...)
}

// register records the review with what follows from it.
func (v *reviewPage) register() {
	if v.desk.file.Typing().Leave() != nil {
		return
	}
	rv := reviewOf(v.doc.ID, v.rec.values)
	if rv.Concern.IsZero() && len(v.duties) > 0 && rv.Trigger == "" && !rv.CountsAsYears {
		rv.Trigger = review.ForNeed
	}
	if recordReview(v.desk, rv, v.title) {
		v.desk.app.forgetReview(v.doc.ID)
		if v.desk.app.at.review == v.doc.ID {
			v.desk.app.work.Post(v.back)
		}
	}
}

func (v *reviewPage) fillForm() {
	v.rec.fields = v.fields()
	v.rec.form = newForm(v.desk, v.rec)
	parts := []fyne.CanvasObject{v.concernField()}
	for fields := v.rec.fields; len(fields) > 0; {
		n := 1
		if len(fields) > 1 && beside(fields[0].Key) == fields[1].Key {
			n = 2
		}
		var row []fyne.CanvasObject
		for _, x := range fields[:n] {
			row = append(row, v.rec.form.field(x, plan.PathTo(x.Key)))
		}
		if n == 2 {
			row = []fyne.CanvasObject{kit.Columns(16, []float32{0, 0}, row...)}
		}
		parts, fields = append(parts, row...), fields[n:]
	}
	v.form.SetContent(kit.Pad(kit.Insets{Top: 20, Right: 24, Bottom: 24, Left: 20}, measured(760, kit.Column(14, parts...))))
}

// beside is the field that stands at the right of another, "" for none.
func beside(k plan.Key) plan.Key {
	switch k {
	case plan.KeyReviewer:
		return plan.KeyReviewerName
	case plan.KeyStarted:
		return plan.KeyCompleted
	case plan.KeyBody:
		return plan.KeyOfficer
	case plan.KeyParagraph:
		return plan.KeyDnr
	}
	return ""
}

// concernField chooses which duty the review is about.
func (v *reviewPage) concernField() fyne.CanvasObject {
	w := v.desk.words
	choices := []kit.Choice{{Value: "", Label: w.T("review.concerns-none")}}
	value := ""
	at, _ := v.duty()
	for _, x := range v.duties {
		if v.desk.today().Before(x.Opens) && !v.beforeWindow() {
			continue
		}
		code := concernCode(x.Concern)
		choices = append(choices, kit.Choice{Value: code, Label: dutyName(w, x)})
		if x.Concern == at.Concern {
			value = code
		}
	}
	field := kit.NewSelect(w.T("form.choose"), choices, func(code string) {
		var about review.Concern
		for _, x := range v.duties {
			if concernCode(x.Concern) == code {
				about = x.Concern
			}
		}
		for k, value := range withConcern(plan.Filled{plan.KeyConcernsYear: plan.Value{}}, about) {
			v.rec.values = v.rec.values.With(k, value)
		}
		v.desk.app.keepReview(v.doc.ID, v.rec.values)
		v.fillHeader()
	})
	field.SetValue(value)
	return kit.NewField(w.T("review.concerns"), field)
}

func concernCode(c review.Concern) string {
	if c.IsZero() {
		return ""
	}
	return strings.Join([]string{string(c.Period), string(c.Need), plan.Int(int64(c.Year)).String()}, "/")
}

// dutyName names a duty among others.
func dutyName(p *i18n.Printer, d review.Duty) string {
	switch d.Rule {
	case plan.R1:
		return p.T("duty.period", "period", d.Label)
	case plan.R3:
		return p.T("rule.R3") + ": " + d.Label
	case plan.R0, plan.R2:
	}
	return p.T("duty.annual", "year", d.Label)
}

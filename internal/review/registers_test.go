package review

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// A life of registers is a register with random periods, windows, meetings and
// documents, and random records of the documents that are not stored yet.
type registers struct {
	*world
	docs     []plan.ID
	concerns []Concern // that records name
	records  []plan.Event
}

// stored is the register with those of the records that are chosen.
func (x *registers) stored(keep func(plan.Event) bool) plan.Register {
	var es []plan.Event
	for _, e := range x.records {
		if keep == nil || keep(e) {
			es = append(es, e)
		}
	}
	return x.r.Apply(plan.Edit{Events: es})
}

// upTo keeps what was registered of something up to the day.
func upTo(day plan.Date) func(plan.Event) bool {
	return func(e plan.Event) bool { return !e.Day().After(day) }
}

func exceptKind(k plan.EventKind) func(plan.Event) bool {
	return func(e plan.Event) bool { return e.Kind != k }
}

func drawRegisters(t *rapid.T, tb testing.TB) *registers {
	x := &registers{world: newWorld(tb, rapid.SampledFrom([]string{"", "2007-01-01", "2009-09-01", "2010-12-31"}).Draw(t, "watch"))}
	x.concerns = []Concern{{}, {Year: 2007}, {Year: 2008}, {Year: 2009}, {Year: 2010}, {Year: 2011}, {Year: 2012}}
	x.drawPeriods(t)
	x.drawWindows(t)
	for range rapid.IntRange(0, 5).Draw(t, "meetings") {
		x.meeting(drawDay(t, "meeting").String(), "")
	}
	start := drawDay(t, "assignment starts")
	x.assignment("", start.String(), start.AddDays(rapid.IntRange(0, 2000).Draw(t, "assignment length")).String())
	for range rapid.IntRange(1, 3).Draw(t, "documents") {
		x.drawDocument(t)
	}
	for range rapid.IntRange(0, 8).Draw(t, "records") {
		x.drawRecord(t)
	}
	return x
}

// drawPeriods gives the register periods that may overlap, leave gaps, begin and
// end on any day, and be as short as a day.
func (x *registers) drawPeriods(t *rapid.T) {
	if rapid.IntRange(0, 2).Draw(t, "usual periods") == 0 {
		x.concerns = append(x.concerns, first, second)
		return
	}
	for _, e := range x.r.Entries(plan.ListPeriods) {
		x.apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListPeriods, Before: &e}}}, nil)
	}
	from := drawDay(t, "first period from")
	for i := range rapid.IntRange(0, 4).Draw(t, "periods") {
		id, days := plan.ID(fmt.Sprint("period ", i)), rapid.SampledFrom([]int{1460, 1460, 1900, 364, 59, 0}).Draw(t, "period length")
		x.period(id, from.String(), from.AddDays(days).String())
		from = from.AddDays(days + rapid.SampledFrom([]int{1, 1, -900, -30, 0, 200}).Draw(t, "next period after"))
		x.concerns = append(x.concerns, Concern{Period: id})
	}
}

// drawWindows gives some years windows of their own, which may cross the new
// year or lie close to each other.
func (x *registers) drawWindows(t *rapid.T) {
	if rapid.Bool().Draw(t, "window across the new year") {
		windows("12-01", "01-31")(x.world)
	}
	for _, y := range rapid.SliceOfNDistinct(rapid.IntRange(2007, 2014), 0, 3, rapid.ID).Draw(t, "own windows") {
		opens := plan.NewDate(y, time.January, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "window opens"))
		x.window(int64(y), opens.String(), opens.AddDays(rapid.IntRange(0, 150).Draw(t, "window length")).String())
	}
}

func (x *registers) drawDocument(t *rapid.T) {
	kinds := []plan.DocumentKind{plan.Strategy, plan.Policy, plan.PeriodPlan, plan.AssignmentPlan, plan.Statutes}
	kind := rapid.SampledFrom(kinds).Draw(t, "kind")
	day := drawDay(t, "adopted")
	f := plan.Filled{}
	if rapid.Bool().Draw(t, "in force later") {
		f[plan.KeyValidFrom] = plan.Day(day.AddDays(rapid.IntRange(0, 500).Draw(t, "in force after")))
	}
	if rapid.IntRange(0, 2).Draw(t, "expires") == 0 {
		f[plan.KeyValidity] = plan.Text(string(plan.ValidUntil))
		f[plan.KeyValidTo] = plan.Day(day.AddDays(rapid.IntRange(500, 3000).Draw(t, "valid for")))
	}
	if kind == plan.AssignmentPlan {
		f[plan.KeyAssignment] = plan.Ref("assignment")
	}
	id := x.inForce(kind, day.String(), f)
	for range rapid.IntRange(0, 2).Draw(t, "versions") {
		day = day.AddDays(rapid.IntRange(0, 1200).Draw(t, "adopted again after"))
		dec := plan.Decision{Date: day}
		if rapid.Bool().Draw(t, "editorial") {
			dec.Officer = "Direktören"
		}
		x.adopt(id, dec)
	}
	if rapid.IntRange(0, 3).Draw(t, "own rule") == 0 {
		ruled(rapid.SampledFrom([]plan.Rule{plan.R0, plan.R1, plan.R2}).Draw(t, "rule"))(x.world, id)
	}
	x.docs = append(x.docs, id)
	end := day.AddDays(rapid.IntRange(0, 3000).Draw(t, "ends after"))
	switch rapid.IntRange(0, 3).Draw(t, "ends") {
	case 0:
		repealedOn(end.String())(x.world, id)
	case 1:
		supersededFrom(end.String())(x.world, id)
	}
}

// drawRecord adds a review, a need, a deviation, a snooze, or a correction of one
// of those.
func (x *registers) drawRecord(t *rapid.T) {
	e := plan.Event{ID: plan.ID(fmt.Sprintf("record %d", len(x.records))), At: noon, Document: rapid.SampledFrom(x.docs).Draw(t, "of")}
	e.Kind = rapid.SampledFrom([]plan.EventKind{plan.EventReview, plan.EventReview, plan.EventNeed, plan.EventDeviation, plan.EventSnooze}).Draw(t, "record")
	if free := x.correctable(); len(free) > 0 && rapid.IntRange(0, 4).Draw(t, "corrects") == 0 {
		old := rapid.SampledFrom(free).Draw(t, "what")
		e.Corrects, e.Document, e.Kind = old.ID, old.Document, old.Kind
	}
	e.Fields = x.drawFields(t, e)
	if twice := x.like(e); len(twice) > 0 && rapid.IntRange(0, 2).Draw(t, "registered twice") == 0 {
		e.Fields = rapid.SampledFrom(twice).Draw(t, "as").Fields
	}
	if e.Corrects != "" && rapid.Bool().Draw(t, "annuls") {
		e.Fields = e.Fields.With(plan.KeyAnnulled, plan.Text(plan.Yes))
	}
	x.records = append(x.records, e)
}

// like are the earlier records of the same kind and document.
func (x *registers) like(e plan.Event) []plan.Event {
	var out []plan.Event
	for _, old := range x.records {
		if old.Kind == e.Kind && old.Document == e.Document && !old.Annuls() {
			out = append(out, old)
		}
	}
	return out
}

// drawFields draws what a record says: mostly of a duty that the document has,
// on a day on which it means something to that.
func (x *registers) drawFields(t *rapid.T, e plan.Event) plan.Content {
	c, day := rapid.SampledFrom(x.concerns).Draw(t, "concern"), drawDay(t, "day")
	level := rapid.SampledFrom([]State{Due, Urgent}).Draw(t, "level")
	if ds := Of(x.stored(nil), e.Document, lifeEnd); len(ds) > 0 && rapid.IntRange(0, 4).Draw(t, "of a duty") > 0 {
		d := rapid.SampledFrom(ds).Draw(t, "duty")
		c, day = d.Concern, x.drawDayOf(t, d)
		if e.Kind != plan.EventReview && d.Rule != plan.R3 {
			day = d.Due.AddDays(rapid.IntRange(-40, 20).Draw(t, "days from its end"))
		}
		for _, then := range Of(x.stored(nil), e.Document, day) {
			if then.Concern == c && (then.State == Urgent || then.State == Due) {
				level = then.State
			}
		}
	}
	f := c.fields()
	switch e.Kind {
	case plan.EventNeed:
		x.concerns = append(x.concerns, Concern{Need: e.ID})
		f = plan.Filled{plan.KeyReason: plan.Text(string(e.ID)), plan.KeyDate: plan.Day(day)}
	case plan.EventDeviation:
		f[plan.KeyDecisionDate], f[plan.KeyUntil] = plan.Day(day), plan.Day(day.AddDays(rapid.IntRange(0, 400).Draw(t, "planned after")))
	case plan.EventSnooze:
		f[plan.KeyDate], f[plan.KeyUntil] = plan.Day(day), plan.Day(day.AddDays(rapid.IntRange(1, 14).Draw(t, "snoozed for")))
		f[plan.KeyLevel] = plan.Text(string(level))
	default:
		return Review{
			Outcome:  rapid.SampledFrom([]string{plan.NoChange, plan.Revise, plan.CannotComplete}).Draw(t, "outcome"),
			Reviewer: "Chefen", Completed: day, NoFormalDecision: true, CountsAsYears: rapid.Bool().Draw(t, "ticked"), Concern: c,
		}.fields()
	}
	return plan.NewContent(f)
}

// drawDayOf is a day near those on which something happens to the duty.
func (x *registers) drawDayOf(t *rapid.T, d Duty) plan.Date {
	day := rapid.SampledFrom([]plan.Date{d.Opens, d.Opens, latest(d.Opens, d.Due)}).Draw(t, "near")
	return day.AddDays(rapid.IntRange(-100, 100).Draw(t, "days from it"))
}

// drawOn is a day of a question: any, or one near a record or a duty.
func (x *registers) drawOn(t *rapid.T) plan.Date {
	switch on := drawDay(t, "on"); rapid.IntRange(0, 4).Draw(t, "kind of day") {
	case 0, 1, 2:
		if len(x.records) > 0 {
			e := rapid.SampledFrom(x.records).Draw(t, "near the record")
			return e.Day().AddDays(rapid.SampledFrom([]int{0, 1, 3, 7, 15, 40}).Draw(t, "days after it"))
		}
		return on
	case 3:
		if ds := Duties(x.r, lifeEnd); len(ds) > 0 {
			return x.drawDayOf(t, rapid.SampledFrom(ds).Draw(t, "near the duty"))
		}
		return on
	default:
		return on
	}
}

// days are those on which a property is to hold: a drawn one, and those of the
// records with some after them.
func (x *registers) days(t *rapid.T) []plan.Date {
	days := []plan.Date{x.drawOn(t)}
	for _, e := range x.records {
		for _, n := range []int{0, 1, 8, 30} {
			days = append(days, e.Day().AddDays(n))
		}
	}
	return days
}

// correctable are the records that are not corrected yet.
func (x *registers) correctable() []plan.Event {
	var out []plan.Event
	for _, e := range x.records {
		if !slices.ContainsFunc(x.records, func(later plan.Event) bool { return later.Corrects == e.ID }) {
			out = append(out, e)
		}
	}
	return out
}

// inOrder puts a correction after what it corrects, as a file does.
func inOrder(es []plan.Event) []plan.Event {
	out := make([]plan.Event, 0, len(es))
	var put func(e plan.Event)
	put = func(e plan.Event) {
		if slices.ContainsFunc(out, func(x plan.Event) bool { return x.ID == e.ID }) {
			return
		}
		if i := slices.IndexFunc(es, func(x plan.Event) bool { return x.ID == e.Corrects }); i >= 0 {
			put(es[i])
		}
		out = append(out, e)
	}
	for _, e := range es {
		put(e)
	}
	return out
}

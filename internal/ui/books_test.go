package ui

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// followed is a register that goes through any edits, and what is written in it.
type followed struct {
	r      plan.Register
	by     map[string]plan.Content // by hashes
	events int
}

// exampleFollowed is the example with its contents.
func exampleFollowed(t testing.TB) (*App, *followed) {
	t.Helper()
	a := window(t)
	a.openExample()
	x := &followed{r: a.desk.register(), by: map[string]plan.Content{}}
	for _, d := range x.r.Documents() {
		for _, v := range d.Versions {
			s, err := a.file.Content(v.ID)
			if err != nil {
				t.Fatal(err)
			}
			x.by[s.Hash] = s.Content
		}
	}
	return a, x
}

var bookMorning = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

func bookDay(t *rapid.T, what string) plan.Date {
	return plan.DateOf(bookMorning).AddDays(rapid.IntRange(-900, 400).Draw(t, what))
}

func (x *followed) event(kind plan.EventKind, d plan.Document, v plan.ID, f plan.Filled) plan.Edit {
	x.events++
	return plan.Edit{Events: []plan.Event{{
		ID: plan.ID(fmt.Sprint("event-", x.events)), Kind: kind, At: bookMorning.Add(time.Duration(x.events) * time.Hour), Document: d.ID, Version: v, Fields: plan.NewContent(f),
	}}}
}

// draw is an edit of any kind that a list of documents, a calendar or a count may depend
// on.
func (x *followed) draw(t *rapid.T) plan.Edit {
	change := func(c plan.Change) plan.Edit { return plan.Edit{Changes: []plan.Change{c}} }
	docs := x.r.Documents()
	if rapid.IntRange(0, 3).Draw(t, "few") > 0 { // so that one edit has to do with another
		plans := slices.DeleteFunc(x.r.Documents(), func(d plan.Document) bool { return !d.Kind.IsPlan() })
		if len(plans) > 2 {
			docs = plans[:3]
		}
	}
	d := rapid.SampledFrom(docs).Draw(t, "document")
	v := rapid.SampledFrom(d.Versions).Draw(t, "version")
	switch rapid.IntRange(0, 8).Draw(t, "edit") {
	case 0, 1:
		return x.write(t, d, v)
	case 2:
		outcome := rapid.SampledFrom([]string{plan.Adopted, plan.Repealed, plan.Rejected, plan.Extended}).Draw(t, "outcome")
		return x.event(plan.EventDecision, d, v.ID, plan.Filled{plan.KeyOutcome: plan.Text(outcome), plan.KeyDecisionDate: plan.Day(bookDay(t, "decided"))})
	case 3:
		return x.follow(t, d, v)
	case 4:
		return change(plan.RelationChange{
			Relation: plan.Relation{
				Kind: rapid.SampledFrom([]plan.RelationKind{plan.Supersedes, plan.ElaboratedIn}).Draw(t, "relation"), From: d.ID, To: rapid.SampledFrom(docs).Draw(t, "to").ID,
			}, Removed: rapid.Bool().Draw(t, "removed"),
		})
	case 5:
		if rapid.IntRange(0, 5).Draw(t, "gone") == 0 && len(docs) > 1 {
			return change(plan.DocumentChange{Before: &d})
		}
		after := d
		after.Rule = rapid.SampledFrom([]plan.Rule{plan.R0, plan.R1, plan.R2}).Draw(t, "rule")
		return change(plan.DocumentChange{Before: &d, After: &after})
	case 6:
		events := x.r.Events()
		was := rapid.SampledFrom(events).Draw(t, "event")
		e := x.event(was.Kind, plan.Document{ID: was.Document}, was.Version, nil)
		e.Events[0].Corrects, e.Events[0].Fields = was.ID, was.Fields.With(plan.KeyDate, plan.Day(bookDay(t, "corrected")))
		return e
	}
	return x.entry(t)
}

func (x *followed) write(t *rapid.T, d plan.Document, v plan.Version) plan.Edit {
	before := x.by[v.Hash]
	after := before
	switch rapid.IntRange(0, 3).Draw(t, "what") {
	case 0:
		after = after.With(plan.KeyTitle, plan.Text(rapid.SampledFrom([]string{"", "Ö", "Alla", "Mål 2", "Mål 10"}).Draw(t, "title")))
	case 1:
		after = after.With(plan.KeyOwner, plan.Text(rapid.SampledFrom([]string{"", "Lo", "Alva"}).Draw(t, "owner")))
	case 2:
		periods := x.r.Entries(plan.ListPeriods)
		if len(periods) > 0 {
			after = after.With(plan.KeyPeriod, plan.Ref(rapid.SampledFrom(periods).Draw(t, "period").ID))
		}
	default:
		if rows := after.Get(plan.KeyActivities).Rows(); len(rows) > 0 {
			i := rapid.IntRange(0, len(rows)-1).Draw(t, "row")
			rows[i].Cells = rows[i].Cells.With(plan.KeyStart, plan.Day(bookDay(t, "start"))).With(plan.KeyResponsible, plan.Text("Ny"))
			after = after.With(plan.KeyActivities, plan.Rows(rows...))
		}
	}
	sealed := plan.Seal(after)
	x.by[sealed.Hash] = after
	return plan.Edit{Changes: []plan.Change{plan.ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, Before: plan.Seal(before), After: sealed}}}
}

func (x *followed) follow(t *rapid.T, d plan.Document, v plan.Version) plan.Edit {
	rows := x.by[v.Hash].Get(plan.KeyActivities).Rows()
	if len(rows) == 0 {
		return plan.Edit{}
	}
	return x.event(plan.EventFollowUp, d, v.ID, plan.Filled{
		plan.KeySubject: plan.Text(plan.OnActivity), plan.KeyActivity: plan.Ref(rapid.SampledFrom(rows).Draw(t, "activity").ID), plan.KeyDate: plan.Day(bookDay(t, "followed")),
		plan.KeyStatus: plan.Text(rapid.SampledFrom(plan.ActivityStatuses()).Draw(t, "status")), plan.KeyEnd: plan.Day(bookDay(t, "end")),
	})
}

// entry changes or removes an entry of the register.
func (x *followed) entry(t *rapid.T) plan.Edit {
	l := rapid.SampledFrom(plan.ListNames()).Draw(t, "list")
	entries := x.r.Entries(l)
	if len(entries) == 0 {
		return plan.Edit{}
	}
	before := rapid.SampledFrom(entries).Draw(t, "entry")
	c := plan.EntryChange{List: l, Before: &before}
	if l == plan.ListOrganisation || rapid.Bool().Draw(t, "changed") {
		after := before
		for _, f := range plan.ListFields(l) {
			switch {
			case f.Kind == plan.DateField && rapid.Bool().Draw(t, string(f.Key)):
				after.Fields = after.Fields.With(f.Key, plan.Day(bookDay(t, "on")))
			case f.Key == plan.KeyName && rapid.Bool().Draw(t, "renamed"):
				after.Fields = after.Fields.With(f.Key, plan.Text(rapid.SampledFrom([]string{"A", "Å", "Ny"}).Draw(t, "name")))
			}
		}
		c.After = &after
	}
	return plan.Edit{Changes: []plan.Change{c}}
}

// through takes the register through edits, other days and back to earlier states, and
// looks now and then, and at the end.
func (x *followed) through(t *rapid.T, look func(r plan.Register, today plan.Date)) {
	today := plan.DateOf(bookMorning)
	states := []plan.Register{x.r}
	for range rapid.IntRange(1, 8).Draw(t, "steps") {
		switch rapid.IntRange(0, 9).Draw(t, "step") {
		case 0:
			today = bookDay(t, "another day")
		case 1:
			x.r = rapid.SampledFrom(states).Draw(t, "earlier state")
		default:
			x.r = x.r.Apply(x.draw(t))
		}
		states = append(states, x.r)
		if rapid.Bool().Draw(t, "look") {
			look(x.r, today)
		}
	}
	look(x.r, today)
}

// A book of the calendar that follows the register through any edits, and gets what is
// read when it is read, holds what one holds that is made anew.
func TestTheCalendarsBookAgreesWithOneMadeAnew(t *testing.T) {
	a, whole := exampleFollowed(t)
	rapid.Check(t, func(t *rapid.T) {
		x := *whole
		book, o := newCalendarBook(), outlook{ledger: &review.Ledger{}, book: &factBook{}, words: a.words}
		x.through(t, func(r plan.Register, today plan.Date) {
			o.register, o.today = r, today
			for _, p := range book.unread(o) {
				if rapid.IntRange(0, 9).Draw(t, "read") > 0 {
					book.take(o, map[string]*calendarContent{p.hash: calendarContentOf(x.by[p.hash])}, []plan.ID{p.document})
				}
			}
			anew, fresh := newCalendarBook(), outlook{r, today, &review.Ledger{}, &factBook{}, a.words}
			for hash, c := range book.contents {
				anew.contents[hash] = calendarContentOf(x.by[hash])
				_ = c
			}
			got, want := book.plans(o), anew.plans(fresh)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("the book holds %d plans, one made anew %d, or they differ:\n%s", len(got), len(want), firstDifference(got, want))
			}
		})
	})
}

func firstDifference[T any](got, want []*T) string {
	for i := range min(len(got), len(want)) {
		if !reflect.DeepEqual(got[i], want[i]) {
			return fmt.Sprintf("%d: %+v\nwant %+v", i, *got[i], *want[i])
		}
	}
	return "their number"
}

// What one plan has to do with another, and what was recorded beside its content, is seen
// whichever of them changes.
func TestTheCalendarsBookSeesWhatChangesElsewhere(t *testing.T) {
	a, x := exampleFollowed(t)
	today := a.desk.today()
	book, o := newCalendarBook(), outlook{x.r, today, &review.Ledger{}, &factBook{}, a.words}
	for _, p := range book.unread(o) {
		book.take(o, map[string]*calendarContent{p.hash: calendarContentOf(x.by[p.hash])}, []plan.ID{p.document})
	}
	apply := func(e plan.Edit) { x.r = x.r.Apply(e); o.register = x.r }
	find := func(id plan.ID) *calendarPlan {
		plans := book.plans(o)
		i := slices.IndexFunc(plans, func(p *calendarPlan) bool { return p.document == id && !p.beside })
		if i < 0 {
			return nil
		}
		return plans[i]
	}
	var old *calendarPlan
	for _, p := range book.plans(o) {
		if p.fixed != nil && !p.ended && len(p.things) > 0 && p.kind == plan.AssignmentPlan {
			old = p
		}
	}
	d, _ := x.r.Document(old.document)
	activity := old.things[slices.IndexFunc(old.things, func(c calendarThing) bool { return !c.milestone })].id
	apply(x.event(plan.EventFollowUp, d, old.version, plan.Filled{
		plan.KeySubject: plan.Text(plan.OnActivity), plan.KeyActivity: plan.Ref(activity), plan.KeyDate: plan.Day(today),
		plan.KeyStatus: plan.Text("paused"), plan.KeyEnd: plan.Day(today.AddDays(4000)),
	}))
	now := find(old.document)
	i := slices.IndexFunc(now.things, func(c calendarThing) bool { return c.id == activity })
	if got := now.things[i]; got.facts().status != "paused" || got.end.date() != today.AddDays(4000) || now.last != today.AddDays(4000) {
		t.Errorf("what was recorded shows as %+v, the last day as %s", got, now.last)
	}
	var heir plan.Document
	for _, d := range x.r.Documents() {
		if _, _, inForce := x.r.Current(d, today); d.Kind.IsPlan() && !inForce {
			heir = d
		}
	}
	apply(plan.Edit{Changes: []plan.Change{plan.RelationChange{Relation: plan.Relation{Kind: plan.Supersedes, From: heir.ID, To: old.document}}}})
	if find(old.document) == nil {
		t.Fatal("it is superseded by what is not adopted")
	}
	apply(x.event(plan.EventDecision, heir, heir.Latest().ID, plan.Filled{plan.KeyOutcome: plan.Text(plan.Adopted), plan.KeyDecisionDate: plan.Day(today.AddDays(-40)), plan.KeyValidFrom: plan.Day(today.AddDays(-40))}))
	if p := find(old.document); p != nil {
		t.Errorf("what is superseded is shown as %s", p.status)
	}
}

// What lists say of documents is the same of an outlook that follows the register through
// any edits as of one that is made anew.
func TestListsThatFollowTheRegisterAgreeWithThoseMadeAnew(t *testing.T) {
	a, whole := exampleFollowed(t)
	rapid.Check(t, func(t *rapid.T) {
		x := *whole
		o := outlook{ledger: &review.Ledger{}, book: &factBook{}, words: a.words}
		x.through(t, func(r plan.Register, today plan.Date) {
			o.register, o.today = r, today
			anew := outlook{r, today, &review.Ledger{}, &factBook{}, a.words}
			for name, ask := range map[string]func(outlook) any{
				"plans":    func(o outlook) any { return documentLines(o, roomPlans) },
				"steering": func(o outlook) any { return documentLines(o, roomSteering) },
				"annual":   func(o outlook) any { return annualOf(a.words, o, today.Year, nil) },
				"pressing": func(o outlook) any { lines, n := pressing(a.words, o, 5); return []any{lines, n} },
				"overview": func(o outlook) any { return overviewOf(a.words, o, today.Year-2, today.Year+1) },
				"week":     func(o outlook) any { return weekVersions(o) },
			} {
				if got, want := ask(o), ask(anew); !reflect.DeepEqual(got, want) {
					t.Fatalf("%s: %+v\nwant %+v", name, got, want)
				}
			}
		})
	})
}

// The count at the calendar is that of the activities that are late, and of those of the
// week that are neither done nor cancelled, whatever was edited in between; the page of
// the day says the same.
func TestTheCountAtTheCalendar(t *testing.T) {
	a, _ := exampleFollowed(t)
	today := a.desk.today()
	week := plan.WeekOf(today)
	count := func() int {
		n := 0
		for _, v := range weekVersions(a.desk.outlook()) {
			c, err := a.file.Content(v.version)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range a.desk.register().ActivitiesOn(v.document, c.Content, today) {
				if x.Late(today) || x.Last().In(week.From, week.To) && !x.Settled() {
					n++
				}
			}
		}
		return n
	}
	first := count()
	if known := a.knowWeek(); !known.whole || known.waiting != first || first == 0 {
		t.Fatalf("%+v wait, want %d", known.waiting, first)
	}
	if got := a.nav.Count(string(roomCalendar)); got != fmt.Sprint(first) {
		t.Errorf("the calendar says %q, want %d", got, first)
	}
	takeBack(t, a)
	v := inCalendar(t, a)
	row, _, x := draftRow(t, v)
	from, to := x.days()
	v.move(row, timelineDay(from)-900, timelineDay(to)-900, false)
	if got, want := a.nav.Count(string(roomCalendar)), count(); got != fmt.Sprint(want) || want == first {
		t.Errorf("after an activity is late the calendar says %q, want %d, before %d", got, want, first)
	}
}

// A book of the week that follows the register through any edits counts what one does
// that is made anew.
func TestTheBookOfTheWeekAgreesWithOneMadeAnew(t *testing.T) {
	a, whole := exampleFollowed(t)
	rapid.Check(t, func(t *rapid.T) {
		x := *whole
		o := outlook{ledger: &review.Ledger{}, book: &factBook{}, words: a.words}
		var book *weekBook
		x.through(t, func(r plan.Register, today plan.Date) {
			o.register, o.today = r, today
			if book == nil || book.day != today {
				book = &weekBook{day: today, read: map[plan.ID]weekRead{}}
			}
			book.follow(o)
			read := map[plan.ID]weekRead{}
			for _, v := range book.unread() {
				if rapid.IntRange(0, 9).Draw(t, "read") > 0 {
					d, _ := r.Document(v.document)
					version, _ := d.Version(v.version)
					read[v.version] = weekReadOf(v, r.ActivitiesOn(v.document, x.by[version.Hash], today), today)
				}
			}
			book.take(read)
			anew := &weekBook{day: today, read: book.read}
			anew.follow(outlook{r, today, &review.Ledger{}, &factBook{}, a.words})
			if !reflect.DeepEqual(book.versions, anew.versions) || book.waiting != anew.waiting || book.next != anew.next || !reflect.DeepEqual(book.unread(), anew.unread()) {
				t.Fatalf("%d wait, want %d; %d unread, want %d", book.waiting, anew.waiting, len(book.unread()), len(anew.unread()))
			}
		})
	})
}

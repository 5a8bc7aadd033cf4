package ui

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/ui/kit"
)

// calendar opens the example in the calendar, with a plan taken back to draft.
func calendar(t testing.TB) (*App, *calendarView) {
	t.Helper()
	a := window(t)
	a.openExample()
	takeBack(t, a)
	return a, inCalendar(t, a)
}

// takeBack makes a draft of the plan of the example that is ready for decision.
func takeBack(t testing.TB, a *App) {
	t.Helper()
	d, _ := a.desk.register().Document("doc-kompetens")
	e, err := a.desk.register().SetStage(d, d.Latest(), plan.StageDraft, 0)
	if !a.desk.do(editor.Op{Key: "op.stage-draft", Args: map[string]string{"title": "x"}}, e, err) {
		t.Fatal("it is no draft")
	}
}

func inCalendar(t testing.TB, a *App) *calendarView {
	t.Helper()
	a.open(place{room: roomCalendar})
	v, ok := a.front.(*calendarView)
	if !ok || v.model == nil {
		t.Fatal("the calendar is not shown")
	}
	return v
}

// draftRow is the first activity of a draft that has two days.
func draftRow(t testing.TB, v *calendarView) (int, *calendarPlan, *calendarThing) {
	t.Helper()
	for i := range v.model.rows {
		p, x := v.model.thing(i)
		if x == nil || p.document != "doc-kompetens" || x.milestone {
			continue
		}
		if from, to := x.days(); from != to {
			return i, p, x
		}
	}
	t.Fatal("the example has no draft with an activity of several days")
	return -1, nil, nil
}

func thingDays(t testing.TB, a *App, version, row plan.ID) (from, to plan.Date) {
	t.Helper()
	s, err := a.file.Content(version)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range plan.Activities(s.Content) {
		if x.ID == row {
			return x.Days()
		}
	}
	t.Fatalf("no activity %s", row)
	return
}

// Dropping a bar is one step, which can be undone and done again, and it is named.
func TestMovingAnActivityIsOneStep(t *testing.T) {
	a, v := calendar(t)
	row, p, x := draftRow(t, v)
	version, id, name := p.version, x.id, x.name
	from, to := x.days()
	v.move(row, timelineDay(from)+7, timelineDay(to)+7, false)
	if got, last := thingDays(t, a, version, id); got != from.AddDays(7) || last != to.AddDays(7) {
		t.Fatalf("it is on %v–%v", got, last)
	}
	if want := "Ångra: flytta aktivitet " + shortened(name, 40); a.undoName() != want {
		t.Errorf("the step is %q, want %q", a.undoName(), want)
	}
	if shown := v.model.Row(v.model.rowOf(version, id)).Item; shown.From != timelineDay(from)+7 {
		t.Error("the timeline shows it where it was")
	}
	a.undo()
	if got, last := thingDays(t, a, version, id); got != from || last != to {
		t.Errorf("undone it is on %v–%v", got, last)
	}
	a.redo()
	if got, _ := thingDays(t, a, version, id); got != from.AddDays(7) {
		t.Errorf("done again it is on %v", got)
	}
}

// Keys on one thing are one step; those after another thing are another.
func TestMovingByKeysIsOneStepUntilSomethingElse(t *testing.T) {
	a, v := calendar(t)
	row, p, x := draftRow(t, v)
	version, id := p.version, x.id
	from, to := x.days()
	v.timeline.Focus()
	v.timeline.Select(row)
	v.selected(row)
	press := func(k fyne.KeyName, mod fyne.KeyModifier) {
		v.timeline.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: mod})
	}
	press(fyne.KeyRight, fyne.KeyModifierAlt)
	press(fyne.KeyDown, fyne.KeyModifierAlt)
	press(fyne.KeyRight, fyne.KeyModifierAlt|fyne.KeyModifierShift)
	if got, last := thingDays(t, a, version, id); got != from.AddDays(8) || last != to.AddDays(9) {
		t.Fatalf("it is on %v–%v, was %v–%v", got, last, from, to)
	}
	if v.timeline.Selected() != v.model.rowOf(version, id) {
		t.Error("the keyboard has left what it moved")
	}
	a.undo()
	if got, last := thingDays(t, a, version, id); got != from || last != to {
		t.Errorf("one undo leaves it on %v–%v", got, last)
	}
	if op, _ := a.file.CanUndo(); op.Key != "op.stage-draft" {
		t.Errorf("the next to undo is %s", op.Key)
	}
}

// An adopted plan's bar stays, says why, and a follow-up is offered.
func TestAFrozenPlanRefusesWithWords(t *testing.T) {
	a, v := calendar(t)
	for i := range v.model.rows {
		p, x := v.model.thing(i)
		if x == nil || !errors.Is(p.fixed, plan.ErrFrozen) || x.milestone || p.ended {
			continue
		}
		if !v.model.Row(i).Item.Fixed {
			t.Fatalf("%s can be moved", x.name)
		}
		v.refuse(i)
		if got := a.toaster.Text(); got != a.words.T("calendar.frozen") {
			t.Errorf("it says %q", got)
		}
		v.followUpOf(p, x)()
		if a.window.Canvas().Overlays().Top() == nil {
			t.Error("no follow-up is asked for")
		}
		return
	}
	t.Fatal("the example has no adopted plan with activities")
}

func TestQuartersMoveByQuarters(t *testing.T) {
	_, v := calendar(t)
	var q *calendarThing
	for i := range v.model.plans {
		for j := range v.model.plans[i].things {
			if x := &v.model.plans[i].things[j]; x.quarter > 0 {
				q = x
			}
		}
	}
	if q == nil {
		t.Fatal("the example has no milestone with a quarter")
	}
	row := v.model.rowOf(v.model.plans[0].version, q.id)
	_, to := q.days()
	d := timelineDay(to)
	if got := v.draggedWords(row, d+1, d+1); got == v.draggedWords(row, d, d) {
		t.Errorf("the day after the quarter is %q too", got)
	}
	if got := v.draggedWords(row, d-10, d-10); got != v.draggedWords(row, d, d) {
		t.Errorf("a day of the quarter is %q", got)
	}
}

func TestFilterOfTheCalendar(t *testing.T) {
	_, v := calendar(t)
	all := len(v.model.rows)
	_, p, x := draftRow(t, v)
	things := func() (n int) {
		for i := range v.model.rows {
			if _, t := v.model.thing(i); t != nil {
				n++
			}
		}
		return n
	}
	for name, f := range map[string]calendarFilter{
		"plan": {plan: p.document}, "responsible": {responsible: x.facts().responsible}, "audience": {audience: x.facts().audience},
		"channel": {channel: v.model.channels[x.facts().channel]}, "text": {text: strings.ToUpper(x.name[:6])},
		"status": {status: statusRemaining},
	} {
		v.memory.filter = f
		v.filter()
		if n := len(v.model.rows); n == 0 || n >= all || things() == 0 {
			t.Errorf("%s: %d rows of %d", name, n, all)
		}
		if v.model.rowOf(p.version, x.id) < 0 {
			t.Errorf("%s hides what it asks for", name)
		}
	}
	v.memory.filter = calendarFilter{text: "finns inte"}
	v.filter()
	if !slices.Contains(v.desk.app.pressable(), v.desk.words.T("calendar.clear")) {
		t.Error("the filter cannot be cleared where nothing matches")
	}
	v.clear()
	if len(v.model.rows) != all || !v.memory.filter.isZero() {
		t.Error("clearing does not show all")
	}
}

// What was chosen is there when one comes back, also after a change elsewhere.
func TestTheCalendarRemembers(t *testing.T) {
	a, v := calendar(t)
	v.memory.filter.responsible = v.tools.who.Value()
	v.memory.filter.text = "sam"
	v.zoomTo(12)
	v.memory.mode = calendarMonths
	v.filter()
	a.open(place{room: roomTodo})
	a.changed(editor.Change{})
	again := inCalendar(t, a)
	if again == v {
		t.Fatal("the view was not made anew")
	}
	if again.memory.filter.text != "sam" || again.memory.months != 12 || again.memory.mode != calendarMonths || again.tools.text.Text() != "sam" {
		t.Errorf("it remembers %+v", again.memory)
	}
}

func TestListOfMonths(t *testing.T) {
	a, v := calendar(t)
	v.modes.SetValue(calendarMonths)
	v.memory.mode = calendarMonths
	v.fill()
	if v.lines.Rows() < 20 {
		t.Fatalf("%d lines", v.lines.Rows())
	}
	heads, before := 0, calendarDay(0)
	for i, x := range v.lines.lines {
		if x.kind == lineOfMonth {
			heads++
			continue
		}
		if x.day < before {
			t.Errorf("line %d is before the one above", i)
		}
		before = x.day
	}
	if heads < 5 {
		t.Errorf("%d months", heads)
	}
	at := v.list.Selected()
	if v.lines.lines[at].day.date().Before(a.desk.today()) {
		t.Error("it does not begin with what comes next")
	}
	for i, x := range v.lines.lines {
		if x.kind == lineOfThing {
			v.lines.open(a.desk, i)
			break
		}
	}
	if _, ok := a.front.(*documentView); !ok {
		t.Errorf("a line opens %T %+v", a.front, a.at)
	}
}

// Nothing of a file that can only be read is moved, by mouse, by keys or in the
// details.
func TestNothingIsMovedInAReadFile(t *testing.T) {
	a := window(t)
	path := exampleAt(t, a)
	by(t, "Maria Holm", sqlite.Open, path)
	a.openFile(path)
	v := inCalendar(t, a)
	for i := range v.model.rows {
		if x := v.model.Row(i).Item; x.Shape != kit.TimelineNothing && !x.Fixed {
			t.Fatalf("row %d can be moved", i)
		}
	}
	row, p, x := draftRow(t, v)
	v.timeline.Focus()
	v.timeline.Select(row)
	v.choose(row)
	v.timeline.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	from, _ := x.days()
	if got, _ := thingDays(t, a, p.version, x.id); got != from || a.toaster.Text() != a.words.T("read-only.why") {
		t.Errorf("it is on %v and says %q", got, a.toaster.Text())
	}
	for _, label := range a.pressable() {
		if label == a.words.T("calendar.follow-up") {
			t.Error("a follow-up is offered")
		}
	}
}

// What is read again after a move is what reading all would give.
func TestAfterAMoveAllIsAsIfReadAnew(t *testing.T) {
	a, v := calendar(t)
	row, _, x := draftRow(t, v)
	from, to := x.days()
	v.move(row, timelineDay(from)+40, timelineDay(to)+90, false)
	anew := newCalendarBook()
	o := outlook{a.desk.register(), a.desk.today(), &review.Ledger{}, &factBook{}, a.words}
	for _, p := range anew.plans(o) {
		c, err := a.file.Content(p.version)
		if err != nil {
			t.Fatal(err)
		}
		anew.take(o, map[string]*calendarContent{c.Hash: calendarContentOf(c.Content)}, []plan.ID{p.document})
	}
	if !reflect.DeepEqual(v.model.plans, anew.plans(o)) {
		t.Error("the calendar shows something else")
	}
}

// Typing a day moves the thing and leaves the keyboard where it is.
func TestTypingADay(t *testing.T) {
	a, v := calendar(t)
	row, p, x := draftRow(t, v)
	version, id := p.version, x.id
	from, to := x.days()
	v.choose(row)
	v.fields["calendar.first"].Focus()
	field := a.window.Canvas().Focused()
	field.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	for _, r := range to.AddDays(3).String() {
		field.TypedRune(r)
	}
	v.fields["calendar.last"].Focus()
	got, last := thingDays(t, a, version, id)
	if got != to.AddDays(3) || last != to.AddDays(3) {
		t.Errorf("it is on %v–%v, was on %v–%v", got, last, from, to)
	}
	if at := a.window.Canvas().Focused(); !v.fields["calendar.last"].Focused(at) {
		t.Errorf("the keyboard is in %T", at)
	}
	if got := v.fields["calendar.last"].Text(); got != to.AddDays(3).String() {
		t.Errorf("the last day reads %q", got)
	}
	v.timeline.Focus()
	a.undo()
	if got := v.fields["calendar.first"].Text(); got != from.String() {
		t.Errorf("undone the first day reads %q", got)
	}
}

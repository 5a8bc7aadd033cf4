package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// titled is the document of the example with the title.
func titled(t *testing.T, a *App, title string) plan.Document {
	t.Helper()
	for _, d := range a.desk.register().Documents() {
		if shownVersion(a.desk.register(), d, a.desk.today()).Head.Title == title {
			return d
		}
	}
	t.Fatalf("no document %q", title)
	return plan.Document{}
}

func reviewsOf(t *testing.T, a *App) *reviewsView {
	t.Helper()
	v, ok := a.front.(*reviewsView)
	if !ok {
		t.Fatalf("%T is in front", a.front)
	}
	return v
}

func TestTheRoomOfReviews(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomReviews})
	v := reviewsOf(t, a)
	picture(t, a, "reviews-overview")
	for _, mode := range []string{reviewsWheel, reviewsHistory} {
		v.mode = mode
		v.fill()
		picture(t, a, "reviews-"+mode)
	}
	a.open(place{room: roomReviews, review: titled(t, a, "Webbpolicy").ID})
	picture(t, a, "reviews-page")
	a.open(place{room: roomReviews, review: titled(t, a, "Kommunikationsplan 2023–2026").ID})
	picture(t, a, "reviews-page-plan")
	a.switchTheme()
	a.open(place{room: roomReviews})
	picture(t, a, "reviews-overview-dark")
	a.window.Resize(fyne.NewSize(1000, 700))
	for _, to := range []place{{room: roomReviews}, {room: roomReviews, review: titled(t, a, "Kommunikationsplan 2023–2026").ID}, {room: roomTodo}} {
		a.open(to)
		picture(t, a, "reviews-small-"+string(to.room)+string(to.review))
	}
}

// What is ticked is registered at once, the others stay as they are.
func TestTheYearsReviewAtOnce(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomReviews})
	v := reviewsOf(t, a)
	c := v.annual
	open := 0
	for i, l := range c.model.rows {
		if l.duty.Collective() {
			open++
			c.tick(i, true)
		} else if c.tick(i, true); c.model.isTicked(c.model.rows[i]) {
			t.Errorf("%s is reviewed already and can be ticked", l.title)
		}
	}
	if open < 2 {
		t.Fatalf("the example owes %d reviews of the year", open)
	}
	if got := c.model.allTicked(); got != kit.Ticked {
		t.Errorf("the box over them stands %v", got)
	}
	left := c.model.rows[0].duty.Document
	c.tick(0, false)
	c.askNoChange()
	picture(t, a, "reviews-no-change")
	typeKeys(a, fyne.KeyReturn)
	for _, d := range review.OfYear(a.desk.register(), c.year, a.desk.today()) {
		if d.State != review.Closed && d.State.Met() == (d.Document == left) {
			t.Errorf("%s is %s", d.Document, d.State)
		}
	}
}

// One review without change answers for all years that are open: it concerns the
// latest, which closes the older ones.
func TestNoChangeAnswersForAllYears(t *testing.T) {
	a := window(t)
	a.openExample()
	doc := titled(t, a, "It-policy")
	duty, _ := review.Shown(review.Of(a.desk.register(), doc.ID, a.desk.today()))
	if duty.Concern.Year != 2025 {
		t.Fatalf("the example's late review is of %d", duty.Concern.Year)
	}
	askNoChange(a.desk, duty, "It-policy")
	typeKeys(a, fyne.KeyReturn)
	for _, d := range review.Of(a.desk.register(), doc.ID, a.desk.today()) {
		if want := map[int]review.State{2025: review.DoneLate, 2026: review.Done}[d.Concern.Year]; want != "" && d.State != want {
			t.Errorf("%d is %s, want %s", d.Concern.Year, d.State, want)
		}
	}
}

// An organisation changes the questions of a review; a review then asks its own.
func TestOwnQuestionsOfAReview(t *testing.T) {
	a := window(t)
	a.openExample()
	src := &entrySource{desk: a.desk, list: plan.ListOrganisation, id: plan.OrganisationID}
	f := newForm(a.desk, src)
	p := plan.PathTo(plan.KeyReviewQuestions)
	rows := plan.StandardQuestions(func(id plan.ID) string { return a.words.T(plan.CheckWords(plan.KeyChecklist, id)) })
	src.set(f.op(p), p, rows, false)
	own := plan.PathTo(plan.KeyReviewQuestions).In(rows.Rows()[0].ID, plan.KeyQuestion)
	src.set(f.op(own), own, plan.Text("Följer vi ägardirektivet?"), false)
	doc := titled(t, a, "Webbpolicy")
	a.open(place{room: roomReviews, review: doc.ID, outcome: plan.NoChange})
	page := reviewsOf(t, a).page
	field, _ := plan.FieldIn(page.rec.fields, plan.KeyChecklist)
	if got := page.rec.form.question(field, field.Fixed[0]); got != "Följer vi ägardirektivet?" {
		t.Errorf("it asks %q", got)
	}
	answer := plan.PathTo(plan.KeyChecklist).In(field.Fixed[0], plan.KeyAnswer)
	page.rec.set(f.op(answer), answer, plan.Text(plan.Yes), false)
	page.register()
	last := review.Reviews(a.desk.register(), doc.ID)
	if got := last[len(last)-1].Checklist; len(got) != 1 || got[0].Text != "Följer vi ägardirektivet?" || got[0].Answer != plan.Yes {
		t.Errorf("recorded %+v", got)
	}
	if len(a.reviews) != 0 {
		t.Error("what was registered is still kept as begun")
	}
}

// What is written of a review stays when the person looks elsewhere.
func TestABegunReviewIsKept(t *testing.T) {
	a := window(t)
	a.openExample()
	doc := titled(t, a, "Webbpolicy")
	a.open(place{room: roomReviews, review: doc.ID})
	page := reviewsOf(t, a).page
	p := plan.PathTo(plan.KeyObservations)
	page.rec.set(page.rec.form.op(p), p, plan.Text("Två länkar är brutna"), true)
	a.open(place{room: roomTodo})
	a.open(place{room: roomReviews, review: doc.ID})
	if got := reviewsOf(t, a).page.rec.values.Text(plan.KeyObservations); got != "Två länkar är brutna" {
		t.Errorf("kept %q", got)
	}
}

// It stays when the file is closed and opened again, until it is registered.
func TestABegunReviewOutlastsTheWindow(t *testing.T) {
	a, _, _ := clocked(t, exampleDay())
	path := a.path
	doc := titled(t, a, "Webbpolicy")
	p := plan.PathTo(plan.KeyObservations)
	a.open(place{room: roomReviews, review: doc.ID, outcome: plan.NoChange})
	page := reviewsOf(t, a).page
	page.rec.set(page.rec.form.op(p), p, plan.Text("Två länkar är brutna"), true)
	a.openFile(path)
	a.open(place{room: roomReviews, review: doc.ID})
	page = reviewsOf(t, a).page
	if got := page.rec.values; got.Text(plan.KeyObservations) != "Två länkar är brutna" || got.Text(plan.KeyOutcome) != plan.NoChange {
		t.Errorf("kept %v", got.Keys())
	}
	page.register()
	if _, begun := a.begunReview(doc.ID); begun {
		t.Error("what was registered is still kept as begun")
	}
}

package plan

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// revised is a policy with two adopted versions, 1.0 on the first day and 2.0 on
// the second.
func revised(t *testing.T, first, second string) (Register, Document) {
	t.Helper()
	r, d := adopted(t, Policy, first)
	e, _, err := r.NextDraft(d, Seal(NewContent(Filled{KeyTitle: Text("Webbpolicy")})), false, clock)
	r, d = must(t, r, d.ID)(e, err)
	r, d = must(t, r, d.ID)(r.SetStage(d, d.Latest(), StageReady, 0))
	dec := Decision{Outcome: Adopted, Body: "au", Date: day(t, second), Paragraph: "9"}
	return must(t, r, d.ID)(r.Decide(d, d.Latest(), dec, "Sekreteraren", clock))
}

// replaced is the register after an event in the place of the given one with
// other fields.
func replaced(r Register, e Event, other Filled) Register {
	n := e
	n.ID, n.Corrects = NewID(), e.ID
	for k, v := range other {
		n.Fields = n.Fields.With(k, v)
	}
	return r.Apply(Edit{Events: []Event{n}})
}

func TestAdoptionsFollowTheirDecisions(t *testing.T) {
	r, d := revised(t, "2026-02-01", "2026-09-01")
	first := r.EventsOf(d.ID, EventDecision)[0]
	// The first adoption is corrected, and its new record is stored last.
	r = replaced(r, first, Filled{KeyDecisionDate: Day(day(t, "2026-01-15"))})
	var got []string
	for _, a := range r.Adoptions(d.ID) {
		v, _ := d.Version(a.Version)
		got = append(got, v.Number()+" "+a.Date.String())
	}
	if diff := cmp.Diff([]string{"1.0 2026-01-15", "2.0 2026-09-01"}, got); diff != "" {
		t.Errorf("adoptions (-want +got):\n%s", diff)
	}
	if f := r.ForceOf(d.ID); f.From != day(t, "2026-01-15") {
		t.Errorf("in force from %s", f.From)
	}
	if v, _, _ := r.Current(d, day(t, "2026-10-01")); v.Number() != "2.0" {
		t.Errorf("in October %s applies", v.Number())
	}
	if s := r.StatusOf(d, d.Versions[0], day(t, "2026-10-01")); s != StatusSuperseded {
		t.Errorf("1.0 is %s", s)
	}
}

func TestACorrectionStandsInThePlaceOfWhatItCorrects(t *testing.T) {
	r, d := adopted(t, Policy, "2026-02-01")
	on := day(t, "2026-03-01")
	r, d = must(t, r, d.ID)(r.Decide(d, d.Latest(), Decision{Outcome: Reaffirmed, Body: "au", Date: on, Paragraph: "12"}, "S", clock))
	adoption := r.EventsOf(d.ID, EventDecision)[0]
	once := replaced(r, adoption, Filled{KeyParagraph: Text("9")})
	twice := replaced(once, once.EventsOf(d.ID, EventDecision)[0], Filled{KeyParagraph: Text("10")})
	for name, x := range map[string]Register{"once": once, "twice": twice} {
		es := x.EventsOf(d.ID, EventDecision)
		if len(es) != 2 || es[0].Fields.Text(KeyOutcome) != Adopted || es[1].Fields.Text(KeyOutcome) != Reaffirmed {
			t.Errorf("corrected %s: %v", name, es)
		}
		if s := x.StatusOf(d, d.Latest(), on); s != StatusReaffirmed {
			t.Errorf("corrected %s: status %s", name, s)
		}
	}
	if p := twice.Adoptions(d.ID)[0].Paragraph; p != "10" {
		t.Errorf("§ %s counts, want 10", p)
	}
}

func TestANewDraftAfterARejection(t *testing.T) {
	ready := func(r Register, d Document) (Register, Document) {
		return must(t, r, d.ID)(r.SetStage(d, d.Latest(), StageReady, 0))
	}
	reject := func(r Register, d Document) (Register, Document) {
		return must(t, r, d.ID)(r.Decide(d, d.Latest(), Decision{Outcome: Rejected, Body: "au", Date: day(t, "2026-12-03"), Paragraph: "8"}, "S", clock))
	}
	for _, tc := range []struct {
		name      string
		adopted   bool // 1.0 is in force
		editorial bool
		want      string
		draft     int
	}{
		{"of the first draft", false, false, "0.3", 3},
		{"of a revision", true, false, "2.0", 3},
		{"of a revision, then an editorial change", true, true, "1.1", 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			text := Seal(NewContent(Filled{KeyTitle: Text("Avslagen text")}))
			r, d := file(Policy, text.Content)
			if tc.adopted {
				r, d = adopted(t, Policy, "2026-02-01")
				e, _, err := r.NextDraft(d, text, false, clock)
				r, d = must(t, r, d.ID)(e, err)
			}
			r, d = ready(r, d)
			r, d = reject(r, d)
			rejected := d.Latest()
			if _, open := r.Draft(d); open {
				t.Error("what was rejected is still a draft")
			}
			e, v, err := r.NextDraft(d, text, tc.editorial, clock)
			if err != nil || v.Number() != tc.want || v.Draft != tc.draft {
				t.Fatalf("new draft %s (%d), %v; want %s (%d)", v.Number(), v.Draft, err, tc.want, tc.draft)
			}
			r, d = must(t, r, d.ID)(e, nil)
			if s := r.StatusOf(d, rejected, day(t, "2026-12-04")); s != StatusRejected {
				t.Errorf("the rejected version is %s", s)
			}
			if d.Latest().Hash != text.Hash || r.Editable(d, d.Latest()) != nil {
				t.Error("the new draft is not an editable copy")
			}
			if _, err := r.Decide(d, rejected, Decision{Outcome: Adopted, Body: "au", Date: day(t, "2026-12-04"), Paragraph: "9"}, "S", clock); err == nil {
				t.Error("what was rejected can be adopted")
			}
		})
	}
}

func TestAnExtensionMovesTheValidity(t *testing.T) {
	w := begin(t, Policy, untilMay()).adopted()
	extend := func(to string) (Edit, error) {
		return w.r.Decide(w.d, w.d.Latest(), Decision{Outcome: Extended, Body: "au", Date: day(t, "2026-03-01"), Paragraph: "9", ValidTo: day(t, to)}, "S", clock)
	}
	if _, err := extend("2026-05-31"); err == nil {
		t.Error("extended to the day on which it ends anyway")
	}
	w.do(extend("2027-05-31"))
	a := w.r.Adoptions(w.d.ID)[0]
	if f := w.r.ForceOf(w.d.ID); f.To != day(t, "2027-05-31") || f.Ending != EndedExpired || a.ValidTo != f.To {
		t.Errorf("in force %+v, adoption to %s", f, a.ValidTo)
	}
	w.next(true).stage(StageReady)
	w.do(w.r.Decide(w.d, w.d.Latest(), Decision{Outcome: Adopted, Officer: "Chefen", Date: day(t, "2026-04-01"), Validity: ValidUntil}, "S", clock))
	if f := w.r.ForceOf(w.d.ID); f.To != day(t, "2027-05-31") {
		t.Errorf("after an editorial change in force to %s", f.To)
	}
}

// What is decided later was not known on an earlier day: another version, an
// extension, a repeal, a document in its place.
func TestForceByADay(t *testing.T) {
	decide := func(r Register, d Document, dec Decision) Register {
		dec.Body, dec.Paragraph = "au", "9"
		r, _ = must(t, r, d.ID)(r.Decide(d, d.Latest(), dec, "S", clock))
		return r
	}
	r, d := adopted(t, Policy, "2026-02-01")
	first := r.EventsOf(d.ID, EventDecision)[0]
	expiring := replaced(r, first, Filled{KeyValidity: Text(string(ValidUntil)), KeyValidTo: Day(day(t, "2026-06-30"))})
	extended := decide(expiring, d, Decision{Outcome: Extended, Date: day(t, "2026-05-10"), ValidTo: day(t, "2026-12-31")})
	repealed := decide(r, d, Decision{Outcome: Repealed, Date: day(t, "2026-05-10")})
	for _, tc := range []struct {
		name   string
		r      Register
		on, to string
		ending Ending
	}{
		{"extended, before it was", extended, "2026-05-09", "2026-06-30", EndedExpired},
		{"extended, on the day", extended, "2026-05-10", "2026-12-31", EndedExpired},
		{"repealed, before it was", repealed, "2026-05-09", "", NotEnded},
		{"repealed, on the day", repealed, "2026-05-10", "2026-05-10", EndedRepealed},
		{"repealed, whenever", repealed, "", "2026-05-10", EndedRepealed},
	} {
		var on, to Date
		if tc.on != "" {
			on = day(t, tc.on)
		}
		if tc.to != "" {
			to = day(t, tc.to)
		}
		if f := tc.r.ForceBy(d.ID, on); f.To != to || f.Ending != tc.ending || f.From != day(t, "2026-02-01") {
			t.Errorf("%s: %+v", tc.name, f)
		}
	}
	if f := r.ForceBy(d.ID, day(t, "2026-01-31")); !f.From.IsZero() {
		t.Errorf("before it was adopted it applies from %s", f.From)
	}
}

package plan

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The numbers that a document has on its way: k rises each time a draft enters
// Klar för beslut, an adoption gives the next whole number, an editorial change
// the next decimal, and a reaffirmation none.
func TestNumbersOnTheWay(t *testing.T) {
	w := begin(t, Policy, untilFurther())
	var got []string
	note := func() {
		v := w.d.Latest()
		s := v.Number()
		if _, adopted := w.r.AdoptionOf(w.d, v.ID); !adopted && v.Major > 0 {
			s += " utkast " + string(rune('0'+v.Draft))
		}
		got = append(got, s)
	}
	note()
	for range 2 {
		w.stage(StageReady)
		note()
		w.stage(StageDraft)
	}
	w.stage(StageReady).decide(Adopted, "2026-01-10")
	note()
	w.decide(Reaffirmed, "2026-02-10")
	note()
	w.next(false)
	note()
	w.stage(StageReady).decide(ReferredBack, "2026-03-10")
	note()
	w.stage(StageInPreparation).stage(StageReady)
	note()
	w.decide(Adopted, "2026-04-10")
	note()
	want := []string{"0.1", "0.2", "0.3", "1.0", "1.0", "2.0 utkast 1", "2.0 utkast 2", "2.0 utkast 3", "2.0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("numbers (-want +got):\n%s", diff)
	}
}

// An editorial change is adopted by a named officer; what it changes stays
// stored as it was, and applies until the day of the change.
func TestAnEditorialChangeLeavesTheStoredVersion(t *testing.T) {
	w := begin(t, Policy, untilFurther()).adopted()
	old := w.d.Latest()
	w.next(true).stage(StageReady)
	w.do(w.r.Decide(w.d, w.d.Latest(), Decision{Outcome: Adopted, Officer: "Kanslichefen", Date: day(t, "2026-05-02")}, "S", clock))
	kept, _ := w.d.Version(old.ID)
	if kept.Hash != old.Hash || !w.r.Frozen(w.d, kept) {
		t.Error("1.0 is not stored as it was")
	}
	for on, want := range map[string]string{"2026-05-01": "1.0", "2026-05-02": "1.1"} {
		if v, _, _ := w.r.Current(w.d, day(t, on)); v.Number() != want {
			t.Errorf("on %s %s applies, want %s", on, v.Number(), want)
		}
	}
	if a, _ := w.r.AdoptionOf(w.d, w.d.Latest().ID); !a.Editorial() || a.Officer != "Kanslichefen" || a.Paragraph != "" {
		t.Errorf("adopted as %+v", a)
	}
	if f := w.r.ForceOf(w.d.ID); f.From != day(t, "2026-02-01") {
		t.Errorf("the document applies from %s", f.From)
	}
}

// The next version stands beside the one in force until its own validity begins.
func TestTheNextVersionStandsBesideTheOneInForce(t *testing.T) {
	w := begin(t, Policy, untilFurther()).adopted().next(false).stage(StageReady)
	first := w.d.Versions[0]
	w.do(w.r.Decide(w.d, w.d.Latest(), Decision{
		Outcome: Adopted, Body: "au", Date: day(t, "2026-06-10"), Paragraph: "9", ValidFrom: day(t, "2027-01-01"),
	}, "S", clock))
	for on, want := range map[string]Status{"2026-12-31": StatusAdopted, "2027-01-01": StatusSuperseded} {
		if got := w.r.StatusOf(w.d, first, day(t, on)); got != want {
			t.Errorf("on %s 1.0 is %s, want %s", on, got, want)
		}
	}
}

package editor

import (
	"errors"
	"fmt"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Each reason has words of its own in both languages.
func TestEveryReasonHasWords(t *testing.T) {
	for _, lang := range []i18n.Language{i18n.Swedish, i18n.English} {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range reasons() {
			if !w.Has(ReasonKey(fmt.Errorf("around it: %w", r.err))) {
				t.Errorf("%v has no words for %q, %v", lang, r.key, r.err)
			}
		}
	}
	if got := ReasonKey(plan.ErrFrozen); got != "error.frozen" {
		t.Errorf("a frozen version is told with %q", got)
	}
	if got := ReasonKey(errors.New("something else")); got != "" {
		t.Errorf("what is no reason is told with %q", got)
	}
}

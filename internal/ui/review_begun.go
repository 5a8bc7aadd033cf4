package ui

import (
	"time"

	"ledstjarna/internal/plan"
)

// keepAfter is how long after the last change a begun review is put away.
const keepAfter = 2 * time.Second

// begunReview returns what was written of a document's review and not registered,
// in this window or an earlier one.
func (a *App) begunReview(doc plan.ID) (plan.Content, bool) {
	if c, ok := a.reviews[doc]; ok {
		return c, true
	}
	text := a.prefs.begunReview(a.path, string(doc))
	if text == "" {
		return plan.Content{}, false
	}
	c, _, err := plan.DecodeContent(plan.EventFields(plan.EventReview), []byte(text))
	return c, err == nil
}

// keepReview remembers what is written of a review. It lies among the settings of
// the computer until it is registered, since the file holds only what is.
func (a *App) keepReview(doc plan.ID, c plan.Content) {
	a.reviews[doc] = c
	if a.stopKeeping != nil {
		a.stopKeeping()
	}
	a.stopKeeping = a.work.After(keepAfter, a.putReviewsAway)
}

// putReviewsAway writes the begun reviews to the settings.
func (a *App) putReviewsAway() {
	for doc, c := range a.reviews {
		if b, err := c.MarshalJSON(); err == nil && !a.isExample {
			a.prefs.setBegunReview(a.path, string(doc), string(b))
		}
	}
}

// forgetReview forgets what was written, because it is registered.
func (a *App) forgetReview(doc plan.ID) {
	delete(a.reviews, doc)
	a.prefs.setBegunReview(a.path, string(doc), "")
}

package ui

import (
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// outlook is the register on a day, with what follows from both for the reviews. What
// follows is kept between one look and the next.
type outlook struct {
	register plan.Register
	today    plan.Date
	ledger   *review.Ledger
	book     *factBook
	words    *i18n.Printer
}

func (o outlook) duties() []review.Duty    { return o.ledger.Duties(o.register, o.today) }
func (o outlook) pressing() int            { return o.ledger.Pressing(o.register, o.today) }
func (o outlook) prompts() []review.Prompt { return o.ledger.Prompts(o.register, o.today) }

// outlook is how things stand today.
func (d *desk) outlook() outlook {
	return outlook{d.register(), d.today(), &d.app.ledger, &d.book, d.words}
}

package ui

import (
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/ui/kit"
)

// kitWords gives the widgets their own words in the printer's language.
func kitWords(p *i18n.Printer) *kit.Words {
	w := &kit.Words{
		Undo: p.T("action.undo"), Redo: p.T("action.redo"), Cut: p.T("action.cut"), Copy: p.T("action.copy"),
		Paste: p.T("action.paste"), SelectAll: p.T("action.select-all"),
		Bold: p.T("action.bold"), Italic: p.T("action.italic"), List: p.T("action.bullets"), Link: p.T("action.link"),
		Count: func(n, limit int) string {
			if limit > 0 {
				return p.T("count.words-of", "n", n, "max", limit)
			}
			return p.N("count.words", n)
		},
		OpenCalendar: p.T("kit.open-calendar"), PreviousMonth: p.T("kit.previous-month"), NextMonth: p.T("kit.next-month"),
		Week: p.T("kit.week"), Today: p.T("action.today"), Clear: p.T("action.clear"),
		BadDate: p.T("kit.bad-date"), BadNumber: p.T("kit.bad-number"),
		NumberTooSmall: p.T("kit.number-too-small"), NumberTooLarge: p.T("kit.number-too-large"),
		NoMatch: p.T("kit.no-match"), Remove: p.T("action.delete"),
		OpenRow: p.T("kit.open-row"), CopyRows: p.T("kit.copy-rows"), InsertRow: p.T("kit.insert-row"),
		MoveUp: p.T("action.move-up"), MoveDown: p.T("action.move-down"), RemoveRows: p.T("kit.remove-rows"),
		OK: p.T("action.ok"), Cancel: p.T("action.cancel"), Close: p.T("action.close"),
		Happened: p.T("kit.happened"), Kept: p.T("kit.kept"), Todo: p.T("kit.todo"),
		CopyDetails: p.T("action.copy-details"), DetailsCopied: p.T("kit.details-copied"),
	}
	keyWords(w, p)
	for i := range w.Months {
		w.Months[i] = p.MonthName(time.Month(i + 1))
	}
	for i := range w.Days {
		w.Days[i] = p.WeekdayShort(time.Weekday((i + 1) % 7)) // Monday first
	}
	return w
}

func keyWords(w *kit.Words, p *i18n.Printer) {
	w.Ctrl, w.Shift, w.Alt, w.Super = p.T("key.ctrl"), p.T("key.shift"), p.T("key.alt"), p.T("key.super")
	w.Enter, w.Escape, w.Delete, w.Backspace = p.T("key.enter"), p.T("key.escape"), p.T("key.delete"), p.T("key.backspace")
	w.Space, w.Tab, w.Up, w.Down = p.T("key.space"), p.T("key.tab"), p.T("key.up"), p.T("key.down")
	w.Left, w.Right, w.Home, w.End = p.T("key.left"), p.T("key.right"), p.T("key.home"), p.T("key.end")
	w.PageUp, w.PageDown = p.T("key.page-up"), p.T("key.page-down")
}

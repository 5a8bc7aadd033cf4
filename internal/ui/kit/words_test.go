package kit_test

import (
	"fmt"

	"ledstjarna/internal/ui/kit"
)

// swedish are the words that the tests show.
func swedish() *kit.Words {
	return &kit.Words{
		Undo: "Ångra", Redo: "Gör om", Cut: "Klipp ut", Copy: "Kopiera", Paste: "Klistra in", SelectAll: "Markera allt",
		Bold: "Fet", Italic: "Kursiv", List: "Punktlista", Link: "Länk",
		Count: func(n, limit int) string {
			if limit > 0 {
				return fmt.Sprintf("%d av %d ord", n, limit)
			}
			return fmt.Sprintf("%d ord", n)
		},
		OpenCalendar: "Öppna kalendern", PreviousMonth: "Föregående månad", NextMonth: "Nästa månad",
		Week: "v.", Today: "I dag", Clear: "Rensa",
		Months: [12]string{
			"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
		},
		Days:    [7]string{"må", "ti", "on", "to", "fr", "lö", "sö"},
		BadDate: "Skriv dagen som 2026-11-22.", BadNumber: "Skriv ett tal.",
		NumberTooSmall: "Talet får inte vara mindre än", NumberTooLarge: "Talet får inte vara större än",
		NoMatch: "Inget passar", Remove: "Ta bort",
		OpenRow: "Öppna raden", CopyRows: "Kopiera rader", InsertRow: "Infoga rad", MoveUp: "Flytta upp", MoveDown: "Flytta ned",
		RemoveRows: "Ta bort rader",
		Ctrl:       "Ctrl", Shift: "Skift", Alt: "Alt", Super: "Super", Enter: "Enter", Escape: "Esc", Delete: "Del",
		Backspace: "Backsteg", Space: "Mellanslag", Tab: "Tab", Up: "Upp", Down: "Ned", Left: "Vänster", Right: "Höger",
		Home: "Home", End: "End", PageUp: "PgUp", PageDown: "PgDn",
		OK: "OK", Cancel: "Avbryt", Close: "Stäng", Happened: "Det här hände", Kept: "Det här finns kvar", Todo: "Gör så här",
		CopyDetails: "Kopiera detaljer", DetailsCopied: "Detaljerna är kopierade",
	}
}

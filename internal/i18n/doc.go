// Package i18n puts words, dates and numbers into a language.
//
// A Printer belongs to one Language and is handed to whatever speaks to a
// person: the window, the pages, the command line. There is no current
// language anywhere; two printers of different languages work side by side, so
// that the window can be Swedish while a page is printed in English.
//
// A key names a sentence or a word, in dotted lower case: "action.open",
// "status.draft". The last part is the domain's own code where there is one, so
// that "status."+code finds the word of a status. A placeholder is a name in
// braces that the caller fills: "Sida {n} ({total})".
//
// Nothing is ever silently empty or borrowed from another language: what lacks
// a translation or a value comes out as its name between ⟨ and ⟩, which
// Incomplete finds.
package i18n

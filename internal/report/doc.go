// Package report says what stands on paper: documents, reviews and packets as
// blocks of words in one language. It knows nothing of pages; package layout
// decides where each block stands.
//
// A Document is one paper: its head (kicker, title), its running header and a
// flow of blocks. A Print is what becomes one PDF: a single document, or a whole
// packet of parts with packet numbering.
//
// Every text in a block is final: in the right language, with its numbers and
// dates written out. What only the layout knows (page numbers) is put into a text
// by the words in Words.
package report

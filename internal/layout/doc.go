// Package layout decides where on which page every word of a report.Print
// stands. It is pure: the same print and measurer give the same Book.
//
// A Print becomes a Book: Pages that hold positioned items, and a tree of Nodes
// that says what the items mean (the tags of the file). A Page holds Artifacts
// (rules, tints, running header and footer: no meaning) and Marks (items owned by
// a Node, in reading order).
//
// On the way, each block of a document becomes slabs: pieces of a fixed height
// that are never split, with their spacing, and whether one must stay on the page
// of the next. A flow sets slabs on pages. Page numbers in the text are known only
// afterwards, so documents that show any are set again until the numbers agree.
//
// Lengths are points (1/72 inch), y grows downwards from the page's upper edge.
package layout

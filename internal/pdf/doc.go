// Package pdf makes a file of the pages that a layout has set: tagged PDF that is
// at once PDF/A-2a and PDF/UA-1.
//
// The work has two halves. Drawing puts ink on pages and encloses every piece of
// it in a marked-content sequence: either one with a number (MCID) that belongs to
// a node of the structure tree, or an artifact. Finishing reads the drawn file
// back and adds what makes it accessible and lasting: the structure tree with its
// parent tree, links, outline, metadata, output intent and repaired fonts.
//
// The typefaces are Source Sans 3 and, for characters that it lacks, DejaVu Sans.
// A character that neither has is found beforehand by Fonts.Missing and drawn as
// a visible box.
//
// The same pages, clock and build give the same bytes.
package pdf

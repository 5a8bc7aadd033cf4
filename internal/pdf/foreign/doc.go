// Package foreign reads PDF files and pictures of any origin, so that their pages
// can be taken into the papers of a meeting.
//
// Nothing is believed of such a file: it may be damaged, locked, hostile, or larger
// than it says. It is examined first, and the outcome is one of these, tried in
// this order: its pages as they are; its pages as PDFium copies them into a clean
// file; pictures of its pages; or none, with the reason. What is lost on the way is
// noted, and no page is ever left out without a word.
//
// An appearance is the drawing that an annotation or a form field brings along. A
// layer is an optional content group, which may be hidden. A claim is what a file
// says of itself: that it is PDF/A, or PDF/UA.
package foreign

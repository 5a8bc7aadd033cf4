// Package check proves, without any tool from outside, that a finished file is
// built as PDF/A-2a and PDF/UA-1 want it: every piece of ink belongs to an element
// of the structure tree or is an artifact, the parent tree leads back from the
// pages to the tree, every character can be read as text, links are announced,
// and the metadata says what the file is.
//
// It reads the file anew, from its bytes alone. It is no full validator: it checks
// what this program's own writer could get wrong.
//
// An Element is a node of the structure tree with the text that its marked content
// says, found through the fonts' ToUnicode tables as a screen reader finds it.
package check

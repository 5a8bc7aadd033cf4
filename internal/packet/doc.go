// Package packet is a meeting's papers (handlingar): the items of a meeting in
// their order, with the documents that belong to each.
//
// A packet is an entry of the register's list of packets; its items are rows of
// it. Everything else is derived from their order: item and appendix numbers,
// which version of a document is meant, the proposed decision, the file's name.
// Moving an item therefore renumbers all.
package packet

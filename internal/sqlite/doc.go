// Package sqlite keeps a plan file: one SQLite database that holds all of an
// organisation's register and the contents of its versions. It is the only
// user of database/sql.
//
// A File is an open plan file. Beside it stand its lock, "~$name.lock", which
// names who has it open and holds a lock of the operating system, and the
// folder "name.backups" with copies of earlier days.
//
// The schema is made by numbered migrations and known by its fingerprint; a
// file whose schema is another is refused. A version's content is stored as
// the canonical bytes that its SHA-256 is taken of and verified whenever it is
// read. Events form a chain: each carries a hash over itself and the hash of
// the event before, and the database refuses to change or remove them. It
// likewise refuses to change a version that an event has adopted.
//
// Projections are tables of what lists need across contents (activities,
// goals). They are written in the same transaction as the contents and can be
// built anew from them.
//
// Every error that a person may meet has a method MessageKey, the key of its
// words, and, where the words have gaps, MessageArgs.
package sqlite

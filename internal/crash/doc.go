// Package crash keeps a report of how the program ended when it ended unexpectedly:
// a panic that nothing caught, or an error that the Go runtime cannot go on after. The
// reports stay on the person's computer. They tell the version, the system and where
// in the program it happened; nothing of what was written, and not the person's name.
package crash

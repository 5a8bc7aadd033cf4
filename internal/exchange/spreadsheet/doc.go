// Package spreadsheet carries lists to and from workbooks and files of comma-separated
// values: the lists of the register, and the activities of plans.
//
// A table has a row for each entry, with the entry's ID first, and a column for each
// field of the catalogue, headed by its label in the person's language. References
// stand there by name, choices by their words, several references after each other
// with semicolons between them.
//
// What comes in is read into grids of cells (Read), which a Book holds against the
// file: the Plan says row by row what will be added and changed, what stays and what
// is refused and why. A plan is a value; its Edit is one step. A row is about the
// entry with its ID, else about the only one of its name, else it is new. A column
// that is missing leaves its field alone, and what no row is about stays.
//
// What stands in a cell as it would be written out is what the entry says already,
// however it would be read. So nothing is lost on the way out and in again: neither a
// text that was too long for a cell nor a reference that leads nowhere.
package spreadsheet

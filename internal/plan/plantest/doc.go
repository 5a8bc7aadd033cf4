// Package plantest makes plans for tests that walk the catalogue: complete ones,
// in which every field of every kind is filled with a text of its own and no
// finding remains, and random ones.
package plantest

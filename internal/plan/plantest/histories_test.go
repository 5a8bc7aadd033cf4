package plantest

import "testing"

func TestImportsLoseNoEdit(t *testing.T) {
	if err := Histories(3_000, 1, Unbroken); err != nil {
		t.Error(err)
	}
}

func TestBrokenImportsAreNoticed(t *testing.T) {
	for _, m := range []Mutation{NoConflicts, NoBase} {
		if Histories(3_000, 1, m) == nil {
			t.Errorf("%s is not noticed", m)
		}
	}
}

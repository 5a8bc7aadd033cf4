package difficult

import (
	"bytes"
	"testing"
)

func TestFilesAreTheSameEveryTime(t *testing.T) {
	first, second := Files(), Files()
	if len(first) < 40 {
		t.Errorf("only %d files", len(first))
	}
	seen := map[string]bool{}
	for i, f := range first {
		if seen[f.Name] || f.Why == "" || f.Type == "" {
			t.Errorf("%s: twice, or without words", f.Name)
		}
		seen[f.Name] = true
		if f.Large {
			continue
		}
		a, err := f.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		b, err := second[i].Bytes()
		if err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs from itself", f.Name)
		}
	}
}

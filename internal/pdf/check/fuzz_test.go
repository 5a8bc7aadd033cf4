package check

import (
	"errors"
	"testing"
)

func FuzzProblems(f *testing.F) {
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Kids[2 0 R]/Count 1>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF"))
	f.Add([]byte("no file"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Problems(data); err != nil && !errors.Is(err, ErrUnreadable) {
			t.Errorf("unexpected error %v", err)
		}
	})
}

func TestNoPDF(t *testing.T) {
	for _, data := range []string{"", "no file", "%PDF-1.7\n"} {
		if _, err := Problems([]byte(data)); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

package main

import (
	"os"
	"path/filepath"

	"ledstjarna/internal/pdfium"
)

// engine returns the reader of PDFs of any origin. The caller closes it.
func (a *app) engine() *pdfium.Engine {
	cache, err := os.UserCacheDir()
	if err != nil {
		return pdfium.New("") // it starts more slowly
	}
	return pdfium.New(filepath.Join(cache, "ledstjarna", "pdfium"))
}

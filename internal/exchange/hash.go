package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// HashFile returns the SHA-256 of the file in hexadecimal: what an import notes of the
// file that it read. It refuses what OpenFile refuses.
func HashFile(path string) (string, error) {
	f, err := OpenFile(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

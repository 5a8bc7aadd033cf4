package assets

import "fmt"

// Translation returns the words of a language, by its code ("sv", "en"): a JSON
// object from key to text, or to an object with the texts of the plural forms
// "one" and "other". The error is fs.ErrNotExist for a language that there is
// not.
func Translation(lang string) ([]byte, error) {
	data, err := files.ReadFile("translations/" + lang + ".json")
	if err != nil {
		return nil, fmt.Errorf("read translation %q: %w", lang, err)
	}
	return data, nil
}

package exchange

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
)

// noFiles is for what refers to none.
func noFiles(string, io.Writer) error { return plan.ErrNoFile }

// withFile is a document with an appendix, its file, and a dump of both.
func withFile(t *testing.T) (plan.Register, map[plan.ID]plan.Sealed, plan.Attachment, string) {
	t.Helper()
	text := "En bilaga med å, ä och ö.\n"
	a, err := plan.Examine("bilaga.txt", strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := plan.Attach(plan.Content{}, a.AttachedFile, "Bilagan", true)
	if err != nil {
		t.Fatal(err)
	}
	e, d := plan.NewDocument(plan.Policy, false, c, clock)
	contents := map[plan.ID]plan.Sealed{d.Latest().ID: plan.Seal(c)}
	r := plan.Register{}.Apply(plan.Start("Länsförbundet", strings.ToUpper, plan.NewDate(2026, 11, 22)))
	r = r.Apply(e)
	var b bytes.Buffer
	err = Dump(&b, r, func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return contents[v.ID], nil },
		func(hash string, w io.Writer) error {
			if hash != a.Hash {
				return plan.ErrNoFile
			}
			_, err := io.WriteString(w, text)
			return err
		})
	if err != nil {
		t.Fatal(err)
	}
	return r, contents, a, b.String()
}

func TestAttachedFilesSurvive(t *testing.T) {
	_, _, a, text := withFile(t)
	data, err := Load(strings.NewReader(text), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	files := data.Edit().Files
	if len(files) != 1 || files[0].Hash != a.Hash || files[0].Size != a.Size || files[0].Type != a.Type {
		t.Fatalf("loaded %+v", files)
	}
	b := make([]byte, a.Size)
	if _, err := files[0].Source.ReadAt(b, 0); err != nil || !strings.HasPrefix(string(b), "En bilaga med å") {
		t.Errorf("it says %q, %v", b, err)
	}
}

func TestADumpWhoseFilesAreNotWhatTheyWereIsRefused(t *testing.T) {
	_, _, a, text := withFile(t)
	start := strings.Index(text, "\"files\"")
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"another hash": {strings.Replace(text, `{"hash": "`+a.Hash, `{"hash": "`+strings.Repeat("0", 64), 1), ErrHash},
		"other bytes":  {strings.Replace(text, `"bytes": "RW`, `"bytes": "RX`, 1), ErrHash},
		"no bytes":     {text[:start] + `"files": [{"hash": "` + a.Hash + `"}]}`, ErrMissing},
		"twice":        {text[:start] + strings.Replace(text[start:], "[", "["+text[strings.LastIndex(text, "{"):strings.LastIndex(text, "}\n  ]")+1]+",", 1), ErrRepeated},
		"no file":      {text[:start] + `"files": []}`, plan.ErrNoFile},
		"no list":      {strings.TrimRight(text[:start], ", \n") + "}", plan.ErrNoFile},
	} {
		var at *PlaceError
		if _, err := Load(strings.NewReader(c.text), DefaultLimits()); !errors.Is(err, c.want) || !errors.As(err, &at) || at.Place == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestADumpTellsOfAFileThatCannotBeRead(t *testing.T) {
	r, contents, _, _ := withFile(t)
	err := Dump(io.Discard, r, func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return contents[v.ID], nil }, noFiles)
	if !errors.Is(err, plan.ErrNoFile) {
		t.Errorf("dump: %v", err)
	}
}

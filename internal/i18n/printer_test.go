package i18n_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/i18n"
)

func printer(t testing.TB, lang i18n.Language) *i18n.Printer {
	t.Helper()
	p, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestNewRefusesAnUnknownLanguage(t *testing.T) {
	for _, lang := range []i18n.Language{"", "de", "sv-SE", "../sv"} {
		if p, err := i18n.New(lang); err == nil {
			t.Errorf("New(%q) = %v, want an error", lang, p)
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		locales []string
		want    i18n.Language
	}{
		{nil, i18n.Swedish},
		{[]string{""}, i18n.Swedish},
		{[]string{"C"}, i18n.Swedish},
		{[]string{"C.UTF-8"}, i18n.Swedish},
		{[]string{"POSIX", "en_US.UTF-8"}, i18n.English},
		{[]string{"sv_SE.UTF-8"}, i18n.Swedish},
		{[]string{"sv_FI@euro"}, i18n.Swedish},
		{[]string{"sv"}, i18n.Swedish},
		{[]string{"en-GB"}, i18n.English},
		{[]string{"en_US.UTF-8", "sv_SE"}, i18n.English},
		{[]string{"de_DE.UTF-8"}, i18n.Swedish},
		{[]string{"de:en"}, i18n.English},
		{[]string{"xx-not a locale-%", "en"}, i18n.English},
	} {
		if got := i18n.Match(c.locales...); got != c.want {
			t.Errorf("Match(%q) = %q, want %q", c.locales, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	sv, en := printer(t, i18n.Swedish), printer(t, i18n.English)
	for _, c := range []struct{ got, want string }{
		{sv.T("kind.strategy"), "Kommunikationsstrategi"},
		{en.T("kind.strategy"), "Communication strategy"},
		{sv.T("page.of", "n", 3, "total", 1401), "Sida 3 (1401)"},
		{en.T("page.of", "n", 3, "total", 14), "Page 3 (14)"},
		{sv.T("duty.annual", "year", 2026), "Årlig översyn 2026"},
		{sv.T("number.hours", "value", 7.5), "7,5\u00a0tim"},
		{sv.N("days.left", 1), "1 dag kvar"},
		{sv.N("days.left", 0), "0 dagar kvar"},
		{sv.N("days.left", 1234), "1\u00a0234 dagar kvar"},
		{en.N("days.left", 1), "1 day left"},
		{en.N("days.left", 1234), "1,234 days left"},
		{sv.N("count.of", 2, "total", "3"), "2 av 3"},
		{sv.List(nil), ""},
		{sv.List([]string{"a"}), "a"},
		{sv.List([]string{"a", "b"}), "a och b"},
		{en.List([]string{"a", "b", "c"}), "a, b and c"},
		{i18n.Capital("åtgärd"), "Åtgärd"},
		{i18n.Capital(""), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestAValueIsNotReadAsAPlaceholder(t *testing.T) {
	got := printer(t, i18n.Swedish).T("finding.missing", "field", "{field} {x}")
	if want := "{field} {x} saknas"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWhatIsMissingShows(t *testing.T) {
	p := printer(t, i18n.English)
	for got, want := range map[string]string{
		p.T("no.such-key"):              "⟨no.such-key⟩",
		p.N("no.such-key", 2):           "⟨no.such-key⟩",
		p.T("page.of", "n", 3):          "Page 3 (⟨total⟩)",
		p.T("page.of", "n", 3, "total"): "Page 3 (⟨total⟩)",
		p.T("days.left"):                "⟨n⟩ days left",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if !i18n.Incomplete(got) {
			t.Errorf("Incomplete(%q) = false", got)
		}
	}
	if i18n.Incomplete(p.T("page.of", "n", 3, "total", 4)) {
		t.Error("a filled text counts as incomplete")
	}
	if p.Has("no.such-key") || !p.Has("page.of") {
		t.Error("Has does not tell which keys there are")
	}
}

func TestSwedishOrder(t *testing.T) {
	words := []string{"Österåker", "Ängelholm", "Åre", "zebra", "Bilaga 10", "bilaga 2", "andra", "Årsta", "éclair", "dal", "fågel"}
	want := []string{"andra", "bilaga 2", "Bilaga 10", "dal", "éclair", "fågel", "zebra", "Åre", "Årsta", "Ängelholm", "Österåker"}
	if diff := cmp.Diff(want, printer(t, i18n.Swedish).Sorted(words)); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Ängelholm", "zebra"}, printer(t, i18n.English).Sorted([]string{"zebra", "Ängelholm"})); diff != "" {
		t.Errorf("English order (-want +got):\n%s", diff)
	}
}

func TestOrderIsTotal(t *testing.T) {
	p := printer(t, i18n.Swedish)
	words := []string{"a", "A", "a\u030a", "å", "ä", "", " ", "-", "2", "02", "1 000", "Ö"}
	for _, a := range words {
		for _, b := range words {
			if got, back := p.Compare(a, b), p.Compare(b, a); got != -back || (got == 0) != (a == b) {
				t.Errorf("Compare(%q, %q) = %d, reversed %d", a, b, got, back)
			}
		}
	}
}

func TestAPrinterServesManyAtOnce(t *testing.T) {
	p := printer(t, i18n.Swedish)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for j := range 200 {
				want := fmt.Sprintf("Sida %d (%d)", i, j)
				if got := p.T("page.of", "n", i, "total", j); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
				if p.Compare("ö", "o") <= 0 || p.Compare(strings.Repeat("a", j+1), "z") >= 0 {
					t.Error("order differs under load")
				}
			}
		})
	}
	group.Wait()
}

func ExamplePrinter() {
	p, err := i18n.New(i18n.Match("sv_SE.UTF-8"))
	if err != nil {
		panic(err)
	}
	day := i18n.Day{Year: 2026, Month: 12, Day: 3}
	fmt.Println(p.T("finding.missing", "field", "Syfte"))
	fmt.Println(p.N("days.left", 8))
	fmt.Println(p.Weekday(day) + ", " + p.Week(day))
	// Output:
	// Syfte saknas
	// 8 dagar kvar
	// torsdag 3 december, vecka 49
}

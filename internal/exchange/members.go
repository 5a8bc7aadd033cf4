package exchange

import (
	"slices"
	"strings"
	"unicode"

	"ledstjarna/internal/plan"
)

// ReadMembers reads names and populations from rows of a spreadsheet, a file of
// comma-separated values or lines of text. It finds out by itself what stands
// between the cells, whether the first row is a heading and which columns hold
// the name and the population; of several numbers after each other, as years,
// the last one counts. A row that cannot be read is in the result with its Wrong
// set. It refuses the text as a whole with ErrNoRows and ErrTooLong.
func ReadMembers(text string) ([]plan.MemberRow, error) {
	rows, err := sheetRows(text)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, ErrNoRows
	}
	name, people, heading := memberColumns(rows)
	if heading {
		rows = rows[1:]
	}
	if len(rows) == 0 {
		return nil, ErrNoRows
	}
	var out []plan.MemberRow
	for _, r := range rows {
		m := plan.MemberRow{Line: r.line, Name: strings.Join(strings.Fields(r.cell(name)), " ")}
		n, given, ok := readPopulation(r.cell(people))
		switch {
		case !ok:
			m.Wrong = plan.WrongNumber
		case given:
			m.Population = plan.Num(n)
		}
		if m.Name == "" {
			m.Wrong = plan.WrongName
		}
		out = append(out, m)
	}
	return out, nil
}

// nameWords are the headings of the column of names, populationWords what one
// of populations has in it.
func nameWords() []string {
	return []string{
		"kommun", "kommuner", "kommunnamn", "medlem", "medlemmar", "medlemskommun", "medlemskommuner", "namn", "organisation", "region",
		"name", "member", "members", "municipality",
	}
}

func populationWords() []string {
	return []string{"invånar", "folkmängd", "befolkning", "population", "inhabitants", "antal"}
}

// memberColumns tells which columns hold the name and the population, -1 for
// none, and whether the first row is a heading.
func memberColumns(rows []sheetRow) (name, people int, heading bool) {
	first := rows[0]
	name, people = -1, -1
	for i, c := range first.cells {
		c = strings.ToLower(c)
		isCode := strings.Contains(c, "kod") || strings.Contains(c, "code") || c == "nr" || c == "id"
		switch {
		case isCode:
		case people < 0 && containsAny(c, populationWords()) && strings.IndexFunc(c, unicode.IsDigit) != 0:
			people = i
		case name < 0 && slices.Contains(nameWords(), c):
			name = i
		}
	}
	heading = people >= 0 || name >= 0 && !hasPopulation(first)
	body := rows
	if heading {
		body = rows[1:]
	} else {
		name, people = -1, -1
	}
	if name < 0 {
		name = mostly(body, func(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }, people)
	}
	if people < 0 {
		people = lastNumber(body, name)
	}
	return name, people, heading
}

// hasPopulation reports whether a cell of the row is a number of people and not
// a year.
func hasPopulation(r sheetRow) bool {
	return slices.ContainsFunc(r.cells, func(c string) bool {
		n, given, ok := readPopulation(c)
		return given && ok && (n < plan.Int(1900) || n > plan.Int(2200))
	})
}

// mostly returns the first column in which most rows fit, but not the one taken.
func mostly(rows []sheetRow, fits func(string) bool, taken int) int {
	best, most := 0, 0
	for i := range width(rows) {
		n := 0
		for _, r := range rows {
			if fits(r.cell(i)) {
				n++
			}
		}
		if i != taken && n > most {
			best, most = i, n
		}
	}
	return best
}

// lastNumber returns the last column of numbers after the name, else the last
// before it, else the one after the name, whose cells are then refused.
func lastNumber(rows []sheetRow, name int) int {
	numbers := func(i int) bool {
		given := 0
		for _, r := range rows {
			if _, is, ok := readPopulation(r.cell(i)); is && ok {
				given++
			}
		}
		return given*2 >= len(rows) && given > 0
	}
	for i := width(rows) - 1; i > name; i-- {
		if numbers(i) {
			return i
		}
	}
	for i := name - 1; i >= 0; i-- {
		if numbers(i) && !isCodes(rows, i) {
			return i
		}
	}
	return name + 1
}

// isCodes tells the numbers of municipalities, four digits each, from
// populations.
func isCodes(rows []sheetRow, i int) bool {
	return !slices.ContainsFunc(rows, func(r sheetRow) bool { return r.cell(i) != "" && len(r.cell(i)) != 4 })
}

func width(rows []sheetRow) int {
	w := 0
	for _, r := range rows {
		w = max(w, len(r.cells))
	}
	return w
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// readPopulation reads a number of people with any of the signs that stand
// between groups of three: spaces of all widths, points, commas, apostrophes.
// given is false for an empty cell or one with a sign for "not known"; ok is
// false where it is no whole number.
func readPopulation(s string) (n plan.Number, given, ok bool) {
	s = strings.TrimSpace(s)
	if slices.Contains([]string{"", "-", "–", "—", "..", "...", "…", "?"}, s) {
		return 0, false, true
	}
	for _, word := range []string{"invånare", "inv.", "inv", "st"} {
		if cut, found := strings.CutSuffix(strings.ToLower(s), word); found {
			s = strings.TrimSpace(cut)
			break
		}
	}
	s = strings.ReplaceAll(s, "−", "-")
	groups := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,'’", r) })
	if last := len(groups) - 1; last > 0 && strings.Trim(groups[last], "0") == "" && len(groups[last]) < 3 && strings.LastIndexAny(s, ".,") > 0 {
		groups = groups[:last] // ",0": written with decimals
	}
	for i, g := range groups {
		if i > 0 && !isGroup(g, 3) || i == 0 && len(groups) > 1 && !isGroup(strings.TrimPrefix(g, "-"), 1) {
			return 0, true, false
		}
	}
	n, err := plan.ParseNumber(strings.Join(groups, ""))
	return n, true, err == nil
}

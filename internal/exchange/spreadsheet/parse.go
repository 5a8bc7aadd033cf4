package spreadsheet

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// reader reads cells of one group into values.
type reader struct {
	group  *group
	spoken []*i18n.Printer // the language of the file first
}

// wrong is why a cell cannot be read: a code and what fills its words.
type wrong struct {
	code string
	gaps []any
}

func refused(code string, gaps ...any) *wrong { return &wrong{code, gaps} }

// says reports whether the cell says what the value is written as, in any language. The
// apostrophe before a formula may be the text's own, where another program wrote it.
func (r reader) says(c GridCell, col Column, v plan.Value) bool {
	for _, w := range r.spoken {
		out := r.group.cell(w, col, v)
		text := out.Plain(w)
		if sameText(c.Raw, text) || sameText(c.Shown, text) || c.Kept != "" && (sameText(c.Kept, text) || sameText(c.Kept, fitting(text, w))) || sameText(c.Raw, fitting(text, w)) {
			return true
		}
	}
	return false
}

// sameText compares texts without white space around them, which spreadsheets do not
// keep everywhere.
func sameText(a, b string) bool { return strings.TrimSpace(clean(a)) == strings.TrimSpace(b) }

// value reads the cell for the column.
func (r reader) value(c GridCell, col Column) (plan.Value, *wrong) {
	text := strings.TrimSpace(clean(c.Raw))
	switch {
	case c.Failed:
		return plan.Value{}, refused("failed")
	case text == "":
		return plan.Value{}, nil
	case r.isCut(text):
		return plan.Value{}, refused("cut")
	}
	f := col.Field
	switch f.Kind {
	case plan.Decimal:
		return r.number(c, f)
	case plan.DateField:
		d, ok := day(c, r.spoken)
		if !ok {
			return plan.Value{}, refused("date", "value", c.Shown)
		}
		return plan.Day(d), nil
	case plan.Choice:
		return r.choice(text, col)
	case plan.Reference:
		id, w := r.reference(text, f.Target)
		if w != nil && c.Kept != "" {
			if other, no := r.reference(c.Kept, f.Target); no == nil {
				id, w = other, nil
			}
		}
		return plan.Ref(id), w
	case plan.References:
		var ids []string
		for _, word := range split(text) {
			id, w := r.reference(word, f.Target)
			if w != nil {
				return plan.Value{}, w
			}
			ids = append(ids, string(id))
		}
		return plan.Texts(ids...), nil
	case plan.LongText:
		return plan.Text(strings.TrimSpace(clean(c.Shown))), nil
	case plan.Line:
		return plan.Text(strings.Join(strings.Split(strings.TrimSpace(clean(c.Shown)), "\n"), " ")), nil
	default:
		return plan.Value{}, refused("kind")
	}
}

// isCut reports whether the text ends as one that a cell could not hold.
func (r reader) isCut(text string) bool {
	for _, w := range r.spoken {
		if strings.HasSuffix(text, w.T("sheet.cut")) {
			return true
		}
	}
	return false
}

func (r reader) choice(text string, col Column) (plan.Value, *wrong) {
	var words []string
	for _, code := range col.Field.Choices {
		if plan.NameKey(text) == plan.NameKey(code) {
			return plan.Text(code), nil
		}
		for i, w := range r.spoken {
			word := col.choice(w, code)
			if plan.NameKey(text) == plan.NameKey(word) {
				return plan.Text(code), nil
			}
			if i == 0 {
				words = append(words, word)
			}
		}
	}
	return plan.Value{}, refused("choice", "value", text, "choices", strings.Join(words, ", "))
}

func (r reader) reference(text string, t plan.Target) (plan.ID, *wrong) {
	id, code := r.group.names(t).find(text)
	if code != "" {
		return "", refused(code, "value", text)
	}
	return id, nil
}

// number reads a number: of a workbook as it is stored, else as it is written in the
// language of the file or another.
func (r reader) number(c GridCell, f plan.Field) (plan.Value, *wrong) {
	n, ok := plan.Number(0), false
	if c.Number {
		n, ok = stored(c.Raw)
	} else {
		for _, w := range r.spoken {
			if s, err := w.ReadNumber(c.Raw); err == nil {
				if n, err = plan.ParseNumber(s); err == nil {
					ok = true
					break
				}
			}
		}
	}
	switch {
	case !ok:
		return plan.Value{}, refused("number", "value", c.Shown)
	case (f.Min != 0 || f.Max != 0) && (n < f.Min || n > f.Max):
		return plan.Value{}, refused("bounds", "value", c.Shown, "low", f.Min.String(), "high", f.Max.String())
	}
	return plan.Num(n), nil
}

// stored reads a number as workbooks store it, to four decimals.
func stored(raw string) (plan.Number, bool) {
	x, err := strconv.ParseFloat(strings.TrimSpace(raw), 64)
	if err != nil || math.IsNaN(x) || math.Abs(x) > 9e14 {
		return 0, false
	}
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if _, decimals, _ := strings.Cut(s, "."); len(decimals) > 4 {
		s = strconv.FormatFloat(x, 'f', 4, 64)
	}
	n, err := plan.ParseNumber(s)
	return n, err == nil
}

var (
	isoDay    = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$`)
	shortDay  = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	wordedDay = regexp.MustCompile(`^(\d{1,2})\.? (\pL+)\.?,? (\d{4})$`)
)

// firstCommonDay is 1900-03-01, before which spreadsheets count days differently.
const firstCommonDay = 61

// day reads a day: a workbook's, YYYY-MM-DD, YYYYMMDD or "14 januari 2027". Days of
// which nobody knows whether the month comes first are not read.
func day(c GridCell, spoken []*i18n.Printer) (plan.Date, bool) {
	text := strings.Join(strings.Fields(c.Raw), " ")
	if c.Number && c.Shown != c.Raw { // shown as a day
		x, err := strconv.ParseFloat(text, 64)
		if err != nil || x < firstCommonDay || x >= 2_958_466 {
			return plan.Date{}, false
		}
		t, err := excelize.ExcelDateToTime(math.Floor(x), false)
		return plan.DateOf(t), err == nil
	}
	for _, form := range []*regexp.Regexp{isoDay, shortDay} {
		if m := form.FindStringSubmatch(text); m != nil {
			return dayOf(m[1], m[2], m[3])
		}
	}
	m := wordedDay.FindStringSubmatch(text)
	if m == nil {
		return plan.Date{}, false
	}
	for _, w := range spoken {
		for month := time.January; month <= time.December; month++ {
			if word := strings.ToLower(m[2]); word == strings.ToLower(w.MonthName(month)) || word == strings.Trim(strings.ToLower(w.MonthShort(month)), ".") {
				return dayOf(m[3], strconv.Itoa(int(month)), m[1])
			}
		}
	}
	return plan.Date{}, false
}

func dayOf(y, m, d string) (plan.Date, bool) {
	for _, s := range []*string{&m, &d} {
		if len(*s) == 1 {
			*s = "0" + *s
		}
	}
	out, err := plan.ParseDate(y + "-" + m + "-" + d)
	return out, err == nil
}

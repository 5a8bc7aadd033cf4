package packet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Finding is one thing to mend in an item before the papers are sent. Its words
// are "lint.<Rule>" with n, word and title for the placeholders.
type Finding struct {
	Severity plan.Severity
	Rule     string
	Item     plan.ID
	Number   int    // of the item
	Point    int    // of the proposed decision, from 1; 0 for none
	Word     string // the phrase or the appendix that is told of
}

// Rules returns the rules of all findings about papers.
func Rules() []string {
	return []string{
		"no-points", "unnumbered", "phrase", "no-body", "title-missing", "version-missing", "two-measures", "summary-missing",
		"not-included", "not-listed", "no-such-appendix", "until-missing", "public-heading-missing",
		"protected-told",
	}
}

// Lint returns what is to be mended in the items of a packet, item by item.
// Errors keep a decision from being understood or carried out; warnings are for
// the eye.
func Lint(r plan.Register, p Packet, w *i18n.Printer) []Finding {
	var out []Finding
	for _, it := range p.Items {
		l := linter{r: r, p: p, it: it, w: w, points: Sentences(r, p, it, w)}
		l.decision()
		l.texts()
		l.papers()
		out = append(out, l.out...)
	}
	return out
}

type linter struct {
	r      plan.Register
	p      Packet
	it     Item
	w      *i18n.Printer
	points []string
	out    []Finding
}

func (l *linter) add(s plan.Severity, rule string, point int, word string) {
	l.out = append(l.out, Finding{s, rule, l.it.Row, l.it.Number, point, word})
}

// decision looks at the points of a proposed decision.
func (l *linter) decision() {
	if l.it.Type != plan.ItemDecision {
		return
	}
	if len(l.points) == 0 {
		l.add(plan.Error, "no-points", 0, "")
		return
	}
	if l.it.Proposes == plan.ProposeExtend && l.it.Until.IsZero() {
		l.add(plan.Error, "until-missing", 0, "")
	}
	own := written(l.it.Texts.Text(plan.KeyProposal))
	if len(own) > 1 && !numbered(l.it.Texts.Text(plan.KeyProposal)) {
		l.add(plan.Error, "unnumbered", 0, "")
	}
	for i, s := range l.points {
		for _, phrase := range phrases {
			if strings.Contains(strings.ToLower(s), phrase) {
				l.add(plan.Error, "phrase", i+1, phrase)
				break // the longer ones come first
			}
		}
		if i == 0 && !l.clause(s) && (!l.names(s) || measuresIn(s) == 0) {
			l.add(plan.Error, "no-body", i+1, l.p.Body)
		}
		if measuresIn(s) > 1 {
			l.add(plan.Warning, "two-measures", i+1, "")
		}
	}
	l.document(strings.Join(l.points, "\n"))
}

// phrases are those that only the appendices explain.
var phrases = []string{
	"föreliggande förslag", "liggande förslag", "upprättat förslag", "enligt förslaget", "enligt förslag", "i enlighet med förslaget",
	"framlagt förslag", "ovanstående", "nedanstående", "the present proposal", "the proposal above", "as proposed",
}

// measures are the verbs of what a body does, in the languages of the papers.
var measures = regexp.MustCompile(`(?i)(^|[^\p{L}])(fastställer|antar|beslutar|bekräftar|konstaterar|noterar|upphäver|förlänger|godkänner|uppdrar|återremitterar|bordlägger|avslår|delegerar|utser|överlämnar|tillstyrker|adopts|decides|reaffirms|finds|notes|repeals|extends|approves|commissions|appoints)($|[^\p{L}])`)

func measuresIn(s string) int {
	n := 0
	for rest := s; ; n++ {
		at := measures.FindStringIndex(rest)
		if at == nil {
			return n
		}
		rest = rest[at[1]-1:]
	}
}

// clause reports whether a point follows a lead that names the body and says that it
// decides.
func (l *linter) clause(s string) bool {
	lower := strings.ToLower(s)
	return l.r.Clauses() && (strings.HasPrefix(lower, "att ") || strings.HasPrefix(lower, "to ") || strings.HasPrefix(lower, "that "))
}

// names reports whether a point names the body.
func (l *linter) names(s string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(l.p.Body)) || l.p.Short != "" && strings.Contains(s, l.p.Short)
}

// document looks for the title and the version in a decision about a document.
func (l *linter) document(points string) {
	d, ok := l.r.Document(l.it.Document)
	if !ok || l.it.Proposes == plan.ProposeNote {
		return
	}
	v, _ := d.Version(l.it.Version)
	if !strings.Contains(points, v.Head.Title) {
		l.add(plan.Error, "title-missing", 0, v.Head.Title)
	}
	if _, adopted := l.r.AdoptionOf(d, v.ID); adopted || l.it.Proposes != "" {
		return
	}
	number := v.Number()
	if v.Major == 0 {
		number = "1.0"
	}
	if !strings.Contains(points, number) {
		l.add(plan.Error, "version-missing", 0, number)
	}
}

// Of a line of the report, and how many lines need a summary before them.
const (
	reportLine  = 80
	mostUnsaid  = 8
	listedClose = 3 // letters of a title that are looked for at least
)

// texts looks at the officer's report: a long one begins with a summary.
func (l *linter) texts() {
	if l.it.Type == plan.ItemFormality || l.it.Texts.Text(plan.KeySummary) != "" {
		return
	}
	lines := 0
	for _, k := range []plan.Key{plan.KeyMatter, plan.KeyAssessment, plan.KeyEconomy, plan.KeyOtherEffects} {
		for s := range strings.Lines(l.it.Texts.Text(k)) {
			if n := utf8.RuneCountInString(strings.TrimSpace(s)); n > 0 {
				lines += (n + reportLine - 1) / reportLine
			}
		}
	}
	if lines > mostUnsaid {
		l.add(plan.Error, "summary-missing", 0, strconv.Itoa(lines))
	}
}

var appendixWord = regexp.MustCompile(`(?i)(?:bilaga|appendix)[\s\x{a0}]+(\d+|\p{L}{1,2})(?:$|[^\p{L}\d])`)

// papers compares what is listed with what is included.
func (l *linter) papers() {
	if l.it.Protected && l.it.Texts.Text(plan.KeyPublicHeading) == "" {
		l.add(plan.Error, "public-heading-missing", 0, "")
	}
	l.told()
	for _, x := range l.it.Papers {
		if x.Document == "" && !x.Status && x.Record == "" && !x.Foreign() {
			l.add(plan.Error, "not-included", 0, x.Title)
		}
	}
	basis := strings.ToLower(l.it.Texts.Text(plan.KeyBasis))
	for _, x := range l.it.Papers {
		if title := strings.ToLower(x.Title); basis != "" && len(title) >= listedClose && !strings.Contains(basis, title) {
			l.add(plan.Error, "not-listed", 0, x.Title)
		}
	}
	said := strings.Join(l.points, "\n")
	for _, k := range []plan.Key{plan.KeySummary, plan.KeyMatter, plan.KeyAssessment, plan.KeyEconomy, plan.KeyOtherEffects, plan.KeyBasis} {
		said += "\n" + l.it.Texts.Text(k)
	}
	var told []string
	for _, m := range appendixWord.FindAllStringSubmatch(said, -1) {
		if !l.hasAppendix(m[1]) {
			if !slices.Contains(told, m[1]) {
				told = append(told, m[1])
				l.add(plan.Error, "no-such-appendix", 0, m[1])
			}
		}
	}
}

// hasAppendix reports whether an appendix that a text names is there. A word that is
// no number, where the organisation counts in numbers, names none.
func (l *linter) hasAppendix(word string) bool {
	_, err := strconv.Atoi(word)
	if err != nil && !l.r.AppendixLetters() {
		return true
	}
	return slices.ContainsFunc(l.it.Papers, func(x Paper) bool {
		return strings.EqualFold(word, Appendix(l.r, x.Number)) || word == strconv.Itoa(x.Number)
	})
}

// told looks for the titles of protected papers in the texts of an item that is open.
func (l *linter) told() {
	if l.it.Protected {
		return
	}
	all := strings.ToLower(l.it.Heading + "\n" + strings.Join(l.points, "\n"))
	for _, k := range []plan.Key{plan.KeySummary, plan.KeyMatter, plan.KeyAssessment, plan.KeyEconomy, plan.KeyOtherEffects, plan.KeyBasis, plan.KeyDistribution} {
		all += "\n" + strings.ToLower(l.it.Texts.Text(k))
	}
	for _, x := range l.it.Papers {
		if title := strings.ToLower(x.Title); x.Protected && len(title) >= listedClose && strings.Contains(all, title) {
			l.add(plan.Error, "protected-told", 0, x.Title)
		}
	}
}

// numbered reports whether every line of a person's own proposal has its number.
func numbered(text string) bool {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && !leadingNumber.MatchString(line) {
			return false
		}
	}
	return true
}

var leadingNumber = regexp.MustCompile(`^\d+[.)]\s`)

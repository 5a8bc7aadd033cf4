package plan_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// told writes findings as "rule path" for comparison.
func told(fs []plan.Finding) []string {
	out := []string{}
	for _, f := range fs {
		out = append(out, f.Rule+" "+f.Path.String())
	}
	return out
}

// edit sets a field of a complete content by its path as the command line
// writes it.
func edit(t *testing.T, s *plan.Subject, path string, v plan.Value) {
	t.Helper()
	fields := plan.FieldsOf(s.Document.Kind)
	p, err := plan.ParsePath(fields, s.Content, path)
	if err != nil {
		t.Fatal(err)
	}
	if s.Content, err = s.Content.SetIn(fields, p, v); err != nil {
		t.Fatal(err)
	}
}

func words(n int) plan.Value { return plan.Text(strings.TrimSpace(strings.Repeat("ord ", n))) }

// fault is one change to a plan without findings, and the findings that must come
// of it.
type fault struct {
	name string
	kind plan.DocumentKind
	path string
	to   plan.Value
	want []string
}

// faults are one for each rule that one field can break, and for what is just
// within it.
func faults(t *testing.T) []fault {
	day := func(s string) plan.Value { return plan.Day(date(t, s)) }
	return []fault{
		{"M line", plan.Policy, "title", plan.Value{}, []string{"missing title"}},
		{"M of blanks", plan.Policy, "title", plan.Text(" \n"), []string{"missing title"}},
		{"M long text", plan.PeriodPlan, "summary", plan.Value{}, []string{"missing summary"}},
		{"M reference", plan.Strategy, "period", plan.Value{}, []string{"missing period"}},
		{"M choice", plan.AssignmentPlan, "validity", plan.Value{}, []string{"missing validity"}},
		{"M list", plan.PeriodPlan, "channels", plan.Value{}, []string{"missing channels"}},
		{"M cell", plan.AssignmentPlan, "activities[2].responsible", plan.Value{}, []string{"missing activities[activities-2].responsible"}},
		{"M cell of a nested row", plan.AssignmentPlan, "raci[1].parts[2].role", plan.Value{}, []string{"missing raci[raci-1].parts[raci-1-parts-2].role"}},
		{"M answer", plan.PeriodPlan, "accessibility[subtitles].answer", plan.Value{}, []string{"unanswered accessibility[subtitles].answer"}},
		{"R field", plan.AssignmentPlan, "spokesperson", plan.Value{}, []string{"recommended spokesperson"}},
		{"R cell", plan.PeriodPlan, "risks[1].action", plan.Value{}, []string{"recommended risks[risks-1].action"}},
		{"R list", plan.AssignmentPlan, "stakeholders", plan.Value{}, []string{"recommended stakeholders"}},
		{"O field", plan.Policy, "dnr", plan.Value{}, []string{}},
		{"O checklist", plan.AssignmentPlan, "law", plan.Value{}, []string{}},
		{"baseline", plan.PeriodPlan, "goals[2].baseline", plan.Value{}, []string{}}, // measured later
		{"26 words", plan.PeriodPlan, "main-message", words(26), []string{"too-many-words main-message"}},
		{"25 words", plan.PeriodPlan, "main-message", words(25), []string{}},
		{"out of bounds", plan.PeriodPlan, "risks[1].likelihood", plan.Num(plan.Int(6)), []string{"out-of-bounds risks[risks-1].likelihood"}},
		{"below bounds", plan.AssignmentPlan, "stakeholders[1].influence", plan.Num(0), []string{"out-of-bounds stakeholders[stakeholders-1].influence"}},
		{"dangling row", plan.AssignmentPlan, "activities[1].audience", plan.Ref("gone"), []string{"dangling activities[activities-1].audience"}},
		{"dangling entry", plan.PeriodPlan, "channels[1].channel", plan.Ref("gone"), []string{"dangling channels[channels-1].channel"}},
		{"dangling in the parent", plan.AssignmentPlan, "parent-goals", plan.Texts("goals-1", "gone"), []string{"dangling parent-goals"}},
		{"dangling mission", plan.PeriodPlan, "directions[1].mission-tags", plan.Texts("gone"), []string{"dangling directions[directions-1].mission-tags"}},
		{"no last day", plan.Policy, "valid-to", plan.Value{}, []string{"missing valid-to"}},
		{"last day first", plan.Policy, "valid-to", day("2026-12-31"), []string{"ends-before-start valid-to"}},
		{"unlinked goal", plan.PeriodPlan, "goals[1].direction", plan.Value{}, []string{
			"recommended goals[goals-1].direction", "direction-without-goal directions[directions-2].heading",
		}},
		{"ladder falls", plan.PeriodPlan, "audiences[1].ladder-now", plan.Text("decide"), []string{}},
		{"ends before it starts", plan.AssignmentPlan, "activities[1].start", day("2027-06-01"), []string{"activity-ends-before-start activities[activities-1].end"}},
		{"after the assignment", plan.AssignmentPlan, "activities[1].end", day("2031-01-01"), []string{"activity-after-end activities[activities-1].end"}},
		{"hard word", plan.PeriodPlan, "purpose", plan.Text("Ni får erhålla stöd."), []string{"officialese purpose"}},
		{"long word", plan.PeriodPlan, "purpose", plan.Text("Verksamhetsutvecklingsprojekten är klara."), []string{"long-word purpose"}},
		{"passives", plan.PeriodPlan, "purpose", plan.Text("Det ska göras och bör mätas."), []string{"passive-chain purpose"}},
		{"long sentence", plan.PeriodPlan, "purpose", words(31), []string{"long-sentence purpose"}},
	}
}

func TestEveryRuleFindsItsFault(t *testing.T) {
	file := plantest.Complete(3)
	for _, c := range faults(t) {
		t.Run(c.name, func(t *testing.T) {
			s := file.Subject(c.kind)
			edit(t, &s, c.path, c.to)
			if diff := cmp.Diff(c.want, told(plan.Findings(s))); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// rewrite changes every row of a list.
func rewrite(s *plan.Subject, list plan.Key, change func(i int, c plan.Content) plan.Content) {
	rows := s.Content.Get(list).Rows()
	for i := range rows {
		rows[i].Cells = change(i, rows[i].Cells)
	}
	s.Content = s.Content.With(list, plan.Rows(rows...))
}

// widerFault is one that takes more than one field to make.
type widerFault struct {
	name   string
	kind   plan.DocumentKind
	change func(s *plan.Subject)
	want   []string
}

func widerFaults() []widerFault {
	return []widerFault{
		{"151 words", plan.PeriodPlan, func(s *plan.Subject) {
			ten := strings.Repeat("ett två tre fyra fem sex sju åtta nio tio.\n\n", 15)
			s.Content = s.Content.With("summary", plan.Text(ten+"slut"))
		}, []string{"too-many-words summary"}},
		{"ladder falls", plan.AssignmentPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyAudiences, func(i int, c plan.Content) plan.Content {
				return c.With(plan.KeyLadderNow, plan.Text("influence")).With(plan.KeyLadderWanted, plan.Text([]string{"take-part", "influence", "decide"}[i]))
			})
		}, []string{"ladder-falls audiences[audiences-1].ladder-wanted"}},
		{"no dialogue among channels", plan.PeriodPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyChannels, func(_ int, c plan.Content) plan.Content { return c.With(plan.KeyMode, plan.Text("information")) })
		}, []string{"no-dialogue channels"}},
		{"no dialogue among activities", plan.AssignmentPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyActivities, func(_ int, c plan.Content) plan.Content { return c.With(plan.KeyMode, plan.Text("information")) })
		}, []string{"no-dialogue activities"}},
		{"one activity of dialogue", plan.AssignmentPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyActivities, func(i int, c plan.Content) plan.Content {
				return c.With(plan.KeyMode, plan.Text([]string{"information", "dialogue", "information"}[i]))
			})
		}, []string{}},
		{"accountable", plan.PeriodPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyRaci, func(i int, c plan.Content) plan.Content {
				parts := c.Get(plan.KeyParts).Rows()
				for j := range parts {
					parts[j].Cells = parts[j].Cells.With(plan.KeyPart, plan.Text([]string{"consulted", "accountable", "accountable"}[min(i*(j+1), 2)]))
				}
				return c.With(plan.KeyParts, plan.Rows(parts...))
			})
		}, []string{"raci-nobody raci[raci-1].parts", "raci-several raci[raci-2].parts", "raci-several raci[raci-3].parts"}},
		{"no outcome goal", plan.PeriodPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyGoals, func(_ int, c plan.Content) plan.Content { return c.With(plan.KeyLevel, plan.Text(plan.LevelOutput)) })
		}, []string{"outcome-goal-missing goals"}},
		{"an outcome goal without baseline", plan.PeriodPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyGoals, func(_ int, c plan.Content) plan.Content {
				return c.With(plan.KeyBaseline, plan.Value{}).With(plan.KeyBaselineLater, plan.Value{})
			})
		}, []string{
			"recommended goals[goals-1].baseline", "recommended goals[goals-2].baseline", "recommended goals[goals-3].baseline",
			"outcome-goal-missing goals",
		}},
		{"one whole outcome goal is enough", plan.PeriodPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyGoals, func(i int, c plan.Content) plan.Content {
				return c.With(plan.KeyLevel, plan.Text([]string{plan.LevelOutput, plan.LevelOutcome, plan.LevelImpact}[i]))
			})
		}, []string{}},
		{"no goals at all is told once", plan.PeriodPlan, func(s *plan.Subject) {
			s.Content = s.Content.With(plan.KeyGoals, plan.Value{})
		}, []string{"missing goals"}},
		{"a goal without activity", plan.AssignmentPlan, func(s *plan.Subject) {
			rewrite(s, plan.KeyActivities, func(_ int, c plan.Content) plan.Content { return c.With(plan.KeyGoal, plan.Ref("goals-2")) })
		}, []string{"goal-without-activity goals[goals-1].text", "goal-without-activity goals[goals-3].text"}},
		{"an audience to which nothing of its own is said", plan.AssignmentPlan, func(s *plan.Subject) {
			s.Content = s.Content.With("angles", plan.Value{})
			rewrite(s, plan.KeyActivities, func(i int, c plan.Content) plan.Content {
				if c.Text(plan.KeyAudience) == "audiences-2" {
					return c
				}
				return c.With(plan.KeyMessage, plan.Value{})
			})
		}, []string{"audience-without-message audiences[audiences-3].name", "audience-without-message audiences[audiences-1].name"}},
		{"an audience that nothing concerns", plan.AssignmentPlan, func(s *plan.Subject) {
			for _, k := range []plan.Key{plan.KeyGoals, plan.KeyActivities} {
				rewrite(s, k, func(_ int, c plan.Content) plan.Content { return c.With(plan.KeyAudience, plan.Ref("audiences-2")) })
			}
		}, []string{"audience-unlinked audiences[audiences-1].name", "audience-unlinked audiences[audiences-3].name"}},
		{"late", plan.AssignmentPlan, func(s *plan.Subject) {
			s.Today = plan.NewDate(2027, time.March, 3) // the activities end on 2, 3 and 4 March
		}, []string{"activity-late activities[activities-1].status"}},
		{"a motivation instead of adaptations", plan.PeriodPlan, func(s *plan.Subject) {
			s.Content = s.Content.With(plan.KeyAdaptations, plan.Value{})
		}, []string{}},
		{"neither adaptations nor motivation", plan.PeriodPlan, func(s *plan.Subject) {
			s.Content = s.Content.With(plan.KeyAdaptations, plan.Value{}).With("adaptation-not-needed", plan.Value{})
		}, []string{"missing adaptations"}},
		{"a file instead of a text", plan.Statutes, func(s *plan.Subject) {
			s.Content = s.Content.With("body", plan.Value{})
		}, []string{}},
		{"an attached file instead of a text", plan.Policy, func(s *plan.Subject) {
			s.Content = s.Content.With("body", plan.Value{}).With(plan.KeyFile, plan.Value{})
			rewrite(s, plan.KeyAppendices, func(_ int, c plan.Content) plan.Content {
				return c.With(plan.KeyFileHash, plan.Text(strings.Repeat("0a", 32)))
			})
		}, []string{}},
		{"neither file nor text", plan.Statutes, func(s *plan.Subject) {
			s.Content = s.Content.With("body", plan.Value{}).With(plan.KeyFile, plan.Value{})
		}, []string{"missing body"}},
		{"outside the directions", plan.AssignmentPlan, func(s *plan.Subject) {
			s.Content = s.Content.With(plan.KeyDirections, plan.Value{}).With("parent-goals", plan.Value{})
		}, []string{}},
		{"a quick plan has fewer sections", plan.AssignmentPlan, func(s *plan.Subject) {
			s.Document.Quick = true
			s.Content = s.Content.With("background", plan.Value{}).With("pillars", plan.Value{}).With("publication-approver", plan.Value{})
			rewrite(s, plan.KeyRaci, func(_ int, c plan.Content) plan.Content { return c.With(plan.KeyParts, plan.Value{}) })
		}, []string{}},
	}
}

func TestRulesOfSeveralFields(t *testing.T) {
	file := plantest.Complete(3)
	for _, c := range widerFaults() {
		t.Run(c.name, func(t *testing.T) {
			s := file.Subject(c.kind)
			c.change(&s)
			if diff := cmp.Diff(c.want, told(plan.Findings(s))); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// No rule is without an example that breaks it.
func TestEveryRuleHasAnExample(t *testing.T) {
	broken := map[string]bool{"too-many-rows": true, "too-few-rows": true} // below
	note := func(told []string) {
		for _, s := range told {
			broken[strings.Fields(s)[0]] = true
		}
	}
	for _, c := range faults(t) {
		note(c.want)
	}
	for _, c := range widerFaults() {
		note(c.want)
	}
	for _, rule := range plan.FindingRules() {
		if !broken[rule] {
			t.Errorf("no example breaks the rule %q", rule)
		}
	}
}

func TestTooManyAndTooFewRows(t *testing.T) {
	file := plantest.Complete(6)
	s := file.Subject(plan.AssignmentPlan)
	goals := s.Content.Get(plan.KeyGoals).Rows()
	sixth := plan.Row{ID: "goals-6", Cells: goals[0].Cells}
	s.Content = s.Content.With(plan.KeyGoals, plan.Rows(append(goals, sixth)...))
	pillars := s.Content.Get("pillars").Rows()
	s.Content = s.Content.With("pillars", plan.Rows(pillars[0]))
	fs := plan.Findings(s)
	want := []string{"too-many-rows goals", "too-few-rows pillars", "goal-without-activity goals[goals-6].text"}
	if diff := cmp.Diff(want, told(fs)); diff != "" {
		t.Fatalf("findings (-want +got):\n%s", diff)
	}
	if fs[0].Count != 6 || fs[0].Limit != 5 || fs[1].Count != 1 || fs[1].Limit != 2 || plan.Errors(fs) != 0 {
		t.Errorf("counts %+v", fs)
	}
}

// Without its relations a plan is contained in nothing and governed by nothing.
func TestRelationsAreAskedFor(t *testing.T) {
	file := plantest.Complete(1)
	bare := file.Register
	for _, x := range bare.Relations() {
		bare = bare.Apply(bare.Unrelate(x))
	}
	for kind, want := range map[plan.DocumentKind][]string{
		plan.PeriodPlan:     {"missing programme", "missing strategy"},
		plan.AssignmentPlan: {"missing parent-plan", "missing strategy"},
		plan.Policy:         {"missing strategy"},
		plan.Strategy:       {"recommended grounds"},
		plan.Programme:      {},
	} {
		s := file.Subject(kind)
		s.Register = bare
		if diff := cmp.Diff(want, told(plan.Findings(s))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", kind, diff)
		}
	}
}

func TestFindingsNameTheirRow(t *testing.T) {
	s := plantest.Complete(3).Subject(plan.AssignmentPlan)
	edit(t, &s, "activities[2].responsible", plan.Value{})
	edit(t, &s, "channels[3].purpose", plan.Value{})
	fs := plan.Findings(s)
	if len(fs) != 2 {
		t.Fatalf("findings %v", told(fs))
	}
	entry, _ := s.Register.Entry(plan.ListChannels, s.Content.Get(plan.KeyChannels).Rows()[2].Cells.Get(plan.KeyChannel).ID())
	want := []plan.Finding{
		{
			Severity: plan.Warning, Rule: "recommended", Section: plan.KeyChannels, Row: 3,
			Name: s.Register.EntryName(plan.ListChannels, entry), Path: plan.PathTo(plan.KeyChannels).In("channels-3", plan.KeyPurpose),
		},
		{
			Severity: plan.Error, Rule: "missing", Section: plan.KeyActivities, Row: 2, Name: plantest.Token("activities-2", plan.KeyActivity),
			Path: plan.PathTo(plan.KeyActivities).In("activities-2", plan.KeyResponsible),
		},
	}
	if diff := cmp.Diff(want, fs); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// An empty draft is told what it lacks, all of it known to the words, and with
// any error it cannot become ready for decision.
func TestAnEmptyDraftOfEveryKind(t *testing.T) {
	for _, k := range plan.DocumentKinds() {
		s := plantest.Complete(1).Subject(k)
		s.Content = plan.Content{}
		fs := plan.Findings(s)
		if plan.Errors(fs) < 4 {
			t.Errorf("%s: %d errors in an empty draft", k, plan.Errors(fs))
		}
		for _, f := range fs {
			if !slices.Contains(plan.FindingRules(), f.Rule) {
				t.Errorf("%s: the rule %q is not listed", k, f.Rule)
			}
			if _, err := plan.FieldAt(plan.FieldsOf(k), f.Path); err != nil {
				t.Errorf("%s: %s leads nowhere: %v", k, f.Path, err)
			}
			if !slices.ContainsFunc(plan.SectionsOf(k, false), func(x plan.Section) bool { return x.Key == f.Section }) {
				t.Errorf("%s: there is no section %q", k, f.Section)
			}
		}
		if _, err := s.Register.SetStage(s.Document, s.Version, plan.StageReady, plan.Errors(fs)); !errors.Is(err, plan.ErrFindings) {
			t.Errorf("%s: ready with errors: %v", k, err)
		}
	}
}

func TestMarks(t *testing.T) {
	s := plantest.Complete(2).Subject(plan.AssignmentPlan)
	edit(t, &s, "main-message", plan.Value{})
	edit(t, &s, "spokesperson", plan.Value{})
	for _, k := range []plan.Key{"law", plan.KeyAppendices} {
		edit(t, &s, string(k), plan.Value{})
	}
	got := plan.Marks(s, plan.Findings(s))
	for k, want := range map[plan.Key]plan.Mark{
		"one-page": plan.MarkDerived, "reviews": plan.MarkDerived, "messages": plan.MarkRequired, "responsibilities": plan.MarkPartial,
		"law": plan.MarkEmpty, plan.KeyAppendices: plan.MarkEmpty, plan.KeyGoals: plan.MarkComplete, "details": plan.MarkComplete,
	} {
		if got[k] != want {
			t.Errorf("section %s has the mark %d, want %d", k, got[k], want)
		}
	}
	if len(got) != len(plan.SectionsOf(plan.AssignmentPlan, false)) {
		t.Errorf("%d sections have marks", len(got))
	}
}

func ExampleFindings() {
	s := plantest.Complete(1).Subject(plan.Policy)
	s.Content = s.Content.With(plan.KeyOwner, plan.Value{})
	for _, f := range plan.Findings(s) {
		fmt.Println(f.Severity == plan.Error, f.Rule, f.Section, f.Path)
	}
	// Output: true missing details owner
}

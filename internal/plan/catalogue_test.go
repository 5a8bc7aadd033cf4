package plan_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

var update = flag.Bool("update", false, "write the golden files anew")

// walkFields visits every field below fields with its path.
func walkFields(fields []plan.Field, above string, visit func(f plan.Field, path string, siblings []plan.Field)) {
	for _, f := range fields {
		path := strings.TrimPrefix(above+"."+string(f.Key), ".")
		visit(f, path, fields)
		walkFields(f.Columns, path, visit)
	}
}

// Keys stand in every file that was ever saved. A line may be added here; one
// that is removed or changed breaks files, so a field is retired instead.
func TestTheCatalogueStandsAsItWasStored(t *testing.T) {
	needs := map[plan.Need]string{plan.Optional: "O", plan.Recommended: "R", plan.Mandatory: "M"}
	kinds := []string{
		"?", "line", "long-text", "decimal", "date", "choice", "choices", "reference", "references", "list", "checklist",
		"related", "derived",
	}
	var b strings.Builder
	for _, k := range plan.DocumentKinds() {
		for _, s := range plan.SectionsOf(k, false) {
			fmt.Fprintf(&b, "%s %d %s\n", k, s.Number, s.Key)
			walkFields(s.Fields, "", func(f plan.Field, path string, _ []plan.Field) {
				b.WriteString(strings.TrimRight(fmt.Sprintf("\t%s %s %s %s", path, kinds[f.Kind], needs[f.Need], strings.Join(f.Choices, "|")), " ") + "\n")
				for _, id := range f.Fixed {
					fmt.Fprintf(&b, "\t%s[%s]\n", path, id)
				}
			})
		}
	}
	golden := filepath.Join("testdata", "catalogue.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("the catalogue has changed (-stored +now); after an addition run with -update:\n%s", diff)
	}
}

func TestFieldsSayWhatTheirKindNeeds(t *testing.T) {
	for _, k := range plan.DocumentKinds() {
		walkFields(plan.FieldsOf(k), "", func(f plan.Field, path string, siblings []plan.Field) {
			wrong := func(what string) { t.Errorf("%s: %s %s", k, path, what) }
			if (f.Kind == plan.Choice || f.Kind == plan.Choices) != (len(f.Choices) > 0) {
				wrong("has choices that do not fit its kind")
			}
			if len(slices.Compact(slices.Sorted(slices.Values(f.Choices)))) != len(f.Choices) {
				wrong("has a choice twice")
			}
			if (f.Kind == plan.Checklist) != (len(f.Fixed) > 0) {
				wrong("has questions that do not fit its kind")
			}
			if (f.Kind == plan.Related) != (f.Relating.Relation != "") || f.Kind == plan.Related && len(f.Target.Documents) == 0 {
				wrong("is not related as its kind says")
			}
			if f.Suggest != "" && f.Kind != plan.Line {
				wrong("has suggestions but is no line")
			}
			if f.Min > f.Max || f.MinRows > f.MaxRows && f.MaxRows > 0 {
				wrong("has bounds in the wrong order")
			}
			if f.Kind == plan.Derived && f.Need != plan.Optional {
				wrong("is derived and asked for")
			}
			if f.Instead != "" && f.Need == plan.Optional {
				wrong("is optional and has an alternative")
			}
		})
	}
}

func TestReferencesLeadSomewhere(t *testing.T) {
	for _, k := range plan.DocumentKinds() {
		walkFields(plan.FieldsOf(k), "", func(f plan.Field, path string, _ []plan.Field) {
			if f.Kind != plan.Reference && f.Kind != plan.References {
				return
			}
			x := f.Target
			where := plan.FieldsOf(k)
			switch {
			case x.OfParent:
				where = plan.FieldsOf(plan.PeriodPlan)
			case x.List != "":
				where = plan.ListFields(x.List)
				if len(where) == 0 {
					t.Errorf("%s: %s refers to the list %q", k, path, x.List)
				}
			}
			if target, ok := plan.FieldIn(where, x.Rows); x.Rows != "" && (!ok || target.Kind != plan.List) {
				t.Errorf("%s: %s refers to rows of %q, which is no list there", k, path, x.Rows)
			}
		})
	}
}

// A quick plan is a part of the full one under the same keys and numbers, so
// that promotion loses nothing.
func TestTheQuickPlanIsPartOfTheFullOne(t *testing.T) {
	full := plan.SectionsOf(plan.AssignmentPlan, false)
	var numbers []int
	for _, s := range plan.SectionsOf(plan.AssignmentPlan, true) {
		numbers = append(numbers, s.Number)
		i := slices.IndexFunc(full, func(x plan.Section) bool { return x.Key == s.Key })
		if i < 0 || full[i].Number != s.Number {
			t.Fatalf("the full plan has no section %d %s", s.Number, s.Key)
		}
		for _, f := range s.Fields {
			if g, ok := plan.FieldIn(full[i].Fields, f.Key); !ok || !cmp.Equal(f, g) {
				t.Errorf("section %s of the full plan has another %s", s.Key, f.Key)
			}
		}
	}
	if diff := cmp.Diff([]int{0, 3, 5, 7, 8, 11, 16, 19, 20, 21, 22}, numbers); diff != "" {
		t.Errorf("sections of a quick plan (-want +got):\n%s", diff)
	}
	if got := plan.SectionsOf(plan.Policy, true); len(got) != len(plan.SectionsOf(plan.Policy, false)) {
		t.Error("a policy has a short form")
	}
}

func TestLookingUpTheCatalogueCostsNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() {
		plan.SectionsOf(plan.AssignmentPlan, true)
		plan.FieldsOf(plan.PeriodPlan)
	}); n != 0 {
		t.Errorf("looking up sections and fields allocates %v times", n)
	}
}

func TestSectionWith(t *testing.T) {
	if s, ok := plan.SectionWith(plan.AssignmentPlan, "publication-approver"); !ok || s.Key != "responsibilities" {
		t.Errorf("publication-approver stands in %q", s.Key)
	}
	if s, ok := plan.SectionWith(plan.Policy, plan.KeyGoals); ok {
		t.Errorf("a policy has goals in %q", s.Key)
	}
}

package plantest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// words are what the texts of a large file are made of; a few of them are as common
// as such words are.
var words = strings.Fields(`vi och att för i med som på kommunerna medarbetare dialog underlag möte samråd nätverk
	beslut information målgrupp budskap kanal webbplats nyhetsbrev intranät press sociala medier film broschyr affisch
	seminarium workshop enkät uppföljning utvärdering resultat effekt kostnad budget ansvar tid plan strategi policy program
	verksamhet förvaltning nämnd styrelse direktör handläggare politiker förtroendevald invånare patient elev vårdnadshavare
	äldre unga företag förening region stat myndighet samverkan samarbete utveckling kompetens rekrytering välfärd digital
	hållbar klimat miljö trafik skola vård omsorg bibliotek kultur fritid bredband energi vatten avfall beredskap kris trygghet
	tillgänglig begriplig tydlig enkel snabb tidig gemensam lokal regional nationell ny viktig årlig öppen ärlig`)

// sentence returns n of the words; the first dozen are drawn as often as the rest
// together.
func sentence(r *rand.Rand, n int) string {
	out := make([]string, n)
	for i := range out {
		if r.IntN(2) == 0 {
			out[i] = words[r.IntN(12)]
		} else {
			out[i] = words[r.IntN(len(words))]
		}
	}
	return strings.ToUpper(out[0][:1]) + out[0][1:] + " " + strings.Join(out[1:], " ")
}

// Large returns edits that together make a file of an organisation with as many
// assignment plans, each with as many activities; every second plan is adopted. The
// texts are the same every time.
func Large(plans, activities int) iter.Seq[plan.Edit] {
	return func(yield func(plan.Edit) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		start := plan.Start("Storlänets kommunförbund", strings.ToUpper, Today)
		body := Entry(plan.ListBodies, 1)
		start.Changes = append(start.Changes, plan.EntryChange{List: plan.ListBodies, After: &body})
		register := plan.Register{}.Apply(start)
		if !yield(start) {
			return
		}
		at := time.Date(2026, 1, 2, 8, 0, 0, 0, time.UTC)
		for i := range plans {
			e, d := plan.NewDocument(plan.AssignmentPlan, false, largePlan(r, i, activities), at.Add(time.Duration(i)*time.Minute))
			register = register.Apply(e)
			if i%2 == 0 {
				adopted, err := adopt(register, d.ID, body.ID, at.AddDate(0, 0, i%200))
				if err != nil {
					panic(err) // the edits are made here and fit
				}
				e, register = e.Then(adopted), register.Apply(adopted)
			}
			if !yield(e) {
				return
			}
		}
	}
}

func adopt(r plan.Register, id, body plan.ID, at time.Time) (plan.Edit, error) {
	d, _ := r.Document(id)
	ready, err := r.SetStage(d, d.Latest(), plan.StageReady, 0)
	if err != nil {
		return plan.Edit{}, err
	}
	r = r.Apply(ready)
	d, _ = r.Document(id)
	decided, err := r.Decide(d, d.Latest(), plan.Decision{
		Outcome: plan.Adopted, Body: body, Date: plan.DateOf(at), Paragraph: "§ 1",
	}, "Åsa Öberg", at)
	return ready.Then(decided), err
}

func largePlan(r *rand.Rand, i, activities int) plan.Content {
	rows := make([]plan.Row, activities)
	for n := range rows {
		day := Today.AddDays(r.IntN(700) - 350)
		rows[n] = plan.Row{ID: plan.ID(fmt.Sprintf("a%d", n+1)), Cells: plan.NewContent(plan.Filled{
			plan.KeyActivity: plan.Text(sentence(r, 3+r.IntN(6))), plan.KeyStart: plan.Day(day), plan.KeyEnd: plan.Day(day.AddDays(r.IntN(20))),
			plan.KeyStatus: plan.Text([]string{"planned", "ongoing", "done"}[r.IntN(3)]), plan.KeyNote: plan.Text(sentence(r, 6)),
		})}
	}
	goals := make([]plan.Row, 4)
	for n := range goals {
		goals[n] = plan.Row{ID: plan.ID(fmt.Sprintf("g%d", n+1)), Cells: plan.NewContent(plan.Filled{"text": plan.Text(sentence(r, 10))})}
	}
	return plan.NewContent(plan.Filled{
		plan.KeyTitle: plan.Text(fmt.Sprintf("Kommunikationsplan %d %s", i+1, sentence(r, 3))), plan.KeySummary: plan.Text(sentence(r, 40)),
		plan.KeyActivities: plan.Rows(rows...), "goals": plan.Rows(goals...),
	})
}

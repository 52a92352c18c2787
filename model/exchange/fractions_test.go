package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// Chances as people and spreadsheets write them: what the whole column says decides
// whether 0.6 is more than half or less than one percent.
func TestSharesThatAreFractions(t *testing.T) {
	for cells, want := range map[string]string{
		"0.6|0.4|0.25":    "60|40|25 taken as 60 %",
		"0.07|0.145|1|0":  "7|14.5|100|0 taken as 7 %",
		"0,6|0,45":        "60|45 taken as 60 %",
		"0.6":             "60 taken as 60 %",
		".5|.25":          "50|25 taken as 50 %",
		"0.6|n/a|0.4":     "60||40 taken as 60 %",
		"0.6|soon|0.4":    "60||40 taken as 60 %",
		"0.6|40":          "0.6|40",
		"40|0.6":          "40|0.6",
		"0.6%|0.4%":       "0.6|0.4",
		"0.6|0.4 %":       "0.6|0.4",
		"0|1|0":           "0|1|0 1 is taken as 1 %",
		"0|0":             "0|0",
		"60|40":           "60|40",
		"60 %|40 %|100 %": "60|40|100",
	} {
		var rows strings.Builder
		rows.WriteString("Opportunity\tAccount\tStage\tAmount\tProbability\n")
		for i, cell := range strings.Split(cells, "|") {
			rows.WriteString("Deal " + string(rune('A'+i)) + "\tAcme\tProposing\t1000\t" + cell + "\n")
		}
		o := ImportOptions{Input: model.Input{Currency: "USD"}}
		res, book := run(t, empty(), o, "a.tsv", rows.String())
		var got []string
		for i := range strings.Split(cells, "|") {
			got = append(got, the[*model.Opportunity](t, book, "Deal "+string(rune('A'+i))).Probability.String())
		}
		values, says, _ := strings.Cut(want, " ")
		if strings.Join(got, "|") != values || says != "" && !strings.Contains(notes(res), says) || says == "" && strings.Contains(notes(res), "Probability:") {
			t.Errorf("%s: %s, want %s\n%s", cells, strings.Join(got, "|"), want, notes(res))
		}
		again(t, book, o, "a.tsv", rows.String())
	}
	res, book := run(t, empty(), ImportOptions{}, "a.tsv", "Opportunity\tAccount\tStage\tAmount\tProbability (%)\nDeal A\tAcme\tProposing\t1000\t0.6\n")
	if got := the[*model.Opportunity](t, book, "Deal A").Probability.String(); got != "0.6" {
		t.Errorf("a heading that says percent: %s\n%s", got, notes(res))
	}
}

// A stage that nobody knows is not taken for one, unless the row says how likely
// the deal is: then that tells, as a fraction too.
func TestStagesThatNobodyKnows(t *testing.T) {
	const list = "Opportunity,Account,Stage,Amount,Probability\nA,Acme,x,1,\nB,Acme,y,1,0.8\nC,Acme,z,1,0.1\nD,Acme,Proposing,1,0.5\n"
	res, book := run(t, empty(), ImportOptions{}, "a.csv", list)
	for name, want := range map[string]model.Stage{"A": 0, "B": model.StageNegotiating, "C": model.StagePotential, "D": model.StageProposing} {
		if got := the[*model.Opportunity](t, book, name); got.Stage != want || strings.Contains(got.Notes, "Stage: ") != (name != "D") {
			t.Errorf("%s: %v, want %v, notes %q", name, got.Stage, want, got.Notes)
		}
	}
	if said := notes(res); !strings.Contains(said, "Stage has no equal here for x (1): kept in the notes") || !strings.Contains(said, "y as Negotiating (1), z as Potential (1)") {
		t.Errorf("said:\n%s", said)
	}
	again(t, book, ImportOptions{}, "a.csv", list)
}

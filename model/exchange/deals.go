package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"astute/model"
)

// stage sets how far the deal of a row has come. Organisations rename their
// stages: one that we do not know is taken for the one of ours that fits what else
// the row says, kept as it is called in the notes, and told. Where nothing says
// more it stays unknown.
func (im *importer) stage(d *draft, fields []model.Field, p *part, s *sheet, row Row) {
	at := slices.IndexFunc(p.columns, func(c *column) bool { return c.role == "stage" })
	cell := p.first(row, "stage")
	stage, known := dealOutcome(p, row), false
	if named := stageNamed(cell); named != 0 {
		if known = stage == 0 || stage == named; stage == 0 {
			stage = named
		}
	}
	if stage == 0 && cell != "" {
		stage = likelyStage(cell, p.chance(row))
	}
	if stage == 0 {
		if cell != "" {
			d.note(p.columns[at].heading, cell, s)
			im.count(p.columns[at]).strange[model.CleanLine(cell)]++
		}
		return
	}
	heading := "Stage"
	if at >= 0 {
		heading = p.columns[at].heading
	}
	for i := range fields {
		if f := &fields[i]; f.Name == "stage" {
			im.put(d, f, i, stage.String(), heading, s, row.Line)
		}
	}
	if cell != "" && !known {
		d.note(heading, cell, s)
		im.count(p.columns[at]).taken[fmt.Sprintf("%s as %s", model.CleanLine(cell), stage)]++
	}
}

// stageNamed returns the stage that a word means, 0 for none of ours.
func stageNamed(word string) model.Stage {
	var o model.Opportunity
	if model.MustField(o.Fields(), "stage").Set(model.Input{}, word) != nil {
		return 0
	}
	return o.Stage
}

// dealOutcome returns Won or Lost where the row says what became of the deal,
// whatever its stage is called.
func dealOutcome(p *part, row Row) model.Stage {
	won, closed, status := p.first(row, roleWon), p.first(row, roleClosed), strings.ToLower(p.first(row, roleOutcome))
	switch {
	case isYes(won), strings.HasPrefix(status, "won"):
		return model.StageWon
	case isYes(closed) && won != "", strings.HasPrefix(status, "lost"), strings.HasPrefix(status, "cancel"), strings.HasPrefix(status, "abandon"):
		return model.StageLost
	}
	return 0
}

// isYes reports whether a cell says yes in the way that programs do.
func isYes(cell string) bool {
	return cell == "1" || strings.EqualFold(cell, "true") || strings.EqualFold(cell, "yes")
}

// stageHints are parts of words in the names of stages, the most telling first.
var stageHints = []struct {
	parts []string
	stage model.Stage
}{
	{[]string{"won", "gewonnen", "gagn", "ganad"}, model.StageWon},
	{[]string{"lost", "verloren", "perdu", "perdid", "dead"}, model.StageLost},
	{[]string{"negoti", "contract", "verbal", "commit", "legal", "procure", "verhandl", "vertrag", "négoc", "contrat", "negocia"}, model.StageNegotiating},
	{[]string{"propos", "quot", "offer", "present", "demo", "trial", "pilot", "angebot", "präsent", "présent", "devis", "propuesta", "oferta"}, model.StageProposing},
	{[]string{"qualif", "discover", "need", "meeting", "contact", "qualifiz", "termin", "besoin", "califica", "cita"}, model.StageQualifying},
	{[]string{"lead", "prospect", "target", "new", "ident"}, model.StagePotential},
}

// likelyStage returns the stage of ours that is nearest to one of another name:
// by the words in it, else by the probability in percent; 0 where neither tells.
func likelyStage(name, probability string) model.Stage {
	name = strings.ToLower(name)
	for _, hint := range stageHints {
		if hasAny(name, hint.parts) {
			return hint.stage
		}
	}
	chance, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(probability, "%")), 64)
	switch {
	case err != nil:
		return 0
	case chance <= 10:
		return model.StagePotential
	case chance < 50:
		return model.StageQualifying
	case chance < 75:
		return model.StageProposing
	}
	return model.StageNegotiating
}

// splitJoined takes apart the cells of Google's tables: values of one kind stand
// in one cell, with " ::: " between them and "* " before the first of them, and
// everybody has the label myContacts.
func (t *Table) splitJoined() {
	for _, row := range t.Rows {
		for i, cell := range row.Cells {
			if !strings.Contains(cell, ":::") && !strings.HasPrefix(cell, "* ") {
				continue
			}
			var first, rest []string
			for _, value := range strings.Split(cell, ":::") {
				value = strings.TrimSpace(value)
				marked, primary := strings.CutPrefix(value, "* ")
				switch {
				case squash(marked) == "mycontacts" || marked == "starred" || marked == "":
				case primary:
					first = append(first, marked)
				default:
					rest = append(rest, value)
				}
			}
			row.Cells[i] = strings.Join(append(first, rest...), "\n")
		}
	}
}

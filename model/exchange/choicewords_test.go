package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// People who write their headings in German, French or Spanish write what is below
// them in it too. What is not understood is kept in the notes.
func TestChoicesInOtherLanguages(t *testing.T) {
	for _, tt := range []struct{ headings, row, want string }{
		{"Name,Funktion,Firma,Einfluss,Haltung,Entscheidungsrolle", "Lisa Green,CTO,Nordwind,Hoch,Befürworter,Entscheider", "High/Supporter/Decision Maker"},
		{"Name,Firma,Einfluss,Haltung,Entscheidungsrolle", "Lisa Green,Nordwind,mittel,GEGNERIN,Wirtschaftlicher Entscheider; Anwender", "Medium/Opponent/Economic Buyer, User Buyer"},
		{"Name,Firma,Einfluss,Haltung", "Lisa Green,Nordwind,Niedrig,neutral", "Low/Neutral/"},
		{"Interlocuteur,Société,Niveau d'influence,Soutien,Rôle dans la décision", "Lisa Green,Nordvent,élevé,Neutre,Décideur", "High/Neutral/Decision Maker"},
		{"Interlocuteur,Société,Niveau d'influence,Soutien,Rôle dans la décision", "Lisa Green,Nordvent,Faible,Opposant,Prescripteur", "Low/Opponent/Influencer"},
		{"Interlocuteur,Société,Pouvoir,Soutien", "Lisa Green,Nordvent,Moyenne,inconnu", "Medium//"},
		{"Contacto,Empresa,Influencia,Apoyo,Rol en la decisión", "Lisa Green,Norte,alto,Partidario,Comprador técnico", "High/Supporter/Technical Buyer"},
		{"Contacto,Empresa,Influencia,Apoyo", "Lisa Green,Norte,bajo,En contra", "Low/Opponent/"},
		{"Name,Company,Influence,Support,Decision Role", "Lisa Green,Northwind,High,Positive,Influencer", "High/Supporter/Influencer"},
	} {
		res, book := run(t, empty(), ImportOptions{}, "people.csv", tt.headings+"\n"+tt.row+"\n")
		c := the[*model.Contact](t, book, "Lisa Green")
		if got := c.Influence.String() + "/" + c.Support.String() + "/" + c.DecisionRole.String(); got != tt.want {
			t.Errorf("%s: %s, want %s; notes %q, %v", tt.row, got, tt.want, c.Notes, res.Notes)
		} else if c.Notes != "" || len(res.Errors) > 0 {
			t.Errorf("%s: understood and kept in the notes too: %q %v", tt.row, c.Notes, res.Errors)
		}
	}
	_, book := run(t, empty(), ImportOptions{}, "people.csv", "Name,Firma,Einfluss,Entscheidungsrolle\nLisa Green,Nordwind,riesig,Entscheider und Freund\n")
	c := the[*model.Contact](t, book, "Lisa Green")
	if c.Influence != 0 || c.DecisionRole != 0 || !strings.Contains(c.Notes, "Einfluss: riesig") || !strings.Contains(c.Notes, "Entscheidungsrolle: Entscheider und Freund") {
		t.Errorf("%q %q %q", c.Influence, c.DecisionRole, c.Notes)
	}
}

// An equal in another language must be one of the words that there are.
func TestChoiceWordsLeadToWords(t *testing.T) {
	fields := (&model.Contact{}).Fields()
	for name, words := range choiceWords() {
		f := model.MustField(fields, name)
		for word, to := range words {
			canonical, err := f.Canonical(model.Input{}, to)
			if err != nil || canonical != to && to != notKnown {
				t.Errorf("%s: %q leads to %q: %q, %v", name, word, to, canonical, err)
			}
			if canonical, err := f.Canonical(model.Input{}, word); err == nil && canonical != to {
				t.Errorf("%s: %q is %q already", name, word, canonical)
			}
		}
	}
}

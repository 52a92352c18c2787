package exchange

import (
	"strings"
	"sync"

	"astute/model"
	"astute/model/search"
)

// notKnown is the word for what is not known, in every choice.
const notKnown = "unknown"

// inOtherLanguages are the words of choices as people write them in German, French
// and Spanish, by the field: the choices that headings in these languages lead to.
var inOtherLanguages = map[string]string{
	"influence": `
		Hoch, Groß, Stark, Élevé, Élevée, Haut, Haute, Fort, Forte, Grand, Grande, Alto, Alta, Fuerte, Elevado, Elevada = High
		Mittel, Mittlere, Mittlerer, Moyen, Moyenne, Modéré, Modérée, Medio, Media, Moderado, Moderada = Medium
		Niedrig, Gering, Klein, Schwach, Faible, Bas, Basse, Bajo, Baja, Débil = Low
		` + notKnownLocally,
	"support": `
		Fürsprecher, Fürsprecherin, Verfechter, Verfechterin, Ambassadeur, Ambassadrice, Campeón, Campeona, Promotor, Promotora = Champion
		Befürworter, Befürworterin, Unterstützer, Unterstützerin, Unterstützend, Positiv, Dafür, Für uns, Partisan, Partisane, Favorable, Allié, Alliée, Positif,
			Partidario, Partidaria, A favor, Aliado, Aliada, Positivo, Positiva = Supporter
		Unentschieden, Unentschlossen, Neutre, Indécis, Indécise, Indeciso, Indecisa, Neutro = Neutral
		Gegner, Gegnerin, Kritiker, Kritikerin, Skeptiker, Skeptikerin, Ablehnend, Negativ, Dagegen, Gegen uns, Opposant, Opposante, Adversaire, Détracteur, Détractrice,
			Sceptique, Défavorable, Négatif, Négative, Opositor, Opositora, Oponente, Adversario, Adversaria, Detractora, Escéptico, Escéptica, En contra, Negativo,
			Negativa = Opponent
		` + notKnownLocally,
	"decision_role": `
		Wirtschaftlicher Entscheider, Wirtschaftliche Entscheiderin, Wirtschaftlicher Käufer, Budgetverantwortlicher, Budgetverantwortliche, Budgetinhaber, Budgetinhaberin,
			Acheteur économique, Acheteuse économique, Décideur économique, Décideur budgétaire, Responsable du budget, Comprador económico, Compradora económica,
			Decisor económico, Responsable del presupuesto = Economic Buyer
		Entscheider, Entscheiderin, Entscheidungsträger, Entscheidungsträgerin, Genehmiger, Décideur, Décideuse, Décisionnaire, Decisor, Decisora, Tomador de decisiones,
			Responsable de la decisión, Aprobador, Aprobadora = Decision Maker
		Technischer Entscheider, Technische Entscheiderin, Technischer Käufer, Technischer Einkäufer, Technischer Prüfer, Technische Prüferin, Acheteur technique,
			Acheteuse technique, Décideur technique, Évaluateur, Évaluatrice, Évaluateur technique, Comprador técnico, Compradora técnica, Decisor técnico, Evaluador,
			Evaluadora, Evaluador técnico = Technical Buyer
		Anwender, Anwenderin, Nutzer, Nutzerin, Benutzer, Benutzerin, Utilisateur, Utilisatrice, Acheteur utilisateur, Usuario, Usuaria, Comprador usuario = User Buyer
		Beeinflusser, Beeinflusserin, Einflussnehmer, Einflussnehmerin, Meinungsbildner, Meinungsbildnerin, Influenceur, Influenceuse, Prescripteur, Prescriptrice,
			Influenciador, Influenciadora, Influyente, Prescriptor, Prescriptora = Influencer
		Torwächter, Torwächterin, Türsteher, Einkauf, Einkäufer, Einkäuferin, Gardien, Gardienne, Achats, Guardián, Guardiana, Filtro, Compras = Gatekeeper
		` + notKnownLocally,
}

const notKnownLocally = `Unbekannt, Nicht bekannt, Inconnu, Inconnue, Desconocido, Desconocida = ` + notKnown

// choiceWords are the words of [inOtherLanguages] by field, folded, each with the
// word that a field takes; made when the first is asked for.
var choiceWords = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for field, lines := range inOtherLanguages {
		all[field] = map[string]string{}
		for word, to := range headingTable(lines) {
			all[field][foldWord(word)] = to
		}
	}
	return all
})

// foldWord folds what does not matter between ways of writing a word of a choice.
func foldWord(word string) string { return squash(search.Fold(word)) }

// choiceIn returns a cell of a choice with the words of other languages put into
// those that the field takes; what is not among them stays as it is.
func choiceIn(field, cell string) string {
	words := choiceWords()[field]
	if words == nil {
		return cell
	}
	items := strings.FieldsFunc(cell, func(r rune) bool { return r == ',' || r == ';' || r == '\n' })
	for i, item := range items {
		if to, ok := words[foldWord(strings.TrimSpace(item))]; ok {
			items[i] = to
		}
	}
	return strings.Join(items, ", ")
}

// canonical reads the text of a cell as the field takes it; choices are understood
// in other languages too, except in our own files, which have none but ours.
func (c *column) canonical(f *model.Field, in model.Input, typed string, own bool) (string, error) {
	canonical, err := f.Canonical(in, typed)
	if err == nil || own || c.typ != model.TypeChoice && c.typ != model.TypeChoices {
		return canonical, err
	}
	if said := choiceIn(c.role, typed); said != typed {
		if understood, failed := f.Canonical(in, said); failed == nil {
			return understood, nil
		}
	}
	return canonical, err
}

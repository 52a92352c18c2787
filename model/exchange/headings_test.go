package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

// sheetsOfPeople are heading rows of spreadsheets as those who keep accounts have
// them, each with a row, what a person would say that its rows are, and where some
// of its columns go.
var sheetsOfPeople = []struct {
	headings, row string
	kind          model.Kind
	goes          string // "heading=target heading=target"
}{
	// What is to be done.
	{"title,due,account,amount,status,owner", "Send the offer,2026-12-01,Northwind,5000 EUR,In Progress,Ana Ruiz", model.KindAction, "title=title;due=due;account=account.name;status=status;owner=owner"},
	{"title,due,account,status,owner", "Send the offer,2026-12-01,Northwind,In Progress,Ana Ruiz", model.KindAction, "account=account.name"},
	{"Task,Owner,Due Date,Status,Account,Priority", "Send the offer,Ana Ruiz,2026-12-01,In Progress,Northwind,High", model.KindAction, "Task=title"},
	{"#,Action Item,Responsible,By When,Status,Comments", "1,Send the offer,Ana Ruiz,2026-12-01,Open,x", model.KindAction, "Action Item=title;Responsible=owner;By When=due"},
	{"Action,Who,Deadline,Done?", "Send the offer,Ana Ruiz,2026-12-01,no", model.KindAction, "Action=title;Who=owner;Deadline=due"},
	{"Next step,Account,Owner,Due", "Send the offer,Northwind,Ana Ruiz,2026-12-01", model.KindAction, "Next step=title"},
	{"Task,Account,Assigned to", "Send the offer,Northwind,Ana Ruiz", model.KindAction, "Task=title;Assigned to=owner"},
	{"To-do,Company,Contact,Due date,Email", "Call,Northwind,Lisa Green,2026-12-01,lisa@example.com", model.KindAction, "To-do=title"},
	{"Aufgabe,Kunde,Verantwortlich,Fällig am,Status", "Angebot senden,Nordwind,Ana Ruiz,01.12.2026,In Progress", model.KindAction, "Aufgabe=title;Kunde=account.name;Verantwortlich=owner"},
	{"Maßnahme;Zuständig;Bis wann;Stand", "Angebot senden;Ana Ruiz;01.12.2026;offen", model.KindAction, "Maßnahme=title;Zuständig=owner;Bis wann=due;Stand=status"},
	{"Tâche,Client,Responsable,Échéance,Statut", "Envoyer l'offre,Nordvent,Ana Ruiz,2026-12-01,Open", model.KindAction, "Tâche=title;Client=account.name;Responsable=owner;Statut=status"},
	{"Tarea,Cliente,Responsable,Fecha límite,Estado", "Enviar la oferta,Norte,Ana Ruiz,2026-12-01,Open", model.KindAction, "Tarea=title;Fecha límite=due;Estado=status"},

	{"Action,Contact,Company,Email,Due,Owner", "Call,Lisa Green,Northwind,lisa@example.com,2026-12-01,Ana Ruiz", model.KindAction, "Action=title"},
	{"Account,Action,Owner,Due Date", "Northwind,Send the offer,Ana Ruiz,2026-12-01", model.KindAction, "Action=title;Account=account.name"},
	{"Contact,Company,Task,Due Date,Owner", "Lisa Green,Northwind,Call,2026-12-01,Ana Ruiz", model.KindAction, "Task=title;Company=account.name"},
	{"Nächste Schritte;Kunde;Ansprechpartner;Frist", "Angebot senden;Nordwind;Lisa Green;01.12.2026", model.KindAction, "Nächste Schritte=title"},
	{"Prochaine action,Client,Responsable,Échéance", "Envoyer l'offre,Nordvent,Ana Ruiz,2026-12-01", model.KindAction, "Prochaine action=title"},

	// People.
	{"Name,Role,Influence,Support,Company", "Lisa Green,CTO,High,Champion,Northwind", model.KindContact, "Name=full_name;Influence=influence;Support=support;Company=account.name"},
	{"Stakeholder,Title,Influence,Attitude,Account", "Lisa Green,CTO,High,Supporter,Northwind", model.KindContact, "Stakeholder=full_name;Attitude=support"},
	{"Stakeholder Name,Job Title,Buying Role,Power,Sentiment", "Lisa Green,CTO,Economic Buyer,High,Positive", model.KindContact, "Buying Role=decision_role;Power=influence;Sentiment=support"},
	{"Contact,Position,Decision Role,Level of Influence,Stance,Customer", "Lisa Green,CTO,Decision Maker,High,Opponent,Northwind", model.KindContact, "Decision Role=decision_role;Level of Influence=influence;Stance=support"},
	{"Account,Stakeholder,Role in Decision,Influence (H/M/L),Relationship Strength", "Northwind,Lisa Green,Decision Maker,High,Good", model.KindContact, "Role in Decision=decision_role;Influence (H/M/L)=influence;Relationship Strength=alignment"},
	{"Name,Title,Department,Reports To,Champion?,Notes", "Lisa Green,CTO,IT,Raj Mehta,yes,x", model.KindContact, "Reports To=reports_to"},
	{"name,title,influence,support,coverage", "Lisa Green,CTO,High,Champion,In Depth", model.KindContact, "coverage=coverage"},
	{"Name,Title,Role,Company,Email", "Lisa Green,CTO,Economic Buyer,Northwind,lisa@example.com", model.KindContact, "Title=title;Role=decision_role"},
	{"Name,Title,Department,Owner,Due Date", "Lisa Green,CTO,IT,Ana Ruiz,2026-12-01", model.KindContact, "Title=title"},
	{"Key Contact,Job Title,Account,Email,Phone", "Lisa Green,CTO,Northwind,lisa@example.com,+44 20 7946 0018", model.KindContact, ""},
	{"Name,Funktion,Firma,Einfluss,Haltung", "Lisa Green,CTO,Nordwind,High,Supporter", model.KindContact, "Name=full_name;Einfluss=influence;Haltung=support"},
	{"Ansprechpartner;Position;Unternehmen;Rolle;Einstellung", "Lisa Green;CTO;Nordwind;Decision Maker;Supporter", model.KindContact, "Rolle=decision_role;Einstellung=support"},
	{"Interlocuteur,Fonction,Société,Influence,Position vis-à-vis de nous", "Lisa Green,CTO,Nordvent,High,x", model.KindContact, "Interlocuteur=full_name;Influence=influence"},
	{"Contacto,Cargo,Empresa,Influencia,Apoyo", "Lisa Green,CTO,Norte,High,Supporter", model.KindContact, "Influencia=influence;Apoyo=support"},
	{"Name,Company,Title,Influence,Next Action,Owner", "Lisa Green,Northwind,CTO,High,Call,Ana Ruiz", model.KindContact, "Name=full_name;Title=title;Influence=influence"},
	{"Name,Company,Role,Support,Action,Owner", "Lisa Green,Northwind,CTO,Champion,Call,Ana Ruiz", model.KindContact, "Name=full_name;Support=support"},
	{"Name,Title,Influence,Support,Action,Owner", "Lisa Green,CTO,High,Champion,Call,Ana Ruiz", model.KindContact, "Title=title"},
	{"Name,Company,Role,Next Step,Due Date", "Lisa Green,Northwind,CTO,Call,2026-12-01", model.KindContact, "Role=title"},
	{"Stakeholder,Role,Influence,Support,Next Step,Due", "Lisa Green,CTO,High,Champion,Call,2026-12-01", model.KindContact, "Stakeholder=full_name"},
	{"Contact,Company,Next Step,Deadline", "Lisa Green,Northwind,Call,2026-12-01", model.KindContact, "Contact=full_name"},
	{"Stakeholder,Title,Next Step,Due,Owner", "Lisa Green,CTO,Call,2026-12-01,Ana Ruiz", model.KindContact, "Title=title"},
	{"Name,Company,Next Step,Due,Owner", "Lisa Green,Northwind,Call,2026-12-01,Ana Ruiz", model.KindContact, "Name=full_name;Company=account.name"},
	{"Name,Influence,Support,To Do,Due", "Lisa Green,High,Champion,Call,2026-12-01", model.KindContact, "Influence=influence"},
	{"First Name,Last Name,Position,Action,Due Date,Owner", "Lisa,Green,CTO,Call,2026-12-01,Ana Ruiz", model.KindContact, "Position=title"},
	{"Account,Contact Name,Job Title,Next Action,Due Date,Owner", "Northwind,Lisa Green,CTO,Call,2026-12-01,Ana Ruiz", model.KindContact, "Account=account.name"},
	{"Name;Firma;Rolle;Einfluss;Nächster Schritt;Fällig am;Verantwortlich", "Lisa Green;Nordwind;Decision Maker;Hoch;Anruf;01.12.2026;Ana Ruiz", model.KindContact, "Name=full_name;Einfluss=influence"},
	{"Ansprechpartner;Unternehmen;Nächste Aktion;Verantwortlich", "Lisa Green;Nordwind;Anruf;Ana Ruiz", model.KindContact, "Ansprechpartner=full_name"},
	{"Nom complet,Société,Fonction,Influence,Prochaine étape,Échéance", "Lisa Green,Nordvent,CTO,Fort,Appeler,2026-12-01", model.KindContact, "Fonction=title"},
	{"Contacto,Empresa,Cargo,Apoyo,Próximo paso,Fecha límite", "Lisa Green,Norte,CTO,Aliado,Llamar,2026-12-01", model.KindContact, "Apoyo=support"},

	// Deals.
	{"Opportunity,Account,Amount,Stage,Close Date,Owner", "Rollout,Northwind,5000 EUR,Proposing,2026-12-01,Ana Ruiz", model.KindOpportunity, "Opportunity=name"},
	{"Name,Account,Value,Stage,Probability,Next Step", "Rollout,Northwind,5000 EUR,Proposing,40,Call", model.KindOpportunity, "Name=name;Value=amount"},
	{"Deal,Customer,Value,Expected Close,Rep", "Rollout,Northwind,5000 EUR,2026-12-01,Ana Ruiz", model.KindOpportunity, "Deal=name;Customer=account.name"},
	{"title,account,amount,stage,close,owner", "Rollout,Northwind,5000 EUR,Proposing,2026-12-01,Ana Ruiz", model.KindOpportunity, "title=name"},
	{"Opportunity Name,Customer,ACV,Probability %,Forecast Close", "Rollout,Northwind,5000 EUR,40,2026-12-01", model.KindOpportunity, "ACV=amount;Probability %=probability;Forecast Close=close"},
	{"Verkaufschance;Kunde;Betrag;Phase;Abschlussdatum", "Einführung;Nordwind;5000 EUR;Proposing;01.12.2026", model.KindOpportunity, "Verkaufschance=name;Betrag=amount;Phase=stage;Abschlussdatum=close"},
	{"Opportunité,Client,Montant,Étape,Date de clôture", "Déploiement,Nordvent,5000 EUR,Proposing,2026-12-01", model.KindOpportunity, "Opportunité=name;Montant=amount;Étape=stage"},
	{"Oportunidad,Cliente,Importe,Etapa,Fecha de cierre", "Despliegue,Norte,5000 EUR,Proposing,2026-12-01", model.KindOpportunity, "Oportunidad=name;Importe=amount;Etapa=stage"},
	{"Opportunity,Contact,Email,Stage,Amount", "Rollout,Lisa Green,lisa@example.com,Proposing,5000 EUR", model.KindOpportunity, "Opportunity=name"},
	{"Deal,Contact Name,Account,Amount k€,Stage,Next Step,Due Date", "Rollout,Lisa Green,Northwind,5,Proposing,Call,2026-12-01", model.KindOpportunity, "Deal=name;Account=account.name;Amount k€=amount"},
	{"Verkaufschance;Ansprechpartner;Kunde;Phase;Nächster Schritt;Fällig", "Einführung;Lisa Green;Nordwind;Proposing;Anruf;01.12.2026", model.KindOpportunity, "Verkaufschance=name"},

	// Accounts.
	{"Account Name,Owner,Segment,Action", "Northwind,Ana Ruiz,A,Call", model.KindAccount, "Account Name=name"},
	{"Account,Next Action,Owner,Renewal Date", "Northwind,Call,Ana Ruiz,2026-12-01", model.KindAccount, "Account=name"},
	{"Customer,Tier,Next Step,Due Date,Owner", "Northwind,1,Call,2026-12-01,Ana Ruiz", model.KindAccount, "Customer=name"},
	{"Kunde;Segment;Nächster Schritt;Verantwortlich;Frist", "Nordwind;A;Anruf;Ana Ruiz;01.12.2026", model.KindAccount, "Kunde=name"},
	{"Client,Secteur,Prochaine étape,Responsable,Échéance", "Nordvent,Logistique,Appeler,Ana Ruiz,2026-12-01", model.KindAccount, "Client=name"},
	{"Empresa,Sector,Próxima acción,Responsable,Plazo", "Norte,Logística,Llamar,Ana Ruiz,2026-12-01", model.KindAccount, "Empresa=name"},
	{"Account,Industry,Annual Revenue,Employees,Owner", "Northwind,Logistics,5000000 EUR,300,Ana Ruiz", model.KindAccount, "Account=name"},
	{"Customer,Segment,Owner,Status,Country", "Northwind,A,Ana Ruiz,Customer,Norway", model.KindAccount, "Customer=name"},
	{"Name,Industry,City,Website,Phone", "Northwind,Logistics,Oslo,northwind.example,+47 22 00 00 00", model.KindAccount, "Name=name"},
	{"Company,Account Manager,Next Review,Health", "Northwind,Ana Ruiz,2026-12-01,Good", model.KindAccount, "Company=name;Health=overall_health"},
	{"Company,Main Phone,Email,City", "Northwind,+47 22 00 00 00,post@northwind.example,Oslo", model.KindAccount, "Company=name"},
	{"Account,Owner,Due Date,Status", "Northwind,Ana Ruiz,2026-12-01,Customer", model.KindAccount, "Account=name"},
	{"Kunde;Branche;Mitarbeiter;Umsatz;Betreuer", "Nordwind;Logistik;300;5000000 EUR;Ana Ruiz", model.KindAccount, "Kunde=name"},
	{"Client,Secteur,Effectif,Chiffre d'affaires,Ville", "Nordvent,Logistique,300,5000000 EUR,Oslo", model.KindAccount, "Client=name"},
	{"Empresa,Sector,Empleados,Facturación,Ciudad", "Norte,Logística,300,5000000 EUR,Oslo", model.KindAccount, "Empresa=name"},

	// What was talked about, and what is wanted.
	{"Date,Account,Attendees,Subject,Notes", "2026-11-01,Northwind,Lisa Green,Kick-off,x", model.KindInteraction, "Date=on;Subject=summary;Attendees=contacts"},
	{"Meeting,Date,Customer,Participants,Summary", "QBR,2026-11-01,Northwind,Lisa Green,Kick-off", model.KindInteraction, "Date=on;Participants=contacts"},
	{"Meeting Date,Company,Contact,Type,Topic", "2026-11-01,Northwind,Lisa Green,Call,Kick-off", model.KindInteraction, "Topic=summary;Contact=contacts"},
	{"Datum;Kunde;Teilnehmer;Thema;Notizen", "01.11.2026;Nordwind;Lisa Green;Auftakt;x", model.KindInteraction, "Datum=on;Thema=summary;Teilnehmer=contacts"},
	{"Date,Client,Participants,Sujet,Compte rendu", "2026-11-01,Nordvent,Lisa Green,Lancement,x", model.KindInteraction, "Sujet=summary"},
	{"Date,Account,Attendees,Topic,Next Step,Due Date", "2026-11-01,Northwind,Lisa Green,Kick-off,Call,2026-12-01", model.KindInteraction, "Attendees=contacts;Topic=summary"},
	{"Datum;Kunde;Teilnehmer;Thema;Nächster Schritt;Verantwortlich", "01.11.2026;Nordwind;Lisa Green;Auftakt;Anruf;Ana Ruiz", model.KindInteraction, "Thema=summary"},
	{"Fecha,Cliente,Asistentes,Tema,Acción,Responsable", "2026-11-01,Norte,Lisa Green,Inicio,Llamar,Ana Ruiz", model.KindInteraction, "Tema=summary"},
	{"Objective,Account,Owner,Due,Metric,Status", "Win the east,Northwind,Ana Ruiz,2026-12-01,Sites,In Progress", model.KindObjective, "Objective=name;Metric=metrics;Due=due"},
	{"Goal,Success Metric,Target Date,Owner,Account", "Win the east,Sites,2026-12-01,Ana Ruiz,Northwind", model.KindObjective, "Goal=name;Success Metric=metrics;Target Date=due"},
	{"Ziel;Kunde;Verantwortlich;Fällig;Messgröße", "Osten;Nordwind;Ana Ruiz;01.12.2026;Standorte", model.KindObjective, "Ziel=name;Messgröße=metrics"},
	{"Objectif,Client,Responsable,Échéance,Indicateur", "L'est,Nordvent,Ana Ruiz,2026-12-01,Sites", model.KindObjective, "Objectif=name;Indicateur=metrics"},
	{"Objetivo,Cliente,Responsable,Vencimiento,Indicador", "El este,Norte,Ana Ruiz,2026-12-01,Sedes", model.KindObjective, "Objetivo=name;Indicador=metrics"},
	{"KPI,Baseline,Current,Target,By When,Stakeholder,Account", "Cost per parcel,5,4,3,2026-12-01,Lisa Green,Northwind", model.KindGoal, "KPI=metric;By When=by;Stakeholder=contact"},
	{"Account,Contract,Amount,Renewal Date,Risk", "Northwind,C-1,5000 EUR,2026-12-01,High", model.KindRenewal, "Renewal Date=on;Amount=amount;Risk=risk"},
}

// A table is taken for what a person would take it for by its headings.
func TestKindsAsAPersonReadsThem(t *testing.T) {
	for _, sheet := range sheetsOfPeople {
		res, err := Import(empty(), []File{{Name: "list.csv", Data: []byte(sheet.headings + "\n" + sheet.row + "\n")}}, ImportOptions{Today: today, NewID: newIDsAfter(empty())})
		if len(res.Tables) != 1 {
			t.Errorf("%s: %v", sheet.headings, err)
			continue
		}
		table := res.Tables[0]
		if table.Kind != sheet.kind {
			t.Errorf("%s: rows of %v, want %v (%v)", sheet.headings, table.Kind, sheet.kind, err)
			continue
		}
		if err != nil || res.Created == 0 && res.Skipped > 0 {
			t.Errorf("%s: %d created, %v %v", sheet.headings, res.Created, res.Errors, err)
		}
		goes := map[string]string{}
		for _, c := range table.Columns {
			goes[c.Heading] = strings.TrimRight(c.Target, "?|")
			if c.Instead != "" {
				goes[c.Heading] = "same as " + c.Instead
			}
		}
		for _, pair := range strings.Split(sheet.goes, ";") {
			if heading, want, said := strings.Cut(pair, "="); said && goes[heading] != want {
				t.Errorf("%s: %s goes to %q, want %s", sheet.headings, heading, goes[heading], want)
			}
		}
	}
}

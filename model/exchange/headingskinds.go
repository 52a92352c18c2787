package exchange

// What people call that which a row is about, what is due, and what only rows of
// one kind have; the lines of generalKinds are made of them.
const (
	dueHeadings = `Due, Due Date, Due Day, Due On, Due By, Deadline, By When, Target Date, Due Date Only, Fällig, Fällig am, Fälligkeit, Fälligkeitsdatum, Termin, Bis, Bis wann,
		Frist, Échéance, Date d'échéance, Date limite, Vencimiento, Fecha de vencimiento, Fecha límite, Plazo`
	doerHeadings = `Owner, Assigned To, Assigned, Assignee, Responsible, Owner Name, Task Owner, Action Owner, Person Responsible, Who, Accountable, Verantwortlich, Zuständig, Wer,
		Bearbeiter, Responsable, Asignado a`
	// taskHeadings name a task wherever they stand; actHeadings do so unless people or
	// companies are described beside them; nextHeadings, what comes next for whatever
	// is named before them, only where nothing is.
	taskHeadings = `Task, Task Name, Task Title, Action Item, To Do, To-do, Todo, Aufgabe, Maßnahme, Massnahme, Tâche, Action à mener, Tarea`
	actHeadings  = `Action, Aktion, Acción`
	nextHeadings = `Next Step, Next Steps, Next Action, Next Actions, Nächster Schritt, Nächste Schritte, Nächste Aktion, Nächste Maßnahme, Prochaine étape, Prochaines étapes,
		Prochaine action, Próximo paso, Próximos pasos, Próxima acción`
	dealHeadings = `Deal, Deal Title, Opportunity, Opportunity Title, Opp, Opp Name, Verkaufschance, Verkaufsprojekt, Opportunité, Affaire, Oportunidad, Negocio`
	wonHeadings  = `Deal Name, Opportunity Name, Deal Stage, Opportunity Stage, Deal Value, Opportunity Value` // only deals have them
	// stageHeadings, worthHeadings and closeHeadings together make a deal of a row.
	stageHeadings = `Stage, Sales Stage, Pipeline Stage, Phase, Vertriebsphase, Verkaufsphase, Étape, Etapa`
	worthHeadings = `Amount, Value, Deal Size, ACV, TCV, Contract Value, Estimated Value, Probability, Win Probability, Betrag, Wert, Volumen, Auftragswert, Wahrscheinlichkeit,
		Montant, Valeur, Probabilité, Importe, Valor, Probabilidad`
	closeHeadings = `Close Date, Expected Close, Expected Close Date, Closing Date, Forecast Close, Estimated Close, Close, Abschluss, Abschlussdatum, Date de clôture, Clôture,
		Fecha de cierre, Cierre`
	// meetingDays are days of meetings; thereHeadings who was in one.
	meetingDays      = `Meeting Date, Call Date, Date of Meeting, Date of Call, Besprechungsdatum, Date de réunion, Fecha de reunión`
	thereHeadings    = `Attendees, Participants, Attendee, Teilnehmer, Teilnehmende, Participantes, Asistentes`
	aboutHeadings    = `Subject, Summary, Topic, Agenda, Discussion, Notes, Minutes, Outcome, Type, Thema, Betreff, Notizen, Sujet, Objet, Compte rendu, Tema, Asunto, Resumen`
	dayHeadings      = `Date, On, Day, Datum, Fecha, Start, Start Date, Start Time`
	aimHeadings      = `Objective, Objective Name, Goal, Goal Name, Ziel, Ziele, Objectif, Objetivo`
	metricHeadings   = `Metric, Metrics, Success Metric, Success Metrics, Success Criteria, Measure, Measure of Success, KPI, KPIs, Messgröße, Kennzahl, Erfolgskriterium, Indicateur, Indicador`
	measuredHeadings = `Baseline, Current, Current Value, Target, Target Value, Ausgangswert, Zielwert, Istwert, Valeur cible, Valor objetivo`
	renewalDays      = `Renewal Date, Renews On, Renewal Due, Verlängerung am, Verlängerungsdatum, Date de renouvellement, Fecha de renovación`
	renewedHeadings  = `Contract, Contract Name, Contract Number, Contract No, Renewal, Renewal Name, Vertrag, Vertragsnummer, Contrat, Contrato`
	// whereHeadings are of the account that a row of something else names.
	whereHeadings = `Account, Account Name, Company, Company Name, Customer, Customer Name, Client, Kunde, Firma, Konto, Unternehmen, Client, Société, Compte, Cliente, Empresa, Cuenta`
	// oneTask and oneMeeting head the first column of a list of them, and of no other.
	oneTask    = `Task, Task Name, Action Item, To Do, To-do, Todo, Aufgabe, Tâche, Tarea`
	oneMeeting = `Meeting, Meeting Name, Call, Besprechung, Termin, Anruf, Gespräch, Réunion, Appel, Reunión, Llamada`
	soldIn     = `Year, Fiscal Year, Jahr, Année, Año`
	soldFor    = `Amount, Revenue, Sales, Turnover, Umsatz, Betrag, Chiffre d'affaires, Montant, Ingresos, Importe`
	soldWhat   = `Product, Product Name, Produkt, Produit, Producto`
	// corporateHeadings and personHeadings are of lists of companies and of people,
	// whatever is due about them.
	corporateHeadings = `Industry, Sector, Employees, Annual Revenue, Revenue, Website, Branche, Mitarbeiter, Umsatz, Secteur, Effectif, Chiffre d'affaires, Empleados, Facturación`
	personHeadings    = `Email, E-mail, E-mail Address, Email Address, First Name, FirstName, Last Name, LastName, Surname, Job Title, Phone, Mobile`
	// standingHeadings and jobHeadings say where people stand, nameHeadings who they
	// are; segmentHeadings say of companies how they are kept.
	standingHeadings = `Influence, Influence Level, Level of Influence, Power, Support, Support Level, Attitude, Stance, Sentiment, Decision Role, Buying Role, Stakeholder Role,
		Relationship Strength, Einfluss, Haltung, Einstellung, Unterstützung, Entscheidungsrolle, Niveau d'influence, Pouvoir, Soutien, Influencia, Apoyo, Actitud`
	jobHeadings  = `Role, Title, Position, Job, Department, Reports To, Rolle, Funktion, Abteilung, Rôle, Fonction, Poste, Rol, Cargo, Puesto, Departamento`
	nameHeadings = `Name, Full Name, Stakeholder, Stakeholder Name, Key Stakeholder, First Name, Last Name, Vorname, Nachname, Vollständiger Name, Nom, Prénom, Nom complet,
		Partie prenante, Nombre, Nombre completo, Apellido, Apellidos`
	segmentHeadings = `Segment, Account Segment, Tier, Account Tier, Health, Account Health, Account Status, Account Type, ARR, Customer Since, Account Manager, Kundensegment,
		Kundenbetreuer, Segmento, Commercial, ` + renewalDays
	// namingHeadings name people, companies and deals: of them and what is to be done,
	// the first names what a row is.
	namingHeadings = nameHeadings + `, Contact, Contact Name, Contact Person, Primary Contact, Main Contact, Key Contact, Person, Person Name, Ansprechpartner, Kontakt,
		Kontaktperson, Interlocuteur, Contacto, Interlocutor, Company, Company Name, Account, Account Name, Customer, Customer Name, Client, Client Name, Organisation,
		Organization, Firma, Unternehmen, Kunde, Société, Entreprise, Empresa, Compañía, Cliente, Deal Name, Opportunity Name, ` + dealHeadings
)

// describedHeadings are of lists of people and of companies.
const describedHeadings = nameHeadings + `, ` + standingHeadings + `, ` + jobHeadings + `, ` + personHeadings + `, ` + segmentHeadings + `, ` + corporateHeadings

// generalKinds tells the kind of a row by the headings that only its rows have
// together, whatever program wrote them; the first line that fits counts. What
// names the thing in a row decides, not what columns stand beside it.
const generalKinds = wonHeadings + ` = opportunity
	^` + dealHeadings + ` + ` + stageHeadings + `, ` + worthHeadings + `, ` + closeHeadings + ` = opportunity
	` + thereHeadings + ` + ` + meetingDays + `, Date, Datum, Fecha + ` + aboutHeadings + ` + !` + personHeadings + `, ` + taskHeadings + ` = interaction
	^` + taskHeadings + `, ` + actHeadings + `, ` + nextHeadings + ` + ` + dueHeadings + ` + !` + thereHeadings + ` = action
	` + taskHeadings + ` + ` + dueHeadings + ` + !` + standingHeadings + ` = action
	` + actHeadings + ` + ` + dueHeadings + `, ` + doerHeadings + ` + !` + describedHeadings + ` = action
	Subject, Betreff, Asunto + ` + dueHeadings + ` = action
	` + taskHeadings + ` + ` + doerHeadings + ` + !` + standingHeadings + `, ` + personHeadings + `, ` + corporateHeadings + ` = action
	^` + actHeadings + `, Next Action, Next Actions + ` + doerHeadings + ` + !` + thereHeadings + `, ` + personHeadings + `, ` + corporateHeadings + ` = action
	` + dealHeadings + ` + ` + stageHeadings + `, ` + worthHeadings + `, ` + closeHeadings + ` + !` + personHeadings + ` = opportunity
	` + stageHeadings + ` + ` + worthHeadings + `, ` + closeHeadings + ` + !` + personHeadings + ` = opportunity
	` + aimHeadings + ` + ` + metricHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = objective
	Title, What, Activity, Description, Item, Was, Titel + ` + dueHeadings + ` + ` + doerHeadings + ` + !Industry, Stage, ` + nameHeadings + `, ` + nextHeadings + `, ` + standingHeadings + `, ` + personHeadings + ` = action
	Name + ` + dueHeadings + ` + ` + doerHeadings + ` + !Industry, Stage, Amount, ` + actHeadings + `, ` + nextHeadings + `, ` + standingHeadings + `, ` + jobHeadings + `, ` + personHeadings + `, ` + segmentHeadings + ` = action
	` + aimHeadings + ` + ` + dueHeadings + `, ` + doerHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = objective
	` + metricHeadings + ` + ` + measuredHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = goal
	Subject, Summary + Start, Start Date, Start Time + !` + dueHeadings + ` = interaction
	` + meetingDays + ` + ` + aboutHeadings + `, ` + thereHeadings + ` + !` + dueHeadings + `, ` + personHeadings + ` = interaction
	` + thereHeadings + ` + ` + dayHeadings + `, ` + meetingDays + ` + !` + dueHeadings + `, ` + personHeadings + ` = interaction
	` + renewalDays + ` + ` + renewedHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = renewal
	` + soldWhat + ` + ` + soldIn + ` + ` + soldFor + ` + ` + whereHeadings + ` + !` + personHeadings + `, ` + stageHeadings + `, ` + closeHeadings + ` = revenue
	Title, What, Activity, Item, Was, Titel + ` + dueHeadings + ` + ` + whereHeadings + ` + !Name, Industry, Stage, Amount, ` + personHeadings + ` = action
	` + oneMeeting + ` + ` + dayHeadings + `, ` + meetingDays + ` + ` + whereHeadings + ` + !Name, ` + dueHeadings + `, ` + personHeadings + `, Industry, Sector, Branche, Secteur, Employees = interaction
	Subject, Summary, Topic, Discussion, Minutes, Thema, Betreff, Sujet, Tema, Asunto + ` + dayHeadings + ` + ` + whereHeadings + ` + !Name, ` + dueHeadings + `, ` + personHeadings + `, Industry, Sector, Branche, Secteur, Employees = interaction
	` + oneTask + ` + ` + whereHeadings + ` + !Name, ` + personHeadings + `, ` + corporateHeadings + ` = action`

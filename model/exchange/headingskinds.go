package exchange

// What people call that which a row is about, what is due, and what only rows of
// one kind have; the lines of generalKinds are made of them.
const (
	dueHeadings = `Due, Due Date, Due Day, Due On, Due By, Deadline, By When, Target Date, Due Date Only, Fällig, Fällig am, Fälligkeit, Fälligkeitsdatum, Termin, Bis, Bis wann,
		Frist, Échéance, Date d'échéance, Date limite, Vencimiento, Fecha de vencimiento, Fecha límite, Plazo`
	doerHeadings = `Owner, Assigned To, Assigned, Assignee, Responsible, Owner Name, Task Owner, Action Owner, Person Responsible, Who, Accountable, Verantwortlich, Zuständig, Wer,
		Bearbeiter, Responsable, Asignado a`
	taskHeadings = `Task, Task Name, Task Title, Action, Action Item, To Do, To-do, Todo, Next Action, Aufgabe, Maßnahme, Massnahme, Tâche, Action à mener, Tarea, Acción`
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
	// corporateHeadings and personHeadings are of lists of companies and of people,
	// whatever is due about them.
	corporateHeadings = `Industry, Sector, Employees, Annual Revenue, Revenue, Website, Branche, Mitarbeiter, Umsatz, Secteur, Effectif, Chiffre d'affaires, Empleados, Facturación`
	personHeadings    = `Email, E-mail, E-mail Address, Email Address, First Name, FirstName, Last Name, LastName, Surname, Job Title, Phone, Mobile`
)

// generalKinds tells the kind of a row by the headings that only its rows have
// together, whatever program wrote them; the first line that fits counts.
const generalKinds = wonHeadings + ` = opportunity
	` + taskHeadings + ` + ` + dueHeadings + ` = action
	Subject, Betreff, Asunto + ` + dueHeadings + ` = action
	` + taskHeadings + ` + ` + doerHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = action
	` + dealHeadings + ` + ` + stageHeadings + `, ` + worthHeadings + `, ` + closeHeadings + ` + !` + personHeadings + ` = opportunity
	` + stageHeadings + ` + ` + worthHeadings + `, ` + closeHeadings + ` + !` + personHeadings + ` = opportunity
	` + aimHeadings + ` + ` + metricHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = objective
	Title, What, Activity, Description, Item, Was, Titel + ` + dueHeadings + ` + ` + doerHeadings + ` + !Name, Industry, Stage, ` + personHeadings + ` = action
	Name + ` + dueHeadings + ` + ` + doerHeadings + ` + !Title, Industry, Stage, Amount, ` + personHeadings + ` = action
	Next Step, Next Steps, Nächster Schritt, Prochaine étape, Próximo paso + ` + dueHeadings + ` + !` + dealHeadings + `, ` + worthHeadings + `, ` + personHeadings + `, ` + corporateHeadings + ` = action
	` + aimHeadings + ` + ` + dueHeadings + `, ` + doerHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = objective
	` + metricHeadings + ` + ` + measuredHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = goal
	Subject, Summary + Start, Start Date, Start Time + !` + dueHeadings + ` = interaction
	` + meetingDays + ` + ` + aboutHeadings + `, ` + thereHeadings + ` + !` + dueHeadings + `, ` + personHeadings + ` = interaction
	` + thereHeadings + ` + ` + dayHeadings + `, ` + meetingDays + ` + !` + dueHeadings + `, ` + personHeadings + ` = interaction
	` + renewalDays + ` + ` + renewedHeadings + ` + !` + personHeadings + `, ` + corporateHeadings + ` = renewal`

package exchange

import (
	"strings"

	"astute/model"
)

// A dialect is what one program's tables look like. The general dialect, last
// in the list, is every spelling that people use whatever the program; it is
// asked for headings that a program's own lines do not have.
type dialect struct {
	source string // what the import says it recognised, and remembers ids under
	// marks are headings that nobody else writes; the dialect with most of them
	// in the table is taken.
	marks string
	// headings says for each kind of row which heading means which field: lines
	// of "Heading, Heading = target". Case, blanks and - _ . ( ) / do not count.
	// A target is a field of the kind, or of the account the row names
	// (account.industry), or one of the roles below; "?" after it says that a
	// value without an equal here is normal, and of a link that it only fills a
	// blank; "|" last of all that the column counts only in rows where another of
	// the same meaning is blank, and that a link is noted in the others; "-" leaves a column out that only the other program's machinery has
	// a use for. "@id" after a link's field says that the cells are ids at the
	// source. Kind 0 is for rows of kinds without a line.
	headings map[model.Kind]string
	// prefixes are how the ids of a kind begin, where ids say so.
	prefixes map[string]model.Kind
	// kinds are headings that only rows of one kind have: lines as above, with the
	// kind's word for a target. "+" between two lists asks for a heading of each;
	// "!" before one, for none of it, "^", for one before which no column names a
	// person, a company or a deal.
	kinds string
	// several are headings whose cells hold all that a row is linked to, with
	// semicolons between.
	several string
	// joined says that a cell may hold several values, as Google writes them.
	joined bool
}

// Roles are targets that are not fields: parts of a name or address, and ids of
// the other program.
const (
	roleFull     = "full_name"
	roleFirst    = "first_name"
	roleMiddle   = "middle_name"
	roleLast     = "last_name"
	roleSuffix   = "suffix"
	roleStreet   = "street"
	roleCity     = "city"
	roleState    = "state"
	rolePostal   = "postal_code"
	roleCountry  = "country"
	roleReports  = "reports_to_id"
	roleOwner    = "owner_id"
	roleManager  = "manager_id"
	roleOwnID    = "id" // of our own file
	roleDeleted  = "is_deleted"
	roleWon      = "is_won" // of a deal, with the next two: what became of it, whatever its stage is called
	roleClosed   = "is_closed"
	roleOutcome  = "deal_status"
	roleCurrency = "row_currency" // of the amounts of a row that has no field for it
	roleLinkID   = "@id"
	roleNote     = "note"
	roleIgnore   = "-"
	roleExternal = "external_id"
)

var roles = strings.Fields(strings.Join([]string{roleFull, roleFirst, roleMiddle, roleLast, roleSuffix, roleStreet, roleCity, roleState, rolePostal,
	roleCountry, roleReports, roleOwner, roleManager, roleOwnID, roleDeleted, roleNote, roleIgnore, roleExternal,
	roleWon, roleClosed, roleOutcome, roleCurrency}, " "))

// addressField is where the parts of an address go.
var addressField = map[model.Kind]string{model.KindAccount: "hq", model.KindContact: "location"}

// The sources, as Result and an undo label name them.
const (
	sourceOwn        = "own CSV"
	sourceSalesforce = "Salesforce"
	sourceHubSpot    = "HubSpot"
	sourceGeneral    = "CSV"
)

// dialects are all that are known, the general one last.
var dialects = []dialect{salesforce, hubSpot, pipedrive, dynamics, googleContacts, outlook, linkedIn, thunderbird, vCards, general}

var general = dialect{
	source: sourceGeneral,
	kinds:  generalKinds,
	headings: map[model.Kind]string{
		model.KindOpportunity: `
				Name, Title, Deal, Deal Name, Deal Title, Opportunity, Opportunity Name, Opportunity Title, Opp, Opp Name = name
				Id, Deal ID, Opportunity ID, External ID = external_id
				Company, Company Name, Account, Account Name, Customer, Customer Name, Client, Organisation, Organization = account.name
				Account ID, Company ID, Customer ID = account.external_id
				Stage, Deal Stage, Opportunity Stage, Sales Stage = stage
				Status, Deal Status = deal_status
				Amount, Value, Deal Value, Deal Amount, Deal Size, Opportunity Value, ACV, TCV, Contract Value, Estimated Value = amount
				Currency, CurrencyIsoCode, Currency Code = row_currency
				Probability, Probability %, Win Probability, Chance = probability
				Close, Close Date, Expected Close, Expected Close Date, Closing Date, Forecast Close, Estimated Close = close
				Owner, Deal Owner, Opportunity Owner, Sales Rep, Rep, Account Manager, Account Executive = owner
				Next Step = next_step
				Notes, Comments, Description, Remarks = notes
				Tags, Labels = tags` + localDeals,
		model.KindAction: `
				Subject, Title, Task, Task Name, Task Title, Action, Action Item, To Do, To-do, Todo, Name, What, Activity, Item, ` + nextHeadings + ` = title
				Id, Task ID, Activity ID, Action ID, External ID = external_id
				` + dueHeadings + `, Date = due
				` + doerHeadings + ` = owner
				Start, Start Date, Begin, Begins = start
				Done, Done On, Completed, Completed On, Completed Date, Date Completed, Completion Date = done?
				Status, State, Task Status, Progress = status?
				Type, Task Type, Activity Type = type?
				Function = function?
				Company, Company Name, Account, Account Name, Customer, Customer Name, Client, Organisation, Organization, Company / Account = account.name
				Account ID, Company ID, Customer ID = account.external_id
				Related To, Regarding, Serves, Contact, Contact Name, Person, Opportunity, Opportunity Name, Deal, Deal Name, For = serves?|
				Objective, Goal = objective
				Asked Of = asked_of
				Result, Outcome = result
				Notes, Note, Comments, Comment, Description, Remarks, Details = notes
				Tags, Labels = tags` + localTasks,
		model.KindInteraction: `
				Subject, Summary, Title, Topic, Name, Meeting, Call, Agenda = summary
				Id, Event ID, Activity ID, External ID = external_id
				` + dayHeadings + `, ` + meetingDays + ` = on
				Type, Activity Type = type?
				` + doerHeadings + ` = teammate
				Company, Company Name, Account, Account Name, Customer, Customer Name, Client, Organisation, Organization, Company / Account = account.name
				Account ID, Company ID, Customer ID = account.external_id
				Contact, Contacts, Contact Name, With, Person, ` + thereHeadings + ` = contacts?
				Notes, Note, Comments, Comment, Description, Remarks, Details, Discussion, Minutes, Outcome = notes
				Tags, Labels = tags` + localMeetings,
		model.KindObjective: `
				Title, Name, ` + aimHeadings + ` = name
				Id, Objective ID, External ID = external_id
				` + metricHeadings + ` = metrics
				` + dueHeadings + `, By = due
				` + doerHeadings + ` = owner
				Status, State, Progress = status?
				Type = type?
				Priority = priority?
				Company, Company Name, Account, Account Name, Customer, Customer Name, Client, Organisation, Organization = account.name
				Account ID, Company ID, Customer ID = account.external_id
				Notes, Note, Comments, Comment, Description, Remarks, Details = notes
				Tags, Labels = tags` + localObjectives,
		model.KindGoal: `
				` + metricHeadings + ` = metric
				Unit, Unit of Measure, Einheit, Unité, Unidad = unit_of_measure
				Baseline, Ausgangswert = baseline
				Current, Current Value, Istwert = current
				Target, Target Value, Zielwert, Valeur cible, Valor objetivo = target
				` + dueHeadings + ` = by
				Owner, Contact, Contact Name, Stakeholder, Person = contact?
				Company, Company Name, Account, Account Name, Customer, Customer Name, Client, Organisation, Organization = account.name
				Account ID, Company ID, Customer ID = account.external_id
				Notes, Comments, Description, Remarks = notes` + localNames,
		model.KindRenewal: `
				` + renewalDays + ` = on
				` + renewedHeadings + ` = contract
				Amount, Value, ARR, ACV, Contract Value, Betrag, Wert, Montant, Importe = amount
				Currency, CurrencyIsoCode, Currency Code = row_currency
				Company, Company Name, Account, Account Name, Customer, Customer Name, Client, Organisation, Organization = account.name
				Account ID, Company ID, Customer ID = account.external_id
				Risk, Risk Level = risk?
				Notes, Comments, Description, Remarks = notes` + localNames,
		model.KindAccount: `
				Company, Company Name, Account, Account Name, Organisation, Organization, Organisation Name, Organization Name, Customer, Customer Name,
					Client, Client Name, Name, Business Name, Security, Firm = name
				Id, Account ID, Company ID, Customer ID, External ID, Record ID = external_id
				Employees, Employee Count, Number of Employees, NumberOfEmployees, Headcount, No. of Employees, Company Size, Staff = employees
				Revenue, Annual Revenue, AnnualRevenue, Turnover, Sales, Est. Revenue = annual_revenue
				Industry, Sector, GICS Sector, Vertical, Branch = industry
				Status, Account Status, Relationship, Account Type, Customer Status = relationship?
				Health, Account Health, Overall Health, Customer Health = overall_health?
				Owner, Account Owner, Account Manager, Account Executive, Company owner, Owner Name, Rep, Sales Rep, Account Rep, Sales Representative = owner
				OwnerId = owner_id
				Headquarters, Headquarters Location, HQ, Head Office, Location, Address = hq
				Street, Street Address, Address 1, Address Line 1 = street
				City, Town = city
				State, Province, State/Region, State/Province, County, Region = state
				Zip, Zip Code, Postal Code, Postcode, Zip/Postal Code = postal_code
				Country, Country/Region, Country Name = country
				Description, About = description
				Currency, CurrencyIsoCode, Account Currency, Currency Code = currency
				Customer Since, Client Since = customer_since
				Notes, Comments, Comment, Remarks = notes
				Tags, Labels = tags
				Website, Web, URL, Domain, Homepage, Phone = note` + localCompanies,
		model.KindContact: `
				Name, Full Name, Contact, Contact Name, Contact Person, Primary Contact, Main Contact, Key Contact, Person, Person Name, Display Name,
					Stakeholder, Stakeholder Name, Key Stakeholder = full_name
				First Name, FirstName, Given Name, Forename = first_name
				Middle Name, MiddleName = middle_name
				Last Name, LastName, Surname, Family Name = last_name
				Suffix, Name Suffix = suffix
				Id, Contact ID, External ID, Record ID, Person ID = external_id
				Title, Job Title, JobTitle, Position, Job, Role, Rolle, Rôle, Rol = title
				Email, E-mail, Email Address, E-mail Address, Work Email, Business Email, Mail = email
				Phone, Phone Number, Mobile, Mobile Phone, MobilePhone, Mobile Number, Telephone, Tel, Cell, Cell Phone, Work Phone, Business Phone,
					Direct Phone, Home Phone = phones
				LinkedIn, LinkedIn URL, LinkedIn Profile, LinkedIn Bio, Profile, Profile URL, Profile Link, URL = profile
				Department, Function, Dept = function?
				Decision Role, Buying Role, Buyer Role, Role in Decision, Role in the Decision, Decision Making Role, Stakeholder Role, Buying Center Role, Buying Centre Role,
					Persona Role, Entscheidungsrolle, Rolle im Buying Center, Rôle dans la décision, Rol en la decisión = decision_role?
				Influence Level, Level of Influence, Influence (H/M/L), Influence Rating, Power, Power Level, Power/Influence, Einfluss, Einflussgrad, Niveau d'influence, Pouvoir,
					Influencia, Nivel de influencia = influence?
				Support Level, Level of Support, Support (H/M/L), Attitude, Stance, Sentiment, Disposition, Attitude Towards Us, Advocacy, Haltung, Einstellung, Unterstützung,
					Soutien, Apoyo, Actitud = support?
				Relationship, Relationship Strength, Relationship Health, Relationship Status, Relationship Quality, Beziehung, Beziehungsqualität, Relation, Relación = alignment?
				Seniority, Seniority Level, Job Level, Hierarchie, Hierarchieebene = rank?
				Reports To, Manager, Manager's Name, Supervisor, Boss = reports_to
				Street, Street Address, Address 1, Address Line 1 = street
				City, Town = city
				State, Province, State/Region, State/Province, County, Region = state
				Zip, Zip Code, Postal Code, Postcode, Zip/Postal Code = postal_code
				Country, Country/Region, Country Name = country
				Location, Address = location
				Time Zone, Timezone = time_zone
				Nickname, Preferred Name, Known As = preferred_name
				Notes, Comments, Comment, Remarks, Description = notes
				Tags, Labels = tags
				Last Contacted, Last Contact, Last Activity = touched
				Preferred Channel, Preferred Contact Method = channel
				Company, Company Name, Account, Account Name, Organisation, Organization, Organisation Name, Organization Name, Customer, Customer Name,
					Client, Client Name, Business Name, Employer, Firm = account.name
				Account ID, Company ID, Customer ID = account.external_id
				Industry, Sector, Company Industry = account.industry
				Employees, Employee Count, Number of Employees, NumberOfEmployees, Company Size = account.employees
				Annual Revenue, AnnualRevenue, Company Revenue, Revenue = account.annual_revenue
				Account Owner = account.owner
				Owner, Owner Name, Account Manager, Account Executive, Rep, Sales Rep, Account Rep, Sales Representative = account.owner?
				Company Country, Account Country = account.country
				Company City, Account City = account.city
				CurrencyIsoCode, Currency = account.currency
				Website, Company Website, Web, Domain, Company Domain, Company Domain Name, Company Phone = account.note` + localPeople,
		model.KindTeammate: `
				Name, Full Name, User = full_name
				First Name, FirstName, Given Name = first_name
				Last Name, LastName, Surname = last_name
				Id, User ID, External ID = external_id
				Email, E-mail, Email Address = email
				Role, Title, Job Title = role?
				Company, Company Name, CompanyName, Partner = company
				Manager = manager`,
	},
}

// headingTable reads the lines of a dialect: squashed heading to target.
func headingTable(lines string) map[string]string {
	table := map[string]string{}
	// A line that does not hold "=" runs on into the next.
	pending := ""
	for _, line := range strings.Split(lines, "\n") {
		pending += line
		names, target, whole := strings.Cut(pending, " = ")
		if !whole {
			continue
		}
		for _, name := range strings.Split(names, ",") {
			table[squash(strings.TrimSpace(name))] = strings.TrimSpace(target)
		}
		pending = ""
	}
	return table
}

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
	// blank; "-" leaves a column out that only the other program's machinery has
	// a use for. Kind 0 is for rows of kinds without a line.
	headings map[model.Kind]string
	// prefixes are how the ids of a kind begin, where ids say so.
	prefixes map[string]model.Kind
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
	roleNote     = "note"
	roleIgnore   = "-"
	roleExternal = "external_id"
)

var roles = strings.Fields(strings.Join([]string{roleFull, roleFirst, roleMiddle, roleLast, roleSuffix, roleStreet, roleCity, roleState, rolePostal,
	roleCountry, roleReports, roleOwner, roleManager, roleOwnID, roleDeleted, roleNote, roleIgnore, roleExternal}, " "))

// addressField is where the parts of an address go.
var addressField = map[model.Kind]string{model.KindAccount: "hq", model.KindContact: "location"}

// The sources, as Result and an undo label name them.
const (
	sourceOwn        = "own CSV"
	sourceSalesforce = "Salesforce"
	sourceHubSpot    = "HubSpot"
	sourceGeneral    = "CSV"
)

const salesforceMachinery = `
IsDeleted, Is Deleted = is_deleted
SystemModstamp, MasterRecordId, LastModifiedDate, LastModifiedById, CreatedById, LastViewedDate, LastReferencedDate,
	PhotoUrl, JigsawContactId, JigsawCompanyId, Jigsaw, CleanStatus, IsEmailBounced, IndividualId, RecordTypeId, LastCURequestDate, LastCUUpdateDate,
	Last Modified Date, Last Modified By, BillingLatitude, BillingLongitude, BillingGeocodeAccuracy, MailingLatitude, MailingLongitude,
	MailingGeocodeAccuracy = -`

var dialects = []dialect{
	{
		source: sourceSalesforce,
		marks: `AccountId, ReportsToId, OwnerId, ParentId, WhoId, IsDeleted, SystemModstamp, MailingStreet, MailingCity, MailingState, MailingPostalCode,
			MailingCountry, BillingStreet, BillingCity, BillingState, BillingPostalCode, BillingCountry, NumberOfEmployees, Account Owner, Account ID,
			Contact ID, Business Phone, Billing State/Province, Billing Zip/Postal Code, Mailing State/Province, Mailing Zip/Postal Code, Username,
			Account: Account Name, Contact: First Name, Contact: Last Name, Contact: Full Name, Account.Name, Owner.Name, LastActivityDate`,
		prefixes: map[string]model.Kind{"001": model.KindAccount, "003": model.KindContact, "005": model.KindTeammate, "00Q": model.KindContact},
		headings: map[model.Kind]string{
			model.KindAccount: `
				Id, Account ID, Account.Id = external_id
				Name, Account Name, Account.Name = name
				Type = relationship?
				BillingStreet = street
				BillingCity = city
				BillingState, Billing State/Province, BillingStateCode = state
				BillingPostalCode, Billing Zip/Postal Code = postal_code
				BillingCountry, BillingCountryCode = country
				Owner.Name, Account Owner, Account Owner: Full Name = owner
				OwnerId, Account Owner ID = owner_id` + salesforceMachinery,
			model.KindContact: `
				Id, Contact ID = external_id
				AccountId, Account ID, Account.Id = account.external_id
				Account Name, Account.Name = account.name
				Account Owner = account.owner
				Type = account.relationship?
				Name, Full Name, Contact Name = full_name
				ReportsToId, Reports To ID = reports_to_id
				ReportsTo.Name, Reports To, Reports To: Full Name = reports_to
				MailingStreet = street
				MailingCity = city
				MailingState, Mailing State/Province, MailingStateCode = state
				MailingPostalCode, Mailing Zip/Postal Code = postal_code
				MailingCountry, MailingCountryCode = country
				BillingCity = account.city
				BillingState, Billing State/Province = account.state
				BillingCountry = account.country
				BillingStreet = account.street
				BillingPostalCode, Billing Zip/Postal Code = account.postal_code
				OwnerId = account.owner_id?
				Owner.Name = account.owner?
				Phone, Business Phone, MobilePhone, Mobile, HomePhone, OtherPhone = phones
				Description = notes
				LastActivityDate, Last Activity = touched` + salesforceMachinery,
			model.KindTeammate: `
				Id, User ID = external_id
				Name, Full Name = full_name
				ManagerId = manager_id
				Manager.Name = manager
				Username, IsActive, Alias = note
				ProfileId, UserRoleId = -` + salesforceMachinery,
			0: `
				Id = external_id
				AccountId, Account ID, Account.Id = account.external_id
				Account Name, Account.Name = account.name
				OwnerId = owner_id
				Owner.Name = owner` + salesforceMachinery,
		},
	},
	{
		source: sourceHubSpot,
		marks: `Record ID, Lifecycle Stage, Company Domain Name, Company owner, Contact owner, Associated Company, Associated Company IDs,
			Country/Region, State/Region, Lead Status, Mobile Phone Number, Street Address, Number of Employees, Create Date, Original Source`,
		headings: map[model.Kind]string{
			model.KindAccount: `
				Record ID, Company ID = external_id
				Company name, Name = name
				Company owner = owner
				Lifecycle Stage, Type = relationship?
				Description, About Us = description
				HubSpot Team, Last Modified Date = -`,
			model.KindContact: `
				Record ID, Contact ID = external_id
				Associated Company IDs, Associated Company ID, Primary Associated Company ID = account.external_id
				Company name, Associated Company, Primary Associated Company = account.name
				Company Domain Name, Website URL = account.note
				Company owner = account.owner
				Phone Number, Mobile Phone Number = phones
				Last Contacted, Last Activity Date = touched
				HubSpot Team, Last Modified Date = -`,
		},
	},
	{
		source: formatCards, // by what the file is, not by its headings
		headings: map[model.Kind]string{
			model.KindContact: `
				UID = external_id
				Manager UID = reports_to_id
				Website, Company Phone, Company E-mail, Company Other address = account.note
				Company Location = account.hq
				Company Street = account.street
				Company City = account.city
				Company State = account.state
				Company Postal Code = account.postal_code
				Company Country = account.country
				Company Notes = account.notes
				Role, Social profile, Other link, Other e-mail, Other address, Language, Source = note`,
		},
	},
	{
		source: sourceGeneral,
		headings: map[model.Kind]string{
			model.KindAccount: `
				Company, Company Name, Account, Account Name, Organisation, Organization, Organisation Name, Organization Name, Customer, Customer Name,
					Client, Client Name, Name, Business Name, Security, Firm = name
				Id, Account ID, Company ID, Customer ID, External ID, Record ID = external_id
				Employees, Employee Count, Number of Employees, NumberOfEmployees, Headcount, No. of Employees, Company Size, Staff = employees
				Revenue, Annual Revenue, AnnualRevenue, Turnover, Sales, Est. Revenue = annual_revenue
				Industry, Sector, GICS Sector, Vertical, Branch = industry
				Status, Account Status, Relationship, Account Type, Customer Status = relationship?
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
				Website, Web, URL, Domain, Homepage, Phone = note
				Import error = -`,
			model.KindContact: `
				Name, Full Name, Contact, Contact Name, Contact Person, Primary Contact, Main Contact, Key Contact, Person, Person Name, Display Name = full_name
				First Name, FirstName, Given Name, Forename = first_name
				Middle Name, MiddleName = middle_name
				Last Name, LastName, Surname, Family Name = last_name
				Suffix, Name Suffix = suffix
				Id, Contact ID, External ID, Record ID, Person ID = external_id
				Title, Job Title, JobTitle, Position, Job, Role = title
				Email, E-mail, Email Address, E-mail Address, Work Email, Business Email, Mail = email
				Phone, Phone Number, Mobile, Mobile Phone, MobilePhone, Mobile Number, Telephone, Tel, Cell, Cell Phone, Work Phone, Business Phone,
					Direct Phone, Home Phone = phones
				LinkedIn, LinkedIn URL, LinkedIn Profile, LinkedIn Bio, Profile, Profile URL, Profile Link, URL = profile
				Department, Function, Dept = function?
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
				Website, Company Website, Web, Domain, Company Domain, Company Domain Name, Company Phone = account.note
				Import error = -`,
			model.KindTeammate: `
				Name, Full Name, User = full_name
				First Name, FirstName, Given Name = first_name
				Last Name, LastName, Surname = last_name
				Id, User ID, External ID = external_id
				Email, E-mail, Email Address = email
				Role, Title, Job Title = role?
				Company, Company Name, CompanyName, Partner = company
				Manager = manager
				Import error = -`,
		},
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

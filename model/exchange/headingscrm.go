package exchange

import "astute/model"

// The dialects of the systems that customers are kept in.

const salesforceMachinery = `
IsDeleted, Is Deleted = is_deleted
SystemModstamp, MasterRecordId, LastModifiedDate, LastModifiedById, CreatedById, LastViewedDate, LastReferencedDate,
	PhotoUrl, JigsawContactId, JigsawCompanyId, Jigsaw, CleanStatus, IsEmailBounced, IndividualId, RecordTypeId, LastCURequestDate, LastCUUpdateDate,
	Last Modified Date, Last Modified By, BillingLatitude, BillingLongitude, BillingGeocodeAccuracy, MailingLatitude, MailingLongitude,
	MailingGeocodeAccuracy = -`

var salesforce = dialect{
	source: sourceSalesforce,
	marks: `AccountId, ReportsToId, OwnerId, ParentId, WhoId, IsDeleted, SystemModstamp, MailingStreet, MailingCity, MailingState, MailingPostalCode,
			MailingCountry, BillingStreet, BillingCity, BillingState, BillingPostalCode, BillingCountry, NumberOfEmployees, Account Owner, Account ID,
			Contact ID, Business Phone, Billing State/Province, Billing Zip/Postal Code, Mailing State/Province, Mailing Zip/Postal Code, Username,
			Account: Account Name, Contact: First Name, Contact: Last Name, Contact: Full Name, Account.Name, Owner.Name, LastActivityDate,
			WhatId, ActivityDate, ContactId, OpportunityId, UserId, TeamMemberRole, Due Date Only, Company / Account, Team Role,
			Account Access, AccountAccessLevel, StageName, Probability (%), Opportunity ID, Reports To ID, EventSubtype, StartDateTime`,
	prefixes: map[string]model.Kind{"001": model.KindAccount, "003": model.KindContact, "005": model.KindTeammate, "00Q": model.KindContact,
		"006": model.KindOpportunity, "00T": model.KindAction, "00U": model.KindInteraction, "00K": model.KindRole, "01M": model.KindTeammate, "01t": model.KindProduct},
	kinds: `TeamMemberRole, Team Role, Team Member Role, Team Member = teammate
			WhoId, WhatId, Who.Name, What.Name + StartDateTime, EndDateTime, DurationInMinutes, IsAllDayEvent, EventSubtype = interaction
			WhoId, WhatId, Who.Name, What.Name = action
			OpportunityId, Opportunity ID, Opportunity Name, Opportunity.Name + ContactId, Contact ID, Contact Name, Contact.Name + Role, Contact Role, IsPrimary + !Stage, StageName, Amount = role
			Subject + Start, Start Date Time, End, Event Subtype, EventSubtype + !Due Date = interaction
			Subject + Due Date, Due Date Only, Date, ActivityDate, Assigned, Assigned To = action
			Opportunity ID, Opportunity Name, StageName, Opportunity: Opportunity Name = opportunity`,
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
		model.KindOpportunity: `
				Id, Opportunity ID = external_id
				AccountId, Account ID, Account.Id = account.external_id
				Account Name, Account.Name = account.name
				Name, Opportunity Name = name
				StageName, Stage = stage
				Probability, Probability (%) = probability
				CloseDate, Close Date = close
				NextStep, Next Step = next_step
				Amount (converted) = amount|
				IsClosed, Closed = is_closed
				IsWon, Won = is_won
				CurrencyIsoCode, Amount Currency, Opportunity Currency = row_currency
				OwnerId = owner_id
				Owner.Name, Opportunity Owner = owner
				ExpectedRevenue, Expected Revenue, ForecastCategory, ForecastCategoryName, Fiscal, FiscalYear, FiscalQuarter, HasOpportunityLineItem,
					Pricebook2Id, CampaignId, HasOpenActivity, HasOverdueTask = -` + salesforceMachinery,
		model.KindAction: `
				Id, Activity ID, Task ID, Task/Event ID = external_id
				AccountId, Account ID, Company / Account ID = account.external_id
				WhoId, WhatId, Name ID, Related To ID, Contact ID, Opportunity ID, Lead ID = serves@id
				Who.Name, What.Name, Name, Contact, Contact Name, Related To, Opportunity, Opportunity Name, Lead = serves?|
				Company / Account, Company/Account, Account Name, Account.Name = account.name
				Subject = title
				ActivityDate, Due Date, Due Date Only, Due Date/Time, Date = due|
				CompletedDateTime, Completed Date, Completed Date/Time = done
				OwnerId, Assigned To ID = owner_id
				Owner.Name, Assigned, Assigned To, Assigned To: Full Name, Owner: Full Name = owner
				Description, Comments, Full Comments = notes
				Status = status?
				Type, Activity Type, Task Type, Call Type, Event Type = note
				IsClosed, IsHighPriority, IsArchived, TaskSubtype, Task Subtype, WhoCount, WhatCount, IsRecurrence, IsReminderSet, ReminderDateTime, Closed, Archived,
					High Priority, Task, Is Task, Public, IsVisibleInSelfService, CallDurationInSeconds, CallObject, RecurrenceActivityId, Reminder Set,
					Created Date, Created By = -` + salesforceMachinery,
		model.KindInteraction: `
				Id, Activity ID, Event ID = external_id
				AccountId, Account ID = account.external_id
				WhoId, WhatId, Name ID, Related To ID = contacts@id
				Who.Name, Name, Contact, Contact Name = contacts?
				What.Name, Related To = note
				Company / Account, Account Name, Account.Name = account.name
				Subject = summary
				ActivityDate, Activity Date, Due Date Only, Date, StartDateTime, Start, Start Date, Start Date Time, ActivityDateTime, Due Date Time = on|
				OwnerId, Assigned To ID = teammate@id
				Owner.Name, Assigned, Assigned To = teammate
				Description, Full Description, Comments = notes
				Type, Event Type, EventSubtype = type?
				EndDateTime, EndDate, End, End Date Time, DurationInMinutes, IsAllDayEvent, IsPrivate, ShowAs, IsGroupEvent, GroupEventType, IsChild, IsArchived,
					IsRecurrence, IsReminderSet, ReminderDateTime, WhoCount, WhatCount, RecurrenceActivityId, Event Subtype, Duration, All-Day Event, Private,
					Show Time As, IsVisibleInSelfService, Recurrence2PatternText, Created Date = -` + salesforceMachinery,
		model.KindRole: `
				Id, Contact Role ID = external_id
				OpportunityId, Opportunity ID = opportunity@id
				ContactId, Contact ID = contact@id
				Opportunity Name, Opportunity.Name, Opportunity = opportunity
				Contact Name, Contact.Name, Contact, Contact: Full Name = contact
				AccountId, Account ID = account.external_id
				Account Name, Account.Name = account.name
				Role, Contact Role = decision_role?
				IsPrimary, Primary, Is Primary, Created Date, CreatedDate = -` + salesforceMachinery,
		model.KindTeammate: `
				Id, User ID, UserId = external_id
				Name, Full Name, User, User.Name, User: Full Name, Team Member, Team Member Name, Team Member: Full Name = full_name
				TeamMemberRole, Team Role, Team Member Role, Role = role?
				AccountId, Account ID, Account.Id = account.external_id
				Account Name, Account.Name, Account = account.name
				Account Team Member ID, AccountAccessLevel, ContactAccessLevel, CaseAccessLevel, OpportunityAccessLevel, Account Access, Contact Access, Case Access,
					Opportunity Access, CreatedDate, Created Date = -
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
}

var hubSpot = dialect{
	source: sourceHubSpot,
	marks: `Record ID, Lifecycle Stage, Company Domain Name, Company owner, Contact owner, Associated Company, Associated Company IDs,
			Country/Region, State/Region, Lead Status, Mobile Phone Number, Street Address, Number of Employees, Create Date, Original Source,
			Deal owner, Associated Contact, Associated Contact IDs, Task Title, Task Status, Task Type, Activity assigned to` + hubSpotLocalMarks,
	several: `Associated Company IDs, Associated Company ID, Associated Company, Associated Companies, Associated Contact IDs, Associated Contact ID, Associated Contact,
			Associated Contacts, Associated Deal IDs, Associated Deal ID, Associated Deal, Associated Deals` + hubSpotLocalSeveral,
	kinds: `Task Title, Task name, Task Status = action
			Meeting name, Meeting start time = interaction
			Deal Name, Deal Stage = opportunity` + hubSpotLocalKinds,
	headings: map[model.Kind]string{
		model.KindAccount: `
				Record ID, Company ID = external_id
				Company name, Name = name
				Company owner = owner
				Lifecycle Stage, Type = relationship?
				Description, About Us = description
				HubSpot Team, Last Modified Date = -` + hubSpotLocalCompanies,
		model.KindContact: `
				Record ID, Contact ID = external_id
				Associated Company IDs, Associated Company ID, Primary Associated Company ID = account.external_id
				Company name, Associated Company, Primary Associated Company = account.name
				Company Domain Name, Website URL = account.note
				Company owner = account.owner
				Phone Number, Mobile Phone Number = phones
				Last Contacted, Last Activity Date = touched
				HubSpot Team, Last Modified Date = -` + hubSpotLocalPeople,
		model.KindAction: `
				Record ID, Task ID = external_id
				Associated Company IDs, Associated Company ID = account.external_id
				Associated Company, Associated Companies = account.name
				Associated Contact IDs, Associated Contact ID, Associated Deal IDs, Associated Deal ID = serves@id
				Associated Contact, Associated Contacts, Associated Deal, Associated Deals = serves?|
				Task Title, Task name, Subject = title
				Due Date, Due date and time = due
				Assigned to, Activity assigned to, Task owner = owner
				Task Status = status?
				Completed at, Completed date = done?
				Task Notes, Notes = notes
				Task Type, Type = note
				HubSpot Team, Last Modified Date, Create Date, Created by, Queue, Reminder = -`,
		model.KindInteraction: `
				Record ID, Meeting ID = external_id
				Associated Company IDs, Associated Company ID = account.external_id
				Associated Company, Associated Companies = account.name
				Associated Contact IDs, Associated Contact ID = contacts@id
				Associated Contact, Associated Contacts = contacts?
				Meeting name, Title = summary
				Meeting start time, Start time, Activity date = on
				Activity assigned to, Host = teammate
				Meeting outcome = note
				Meeting description, Body preview = notes
				Meeting end time, HubSpot Team, Last Modified Date, Create Date = -`,
		model.KindOpportunity: `
				Record ID, Deal ID = external_id
				Associated Company IDs, Associated Company ID, Primary Associated Company ID = account.external_id
				Associated Company, Primary Associated Company = account.name
				Associated Contact IDs, Associated Contact ID = deciders@id
				Associated Contact, Associated Contacts = note
				Deal Name = name
				Deal Stage = stage
				Deal owner = owner
				Close Date = close
				Currency, Deal Currency = row_currency
				Is Closed Won = is_won
				Deal Type = type?
				Next step = next_step
				Deal Probability, Pipeline, Closed Lost Reason, Closed Won Reason = note
				HubSpot Team, Last Modified Date, Create Date = -` + hubSpotLocalDeals,
	},
}

var pipedrive = dialect{
	source: "Pipedrive",
	marks: `Person - Name, Person - ID, Person - Organization, Person - Phone, Person - Email, Organization - Name, Organization - ID, Deal - Title,
			Deal - ID, Deal - Value, Deal - Stage, Deal - Status, Deal - Organization, Organization - Address, Person - Owner, Organization - Owner, Activity - Subject,
			Activity - ID, Activity - Due date, Activity - Type, Activity - Done, Activity - Assigned to user`,
	kinds: `Activity - Subject, Activity - ID, Activity - Due date = action
			Deal - Title, Deal - ID, Deal - Stage = opportunity
			Person - Name, Person - ID = contact
			Organization - Name, Organization - ID = account`,
	headings: map[model.Kind]string{
		model.KindAccount: `
				Organization - ID = external_id
				Organization - Name = name
				Organization - Address = hq
				Organization - Owner = owner
				Organization - Label, Organization - Labels = tags
				Organization - Industry = industry
				Organization - Number of employees, Organization - Employee count = employees
				Organization - Annual revenue = annual_revenue`,
		model.KindContact: `
				Person - ID = external_id
				Person - Name = full_name
				Person - First name = -
				Person - Last name = -
				Person - Organization, Organization - Name = account.name
				Organization - ID = account.external_id
				Organization - Address = account.hq
				Person - Email, Person - Email - Work = email
				Person - Email - Home, Person - Email - Other = note
				Person - Phone, Person - Phone - Work, Person - Phone - Mobile, Person - Phone - Home, Person - Phone - Other = phones
				Person - Job title = title
				Person - Postal address = location
				Person - Owner = account.owner?
				Person - Label, Person - Labels = tags
				Person - Last activity date = touched
				Person - Notes = notes`,
		model.KindOpportunity: `
				Deal - ID = external_id
				Deal - Title = name
				Deal - Organization, Organization - Name = account.name
				Deal - Contact person, Person - Name = buyer?
				Deal - Value = amount
				Deal - Currency of value, Deal - Currency = row_currency
				Deal - Stage = stage
				Deal - Status = deal_status
				Deal - Probability = probability
				Deal - Expected close date = close
				Deal - Owner = owner
				Deal - Lost reason = reason_text
				Deal - Label, Deal - Labels = tags
				Organization - ID = account.external_id
				Person - ID = buyer@id?`,
		model.KindAction: `
				Activity - ID = external_id
				Activity - Subject = title
				Activity - Due date = due
				Activity - Done, Activity - Status = status?
				Activity - Marked as done time = done?
				Activity - Assigned to user, Activity - Owner = owner
				Activity - Organization, Organization - Name = account.name
				Organization - ID = account.external_id
				Activity - Deal, Deal - Title, Activity - Contact person, Person - Name = serves?|
				Activity - Note, Activity - Notes = notes
				Activity - Type, Activity - Priority = note
				Activity - Due time, Activity - Duration, Activity - Add time, Activity - Created, Activity - Creator, Activity - Last updated on = -`,
	},
}

var dynamics = dialect{
	source: "Dynamics 365",
	marks: `(Do Not Modify) Contact, (Do Not Modify) Account, (Do Not Modify) Opportunity, (Do Not Modify) Row Checksum, (Do Not Modify) Modified On,
			(Do Not Modify) Task, (Do Not Modify) Activity, (Do Not Modify) Appointment, (Do Not Modify) Phone Call, Activity Status,
			Main Phone, Est. close date, Est. revenue, Potential Customer, Address 1: City, Address 1: Phone, Status Reason`,
	kinds: `(Do Not Modify) Task, (Do Not Modify) Activity, Activity Status = action
			(Do Not Modify) Appointment, (Do Not Modify) Phone Call = interaction
			(Do Not Modify) Opportunity, Topic, Potential Customer, Est. revenue = opportunity
			(Do Not Modify) Contact = contact
			(Do Not Modify) Account, Main Phone = account`,
	headings: map[model.Kind]string{
		model.KindAccount: `
				(Do Not Modify) Account = external_id
				(Do Not Modify) Row Checksum, (Do Not Modify) Modified On = -
				Account Name = name
				Main Phone, Primary Contact = note
				Address 1: Street 1 = street
				Address 1: City = city
				Address 1: State/Province = state
				Address 1: ZIP/Postal Code = postal_code
				Address 1: Country/Region = country
				Relationship Type = relationship?
				Status, Status Reason = note`,
		model.KindContact: `
				(Do Not Modify) Contact = external_id
				(Do Not Modify) Row Checksum, (Do Not Modify) Modified On = -
				Company Name, Account Name = account.name
				Full Name = full_name
				Address 1: Street 1 = street
				Address 1: City = city
				Address 1: State/Province = state
				Address 1: ZIP/Postal Code = postal_code
				Address 1: Country/Region = country
				Address 1: Phone = phones
				Manager = reports_to
				Owner = account.owner?
				Status, Status Reason = note`,
		model.KindOpportunity: `
				(Do Not Modify) Opportunity = external_id
				(Do Not Modify) Row Checksum, (Do Not Modify) Modified On = -
				Topic = name
				Potential Customer, Account = account.name
				Contact = buyer?
				Est. revenue = amount
				Est. close date = close
				Status = deal_status
				Status Reason, Sales Stage, Pipeline Phase = stage
				Currency = row_currency`,
		model.KindAction: `
				(Do Not Modify) Task, (Do Not Modify) Activity = external_id
				(Do Not Modify) Row Checksum, (Do Not Modify) Modified On = -
				Subject = title
				Regarding = serves?|
				Due Date = due
				Start Date = start
				Actual End, Date Completed = done?
				Activity Status, Status = status?
				Status Reason, Priority, Activity Type, Category = note
				Owner = owner`,
		model.KindInteraction: `
				(Do Not Modify) Appointment, (Do Not Modify) Phone Call = external_id
				(Do Not Modify) Row Checksum, (Do Not Modify) Modified On = -
				Subject = summary
				Regarding, Status, Activity Status, Status Reason, Priority, Location = note
				Required Attendees, Call To, Attendees = contacts?
				Start Time, Due Date = on
				End Time, Duration = -
				Owner, Organizer = teammate`,
	},
}

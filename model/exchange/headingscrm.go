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
			Account: Account Name, Contact: First Name, Contact: Last Name, Contact: Full Name, Account.Name, Owner.Name, LastActivityDate`,
	prefixes: map[string]model.Kind{"001": model.KindAccount, "003": model.KindContact, "005": model.KindTeammate, "00Q": model.KindContact,
		"006": model.KindOpportunity, "00T": model.KindAction, "00K": model.KindRole},
	kinds: `Opportunity ID, Opportunity Name, StageName, Opportunity: Opportunity Name = opportunity
			WhoId, WhatId = action`,
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
				IsClosed, Closed = is_closed
				IsWon, Won = is_won
				CurrencyIsoCode, Amount Currency, Opportunity Currency = row_currency
				OwnerId = owner_id
				Owner.Name, Opportunity Owner = owner
				ExpectedRevenue, Expected Revenue, ForecastCategory, ForecastCategoryName, Fiscal, FiscalYear, FiscalQuarter, HasOpportunityLineItem,
					Pricebook2Id, CampaignId, HasOpenActivity, HasOverdueTask = -` + salesforceMachinery,
		model.KindAction: `
				Id, Activity ID, Task ID = external_id
				AccountId, Account ID = account.external_id
				WhoId, WhatId = serves@id
				Subject = title
				ActivityDate, Due Date = due
				CompletedDateTime = done
				OwnerId = owner_id
				Owner.Name, Assigned = owner
				Description, Comments, Full Comments = notes
				Type = note
				IsClosed, IsHighPriority, IsArchived, TaskSubtype, WhoCount, WhatCount, IsRecurrence, IsReminderSet, ReminderDateTime = -` + salesforceMachinery,
		model.KindRole: `
				Id = external_id
				OpportunityId = opportunity@id
				ContactId = contact@id
				Role = decision_role?
				IsPrimary = -` + salesforceMachinery,
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
}

var hubSpot = dialect{
	source: sourceHubSpot,
	marks: `Record ID, Lifecycle Stage, Company Domain Name, Company owner, Contact owner, Associated Company, Associated Company IDs,
			Country/Region, State/Region, Lead Status, Mobile Phone Number, Street Address, Number of Employees, Create Date, Original Source,
			Deal owner, Associated Contact, Associated Contact IDs`,
	kinds: `Deal Name, Deal Stage = opportunity`,
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
		model.KindOpportunity: `
				Record ID, Deal ID = external_id
				Associated Company IDs, Associated Company ID, Primary Associated Company ID = account.external_id
				Associated Company, Primary Associated Company = account.name
				Associated Contact IDs = deciders@id
				Associated Contact = note
				Deal Name = name
				Deal Stage = stage
				Deal owner = owner
				Close Date = close
				Currency, Deal Currency = row_currency
				Is Closed Won = is_won
				Deal Type = type?
				Next step = next_step
				Deal Probability, Pipeline, Closed Lost Reason, Closed Won Reason = note
				HubSpot Team, Last Modified Date, Create Date = -`,
	},
}

var pipedrive = dialect{
	source: "Pipedrive",
	marks: `Person - Name, Person - ID, Person - Organization, Person - Phone, Person - Email, Organization - Name, Organization - ID, Deal - Title,
			Deal - ID, Deal - Value, Deal - Stage, Deal - Status, Deal - Organization, Organization - Address, Person - Owner, Organization - Owner`,
	kinds: `Deal - Title, Deal - ID, Deal - Stage = opportunity
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
				Deal - Label, Deal - Labels = tags`,
	},
}

var dynamics = dialect{
	source: "Dynamics 365",
	marks: `(Do Not Modify) Contact, (Do Not Modify) Account, (Do Not Modify) Opportunity, (Do Not Modify) Row Checksum, (Do Not Modify) Modified On,
			Main Phone, Est. close date, Est. revenue, Potential Customer, Address 1: City, Address 1: Phone, Status Reason`,
	kinds: `(Do Not Modify) Opportunity, Topic, Potential Customer, Est. revenue = opportunity
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
	},
}

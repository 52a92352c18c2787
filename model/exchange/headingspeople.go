package exchange

import "astute/model"

// The dialects of address books.

var googleContacts = dialect{
	source: "Google Contacts",
	marks: `E-mail 1 - Value, E-mail 1 - Label, E-mail 1 - Type, Phone 1 - Value, Phone 1 - Label, Phone 1 - Type, Organization Title, Organization Department,
			Organization 1 - Name, Address 1 - Formatted, Phonetic First Name, Given Name Yomi, Name Prefix, Group Membership`,
	joined: true,
	headings: map[model.Kind]string{
		model.KindContact: `
				Given Name, First Name = first_name
				Additional Name, Middle Name = middle_name
				Family Name, Last Name = last_name
				Name Suffix = suffix
				Name = full_name
				Name Prefix, File As, Photo, Phonetic First Name, Phonetic Middle Name, Phonetic Last Name, Yomi Name, Given Name Yomi, Additional Name Yomi,
					Family Name Yomi, E-mail 1 - Label, E-mail 2 - Label, E-mail 3 - Label, E-mail 1 - Type, E-mail 2 - Type, E-mail 3 - Type, Phone 1 - Label,
					Phone 2 - Label, Phone 3 - Label, Phone 4 - Label, Phone 1 - Type, Phone 2 - Type, Phone 3 - Type, Phone 4 - Type, Address 1 - Label, Address 1 - Type,
					Address 1 - Street, Address 1 - City, Address 1 - PO Box, Address 1 - Region, Address 1 - Postal Code, Address 1 - Country,
					Address 1 - Extended Address, Organization 1 - Type, Organization 1 - Yomi Name, Website 1 - Label, Website 1 - Type, Initials, Short Name, Maiden Name = -
				Organization Name, Organization 1 - Name = account.name
				Organization Title, Organization 1 - Title = title
				Organization Department, Organization 1 - Department = function?
				E-mail 1 - Value = email
				E-mail 2 - Value, E-mail 3 - Value, E-mail 4 - Value = note
				Phone 1 - Value, Phone 2 - Value, Phone 3 - Value, Phone 4 - Value = phones
				Address 1 - Formatted = location
				Website 1 - Value = profile?
				Labels, Group Membership = tags
				Occupation, Location, Gender, Subject, Language = note`,
	},
}

var outlook = dialect{
	source: "Outlook",
	marks: `Business Street, Business City, Business Phone, Business Fax, E-mail 2 Address, E-mail Type, E-mail Display Name, Manager's Name,
			Assistant's Name, Company Main Phone, Home Street, Other Street, Business Postal Code, Business Country/Region` + outlookLocalMarks,
	headings: map[model.Kind]string{
		model.KindContact: `
				Title, Initials, E-mail Type, E-mail 2 Type, E-mail 3 Type, E-mail Display Name, E-mail 2 Display Name, E-mail 3 Display Name, Gender, Priority, Private,
					Sensitivity, Mileage, Directory Server, Internet Free Busy, Business Address PO Box, Home Address PO Box, Other Address PO Box = -
				Business Street = street
				Business City = city
				Business State = state
				Business Postal Code = postal_code
				Business Country/Region, Business Country = country
				Business Phone, Business Phone 2, Mobile Phone, Primary Phone, Home Phone, Home Phone 2, Car Phone, Other Phone, Radio Phone = phones
				Company Main Phone, Web Page = account.note
				E-mail Address = email
				Manager's Name = reports_to
				Categories = tags
				Location, Language, Profession, Office Location = note` + outlookLocal,
	},
}

var linkedIn = dialect{
	source: "LinkedIn",
	marks:  `Connected On`,
	headings: map[model.Kind]string{
		model.KindContact: `
				URL = profile
				Email Address = email
				Company = account.name
				Position = title
				Connected On = note`,
	},
}

var thunderbird = dialect{
	source: "Thunderbird",
	marks: `Primary Email, Secondary Email, Screen Name, Work ZipCode, Home ZipCode, Work Address 2, Web Page 1, Web Page 2,
			Birth Year, Birth Month, Birth Day, Custom 1`,
	headings: map[model.Kind]string{
		model.KindContact: `
				Display Name = full_name
				Primary Email = email
				Work Phone, Home Phone, Mobile Number = phones
				Work Address = street
				Work City = city
				Work State = state
				Work ZipCode = postal_code
				Work Country = country
				Organization = account.name
				Web Page 1 = account.note
				Work Address 2, Home Address, Home Address 2, Home City, Home State, Home ZipCode, Home Country = note`,
	},
}

var vCards = dialect{
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
}

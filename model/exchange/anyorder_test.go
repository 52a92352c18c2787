package exchange

import "testing"

// hubSpotFiles are one portal's exports, a file an object, with the ids and the
// names of what each is linked to.
var hubSpotFiles = []string{
	"companies.csv", "Record ID,Company name,Company Domain Name,Company owner,Industry,Number of Employees,Lifecycle Stage\n" +
		"301,FreshKart,fk.example,Ana Ruiz,Retail,1200,Customer\n302,Beta Foods,beta.example,,Food,80,Lead\n",
	"contacts.csv", "Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs,Associated Company,Lifecycle Stage\n" +
		"1,Jane,Smith,jane@fk.example,CTO,301;302,FreshKart;Beta Foods,Customer\n2,Grace,Hall,grace@fk.example,CEO,301,FreshKart,Customer\n3,Raj,Mehta,raj@beta.example,Buyer,302,Beta Foods,Lead\n",
	"deals.csv", "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Deal owner,Close Date,Associated Company IDs,Associated Company,Associated Contact IDs,Associated Contact\n" +
		"9001,Shelf cameras,qualifiedtobuy,Sales,90000,Ana Ruiz,2026-12-31 10:00,301,FreshKart,1;2,Jane Smith;Grace Hall\n9002,Tills,Legal review,Sales,100,Ben Okoro,,302,Beta Foods,3,Raj Mehta\n",
	"tasks.csv", "Record ID,Task Title,Task Status,Due Date,Assigned to,Task Type,Associated Company IDs,Associated Contact IDs,Associated Deal IDs\n" +
		"77,Call Jane,COMPLETED,2026-05-31 10:00,Ana Ruiz,CALL,301,1,\n78,Send the offer,NOT_STARTED,2026-06-30 10:00,Ana Ruiz,TODO,301,,9001\n",
}

func TestHubSpotFilesInAnyOrder(t *testing.T) {
	inAnyOrder(t, hubSpotFiles, "opportunity Shelf cameras", "  deciders=Grace Hall;Jane Smith", "  deciders=Raj Mehta", "  serves=Jane Smith", "  serves=Shelf cameras", "  industry=Retail",
		"  notes=Associated Company: Beta Foods")
}

// pipedriveFiles are one company's exports, which link by name, some by id too.
var pipedriveFiles = []string{
	"organizations.csv", "Organization - ID,Organization - Name,Organization - Address,Organization - Owner,Organization - Labels\n" +
		"1,FreshKart,\"1 Market St, Austin\",Ana Ruiz,Key\n2,Beta Foods,Oslo,Ben Okoro,\n",
	"people.csv", "Person - ID,Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Mobile,Person - Job title\n" +
		"11,Jane Smith,FreshKart,jane@fk.example,555 0100 200,CTO\n12,Grace Hall,FreshKart,grace@fk.example,,CEO\n13,Raj Mehta,Beta Foods,raj@beta.example,,Buyer\n",
	"deals.csv", "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of value,Deal - Stage,Deal - Status,Deal - Expected close date,Deal - Organization,Deal - Contact person,Deal - Owner\n" +
		"7,Shelf cameras,90000,EUR,Verbal yes,Open,46387.0,FreshKart,Jane Smith,Ana Ruiz\n8,Tills,100,EUR,Proposal Made,Lost,2026-01-31,Beta Foods,Raj Mehta,Ben Okoro\n",
	"activities.csv", "Activity - ID,Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Organization,Activity - Deal,Activity - Contact person,Activity - Assigned to user,Activity - Note\n" +
		"5,Call Jane,call,46173.0,Done,FreshKart,,Jane Smith,Ana Ruiz,bring the list\n6,Send the offer,task,2026-06-30,To do,FreshKart,Shelf cameras,,Ana Ruiz,\n",
}

func TestPipedriveFilesInAnyOrder(t *testing.T) {
	inAnyOrder(t, pipedriveFiles, "opportunity Shelf cameras", "  buyer=Jane Smith", "  buyer=Raj Mehta", "  serves=Jane Smith", "  serves=Shelf cameras", "  hq=1 Market St, Austin")
}

// dynamicsFiles are one organisation's exports to CSV.
var dynamicsFiles = []string{
	"accounts.csv", "\ufeff(Do Not Modify) Account,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Account Name,Main Phone,Address 1: City,Primary Contact,Annual Revenue,Owner\r\n" +
		"aaaaaaaa-d9cb-469f-a165-000000000001,x==,3/31/2026 9:00,FreshKart,555 0100,Austin,Jane Smith,\"$1,250,000.00\",Ana Ruiz\r\n" +
		"aaaaaaaa-d9cb-469f-a165-000000000002,x==,3/31/2026 9:00,Beta Foods,,Oslo,,,Ben Okoro\r\n",
	"contacts.csv", "\ufeff(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full Name,Email,Company Name,Business Phone,Job Title,Manager,Status\r\n" +
		"cccccccc-d9cb-469f-a165-000000000001,x==,3/31/2026 9:00,Jane Smith,jane@fk.example,FreshKart,555 0100 100,CTO,Grace Hall,Active\r\n" +
		"cccccccc-d9cb-469f-a165-000000000002,x==,3/31/2026 9:00,Grace Hall,grace@fk.example,FreshKart,,CEO,,Active\r\n" +
		"cccccccc-d9cb-469f-a165-000000000003,x==,3/31/2026 9:00,Raj Mehta,raj@beta.example,Beta Foods,,Buyer,,Active\r\n",
	"opportunities.csv", "\ufeff(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Contact,Est. revenue,Est. close date,Status,Probability,Owner\r\n" +
		"0b0b0b0b-d9cb-469f-a165-000000000001,x==,3/31/2026 9:00,Shelf cameras,FreshKart,Jane Smith,\"$90,000.00\",12/31/2026,Open,40,Ana Ruiz\r\n" +
		"0b0b0b0b-d9cb-469f-a165-000000000002,x==,3/31/2026 9:00,Tills,Beta Foods,Raj Mehta,\"$10,000.00\",1/31/2026,Won,100,Ben Okoro\r\n",
	"tasks.csv", "\ufeff(Do Not Modify) Task,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Subject,Regarding,Due Date,Priority,Owner,Activity Status\r\n" +
		"dddddddd-d9cb-469f-a165-000000000001,x==,3/31/2026 10:00,Call Jane,Jane Smith,5/31/2026 8:00 AM,Normal,Ana Ruiz,Completed\r\n" +
		"dddddddd-d9cb-469f-a165-000000000002,x==,3/31/2026 10:00,Send the offer,Shelf cameras,6/30/2026 8:00 AM,Normal,Ana Ruiz,Open\r\n",
}

func TestDynamicsFilesInAnyOrder(t *testing.T) {
	inAnyOrder(t, dynamicsFiles, "opportunity Shelf cameras", "  buyer=Jane Smith", "  reports_to=Grace Hall", "  serves=Jane Smith", "  serves=Shelf cameras", "  annual_revenue=USD 1,250,000")
}

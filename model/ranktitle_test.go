package model

import "testing"

func TestRankOfTitle(t *testing.T) {
	for title, want := range map[string]Rank{
		"CEO": CLevel, "Chief Marketing Officer": CLevel, "Founder & CEO": CLevel, "Co-Founder": CLevel, "C.T.O.": CLevel, "President": CLevel,
		"President and COO": CLevel, "Group Chief Information Officer, EMEA": CLevel, "Managing Director": CLevel, "Owner": CLevel, "Interim CFO": CLevel,
		"VP of Sales": VP, "VP Engineering": VP, "Vice President, Retail": VP, "Vice-President": VP, "Senior Vice President": VP, "Sr. V.P.": VP,
		"SVP and General Manager": VP, "Head of Division Nord": VP, "Global Head of Payments": VP, "Assistant Vice President": VP,
		"Director": Director, "HR Director": Director, "Head of AI": Director, "Creative Director": Director, "Associate Director": Director,
		"Director of Engineering": Director, "Director, Office of the CEO": Director,
		"IT Manager": ManagerRank, "Operations Manager": ManagerRank, "DevOps Lead": ManagerRank, "Lead Developer": ManagerRank, "Team Leader": ManagerRank,
		"Senior Engineer": Individual, "Data Scientist": Individual, "Account Executive": Individual, "Principal Consultant": Individual,
		"Executive Assistant to the CEO": Individual, "Director's Assistant": Individual, "Lead Generation Specialist": Individual,
		"Product Manager": 0, "Senior Product Manager": 0, "Account Manager": 0, "General Manager": 0, "Chief of Staff": 0, "Chief of Staff to the CEO": 0,
		"Product Owner": 0, "Chief Engineer": 0, "Chief Architect": 0, "Executive Director": 0, "Former CEO": 0, "Office of the CTO": 0,
		"Advisor to the CFO": 0, "Assistant Director": 0, "Partner": 0, "Customer Success": 0, "N/A": 0, "": 0, "社長": 0,
	} {
		if got := RankOfTitle(title); got != want {
			t.Errorf("%q is %q, want %q", title, got, want)
		}
	}
}

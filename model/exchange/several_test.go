package exchange

import (
	"strings"
	"testing"

	"astute/model"
)

func TestWhatACellOfSeveralNames(t *testing.T) {
	for cell, want := range map[string]string{
		"":                                "",
		"301":                             "301 / 301",
		"301;302":                         "301,302 / 301,302",
		"301 (FreshKart); 302 (Beta)":     "301,302 / FreshKart,Beta",
		"FreshKart (301);Beta (UK) (302)": "301,302 / FreshKart,Beta (UK)",
		"Beta (UK)":                       "Beta (UK) / Beta (UK)",
		"Jane Smith (jane@fk.example)":    "Jane Smith / Jane Smith",
		"; 301 ;;":                        "301 / 301",
		"(301)":                           "(301) / (301)",
	} {
		got := strings.Join(several(cell, true), ",") + " / " + strings.Join(several(cell, false), ",")
		if got = strings.TrimPrefix(got, " / "); got != want {
			t.Errorf("%q: %s, want %s", cell, got, want)
		}
	}
}

// A contact of several companies belongs to the first, and the others are in the
// notes; a deal has all its contacts. In whatever order the files come.
func TestHubSpotLinksToSeveral(t *testing.T) {
	companies := "Record ID,Company name,Company Domain Name,Industry\n301,FreshKart,fk.example,Retail\n302,Beta Foods,beta.example,Food\n303,Smith; Sons,ss.example,Food\n"
	for name, c := range map[string]struct{ contacts, deals string }{
		"ids": {"Record ID,First Name,Last Name,Email,Associated Company IDs,Associated Company\n" +
			"1,Jane,Smith,jane@fk.example,301;302,FreshKart;Beta Foods\n2,Raj,Mehta,raj@beta.example,302,Beta Foods\n3,Lisa,Green,lisa@ss.example,303,Smith; Sons\n",
			"Record ID,Deal Name,Deal Stage,Associated Company IDs,Associated Company,Associated Contact IDs,Associated Contact\n9,Tills,closedwon,302;301,Beta Foods;FreshKart,2;1,Raj Mehta;Jane Smith\n8,Scales,closedwon,301,FreshKart,1,Jane Smith\n"},
		"ids with names": {"Record ID,First Name,Last Name,Email,Associated Company IDs,Associated Company\n" +
			"1,Jane,Smith,jane@fk.example,301 (FreshKart);302 (Beta Foods),FreshKart (301);Beta Foods (302)\n2,Raj,Mehta,raj@beta.example,302 (Beta Foods),Beta Foods (302)\n3,Lisa,Green,lisa@ss.example,303,Smith; Sons\n",
			"Record ID,Deal Name,Deal Stage,Associated Company IDs,Associated Contact IDs\n9,Tills,closedwon,302 (Beta Foods),2 (Raj Mehta);1 (Jane Smith)\n8,Scales,closedwon,301,1 (Jane Smith)\n"},
	} {
		for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
			t.Run(name, func(t *testing.T) {
				files := []string{"companies.csv", companies, "contacts.csv", c.contacts, "deals.csv", c.deals}
				var list []string
				for _, at := range order {
					list = append(list, files[2*at], files[2*at+1])
				}
				res, book := run(t, empty(), ImportOptions{}, list...)
				if got, want := everything(book, model.KindContact, "name", "account", "notes"), "name=Jane Smith | account=FreshKart | notes=Associated Company: Beta Foods\n"+
					"name=Lisa Green | account=Smith; Sons | notes=\nname=Raj Mehta | account=Beta Foods | notes="; got != want {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
				if got, want := everything(book, model.KindOpportunity, "name", "account", "deciders"), "name=Scales | account=FreshKart | deciders=Jane Smith\nname=Tills | account=Beta Foods | deciders=Raj Mehta"; got != want {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
				if len(book.Of(model.KindAccount)) != 3 || len(res.Unresolved) > 0 {
					t.Errorf("%s\n%+v", everything(book, model.KindAccount, "name", "external_id"), res.Unresolved)
				}
				again(t, book, ImportOptions{}, list...)
			})
		}
	}
}

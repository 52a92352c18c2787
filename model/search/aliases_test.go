package search

import (
	"strings"
	"testing"

	"astute/model"
)

func TestAliases(t *testing.T) {
	for _, c := range []struct{ name, title, want string }{
		{"Robert Miller", "", "bob bobby robbie"},
		{"Mike Jones", "", "michael"},
		{"Jörg Müller-Lüdenscheid", "", "joerg mueller luedenscheid"},
		{"Jo\u0308rg Maier", "", "joerg"}, // the mark after its letter
		{"Øystein Åberg", "", "oeystein aaberg"},
		{"Дмитрий Чайковский", "", "dmitry chaykovsky"},
		{"Мария Соловьева", "", "maria solovyeva"},
		{"Сергій Щербак", "", "sergiy shcherbak"},
		{"Γιώργος Παπαδόπουλος", "", "giorgos papadopoulos"},
		{"Ευάγγελος Μπακογιάννης", "", "evangelos bakogiannis"},
		{"Jane Smith", "CTO", "chief technology officer"},
		{"Jane Smith", "SVP, HR", "senior vice president human resources"},
		{"王小明", "Buyer", ""},
		{"", "", ""},
	} {
		if got := strings.Join(aliases(c.name, c.title), " "); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.name, c.title, got, c.want)
		}
	}
}

// What is written comes before what somebody may be called besides.
func TestAliasesComeAfterWhatIsWritten(t *testing.T) {
	ix, names := bookOfRecords(
		&model.Contact{Name: "Robert Smith", JobTitle: "CTO"},
		&model.Contact{Name: "Bob Smith", JobTitle: "Chief Technology Officer"},
		&model.Contact{Name: "Jürgen Müller"},
		&model.Contact{Name: "Alan Mueller"},
		&model.Contact{Name: "Анна Иванова", Function: model.FunctionFinance},
		&model.Contact{Name: "Finn Berg", JobTitle: "Finance Director"},
		&model.Account{Name: "International Business Machines"},
		&model.Account{Name: "Procter & Gamble Company"},
		&model.Account{Name: "General Electric Company"},
	)
	for query, want := range map[string]string{
		"bob smith": "Bob Smith, Robert Smith", "robert smith": "Robert Smith, Bob Smith", "mueller": "Alan Mueller, Jürgen Müller", "juergen mueller": "Jürgen Müller",
		"anna ivanova": "Анна Иванова", "finance": "Finn Berg, Анна Иванова", "chief technology officer": "Bob Smith, Robert Smith", "ibm": "International Business Machines",
		"p&g": "Procter & Gamble Company", "ge": "General Electric Company",
	} {
		if got := strings.Join(found(names, Find(ix, Query{Text: query})), ", "); got != want {
			t.Errorf("%q finds %s, want %s", query, got, want)
		}
	}
}

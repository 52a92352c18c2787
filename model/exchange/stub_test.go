package exchange

import (
	"strings"
	"testing"
)

// What stands for a record that is still to come is called that, and no more once
// it is there.
func TestWhatStandsForARecordIsCalledThat(t *testing.T) {
	roles := crm[7]
	res, book := run(t, empty(), ImportOptions{}, "roles.csv", roles)
	said := notes(res)
	for _, want := range []string{"1 opportunity stands for one that is still to come: opportunity 0065g00000OppAbAAJ", "2 contacts stand for some that are still to come: "} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
	if strings.Contains(said, "rows name") {
		t.Errorf("%s", said)
	}
	if res, _ = run(t, book, ImportOptions{}, "Contact.csv", crm[3], "Opportunity.csv", crm[5], "Account.csv", crm[1]); strings.Contains(notes(res), "to come") {
		t.Errorf("%s", notes(res))
	}
}

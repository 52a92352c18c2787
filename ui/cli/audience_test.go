package cli

import (
	"strings"
	"testing"

	"astute/model/report"
)

// Each format by each template is either there for the customer or refused in a
// line that names what is; for ourselves all are.
func TestWhatIsThereForTheCustomer(t *testing.T) {
	allowed := 0
	for _, f := range formats {
		for _, template := range report.Templates() {
			want := wanted{audience: audiences[report.Customer], format: f.name, template: template.Name}
			err := forCustomerRefusal(want, f, template)
			if there := f.customer && (!byTemplate(f) || template.ForCustomer()); there != (err == nil) {
				t.Errorf("%s as %s: %v", template.Name, f.name, err)
			}
			switch {
			case err == nil:
				allowed++
			case !strings.HasPrefix(err.Error(), "--audience customer is for --"):
				t.Errorf("%s as %s names no cure: %v", template.Name, f.name, err)
			}
			want.audience = audiences[0]
			if err := forCustomerRefusal(want, f, template); err != nil {
				t.Errorf("for ourselves, %s as %s: %v", template.Name, f.name, err)
			}
		}
	}
	if allowed == 0 || allowed == len(formats)*len(report.Templates()) {
		t.Errorf("%d are there: the test proves nothing", allowed)
	}
}

package exchange

import (
	"testing"

	"astute/model"
)

func TestOnlyIDsSayOfWhichKindTheyAre(t *testing.T) {
	for id, want := range map[string]model.Kind{
		"0015g00000AbCdE": model.KindAccount, "0015g00000AbCdEAAV": model.KindAccount, "003AAAAAAAAAAAAY55": model.KindContact,
		"001.example.com": 0, "001-Agency-2024": 0, "003Technologies": 0, "001000000000000": 0, "003Technologies Inc": 0, "003Ünïcode00000": 0,
	} {
		if got := kindOfID(sourceSalesforce, id); got != want {
			t.Errorf("%s is of %v, want %v", id, got, want)
		}
	}
	if kindOfID(sourceHubSpot, "0015g00000AbCdE") != 0 {
		t.Error("ids of HubSpot say nothing")
	}
}

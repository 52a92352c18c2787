package store_test

import (
	"path/filepath"
	"strings"
	"testing"

	"astute/store"
)

func TestAPlaceThatIsNoSafeOneIsSaid(t *testing.T) {
	dir := t.TempDir()
	for folder, want := range map[string]string{
		"plans":                        "",
		"my dropbox notes":             "",
		"Dropbox":                      "Dropbox",
		"Dropbox (Personal)/plans":     "Dropbox",
		"OneDrive - Contoso/Documents": "OneDrive",
		"Library/Mobile Documents/com~apple~CloudDocs": "iCloud Drive",
	} {
		s, err := store.Open(filepath.Join(dir, folder, "astute.db"), store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		risk := s.Risk()
		if (want == "") != (risk == "") || !strings.Contains(risk, want) || want != "" && !strings.Contains(risk, "astute backup") {
			t.Errorf("%s: %q", folder, risk)
		}
	}
}

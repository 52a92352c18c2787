package report

import (
	"os"
	"testing"

	"astute/model"
	"astute/model/chart"
)

// goldens are all the documents kept as golden files, by file name.
func goldens(t testing.TB) map[string]string {
	small := smallPlan()
	fresh := examplePlan(t, "FreshKart Grocers")
	bare := model.NewPlan(&model.Account{Head: model.Head{ID: small.Account.ID}, Name: "Bare & Co"}, nil)
	one := model.NewPlan(bare.Account, []model.Record{&model.Contact{
		Head: model.Head{ID: contactNamed(t, small, "Omar Haddad").ID, Account: bare.Account.ID}, Name: "Omar Haddad"}})
	brief := func(p *model.Plan, r model.Record, width int) string {
		return PlainText(BriefOf(p, r, today).Text(width))
	}
	docs := map[string]string{
		"small-full.html":             pageOf(t, templates[0].HTML, small),
		"small-one-page.html":         pageOf(t, templates[1].HTML, small),
		"small-claire-60.txt":         brief(small, contactNamed(t, small, "Claire Petit"), 60),
		"small-claire.md":             BriefOf(small, contactNamed(t, small, "Claire Petit"), today).Markdown(),
		"small-jean-80.txt":           brief(small, contactNamed(t, small, "Jean Roux"), 80),
		"small-account-60.txt":        brief(small, small.Account, 60),
		"bare-account-60.txt":         brief(bare, bare.Account, 60),
		"one-contact-60.txt":          brief(one, contactNamed(t, one, "Omar Haddad"), 60),
		"example-freshkart-map.svg":   drawn(t, fresh, chart.Options{Layers: chart.AllLayers}),
		"example-freshkart-54.txt":    brief(fresh, fresh.Account, 54),
		"example-freshkart-88.txt":    brief(fresh, fresh.Account, 88),
		"example-jane-smith-54.txt":   brief(fresh, contactNamed(t, fresh, "Jane Smith"), 54),
		"example-jane-smith-74.txt":   brief(fresh, contactNamed(t, fresh, "Jane Smith"), 74),
		"example-jane-smith-brief.md": BriefOf(fresh, contactNamed(t, fresh, "Jane Smith"), today).Markdown(),
	}
	docs["customer-freshkart.svg"] = forCustomer(t, fresh)["svg"]
	for _, template := range Templates() {
		if template.ForCustomer() {
			docs["customer-freshkart-"+template.Name+".md"] = forCustomer(t, fresh)[template.Name+".md"]
		}
		for name, p := range map[string]*model.Plan{"small": small, "bare": bare, "one": one, "example-freshkart": fresh} {
			docs[name+"-"+template.Name+".md"] = pageOf(t, template.Markdown, p)
		}
	}
	return docs
}

func TestGoldenDocuments(t *testing.T) {
	docs := goldens(t)
	for name, got := range docs {
		t.Run(name, func(t *testing.T) { golden(t, name, got) })
	}
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, ok := docs[f.Name()]; !ok && !f.IsDir() {
			t.Errorf("testdata/%s belongs to no test: remove it", f.Name())
		}
	}
}

package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"astute/model"
)

// secretive is a plan with a record of every kind, linked to one another, shown
// where its kind can be, and a word of its own in each text that is not for the
// customer.
func secretive(t *testing.T) (p *model.Plan, secrets []string) {
	t.Helper()
	byKind := map[model.Kind]model.Record{}
	account := &model.Account{}
	for i, kind := range model.Kinds() {
		r := model.New(kind, model.ID{0: 1, 15: byte(i + 1)})
		if kind == model.KindAccount {
			account = r.(*model.Account)
		}
		byKind[kind] = r
	}
	var list []model.Record
	for _, kind := range model.Kinds() {
		r := byKind[kind]
		r.Base().Origin = "secretorigin" + kind.String()
		r.Base().Unknown = []model.UnknownField{{Num: 99, Text: "secretunknown" + kind.String()}}
		secrets = append(secrets, r.Base().Origin, r.Base().Unknown[0].Text)
		for i, f := range r.Fields() {
			text := ""
			switch f.Type() {
			case model.TypeLink, model.TypeLinks:
				if f.Kinds != nil && f.Kinds[0] != kind {
					text = byKind[f.Kinds[0]].Base().ID.String()
				}
			case model.TypeText, model.TypeTexts:
				if text = fmt.Sprintf("open%dx%d", kind, i); !f.ForCustomer {
					text = fmt.Sprintf("secret%dx%d", kind, i)
				}
				if f.IsCurrency() {
					text = "NOK"
				}
			case model.TypeBool:
				text = "yes"
			case model.TypeChoice, model.TypeChoices:
				text = f.Words()[0].Name
			}
			if f.Hidden || f.Fixed || f.Num == model.NumAccount && kind.Scope() != model.ScopeAccount {
				continue
			}
			if err := f.Parse(text); err != nil {
				t.Fatalf("%s.%s: %v", kind, f.Name, err)
			}
			if strings.HasPrefix(text, "secret") {
				secrets = append(secrets, text)
			}
		}
		switch r := r.(type) {
		case *model.Contact:
			r.Left, r.Placeholder, r.External = false, false, false
		case *model.Goal:
			r.Stated = model.Stated
		case *model.Interaction:
			r.Type = model.Meeting
		case *model.Milestone:
			r.Type = model.ProjectMilestone
		case *model.Review:
			r.Type = model.WithCustomer
		}
		if kind != model.KindAccount {
			list = append(list, r)
		}
	}
	return model.NewPlan(account, list), secrets
}

// Neither JSON nor CSV of the copy for the customer holds a word that is not for
// them, nor the name of a field that is not.
func TestNoSecretInTheDataForTheCustomer(t *testing.T) {
	p, secrets := secretive(t)
	c := p.ForCustomer(model.NewDate(2026, 1, 1))
	var json, csv bytes.Buffer
	if err := WriteBook(&json, c.Records()); err != nil {
		t.Fatal(err)
	}
	for _, kind := range model.Kinds() {
		if len(c.Of(kind)) == 0 {
			if kind.Shown() {
				t.Errorf("no %s is shown: the test proves nothing of it", kind)
			}
			continue
		}
		var one bytes.Buffer
		if err := WriteCSV(&one, kind, c.Of(kind), c.Name, CSVOptions{Customer: true}); err != nil {
			t.Fatal(err)
		}
		csv.Write(one.Bytes())
		head, _, _ := strings.Cut(one.String(), "\r\n")
		for _, f := range model.New(kind, model.ID{}).Fields() {
			if named := strings.Contains(head+",", ","+f.Name+","); named != (f.ForCustomer && !f.Hidden) {
				t.Errorf("%s has a column %s: %v", kind, f.Name, named)
			}
		}
	}
	for _, doc := range []string{json.String(), csv.String()} {
		for _, secret := range secrets {
			if strings.Contains(doc, secret) {
				t.Errorf("%s is told", secret)
			}
		}
		if strings.Count(doc, "open") < 20 || strings.Contains(strings.ToLower(doc), "astute") {
			t.Errorf("not a copy for the customer:\n%s", doc)
		}
	}
}

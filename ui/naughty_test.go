package ui_test

import (
	"fmt"
	"testing"

	"astute/model"
	"astute/model/modeltest"
	"astute/ui/uitest"
)

// A book in which every text is hostile, put past the door where such things are
// cleaned: nothing of it may move a column or reach the terminal. The driver
// checks every screen it sees.
func TestNaughtyStringsInEveryFieldOfEveryPane(t *testing.T) {
	path := uitest.Empty(t)
	uitest.Write(t, path, naughtyBook(t)...)
	for _, size := range sizes {
		s := uitest.Workspace(t, path, size.w, size.h)
		for i := range 4 {
			s.Keys(fmt.Sprint(i+1)).Burst("jjjjjjjj").Keys("G", "l", "l", "l", "enter", "G", "esc")
			s.Keys("E", "ctrl+o", "tab", "tab", "pgdown", "pgdown", "esc", "z", "esc")
		}
		if size.w != 60 && size.w != 120 {
			continue
		}
		for _, k := range model.Kinds() {
			if k.Scope() != model.ScopeRoot {
				s.Keys(":").Type("list "+k.Plural()).Keys("enter").Burst("jjjj").Keys("E", "esc", "D", "n", "esc")
			}
		}
		s.Keys("A", "down", "esc", "f").Type("x").Keys("down", "esc")
		s.Keys(":").Type("messages").Keys("enter", "esc")
	}
}

// naughtyBook makes an account with records of every kind, all texts taken from
// the hostile strings in turn.
func naughtyBook(t *testing.T) []model.Edit {
	t.Helper()
	ids := model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	strings, next := modeltest.Naughty(), 0
	text := func() string {
		next++
		if s := strings[next%len(strings)]; s != "" {
			return s
		}
		return "x"
	}
	account := &model.Account{Name: text()}
	account.ID = ids.New(uitest.Now())
	made := map[model.Kind][]model.ID{model.KindAccount: {account.ID}}
	records := []model.Record{account}
	for _, k := range model.Kinds() {
		for range 12 {
			if k.Scope() == model.ScopeRoot {
				continue
			}
			r := model.New(k, ids.New(uitest.Now()))
			if k.Scope() == model.ScopeAccount {
				r.Base().Account = account.ID
			}
			made[k] = append(made[k], r.Base().ID)
			records = append(records, r)
		}
	}
	for i, r := range records {
		for _, f := range r.Fields() {
			if f.Fixed || f.Hidden || f.Num == model.NumAccount {
				continue
			}
			if err := fill(f, i, text, made); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, r := range records {
		switch r := r.(type) {
		case *model.Contact:
			r.ReportsTo, r.Left = model.ID{}, false
		case *model.Unit:
			r.Parent = model.ID{}
		case *model.Teammate:
			r.Manager = model.ID{}
		case *model.Action:
			r.WaitsFor, r.Start = nil, model.Date{}
		case *model.Line:
			r.From, r.To, r.Strength = made[model.KindContact][0], made[model.KindContact][1], model.Number{}
		case *model.Rate:
			r.To = "EUR"
		case *model.Issue:
			r.Raised = model.Date{}
		case *model.Campaign:
			r.Start = model.Date{}
		case *model.Mark:
			r.State, r.Competitor = 0, model.ID{}
		case *model.Account:
			r.PlanStart, r.Currency = model.Date{}, "USD"
		}
	}
	return []model.Edit{model.Created("hostile", records...)}
}

// fill gives a field a value; texts come from text, everything else is plain.
func fill(f model.Field, i int, text func() string, made map[model.Kind][]model.ID) error {
	switch f.Type() {
	case model.TypeText:
		if f.IsCurrency() {
			return f.Parse("USD")
		}
		return f.Parse(text())
	case model.TypeTexts:
		return f.Parse(text() + "\n" + text())
	case model.TypeNumber:
		if f.IsYear() {
			return f.Parse(fmt.Sprint(2020 + i%10))
		}
		return f.Parse(fmt.Sprint(1 + i%90))
	case model.TypeMoney:
		return f.Parse(fmt.Sprintf("%d.00 USD", i*1000))
	case model.TypeDate:
		return f.Parse(uitest.Today.AddDays(i - 10).String())
	case model.TypeChoice, model.TypeChoices:
		words := f.Words()
		return f.Parse(words[i%len(words)].Name)
	case model.TypeLink, model.TypeLinks:
		kinds := f.Kinds
		if kinds == nil {
			kinds = []model.Kind{model.KindContact}
		}
		list := made[kinds[0]]
		return f.Parse(list[i%len(list)].String())
	}
	return nil
}

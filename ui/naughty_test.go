package ui_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"astute/model"
	"astute/model/modeltest"
	"astute/ui"
	"astute/ui/uitest"
)

// Books in which every text is hostile. Nothing of it may move a column or reach
// the terminal: the driver checks every screen it sees.

func TestNaughtyStringsInEveryFieldOfEveryPane(t *testing.T) {
	texts := modeltest.Naughty()
	for _, size := range sizes {
		walk(t, dirty(t, texts, 14), size.w, size.h, size.w == 80)
	}
}

// The lists that others keep, from the folder that ASTUTE_TEST_DATA names. It
// takes minutes.
func TestNaughtyStringsOfOthers(t *testing.T) {
	folder := os.Getenv("ASTUTE_TEST_DATA")
	if folder == "" {
		t.Skip("ASTUTE_TEST_DATA names no folder of data")
	}
	data, err := os.ReadFile(filepath.Join(folder, "strings", "blns.json"))
	if err != nil {
		t.Skip(err)
	}
	var texts []string
	if err := json.Unmarshal(data, &texts); err != nil || len(texts) < 400 {
		t.Fatalf("%d strings, %v", len(texts), err)
	}
	for _, size := range sizes {
		walk(t, dirty(t, texts, len(texts)), size.w, size.h, size.w == 80)
	}
	typeAll(t, texts, 1)
}

func TestNaughtyStringsAreTypedIntoEveryLine(t *testing.T) { typeAll(t, modeltest.Naughty(), 5) }

// typeAll pastes texts into everything that takes text: each into every one, or
// into every so many.
func typeAll(t *testing.T, texts []string, step int) {
	s := uitest.Workspace(t, uitest.Example(t), 80, 24)
	for n, open := range [][]string{{"f"}, {":"}, {"A"}, {"3", "/"}, {"4", "a"}, {"3", "e"}, {"4", "@"}, {"3", "n"}, {"x"}, {"3", "a"}} {
		for i := n % step; i < len(texts); i += step {
			text := texts[i]
			s.Keys(open...).Paste(text).Type("x").Keys("left", "backspace")
			for s.Keys("esc"); strings.Contains(s.Text(), "would be lost"); {
				s.Keys("y")
			}
			s.Keys("esc")
		}
	}
	s.Keys("3").Shows("Jane Smith")
}

// walk shows everything that there is on a screen of a size: the panes from end
// to end, forms, briefs and lists.
func walk(t *testing.T, o ui.Options, w, h int, everything bool) {
	s := uitest.Start(t, ui.New(o), w, h)
	for i := 1; i <= 9 && !strings.Contains(s.Keys(fmt.Sprint(i)).Text(), "nothing is on"); i++ {
		through(s)
		s.Keys("z", "g", "l", "l", "l", "l", "h", "enter", "G", "g", "esc", "esc")
	}
	s.Keys("?", "G", "esc", ":", "up", "esc", "A", "down", "esc", "f").Type("x").Keys("down", "esc", "B", "G", "esc")
	s.Keys(":").Type("messages").Keys("enter", "G", "esc", "u", "n")
	if !everything {
		return
	}
	for _, k := range model.Kinds() {
		if k.Scope() == model.ScopeRoot {
			continue
		}
		s.Keys(":").Type("list " + k.Plural()).Keys("enter")
		through(s)
		s.Keys("g")
		for range 3 {
			s.Keys("enter", "G", "esc", "E", "ctrl+o", "pgdown", "pgdown", "pgdown", "esc", "D", "n", "j", "j")
		}
		s.Keys("esc")
	}
}

// through goes through all rows and columns of a pane.
func through(s *uitest.Screen) {
	s.Keys("g")
	for was := ""; was != s.Text(); {
		was = s.Text()
		s.Keys("ctrl+d")
	}
	for range 12 {
		s.Keys("l")
	}
}

// hostile is a file whose texts come as they are, past the door at which such
// things are cleaned.
type hostile struct {
	ui.Store
	texts []string
}

// Plan implements [ui.Store]: every text of every record is another one, so that
// among as many records as there are texts each field has had each of them.
func (h hostile) Plan(account model.ID) (*model.Plan, uint64, error) {
	plan, version, err := h.Store.Plan(account)
	if err != nil {
		return plan, version, err
	}
	for _, k := range model.Kinds() {
		for i, r := range plan.Of(k) {
			h.dirty(reflect.ValueOf(r).Elem(), i)
		}
	}
	return plan, version, nil
}

// dirty sets the texts of a record.
func (h hostile) dirty(record reflect.Value, i int) {
	for n := range record.NumField() {
		text := h.texts[(i+5*n)%len(h.texts)]
		switch field := record.Field(n).Addr().Interface().(type) {
		case *string:
			*field = text
		case *[]string:
			*field = []string{text, h.texts[(i+5*n+1)%len(h.texts)]}
		}
	}
}

// dirty is a workspace on a hostile book, with so many records of each kind.
func dirty(t *testing.T, texts []string, each int) ui.Options {
	t.Helper()
	path := uitest.Empty(t)
	uitest.Write(t, path, naughtyBook(t, texts, each)...)
	o := uitest.Options(t, path)
	o.Store = hostile{o.Store, texts}
	return o
}

// naughtyBook makes an account with records of every kind, all texts taken from
// the hostile strings in turn.
func naughtyBook(t *testing.T, strings []string, each int) []model.Edit {
	t.Helper()
	ids := model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	next := 0
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
		for range each {
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
		case *model.Silence:
			r.Rule = model.Rules()[0].Name
		case *model.Account:
			r.PlanStart, r.Currency = model.Date{}, "USD"
		}
	}
	return []model.Edit{model.Created("hostile \x1b[2J\u202e 漢字", records...)}
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

package search

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"astute/model"
	"astute/model/modeltest"
)

func mustID(n byte) model.ID { return model.ID{15: n} }

// filterBook holds a few records that differ in what filters ask for.
func filterBook() ([]model.Record, FilterEnv) {
	usd := func(n int64) model.Money { return model.NewMoney(n*100, "USD") }
	head := func(n byte) model.Head { return model.Head{ID: mustID(n), Account: mustID(1)} }
	account := &model.Account{Head: model.Head{ID: mustID(1)}, Name: "FreshKart", Owner: mustID(2), AnnualRevenue: usd(20_000_000), Employees: model.NumberOf(1500)}
	yen := &model.Account{Head: model.Head{ID: mustID(3)}, Name: "Kaisha", AnnualRevenue: model.NewMoney(5_000, "JPY"), Employees: model.NumberOf(90)}
	records := []model.Record{
		account, yen,
		&model.Teammate{Head: model.Head{ID: mustID(2)}, Name: "Ana Ruiz"},
		&model.Contact{Head: head(10), Name: "Jane Smith", JobTitle: "CTO", Support: model.Champion, Political: model.Astute, Confirmed: today.AddDays(-10), DecisionRole: model.DecisionRoles(0).With(model.TechnicalBuyer, model.UserBuyer)},
		&model.Contact{Head: head(11), Name: "Renée Müller", JobTitle: "VP Finance", Support: model.Opponent, Influence: model.High, Coverage: model.NoContact, Confirmed: today.AddDays(-90)},
		&model.Contact{Head: head(12), Name: "Alan Brown", Left: true},
		&model.Action{Head: head(20), Name: "Call them", Owner: mustID(2), Due: today.AddDays(-3), Status: model.InProgress},
		&model.Action{Head: head(21), Name: "Send offer", Owner: mustID(10), Due: today.AddDays(2)},
		&model.Action{Head: head(22), Name: "Ask", Owner: mustID(2), Due: today.AddDays(-30), Status: model.Complete},
		&model.Objective{Head: head(30), Name: "Grow", Due: today.AddDays(-1)},
		&model.Review{Head: head(40), Type: model.QBR, On: today.AddDays(-5), Attendees: []model.ID{mustID(2)}},
	}
	book := model.NewBook(records)
	return records, FilterEnv{Names: book.Name, Today: today, Me: "ana ruiz"}
}

func TestFilter(t *testing.T) {
	records, env := filterBook()
	all := make([]string, len(records))
	for i, r := range records {
		all[i] = model.Title(r, env.Names)
	}
	people := []string{"Jane Smith", "Renée Müller", "Alan Brown"}
	for _, c := range []struct {
		kind   model.Kind // 0 for all
		filter string
		want   []string
	}{
		{0, "", all},
		{0, "  - ", all},
		{model.KindContact, "support:champion", []string{"Jane Smith"}},
		{model.KindContact, "support:cha", []string{"Jane Smith"}},
		{model.KindContact, "Support:Mentor", []string{"Jane Smith"}},
		{model.KindContact, "support:enemy", []string{"Renée Müller"}},
		{model.KindContact, "support:champion,opponent", []string{"Jane Smith", "Renée Müller"}},
		{model.KindContact, "support:", []string{"Alan Brown"}},
		{model.KindContact, "support:unknown", []string{"Alan Brown"}},
		{model.KindContact, "support:*", []string{"Jane Smith", "Renée Müller"}},
		{model.KindContact, "-support:champion", []string{"Renée Müller", "Alan Brown"}},
		{model.KindContact, "-support:", []string{"Jane Smith", "Renée Müller"}},
		{model.KindContact, "decision_role:user", []string{"Jane Smith"}},
		{model.KindContact, "decision-role:technical-buyer", []string{"Jane Smith"}},
		{model.KindContact, "title:vp", []string{"Renée Müller"}},
		{model.KindContact, `title:"vp fin"`, []string{"Renée Müller"}},
		{model.KindContact, `title:"vp fin`, []string{"Renée Müller"}},
		{model.KindContact, "name:renee", []string{"Renée Müller"}},
		{model.KindContact, "account:fresh", people},
		{model.KindContact, "left:yes", []string{"Alan Brown"}},
		{model.KindContact, "left:no", []string{"Jane Smith", "Renée Müller"}},
		{model.KindContact, "left", []string{"Alan Brown"}},
		{model.KindContact, "key", []string{"Jane Smith", "Renée Müller"}},
		{model.KindContact, "gap", []string{"Renée Müller"}},
		{model.KindContact, "key -gap", []string{"Jane Smith"}},
		{model.KindContact, "stale", nil},
		{model.KindContact, "confirmed:<=" + today.AddDays(-90).String(), []string{"Renée Müller"}},
		{model.KindContact, "MULLER", []string{"Renée Müller"}},
		{model.KindContact, "-muller smith", []string{"Jane Smith"}},
		{model.KindContact, "finance support:opp", []string{"Renée Müller"}},
		{model.KindAction, "late", []string{"Call them"}},
		{model.KindAction, "open", []string{"Call them", "Send offer"}},
		{model.KindAction, "done", []string{"Ask"}},
		{model.KindAction, "mine open", []string{"Call them"}},
		{model.KindAction, "owner:me", []string{"Call them", "Ask"}},
		{model.KindAction, "owner:@me -done", []string{"Call them"}},
		{model.KindAction, "owner:jane", []string{"Send offer"}},
		{model.KindAction, "owner:jane,ana", []string{"Call them", "Send offer", "Ask"}},
		{model.KindAction, "status:todo", nil},
		{model.KindAction, "due:<today", []string{"Call them", "Ask"}},
		{model.KindAction, "due:>today", []string{"Send offer"}},
		{model.KindAction, "due:>=+2d", []string{"Send offer"}},
		{model.KindAction, "due:>2d", nil},
		{model.KindAction, "due:-1w..today", []string{"Call them"}},
		{model.KindAction, "due:..-1w", []string{"Ask"}},
		{model.KindAction, "due:" + today.AddDays(2).String(), []string{"Send offer"}},
		{model.KindAction, "due:2026-04", []string{"Send offer"}},
		{model.KindAction, "due:<2026-04", []string{"Call them", "Ask"}},
		{model.KindAction, "due:2026", []string{"Call them", "Send offer", "Ask"}},
		{model.KindAction, "due:<", []string{"Call them", "Send offer", "Ask"}},
		{model.KindAction, `"late"`, nil},
		{model.KindAccount, "employees:>1k", []string{"FreshKart"}},
		{model.KindAccount, "employees:1500", []string{"FreshKart"}},
		{model.KindAccount, "employees:90..1499", []string{"Kaisha"}},
		{model.KindAccount, "annual_revenue:>=$20m", []string{"FreshKart"}},
		{model.KindAccount, "annual_revenue:>20m", nil},
		{model.KindAccount, "annual_revenue:<10k", []string{"Kaisha"}},
		{model.KindAccount, `annual_revenue:"<6000 JPY"`, []string{"Kaisha"}},
		{model.KindAccount, "annual_revenue:>1eur", nil},
		{model.KindAccount, "mine", []string{"FreshKart"}},
		{0, "late", []string{"Call them", "Grow", "QBR"}},
		{0, "mine", []string{"FreshKart", "Call them", "Ask", "QBR"}},
		{0, "due:*", []string{"Call them", "Send offer", "Ask", "Grow"}},
		{0, "12:30", nil},
	} {
		var kinds []model.Kind
		if c.kind != 0 {
			kinds = append(kinds, c.kind)
		}
		f, err := ParseFilter(c.filter, kinds...)
		if err != nil {
			t.Errorf("%q: %v", c.filter, err)
			continue
		}
		var got []string
		for _, r := range records {
			if (c.kind == 0 || r.Kind() == c.kind) && f.Match(r, env) {
				got = append(got, model.Title(r, env.Names))
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s %q takes %q, want %q", c.kind, c.filter, got, c.want)
		}
	}
}

// Nobody is "me" until the program knows who that is.
func TestFilterWithoutMe(t *testing.T) {
	records, env := filterBook()
	env.Me = ""
	for _, text := range []string{"mine", "owner:me"} {
		f, err := ParseFilter(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			if f.Match(r, env) {
				t.Errorf("%q takes %s", text, model.Title(r, env.Names))
			}
		}
	}
}

func TestStale(t *testing.T) {
	f, err := ParseFilter("stale", model.KindContact)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		contact model.Contact
		want    bool
	}{
		{model.Contact{}, false}, // not known is asked for, not called stale
		{model.Contact{Confirmed: today.AddDays(-model.ConfirmWithin)}, false},
		{model.Contact{Confirmed: today.AddDays(-model.ConfirmWithin - 1)}, true},
		{model.Contact{Left: true, Confirmed: today.AddDays(-model.ConfirmWithin - 1)}, false},
	} {
		if got := f.Match(&c.contact, FilterEnv{Today: today}); got != c.want {
			t.Errorf("confirmed %q, left %v: stale %v, want %v", c.contact.Confirmed, c.contact.Left, got, c.want)
		}
	}
}

func TestFilterErrors(t *testing.T) {
	for text, cure := range map[string]string{
		"suport:champion":    "did you mean support",
		"qqqq:champion":      "use one of account, adaptability",
		"support:fan":        "support must be Champion, Supporter, Neutral, Opponent",
		"confirmed:<someday": "2026-03-31, 5 dec, 5.12., today, ",
		"confirmed:< left":   "confirmed needs a value after it",
		"left:maybe":         "left must be yes or no",
		"confirmed:..":       "confirmed needs a value after it",
	} {
		if text == "confirmed:.." {
			text += " x"
		}
		_, err := ParseFilter(text, model.KindContact)
		var wrong *FilterError
		if !errors.Is(err, ErrFilter) || !errors.As(err, &wrong) || !strings.Contains(err.Error(), cure) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error %v, want one with %q", text, err, cure)
		}
	}
	if _, err := ParseFilter("employees:many", model.KindAccount); err == nil || !strings.Contains(err.Error(), "employees must be a number") {
		t.Errorf("employees:many: %v", err)
	}
	// A field of any kind will do where the kinds are not known.
	if _, err := ParseFilter("employees:>5 support:champion"); err != nil {
		t.Error(err)
	}
}

// Whoever types a good filter letter by letter is never stopped by half a term
// but by words and days that are not whole yet, and never by a panic.
func TestFilterWhileTyping(t *testing.T) {
	for _, text := range []string{`support:champion -left late "new york`, "left:yes name:jane", "support: title:* -key"} {
		for end := range len(text) + 1 {
			_, err := ParseFilter(text[:end], model.KindContact)
			if err != nil && !errors.Is(err, ErrFilter) {
				t.Errorf("%q: %v", text[:end], err)
			}
			if err != nil && strings.HasSuffix(text[:end], ":") {
				t.Errorf("%q: %v", text[:end], err)
			}
		}
	}
}

// A dash turns every term round, whatever it is and whatever it looks at.
func TestFilterNegation(t *testing.T) {
	records := modeltest.Generate(4, 60, today)
	book := model.NewBook(records)
	env := FilterEnv{Names: book.Name, Today: today, Me: "somebody"}
	terms := []string{"support:champion", "support:", "support:*", "late", "gap", "mine", "an", "due:<today", "employees:>1000", "owner:a", "created:2025", `"a b"`, "left:no"}
	rapid.Check(t, func(t *rapid.T) {
		term := rapid.SampledFrom(terms).Draw(t, "term")
		r := rapid.SampledFrom(records).Draw(t, "record")
		plain, err := ParseFilter(term)
		if err != nil {
			t.Fatal(err)
		}
		turned, err := ParseFilter("-" + term)
		if err != nil {
			t.Fatal(err)
		}
		if plain.Match(r, env) == turned.Match(r, env) {
			t.Fatalf("%q and its negation agree on %s", term, book.Name(r.Base().ID))
		}
	})
}

func TestFilterWords(t *testing.T) {
	for _, w := range FilterWords() {
		if w.Word != Fold(w.Word) || strings.ContainsAny(w.Word, " :-") || w.About == "" {
			t.Errorf("word %q cannot be typed or says nothing", w.Word)
		}
		if w.Word != "mine" && len(w.Kinds()) == 0 {
			t.Errorf("%q has no kinds", w.Word)
		}
	}
}

func FuzzFilter(f *testing.F) {
	records, env := filterBook()
	f.Add(`support:champion -late due:<fri "a b`)
	f.Add("employees:1..2 annual_revenue:>$5m,3 -:\x00")
	f.Fuzz(func(t *testing.T, text string) {
		filter, err := ParseFilter(text)
		if err != nil {
			if !errors.Is(err, ErrFilter) {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		for _, r := range records {
			filter.Match(r, env)
		}
	})
}

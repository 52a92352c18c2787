package chart

import (
	"slices"
	"testing"
	"unicode"

	"astute/model"
	"astute/model/modeltest"
)

func named(names ...string) []*model.Contact {
	var list []*model.Contact
	for i, name := range names {
		c := &model.Contact{Name: name}
		c.ID = model.ID{14: byte(i >> 8), 15: byte(i)}
		list = append(list, c)
	}
	return list
}

func TestNamesAreShortAndNameOnePersonOnly(t *testing.T) {
	for _, c := range []struct{ names, want []string }{
		{[]string{"Jane Smith", "Raj Mehta"}, []string{"Smith", "Mehta"}},
		{[]string{"Jane Smith", "Adam Smith"}, []string{"J.Smith", "A.Smith"}},
		{[]string{"Jane Smith", "John Smith"}, []string{"Jane Smith", "John Smith"}},
		{[]string{"Jane Smith", "Jane Smith"}, []string{"Jane Smith 1", "Jane Smith 2"}},
		{[]string{"Smith, Jane", "Brown, Al"}, []string{"Smith", "Brown"}},
		{[]string{"Martin Luther King Jr.", "Rex"}, []string{"King", "Rex"}},
		{[]string{"Martin Luther King, Jr.", "Ada Byron, Ph.D.", "Hugh Grant III MBA"}, []string{"King", "Byron", "Grant"}},
		{[]string{"CISO (not appointed yet)"}, []string{"CISO"}},
		{[]string{"桜井 太郎", "桜井 花子", "김 철수"}, []string{"桜井 太郎", "桜井 花子", "김 철수"}},
		{[]string{"Zoë van der Berg", "Ana de la Cruz", "Omar bin Said", "Ludwig Van Gaal", "Huda al-Rashid", "Vida van"},
			[]string{"van der Berg", "de la Cruz", "bin Said", "Van Gaal", "al-Rashid", "Vida van"}},
		{[]string{"Family Émoji 🇩🇪", "🦊 Fox 🦊"}, []string{"Émoji", "Fox"}},
		{[]string{"Tab\tand\nnewline", "jane smith", "Ann"}, []string{"Tab and newline", "smith", "Ann"}},
	} {
		list := named(c.names...)
		names := shortNames(list)
		var got []string
		for _, person := range list {
			got = append(got, names[person.ID])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q are called %q, should be %q", c.names, got, c.want)
		}
	}
}

func TestAPreferredNameIsUsed(t *testing.T) {
	list := named("Robert Smith", "Ann Lee")
	list[0].PreferredName = "Bob"
	if got := shortNames(list)[list[0].ID]; got != "Bob" {
		t.Errorf("Robert, who likes to be called Bob, is called %q", got)
	}
}

// A name that has letters is never shortened to one without.
func TestNoNameIsASignOrAPictureOnly(t *testing.T) {
	var names []string
	for _, text := range modeltest.Naughty() {
		names = append(names, text, "Jane Smith "+text, text+" Jane Smith, PhD")
	}
	list := named(names...)
	short := shortNames(list)
	for _, c := range list {
		if hasLetter(model.CleanText(c.Name)) && !hasLetter(short[c.ID]) {
			t.Errorf("%q is called %q", c.Name, short[c.ID])
		}
	}
}

func hasLetter(text string) bool {
	return slices.ContainsFunc([]rune(text), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func TestParticlesAreAbbreviatedBeforeANameIsCut(t *testing.T) {
	measure := func(text string) int { return len([]rune(text)) }
	for _, c := range []struct {
		name string
		w    int
		want string
	}{{"van der Berg", 12, "van der Berg"}, {"van der Berg", 9, "v.d.Berg"}, {"van der Berg", 7, "v.d.Be."}, {"Castellanos", 8, "Castell."}} {
		if got := shorten(c.name, c.w, measure); got != c.want {
			t.Errorf("%q in %d columns is %q, should be %q", c.name, c.w, got, c.want)
		}
	}
}

package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"astute/model"

	"pgregory.net/rapid"
)

// vocabularies returns the words of every choice, by kind and field.
func vocabularies() map[string][]model.Word {
	all := map[string][]model.Word{}
	for _, kind := range model.Kinds() {
		for _, f := range model.New(kind, model.ID{}).Fields() {
			if words := f.Words(); words != nil {
				all[kind.String()+" "+f.Name] = words
			}
		}
	}
	return all
}

// loosen writes a word as people might: other case, "-" or "_" for blanks.
func loosen(s string) []string {
	return []string{s, strings.ToUpper(s), strings.ToLower(s), strings.ReplaceAll(s, " ", "-"), strings.ReplaceAll(s, " ", "_"), strings.ReplaceAll(s, " ", ""), strings.ReplaceAll(s, "-", " "), "  " + s + " "}
}

func TestVocabularies(t *testing.T) {
	all := vocabularies()
	if len(all) < 30 {
		t.Fatalf("only %d choices found", len(all))
	}
	for name, words := range all {
		keys, names, marks := map[byte]string{}, map[string]string{}, 0
		for _, w := range words {
			if w.Name == "" || w.Meaning == "" || w.Name != model.CleanLine(w.Name) || strings.ContainsAny(w.Name, ",;") {
				t.Errorf("%s: %q is no word, or says nothing", name, w.Name)
			}
			if w.Key < 'a' || w.Key > 'z' {
				if w.Key < '0' || w.Key > '9' {
					t.Errorf("%s: %s is picked by %q", name, w.Name, w.Key)
				}
			}
			if other := keys[w.Key]; other != "" {
				t.Errorf("%s: %q picks both %s and %s", name, w.Key, other, w.Name)
			}
			keys[w.Key] = w.Name
			if w.Mark != "" {
				marks++
				if utf8.RuneCountInString(w.Mark) != 1 || w.Mark[0] < ' ' || w.Mark[0] > '~' || w.Mark == "?" && len(words) > 2 {
					t.Errorf("%s: the mark of %s is %q", name, w.Name, w.Mark)
				}
			}
			for _, alias := range append([]string{w.Name}, w.Aliases...) {
				key := strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(alias))
				if other, taken := names[key]; taken && other != w.Name {
					t.Errorf("%s: %q means both %s and %s", name, alias, other, w.Name)
				}
				if key == "" || key == "unknown" {
					t.Errorf("%s: %q cannot be an alias of %s", name, alias, w.Name)
				}
				names[key] = w.Name
			}
		}
		if marks > 0 && marks < len(words) && !oneMark[name] {
			t.Errorf("%s: only some words have a mark", name)
		}
	}
}

// oneMark are the choices of which only the exceptional word is marked.
var oneMark = map[string]bool{"action type": true}

func TestMarksTellWordsApart(t *testing.T) {
	for name, words := range vocabularies() {
		seen := map[string]string{}
		for _, w := range words {
			if other := seen[w.Mark]; other != "" && w.Mark != "" {
				t.Errorf("%s: %s and %s have the mark %q", name, other, w.Name, w.Mark)
			}
			seen[w.Mark] = w.Name
		}
	}
}

func TestWordsReadInAnySpelling(t *testing.T) {
	for _, kind := range model.Kinds() {
		for i, blank := range model.New(kind, model.ID{}).Fields() {
			for _, w := range blank.Words() {
				for _, alias := range append([]string{w.Name}, w.Aliases...) {
					for _, spelt := range loosen(alias) {
						f := model.New(kind, model.ID{}).Fields()[i]
						if err := f.Set(model.Input{}, spelt); err != nil || f.Text() != w.Name {
							t.Errorf("%s %s: %q reads as %q, %v; want %s", kind, f.Name, spelt, f.Text(), err, w.Name)
						}
					}
				}
			}
			if blank.Words() != nil && !blank.Needed {
				if err := blank.Set(model.Input{}, "Unknown"); err != nil || !blank.IsZero() {
					t.Errorf("%s %s: Unknown reads as %q, %v", kind, blank.Name, blank.Text(), err)
				}
			}
		}
	}
}

func TestWordsRefuseOthersAndListWhatTheyTake(t *testing.T) {
	_, err := model.ParseChoice[supportVocabulary]("fan")
	if err == nil || err.Error() != `must be Champion, Supporter, Neutral or Opponent, not "fan"` {
		t.Errorf("the error is %v", err)
	}
	if _, err := model.ParseChoices[supportVocabulary]("Champion, fan"); err == nil || !strings.Contains(err.Error(), `"fan"`) {
		t.Errorf("the error is %v", err)
	}
}

// supportVocabulary is a vocabulary of the test's own, so that the mechanism is
// tried apart from the words.
type supportVocabulary struct{}

func (supportVocabulary) Words() []model.Word {
	return []model.Word{{Name: "Champion", Mark: "*", Meaning: "for"}, {Name: "Supporter", Mark: "+"}, {Name: "Neutral", Mark: "~"}, {Name: "Opponent", Mark: "-", Aliases: []string{"Enemy"}}}
}

func TestChoice(t *testing.T) {
	type choice = model.Choice[supportVocabulary]
	for c, want := range map[choice]string{0: "", 1: "Champion", 4: "Opponent", 5: "", 255: ""} {
		if c.String() != want {
			t.Errorf("%d is %q, want %q", uint8(c), c.String(), want)
		}
	}
	if choice(0).Mark() != "?" || choice(1).Mark() != "*" || choice(1).Meaning() != "for" || choice(9).Meaning() != "" {
		t.Error("marks or meanings are not the word's")
	}
}

func TestChoicesAreASetInTheVocabularysOrder(t *testing.T) {
	type choice = model.Choice[supportVocabulary]
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.IntRange(0, 4), 0, 6).Draw(t, "words")
		var set model.Choices[supportVocabulary]
		var typed []string
		has := map[choice]bool{}
		for _, w := range words {
			set = set.With(choice(w))
			typed = append(typed, choice(w).String())
			has[choice(w)] = w != 0
		}
		var names []string
		marks := ""
		for c := choice(0); c <= 4; c++ {
			if set.Has(c) != has[c] {
				t.Fatalf("%v: has %s: %t", words, c, set.Has(c))
			}
			if has[c] {
				names = append(names, c.String())
				marks += c.Mark()
			}
		}
		if marks == "" {
			marks = "?"
		}
		if set.String() != strings.Join(names, ", ") || set.Marks() != marks || len(set.All()) != len(names) {
			t.Fatalf("%v is %q %q", words, set, set.Marks())
		}
		separator := rapid.SampledFrom([]string{", ", ";", "\n", ",,"}).Draw(t, "separator")
		if back, err := model.ParseChoices[supportVocabulary](strings.Join(typed, separator)); err != nil || back != set {
			t.Fatalf("%q reads as %q: %v", strings.Join(typed, separator), back, err)
		}
	})
}

func TestParseKind(t *testing.T) {
	words := map[string]bool{}
	for _, kind := range model.Kinds() {
		spec := kind.Spec()
		if spec.About == "" || words[spec.Word] || words[spec.Plural] || spec.Word == spec.Plural {
			t.Errorf("%s: its words are taken, or it does not say what it is for", kind)
		}
		words[spec.Word], words[spec.Plural] = true, true
		for _, word := range append(loosen(spec.Word), loosen(spec.Plural)...) {
			if got, err := model.ParseKind(word); err != nil || got != kind {
				t.Errorf("%q is %s, %v; want %s", word, got, err, kind)
			}
		}
		if !kind.Known() || kind.String() != spec.Word || kind.Plural() != spec.Plural || kind.Scope() != spec.Scope {
			t.Errorf("%s does not agree with its Spec", kind)
		}
		if spec.New().Kind() != kind {
			t.Errorf("%s makes a %s", kind, spec.New().Kind())
		}
	}
	if _, err := model.ParseKind("conract"); err == nil || !strings.Contains(err.Error(), "contact") {
		t.Errorf("the error does not list the kinds: %v", err)
	}
	if unknown := model.Kind(250); unknown.Known() || unknown.String() != "kind-250" || unknown.Plural() != "kind-250" || unknown.Scope() != model.ScopeAccount || unknown.Spec().New != nil {
		t.Error("an unknown kind is not told apart")
	}
}

package exchange

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"astute/model"
)

// odd is a file of which a person has to say something.
const odd = "Wer,Job,Wann,Sold,Egal\nJane Smith,CTO,03/04/2025,1.234,x\nRaj Mehta,COO,05/06/2025,2.500,y\n"

func importOdd(t *testing.T, book *model.Book, o ImportOptions) (Result, *model.Book) {
	t.Helper()
	o.As = model.KindContact
	return run(t, book, o, "odd.csv", odd)
}

func TestAMappingSaysWhatTheFlagsSay(t *testing.T) {
	flags := ImportOptions{Map: map[string]string{"Wer": "name", "Wann": "since", "Sold": "account.employees", "Egal": ""}, Dates: "dmy", Decimal: ','}
	byFlags, _ := importOdd(t, empty(), flags)
	said := byFlags.Tables[0].Said
	want := Mapping{Kind: "contact", Columns: map[string]ColumnMapping{"Wer": {Field: "full_name"}, "Wann": {Field: "since", Dates: "dmy"},
		"Sold": {Field: "account.employees", Decimal: ","}, "Egal": {Field: "-"}}}
	if !reflect.DeepEqual(said, want) {
		t.Fatalf("it says %+v, not %+v", said, want)
	}
	text, err := json.Marshal(said)
	if err != nil {
		t.Fatal(err)
	}
	var read Mapping
	if err := json.Unmarshal(text, &read); err != nil || !reflect.DeepEqual(read, said) {
		t.Fatalf("%s reads as %+v (%v)", text, read, err)
	}
	byMapping, _ := run(t, empty(), ImportOptions{Mappings: map[string]Mapping{byFlags.Tables[0].Key: read}}, "odd.csv", odd)
	if !reflect.DeepEqual(byFlags.Edit, byMapping.Edit) || !reflect.DeepEqual(byFlags.Tables, byMapping.Tables) {
		t.Errorf("the mapping makes %+v, the flags %+v", byMapping, byFlags)
	}
	if got := said.String(); got != "rows of contacts, Egal left out, Sold = account.employees (decimals after a comma), Wann = since (dmy), Wer = full_name" {
		t.Error(got)
	}
}

func TestTheOptionsComeBeforeTheMapping(t *testing.T) {
	key := Key([]string{"Egal", "sold", "WANN", "Job", "Wer"})
	o := ImportOptions{Map: map[string]string{"Wer": "name", "Job": "source"}, Dates: "mdy",
		Mappings: map[string]Mapping{key: {Columns: map[string]ColumnMapping{"Job": {Field: "concerns"}, "Wann": {Field: "since", Dates: "dmy"}}}}}
	res, book := importOdd(t, empty(), o)
	jane := called[*model.Contact](t, book, "Jane Smith")
	if res.Tables[0].Key != key || jane.Source != "CTO" || jane.Concerns != "" || jane.Since != model.NewDate(2025, 3, 4) {
		t.Errorf("%+v\n%+v", res.Tables, jane)
	}
}

func TestAMappingThatDoesNotFitNeverFails(t *testing.T) {
	text := "Name,Email\nJane Smith,jane@acme.example\n"
	for _, m := range []Mapping{
		{Kind: "gizmo", Encoding: "klingon", Columns: map[string]ColumnMapping{"Email": {Field: "gone"}, "Nowhere": {Field: "title"}, "Name": {Dates: "xyz", Decimal: "?"}}},
		{Columns: map[string]ColumnMapping{"Email": {Field: "opportunity.gone"}, "Name": {Field: "account.gone"}}},
	} {
		res, err := Import(empty(), []File{{Name: "x.csv", Data: []byte(text)}}, ImportOptions{NewID: newIDs(), Today: today,
			Mappings: map[string]Mapping{Key([]string{"Name", "Email"}): m}})
		if err != nil || res.Created == 0 {
			t.Errorf("%+v: %v, %+v", m, err, res)
		}
	}
}

func TestWhatIsSaidOfAColumnComesBeforeWhatItsHeadingMeans(t *testing.T) {
	res, book := run(t, empty(), ImportOptions{Map: map[string]string{"Real job": "title"}}, "x.csv", "Name,Title,Real job,Email\nJane,Dr,CTO,j@x.example\n")
	jane := called[*model.Contact](t, book, "Jane")
	if jane.JobTitle != "CTO" || !strings.Contains(jane.Notes, "Title: Dr") || res.Tables[0].Columns[1].Instead != "Real job" {
		t.Errorf("%+v\n%+v", jane, res.Tables[0])
	}
}

func TestEveryTargetThatIsOfferedIsTaken(t *testing.T) {
	for _, kind := range model.Kinds() {
		seen := map[string]bool{}
		for _, target := range Targets(kind) {
			if seen[target.Name] || target.Label == "" {
				t.Errorf("%s: %+v is there twice or has no label", kind, target)
			}
			seen[target.Name] = true
			s := &sheet{Table: &Table{}, kind: kind}
			c, err := newColumn(s, 0, "x", target.Name)
			if err != nil || c.text() != target.Name {
				t.Errorf("%s: %s is read as %+v (%v)", kind, target.Name, c, err)
			}
		}
	}
}

func TestWhatAColumnProvesIsTold(t *testing.T) {
	text := "Name,Company,Since,Confirmed,Touched,Employees,Annual Revenue\n" +
		"Jane,Acme,31/12/2025,03/04/2025,2025-01-02,\"1,234\",\"1.234.567,50\"\nRaj,Acme,03/04/2025,05/06/2025,2025-02-03,\"2,345\",\"2.000,5\"\n"
	res, _ := run(t, empty(), ImportOptions{As: model.KindContact}, "x.csv", text)
	type how struct {
		days    string
		decimal byte
		proven  bool
		asks    bool
	}
	for heading, want := range map[string]how{"Since": {"dmy", 0, true, false}, "Confirmed": {"", 0, false, true}, "Touched": {"", 0, false, false},
		"Employees": {"", 0, false, true}, "Annual Revenue": {"", ',', true, false}, "Name": {}} {
		for _, c := range res.Tables[0].Columns {
			if got := (how{c.Days, c.Decimal, c.Proven, c.Asks()}); c.Heading == heading && got != want {
				t.Errorf("%s: %+v, not %+v (%+v)", heading, got, want, c)
			}
		}
	}
}

func TestATableThatIsNotTakenIsShownAllTheSame(t *testing.T) {
	for text, kind := range map[string]model.Kind{"Wer,Was\nJane,CTO\n": 0, "Deal Stage,Was\nWon,x\n": model.KindOpportunity} {
		res, err := Import(empty(), []File{{Name: "x.csv", Data: []byte(text)}}, ImportOptions{NewID: newIDs(), Today: today})
		if err == nil || len(res.Tables) != 1 || res.Tables[0].Kind != kind || len(res.Tables[0].Columns) != 2 || res.Tables[0].Err == nil {
			t.Errorf("%q: %v, %+v", text, err, res.Tables)
			continue
		}
		if c := res.Tables[0].Columns[1]; c.Heading != "Was" || c.Target != "note" || len(c.Samples) != 1 {
			t.Errorf("%q: %+v", text, c)
		}
	}
}

func TestARowIsReadAnewWhenSomethingElseIsSaidOfItsColumns(t *testing.T) {
	_, book := run(t, empty(), ImportOptions{As: model.KindContact}, "x.csv", "Name,Job2,Wann\nJane,CTO,03/04/2025\n")
	res, book := run(t, book, ImportOptions{As: model.KindContact, Map: map[string]string{"Job2": "title", "Wann": "since"}, Dates: "dmy"}, "x.csv", "Name,Job2,Wann\nJane,CTO,03/04/2025\n")
	jane := called[*model.Contact](t, book, "Jane")
	if res.Updated != 1 || res.Created != 0 || jane.JobTitle != "CTO" || jane.Since != model.NewDate(2025, 4, 3) {
		t.Errorf("%+v\n%+v", res, jane)
	}
}

// called returns the record of a book that is called so.
func called[R model.Record](t *testing.T, book *model.Book, name string) R {
	t.Helper()
	for _, r := range model.All[R](book) {
		if model.Title(r, nil) == name {
			return r
		}
	}
	t.Fatalf("nobody is called %s", name)
	panic("unreachable")
}

// A slip in what is said of a column is asked about, and what could do nothing is
// refused.
func TestSlipsInAMapping(t *testing.T) {
	data := "Name,Job Titel,Boss Id,Company\nJane Smith,CTO,7,FreshKart\n"
	for pair, want := range map[string]string{
		"Job Title=title":  `no column is called "Job Title": did you mean Job Titel?`,
		"Telephone=phones": `no column is called "Telephone"; the headings are`,
		"Boss Id=@id":      `has no link ""`,
		"Boss Id=title@id": `has no link "title": the links are reports_to`,
		"Boss Id=boss@id":  `has no link "boss"`,
		"Job Titel=titel":  `has no field "titel": did you mean title?`,
	} {
		heading, field, _ := strings.Cut(pair, "=")
		o := ImportOptions{NewID: newIDs(), Today: today, As: model.KindContact, Map: map[string]string{heading: field}}
		_, err := Import(empty(), []File{{Name: "x.csv", Data: []byte(data)}}, o)
		if !errors.Is(err, ErrMapping) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q in it", pair, err, want)
		}
	}
	o := ImportOptions{As: model.KindContact, Map: map[string]string{"Boss Id": "reports_to@id"}}
	if res, _ := run(t, empty(), o, "x.csv", data); len(res.Unresolved) != 1 || res.Unresolved[0].Value != "7" {
		t.Errorf("%+v", res.Unresolved)
	}
}

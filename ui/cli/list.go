package cli

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/exchange"
	"astute/model/search"
	"astute/store"
)

// listing is what the flags of list say.
type listing struct {
	narrow
	where         []string
	sortBy        string
	archived      bool
	asJSON, asCSV bool
}

// list writes all records of a kind.
func (p *program) list() *cobra.Command {
	var l listing
	cmd := &cobra.Command{
		Use:   "list KIND [--account NAME] [--where field:value]... [--sort field] [--archived] [--json|--csv]",
		Short: "all records of a kind",
		Long: `By account and name, unless --sort names a field; -field turns the order round,
and what is not known comes last. --where takes field:value, several times where
all must hold: support:champion,neutral is either, due:<fri a comparison,
support: what is not known, owner:me mine, -support:opponent all others; words
such as late, open, stale, key and gap stand alone. What belongs to an archived
account is listed with --archived, or with --account and its name.`,
		Annotations: listsKinds,
		Example: `astute list contacts --account freshkart --where support:champion
astute list actions --where owner:me --where late --sort due
astute list contacts --csv >contacts.csv`,
		Args:              takes(1, 1),
		ValidArgsFunction: completeKind,
		RunE:              func(_ *cobra.Command, args []string) error { return p.writeList(l, args[0]) },
	}
	l.accountFlag(p, cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&l.where, "where", nil, "only where `field:value` holds")
	flags.StringVar(&l.sortBy, "sort", "", "in the order of this `field`; -field turns it round")
	flags.BoolVar(&l.archived, "archived", false, "archived accounts too")
	flags.BoolVar(&l.asCSV, "csv", false, "write CSV for spreadsheets")
	jsonFlag(cmd, &l.asJSON)
	return cmd
}

// writeList reads the records of the kind, keeps those that were asked for and
// writes them. What is wrong with the flags is said before the file is read.
func (p *program) writeList(l listing, word string) error {
	kind, err := model.ParseKind(word)
	if err != nil {
		return err
	}
	if l.asJSON && l.asCSV {
		return errors.New("--json and --csv are two formats: leave one out")
	}
	if l.account != "" {
		if err := mayNarrow(kind); err != nil {
			return err
		}
	}
	me, err := p.me()
	if err != nil {
		return err
	}
	filter, err := parseWhere(l.where, kind, me)
	if err != nil {
		return err
	}
	order, err := parseSort(l.sortBy, kind)
	if err != nil {
		return err
	}
	s, err := p.reader()
	if err != nil {
		return err
	}
	in, err := p.scopeOf(s, l.narrow)
	if err != nil {
		return err
	}
	records, names, err := records(s, kind, in)
	if err != nil {
		return err
	}
	if !l.wantsArchived() {
		if records, err = p.withoutArchived(s, records); err != nil {
			return err
		}
	}
	env := search.FilterEnv{Names: names, Today: p.today(), Me: me}
	records = slices.DeleteFunc(records, func(r model.Record) bool { return !filter.Match(r, env) })
	sortRecords(records, order, names)
	switch {
	case len(records) == 0 && !l.asCSV:
		return noneOf(kind, l.where)
	case l.asJSON:
		return exchange.WriteJSON(p.out, records, names)
	case l.asCSV: // of no records as well: a heading alone is a table, too
		if err := exchange.WriteCSV(p.out, kind, records, names, exchange.CSVOptions{}); err != nil || len(records) > 0 {
			return err
		}
		return noneOf(kind, l.where)
	}
	_, err = p.out.WriteString(p.recordTable(kind, records, names, in.byAccount).text(p.width()))
	return err
}

// wantsArchived reports whether what is put away is listed, too: where it is
// asked for by a flag, by the name of an account or by a condition.
func (l listing) wantsArchived() bool {
	return l.archived || l.account != "" || slices.ContainsFunc(l.where, func(text string) bool { return strings.Contains(text, "archived") })
}

// withoutArchived leaves out archived accounts and what belongs to them, and says
// how much that is.
func (p *program) withoutArchived(s *store.Store, list []model.Record) ([]model.Record, error) {
	accounts, err := s.Accounts()
	if err != nil {
		return nil, err
	}
	away := map[model.ID]bool{}
	for _, a := range accounts {
		if a.Summary.Archived() {
			away[a.ID] = true
		}
	}
	all := len(list)
	list = slices.DeleteFunc(list, func(r model.Record) bool { return away[r.Base().ID] || away[r.Base().Account] })
	if n := all - len(list); n > 0 {
		p.note("%d archived left out: --archived lists them, too", n)
	}
	return list, nil
}

func noneOf(kind model.Kind, where []string) error {
	if len(where) > 0 {
		return nothing("no %s fit: leave out a --where", kind.Plural())
	}
	return nothing("there are no %s yet: astute add %s %s", kind.Plural(), kind, exampleOf(kind))
}

// records reads the records of a kind, of one account or of all. What they are
// linked to is looked up where it is shown: a book may hold a hundred times as
// many records as a list.
func records(s *store.Store, kind model.Kind, in scope) ([]model.Record, model.Names, error) {
	var list []model.Record
	scan := store.Scan{Kind: kind, Account: in.account, ByAccount: in.byAccount}
	err := s.Each(scan, func(r model.Record) error {
		list = append(list, r)
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	names, err := namesFor(s, list)
	return list, names, err
}

// mostSingle is how many linked records are read one by one; for more of them it
// is quicker to read their kinds from end to end.
const mostSingle = 200

// namesFor returns what records are called that some others show: those
// themselves, their accounts and what they are linked to. A second round is for
// what has a name only by its own links.
func namesFor(s *store.Store, list []model.Record) (model.Names, error) {
	known := make(map[model.ID]model.Record, len(list))
	for _, r := range list {
		known[r.Base().ID] = r
	}
	for fresh := list; len(fresh) > 0; {
		wanted, kinds := map[model.ID]bool{}, map[model.Kind]bool{}
		for _, r := range fresh {
			for _, f := range r.Fields() {
				for _, id := range f.Links() {
					if known[id] == nil && !wanted[id] {
						wanted[id] = true
						for _, kind := range f.Kinds {
							kinds[kind] = true
						}
						if len(f.Kinds) == 0 {
							kinds[0] = true // any
						}
					}
				}
			}
		}
		var err error
		if fresh, err = readWanted(s, wanted, kinds); err != nil {
			return nil, err
		}
		for _, r := range fresh {
			known[r.Base().ID] = r
		}
		fresh = slices.DeleteFunc(fresh, func(r model.Record) bool { return r.Kind().Spec().Title == nil })
	}
	var names model.Names
	names = func(id model.ID) string {
		if r := known[id]; r != nil {
			return model.Title(r, names)
		}
		return ""
	}
	return names, nil
}

// readWanted reads the records with some ids, which are of some kinds.
func readWanted(s *store.Store, wanted map[model.ID]bool, kinds map[model.Kind]bool) ([]model.Record, error) {
	var found []model.Record
	if len(wanted) <= mostSingle {
		for id := range wanted {
			r, err := s.Get(id)
			switch {
			case errors.Is(err, store.ErrNotFound): // a name nobody knows
			case err != nil:
				return nil, err
			default:
				found = append(found, r)
			}
		}
		return found, nil
	}
	if kinds[0] {
		kinds = map[model.Kind]bool{0: true}
	}
	for kind := range kinds {
		err := s.Each(store.Scan{Kind: kind}, func(r model.Record) error {
			if wanted[r.Base().ID] {
				found = append(found, r)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// order is what a list is sorted by.
type order struct {
	field string // "" for account and name
	down  bool
}

func parseSort(text string, kind model.Kind) (order, error) {
	if text == "" {
		return order{}, nil
	}
	name, down := strings.CutPrefix(text, "-")
	f, ok := model.FieldNamed(model.New(kind, model.ID{}).Fields(), name)
	if !ok {
		return order{}, noSuchField(kind, name)
	}
	return order{f.Name, down}, nil
}

// sortRecords puts records in order; those that are alike stay in the order of
// account, name and age.
func sortRecords(records []model.Record, by order, names model.Names) {
	type row struct {
		model.Record
		account, title string
		value          model.Field
	}
	rows := make([]row, len(records))
	for i, r := range records {
		rows[i] = row{Record: r, account: search.Fold(names(r.Base().Account)), title: search.Fold(model.Title(r, names))}
		if by.field != "" {
			rows[i].value, _ = model.FieldNamed(r.Fields(), by.field)
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		if by.field != "" {
			if d := compareFields(a.value, b.value, names, by.down); d != 0 {
				return d
			}
		}
		return cmp.Or(cmp.Compare(a.account, b.account), cmp.Compare(a.title, b.title), a.Base().ID.Compare(b.Base().ID))
	})
	for i := range rows {
		records[i] = rows[i].Record
	}
}

// compareFields orders two values of one field; what is not known comes last,
// whichever way the order goes.
func compareFields(a, b model.Field, names model.Names, down bool) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	d := 0
	switch a.Type() {
	case model.TypeNumber:
		x, _ := model.ParseNumber(a.Text())
		y, _ := model.ParseNumber(b.Text())
		d = x.Compare(y)
	case model.TypeMoney:
		x, _ := model.ParseMoney(a.Text(), "")
		y, _ := model.ParseMoney(b.Text(), "")
		d = cmp.Or(cmp.Compare(x.Currency(), y.Currency()), cmp.Compare(x.Minor(), y.Minor()))
	case model.TypeChoice, model.TypeChoices:
		d = cmp.Compare(wordPlace(a), wordPlace(b))
	default:
		d = cmp.Compare(search.Fold(a.Display(names)), search.Fold(b.Display(names)))
	}
	if down {
		return -d
	}
	return d
}

// wordPlace is where the (first) word of a choice stands in its vocabulary.
func wordPlace(f model.Field) int {
	first := f.Items()[0]
	return slices.IndexFunc(f.Words(), func(w model.Word) bool { return w.Name == first })
}

// Columns of a list beside name and account.
const (
	fewestColumns = 3
	mostColumns   = 6
)

// recordTable shows records with the fields that matter most: the core ones,
// then as many of the first others as make a table worth reading.
func (p *program) recordTable(kind model.Kind, records []model.Record, names model.Names, oneAccount bool) *table {
	fields := records[0].Fields()
	columns := columnsOf(kind, fields)
	t := &table{head: []string{"NAME"}, right: []bool{false}}
	withAccount := kind.Scope() == model.ScopeAccount && !oneAccount
	if withAccount {
		t.head, t.right = append(t.head, "ACCOUNT"), append(t.right, false)
	}
	for _, i := range columns {
		typ := fields[i].Type()
		t.head = append(t.head, strings.ToUpper(fields[i].Label))
		t.right = append(t.right, typ == model.TypeNumber || typ == model.TypeMoney)
	}
	t.head, t.right = append(t.head, "ID"), append(t.right, false)
	ids := make([]string, len(records))
	for i, r := range records {
		ids[i] = r.Base().ID.String()
	}
	ids = suffixes(ids)
	for i, r := range records {
		cells := []string{model.Title(r, names)}
		if withAccount {
			cells = append(cells, names(r.Base().Account))
		}
		own := r.Fields()
		for _, c := range columns {
			cells = append(cells, p.shown(own[c], names))
		}
		t.add(append(cells, ids[i])...)
	}
	return t
}

// columnsOf returns the places of the fields to show.
func columnsOf(kind model.Kind, fields []model.Field) []int {
	title := -1
	if kind.Spec().Title == nil {
		title = slices.IndexFunc(fields, func(f model.Field) bool { return f.Needed && f.Type() == model.TypeText })
	}
	var columns []int
	take := func(most int, want func(model.Field) bool) {
		for i, f := range fields {
			said := i == title || f.Needed && kind.Spec().Title != nil // by the name
			fits := !said && !f.IsLong && !f.Fixed && !f.Hidden && f.Num >= 10
			if fits && want(f) && len(columns) < most && !slices.Contains(columns, i) {
				columns = append(columns, i)
			}
		}
	}
	take(mostColumns, func(f model.Field) bool { return f.Needed })
	take(mostColumns, func(f model.Field) bool { return f.InCore })
	take(fewestColumns, func(model.Field) bool { return true })
	slices.Sort(columns)
	return columns
}

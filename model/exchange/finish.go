package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"astute/model"
)

// finish makes the result of what the rows left.
func (im *importer) finish(files []File) Result {
	res := &im.res
	im.checkDrafts()
	im.countUnchanged()
	res.Edit.Changes = make([]model.Change, 0, len(im.order))
	kinds := map[model.Kind]*KindCount{}
	var made, stubs [256][]string
	for _, d := range im.order {
		if d.out && d.before != nil {
			res.Edit.Changes = append(res.Edit.Changes, model.Change{Before: d.before})
		}
		if d.rec == nil || d.out {
			continue
		}
		kind := d.rec.Kind()
		if kinds[kind] == nil {
			kinds[kind] = &KindCount{Kind: kind.String()}
		}
		switch {
		case d.before == nil:
			res.Created++
			kinds[kind].Created++
			if slices.ContainsFunc(d.mem, (*entry).isStub) {
				stubs[kind] = append(stubs[kind], model.Title(d.rec, nil))
			} else if d.byName {
				made[kind] = append(made[kind], model.Title(d.rec, nil))
			}
		case d.same():
			if d.still {
				res.Unchanged++
			}
			continue
		default:
			res.Updated++
			kinds[kind].Updated++
		}
		res.Edit.Changes = append(res.Edit.Changes, model.Change{Before: d.before, After: d.rec})
	}
	// What others refer to comes first.
	first := map[model.Scope]int{model.ScopeShared: 0, model.ScopeRoot: 256, model.ScopeAccount: 512}
	var ranks [256]int
	for _, kind := range model.Kinds() {
		ranks[kind] = int(kind) + first[kind.Scope()]
	}
	rank := func(c model.Change) int { return ranks[cmp.Or(c.After, c.Before).Kind()] }
	slices.SortStableFunc(res.Edit.Changes, func(a, b model.Change) int { return rank(a) - rank(b) })
	for _, k := range model.Kinds() {
		if c := kinds[k]; c != nil && c.Created+c.Updated > 0 {
			res.Kinds = append(res.Kinds, *c)
		}
	}
	for _, s := range im.sheets {
		im.tellFolded(s)
	}
	im.reject()
	im.summarise(made, stubs)
	im.entitle(files)
	slices.SortStableFunc(res.Errors, func(a, b RowError) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return *res
}

// checkDrafts completes the memories, and takes out what could not be saved.
func (im *importer) checkDrafts() {
	model.InParts(len(im.order), im.cores(len(im.order)), func(_, from, to int) {
		for _, d := range im.order[from:to] {
			if d.fast || d.packed {
				continue
			}
			d.dropRead()
			if text := d.mem.text(); text != d.rec.Base().Origin {
				d.write().Base().Origin = text
			}
		}
	})
	gone := map[model.ID]bool{}
	for again := true; again; {
		again = false
		for _, d := range im.order {
			if d.rec == nil || d.rec == d.before {
				continue
			}
			if err := d.check(gone); err != nil {
				if missing := d.unsaid(); missing != "" {
					err = fmt.Errorf("every %s needs %s", d.rec.Kind(), missing)
				}
				if at := d.sheet.at(d.row); at < len(d.sheet.keys) && d.row.Line > 0 {
					d.sheet.keys[at].reject = err.Error()
				}
				if d.before == nil {
					gone[d.id()], again = true, true
				}
				d.rec = nil
			}
		}
	}
}

// check lets go of what is taken out and reports what keeps the record from
// being saved.
func (d *draft) check(gone map[model.ID]bool) error {
	if v, ok := d.rec.(model.Validator); ok && d.whole && len(gone) == 0 {
		return v.Validate() // the fields were looked at when they were filled
	}
	letGo(d.rec, gone)
	return model.Check(d.rec)
}

// unsaid names what a record cannot be without and its row did not say so that it
// could be read, "" for nothing. Links come after it: for a row that lacks the rest
// nothing is made that it names.
func (d *draft) unsaid() string {
	for _, f := range d.rec.Fields() {
		if f.Needed && f.Kinds == nil && f.IsZero() {
			return f.Name
		}
	}
	return ""
}

// letGo clears the links of a record to those that are taken out.
func letGo(r model.Record, gone map[model.ID]bool) {
	if len(gone) == 0 {
		return
	}
	for _, f := range r.Fields() {
		for _, id := range slices.Clone(f.Links()) {
			if gone[id] {
				model.ClearLink(f, id)
			}
		}
	}
}

// RejectHeading stands last above rows that were not taken, over the reason of
// each. It says nothing of where the rows are from, or how their columns are read.
const RejectHeading = "Import error"

// isRejectHeading reports whether a heading is [RejectHeading].
func isRejectHeading(heading string) bool { return squash(heading) == squash(RejectHeading) }

// reject lists the rows that were not taken, with the reason under a heading of
// its own that the next import leaves out.
func (im *importer) reject() {
	for _, s := range im.sheets {
		headed := false
		for i, row := range s.Rows {
			k := &s.keys[i]
			if k.reject == "" {
				continue
			}
			if !headed {
				headed = true
				im.res.Rejects = append(im.res.Rejects, append(slices.Clone(s.Header), RejectHeading))
				im.res.RejectsDelimiter = cmp.Or(im.res.RejectsDelimiter, s.Delimiter)
			}
			im.res.Skipped++
			im.res.Unresolved = slices.DeleteFunc(im.res.Unresolved, func(u Unresolved) bool { return u.Line == row.Line && u.File == im.fileOf(s) })
			im.fail(s, row.Line, "", "", "the row was not taken: "+k.reject)
			cells := make([]string, len(s.Header), len(s.Header)+1)
			copy(cells, row.Cells)
			im.res.Rejects = append(im.res.Rejects, append(cells, k.reject))
		}
		for _, e := range s.Errors {
			e.File = im.fileOf(s)
			im.res.Errors = append(im.res.Errors, e)
		}
	}
}

// countUnchanged marks what the rows that change nothing are about: the record
// that each is, and the account that it names.
func (im *importer) countUnchanged() {
	for _, s := range im.sheets {
		for i := range s.Rows {
			own, account := s.drafts[i], s.accounts[i]
			if own != nil && (own.rec == nil || !own.same()) {
				continue
			}
			if own != nil {
				own.still = true
			}
			if account != nil {
				account.still = true
			}
		}
	}
}

// same reports whether the import leaves the record as it was.
func (d *draft) same() bool {
	return d.before != nil && (d.rec == d.before || model.Equal(d.before, d.rec))
}

// summarise says what people should know beside the errors: first what asks for
// a decision, then what was decided, last what the files were taken for.
func (im *importer) summarise(made, stubs [256][]string) {
	im.tellNobody()
	im.tellMoves()
	im.tell()
	for _, s := range im.sheets {
		im.summariseDeleted(s)
	}
	homeless := 0
	for _, d := range im.order {
		if d.rec != nil && d.before == nil && d.rec.Kind() == model.KindContact && d.rec.Base().Account.IsZero() {
			homeless++
		}
	}
	if homeless > 0 {
		im.say("%s no company: kept under No account", model.Count(homeless, "contact names", "contacts name"))
	}
	for _, k := range model.Kinds() {
		if len(made[k]) > 0 {
			im.say("%s made because rows name them: %s", plural(len(made[k]), k), listed(made[k]))
		}
		if n := len(stubs[k]); n > 0 {
			im.say("%s still to come: %s", model.Count(n, k.String()+" stands for one that is", k.Plural()+" stand for some that are"), listed(stubs[k]))
		}
	}
	for _, s := range im.sheets {
		if s.kind != 0 { // a book says itself what its records are
			im.summariseSheet(s)
		}
	}
	if im.repeated > 0 {
		im.say("%s a person named before: taken as one", model.Count(im.repeated, "row repeats", "rows repeat"))
	}
	if im.proposed > 0 {
		im.say("%s proposed from the title, to be confirmed", model.Count(im.proposed, "rank was", "ranks were"))
	}
}

// summariseDeleted says which rows the source has deleted.
func (im *importer) summariseDeleted(s *sheet) {
	var lines []string
	for i := range s.keys {
		if s.keys[i].deleted {
			lines = append(lines, strconv.Itoa(s.Rows[i].Line))
		}
	}
	if len(lines) > 0 {
		im.say("%s: %s marked as deleted there and %s not taken: %s %s", s.File, model.Count(len(lines), "row is", "rows are"),
			map[bool]string{true: "was", false: "were"}[len(lines) == 1], map[bool]string{true: "line", false: "lines"}[len(lines) == 1], listed(lines))
	}
}

// summariseSheet says what a file was taken for, and what no field takes.
func (im *importer) summariseSheet(s *sheet) {
	how := ""
	if s.Encoding != "UTF-8" {
		how += ", " + s.Encoding
	}
	if name := delimiterNames[s.Delimiter]; name != "" {
		how += ", columns separated by " + name
	}
	if s.source == sourceGeneral && im.o.As == 0 {
		how += " (if they are not, say --as KIND)"
	}
	var kept []string
	for _, c := range s.notes {
		kept = append(kept, c.heading)
	}
	if len(kept) > 0 {
		how += "; no field takes " + strings.Join(kept, ", ") + ": kept in the notes"
	}
	im.say("%s: taken as rows of %s%s", s.File, s.kind.Plural(), how)
	im.sayTurned(s)
	im.sayAliases(s)
	if words := im.foreignWords(s); len(words) > 0 {
		how := "it is not UTF-8 and was read as " + s.Encoding
		if s.Encoding == "UTF-8" {
			how = "not all of it is UTF-8, and the rest was read as Windows-1252"
		}
		im.say("%s: %s, with words like %s: if letters in them are wrong, say --encoding windows-1250, windows-1251, shift_jis, macintosh or another", s.File, how, listed(words))
	}
	im.res.Notes = append(im.res.Notes, s.Notes...)
	if len(s.ignored) > 0 && !s.own() {
		im.say("%s: left out: %s", s.File, strings.Join(s.ignored, ", "))
	}
	columns := s.main.columns
	if s.account != nil {
		columns = append(slices.Clone(columns), s.account.columns...)
	}
	for _, c := range columns {
		met := im.counts[c]
		if met == nil {
			continue
		}
		if len(met.strange) > 0 {
			im.say("%s: %s has no equal here for %s: kept in the notes", s.File, c.heading, counted(met.strange))
		}
		if len(met.taken) > 0 {
			im.say("%s: %s was taken by what else the row says: %s; the word is in the notes", s.File, c.heading, counted(met.taken))
		}
		if met.bare > 0 && im.in.Currency != "" {
			im.say("%s: %s names no currency: %s was taken; if that is wrong, write it into the heading (%s %s), or set currency in the settings, and import anew",
				s.File, c.heading, im.in.Currency, c.heading, map[bool]string{true: "USD", false: "EUR"}[im.in.Currency == "EUR"])
		}
	}
}

// foreignWords returns words that show whether the encoding of a file is right,
// where it is neither proven nor said.
func (im *importer) foreignWords(s *sheet) []string {
	if s.Format != "" || s.sure || im.o.Encoding != "" || im.o.Mappings[s.key].Encoding != "" {
		return nil
	}
	return foreignWords(s.Table)
}

// counted lists words with how often each was met.
func counted(words map[string]int) string {
	var list []string
	for word, n := range words {
		list = append(list, fmt.Sprintf("%s (%d)", word, n))
	}
	slices.Sort(list)
	return listed(list)
}

// delimiterNames are those worth a word.
var delimiterNames = map[byte]string{';': "semicolons", '\t': "tabs", '|': "bars"}

// entitle names the sources and the edit.
func (im *importer) entitle(files []File) {
	var sources, names []string
	for _, s := range im.sheets {
		source := s.program()
		if s.own() && s.Format != "" {
			source = "own " + s.Format
		}
		if !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	for _, f := range files {
		names = append(names, model.CleanLine(baseName(f.Name)))
	}
	im.res.Source = strings.Join(sources, ", ")
	im.res.Edit.Label = fmt.Sprintf("import %s (%s): %d created, %d updated", listed(names), im.res.Source, im.res.Created, im.res.Updated)
}

// listed joins names for a sentence, the first few of many.
func listed(names []string) string {
	const most = 10
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" and %d more", len(names)-most)
	}
	return strings.Join(names, ", ")
}

func plural(n int, kind model.Kind) string {
	return model.Count(n, kind.String()+" was", kind.Plural()+" were")
}

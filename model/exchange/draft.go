package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// draft is one record that an import touches.
type draft struct {
	before model.Record // as the book has it, nil when new
	rec    model.Record // as the import leaves it; before itself until it is written to
	mem    memory       // nil while it is packed; see [draft.memory]
	at     *entry       // of mem: what the row at hand continues, nil for the source's only one
	sheet  *sheet       // of the first row that touched it
	row    Row
	set    [2]uint64     // which fields a row of this import has set, by place
	noted  []pair        // which columns a row of this import has noted
	read   []readNote    // which columns it has read that an earlier one noted
	fields []model.Field // of rec; kept for accounts only, which many rows touch
	stale  bool          // our own file is older than the record
	byName bool          // made because a row named it
	whole  bool          // has all that its kind needs
	still  bool          // a row that changes nothing is it, or names it
	out    bool          // cannot be without a link that it can no longer have
	fast   bool          // its one row is what it was: nothing was read of it
	later  bool          // its one row is still to be read
	packed bool          // what it remembers is written into rec already
	batch  *batch        // in which it is read, nil for none
}

// id returns the record's id.
func (d *draft) id() model.ID { return d.rec.Base().ID }

// write makes sure that rec may be changed.
func (d *draft) write() model.Record {
	if d.rec == d.before {
		d.rec = model.Clone(d.before)
		d.fields = nil
	}
	return d.rec
}

// list returns the fields of rec, which is made ready for writing.
func (d *draft) list() []model.Field {
	r := d.write()
	if d.fields != nil {
		return d.fields
	}
	fields := r.Fields()
	if r.Kind() == model.KindAccount {
		d.fields = fields
	}
	return fields
}

// lay puts the record of a contact on the bench and returns its fields; done takes
// it back. Until then no other may lie there. Records of other kinds are few, and
// listed one by one.
func (im *importer) lay(d *draft) (fields []model.Field, done func()) {
	r := d.write()
	if r.Kind() != model.KindContact {
		return d.list(), func() {}
	}
	d.rec, fields = im.bench.Lay(r)
	return fields, func() { im.bench.Lift(r); d.rec = r }
}

// turnTo has the draft's memory go on where the row's id, name or hash stands.
func (d *draft) turnTo(source, external, name string, hash uint64) {
	d.at = d.memory().about(source, external, name, hash)
}

// known returns the draft's memory of a source, nil when there is none.
func (d *draft) known(source string) *entry {
	if d.at != nil && d.at.source == source {
		return d.at
	}
	return d.memory().of(source)
}

// memoryOf returns the draft's memory of a source, made when there is none.
func (d *draft) memoryOf(source string) *entry {
	e := d.known(source)
	if e == nil {
		e = &entry{source: source, values: make([]pair, 0, 12)}
		d.mem = append(d.mem, e)
	}
	return e
}

// isSet marks a field as set by this import and reports whether it was already.
func (d *draft) isSet(place int) bool {
	word, bit := place>>6&1, uint64(1)<<(place&63)
	was := d.set[word]&bit != 0
	d.set[word] |= bit
	return was
}

// put gives a field the value that a row has for it. A blank never erases. What
// the record holds is replaced only where it is what the last import of this
// source left; otherwise a person changed it since, and that wins. Of two rows
// about one record the first counts and the other's value goes to the notes.
func (im *importer) put(d *draft, f *model.Field, place int, value, heading string, s *sheet, line int) {
	if value == "" {
		return
	}
	again, now := d.isSet(place), f.Text()
	if s.own() {
		switch {
		case now == value:
		case again:
			im.differ(d, f, value, heading, s, line)
		case d.stale:
			im.keep(s, line, d, f, true, value)
		default:
			im.parse(*f, value)
		}
		return
	}
	key, held := fieldKey(f.Num), remembered(value)
	e := d.memoryOf(s.source)
	// What a row of another source set in this import stands as if it had come before.
	if imported, mine := e.get(key); again && mine {
		switch {
		case imported == held || d.sameValue(f, imported, value):
		case f.Type() == model.TypeTexts:
			im.union(e, f, key, value)
		default:
			im.differ(d, f, value, heading, s, line)
		}
		return
	}
	base, had := find(e.base, key)
	if had && (d.sameValue(f, base, value) || f.Type() == model.TypeTexts && within(value, base)) {
		return // written differently, or one of several rows that made the list: nothing new
	}
	e.put(key, held)
	if !had || base != held {
		e.addFile(s.File)
	}
	switch {
	case had && base == held:
		// The source says what it said before: whatever stands here now is right.
	case now == "" && !had, had && remembered(now) == base:
		im.parse(*f, value)
	case now == value || d.sameValue(f, now, value):
	case f.Name == "notes" && had && base != "" && strings.Contains(now, base):
		im.parse(*f, strings.Replace(now, base, value, 1))
	case f.Name == "notes" && !had:
		if !strings.Contains(now, value) {
			im.parse(*f, now+"\n"+value)
		}
	default:
		im.keep(s, line, d, f, had, value)
	}
}

// parse sets canonical text, which always reads.
func (im *importer) parse(f model.Field, canonical string) {
	if err := f.Parse(canonical); err != nil {
		panic("exchange: " + err.Error()) // the door made it
	}
}

// union adds the items of a list that no row of this import and no import before
// brought; what a person took out since stays out.
func (im *importer) union(e *entry, f *model.Field, key, value string) {
	items := f.Items()
	imported, _ := e.get(key)
	base, _ := find(e.base, key)
	for _, item := range model.ItemsOf(f.Type(), value) {
		same := func(have string) bool { return have == item || f.Name == "phones" && samePhone(have, item) }
		if within(item, base) || slices.ContainsFunc(items, same) {
			continue
		}
		items = append(items, item)
		imported += "\n" + item
	}
	im.parse(*f, strings.Join(items, "\n"))
	e.put(key, remembered(imported))
}

// within reports whether every line of a list is a line of another.
func within(part, whole string) bool {
	lines := strings.Split(whole, "\n")
	for _, item := range strings.Split(part, "\n") {
		if !slices.Contains(lines, item) {
			return false
		}
	}
	return true
}

// sameValue reports whether two values of a field say the same, written
// differently.
func (d *draft) sameValue(f *model.Field, a, b string) bool {
	switch f.Name {
	case "name":
		if d.rec.Kind() == model.KindAccount {
			return companyKey(a) == companyKey(b)
		}
	case "profile":
		return foldProfile(a) == foldProfile(b) && foldProfile(a) != ""
	case "phones":
		x, y := model.ItemsOf(model.TypeTexts, a), model.ItemsOf(model.TypeTexts, b)
		return len(x) == len(y) && slices.EqualFunc(x, y, samePhone)
	}
	return f.Type() == model.TypeText && !f.IsLong && foldName(a) == foldName(b)
}

// differ reports that two rows about one record differ; the later value is kept
// in the notes.
func (im *importer) differ(d *draft, f *model.Field, value, heading string, s *sheet, line int) {
	stands, other := im.bothSaid(f, value)
	heading = cmp.Or(heading, f.Label)
	im.remark(s, aboutDiffering, "%s: %s is %q for the same %s; %q stands, the other is in its notes", im.at(s, line), heading, other, d.rec.Kind(), stands)
	if t := f.Type(); t == model.TypeLink || t == model.TypeLinks {
		value = model.DisplayText(*f, value, im.title) // an id says nothing to people
	}
	d.note(heading, value, s)
}

// keep says that a value was not taken because the field holds another: one that
// another import brought, or one of a person, who changed it since when this
// source had filled the field before.
func (im *importer) keep(s *sheet, line int, d *draft, f *model.Field, filled bool, value string) {
	title, now := model.Title(d.rec, im.title), f.Text()
	stands, other := im.bothSaid(f, value)
	for _, e := range d.memory() {
		was, had := e.get(fieldKey(f.Num))
		if e.source == s.source || !had || was != remembered(now) {
			continue
		}
		from := e.files
		if from == "" {
			from = e.source
		}
		im.remark(s, aboutKept, "%s: %s of %s is %q here already (from %s); %q was not taken", im.at(s, line), f.Label, title, stands, from, other)
		return
	}
	if filled {
		im.remark(s, aboutKept, "%s: %s of %s was changed here since: %q stays; %q was not taken", im.at(s, line), f.Label, title, stands, other)
		return
	}
	im.remark(s, aboutKept, "%s: %s of %s is %q here already; %q was not taken", im.at(s, line), f.Label, title, stands, other)
}

// note keeps a cell that no field takes as a line of the record's notes,
// "heading: value". Like any value it is remembered, so that the line follows
// the source until a person changes or removes it.
func (d *draft) note(heading, value string, s *sheet) {
	heading, value = model.CleanLine(heading), model.CleanLine(value)
	if value == "" {
		return
	}
	key := noteKey(heading)
	for n := 2; ; n++ {
		was, again := find(d.noted, key)
		if again && was == value {
			return
		}
		if !again {
			break
		}
		key = fmt.Sprintf("+%s (%d)", heading, n)
	}
	d.noted = append(d.noted, pair{key, value})
	notes, line := d.write().Base().Notes, heading+": "+value
	base, had := "", false
	if !s.own() {
		e, held := d.memoryOf(s.source), remembered(value)
		base, had = find(e.base, key)
		e.put(key, held)
		if had && base == held {
			return
		}
	}
	if notes == "" && !had {
		d.rec.Base().Notes = line
		return
	}
	lines := strings.Split(notes, "\n")
	if slices.Contains(lines, line) {
		return
	}
	if !had {
		d.rec.Base().Notes = strings.TrimPrefix(notes+"\n"+line, "\n")
		return
	}
	for i, old := range lines {
		if value, ok := strings.CutPrefix(old, heading+": "); ok && remembered(value) == base {
			lines[i] = line
			d.rec.Base().Notes = strings.Join(lines, "\n")
			return
		}
	}
}

// readNote is a line of the notes for which there is a field now.
type readNote struct {
	e   *entry
	key string // of the column
}

// hasRead marks that a field has a cell that an earlier import could not read, and
// kept in the notes. A line that is there because rows differ stays.
func (d *draft) hasRead(heading, cell string, num int, s *sheet) {
	e := d.known(s.source)
	if e == nil || len(e.base) == 0 || s.own() {
		return
	}
	key := noteKey(model.CleanLine(heading))
	was, noted := find(e.base, key)
	if _, had := find(e.base, fieldKey(num)); noted && (!had || was == remembered(model.CleanLine(cell))) {
		d.read = append(d.read, readNote{e, key})
	}
}

// dropRead takes the lines of what could be read out of the notes, where nobody
// changed them and no row of this import noted the column again.
func (d *draft) dropRead() {
	for _, r := range d.read {
		if _, again := find(d.noted, r.key); again {
			continue
		}
		held, _ := r.e.get(r.key)
		r.e.drop(r.key)
		lines := strings.Split(d.rec.Base().Notes, "\n")
		at := slices.IndexFunc(lines, func(line string) bool {
			value, ok := strings.CutPrefix(line, r.key[1:]+": ")
			return ok && remembered(value) == held
		})
		if at >= 0 {
			d.write().Base().Notes = strings.Join(slices.Delete(lines, at, at+1), "\n")
		}
	}
}

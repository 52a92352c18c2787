package exchange

import (
	"slices"
	"strings"

	"astute/model"
)

// recognise finds the dialect of a table and the kind of its rows.
func (r *reader) recognise(s *sheet) dialect {
	general := dialects[len(dialects)-1]
	s.source, s.kind = general.source, r.as
	if slices.Contains(s.Header, "id") && slices.Contains(s.Header, "kind") {
		at := slices.Index(s.Header, "kind")
		for _, row := range s.Rows {
			if kind, err := model.ParseKind(row.cell(at)); err == nil {
				s.source, s.kind = sourceOwn, kind
				return general
			}
		}
	}
	if s.Format == formatCards {
		at := slices.IndexFunc(dialects, func(d dialect) bool { return d.source == formatCards })
		s.source, s.kind = formatCards, model.KindContact
		return dialects[at]
	}
	best, d := 0, general
	for _, candidate := range dialects {
		if candidate.marks == "" {
			continue
		}
		marks, n := headingTable(candidate.marks+" = x"), 0
		for _, heading := range s.Header {
			if _, ok := marks[squash(heading)]; ok {
				n++
			}
		}
		if n > best {
			best, d = n, candidate
		}
	}
	for _, candidate := range dialects {
		if best == 0 && kindByID(candidate, s) != 0 {
			d = candidate // few columns, but ids as only this one writes them
		}
	}
	s.source = d.source
	if s.kind == 0 {
		s.kind = r.kindOf(d, s)
	}
	return d
}

// program is who wrote a table, for people: what no program is known by is a workbook
// where it came as one, though it counts as any other list.
func (s *sheet) program() string {
	if s.source == sourceGeneral && s.Format == formatSheet {
		return "workbook"
	}
	return s.source
}

// Headings that speak for a kind of row, by their target in a table of contacts
// or of accounts.
var (
	personal  = []string{"title", "preferred_name", "time_zone", "channel", "influence", "support", "decision_role"} // only people have them
	addressed = []string{"email", "reports_to", "function"}                                                          // people, or a company's office
	reached   = []string{"phones", "touched"}                                                                        // either
	corporate = []string{"account.industry", "account.employees", "account.annual_revenue"}                          // only companies have them
)

// kindOf finds what the rows are: by the ids where they say so, else by all the
// headings together. Rows with a column for a person's name are people; so are
// rows with a name beside a company, whatever else they have. A company alone is
// an account. A name alone is a person's where the other headings speak of one,
// and a company's where they speak of companies, or of nothing.
func (r *reader) kindOf(d dialect, s *sheet) model.Kind {
	if kind := kindByID(d, s); kind != 0 {
		return kind
	}
	for _, from := range []dialect{d, dialects[len(dialects)-1]} {
		if kind := r.kindByHeading(from, s); kind != 0 {
			return kind
		}
	}
	has := map[string]bool{}
	bare, asAccount, facts := false, false, false
	for _, heading := range s.Header {
		entity, _ := splitEntity(heading)
		if entity == model.KindContact {
			return model.KindContact
		}
		if squash(heading) == "username" && d.source == sourceSalesforce {
			return model.KindTeammate
		}
		person, company := r.probe(d, s, heading, model.KindContact), r.probe(d, s, heading, model.KindAccount)
		company = strings.TrimPrefix(company, "account.")
		asAccount = asAccount || company == "name"
		if _, mapped := r.mapped[squash(heading)]; !mapped && squash(heading) == "name" {
			bare = true
			continue
		}
		has[person] = true
		if word, role, ok := strings.Cut(person, "."); ok && word == "account" && role != "name" && role != roleExternal ||
			company == "hq" || company == "relationship" || company == "customer_since" {
			facts = true
		}
	}
	any := func(targets []string) bool {
		return slices.ContainsFunc(targets, func(t string) bool { return has[t] })
	}
	switch {
	case has[roleFirst] || has[roleLast] || has[roleFull]:
		return model.KindContact
	case bare && (has["account.name"] || any(personal) || any(addressed) && !any(corporate) || any(reached) && !facts):
		return model.KindContact
	case asAccount:
		return model.KindAccount
	}
	return 0
}

// probe returns the target that a heading has in rows of a kind.
func (r *reader) probe(d dialect, s *sheet, heading string, kind model.Kind) string {
	text, ok := r.mapped[squash(heading)]
	if !ok {
		text = r.targetText(d, &sheet{Table: s.Table, source: s.source, kind: kind}, heading)
	}
	return strings.TrimRight(text, "?|")
}

// kindByHeading reads the kind off headings that only its rows have; of several
// kinds the one that the dialect names first.
func (r *reader) kindByHeading(d dialect, s *sheet) model.Kind {
	there, named := map[string]bool{}, false
	first := map[string]bool{} // those before which nothing is named
	naming := strings.Split(namingHeadings, ",")
	for _, heading := range s.Header {
		if _, mapped := r.mapped[squash(heading)]; !mapped {
			key := squash(heading)
			there[key] = true
			first[key] = !named
			named = named || slices.ContainsFunc(naming, func(name string) bool { return squash(name) == key })
			_, bare, _ := headingScale(heading)
			_, bare = headingCurrency(bare, "")
			there[squash(bare)] = true
			if _, bare, ok := headingScale(heading); ok {
				_, bare = headingCurrency(bare, "")
				there[squash(bare)] = true
			}
		}
	}
	pending := ""
	for _, line := range strings.Split(d.kinds, "\n") {
		pending += line
		headings, word, whole := strings.Cut(pending, " = ")
		if !whole {
			continue // the line runs on
		}
		pending = ""
		kind, err := model.ParseKind(strings.TrimSpace(word))
		if err != nil {
			continue
		}
		fits := true
		for _, list := range strings.Split(headings, " + ") {
			among := there
			list, none := strings.CutPrefix(strings.TrimSpace(list), "!")
			list, leads := strings.CutPrefix(list, "^")
			if leads {
				among = first
			}
			any := slices.ContainsFunc(strings.Split(list, ","), func(heading string) bool { return among[squash(heading)] })
			fits = fits && any != none
		}
		if fits {
			return kind
		}
	}
	return 0
}

// kindByID reads the kind off the first id of a source whose ids say so.
func kindByID(d dialect, s *sheet) model.Kind {
	for i, heading := range s.Header {
		if squash(heading) != "id" || d.prefixes == nil {
			continue
		}
		for _, row := range s.Rows {
			if id := row.cell(i); (len(id) == 15 || len(id) == 18) && strings.Trim(id, "0123456789") != "" {
				return d.prefixes[id[:3]]
			}
		}
	}
	return 0
}

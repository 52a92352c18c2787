package search

import (
	"unicode/utf8"

	"astute/model"
)

// demand is what of a term's letters a row must have, in its name or in the rest.
// It is the test that most rows fail, so it is as short as can be.
type demand struct {
	name  letterMask
	rest  thinMask
	bit   uint16
	wrong bool // one letter may be wrong
}

// lacks returns the terms, as bits, whose letters a row lacks, and those that it
// could have with one of them wrong.
func (m *matcher) lacks(name letterMask, rest thinMask) (missing, wrong uint16) {
	for i := range m.demands {
		d := &m.demands[i]
		noName, noRest := d.name&^name, d.rest&^rest
		if noName == 0 || noRest == 0 {
			continue
		}
		if d.wrong && (noName&(noName-1) == 0 || noRest&(noRest-1) == 0) {
			wrong |= d.bit
			continue
		}
		if !m.given {
			return d.bit, 0
		}
		missing |= d.bit
	}
	return missing, wrong
}

// places says by its bits which terms a row's fields could hold, as far as its
// mask tells.
type places struct {
	name, rest         uint16
	nearName, nearRest uint16
}

// places returns where a row with the mask could hold the terms, and false when
// it cannot hold one that the account or the kind has not met already.
func (m *matcher) places(mask *rowMask, already uint16) (p places, ok bool) {
	wrong := false
	for _, i := range m.order {
		t := &m.terms[i]
		bit := uint16(1) << i
		found := already & bit
		noName, noRest := t.mask&^mask.name, t.thin&^mask.rest
		if noName == 0 && (!t.short || mask.nameWords&t.initial != 0) {
			p.name |= bit
			found = bit
			if mask.nameWords&t.initial != 0 {
				p.nearName |= bit
			}
		}
		if noRest == 0 {
			if t.inRest(mask) {
				p.rest |= bit
				found = bit
			}
			if m.near && mask.detail&t.initial != 0 {
				p.nearRest |= bit
				found = bit
			}
		}
		if m.edits && t.canEdit() {
			if noName&(noName-1) == 0 && t.begins(mask.nameWords, mask.name) {
				p.nearName |= bit
			}
			if noRest&(noRest-1) == 0 && mask.detail&t.initial != 0 && mask.restPairs&t.pair == t.pair {
				p.nearRest |= bit
			}
			if found == 0 && (p.nearName|p.nearRest)&bit != 0 && !wrong {
				wrong = true
				found = bit
			}
		}
		if found == 0 {
			return p, false
		}
	}
	return p, true
}

// begins reports whether a name could have a word that is the term with one
// letter wrong: it begins with the term's first letter, or with its second, or
// the first is the wrong one and the name has all others.
func (t *term) begins(words thinMask, name letterMask) bool {
	return words&(t.initial|t.second) != 0 || t.tail&^name == 0
}

// most returns a score that no row with these places can beat, so that a row
// which would not be kept need not be read.
func (m *matcher) most(p *places, mask *rowMask, kind model.Kind, a *met) int {
	total, extra := base(kind)+inOrder*(len(m.terms)-1), bonus(kind)
	for i := range m.terms {
		t := &m.terms[i]
		bit := uint16(1) << i
		most := 0
		switch {
		case p.name&bit == 0:
		case mask.nameWords&t.initial == 0:
			most = nameWeights.inside + nameWeights.full
		case len(t.text) == 1:
			most = nameWeights.prefix
		default:
			most = nameWeights.whole + nameWeights.full
		}
		switch {
		case p.rest&bit == 0 || most > detailWeights.whole+detailWeights.full:
		case len(t.text) == 1:
			most = max(most, detailWeights.prefix)
		default:
			most = max(most, detailWeights.whole+detailWeights.full)
		}
		if most > 0 {
			most += extra
		}
		if a.exact&bit != 0 {
			most = max(most, a.fits[i].score+accountWeights.full)
		}
		if m.kinds[kind]&bit != 0 {
			most = max(most, kindScore)
		}
		total += most
	}
	return total
}

// inRest reports whether the title or the address, which have all letters of
// the term, could have it where it counts: at the beginning of a word, or as
// the beginnings of words of the title in turn.
func (t *term) inRest(mask *rowMask) bool {
	if len(t.text) == 1 && t.text[0] < utf8.RuneSelf {
		return mask.detail&t.initial != 0
	}
	return mask.restPairs&t.pair == t.pair || mask.detail&t.initial != 0 && mask.detail&t.later != 0
}

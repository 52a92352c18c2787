package chart

import "astute/model"

// ranks are the rows from the top down, that of people without a rank last.
var ranks = []int{1, 2, 3, 4, 5, 0}

// who chooses among the people of a cell.
type who func(c *model.Contact) bool

func everybody(*model.Contact) bool { return true }

func (b *mapBuilder) isKey(c *model.Contact) bool { return b.keys[c.ID] }

func count(people []*model.Contact, these who) int {
	n := 0
	for _, c := range people {
		if these(c) {
			n++
		}
	}
	return n
}

// comfortable is how many labels stand beside each other in a column with all
// of their text.
func (b *mapBuilder) comfortable(column Band) int {
	return max(1, (column.Length+1)/(b.widths[column.Value]+2))
}

// tight is how many labels stand beside each other in a column where names are
// cut to their first letters, so that more people are seen.
func (b *mapBuilder) tight(column Band) int {
	const name = 4 // three letters and the full stop
	marks := 0
	for at, people := range b.cells {
		for _, c := range people {
			if at.column == column.Value {
				marks = max(marks, len(b.marks[c.ID]))
			}
		}
	}
	return max(b.comfortable(column), (column.Length+1)/(name+1+marks+1))
}

// need is how many lines a rank takes for these people.
func (b *mapBuilder) need(columns []Band, rank int, these who, perLine func(Band) int) int {
	most := 0
	for _, column := range columns {
		n := count(b.cells[place{column.Value, rank}], these)
		most = max(most, (n+perLine(column)-1)/perLine(column))
	}
	return most
}

// hidden is how many people of a rank have no slot in so many lines.
func (b *mapBuilder) hidden(columns []Band, rank, lines int) int {
	n := 0
	for _, column := range columns {
		n += max(0, len(b.cells[place{column.Value, rank}])-lines*b.tight(column))
	}
	return n
}

// rows divides the height. Everybody is shown when that can be; else the ranks
// of key players come first, then every rank gets a line of its own, and those
// for which none is left share one that says how many they are.
func (b *mapBuilder) rows(columns []Band, long bool) []Band {
	room := b.size.H - 1
	lines := b.allot(columns, room)
	for _, n := range lines {
		room -= n
	}
	var list []Band
	for _, rank := range ranks {
		n := lines[rank]
		if n == 0 && rank != 0 && room > 0 && len(b.rest) == 0 && !b.inhabited(columns, rank) {
			n, room = 1, room-1 // a rank without anybody, where there is room
		}
		if n > 0 {
			list = append(list, Band{Label: rankLabel(rank, long), Value: rank, Length: n})
		}
	}
	if len(b.rest) > 0 {
		label := rankLabel(b.rest[0], false)
		if len(b.rest) > 1 {
			label = "..."
		}
		list = append(list, Band{Label: label, Value: Rest, Length: 1})
		room--
	}
	b.spread(list, columns, room)
	return list
}

func rankLabel(rank int, long bool) string {
	if long {
		return rankLabels[rank].long
	}
	return rankLabels[rank].short
}

func (b *mapBuilder) inhabited(columns []Band, rank int) bool {
	return b.need(columns, rank, everybody, b.comfortable) > 0
}

// allot says how many lines each rank gets, by rank.
func (b *mapBuilder) allot(columns []Band, room int) map[int]int {
	for _, perLine := range []func(Band) int{b.comfortable, b.tight} {
		if lines, used := b.needs(columns, everybody, perLine); used <= room {
			return lines
		}
	}
	var others []int // ranks of people none of whom is a key player
	for _, rank := range ranks {
		if b.inhabited(columns, rank) && b.need(columns, rank, b.isKey, b.tight) == 0 {
			others = append(others, rank)
		}
	}
	lines, used := b.needs(columns, b.isKey, b.comfortable)
	if used+len(others) > room {
		lines, used = b.needs(columns, b.isKey, b.tight)
	}
	if used > room { // not even all key players: every line is for their sake
		for _, rank := range ranks {
			lines[rank] = min(lines[rank], room)
			room -= lines[rank]
		}
		return lines
	}
	room -= used
	for i, rank := range others {
		if room == 1 && i < len(others)-1 || room == 0 {
			if room == 1 {
				b.rest = others[i:]
			}
			return lines
		}
		lines[rank] = 1
		room--
	}
	for ; room > 0; room-- {
		most, at := 0, 0
		for _, rank := range ranks {
			if n := b.hidden(columns, rank, lines[rank]); n > most {
				most, at = n, rank
			}
		}
		lines[at]++
	}
	return lines
}

// needs is how many lines each rank takes for these people, and all together.
func (b *mapBuilder) needs(columns []Band, these who, perLine func(Band) int) (lines map[int]int, used int) {
	lines = map[int]int{}
	for _, rank := range ranks {
		lines[rank] = b.need(columns, rank, these, perLine)
		used += lines[rank]
	}
	return lines, used
}

// spread gives the rows their places below the names of the columns. What
// height is left goes where most people stand above each other, so that all
// labels stand about equally far apart, with room for lines between them.
func (b *mapBuilder) spread(list, columns []Band, room int) {
	want := make([]int, len(list))
	for i, row := range list {
		want[i] = 1
		if row.Value == Rest {
			want[i] = 0 // a number needs no room
			continue
		}
		for _, c := range columns {
			want[i] = max(want[i], 2*len(b.cells[place{c.Value, row.Value}])+1)
		}
	}
	for ; room > 0 && len(list) > 0; room-- {
		least := 0
		for i, row := range list {
			if want[i] > 0 && row.Length*want[least] < list[least].Length*want[i] || want[least] == 0 {
				least = i
			}
		}
		list[least].Length++
	}
	y := 1
	for i := range list {
		list[i].At, list[i].LabelAt = y, y+(list[i].Length-1)/2
		y += list[i].Length
	}
}

package store

import "slices"

const (
	// aheadGap is how many pages between two that are needed are read with them:
	// less work for a disk than being asked twice.
	aheadGap = 16
	// fetchLength is how many bytes are read at once, when they are not in memory
	// yet; fetchWorth how many make it worth waiting for them together. A system
	// that is only told of a megabyte reads page after page, and who needs them is
	// woken for each.
	fetchLength = 1 << 18
	fetchWorth  = 1 << 16
)

// ahead has these pages, and as many behind each as they mostly run on into, read
// before they are needed. bbolt has told the system that nothing is read in order,
// so each page of a cold file would be waited for by itself.
func (p *pages) ahead(ids []uint64, each uint64) {
	sorted := slices.Sorted(slices.Values(ids))
	var room []byte
	for i := 0; i < len(sorted); {
		from, to := sorted[i], sorted[i]+each
		for i++; i < len(sorted) && sorted[i] <= to+aheadGap; i++ {
			to = sorted[i] + each
		}
		room = p.fetch(room, from*p.size, min(to, p.max)*p.size)
	}
}

// fetch brings part of the file into memory where it is not there already. It is
// a hint: where it fails the part is read all the same. The room is lent on.
func (p *pages) fetch(room []byte, from, to uint64) []byte {
	for at := from; at < to; at += fetchLength {
		part := p.data[at:min(at+fetchLength, to)]
		switch where := residence(p.file, int64(at)); {
		case where == inMemory:
		case where == onDisk && len(part) >= fetchWorth:
			if room == nil {
				room = make([]byte, fetchLength)
			}
			_, _ = p.file.ReadAt(room[:len(part)], int64(at))
		default:
			willNeed(part)
		}
	}
	return room
}

// Where a page of the file is, as far as the system tells.
const (
	somewhere = iota
	inMemory
	onDisk
)

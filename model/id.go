package model

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"time"
)

// ID names a record for ever: a ULID, 48 bits of milliseconds and 80 of
// randomness, so that ids sort by the time of their making. The zero ID means
// "none".
type ID [16]byte

// crockford is the ULID alphabet in lower case: no i, l, o, u.
const crockford = "0123456789abcdefghjkmnpqrstvwxyz"

// idText is the length of an ID as text.
const idText = 26

// ErrID says that a text is not a whole ID.
var ErrID = errors.New("an id has 26 letters and digits, like 01jd3k9v7m2q4r5s6t7w8x9y0z")

// String returns the ID as 26 lower-case letters and digits, "" for none.
func (id ID) String() string {
	if id == (ID{}) {
		return ""
	}
	var out [idText]byte
	hi, lo := binary.BigEndian.Uint64(id[:8]), binary.BigEndian.Uint64(id[8:])
	for i := idText - 1; i >= 0; i-- {
		out[i] = crockford[lo&31]
		lo = lo>>5 | hi<<59
		hi >>= 5
	}
	return string(out[:])
}

// IsZero reports whether the ID means "none".
func (id ID) IsZero() bool { return id == ID{} }

// Compare orders IDs by the time of their making.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }

// digitValues holds one more than the value of each letter or digit of an ID, of
// either case: reading a portfolio parses thousands of them.
var digitValues = func() (values [256]uint8) {
	for i := 0; i < len(crockford); i++ {
		values[crockford[i]] = uint8(i + 1)
		values[strings.ToUpper(crockford)[i]] = uint8(i + 1)
	}
	return values
}()

// ParseID reads the text of a whole ID, in either case. It fails with [ErrID];
// so do 26 noughts, because the ID that means "none" has no text.
func ParseID(text string) (ID, error) {
	if len(text) != idText {
		return ID{}, ErrID
	}
	var hi, lo uint64
	for i := 0; i < idText; i++ {
		d := digitValues[text[i]]
		if d == 0 || i == 0 && d > 8 {
			return ID{}, ErrID
		}
		d--
		hi = hi<<5 | lo>>59
		lo = lo<<5 | uint64(d)
	}
	var id ID
	binary.BigEndian.PutUint64(id[:8], hi)
	binary.BigEndian.PutUint64(id[8:], lo)
	if id.IsZero() {
		return ID{}, ErrID
	}
	return id, nil
}

// IsIDSuffix reports whether text could be the end of an ID: six to 26 of its
// letters and digits. Commands take such a suffix where it is unambiguous.
func IsIDSuffix(text string) bool {
	if len(text) < 6 || len(text) > idText {
		return false
	}
	for i := 0; i < len(text); i++ {
		if strings.IndexByte(crockford, lower(text[i])) < 0 {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// IDs makes new IDs. It holds no clock and no randomness of its own: Entropy
// fills a slice with random bytes (crypto/rand.Read in the program, a seeded
// source in tests). Within one millisecond IDs grow by one, so a batch keeps
// the order it was made in. An IDs is not safe for concurrent use.
type IDs struct {
	Entropy func([]byte) (int, error)
	last    ID
}

// New returns an ID that is greater than every ID this source gave before,
// even when the clock was set back.
func (s *IDs) New(at time.Time) ID {
	var id ID
	ms := uint64(at.UnixMilli())
	binary.BigEndian.PutUint64(id[:8], ms<<16)
	if string(id[:6]) <= string(s.last[:6]) && !s.last.IsZero() {
		id = s.last
		for i := len(id) - 1; i >= 0; i-- {
			id[i]++
			if id[i] != 0 {
				break
			}
		}
	} else if _, err := s.Entropy(id[6:]); err != nil {
		panic("model: no randomness for an id: " + err.Error())
	}
	s.last = id
	return id
}

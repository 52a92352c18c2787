package model

import (
	"fmt"
	"time"
)

// Instant is a moment, in milliseconds since 1970 in UTC; zero means unknown.
// It is used where the program notes when something happened; what people
// plan with are days, see [Date].
type Instant int64

// InstantOf returns t as an Instant.
func InstantOf(t time.Time) Instant { return Instant(t.UnixMilli()) }

// Time returns the moment in UTC.
func (i Instant) Time() time.Time { return time.UnixMilli(int64(i)).UTC() }

// instantLayout keeps milliseconds, so that text and value agree exactly.
const instantLayout = "2006-01-02T15:04:05.000Z"

// String returns the moment as 2026-03-31T09:00:00.000Z, "" when unknown.
func (i Instant) String() string {
	if i == 0 {
		return ""
	}
	t := i.Time()
	year, month, day := t.Date()
	if year < 0 || year > 9999 {
		return t.Format(instantLayout)
	}
	// Written digit by digit: every record that is stored has two of them.
	hour, minute, second := t.Clock()
	text := []byte(instantLayout)
	for _, part := range [...]struct{ end, digits, n int }{
		{4, 4, year}, {7, 2, int(month)}, {10, 2, day}, {13, 2, hour}, {16, 2, minute}, {19, 2, second}, {23, 3, t.Nanosecond() / 1e6},
	} {
		for at, n := part.end, part.n; at > part.end-part.digits; n /= 10 {
			at--
			text[at] = byte('0' + n%10)
		}
	}
	return string(text)
}

// ParseInstant reads what String writes; "" is unknown.
func ParseInstant(text string) (Instant, error) {
	if text == "" {
		return 0, nil
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return 0, fmt.Errorf("must look like 2026-03-31T09:00:00Z, not %q", text)
	}
	return InstantOf(t), nil
}

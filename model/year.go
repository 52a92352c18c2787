package model

import "fmt"

// Year is a year of the calendar; zero means "not known".
type Year int16

// String returns the year in four digits, "" when not known.
func (y Year) String() string {
	if y == 0 {
		return ""
	}
	return fmt.Sprintf("%04d", int16(y))
}

// ParseYear reads a year of four digits like 2026; "" is the unknown year.
func ParseYear(text string) (Year, error) {
	if text == "" {
		return 0, nil
	}
	if n, ok := digits(text); ok && len(text) == 4 && n >= 1900 {
		return Year(n), nil
	}
	return 0, fmt.Errorf("must be a year like 2026, not %q", text)
}

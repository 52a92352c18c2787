package model_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"astute/model"

	"pgregory.net/rapid"
)

func anyID(t *rapid.T) model.ID {
	var id model.ID
	copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
	if id.IsZero() {
		id[15] = 1
	}
	return id
}

func TestIDTextRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := anyID(t)
		text := id.String()
		if len(text) != 26 || strings.Trim(text, "0123456789abcdefghjkmnpqrstvwxyz") != "" {
			t.Fatalf("%q is no id text", text)
		}
		for _, spelt := range []string{text, strings.ToUpper(text)} {
			if back, err := model.ParseID(spelt); err != nil || back != id {
				t.Fatalf("%q reads as %s: %v", spelt, back, err)
			}
		}
		if cut := rapid.IntRange(0, 26).Draw(t, "cut"); model.IsIDSuffix(text[cut:]) != (cut <= 20) {
			t.Fatalf("suffix %q of %d is %t", text[cut:], 26-cut, model.IsIDSuffix(text[cut:]))
		}
	})
}

func TestIDTextKeepsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyID(t), anyID(t)
		if a.Compare(b) != strings.Compare(a.String(), b.String()) || a.Compare(b) != bytes.Compare(a[:], b[:]) {
			t.Fatalf("%s and %s compare as %d", a, b, a.Compare(b))
		}
	})
}

func TestParseIDRefuses(t *testing.T) {
	good := "01jd3k9v7m2q4r5s6t7w8x9y0z"
	if _, err := model.ParseID(good); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"", "0", good[1:], good + "0", "81jd3k9v7m2q4r5s6t7w8x9y0z", strings.Replace(good, "j", "i", 1), strings.Replace(good, "j", "l", 1), strings.Replace(good, "j", "u", 1),
		" " + good[1:], "01jd3k9v7m2q4r5s6t7w8x9yé", strings.Repeat("\x00", 26),
		"00000000000000000000000000", // the text of none is "", and a list of links could not keep this one
	} {
		if id, err := model.ParseID(text); !errors.Is(err, model.ErrID) {
			t.Errorf("%q reads as %q, %v", text, id, err)
		}
	}
	if (model.ID{}).String() != "" || !(model.ID{}).IsZero() {
		t.Error("the zero id is not none")
	}
}

func TestIsIDSuffix(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "8x9y0": false, "8x9y0z": true, "8X9Y0Z": true, "smith": false, "janesmith": false, "acc-123": false, strings.Repeat("0", 26): true, strings.Repeat("0", 27): false,
	} {
		if model.IsIDSuffix(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestIDsGrowWhateverTheClockDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := time.UnixMilli(rapid.Int64Range(0, 1<<42).Draw(t, "start"))
		seed := byte(0)
		ids := model.IDs{Entropy: func(b []byte) (int, error) {
			for i := range b {
				seed = seed*7 + 13
				b[i] = seed
			}
			return len(b), nil
		}}
		last := ids.New(at)
		for _, step := range rapid.SliceOfN(rapid.Int64Range(-5, 5), 1, 50).Draw(t, "steps") {
			at = at.Add(time.Duration(step) * time.Millisecond)
			next := ids.New(at)
			if next.Compare(last) <= 0 {
				t.Fatalf("%s does not come after %s", next, last)
			}
			last = next
		}
	})
}

func TestIDsKeepTheTime(t *testing.T) {
	ids := model.IDs{Entropy: func(b []byte) (int, error) { return copy(b, bytes.Repeat([]byte{0xff}, len(b))), nil }}
	at := time.UnixMilli(1_775_000_000_123)
	one := ids.New(at)
	if got := int64(one[0])<<40 | int64(one[1])<<32 | int64(one[2])<<24 | int64(one[3])<<16 | int64(one[4])<<8 | int64(one[5]); got != at.UnixMilli() {
		t.Errorf("the id holds %d, want %d", got, at.UnixMilli())
	}
	// All randomness used up: the next one still comes after.
	if two := ids.New(at); two.Compare(one) <= 0 {
		t.Errorf("%s does not come after %s", two, one)
	}
}

func TestIDsPanicWithoutRandomness(t *testing.T) {
	defer func() {
		if r := recover(); r == nil || !strings.Contains(r.(string), "no randomness") {
			t.Errorf("recovered %v", r)
		}
	}()
	ids := model.IDs{Entropy: func([]byte) (int, error) { return 0, errors.New("broken") }}
	ids.New(time.UnixMilli(1))
}

func TestIDsOfOneBatchKeepItsOrder(t *testing.T) {
	next := newIDs()
	var ids []model.ID
	for range 1000 {
		ids = append(ids, next())
	}
	if !slices.IsSortedFunc(ids, model.ID.Compare) {
		t.Error("ids of one source are not in order")
	}
}

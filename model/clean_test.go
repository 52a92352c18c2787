package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"astute/model"
	"astute/model/modeltest"
)

// safe fails when a text could harm a terminal or a document.
func safe(t failer, text string, lines bool) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Errorf("%q is not UTF-8", text)
	}
	for _, r := range text {
		if model.IsUnsafe(r) || r == '\r' || r == '\x1b' || !lines && (r == '\n' || r == '\t') {
			t.Errorf("%q holds %q", text, r)
		}
	}
}

func TestCleanText(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                        "plain",
		"two\nlines\tand a tab":        "two\nlines\tand a tab",
		"one\r\ntwo\rthree":            "one\ntwo\nthree",
		"a\vb\fc\u0085d\u2028e\u2029f": "a\nb\nc\nd\ne\nf",
		"\x1b[31mred\x1b[0m":           "red",
		"\x1b]0;title\x07name":         "name",
		"\x1b]0;title\x1b\\name":       "\\name",
		"\x1b]0;no end":                "]0;no end",
		"\x1b[1 no end":                "[1 no end",
		"\x1b":                         "",
		"bell\x07 nought\x00 del\x7f":  "bell nought del",
		"C1 \u009b31m":                 "C1 ",
		"invoice\u202efdp.exe":         "invoicefdp.exe",
		"\u2066in\u2069":               "in",
		"\ufeffmark":                   "mark",
		"cut \xf0\x9f":                 "cut \ufffd\ufffd",
		"👩‍👩‍👧‍👦 \u200fשלום e\u0301 \u00a0": "👩‍👩‍👧‍👦 \u200fשלום e\u0301 \u00a0",
	} {
		if got := model.CleanText(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestCleanLine(t *testing.T) {
	for text, want := range map[string]string{
		"  plain  ": "plain", "two\nlines": "two lines", "a\tb": "a b", "\n\n": "", "\u3000wide\u3000": "wide", "a\r\nb": "a b", "\x1b\x1b": "",
	} {
		if got := model.CleanLine(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestIsUnsafe(t *testing.T) {
	for _, r := range "\n\t aé漢\u200d\u200b\u00ad🇦\u0301\u061c\u200e" {
		if model.IsUnsafe(r) {
			t.Errorf("%q is unsafe", r)
		}
	}
	for _, r := range "\x00\x01\x1b\r\x7f\u0080\u009f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb" {
		if !model.IsUnsafe(r) {
			t.Errorf("%q is safe", r)
		}
	}
}

// What is clean stays as it is: cleaning at the door and again at the screen
// changes nothing.
func FuzzCleanText(f *testing.F) {
	for _, text := range modeltest.Naughty() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean, line := model.CleanText(text), model.CleanLine(text)
		safe(t, clean, true)
		safe(t, line, false)
		if again := model.CleanText(clean); again != clean {
			t.Errorf("%q becomes %q and then %q", text, clean, again)
		}
		if again := model.CleanLine(line); again != line {
			t.Errorf("%q becomes %q and then %q", text, line, again)
		}
		if line != strings.TrimSpace(line) {
			t.Errorf("%q has blanks about it", line)
		}
		if !strings.ContainsFunc(text, func(r rune) bool {
			return model.IsUnsafe(r) || r == utf8.RuneError || strings.ContainsRune("\r\v\f\u0085\u2028\u2029", r)
		}) && clean != text {
			t.Errorf("%q became %q though nothing was wrong with it", text, clean)
		}
	})
}

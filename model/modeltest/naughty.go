package modeltest

import "strings"

// Naughty returns strings that have broken programs like this one: text that
// moves the cursor, reverses a line, starts a formula, ends a quote, closes a
// tag, or is merely longer than anybody expected. Some are not valid UTF-8.
// The order is fixed; the slice is the caller's own.
func Naughty() []string {
	return []string{
		// Nothing, or as good as nothing.
		"",
		" ",
		"\t \t",
		"\n\n\n",
		"\u00a0\u2003\u3000",
		"-",
		"?",
		"unknown",
		"null",

		// Control characters and what terminals make of them.
		"\x00nought\x00",
		"bell\x07 and backspace\b\b\b",
		"one\r\ntwo\rthree\nfour",
		"column\tcolumn\vline\fpage",
		"\x1b[2J\x1b[Hwiped",
		"\x1b]0;a new title\x07plain",
		"\x1b]52;c;YXN0dXRl\x07clipboard",
		"\x1b[31mred\x1b[0m",
		"\x1bP+q544e\x1b\\device",
		"\u009b31mC1 red\u009b0m",
		"del\x7fete",
		"next\u0085line\u2028separator\u2029end",

		// Direction.
		"invoice\u202efdp.exe",
		"\u2066isolated\u2069 \u202aembedded\u202c",
		"\u200fright\u200eleft\u061cmarks",
		"שלום עולם",
		"مرحبا بالعالم",
		"Jane שרה Smith سارة 3",
		"\ufeffbyte order mark",
		"\ufff9note\ufffabelow\ufffb",

		// Width.
		"株式会社日本語テスト",
		"ｆｕｌｌ　ｗｉｄｔｈ",
		"ﾊﾝｶｸ ｶﾀｶﾅ",
		"한국어 이름",
		"한글",
		"👩‍👩‍👧‍👦 family",
		"👍🏿 👩🏽‍🚀 ❤️",
		"🇦🇺🇺🇸🇯🇵 flags, and half of one 🇦",
		"1\ufe0f\u20e3 keycap",
		"zero\u200bwidth\u200cjoiners\u200d\u2060",
		"soft\u00adhy\u00adphen",
		"e\u0301 é e\u0301\u0323",
		"Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034da\u036b\u0357\u0334\u0362\u0335\u031c\u0330\u0354l\u0368\u0367\u0369\u0358\u0320g\u0311\u0357\u030e\u0305\u035b\u0341\u0334\u033b\u0348\u034d\u0354\u0339o",
		"\u0301starts with a mark",
		"ไทยมีสระและวรรณยุกต์",
		"नमस्ते दुनिया",
		"ﷺ ﷽",
		"İstanbul ıssız ſtraße ǅ ﬁ",

		// Quotes, separators, formulas.
		`"quoted" 'single' ` + "`back`",
		`she said ""twice""; then, left`,
		"a,b;c|d\te",
		"=1+2",
		"=HYPERLINK(\"http://pay.example\",\"open\")",
		"+61 2 5550 0100",
		"-2+3",
		"@SUM(A1:A9)",
		"'=already guarded",

		// Markup and other languages.
		"<script>alert('x')</script>",
		"<b>bold & <i>both</i></b> &amp; &#60;",
		"# heading\n- item\n| cell | cell |\n|---|---|",
		"*star* _under_ ~~gone~~ [link](http://pay.example) ![image](x)",
		"a | b \\| c \\",
		"```\nfence\n```",
		"node[\"x\"] --> end; subgraph %% comment",
		"gantt: a, b :done, 2026-01-01, 3d #59; %%",
		"Robert'); DROP TABLE contacts;--",
		"$(rm -rf ~) `id` ${HOME} && true",
		"../../etc/passwd",
		`C:\new\table\u0041`,
		"%s %d %v %!x(MISSING) %n %",
		"{{.Name}} {% raw %} ${name}",
		"BEGIN:VCARD\r\nFN:x\r\nEND:VCARD",
		"CON.txt",

		// Size.
		strings.Repeat("Donaudampfschifffahrtsgesellschaft", 30),
		strings.Repeat("word ", 500) + "end",
		strings.Repeat("長", 700),
		strings.Repeat("line\n", 300),
		strings.Repeat("\u0300", 400),

		// Not UTF-8.
		"Ren\xe9e in Latin-1",
		"cut short \xf0\x9f\x98",
		"\xff\xfe\x00U\x00T",
		"surrogate \xed\xa0\x80 overlong \xc0\xaf",
	}
}

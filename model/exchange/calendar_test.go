package exchange

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"astute/model"
	"astute/model/modeltest"

	"pgregory.net/rapid"
)

// property is one content line as RFC 5545, section 3.1 takes it apart.
type property struct{ name, params, value string }

// block is what stands between a BEGIN and its END.
type block struct {
	name  string
	props []property
	parts []*block
}

func (c *block) all(name string) (values []property) {
	for _, p := range c.props {
		if p.name == name {
			values = append(values, p)
		}
	}
	return values
}

// the returns the value of a property that is there at most once.
func (c *block) the(name string) string {
	if all := c.all(name); len(all) > 0 {
		return all[0].value
	}
	return ""
}

var (
	contentLine = regexp.MustCompile(`^([A-Z-]+)((?:;[A-Z-]+=[^":;,]+)*):(.*)$`)
	textValue   = regexp.MustCompile(`^(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*$`)
	dayValue    = regexp.MustCompile(`^\d{8}$`)
	momentValue = regexp.MustCompile(`^\d{8}T\d{6}Z$`)
	ruleValue   = regexp.MustCompile(`^FREQ=(WEEKLY|MONTHLY|YEARLY)(;INTERVAL=[1-9]\d*)?(;BYMONTH=(1[0-2]|[1-9]))?(;BYMONTHDAY=(-1|[1-9]\d?)(,[1-9]\d?)*)?(;BYSETPOS=-1)?$`)
)

// values says what the value of each property must look like.
var values = map[string]*regexp.Regexp{
	"SUMMARY": textValue, "DESCRIPTION": textValue, "CATEGORIES": textValue, "X-WR-CALNAME": textValue, "UID": textValue,
	"DTSTART": dayValue, "DTEND": dayValue, "DUE": dayValue, "DTSTAMP": momentValue, "CREATED": momentValue, "LAST-MODIFIED": momentValue,
	"COMPLETED": momentValue, "SEQUENCE": regexp.MustCompile(`^\d{1,10}$`), "RRULE": ruleValue, "TRANSP": regexp.MustCompile(`^(OPAQUE|TRANSPARENT)$`),
	"PERCENT-COMPLETE": regexp.MustCompile(`^(\d\d?|100)$`), "STATUS": regexp.MustCompile(`^[A-Z-]+$`), "VERSION": regexp.MustCompile(`^2\.0$`),
	"PRODID": textValue, "CALSCALE": regexp.MustCompile(`^GREGORIAN$`),
}

var (
	onceOnly   = []string{"UID", "DTSTAMP", "DTSTART", "DTEND", "DUE", "SEQUENCE", "SUMMARY", "DESCRIPTION", "STATUS", "RRULE", "CREATED", "LAST-MODIFIED", "TRANSP", "COMPLETED", "PERCENT-COMPLETE"}
	statusesOf = map[string][]string{"VEVENT": {"TENTATIVE", "CONFIRMED", "CANCELLED"}, "VTODO": {"NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"}}
	barredIn   = map[string][]string{"VEVENT": {"DUE", "COMPLETED", "PERCENT-COMPLETE"}, "VTODO": {"DTEND", "TRANSP"}}
)

// readCalendar reads a calendar as strictly as RFC 5545 is written: breaks,
// lengths, folding between runes, nesting, and of every property its grammar,
// where it may stand and how often.
func readCalendar(t interface{ Fatalf(string, ...any) }, data []byte) *block {
	text := string(data)
	if !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\r") != strings.Count(text, "\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Fatalf("a line does not end in CR LF")
	}
	var lines []string
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || line == "" || line == " " {
			t.Fatalf("%d octets, or not whole runes, or empty: %q", len(line), line)
		}
		if rest, folded := strings.CutPrefix(line, " "); folded && len(lines) > 0 {
			lines[len(lines)-1] += rest
		} else {
			lines = append(lines, line)
		}
	}
	top := &block{}
	open := []*block{top}
	for _, line := range lines {
		m := contentLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("not a content line: %q", line)
		}
		p, at := property{m[1], m[2], m[3]}, open[len(open)-1]
		switch {
		case p.name == "BEGIN":
			c := &block{name: p.value}
			at.parts, open = append(at.parts, c), append(open, c)
		case p.name == "END":
			if p.value != at.name {
				t.Fatalf("END:%s in %s", p.value, at.name)
			}
			open = open[:len(open)-1]
		default:
			if len(at.parts) > 0 || len(open) == 1 {
				t.Fatalf("%s stands outside of its component", line)
			}
			if want := values[p.name]; at.name != "STANDARD" && at.name != "VTIMEZONE" && (want == nil || !want.MatchString(p.value)) {
				t.Fatalf("%s: bad value", line)
			}
			if day := p.name == "DTSTART" || p.name == "DTEND" || p.name == "DUE"; at.name != "STANDARD" && day != (p.params == ";VALUE=DATE") {
				t.Fatalf("%s: bad parameters", line)
			}
			at.props = append(at.props, p)
		}
	}
	if len(open) != 1 || len(top.parts) != 1 || top.parts[0].name != "VCALENDAR" {
		t.Fatalf("not one calendar")
	}
	cal := top.parts[0]
	if len(cal.all("PRODID")) != 1 || len(cal.all("VERSION")) != 1 || len(cal.parts) == 0 {
		t.Fatalf("a calendar needs PRODID, VERSION and a component: %+v", cal.props)
	}
	seen := map[string]bool{}
	for _, c := range cal.parts {
		if c.name != "VTIMEZONE" {
			checkEvent(t, c, seen)
		}
	}
	return cal
}

// checkEvent checks an event or to-do by RFC 5545, section 3.6.
func checkEvent(t interface{ Fatalf(string, ...any) }, c *block, seen map[string]bool) {
	for _, name := range onceOnly {
		if len(c.all(name)) > 1 {
			t.Fatalf("%s more than once", name)
		}
	}
	for _, name := range barredIn[c.name] {
		if len(c.all(name)) > 0 {
			t.Fatalf("%s in a %s", name, c.name)
		}
	}
	uid, start := c.the("UID"), c.the("DTSTART")
	switch {
	case uid == "" || c.the("DTSTAMP") == "" || c.the("SUMMARY") == "":
		t.Fatalf("incomplete: %+v", c.props)
	case seen[uid]:
		t.Fatalf("two of %s", uid)
	case c.name == "VEVENT" && start == "":
		t.Fatalf("an event without a start")
	case !slices.Contains(statusesOf[c.name], c.the("STATUS")):
		t.Fatalf("a %s of status %q", c.name, c.the("STATUS"))
	}
	seen[uid] = true
	for _, end := range []string{c.the("DTEND"), c.the("DUE")} {
		if end != "" && end <= start {
			t.Fatalf("ends on %s, begins on %s", end, start)
		}
	}
	if n, err := strconv.ParseInt(c.the("SEQUENCE"), 10, 32); err != nil || n < 0 {
		t.Fatalf("sequence %s", c.the("SEQUENCE"))
	}
	for _, day := range []string{start, c.the("DTEND"), c.the("DUE")} {
		if _, err := time.Parse("20060102", day); day != "" && err != nil {
			t.Fatalf("%v", err)
		}
	}
}

func writeCalendar(t interface{ Fatalf(string, ...any) }, book *model.Book, o CalendarOptions) *block {
	var b bytes.Buffer
	if err := WriteCalendar(&b, book, o); err != nil {
		t.Fatalf("%v", err)
	}
	return readCalendar(t, b.Bytes())
}

// eventOf returns the event or to-do of a record, nil when it has none.
func (c *block) eventOf(r model.Record) *block {
	for _, part := range c.parts {
		if part.the("UID") == r.Base().ID.String()+"@astute" {
			return part
		}
	}
	return nil
}

// plan makes a book of one account and the records, each given as kind and
// fields.
func planOf(t testing.TB, list ...[]string) (*model.Book, []model.Record) {
	id := newIDs()
	account := set(t, model.New(model.KindAccount, id()), "name", "FreshKart")
	records := []model.Record{account}
	for _, r := range list {
		kind, err := model.ParseKind(r[0])
		if err != nil {
			t.Fatal(err)
		}
		rec := model.New(kind, id())
		rec.Base().Account = account.Base().ID
		records = append(records, set(t, rec, r[1:]...))
	}
	return model.NewBook(records), records[1:]
}

func TestCalendarOfActions(t *testing.T) {
	book, list := planOf(t,
		[]string{"action", "title", "Pilot in 10 stores; all, of Texas", "due", "2026-12-31", "start", "2026-12-01", "status", "in progress", "result", "line one\nline \\two"},
		[]string{"action", "title", "Webinar", "due", "2026-03-01", "status", "complete", "done", "2026-03-02"},
		[]string{"action", "title", "Lunch", "due", "2026-02-28", "start", "2026-02-28", "status", "cancelled"},
		[]string{"action", "title", "Later", "due", "2028-02-29", "status", "deferred"},
		[]string{"action", "title", "Some day"},
		[]string{"action", "title", "Report", "due", "2026-02-28", "repeats", "monthly", "repeats_from", "2026-01-31"},
		[]string{"action", "title", "Last report", "due", "2026-01-31", "repeats", "monthly", "status", "complete"},
	)
	want := []string{
		"DTSTART=20261231 DTEND=20270101 STATUS=CONFIRMED SUMMARY=Pilot in 10 stores\\; all\\, of Texas (FreshKart)",
		"DTSTART=20260301 DTEND=20260302 STATUS=CONFIRMED SUMMARY=Done: Webinar (FreshKart)",
		"DTSTART=20260228 DTEND=20260301 STATUS=CANCELLED SUMMARY=Lunch (FreshKart)",
		"DTSTART=20280229 DTEND=20280301 STATUS=TENTATIVE SUMMARY=Later (FreshKart)",
		"",
		"DTSTART=20260228 DTEND=20260301 RRULE=FREQ=MONTHLY;BYMONTHDAY=-1 STATUS=CONFIRMED SUMMARY=Report (FreshKart)",
		"DTSTART=20260131 DTEND=20260201 STATUS=CONFIRMED SUMMARY=Done: Last report (FreshKart)",
	}
	compareEvents(t, writeCalendar(t, book, CalendarOptions{Name: "Plans"}), list, want)
	if got := writeCalendar(t, book, CalendarOptions{}).eventOf(list[0]).the("DESCRIPTION"); got != `Status: In Progress\nResult: line one\nline \\two` {
		t.Errorf("description %s", got)
	}
	want = []string{
		"DTSTART=20261201 DUE=20261231 STATUS=IN-PROCESS SUMMARY=Pilot in 10 stores\\; all\\, of Texas (FreshKart)",
		"DUE=20260301 STATUS=COMPLETED SUMMARY=Webinar (FreshKart) COMPLETED=20260302T000000Z PERCENT-COMPLETE=100",
		"DUE=20260228 STATUS=CANCELLED SUMMARY=Lunch (FreshKart)",
		"DUE=20280229 STATUS=NEEDS-ACTION SUMMARY=Later (FreshKart)",
		"STATUS=NEEDS-ACTION SUMMARY=Some day (FreshKart)",
		"DUE=20260228 STATUS=NEEDS-ACTION SUMMARY=Report (FreshKart)",
		"DUE=20260131 STATUS=COMPLETED SUMMARY=Last report (FreshKart) PERCENT-COMPLETE=100",
	}
	compareEvents(t, writeCalendar(t, book, CalendarOptions{ToDos: true}), list, want)
}

func compareEvents(t *testing.T, cal *block, list []model.Record, want []string) {
	t.Helper()
	for i, r := range list {
		got := ""
		if e := cal.eventOf(r); e != nil {
			var said []string
			for _, name := range []string{"DTSTART", "DTEND", "DUE", "RRULE", "STATUS", "SUMMARY", "COMPLETED", "PERCENT-COMPLETE"} {
				if v := e.the(name); v != "" {
					said = append(said, name+"="+v)
				}
			}
			got = strings.Join(said, " ")
		}
		if got != want[i] {
			t.Errorf("%s\n got %s\nwant %s", model.Title(r, nil), got, want[i])
		}
	}
}

func TestCalendarOfReviews(t *testing.T) {
	for name, c := range map[string]struct {
		reviews [][]string
		want    []string
	}{
		"planned, comes round": {
			[][]string{{"review", "type", "account review", "on", "2026-04-15"}},
			[]string{"DTSTART=20260415 DTEND=20260416 RRULE=FREQ=MONTHLY;INTERVAL=3 STATUS=CONFIRMED SUMMARY=Account Review (FreshKart)"},
		},
		"the newest held stands for those to come": {
			[][]string{{"review", "type", "1:1", "held", "2026-03-02", "cadence", "weekly"}, {"review", "type", "1:1", "held", "2026-03-09", "cadence", "weekly"}},
			[]string{"DTSTART=20260302 DTEND=20260303 STATUS=CONFIRMED SUMMARY=Held: 1:1 Inspection (FreshKart)",
				"DTSTART=20260316 DTEND=20260317 RRULE=FREQ=WEEKLY STATUS=CONFIRMED SUMMARY=1:1 Inspection (FreshKart)"},
		},
		"only the last planned goes on": {
			[][]string{{"review", "type", "qbr", "held", "2026-01-31"}, {"review", "type", "qbr", "on", "2026-04-30"}, {"review", "type", "qbr", "on", "2026-07-31"}},
			[]string{"DTSTART=20260131 DTEND=20260201 STATUS=CONFIRMED SUMMARY=Held: QBR (FreshKart)",
				"DTSTART=20260430 DTEND=20260501 STATUS=CONFIRMED SUMMARY=QBR (FreshKart)",
				"DTSTART=20260731 DTEND=20260801 RRULE=FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1 STATUS=CONFIRMED SUMMARY=QBR (FreshKart)"},
		},
		"a later one was held instead": {
			[][]string{{"review", "type", "qbr", "on", "2026-01-10"}, {"review", "type", "qbr", "held", "2026-02-10", "cadence", "once"}},
			[]string{"DTSTART=20260110 DTEND=20260111 STATUS=CANCELLED SUMMARY=QBR (FreshKart)",
				"DTSTART=20260210 DTEND=20260211 STATUS=CONFIRMED SUMMARY=Held: QBR (FreshKart)"},
		},
		"month ends": {
			[][]string{{"review", "type", "qbr", "held", "2026-01-31", "cadence", "monthly"}, {"review", "type", "1:1", "on", "2026-01-30", "cadence", "monthly"},
				{"review", "type", "workshop", "on", "2028-02-29"}, {"review", "type", "portfolio review"}, {"review", "type", "executive sponsor", "on", "9999-12-31"}},
			[]string{"DTSTART=20260228 DTEND=20260301 RRULE=FREQ=MONTHLY;BYMONTHDAY=-1 STATUS=CONFIRMED SUMMARY=QBR (FreshKart)",
				"DTSTART=20260130 DTEND=20260131 RRULE=FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1 STATUS=CONFIRMED SUMMARY=1:1 Inspection (FreshKart)",
				"DTSTART=20280229 DTEND=20280301 RRULE=FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1 STATUS=CONFIRMED SUMMARY=Annual Workshop (FreshKart)",
				"",
				"DTSTART=99991231 RRULE=FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1 STATUS=CONFIRMED SUMMARY=Executive Sponsor (FreshKart)"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			book, list := planOf(t, c.reviews...)
			compareEvents(t, writeCalendar(t, book, CalendarOptions{}), list, c.want)
		})
	}
}

func TestCalendarOfRenewalsAndMilestones(t *testing.T) {
	book, list := planOf(t,
		[]string{"renewal", "contract", "K-1", "amount", "1000 USD", "on", "2026-06-30"}, []string{"renewal", "contract", "K-2", "on", "2026-05-31", "outcome", "renewed"},
		[]string{"milestone", "name", "New CIO", "type", "leadership change", "on", "2026-01-05"})
	compareEvents(t, writeCalendar(t, book, CalendarOptions{}), list, []string{
		"DTSTART=20260630 DTEND=20260701 STATUS=CONFIRMED SUMMARY=K-1 (FreshKart)",
		"DTSTART=20260531 DTEND=20260601 STATUS=CONFIRMED SUMMARY=Renewed: K-2 (FreshKart)",
		"DTSTART=20260105 DTEND=20260106 STATUS=CONFIRMED SUMMARY=New CIO (FreshKart)",
	})
}

// occurrences are the days on which a rule comes round, the way RFC 5545 counts:
// days that a month does not have are left out, not moved.
func occurrences(t interface{ Fatalf(string, ...any) }, start model.Date, rule string, n int) []model.Date {
	if !ruleValue.MatchString(rule) {
		t.Fatalf("rule %s", rule)
	}
	parts := map[string]string{}
	for _, part := range strings.Split(rule, ";") {
		key, value, _ := strings.Cut(part, "=")
		parts[key] = value
	}
	interval := 1
	if parts["INTERVAL"] != "" {
		interval, _ = strconv.Atoi(parts["INTERVAL"])
	}
	var days []model.Date
	for k := 0; len(days) < n; k++ {
		if parts["FREQ"] == "WEEKLY" {
			days = append(days, start.AddDays(7*interval*k))
			continue
		}
		months := interval
		if parts["FREQ"] == "YEARLY" {
			months *= 12
		}
		first := time.Date(start.Year(), start.Month()+time.Month(k*months), 1, 0, 0, 0, 0, time.UTC)
		length := first.AddDate(0, 1, -1).Day()
		if by := parts["BYMONTH"]; by != "" && by != strconv.Itoa(int(first.Month())) {
			continue
		}
		candidates := []int{start.Day()}
		if by := parts["BYMONTHDAY"]; by != "" {
			candidates = nil
			for _, text := range strings.Split(by, ",") {
				day, _ := strconv.Atoi(text)
				if day < 0 {
					day += length + 1
				}
				candidates = append(candidates, day)
			}
		}
		candidates = slices.DeleteFunc(candidates, func(day int) bool { return day > length })
		if parts["BYSETPOS"] == "-1" && len(candidates) > 1 {
			candidates = candidates[len(candidates)-1:]
		}
		for _, day := range candidates {
			days = append(days, model.NewDate(first.Year(), first.Month(), day))
		}
	}
	return days
}

// A review comes round in the calendar on the very days on which the model says
// it is due, from whatever day it was held or planned.
func TestRecurrenceCountsAsTheModelDoes(t *testing.T) {
	months := map[model.Cadence]int{model.Monthly: 1, model.Quarterly: 3, model.HalfYearly: 6, model.Yearly: 12}
	rapid.Check(t, func(t *rapid.T) {
		from := model.NewDate(rapid.IntRange(1990, 2090).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 31).Draw(t, "day"))
		cadence := rapid.SampledFrom([]model.Cadence{model.Weekly, model.Fortnightly, model.Monthly, model.Quarterly, model.HalfYearly, model.Yearly}).Draw(t, "cadence")
		const n = 30
		var want []model.Date
		for k := range n + 1 {
			switch {
			case cadence == model.Weekly:
				want = append(want, from.AddDays(7*k))
			case cadence == model.Fortnightly:
				want = append(want, from.AddDays(14*k))
			default:
				want = append(want, from.AddMonths(months[cadence]*k))
			}
		}
		if got := occurrences(t, from, recurrence(cadence, from, 0), n+1); !slices.Equal(got, want) {
			t.Fatalf("from %s %s: %v\nwant %v", from, cadence, got, want)
		}
		next := model.NextAfter(cadence, from) // planned: the first day after one that was held
		if got := occurrences(t, next, recurrence(cadence, next, from.Day()), n); !slices.Equal(got, want[1:]) {
			t.Fatalf("held %s %s: %v\nwant %v", from, cadence, got, want[1:])
		}
	})
}

// Whatever the plan, its calendar reads strictly, says what the records say, is
// the same each time, and has what the schedule has.
func TestCalendarProperties(t *testing.T) {
	kinds := []model.Kind{model.KindReview, model.KindAction, model.KindRenewal, model.KindMilestone, model.KindTeammate, model.KindContact, model.KindProduct}
	rapid.Check(t, func(t *rapid.T) {
		id := newIDs()
		account := anyRecord(t, model.KindAccount, id(), nil)
		targets := map[model.Kind][]model.ID{}
		for _, kind := range kinds {
			targets[kind] = []model.ID{id(), id(), id()}
		}
		records := []model.Record{account}
		for _, kind := range kinds {
			for _, to := range targets[kind] {
				r := anyRecord(t, kind, to, targets)
				if kind.Scope() == model.ScopeAccount {
					r.Base().Account = account.Base().ID
				}
				records = append(records, r)
			}
		}
		book := model.NewBook(records)
		o := CalendarOptions{Name: anyText(t, "name"), ToDos: rapid.Bool().Draw(t, "todos")}
		cal := writeCalendar(t, book, o)
		for _, a := range model.All[*model.Action](book) {
			e := cal.eventOf(a)
			if (e != nil) != (o.ToDos || !a.Due.IsZero()) {
				t.Fatalf("%s: %v", RecordJSON(a, nil), e)
			}
			if e == nil {
				continue
			}
			if got := unescapeText(e.the("SUMMARY")); !strings.Contains(got, model.CleanLine(a.Name)) || !strings.Contains(got, model.CleanLine(model.Title(account, nil))) {
				t.Fatalf("%q of %q", got, a.Name)
			}
			if got := unescapeText(e.the("DESCRIPTION")); a.Result != "" && !strings.HasSuffix(got, "Result: "+a.Result) {
				t.Fatalf("%q of %q", got, a.Result)
			}
		}
		for _, due := range model.Schedule(model.All[*model.Review](book)) {
			if due.On.Year() > 9999 {
				continue // more than a calendar holds
			}
			if e := cal.eventOf(due.Review); e == nil || e.the("DTSTART") != strings.ReplaceAll(due.On.String(), "-", "") || e.the("STATUS") != "CONFIRMED" {
				t.Fatalf("%s on %s: %+v", due.Review.Type, due.On, e)
			}
		}
		rules := map[model.ReviewType]int{}
		for _, r := range model.All[*model.Review](book) {
			if e := cal.eventOf(r); e != nil && e.the("RRULE") != "" {
				if rules[r.Type]++; rules[r.Type] > 1 {
					t.Fatalf("two series of %s", r.Type)
				}
			}
		}
	})
}

// Every edit of what an entry says makes its number grow and leaves its UID; an
// edit elsewhere leaves the entry byte for byte.
func TestCalendarSequenceGrows(t *testing.T) {
	book, list := planOf(t, []string{"action", "title", "Pilot", "due", "2026-05-01"}, []string{"action", "title", "Webinar", "due", "2026-05-02"},
		[]string{"review", "type", "qbr", "held", "2026-01-15"}, []string{"review", "type", "qbr", "on", "2026-04-15"})
	at := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	touch := func(book *model.Book, r model.Record, pairs ...string) *model.Book {
		at = at.Add(time.Second)
		after := set(t, model.Clone(r), pairs...)
		after.Base().Changed = model.InstantOf(at)
		return book.With(model.Change{Before: r, After: after})
	}
	for _, r := range book.Records() {
		book = touch(book, r)
	}
	number := func(cal *block, i int) int {
		n, err := strconv.Atoi(cal.eventOf(list[i]).the("SEQUENCE"))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := writeCalendar(t, book, CalendarOptions{})
	after := writeCalendar(t, touch(book, book.Get(list[0].Base().ID), "due", "2026-06-01"), CalendarOptions{})
	if number(after, 0) <= number(before, 0) || fmt.Sprint(after.eventOf(list[1]).props) != fmt.Sprint(before.eventOf(list[1]).props) {
		t.Errorf("%d after %d", number(after, 0), number(before, 0))
	}
	// The review that was held goes on coming round once the planned one is only
	// history: its entry changes with the other's edit.
	after = writeCalendar(t, touch(book, book.Get(list[3].Base().ID), "held", "2026-04-16"), CalendarOptions{})
	if number(after, 2) <= number(before, 2) || number(after, 3) <= number(before, 3) {
		t.Errorf("%d after %d, %d after %d", number(after, 2), number(before, 2), number(after, 3), number(before, 3))
	}
	account := book.Records()[slices.IndexFunc(book.Records(), func(r model.Record) bool { return r.Kind() == model.KindAccount })]
	renamed := writeCalendar(t, touch(book, account, "name", "FreshKart Inc."), CalendarOptions{})
	if number(renamed, 1) <= number(before, 1) {
		t.Errorf("%d after %d", number(renamed, 1), number(before, 1))
	}
	// An undo gives the old times back as well; what it is told of must not be older
	// than what it takes back.
	for i, others := range map[int][]int{0: {}, 3: {2}} {
		undone := writeCalendar(t, book, CalendarOptions{PutBack: map[model.ID]model.Instant{list[i].Base().ID: model.InstantOf(at.Add(time.Minute))}})
		for _, n := range append(others, i) {
			if number(undone, n) <= number(after, n) {
				t.Errorf("undone: %d after %d", number(undone, n), number(after, n))
			}
		}
		if number(undone, 1) != number(before, 1) {
			t.Errorf("%d, untouched after %d", number(undone, 1), number(before, 1))
		}
	}
}

func TestCalendarOfNothing(t *testing.T) {
	if cal := writeCalendar(t, empty(), CalendarOptions{}); len(cal.parts) != 1 || cal.parts[0].name != "VTIMEZONE" {
		t.Errorf("%+v", cal.parts)
	}
}

func TestCalendarOfNaughtyStrings(t *testing.T) {
	for _, s := range modeltest.Naughty() {
		if s = strings.TrimSpace(model.CleanText(s)); model.CleanLine(s) == "" {
			continue // the door would not let it in
		}
		book, list := planOf(t, []string{"action", "title", s, "due", "2026-05-01", "result", s})
		e := writeCalendar(t, book, CalendarOptions{Name: s}).eventOf(list[0])
		if got := unescapeText(e.the("SUMMARY")); got != model.CleanLine(s)+" (FreshKart)" {
			t.Errorf("%q became %q", s, got)
		}
		if got := unescapeText(e.the("DESCRIPTION")); got != "Result: "+s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

func TestCalendarOfTheExample(t *testing.T) {
	book, ids := empty(), model.IDs{Entropy: func(b []byte) (int, error) { return len(b), nil }}
	for _, step := range modeltest.Example(today, ids.New) {
		book = book.With(step.Edit.Changes...)
	}
	cal := writeCalendar(t, book, CalendarOptions{})
	categories := map[string]int{}
	for _, e := range cal.parts {
		categories[e.the("CATEGORIES")]++
	}
	if got := slices.Sorted(maps.Keys(categories)); !slices.Equal(got, []string{"action", "milestone", "renewal", "review"}) {
		t.Errorf("%v", categories)
	}
}

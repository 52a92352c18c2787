package chart_test

import (
	"fmt"
	"slices"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"astute/model"
	"astute/model/chart"
)

// matrixDay is the day on which the matrices of the tests stand.
var matrixDay = model.NewDate(2026, 3, 18)

// drawnPlan is a plan of some units and products, with opportunities in two
// currencies.
func drawnPlan(t *rapid.T) *model.Plan {
	next := byte(0)
	id := func() model.ID { next++; return model.ID{15: next} }
	account := &model.Account{Head: model.Head{ID: id()}, Name: "Acme", Currency: "USD"}
	records := []model.Record{account}
	in := func() model.Head { return model.Head{ID: id(), Account: account.ID} }
	var units, products []model.ID
	for i := range rapid.IntRange(0, 12).Draw(t, "units") {
		u := &model.Unit{Head: in(), Name: fmt.Sprintf("Unit %d", i)}
		records, units = append(records, u), append(units, u.ID)
	}
	for i := range rapid.IntRange(1, 12).Draw(t, "products") {
		x := &model.Product{Head: model.Head{ID: id()}, Name: fmt.Sprintf("Product %d", i)}
		records, products = append(records, x), append(products, x.ID)
	}
	for range rapid.IntRange(0, 30).Draw(t, "deals") {
		o := &model.Opportunity{Head: in(), Name: "Deal", Product: rapid.SampledFrom(products).Draw(t, "product"), Stage: model.Stage(rapid.IntRange(0, 6).Draw(t, "stage")),
			Amount: model.NewMoney(rapid.Int64Range(0, 1e9).Draw(t, "amount"), rapid.SampledFrom([]model.Currency{"USD", "EUR"}).Draw(t, "currency")), Close: matrixDay}
		if len(units) > 0 && rapid.Bool().Draw(t, "placed") {
			o.Unit = rapid.SampledFrom(units).Draw(t, "unit")
		}
		records = append(records, o)
	}
	return model.NewPlan(account, records[1:])
}

func TestTheSumsAtTheSidesAreThoseOfTheCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := drawnPlan(t)
		w := chart.NewWhitespace(plan, matrixDay)
		// Without revenue and marks what is won and to win are the amounts alone.
		want := map[bool]map[model.Currency]int64{true: {}, false: {}}
		for _, o := range model.All[*model.Opportunity](plan.Book) {
			if o.Stage != model.StageLost {
				want[o.Stage == model.StageWon][o.Amount.Currency()] += o.Amount.Minor()
			}
		}
		for _, c := range []model.Currency{"USD", "EUR"} {
			var rows, columns int64
			for _, s := range w.Rows {
				rows += s.Potential.Of(c).Minor()
			}
			for _, s := range w.Columns {
				columns += s.Potential.Of(c).Minor()
			}
			if whole := w.Whole.Potential.Of(c).Minor(); whole != want[false][c] || rows != whole || columns != whole {
				t.Fatalf("to win in %s: %d in all, %d by row, %d by column, want %d", c, whole, rows, columns, want[false][c])
			}
			if won := w.Whole.Won.Of(c).Minor(); won != want[true][c] {
				t.Fatalf("won in %s: %d, want %d", c, won, want[true][c])
			}
		}
	})
}

func TestTheWindowShowsTheCellAndNothingIsWider(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := chart.NewWhitespace(drawnPlan(t), matrixDay)
		if len(w.Rows) == 0 {
			t.Skip("no rows")
		}
		row, column := rapid.IntRange(0, len(w.Rows)-1).Draw(t, "row"), rapid.IntRange(0, len(w.Columns)-1).Draw(t, "column")
		at := model.Place{Unit: w.Rows[row].ID, Product: w.Columns[column].ID}
		size := chart.Size{W: rapid.IntRange(36, 200).Draw(t, "w"), H: rapid.IntRange(4, 60).Draw(t, "h")}
		from := chart.Window{Top: rapid.IntRange(0, 20).Draw(t, "top"), Left: rapid.IntRange(0, 20).Draw(t, "left"), Letters: rapid.Bool().Draw(t, "letters")}
		words, window := w.Picture(size, from, at)
		if row < window.Top || row >= window.Top+window.Rows || column < window.Left || column >= window.Left+window.Columns {
			t.Fatalf("the cell %d, %d is not in %+v", row, column, window)
		}
		lines := 0
		for _, word := range words {
			lines = max(lines, word.Line+1)
		}
		if lines > size.H {
			t.Fatalf("%d lines in a height of %d", lines, size.H)
		}
		for _, line := range chart.LedgerText(words, lines, nil) {
			if n := len([]rune(line)); n > size.W {
				t.Fatalf("%d columns in a width of %d: %q", n, size.W, line)
			}
		}
	})
}

func TestNoLineOfALedgerIsWiderThanItsRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(48, 160).Draw(t, "width")
		words, n := chart.Deals(drawnPlan(t), matrixDay).Lay(width, nil)
		for _, line := range chart.LedgerText(words, n, nil) {
			if got := len([]rune(line)); got > width {
				t.Fatalf("%d columns in a width of %d: %q", got, width, line)
			}
		}
	})
}

// cells is the width of a text on a screen, for marks above letters and for
// characters that are two wide.
func cells(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.Is(unicode.Han, r), unicode.Is(unicode.Hiragana, r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// Names that begin alike are told apart by how they end, also where a column is
// narrow.
func TestColumnsAreNamedInTwoLinesWhereOneIsTooShort(t *testing.T) {
	account := &model.Account{Head: model.Head{ID: model.ID{15: 1}}, Name: "Acme"}
	records := []model.Record{&model.Unit{Head: model.Head{ID: model.ID{15: 2}, Account: account.ID}, Name: "Wells"}}
	for i, name := range []string{"Product line 45", "Gearwheels", "Oil", "機械装置の部品", "Zo\u0308e\u0308z\u0308o\u0308e\u0308z\u0308o\u0308e\u0308"} {
		records = append(records, &model.Product{Head: model.Head{ID: model.ID{14: 1, 15: byte(i)}}, Name: name})
	}
	w := chart.NewWhitespace(model.NewPlan(account, records), matrixDay)
	var got []string
	for column := range w.Columns {
		words, window := w.Picture(chart.Size{W: 50, H: 20, Measure: cells}, chart.Window{Left: column}, model.Place{Product: w.Columns[column].ID})
		x, name := 0, ""
		for _, s := range words {
			if s.N > 0 && s.ID == w.Columns[column].ID {
				x = s.X
			}
		}
		for _, s := range words {
			if s.Line < window.Head && s.X == x {
				name += "/" + s.Text
			}
		}
		got = append(got, name)
	}
	want := []string{"/Product/line 45", "/Gearwh-/eels", "/Oil", "/機械装-/置の部…", "/Zo\u0308e\u0308z\u0308o\u0308e\u0308-/z\u0308o\u0308e\u0308"}
	if !slices.Equal(got, want) {
		t.Errorf("the columns are named %q, want %q", got, want)
	}
	low, window := w.Picture(chart.Size{W: 50, H: 5, Measure: cells}, chart.Window{}, model.Place{})
	if window.Head != 1 || len(low) == 0 {
		t.Errorf("a low picture gives %d lines to names", window.Head)
	}
}

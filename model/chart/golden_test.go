package chart_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"astute/model"
	"astute/model/chart"
	"astute/model/modeltest"
)

var update = flag.Bool("update", false, "write the golden maps anew")

// freshkart are the people of the worked example and the lines between them.
func freshkart(t testing.TB) (list []*model.Contact, lines []*model.Line) {
	t.Helper()
	n := byte(0)
	ids := model.IDs{Entropy: func(b []byte) (int, error) { n++; clear(b); b[0] = n; return len(b), nil }}
	today, err := model.ParseDate("2026-03-31")
	if err != nil {
		t.Fatal(err)
	}
	var records []model.Record
	at := map[model.ID]int{}
	for _, step := range modeltest.Example(today, func(at time.Time) model.ID { return ids.New(at) }) {
		for _, c := range step.Edit.Changes {
			if c.After == nil {
				records[at[c.Before.Base().ID]] = nil
				continue
			}
			id := c.After.Base().ID
			if i, ok := at[id]; ok {
				records[i] = c.After
			} else {
				at[id], records = len(records), append(records, c.After)
			}
		}
	}
	var account model.ID
	for _, r := range records {
		switch r := r.(type) {
		case *model.Account:
			if r.Name == "FreshKart Grocers" {
				account = r.ID
			}
		case *model.Contact:
			if r.Account == account {
				list = append(list, r)
			}
		case *model.Line:
			if r.Account == account {
				lines = append(lines, r)
			}
		}
	}
	if len(list) != 22 || len(lines) != 12 {
		t.Fatalf("the worked example has %d people and %d lines, the goldens are of 22 and 12", len(list), len(lines))
	}
	return list, lines
}

// firm are n people of all ranks and statuses, some with names that are wide,
// stand over each other or run from right to left, each below a boss, with lines
// across: always the same.
func firm(n int) (list []*model.Contact, lines []*model.Line) {
	foreign := []string{"桜井 太郎", "Ọlá Adébáyọ̀", "שרה כהן", "Zoë van der Berg", "김 철수", "سارة"}
	seed := uint32(n)
	next := func(of int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>16) % of
	}
	rank := 0
	for i, left := 0, 1; i < n; i++ {
		if left == 0 {
			rank, left = rank+1, 1<<(2*min(rank+1, 4))
		}
		left--
		c := &model.Contact{Name: fmt.Sprintf("Given%d Family%d", i, i), Rank: model.Rank(min(rank, 4) + 1), Political: model.PoliticalStatus(next(5)),
			Support: model.Support(next(5)), Coverage: model.Coverage(next(5)), Influence: model.Level(next(4))}
		c.ID = model.ID{14: byte(i >> 8), 15: byte(i + 1)}
		if i%9 == 4 {
			c.Name = fmt.Sprintf("%s %d", foreign[i/9%len(foreign)], i)
		}
		if next(3) == 0 {
			c.DecisionRole = c.DecisionRole.With(model.DecisionRole(next(6) + 1))
		}
		if i > 0 {
			c.ReportsTo = list[(i-1)/4].ID
		}
		if list = append(list, c); i > 1 && next(2) == 0 {
			lines = append(lines, &model.Line{From: c.ID, To: list[next(i)].ID, Type: model.LineType(next(3) + 1), Strength: model.NumberOf(int64(next(3) + 1))})
		}
	}
	return list, lines
}

var goldenSizes = []chart.Size{{W: 40, H: 12}, {W: 60, H: 20}, {W: 80, H: 24}, {W: 120, H: 40}, {W: 200, H: 60}}

// Maps of one to sixty people at every size of screen, as they should look.
func TestGoldenMaps(t *testing.T) {
	kept := map[string]bool{}
	for _, n := range []int{1, 5, 12, 22, 60} {
		list, lines := firm(n)
		if n == 22 {
			list, lines = freshkart(t)
		}
		for _, size := range goldenSizes {
			size.Measure = width
			name := fmt.Sprintf("map-%d-%dx%d.txt", n, size.W, size.H)
			kept[name] = true
			t.Run(name, func(t *testing.T) {
				m := chart.NewMap(list, lines, size, chart.Options{Layers: chart.AllLayers, ASCII: size.W == 60})
				checkLines(t, m)
				text := m.TextWithLegend()
				for _, line := range text {
					if width(line) != size.W {
						t.Errorf("%q is %d wide", line, width(line))
					}
				}
				if size.W == 200 && len(m.Out) > 0 {
					t.Errorf("%d people have no room", len(m.Out))
				}
				golden(t, name, strings.Join(text, "\n")+"\n")
			})
		}
	}
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasPrefix(f.Name(), "map-") && !kept[f.Name()] {
			t.Errorf("testdata/%s belongs to no test: remove it", f.Name())
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run go test ./model/chart -update and read what it wrote", err)
	}
	if got != string(want) {
		t.Errorf("the map is\n%s\nshould be\n%s", got, want)
	}
}

// The project wants a map of two hundred people within one frame.
func BenchmarkMap(b *testing.B) {
	for _, n := range []int{22, 60, 200} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			list, lines := firm(n)
			if n == 22 {
				list, lines = freshkart(b)
			}
			b.ReportAllocs()
			for b.Loop() {
				chart.NewMap(list, lines, chart.Size{W: 200, H: 60, Measure: width}, chart.Options{Layers: chart.AllLayers})
			}
		})
	}
}

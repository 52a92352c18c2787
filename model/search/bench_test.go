package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"astute/model"
	"astute/model/modeltest"
)

// typed returns what stands in the look-up's line after each key, for people
// asked for in every way of the quality test. Half-typed words and mistakes are
// among them: keys that find nothing as written cost the most, since they go
// through all tiers.
func typed(all map[model.Kind][]*meant, each int) []string {
	r := rand.New(rand.NewPCG(3, 4))
	var texts []string
	for i := range ways {
		list, n := all[ways[i].of()], 0
		for _, at := range r.Perm(len(list)) {
			if n == each {
				break
			}
			if !ways[i].fits(list[at]) {
				continue
			}
			n++
			query := []rune(ways[i].query(list[at], r))
			for end := 1; end <= len(query); end++ {
				texts = append(texts, string(query[:end]))
			}
		}
	}
	return texts
}

// BenchmarkKeystroke is one key typed into the look-up. The aim at 100,000
// people, which are 173,000 rows with what surrounds them, is a 95th percentile
// of 8 ms and never more than 30. Processor time, which two goroutines share,
// the best of nine tries of 580 keys: median 3.8, 95th percentile 10.3, at most
// 23 ms, so half of that on two free cores. No free core was at hand: on two
// with a load of five, the best of nine took 2.7, 7.4 and 14 ms, and a single
// run, which waits for its turn, 5.4, 22 and 58 ms. At 5,000 people the median
// of such a run is 0.24 ms, at 100 it is 0.01.
func BenchmarkKeystroke(b *testing.B) {
	for _, contacts := range []int{100, 5000, 100_000} {
		b.Run(fmt.Sprint(contacts), func(b *testing.B) {
			records := modeltest.Generate(1, contacts, today)
			ix, rows := indexOf(b, records)
			all, _ := allMeant(ix, rows, records)
			texts := typed(all, 3)
			took := make([]time.Duration, 0, len(texts))
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				start := time.Now()
				Find(ix, Query{Text: texts[n%len(texts)]})
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
			b.ReportMetric(ms(took[len(took)/2]), "ms-median")
			b.ReportMetric(ms(took[len(took)*95/100]), "ms-p95")
			b.ReportMetric(ms(took[len(took)-1]), "ms-max")
		})
	}
}

// BenchmarkScan is a pass over all rows for a term that no row can hold: what
// every key costs at least. It reads two columns of eight bytes a row: 0.39 ms
// for 2.8 MB on one core, 7.4 GB a second, where it was 0.83 in the same run
// before the longest word was tried first and alone.
func BenchmarkScan(b *testing.B) {
	ix, rows := bookOf(b, 100_000)
	m := newMatcher(ix, Query{Text: "qqzzxxjjww"})
	b.SetBytes(int64(len(rows) * 16))
	for b.Loop() {
		if len(m.scan(ix.shards, 20)) > 0 {
			b.Fatal("somebody was found")
		}
	}
}

// BenchmarkPut is the index's part of one edit: a full shard with one row
// replaced: 0.07 ms for 58 kB on a busy core, 0.2 when all rows are put together
// anew.
func BenchmarkPut(b *testing.B) {
	_, rows := bookOf(b, 500)
	s := Build(rows)[0]
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		s.Put(100, rows[7])
	}
}

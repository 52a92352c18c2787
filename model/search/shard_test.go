package search

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"astute/model"
)

func rowGen() *rapid.Generator[Row] {
	word := rapid.OneOf(rapid.SampledFrom([]string{"Jane", "Smith", "Renée", "王小明", "cto", "VP Finance", "jane@x.example", "O'Hare", ""}), rapid.StringN(0, 12, 40))
	return rapid.Custom(func(t *rapid.T) Row {
		r := Row{Kind: model.Kind(rapid.IntRange(1, 14).Draw(t, "kind")), Account: rapid.Uint32Range(0, 4).Draw(t, "account")}
		copy(r.ID[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		r.Name = word.Draw(t, "first") + " " + word.Draw(t, "last")
		r.Detail, r.Address = word.Draw(t, "detail"), word.Draw(t, "address")
		return r
	})
}

func folded(r Row) Row {
	r.Name, r.Detail, r.Address = Fold(r.Name), Fold(r.Detail), Fold(r.Address)
	return r
}

// Whatever way rows come in and go, the shard is the one that building it from
// what is left gives, byte for byte.
func TestShardIsWhatItHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shard, held := assemble(nil), map[int]Row{}
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			at := rapid.IntRange(0, 140).Draw(t, "slot")
			if rapid.Bool().Draw(t, "clear") {
				shard = shard.Clear(at)
				delete(held, at)
				continue
			}
			r := rowGen().Draw(t, "row")
			shard, held[at] = shard.Put(at, r), r
		}
		if err := shard.Check(); err != nil {
			t.Fatal(err)
		}
		if shard.Len() != len(held) {
			t.Fatalf("Len %d, want %d", shard.Len(), len(held))
		}
		if len(shard)%8 != (len(shard)-shardHead)%8 || shardHead%8 != 0 || slotStep%8 != 0 {
			t.Fatal("columns do not begin on multiples of 8")
		}
		again := assemble(nil)
		for at := range ShardRows {
			r, ok := held[at]
			got, has := shard.At(at)
			if ok != has || ok && got != folded(r) {
				t.Fatalf("slot %d: %v %+v, want %v %+v", at, has, got, ok, folded(r))
			}
			if ok {
				again = again.Put(at, r)
			}
		}
		if !bytes.Equal(again, shard) {
			t.Fatal("the same rows give other bytes")
		}
	})
}

func TestBuildIsPut(t *testing.T) {
	var rows []Row
	for i := range ShardRows + 70 {
		rows = append(rows, Row{ID: model.ID{14: byte(i >> 8), 15: byte(i)}, Kind: model.KindContact, Name: fmt.Sprintf("Person %d", i), Detail: "CTO"})
	}
	shards := Build(rows)
	if len(shards) != 2 || shards[0].Len() != ShardRows || shards[1].Len() != 70 {
		t.Fatalf("%d shards", len(shards))
	}
	for n, s := range shards {
		put := assemble(nil)
		for i, r := range rows[n*ShardRows : min(len(rows), (n+1)*ShardRows)] {
			put = put.Put(i, r)
		}
		if !bytes.Equal(put, s) {
			t.Errorf("shard %d differs from one put together", n)
		}
	}
}

// damagedShard tries everything that reads on bytes that may be anything.
func damagedShard(s Shard) {
	_ = s.Check()
	for i := range s.Len() {
		s.At(i)
	}
	s.Put(3, Row{Kind: 4, Name: "x"}).Clear(2)
	ix := &memory{accounts: []string{"", "freshkart"}, shards: []Shard{s}, notes: []Shard{s}}
	for _, q := range []string{"jane", "smiht", "j", "cto freshkart", "王"} {
		Find(ix, Query{Text: q})
		Resolve(ix, Query{Text: q})
	}
}

func sampleShard() Shard {
	s := assemble(nil)
	for i, name := range []string{"Jane Smith", "Raj Mehta", "王小明"} {
		s = s.Put(i, Row{ID: model.ID{byte(i)}, Kind: model.KindContact, Account: 1, Name: name, Detail: "CTO", Address: "x@y.example"})
	}
	return s
}

func TestDamagedShard(t *testing.T) {
	whole := sampleShard()
	if err := whole.Check(); err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		for _, bits := range []byte{0x01, 0x80, 0xff} {
			bad := bytes.Clone(whole)
			bad[i] ^= bits
			if err := Shard(bad).Check(); !errors.Is(err, ErrShard) {
				t.Fatalf("byte %d changed: Check says %v", i, err)
			}
			if i%7 == 0 || i < shardHead { // every byte would take long, and the columns are alike
				damagedShard(bad)
			}
		}
	}
	for n := 0; n < len(whole); n += 13 {
		if n > 0 && Shard(whole[:n]).Check() == nil {
			t.Fatalf("cut to %d bytes: no error", n)
		}
		damagedShard(Shard(whole[:n]))
	}
}

func FuzzShard(f *testing.F) {
	f.Add([]byte(sampleShard()))
	f.Add([]byte(assemble(nil)))
	f.Add([]byte{})
	f.Fuzz(func(_ *testing.T, data []byte) { damagedShard(data) })
}

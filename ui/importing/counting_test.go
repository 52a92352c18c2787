package importing

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"astute/model"
	"astute/model/exchange"
)

// A long import says how far it is, by tenths and not by rows; a short one nothing.
func TestALongImportSaysHowFarItIs(t *testing.T) {
	for _, tt := range []struct {
		rows int
		want string
	}{
		{1000, ""},
		{10_000, "told apart 4096 of 10,000 rows\ntold apart 8192 of 10,000 rows\n"},
	} {
		var csv, out bytes.Buffer
		csv.WriteString("Full Name,Company,Email\n")
		for n := range tt.rows {
			fmt.Fprintf(&csv, "Lisa Green %d,Northwind,lisa%d@northwind.example\n", n, n)
		}
		calls, ids := 0, uint16(0)
		count := Counting(&out)
		o := exchange.ImportOptions{
			NewID: func() model.ID { ids++; return model.ID{14: byte(ids >> 8), 15: byte(ids)} },
			Tell:  func(at exchange.Progress) { calls++; count(at) },
		}
		res, err := Try(&Book{Book: model.NewBook(nil)}, []exchange.File{{Name: "people.csv", Data: csv.Bytes()}}, o, nil, "")
		if err != nil || res.Created < tt.rows {
			t.Fatalf("%d, %v", res.Created, err)
		}
		if got := out.String(); strings.ReplaceAll(got, ",", "") != strings.ReplaceAll(tt.want, ",", "") || calls > 5 {
			t.Errorf("%d rows: told %d times: %q", tt.rows, calls, got)
		}
	}
}

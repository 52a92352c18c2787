package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkImport takes 100,000 contacts in as a person does, with one command
// into a file that is not there yet, and where sqlite3 is installed has it import
// the same file into one table with one index, by turns with ours. It reports the
// ratio of the two times, and the memory that ours takes. The goal is three times.
// It is not met by the processor time, on two cores that others kept so busy that
// the times by the clock say nothing:
//
//	sqlite3                                             0.26 to 0.28 s       8 MB
//	ours, fields listed for each record                 4.4  to 4.6  s     765 MB
//	fields listed once, nothing copied twice            2.6  to 2.8  s     541 MB
//	garbage collected less often                        2.3  to 2.5  s     532 MB
//	memories packed, drafts made many at a time         1.8  to 2.0  s     530 MB
//	memories shared by rows, records sealed beside      0 to 10 % less     500 MB
//
// The last two by turns, on a machine that others kept busy, and with what the system
// took: 2.16 and 2.05, 2.34 and 2.10, 2.21 and 2.18, 2.41 and 2.44, 2.83 and 2.79 s at
// the least. It is less than what they ask memory for would promise.
//
// What can be done beside something else is: filling in the people while they are
// told apart, the bodies and rows of records, their keys, checksums and order, the
// index, the sums. A fifth of the processor time is the system's, for memory that
// is touched for the first time: it is asked for 640 MB, of which bbolt needs 75 for
// the pages it writes and 70 to lengthen the lists of keys before it parts them.
// Large pages for that took as much time as they saved; the syncs take 0.08 s.
//
// Ours writes 78 MB where sqlite3 writes 17: the records with what they remember
// of their rows, two indexes for the look-up, the journal, the summaries.
func BenchmarkImport(b *testing.B) {
	program := realProgram(b)
	dir := b.TempDir()
	list := filepath.Join(dir, "contacts.csv")
	var rows bytes.Buffer
	rows.WriteString("name,title,role,influence,support,email,phone,location,account,notes\n")
	for n := range 100_000 {
		fmt.Fprintf(&rows, "Jane %d Smith,Chief Officer %d,Economic Buyer,High,Champion,jane%d@example.com,+1 555 %d,Austin,Account %d,likes to be called before nine\n", n, n%50, n, n, n/100)
	}
	if err := os.WriteFile(list, rows.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
	timed := func(cmd *exec.Cmd) (took time.Duration, memory int64) {
		begun := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		took = time.Since(begun)
		return took, peakMemory(cmd.ProcessState)
	}
	peer, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Log("sqlite3 is not installed: no ratio")
	}
	var ours, theirs time.Duration
	var memory int64
	turn := 0
	for b.Loop() {
		turn++
		home := filepath.Join(dir, fmt.Sprint(turn))
		cmd := exec.Command(program, "--file", filepath.Join(home, "book.db"), "import", list)
		cmd.Env = []string{"HOME=" + home, "ASTUTE_ME=Ana Ruiz"}
		took, used := timed(cmd)
		ours, memory = ours+took, max(memory, used)
		if peer == "" {
			continue
		}
		b.StopTimer()
		took, _ = timed(exec.Command(peer, filepath.Join(home, "peer.db"), ".mode csv", ".import "+list+" contacts", `create index by_email on contacts("email")`))
		theirs += took
		if err := os.RemoveAll(home); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	if theirs > 0 {
		b.ReportMetric(float64(ours)/float64(theirs), "x-sqlite3")
	}
	if memory > 0 {
		b.ReportMetric(float64(memory)/(1<<20), "MB-resident")
	}
}

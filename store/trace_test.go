//go:build linux

package store_test

import (
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// call is what a program asked of the system, as far as it changes files.
type call struct {
	name        string // create, write, copy, truncate, sync, rename, link, unlink; say for standard output
	path, other string
	at          int // of a write; the size of a truncate
	from, size  int // of what is copied from another file
	data        []byte
}

var (
	traced1   = regexp.MustCompile(`^(\d+)\s+(\w+)\((.*)\)\s+= (-?\d+)`)
	begun     = regexp.MustCompile(`^(\d+)\s+(.*) <unfinished \.\.\.>$`)
	resumed   = regexp.MustCompile(`^(\d+)\s+<\.\.\. \w+ resumed>(.*)$`)
	inQuotes  = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)
	lastDigit = regexp.MustCompile(`(\d+)$`)
)

// readTrace reads what strace wrote down.
func readTrace(t *testing.T, log string) (calls []call) {
	t.Helper()
	open, at, half := map[string]string{}, map[string]int{}, map[string]string{}
	for _, line := range strings.Split(log, "\n") {
		if m := begun.FindStringSubmatch(line); m != nil {
			half[m[1]] = m[1] + " " + m[2]
			continue
		}
		if m := resumed.FindStringSubmatch(line); m != nil {
			line = half[m[1]] + m[2]
		}
		m := traced1.FindStringSubmatch(line)
		if m == nil || strings.HasPrefix(m[4], "-") {
			continue
		}
		name, args, result := m[2], m[3], m[4]
		var texts []string
		for _, q := range inQuotes.FindAllStringSubmatch(args, -1) {
			text, err := hex.DecodeString(strings.ReplaceAll(q[1], `\x`, ""))
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
		fd, _, _ := strings.Cut(args, ",")
		path := open[fd]
		switch name {
		case "openat":
			open[result], at[result] = texts[0], 0
			if strings.Contains(args, "O_CREAT") {
				calls = append(calls, call{name: "create", path: texts[0]})
			}
			if strings.Contains(args, "O_TRUNC") {
				calls = append(calls, call{name: "truncate", path: texts[0]})
			}
		case "close":
			delete(open, fd)
		case "read":
			n, _ := strconv.Atoi(result)
			at[fd] += n
		case "lseek":
			at[fd], _ = strconv.Atoi(result)
		case "write":
			if fd == "1" && strings.HasPrefix(texts[0], "done ") {
				calls = append(calls, call{name: "say", data: []byte(texts[0])})
			} else if path != "" {
				calls = append(calls, call{name: "write", path: path, at: at[fd], data: []byte(texts[0])})
				at[fd] += len(texts[0])
			}
		case "pwrite64":
			where, _ := strconv.Atoi(lastDigit.FindString(args))
			calls = append(calls, call{name: "write", path: path, at: where, data: []byte(texts[0])})
		case "copy_file_range":
			parts := strings.Split(args, ", ")
			n, _ := strconv.Atoi(result)
			to := parts[2]
			calls = append(calls, call{name: "copy", path: open[to], other: path, at: at[to], from: at[fd], size: n})
			at[fd], at[to] = at[fd]+n, at[to]+n
		case "ftruncate":
			size, _ := strconv.Atoi(lastDigit.FindString(args))
			calls = append(calls, call{name: "truncate", path: path, at: size})
		case "fsync", "fdatasync":
			calls = append(calls, call{name: "sync", path: path})
		case "rename", "renameat", "renameat2":
			calls = append(calls, call{name: "rename", path: texts[0], other: texts[1]})
		case "link", "linkat":
			calls = append(calls, call{name: "link", path: texts[0], other: texts[1]})
		case "unlink", "unlinkat":
			calls = append(calls, call{name: "unlink", path: texts[0]})
		}
	}
	return calls
}

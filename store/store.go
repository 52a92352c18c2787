package store

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"sync"
	"time"

	"astute/model"
)

// Options says how a file is used.
type Options struct {
	Author     string                    // who makes the edits, for the journal
	Wait       time.Duration             // how long to wait for another program; 0 means 2 s
	Entropy    func([]byte) (int, error) // randomness for ids; nil means crypto/rand
	Now        func() time.Time          // the clock, for what carries no time of its own; nil means time.Now
	BackupDir  string                    // where backups lie; "" means the folder "backups" beside the file
	BackupSize int64                     // bytes that rolling backups may take together; 0 means 1 GB
	// Warn is told, in one line, what a person should know although nothing
	// failed; nil drops it. It may be called from any goroutine.
	Warn func(string)
}

// Store is a book in a file. It holds neither a lock nor a database while no
// call is under way, and is safe for concurrent use.
type Store struct {
	path string // as given
	file string // the same with symbolic links followed
	opt  Options

	idMu sync.Mutex
	ids  model.IDs

	watch     watch
	trees     treeCache
	sound     soundCache
	renewal   renewal
	tempMu    sync.Mutex
	temps     []string // files that were begun beside others; see Abandon
	abandoned bool

	// bare stores look at copies: what is wrong with one is said without a cure.
	bare bool
}

// Open returns the book in a file. Nothing is read yet; a file that does not
// exist is an empty book, and the first edit makes it.
func Open(path string, o Options) (*Store, error) {
	if o.Wait == 0 {
		o.Wait = 2 * time.Second
	}
	if o.Entropy == nil {
		o.Entropy = rand.Read
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.BackupSize == 0 {
		o.BackupSize = 1 << 30
	}
	if o.Warn == nil {
		o.Warn = func(string) {}
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	file, ok := follow(abs)
	if !ok {
		return nil, faultf(ErrNotDatabase, "%s is a link that leads round in a circle: name the file itself with --file", path)
	}
	s := &Store{path: path, file: file, opt: o}
	if s.opt.BackupDir == "" {
		s.opt.BackupDir = filepath.Join(filepath.Dir(s.file), "backups")
	}
	s.ids.Entropy = o.Entropy
	if info, err := os.Stat(s.file); err == nil && info.IsDir() {
		return nil, faultf(ErrNotDatabase, "%s is a folder: name a file with --file", path)
	}
	return s, nil
}

// mostLinks is how many symbolic links are followed one after the other, as many
// as the system does.
const mostLinks = 40

// follow resolves symbolic links, so that replacing the file replaces what they
// lead to and not the last of them. A link may lead to a file that is not made
// yet; ok is false when they lead round in a circle.
func follow(path string) (to string, ok bool) {
	for range mostLinks {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			return real, true
		}
		// The folder first: what a link names is seen from where it really lies.
		if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
			path = filepath.Join(dir, filepath.Base(path))
		}
		to, err := os.Readlink(path)
		if err != nil {
			return path, true
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return path, false
}

// Path returns the file's name as it was given to Open.
func (s *Store) Path() string { return s.path }

// Close lets go of the descriptor that [Store.Version] keeps. The store can
// still be used afterwards.
func (s *Store) Close() error { return s.watch.close() }

// NewID returns an ID for a record made at the given moment.
func (s *Store) NewID(at time.Time) model.ID {
	s.idMu.Lock()
	defer s.idMu.Unlock()
	return s.ids.New(at)
}

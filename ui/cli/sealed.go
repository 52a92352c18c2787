package cli

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"filippo.io/age"

	"astute/store"
)

// sealedMark is how a file begins that is encrypted in the age format.
const sealedMark = "age-encryption.org/v1\n"

// isSealed reports whether a file is an encrypted backup.
func isSealed(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	head := make([]byte, len(sealedMark))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == sealedMark
}

// backupSealed writes an encrypted copy of everything to a new file, and reads it
// back. What is not encrypted never leaves the folder of the book.
func (p *program) backupSealed(s *store.Store, to, passphrase string) error {
	if _, err := os.Lstat(to); err == nil {
		return &said{to + " exists already: name another file, or remove it first", store.ErrExists}
	}
	return p.besideBook(s, func(dir string) error {
		plain := filepath.Join(dir, "plain.db")
		if err := s.Backup(plain); err != nil {
			return err
		}
		want, err := sumOf(plain)
		if err != nil {
			return err
		}
		if err := p.writeFile(to, func(w io.Writer) error { return seal(w, plain, passphrase) }); err != nil {
			return err
		}
		sum := sha256.New()
		if err := unseal(sum, to, passphrase); err != nil || !bytes.Equal(sum.Sum(nil), want) {
			_ = os.Remove(to)
			return &said{to + " did not read back as it was written, so it was removed: name a place on another disk", store.ErrDamaged}
		}
		return nil
	})
}

// restoreSealed puts an encrypted backup in the place of the present file.
func (p *program) restoreSealed(s *store.Store, from, passphrase string) (kept store.PutAside, err error) {
	err = p.besideBook(s, func(dir string) error {
		plain := filepath.Join(dir, filepath.Base(from))
		f, err := os.OpenFile(plain, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		err = unseal(f, from, passphrase)
		if err = errors.Join(err, f.Close()); err != nil {
			return err
		}
		kept, err = s.Restore(plain)
		return err
	})
	return kept, err
}

// besideBook runs fn with a folder of its own beside the book, which goes away
// afterwards, and when the program is interrupted.
func (p *program) besideBook(s *store.Store, fn func(dir string) error) error {
	dir, err := os.MkdirTemp(filepath.Dir(s.Path()), store.OwnFolder+"*")
	if err != nil {
		return err
	}
	remove := p.tidy.after(func() { _ = os.RemoveAll(dir) })
	defer remove(true)
	return fn(dir)
}

// seal writes a file encrypted with a passphrase.
func seal(w io.Writer, path, passphrase string) error {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	sealed, err := age.Encrypt(w, to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(sealed, f); err != nil {
		return err
	}
	return sealed.Close()
}

// mostWork bounds what deciphering a passphrase may cost, for files that want to
// keep a machine busy; ours ask for 18.
const mostWork = 20

// unseal writes what an encrypted file holds.
func unseal(w io.Writer, path, passphrase string) error {
	by, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return err
	}
	by.SetMaxWorkFactor(mostWork)
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	plain, err := age.Decrypt(bufio.NewReader(f), by)
	if wrong := new(age.NoIdentityMatchError); errors.As(err, &wrong) {
		return fmt.Errorf("the passphrase does not open %s: try again", path)
	}
	if err == nil {
		_, err = io.Copy(w, plain)
	}
	if err != nil {
		return &said{fmt.Sprintf("%s does not decipher from end to end (%v): use another backup", path, err), store.ErrDamaged}
	}
	return nil
}

// sumOf is the checksum of a file.
func sumOf(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return sum.Sum(nil), err
}

package cli

import (
	"errors"
	"fmt"

	"golang.org/x/term"
)

// shortestPassphrase is how many characters a passphrase has at least: a shorter
// one is found by trying.
const shortestPassphrase = 8

// passphraseVariable names the passphrase where nobody can be asked.
const passphraseVariable = "ASTUTE_PASSPHRASE"

// newPassphrase asks for a passphrase twice; what is typed is not shown.
func (p *program) newPassphrase() (string, error) {
	first, err := p.passphrase("Passphrase for the backup: ")
	if err != nil {
		return "", err
	}
	if len([]rune(first)) < shortestPassphrase {
		return "", fmt.Errorf("the passphrase is too short: give %d characters or more, several words are best", shortestPassphrase)
	}
	if p.Getenv(passphraseVariable) != "" {
		return first, nil
	}
	again, err := p.passphrase("The same again: ")
	if err == nil && again != first {
		err = errors.New("the two passphrases differ, nothing was written: try again")
	}
	return first, err
}

// passphrase asks for one; $ASTUTE_PASSPHRASE answers for scripts.
func (p *program) passphrase(question string) (string, error) {
	if said := p.Getenv(passphraseVariable); said != "" {
		return said, nil
	}
	in, ok := terminal(p.Stdin)
	if !ok {
		return "", fmt.Errorf("there is nobody to ask for the passphrase: set $%s", passphraseVariable)
	}
	fd := int(in.Fd())
	shown, err := term.GetState(fd)
	if err != nil {
		return "", err
	}
	restore := p.tidy.after(func() { _ = term.Restore(fd, shown) }) // when it is interrupted
	defer restore(false)
	fmt.Fprint(p.Stderr, question)
	typed, err := term.ReadPassword(fd)
	fmt.Fprintln(p.Stderr)
	if err == nil && len(typed) == 0 {
		err = errors.New("no passphrase was given, nothing was done")
	}
	return string(typed), err
}

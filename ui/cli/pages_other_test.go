//go:build !linux

package cli_test

import "errors"

func forgetPages(string) error {
	return errors.New("this system cannot be told to forget a file: nothing is cold")
}

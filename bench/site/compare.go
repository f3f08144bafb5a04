package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// samePages counts the pages of one tree, and those that are byte for byte the
// same in another.
func samePages(one, other string) (same, all int, err error) {
	err = filepath.WalkDir(one, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		all++
		rel, err := filepath.Rel(one, name)
		if err != nil {
			return err
		}
		equal, err := sameFile(name, filepath.Join(other, rel))
		if equal {
			same++
		}
		return err
	})
	return same, all, err
}

func sameFile(a, b string) (bool, error) {
	x, err := os.ReadFile(a)
	if err != nil {
		return false, err
	}
	y, err := os.ReadFile(b)
	if os.IsNotExist(err) {
		return false, nil
	}
	return bytes.Equal(x, y), err
}

// sameTrees says where two trees differ first.
func sameTrees(one, other string) error {
	for _, pair := range [][2]string{{one, other}, {other, one}} {
		err := filepath.WalkDir(pair[0], func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			rel, err := filepath.Rel(pair[0], name)
			if err != nil {
				return err
			}
			equal, err := sameFile(name, filepath.Join(pair[1], rel))
			if err == nil && !equal {
				err = fmt.Errorf("%s differs between %s and %s", rel, one, other)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

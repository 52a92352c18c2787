package store

import (
	"path/filepath"
	"strings"
)

// synced are folders that a program keeps in step with other machines, by a part
// of their path, in lower case. Such a program copies a file while it is being
// written, and puts an older one in its place.
var synced = []struct{ part, program string }{
	{"dropbox", "Dropbox"},
	{"onedrive", "OneDrive"},
	{"mobile documents", "iCloud Drive"},
	{"icloud drive", "iCloud Drive"},
	{"icloudstorage", "iCloud Drive"},
	{"google drive", "Google Drive"},
	{"googledrive", "Google Drive"},
	{"my drive", "Google Drive"},
	{"nextcloud", "Nextcloud"},
	{"owncloud", "ownCloud"},
	{"syncthing", "Syncthing"},
	{"box sync", "Box"},
	{"pcloud drive", "pCloud"},
}

// Risk says why the place of the file is no safe one, with the cure, and "" when
// nothing is known against it: a folder that is synchronised with other machines,
// or a network share, whose locks cannot be relied on.
func (s *Store) Risk() string {
	const cure = ": keep the book on a disk of this machine, and send copies with astute backup"
	path, err := filepath.Abs(s.file)
	if err != nil {
		return ""
	}
	dir := filepath.Dir(path)
	for _, part := range strings.Split(strings.ToLower(filepath.ToSlash(dir)), "/") {
		for _, known := range synced {
			if part == known.part || strings.HasPrefix(part, known.part+" ") || strings.HasPrefix(part, known.part+"-") {
				return "the file lies in a folder of " + known.program + ", which may copy it half written or put an older one in its place" + cure
			}
		}
	}
	if kind := shareKind(dir); kind != "" {
		return "the file lies on a network share (" + kind + "), where two programs can write at once" + cure
	}
	return ""
}

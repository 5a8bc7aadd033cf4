package sqlite

import (
	"os"
	"path/filepath"
)

// ActKind is what the app itself does to files.
type ActKind string

// The kinds of act. A new folder is empty and so is a file; SyncFolder makes last what was
// made and renamed in it.
const (
	ActMake       ActKind = "make"
	ActMakeFolder ActKind = "make a folder"
	ActSync       ActKind = "sync"
	ActSyncFolder ActKind = "sync a folder"
	ActRename     ActKind = "rename"
)

// Act is something that the app itself has done to a file or a folder, beside SQLite.
type Act struct {
	Kind ActKind
	Path string
	From string // what a renamed file was called
}

func tell(told func(Act), a Act) {
	if told != nil {
		told(a)
	}
}

// lasting is what makes last that part is called path now; see put.
func lasting(told func(Act), path, part string) func(folder string) error {
	return func(folder string) error {
		tell(told, Act{Kind: ActRename, Path: path, From: part})
		err := syncFolder(folder)
		if err == nil {
			tell(told, Act{Kind: ActSyncFolder, Path: folder})
		}
		return err
	}
}

// makeFolder makes the folder of the copies unless there is one. It lasts, as a copy in it
// would not without it.
func (f *File) makeFolder(dir string) error {
	_, err := os.Stat(dir)
	if had := err == nil; had {
		return os.MkdirAll(dir, f.conn.folderMode()) // tells of a file in its place
	}
	if err := os.MkdirAll(dir, f.conn.folderMode()); err != nil {
		return err
	}
	tell(f.told, Act{Kind: ActMakeFolder, Path: dir})
	parent := filepath.Dir(dir)
	if err := syncFolder(parent); err != nil {
		return err
	}
	tell(f.told, Act{Kind: ActSyncFolder, Path: parent})
	return nil
}

package ui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSyncedFoldersAreKnown(t *testing.T) {
	for path, want := range map[string]string{
		"/home/eva/Dropbox/plan.ledstjarna":                           "Dropbox",
		"/home/eva/Dokument/plan.ledstjarna":                          "",
		"/Users/eva/Library/Mobile Documents/com~apple~CloudDocs/x":   "iCloud",
		"C:/Users/eva/OneDrive - Länsförbundet/Dokument/plan":         "OneDrive",
		"/Users/eva/Library/CloudStorage/GoogleDrive-eva/Min enhet/p": "Google Drive",
		"/home/eva/Om OneDrive/plan.ledstjarna":                       "",
	} {
		if got := syncedBy(path); got != want {
			t.Errorf("%s is synced by %q", path, got)
		}
	}
}

func TestSyncedFolderIsWarnedOfOnce(t *testing.T) {
	a := window(t)
	from := exampleAt(t, a)
	path := filepath.Join(t.TempDir(), "Dropbox", "plan.ledstjarna")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(from, path); err != nil {
		t.Fatal(err)
	}
	a.openFile(path)
	a.said(t, "Dropbox")
	picture(t, a, "synced")
	a.prefs.setKnowsSynced(a.path)
	a.showStanding()
	if syncedBy(a.path) != "Dropbox" || !a.prefs.knowsSynced(a.path) {
		t.Error("it would be told again")
	}
}

package ui

import (
	"path/filepath"
	"strings"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// syncedBy names the service that keeps the folder of a file the same on several
// computers, or "". It copies a file while it is being written, and makes two of it
// when two have changed it.
func syncedBy(path string) string {
	for _, part := range strings.FieldsFunc(filepath.ToSlash(path), func(r rune) bool { return r == '/' }) {
		low := strings.ToLower(part)
		for _, s := range []struct{ begins, name string }{
			{"onedrive", "OneDrive"},
			{"dropbox", "Dropbox"},
			{"google drive", "Google Drive"},
			{"googledrive", "Google Drive"},
			{"my drive", "Google Drive"},
			{"min enhet", "Google Drive"},
			{"icloud", "iCloud"},
			{"com~apple~clouddocs", "iCloud"},
			{"mobile documents", "iCloud"},
			{"nextcloud", "Nextcloud"},
			{"box sync", "Box"},
		} {
			if strings.HasPrefix(low, s.begins) {
				return s.name
			}
		}
	}
	return ""
}

// showSynced warns once of a file that lies where a service copies it.
func (a *App) showSynced() {
	service := syncedBy(a.path)
	if service == "" || a.prefs.knowsSynced(a.path) {
		a.shell.SetNotice(nil)
		return
	}
	known := kit.NewButton(kit.Link, a.words.T("synced.known"), func() {
		a.prefs.setKnowsSynced(a.path)
		a.shell.SetNotice(nil)
	})
	a.shell.SetNotice(kit.Notice(assets.StateUrgent, kit.Urgent, a.words.T("synced.text", "service", service), known))
}

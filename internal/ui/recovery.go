package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/scratch"
	"ledstjarna/internal/ui/kit"
)

// recovers reports whether a file that could not be opened can be had back from a
// copy: it is damaged, empty, or not what it was.
func recovers(err error) bool {
	var e interface{ Recovers() bool }
	return errors.As(err, &e) && e.Recovers()
}

// recovery is what is left of a file that cannot be opened: what can be read of it and
// the copies that are kept.
type recovery struct {
	path    string
	why     error
	backups []plan.Backup
	sound   []bool // for each of them
	found   plan.Salvaged
	folder  string // in which the file lies that was made of it; "" where nothing can be read
}

// latest returns the latest copy that is sound, or -1.
func (r recovery) latest() int {
	for i, ok := range r.sound {
		if ok {
			return i
		}
	}
	return -1
}

// file is the sound file that was made of what can be read.
func (r recovery) file() string { return filepath.Join(r.folder, fileName(r.path)) }

// showRecovery tells that a file cannot be opened as it is, what of it can be read,
// and offers the latest copy that is sound.
func (a *App) showRecovery(path string, why error) {
	a.dropRescued()
	files := a.setup.Files
	all, err := files.Backups(path)
	if err != nil {
		all = nil // what can be read of the file itself is shown all the same
	}
	folder, err := scratch.New()
	if err != nil {
		a.failAbout(unreadable{err}, fileName(path))
		return
	}
	a.rescued = folder
	words := a.words
	job := kit.Job{Title: words.T("recovery.looking"), Cancel: words.T("action.cancel")}
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, tell kit.Report) (recovery, error) {
		r := recovery{path: path, why: why, backups: all, sound: make([]bool, len(all)), folder: folder}
		for i, b := range all {
			tell(float64(i)/float64(len(all)+1), words.T("recovery.looking-at", "n", i+1, "total", len(all)))
			r.sound[i] = files.Check(ctx, b.Path) == nil
			if ctx.Err() != nil {
				return r, ctx.Err()
			}
		}
		tell(float64(len(all))/float64(len(all)+1), words.T("recovery.reading"))
		backup := ""
		if i := r.latest(); i >= 0 {
			backup = all[i].Path
		}
		var err error
		if r.found, err = files.Rescue(ctx, path, backup, r.file()); err != nil && ctx.Err() != nil {
			return r, ctx.Err()
		}
		if err != nil || r.found.IsEmpty() {
			r.folder = "" // the copies are offered all the same
		}
		return r, nil
	}, func(r recovery, err error) {
		switch {
		case err != nil, len(all) == 0 && r.folder == "":
			a.dropRescued()
			a.failAbout(why, fileName(path))
		case r.folder == "":
			a.dropRescued()
			a.recoveryPage(r)
		default:
			a.recoveryPage(r)
		}
	})
}

// dropRescued removes what was read of a damaged file.
func (a *App) dropRescued() {
	if a.rescued != "" {
		_ = os.RemoveAll(a.rescued) // what stays is removed at the next start
		a.rescued = ""
	}
}

// keepRescued leaves the folder to who reads the file in it.
func (a *App) keepRescued() string {
	folder := a.rescued
	a.rescued = ""
	return folder
}

// readRescued opens what could be read of a damaged file for reading only, under the
// damaged file's name.
func (a *App) readRescued(r recovery) {
	store, err := a.setup.Files.OpenReadOnly(context.Background(), r.file(), a.prefs.person())
	how := opening{now: a.setup.Now, barred: errDamagedFile{}}
	if err == nil {
		how.rescued = a.keepRescued()
	}
	a.opened(store, r.path, how, err)
}

// bringRescued restores the copy and then shows what the damaged file has that is
// newer, to be brought in.
func (a *App) bringRescued(r recovery) {
	folder := a.keepRescued()
	remove := func() { _ = os.RemoveAll(folder) } // what stays is removed at the next start
	a.restoreThen(r.path, r.backups[r.latest()].Path, func(restored bool) {
		if !restored { // the page is made anew
			remove()
			return
		}
		a.stop = append(a.stop, remove)
		a.compareWith(r.file(), (*plan.Import).KeepMissing)
	})
}

// askSaveRescued asks where what could be read is to be saved.
func (a *App) askSaveRescued(r recovery) {
	w := a.words
	path := kit.NewEntry(a.kitWords, "", nil)
	path.SetText(strings.TrimSuffix(r.path, extension) + " " + w.T("recovery.name") + extension)
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("recovery.save-title"), Width: 560,
		Content: kit.Column(14, kit.NewParagraph(w.T("recovery.save-text"), kit.Body, kit.ColorText), kit.NewField(w.T("export.place"), path)),
		Confirm: kit.DialogAction{Label: w.T("recovery.save-confirm"), Run: func() bool {
			to := path.Text()
			a.work.Post(func() { a.saveRescued(r, to) })
			return true
		}},
		Cancel: kit.DialogAction{Label: w.T("action.cancel")},
	})
}

// saveRescued copies the file that was made of what could be read, and opens it.
func (a *App) saveRescued(r recovery, to string) {
	from, err := os.Open(r.file())
	if err == nil {
		err = exchange.WriteFile(to, false, func(w io.Writer) error {
			_, err := io.Copy(w, from)
			return err
		})
		_ = from.Close() // it was only read
	}
	if err != nil {
		a.failAbout(exportProblem{err}, fileName(to))
		return
	}
	a.openFile(to)
	if a.file != nil {
		a.say(a.words.T("recovery.saved", "file", fileName(to)))
	}
}

// errDamagedFile is why a damaged file is opened for reading only.
type errDamagedFile struct{}

// Error implements error.
func (errDamagedFile) Error() string { return "the file is damaged" }

// MessageKey returns the key of the words for a person.
func (errDamagedFile) MessageKey() string { return "problem.damaged-file" }

package ui

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// source is what papers are made from in the words. Files of other origin are in it
// once withEnclosures has read them.
func (a *App) source(w *i18n.Printer) (report.Source, error) {
	logo, err := a.file.Logo()
	if err != nil {
		return report.Source{}, err
	}
	return report.Source{
		Register: a.desk.register(), Words: w, Today: a.desk.today(), Content: a.content, Logo: logo, Enclosed: a.enclosed,
	}, nil
}

// paper is a print to be written or shown now.
func (a *App) paper(p report.Print) Paper { return Paper{Print: p, At: a.now(), Shelf: a.shelf} }

// enclosed tells how a file comes into the papers, of one that has been read.
func (a *App) enclosed(f plan.AttachedFile) (report.Enclosure, error) {
	if x, ok := a.shelf.File(f.Hash); ok {
		return x.Enclosure, nil
	}
	return report.Enclosure{Apart: report.ApartGone}, nil
}

// unread are the packet's files of other origin that have not been read yet.
func (a *App) unread(p packet.Packet) []plan.AttachedFile {
	var out []plan.AttachedFile
	if a.setup.Shelf == nil {
		return nil
	}
	for _, it := range p.Items {
		for _, x := range it.Papers {
			if _, read := a.shelf.File(x.File.Hash); x.Foreign() && !x.Separate && !read {
				out = append(out, x.File)
			}
		}
	}
	return out
}

// readFile reads one file into the shelf, beside the window.
func (a *App) readFile() func(ctx context.Context, f plan.AttachedFile) error {
	if a.shelf == nil {
		file := a.file
		a.shelf = a.setup.Shelf(func(_ context.Context, hash string, w io.Writer) error { return file.CopyFile(hash, w) })
	}
	shelf := a.shelf
	return func(ctx context.Context, f plan.AttachedFile) error {
		_, err := shelf.Enclosure(ctx, f.Hash, string(f.Type))
		return err
	}
}

// withEnclosures reads the packet's files of other origin that have not been read,
// and tells how far it is; then it goes on, unless the person breaks it off.
func (a *App) withEnclosures(p packet.Packet, then func()) {
	files := a.unread(p)
	if len(files) == 0 {
		then()
		return
	}
	read := a.readFile()
	job := kit.Job{Title: a.words.T("enclosure.reading-title"), Cancel: a.words.T("action.cancel")}
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, tell kit.Report) (struct{}, error) {
		for i, f := range files {
			tell(float64(i)/float64(len(files)), a.words.T("enclosure.reading", "file", f.Name))
			if err := read(ctx, f); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		switch {
		case a.file == nil: // it was closed meanwhile
		case errors.Is(err, context.Canceled):
			a.say(a.words.T("export.cancelled"))
		case err != nil:
			a.fail(err)
		default:
			then()
		}
	})
}

// readQuietly reads the packet's files of other origin without a dialog, then goes
// on. It reports whether there is anything still to be read.
func (a *App) readQuietly(p packet.Packet, then func()) bool {
	files := a.unread(p)
	if len(files) == 0 {
		return false
	}
	read := a.readFile()
	kit.Do(a.work, func(ctx context.Context) (struct{}, error) {
		for _, f := range files {
			if err := read(ctx, f); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		if a.file != nil && err == nil {
			then()
		}
	})
	return len(a.unread(p)) > 0
}

// closeShelf puts away what was read of files of other origin.
func (a *App) closeShelf() {
	if a.shelf != nil {
		_ = a.shelf.Close() // the system cleans up what is left in its folder
		a.shelf = nil
	}
}

// probed is a file that was examined, and how it would come into the papers.
type probed struct {
	opened
	enclosure report.Enclosure
}

// probe examines the file at path beside the window and finds out how it would come
// into the papers; use runs while it is open. What cannot be attached is told.
func (a *App) probe(path string, separate bool, use func(plan.Attachment, report.Enclosure)) {
	shelf := a.setup.Shelf
	job := kit.Job{Title: a.words.T("enclosure.reading-title"), Cancel: a.words.T("action.cancel")}
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, tell kit.Report) (probed, error) {
		tell(-1, a.words.T("enclosure.reading", "file", filepath.Base(path)))
		o, err := examined(path)
		out := probed{opened: o}
		if err != nil || separate || shelf == nil {
			return out, err
		}
		s := shelf(func(_ context.Context, _ string, w io.Writer) error {
			_, err := io.Copy(w, io.NewSectionReader(o.Source, 0, o.Size))
			return err
		})
		out.enclosure, err = s.Enclosure(ctx, o.Hash, string(o.Type))
		return out, errors.Join(err, s.Close())
	}, func(x probed, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			a.say(a.words.T("export.cancelled"))
		case err != nil:
			a.failAbout(err, filepath.Base(path))
		case a.file != nil:
			use(x.Attachment, x.enclosure)
		}
		if x.file != nil {
			_ = x.file.Close() // it was only read
		}
	})
}

package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/report"
)

// exportFolder writes a meeting's papers as a folder: all of them as one file, the
// files that are delivered separately and, if they are asked for, each document.
// It returns the name of the file with all papers, whose hash and pages it keeps.
func (x *exporter) exportFolder(p packet.Packet, documents bool) (name string, err error) {
	err = x.with(func(src report.Source, write printer) error {
		shown, err := x.out.variant(&src, p)
		if err != nil {
			return err
		}
		if x.remarks, err = report.Remarks(src, shown); err != nil {
			return err
		}
		files, err := report.Bundle(src, shown, documents)
		if err != nil {
			return x.failed(err)
		}
		err = exchange.WriteFolder(x.out.Path, x.out.Overwrite, func(dir string) error {
			var hash string
			var pages int
			for i, f := range files {
				err := x.bundled(filepath.Join(dir, f.Name), f, write)
				if err != nil {
					return err
				}
				if i == 0 {
					name, hash, pages = f.Name, x.hash, x.pages
				}
			}
			x.hash, x.pages = hash, pages
			return nil
		})
		switch {
		case errors.Is(err, exchange.ErrExists):
			return refuse("cli.error.exists", "file", x.out.Path)
		case errors.As(err, new(*os.PathError)), errors.As(err, new(*os.LinkError)):
			return refuse("error.write-file", "file", x.out.Path)
		}
		return err
	})
	return name, err
}

func (x *exporter) bundled(path string, f report.Bundled, write printer) error {
	return exchange.WriteFile(path, false, func(w io.Writer) error {
		if f.Print == nil {
			return x.copyFile(f.File.Hash, w)
		}
		return write(w, f.Print)
	})
}

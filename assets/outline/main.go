// Command outline turns the drawings of the icons, which have strokes, into
// icons that are filled outlines only, and paints the application's icon.
//
// The toolkit can neither recolour nor scale a stroke, so an icon that is to
// take the colour and the size that it is shown in must have none. Run it with
// go generate in package assets after a change in drawings.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// The application's icon, and its width and height as a picture in pixels.
const (
	appIcon     = "Icon"
	appIconSize = 512
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "outline:", err)
		os.Exit(1)
	}
}

// run rewrites the icons of the package in dir.
func run(dir string) error {
	files, err := build(dir)
	if err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return fmt.Errorf("write icon: %w", err)
		}
	}
	return nil
}

// build returns the files made from the drawings in dir, by their path in it.
func build(dir string) (map[string][]byte, error) {
	drawings, err := filepath.Glob(filepath.Join(dir, "drawings", "*.svg"))
	if err != nil {
		return nil, fmt.Errorf("list drawings: %w", err)
	}
	files := map[string][]byte{}
	for _, name := range drawings {
		drawing, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read drawing: %w", err)
		}
		icon, err := outlined(drawing)
		if err != nil {
			return nil, fmt.Errorf("outline %s: %w", name, err)
		}
		if filepath.Base(name) != appIcon+".svg" {
			files[filepath.Join("icons", filepath.Base(name))] = icon
			continue
		}
		files[appIcon+".svg"] = icon
		if files[appIcon+".png"], err = paint(icon, appIconSize); err != nil {
			return nil, fmt.Errorf("paint %s: %w", name, err)
		}
	}
	return files, nil
}

// paint returns an outlined icon as a square PNG of size pixels.
func paint(svg []byte, size int) ([]byte, error) {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("read icon: %w", err)
	}
	icon.SetTarget(0, 0, float64(size), float64(size))
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	icon.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, img, img.Bounds())), 1)
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("write picture: %w", err)
	}
	return out.Bytes(), nil
}

package main

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"ledstjarna/internal/sqlite/faults/disk"
)

// states are what a loss of power left of a file, by how often.
func states(d *device, name string) map[string]int {
	r := rand.New(rand.NewPCG(1, 1))
	out := map[string]int{}
	for range 2000 {
		if b, ok := d.crash(r)[name]; ok {
			out[string(b[:min(len(b), 3)])]++
		} else {
			out["none"]++
		}
	}
	return out
}

func TestDeviceKeepsWhatWasSynced(t *testing.T) {
	d := newDevice(map[string][]byte{"a": []byte("old")})
	d.do("a", disk.Op{Kind: disk.Write, Data: []byte("new")})
	if got := states(d, "a"); len(got) != 2 || got["old"] == 0 || got["new"] == 0 {
		t.Errorf("before it is synced it may be %v", got)
	}
	d.do("a", disk.Op{Kind: disk.Sync})
	if got := states(d, "a"); len(got) != 1 || got["new"] == 0 || d.pending() {
		t.Errorf("when it is synced it is %v", got)
	}
	d.do("a", disk.Op{Kind: disk.Truncate, At: 1})
	if got := states(d, "a"); len(got) != 2 || got["n"] == 0 || got["new"] == 0 {
		t.Errorf("when it is cut off it may be %v", got)
	}
}

func TestDeviceKeepsNamesWithTheFolder(t *testing.T) {
	d := newDevice(nil)
	d.do("j", disk.Op{Kind: disk.Open, New: true})
	d.do("j", disk.Op{Kind: disk.Write, Data: []byte("new")})
	d.do("j", disk.Op{Kind: disk.Sync})
	if got := states(d, "j"); len(got) != 2 || got["none"] == 0 || got["new"] == 0 {
		t.Errorf("before the folder is synced there may be %v", got)
	}
	d.do("j", disk.Op{Kind: disk.Sync, Folder: true})
	if got := states(d, "j"); len(got) != 1 || got["new"] == 0 {
		t.Errorf("when the folder is synced there is %v", got)
	}
	d.do("j", disk.Op{Kind: disk.Delete})
	if got := states(d, "j"); len(got) != 2 || got["none"] == 0 || got["new"] == 0 {
		t.Errorf("when it is taken away there may be %v", got)
	}
}

func TestDeviceTearsWritingsAtSectors(t *testing.T) {
	d := newDevice(map[string][]byte{"a": bytes.Repeat([]byte("o"), 3*sector)})
	d.do("a", disk.Op{Kind: disk.Write, At: 10, Data: bytes.Repeat([]byte("n"), 2*sector)})
	r := rand.New(rand.NewPCG(1, 1))
	torn := 0
	for range 500 {
		b := d.crash(r)["a"]
		for _, piece := range [][]byte{b[10:sector], b[sector : 2*sector], b[2*sector : 2*sector+10]} {
			if n := bytes.Count(piece, []byte("n")); n != 0 && n != len(piece) {
				t.Fatal("a sector is torn itself")
			}
		}
		if b[10] != b[sector] {
			torn++
		}
	}
	if torn == 0 {
		t.Error("no writing was torn")
	}
}

func TestDeviceLosesAFolderWithAllInIt(t *testing.T) {
	for _, synced := range []bool{false, true} {
		d := newDevice(map[string][]byte{"fil": []byte("x")})
		d.do("mapp/", disk.Op{Kind: made})
		if synced {
			d.do(".", disk.Op{Kind: disk.Sync, Folder: true})
		}
		d.do("mapp/del", disk.Op{Kind: made})
		d.do("mapp/del", disk.Op{Kind: disk.Write, Data: []byte("y")})
		d.do("mapp/del", disk.Op{Kind: disk.Sync})
		d.do("mapp/hel", disk.Op{Kind: renamed, Path: "mapp/del"})
		d.do("mapp/.", disk.Op{Kind: disk.Sync, Folder: true})
		lost := 0
		for seed := range uint64(40) {
			files := d.crash(rand.New(rand.NewPCG(seed, 1)))
			switch _, part := files["mapp/del"]; {
			case part, string(files["fil"]) != "x":
				t.Fatalf("left: %v", files)
			case files["mapp/hel"] == nil:
				lost++
			case string(files["mapp/hel"]) != "y":
				t.Fatalf("it holds %q", files["mapp/hel"])
			}
		}
		if synced != (lost == 0) {
			t.Errorf("synced %t, lost %d times", synced, lost)
		}
	}
}

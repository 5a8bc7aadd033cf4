package plan

import "time"

// Salvaged is what can be read of a damaged file.
type Salvaged struct {
	Documents []SalvagedDocument
	Lists     []SalvagedList // all lists of the register
	Relations SalvagedCount
	Events    SalvagedCount
	Files     SalvagedCount // stored files; those whose bytes are all there are whole
	// Cut tells that reading was ended before all was looked at.
	Cut bool
}

// SalvagedCount is how many of something could be read whole, and how many rows are
// there that could not. What lies in pages that cannot be read at all is in neither.
type SalvagedCount struct{ Whole, Flawed int }

// SalvagedList is a list of the register.
type SalvagedList struct {
	List ListName
	SalvagedCount
	Unsure  int  // of the whole: those that nothing confirms
	Cut     bool // parts of the table could not be read
	Newer   int  // entries that the backup has otherwise, or not
	Missing int  // entries of the backup that could not be read here
}

// SalvagedVersion is a version and whether its content is what was stored.
type SalvagedVersion struct {
	Version
	Whole bool
}

// SalvagedDocument is a document of a damaged file, or one that only its backup has.
type SalvagedDocument struct {
	ID       ID
	Kind     DocumentKind
	Quick    bool
	Title    string // "" where no version can be read
	Versions []SalvagedVersion
	// Doubtful tells that the contents may be whole, but that what the register says
	// of the document, its versions' numbers and stages, is not confirmed.
	Doubtful    bool
	Activities  int // of the latest version that is whole, and so on
	Attachments int
	LostFiles   int       // attachments whose bytes are not all there
	Touched     time.Time // when its latest version was made, or something last registered about it
	Standing    SalvageStanding
}

// Whole reports whether every version, every attachment and what the register says of
// the document is as it was stored.
func (d SalvagedDocument) Whole() bool {
	return len(d.Versions) > 0 && d.Readable() == len(d.Versions) && !d.Doubtful && d.LostFiles == 0
}

// Readable returns how many of the versions are whole.
func (d SalvagedDocument) Readable() int {
	n := 0
	for _, v := range d.Versions {
		if v.Whole {
			n++
		}
	}
	return n
}

// SalvageStanding is how a document of a damaged file stands to its backup.
type SalvageStanding string

// The standings.
const (
	SalvageAlone  SalvageStanding = ""       // there is no backup to compare with
	SalvageSame   SalvageStanding = "same"   // all that can be read is as in the backup
	SalvageNewer  SalvageStanding = "newer"  // something that can be read is newer here
	SalvageNew    SalvageStanding = "new"    // it is not in the backup, and can be read
	SalvageBackup SalvageStanding = "backup" // the backup has what cannot be read here
	SalvageGone   SalvageStanding = "gone"   // only the backup has it
	SalvageLost   SalvageStanding = "lost"   // neither can be read here nor is in the backup
)

// Brings reports whether the document holds something that the backup does not.
func (s SalvageStanding) Brings() bool { return s == SalvageNewer || s == SalvageNew }

// Brings reports whether anything could be read that the backup does not have.
func (s Salvaged) Brings() bool {
	for _, d := range s.Documents {
		if d.Standing.Brings() {
			return true
		}
	}
	for _, l := range s.Lists {
		if l.Newer > 0 {
			return true
		}
	}
	return false
}

// IsEmpty reports whether nothing could be read.
func (s Salvaged) IsEmpty() bool {
	for _, d := range s.Documents {
		if d.Readable() > 0 {
			return false
		}
	}
	for _, l := range s.Lists {
		if l.Whole > 0 {
			return false
		}
	}
	return true
}

// Against returns s compared with the register of the backup. Documents that only the
// backup has come last. here are the entries that could be read.
func (s Salvaged) Against(backup Register, here map[ListName][]Entry) Salvaged {
	found := map[ID]bool{}
	documents := make([]SalvagedDocument, 0, len(s.Documents))
	for _, d := range s.Documents {
		found[d.ID] = true
		old, there := backup.Document(d.ID)
		d.Standing = d.standing(old, there)
		if d.Title == "" && there {
			d.Kind, d.Title = old.Kind, old.Latest().Head.Title
		}
		documents = append(documents, d)
	}
	for _, old := range backup.Documents() {
		if !found[old.ID] {
			documents = append(documents, SalvagedDocument{
				ID: old.ID, Kind: old.Kind, Quick: old.Quick, Title: old.Latest().Head.Title,
				Touched: old.Latest().Created, Standing: SalvageGone,
			})
		}
	}
	s.Documents = documents
	lists := make([]SalvagedList, 0, len(s.Lists))
	for _, l := range s.Lists {
		l.Newer, l.Missing = entriesAgainst(here[l.List], backup.Entries(l.List))
		lists = append(lists, l)
	}
	s.Lists = lists
	return s
}

func (d SalvagedDocument) standing(old Document, there bool) SalvageStanding {
	if !there {
		if d.Readable() > 0 {
			return SalvageNew
		}
		return SalvageLost
	}
	lost := len(d.Versions) < len(old.Versions)
	for _, v := range d.Versions {
		was, known := old.Version(v.ID)
		switch {
		case v.Whole && (!known || was.Hash != v.Hash):
			return SalvageNewer
		case !v.Whole && known:
			lost = true
		}
	}
	if lost {
		return SalvageBackup
	}
	return SalvageSame
}

// entriesAgainst returns how many entries are not in old or are otherwise there, and how
// many of old are missing.
func entriesAgainst(now, old []Entry) (newer, missing int) {
	was := map[ID]Entry{}
	for _, e := range old {
		was[e.ID] = e
	}
	for _, e := range now {
		if o, there := was[e.ID]; !there || !o.Fields.Equal(e.Fields) {
			newer++
		}
		delete(was, e.ID)
	}
	return newer, len(was)
}

// KeepMissing leaves out of an import what is missing on the other side: of a file
// that was damaged nobody knows whether it was removed or lost.
func (im *Import) KeepMissing() {
	items := im.Items[:0]
	for _, i := range im.Items {
		if i.Outcome != ImportGone {
			items = append(items, i)
		}
	}
	im.Items = items
}

// WithoutFiles returns the fields without what refers to stored files that are lost.
// The rows that referred to them stay, with their titles.
func WithoutFiles(c Content, lost func(hash string) bool) Content {
	if hash := c.Text(KeyLogo); IsFileHash(hash) && lost(hash) {
		c = c.With(KeyLogo, Value{})
	}
	c = withoutFilesOf(c, KeyAppendices, lost)
	items := c.Get(KeyItems).Rows()
	changed := false
	for i, it := range items {
		cells := withoutFilesOf(it.Cells, KeyPapers, lost)
		changed = changed || !cells.Equal(it.Cells)
		items[i].Cells = cells
	}
	if changed {
		c = c.With(KeyItems, Rows(items...))
	}
	return c
}

func withoutFilesOf(c Content, list Key, lost func(hash string) bool) Content {
	rows := c.Get(list).Rows()
	changed := false
	for i, r := range rows {
		if f, ok := fileOf(r.Cells); ok && lost(f.Hash) {
			for k := range (AttachedFile{}).cells() {
				rows[i].Cells = rows[i].Cells.With(k, Value{})
			}
			changed = true
		}
	}
	if !changed {
		return c
	}
	return c.With(list, Rows(rows...))
}

package plan

// The words in which the catalogue is written. Each returns a field; the
// methods return the field with one more property.

func line(k Key, n Need) Field      { return Field{Key: k, Kind: Line, Need: n} }
func longText(k Key, n Need) Field  { return Field{Key: k, Kind: LongText, Need: n} }
func decimal(k Key, n Need) Field   { return Field{Key: k, Kind: Decimal, Need: n} }
func dateField(k Key, n Need) Field { return Field{Key: k, Kind: DateField, Need: n} }
func derived(k Key) Field           { return Field{Key: k, Kind: Derived} }
func list(k Key, n Need, c ...Field) Field {
	return Field{Key: k, Kind: List, Need: n, Columns: c, MinRows: 1}
}

func choice(k Key, n Need, codes ...string) Field {
	return Field{Key: k, Kind: Choice, Need: n, Choices: codes}
}

func yesNo(k Key, n Need) Field { return choice(k, n, Yes, No) }

func scale(k Key, n Need) Field { return decimal(k, n).within(1, 5) }

func role(k Key, n Need) Field {
	f := line(k, n)
	f.Suggest = ListRoles
	return f
}

func refer(k Key, n Need, t Target) Field {
	return Field{Key: k, Kind: Reference, Need: n, Target: t}
}

func refers(k Key, n Need, t Target) Field {
	return Field{Key: k, Kind: References, Need: n, Target: t}
}

// related is a relation in which the other document, of one of the kinds, is
// the subject.
func related(k Key, n Need, r RelationKind, kinds ...DocumentKind) Field {
	return Field{Key: k, Kind: Related, Need: n, Relating: Relating{r, true}, Target: Target{Documents: kinds}}
}

// relating is a relation in which the other document is the object.
func relating(k Key, n Need, r RelationKind, kinds ...DocumentKind) Field {
	f := related(k, n, r, kinds...)
	f.Relating.Incoming = false
	return f
}

func checklist(k Key, n Need, fixed ...ID) Field {
	return Field{Key: k, Kind: Checklist, Need: n, Fixed: fixed, Columns: []Field{
		choice(KeyAnswer, n, Yes, No, NotApplicable),
		line(KeyNote, Optional),
	}}
}

func (f Field) within(low, high int64) Field { f.Min, f.Max = Int(low), Int(high); return f }
func (f Field) words(n int) Field            { f.MaxWords = n; return f }
func (f Field) rows(low, high int) Field     { f.MinRows, f.MaxRows = low, high; return f }
func (f Field) retired() Field               { f.Retired = true; return f }
func (f Field) recorded() Field              { f.Retired, f.Recorded = true, true; return f }
func (f Field) folded() Field                { f.Folded = true; return f }
func (f Field) optional() Field              { f.Need = Optional; return f }
func (f Field) instead(k Key) Field          { f.Instead = k; return f }

func inList(l ListName) Target { return Target{List: l} }
func inRows(k Key) Target      { return Target{Rows: k} }
func inParent(k Key) Target    { return Target{Rows: k, OfParent: true} }

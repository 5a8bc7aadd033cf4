package plan

// The keys of a packet's items.
const (
	KeyHeading      Key = "heading"
	KeyItemType     Key = "type"
	KeyPresenter    Key = "presenter"
	KeySubject      Key = "subject"
	KeyDocument     Key = "document"
	KeyVersion      Key = "version"
	KeyRecord       Key = "record"
	KeyPapers       Key = "papers"
	KeyProposal     Key = "proposal"
	KeySummary      Key = "summary"
	KeyMatter       Key = "matter"
	KeyAssessment   Key = "assessment"
	KeyEconomy      Key = "economic-consequences"
	KeyOtherEffects Key = "other-consequences"
	KeyDistribution Key = "distribution"
	KeyProposes     Key = "proposes" // what a decision about a document in force is to be
	KeyBasis        Key = "basis"    // own list of what the decision rests on
	KeyExcuses      Key = "excuses"
	KeySeparate     Key = "separate"  // whether a file goes beside the papers, not in them
	KeyProtected    Key = "protected" // whether it is left out of what is made public
	// KeyPublicHeading is what an item that is protected is called where all can read it.
	KeyPublicHeading Key = "public-heading"
	KeyStatute       Key = "statute"   // section of law that a mark of confidentiality names
	KeyMarkedOn      Key = "marked-on" // day of the mark
	KeyStandard      Key = "standard-items"
)

// Variants of a packet.
const (
	VariantFull   = "full"
	VariantPublic = "public" // without what is protected
)

// Types of an item.
const (
	ItemDecision     = "decision"
	ItemInformation  = "information"
	ItemNotification = "notification"
	ItemFormality    = "formality"
)

// What an item proposes about its document. Without a choice it follows from the
// document: a draft is adopted, a version in force reaffirmed.
const (
	ProposeExtend = "extend"
	ProposeRepeal = "repeal"
	ProposeNote   = "note"
)

// Subjects of an item.
const (
	SubjectDocument = "document"
	SubjectReview   = "review"
	SubjectAnnual   = "annual"
	SubjectStatus   = "status" // the paper "Status för styrdokument"
	SubjectFree     = "free"
)

func packetFields() []Field {
	return []Field{
		{Key: KeyMeeting, Kind: Reference, Need: Mandatory, Target: Target{List: ListMeetings}},
		{Key: KeyExcuses, Kind: Line},
		{Key: KeyItems, Kind: List, Columns: []Field{
			{Key: KeyHeading, Kind: Line, Need: Mandatory},
			{Key: KeyItemType, Kind: Choice, Need: Mandatory, Choices: []string{ItemDecision, ItemInformation, ItemNotification, ItemFormality}},
			{Key: KeyDnr, Kind: Line},
			{Key: KeyPresenter, Kind: Line, Suggest: ListRoles},
			{Key: KeySubject, Kind: Choice, Choices: []string{SubjectDocument, SubjectReview, SubjectAnnual, SubjectStatus, SubjectFree}},
			{Key: KeyDocument, Kind: Reference, Target: Target{Documents: DocumentKinds()}},
			{Key: KeyVersion, Kind: Line},
			{Key: KeyRecord, Kind: Line},
			{Key: KeyYear, Kind: Decimal, Min: Int(1900), Max: Int(2200)},
			{Key: KeyProposes, Kind: Choice, Choices: []string{ProposeExtend, ProposeRepeal, ProposeNote}},
			{Key: KeyUntil, Kind: DateField},
			{Key: KeyProtected, Kind: Choice, Choices: []string{Yes, No}},
			{Key: KeyPublicHeading, Kind: Line},
			{Key: KeyStatute, Kind: Line},
			{Key: KeyMarkedOn, Kind: DateField},
			{Key: KeyProposal, Kind: LongText},
			{Key: KeySummary, Kind: LongText},
			{Key: KeyMatter, Kind: LongText},
			{Key: KeyAssessment, Kind: LongText},
			{Key: KeyEconomy, Kind: LongText},
			{Key: KeyOtherEffects, Kind: LongText},
			{Key: KeyBasis, Kind: LongText},
			{Key: KeyDistribution, Kind: LongText},
			{Key: KeyPapers, Kind: List, Columns: []Field{
				{Key: KeyTitle, Kind: Line, Need: Mandatory},
				{Key: KeyDocument, Kind: Reference, Target: Target{Documents: DocumentKinds()}},
				{Key: KeyVersion, Kind: Line},
				line(KeyFile, Optional).recorded(),
				line(KeyMediaType, Optional).recorded(),
				decimal(KeyFileSize, Optional).recorded(),
				line(KeyFileHash, Optional).recorded(),
				{Key: KeySeparate, Kind: Choice, Choices: []string{Yes, No}},
				{Key: KeyProtected, Kind: Choice, Choices: []string{Yes, No}},
			}},
		}},
	}
}

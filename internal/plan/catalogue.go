package plan

// CatalogueNumber is written into every content. It rises when a field is added,
// retired or given another kind.
const CatalogueNumber = 1

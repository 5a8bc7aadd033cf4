// Package pdfium shows any PDF as pictures of its pages, exactly as it will be
// printed, and copies pages into clean files. PDFium runs as WebAssembly in a
// sandbox: a hostile file can reach neither the disk nor the network, and what
// goes wrong in it is an error here.
//
// An Engine is started when it is first needed. Compiling the module takes
// seconds; what was compiled is kept in a folder of the user's cache, so that it
// is done once.
package pdfium

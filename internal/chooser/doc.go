// Package chooser asks a person for a file or a folder in the dialog that the desktop
// has for it: on Linux that of the portal, else that of the program zenity, on Windows
// and macOS the system's own. Where there is none, whoever asks must ask otherwise.
package chooser

package ui

import (
	"errors"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/pdf/foreign"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// App is the program's one window with the file that is open in it.
type App struct {
	setup    Setup
	toolkit  fyne.App
	window   fyne.Window
	prefs    preferences
	words    *i18n.Printer
	kitWords *kit.Words
	work     *kit.Background
	root     *kit.Root
	toaster  *kit.Toaster
	shell    *kit.Shell
	nav      *kit.Navigation
	status   *kit.StatusLine
	menu     *kit.MenuBar
	commands []command

	file    *editor.Editor // nil while none is open
	path    string
	now     func() time.Time // of the open file: the example has its own day
	desk    *desk
	views   map[room]view
	doc     view // the open document, in place of its room's view
	front   view
	guide   *guideWindow // nil while it is not open
	preview *preview     // of the document or review in front
	at      place
	hint    string // of what has the keyboard
	stop    []func()

	barred       error  // why the file can only be read; nil where it can be written
	stopStanding func() // looking how the file stands with other programs
	stopTending  func() // the day's copy and the examination
	unsaved      bool   // it is said that what was typed is not saved
	flawed       bool   // the examination found something wrong

	day       plan.Date // as the window shows it
	stopDay   func()
	isExample bool

	week   *weekBook // of the open file; nil before it is asked for
	ledger review.Ledger
	listed map[room]documentFilter // what the lists of the open file are cut down to; nil for nothing

	stopKeeping func() // begun reviews

	choosing bool // a dialog of the desktop is open
	noChoice bool // the desktop has none

	falling atomic.Bool // the program ends, and nobody is to be told anything
	ended   sync.Once

	rescued string // the folder of what was read of a damaged file; "" for none

	shelf *foreign.Shelf // files of other origin that have been read; nil before the first

	calendar     *calendarMemory // nil before it is shown
	stopCalendar func()          // letting go of what it has read
	giveBack     func()          // to the system, the memory that is not in use; it takes a while

	reviews map[plan.ID]plan.Content // begun in this window and not registered, by document
}

// Run shows the window and returns when it is closed.
func Run(toolkit fyne.App, s Setup) error {
	work := kit.NewBackground()
	a, err := newApp(toolkit, s, work)
	if err != nil {
		return err
	}
	toolkit.Lifecycle().SetOnStarted(a.start()) // is when the window has been painted
	work.OnFall(a.saveFalling)
	if s.Ending != nil {
		go func() {
			<-s.Ending
			a.endSurely()
		}()
	}
	work.Guard(a.window.ShowAndRun)
	a.closeEnding()
	a.dropRescued()
	return nil
}

func newApp(toolkit fyne.App, s Setup, work *kit.Background) (*App, error) {
	a := &App{setup: s, toolkit: toolkit, work: work, now: s.Now, prefs: preferences{toolkit.Preferences()}, giveBack: debug.FreeOSMemory}
	if err := a.setLanguage(); err != nil {
		return nil, err
	}
	a.applyTheme()
	a.window = toolkit.NewWindow(a.words.T("app.name"))
	a.window.SetMaster()
	a.putWindow()
	a.window.SetCloseIntercept(a.quit)
	a.window.SetOnDropped(a.droppedURIs)
	a.root = kit.NewRoot(kit.Spring())
	a.toaster = kit.NewToaster(a.root, a.work)
	a.root.Mount(a.window, a.typed)
	a.commands = a.table()
	a.bindShortcuts()
	return a, nil
}

// start begins; work beside the window waits until painted is called.
func (a *App) start() (painted func()) {
	release := a.work.Hold()
	a.begin()
	return func() {
		if a.setup.Painted != nil {
			a.setup.Painted()
		}
		a.giveMemoryBackSoon()
		a.watchSleep(time.Now, func() { a.window.Canvas().Refresh(a.root) })
		release()
	}
}

// begin opens what the program was started with, or the welcome screen.
func (a *App) begin() {
	switch {
	case a.setup.Example:
		a.openExample()
	case a.setup.Path != "":
		a.openFile(a.setup.Path)
	case a.prefs.last() != "":
		a.openFile(a.prefs.last())
	}
	if a.shell == nil {
		a.showWelcome()
	}
}

func (a *App) setLanguage() error {
	lang := i18n.Language(a.prefs.language())
	if lang == "" {
		lang = i18n.Match(systemLocale())
	}
	words, err := i18n.New(lang)
	if err != nil {
		return err
	}
	a.words = words
	a.kitWords = kitWords(words)
	return nil
}

func (a *App) applyTheme() {
	a.toolkit.Settings().SetTheme(kit.NewTheme(a.look(), a.prefs.textSize()))
}

// look returns light or dark as the person or the system wants it. A Linux session
// without a bus has no portal that could tell; there it is light.
func (a *App) look() kit.Mode {
	mode := a.prefs.mode()
	if mode == kit.FollowSystem && runtime.GOOS == "linux" && os.Getenv("DBUS_SESSION_BUS_ADDRESS") == "" {
		return kit.Light
	}
	return mode
}

// dark reports whether the window is dark now.
func (a *App) dark() bool {
	switch a.look() {
	case kit.Dark:
		return true
	case kit.Light:
		return false
	}
	return a.toolkit.Settings().ThemeVariant() == theme.VariantDark
}

func (a *App) typed(e *fyne.KeyEvent) {
	if a.menu != nil && a.menu.HandleKey(e) {
		return
	}
	if a.typedCommand(e) || a.typedStep(e) {
		return
	}
	if v, ok := a.front.(leavable); ok && e.Name == fyne.KeyEscape {
		v.back()
	}
}

// fail tells the person what went wrong with the open file.
func (a *App) fail(err error) { a.failAbout(err, fileName(a.path)) }

func (a *App) failAbout(err error, file string) {
	if err == nil {
		return
	}
	if a.shell == nil { // at the start there is nothing yet to tell it over
		a.showWelcome()
	}
	if errors.Is(err, editor.ErrStale) && a.file != nil && a.file.ReadOnly() { // somebody else has changed it
		a.work.Post(a.reload)
		return
	}
	kit.OpenProblem(a.window.Canvas(), a.kitWords, problemOf(a.words, err, file))
}

func (a *App) say(text string) { a.toaster.Show(assets.StateDone, kit.Done, text, "", nil) }

// quit saves what is being typed and closes the window. Where that cannot be
// saved it asks first.
func (a *App) quit() {
	if !a.closeOr(func(err error) { a.askClose(err, a.quit) }) {
		return
	}
	a.keepPlace()
	a.window.SetCloseIntercept(nil)
	a.window.Close()
	a.endSurely()
}

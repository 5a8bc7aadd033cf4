package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	gopdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// The reasons why a file cannot be shown.
var (
	ErrUnreadable = errors.New("PDFium cannot read the file")
	ErrPassword   = errors.New("the file needs a password")
	ErrPage       = errors.New("no such page")
	ErrLarge      = errors.New("the picture would be too large")
	ErrClosed     = errors.New("closed")
)

// Patience is how long a single call may take before it is broken off.
const Patience = 10 * time.Second

// mostMemory is how much a file may take in the sandbox, in pages of 64 KiB.
const mostMemory = 16384 // 1 GiB

// Engine runs PDFium. It is safe for use by several goroutines; their calls wait
// for each other.
type Engine struct {
	cache string

	mu       sync.Mutex
	compiled wazero.CompilationCache
	pool     gopdfium.Pool
	closed   bool
}

// New returns an engine that keeps what it compiles in the folder, which it makes
// where there is none. Without a folder, or where it cannot be written, it compiles
// at every start. Nothing is started before it is needed. The caller closes it.
func New(cache string) *Engine { return &Engine{cache: cache} }

// instance returns a PDFium of its own, starting the engine where it is not yet.
func (e *Engine) instance(ctx context.Context) (gopdfium.Pdfium, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil, ErrClosed
	}
	if e.pool == nil {
		if err := e.start(); err != nil {
			return nil, err
		}
	}
	i, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return i, nil
}

func (e *Engine) start() error {
	// The module needs the instructions for exceptions; a context that is done ends
	// what runs in it.
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(mostMemory).WithCloseOnContextDone(true)
	if e.cache != "" {
		if c, err := wazero.NewCompilationCacheWithDir(e.cache); err == nil {
			e.compiled, config = c, config.WithCompilationCache(c)
		}
	}
	pool, err := webassembly.Init(webassembly.Config{
		MinIdle: 0, MaxIdle: 1, MaxTotal: 4, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), // no folder of the machine
		Stdout:   io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return fmt.Errorf("start PDFium: %w", err)
	}
	e.pool = pool
	return nil
}

// Warm starts the engine, so that the first page is shown sooner.
func (e *Engine) Warm(ctx context.Context) error {
	i, err := e.instance(ctx)
	if err != nil {
		return err
	}
	return i.Close()
}

// Close stops the engine. Documents that are open cannot be used any more.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil
	}
	e.closed = true
	var err error
	if e.pool != nil {
		err = e.pool.Close()
	}
	if e.compiled != nil {
		err = errors.Join(err, e.compiled.Close(context.Background()))
	}
	return err
}

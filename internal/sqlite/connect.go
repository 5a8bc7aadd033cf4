package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	modernc "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// maxValue bounds one value, so that a hostile file cannot make the app fill
// the memory. It is above everything that the app itself writes.
const maxValue = 16 << 20

// The rollback journal, not WAL: a file in WAL mode loses what is in the log
// when it is copied or moved without it. EXTRA also syncs the folder.
const dsnQuery = "&_txlock=immediate&_dqs=0&_defensive=1&_busy_timeout=2000&_foreign_keys=1" +
	"&_journal_mode=TRUNCATE&_synchronous=EXTRA&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)" +
	"&_pragma=mmap_size(0)&_pragma=recursive_triggers(1)&_pragma=cache_size(" + cacheSize + ")&_pragma=temp_store(2)"

// cacheSize is how much of the file a connection keeps in the memory, in the driver's
// unit of -1 KiB. The driver's allocator gives every page of 4 KiB and its header 9 KiB,
// so that this is 37 MiB; copying a file and examining the copy take as much each.
const cacheSize = "-16384"

// wantedPragmas are read back on every connection, because the driver ignores a
// parameter that it does not know.
func wantedPragmas() map[string]string {
	return map[string]string{
		"busy_timeout": "2000", "foreign_keys": "1", "journal_mode": "truncate", "synchronous": "3",
		"trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0", "recursive_triggers": "1",
		"cache_size": cacheSize, "temp_store": "2",
	}
}

// The modes in which a file is opened.
const (
	modeWrite = "rw"
	modeRead  = "ro"
)

// dsn returns the data source name of an absolute path.
func dsn(path, mode string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") { // C:/…
		p = "/" + p
	}
	return "file://" + strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(p) +
		"?mode=" + mode + dsnQuery
}

// connector makes the one connection of a File, and again where that was lost.
type connector struct {
	driver.Connector
	path   string
	vfs    string
	same   os.FileInfo // the file that was opened first
	attach atomic.Bool // set during VACUUM INTO, which attaches its target
}

func newConnector(path, mode, vfs string) (*connector, error) {
	if strings.ContainsRune(path, 0) {
		return nil, ErrMissing
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, translate(err)
	}
	// Linux only; elsewhere nothing in this process opens an open plan file.
	if _, err := modernc.OFDLocking(true); err != nil && !errors.Is(err, modernc.ErrOFDLockingUnavailable) &&
		!errors.Is(err, modernc.ErrOFDLockingTooLate) {
		return nil, fmt.Errorf("choose file locks: %w", err)
	}
	name := dsn(path, mode)
	if vfs != "" {
		name += "&vfs=" + vfs
	}
	base, err := modernc.NewConnector(name)
	if err != nil {
		return nil, err
	}
	return &connector{Connector: base, path: path, vfs: vfs, same: info}, nil
}

// Connect implements driver.Connector.
func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	if err := c.inPlace(); err != nil {
		return nil, err
	}
	if err := checkBeside(c.path); err != nil {
		return nil, err
	}
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := c.prepare(ctx, conn); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// inPlace returns ErrMoved where the file that was opened first is no longer at its
// path.
func (c *connector) inPlace() error {
	if info, err := os.Stat(c.path); err != nil || !os.SameFile(info, c.same) {
		return ErrMoved
	}
	return nil
}

// mode is the permissions of copies of the file: nobody can read one who cannot read
// the file, and whoever can may list and restore it.
func (c *connector) mode() os.FileMode { return c.same.Mode().Perm() | 0o600 }

// folderMode is those of a folder for them.
func (c *connector) folderMode() os.FileMode { return folderMode(c.same) }

func folderMode(file os.FileInfo) os.FileMode {
	m := file.Mode().Perm()
	return 0o700 | m&0o066 | m&0o044>>2
}

func (c *connector) prepare(ctx context.Context, conn driver.Conn) error {
	guarded, ok := conn.(modernc.AuthorizerRegisterer)
	if !ok {
		return errors.New("the driver has no authorizer")
	}
	q, ok := conn.(driver.QueryerContext)
	if !ok {
		return errors.New("the driver runs no queries")
	}
	for name, want := range wantedPragmas() {
		got, err := readPragma(ctx, q, name)
		if err != nil {
			return fmt.Errorf("read pragma %s: %w", name, err)
		}
		if got != want {
			return fmt.Errorf("pragma %s is %s, not %s", name, got, want)
		}
	}
	return guarded.RegisterAuthorizer(func(a modernc.AuthorizerActionCode, _, _, _, _ string) modernc.AuthorizerReturnCode {
		if (a == modernc.AuthAttach || a == modernc.AuthDetach) && !c.attach.Load() {
			return modernc.AuthorizerDeny
		}
		return modernc.AuthorizerOK
	})
}

func readPragma(ctx context.Context, q driver.QueryerContext, name string) (string, error) {
	rows, err := q.QueryContext(ctx, "PRAGMA "+name, nil)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	v := make([]driver.Value, 1)
	if err := rows.Next(v); err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return fmt.Sprint(v[0]), nil
}

// openDB returns the pool of one connection; it connects at its first use.
func openDB(c *connector) *sql.DB {
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(1)
	return db
}

// checkout takes the connection, with its limit set. The caller closes it.
func checkout(ctx context.Context, db *sql.DB) (*sql.Conn, error) {
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, translate(err)
	}
	if _, err := modernc.Limit(c, lib.SQLITE_LIMIT_LENGTH, maxValue); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// drop closes the connection, so that the next use makes a new one.
func drop(c *sql.Conn) {
	_ = c.Raw(func(any) error { return driver.ErrBadConn }) // returns just that
	_ = c.Close()                                           // only ever says that it is closed
}

// giveBack returns the connection for the next use. SQLite remembers that a call was
// cancelled until the next statement begins, and meanwhile the pool would throw away
// the connection, which is all that is left of a file that was moved.
func giveBack(c *sql.Conn) {
	_, _ = c.ExecContext(context.Background(), "SELECT 1")
	_ = c.Close() // only ever says that it is closed
}

// begin begins a transaction that the caller ends. Its statements can be cancelled, and
// it can not: the pool would then end it beside the caller, who cannot know when, and
// may find the connection spoilt.
func begin(ctx context.Context, c *sql.Conn, toRead bool) (*sql.Tx, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return c.BeginTx(context.WithoutCancel(ctx), &sql.TxOptions{ReadOnly: toRead})
}

# Two commands do everything: make run, make test.
GO      ?= go
VERSION ?= $(shell sh .ci/version 2>/dev/null || echo 0.1.0)
LDFLAGS  = -s -w -X main.version=$(VERSION)
BIN      = bin

.PHONY: run test lint build cli windows package bench gallery e2e soak clean

run:
	@GO="$(GO)" VERSION="$(VERSION)" sh .ci/start

test:
	CGO_ENABLED=0 $(GO) test -tags ci $(FLAGS) ./...

lint:
	$(GO) tool -modfile=.ci/tools.mod golangci-lint run

build: cli
	CGO_ENABLED=1 $(GO) build -trimpath -tags migrated_fynedo -ldflags "$(LDFLAGS)" -o $(BIN)/ledstjarna ./cmd/ledstjarna

cli:
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags "$(LDFLAGS)" -o $(BIN)/ledstjarna-cli ./cmd/ledstjarna-cli

windows:
	CGO_ENABLED=0 GOOS=windows GOARCH=amd64 $(GO) build -trimpath -ldflags "$(LDFLAGS)" -o $(BIN)/ledstjarna-cli.exe ./cmd/ledstjarna-cli
	CC=x86_64-w64-mingw32-gcc CGO_ENABLED=1 GOOS=windows GOARCH=amd64 $(GO) build -trimpath -tags migrated_fynedo,accessibility -ldflags "$(LDFLAGS) -H=windowsgui" -o $(BIN)/ledstjarna.exe ./cmd/ledstjarna

package:
	@GO="$(GO)" VERSION="$(VERSION)" bash .ci/package

bench:
	CGO_ENABLED=0 $(GO) test -tags ci -run '^$$' -bench . -benchmem ./...

gallery:
	CGO_ENABLED=0 LEDSTJARNA_GALLERY="$(CURDIR)/build/gallery" $(GO) test -tags ci -count=1 -timeout 60m -run '^TestGallery$$' ./internal/ui

e2e: build
	bash .ci/e2e

# FILE=path soaks a copy of that file instead of the example.
soak: build
	bash .ci/soak $(FILE)

clean:
	rm -rf $(BIN) dist build

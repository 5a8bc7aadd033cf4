package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"

	"ledstjarna/internal/i18n"
)

// translate gives every command, argument and flag its words.
func translate(words *i18n.Printer) func(*kong.Kong) error {
	return func(k *kong.Kong) error {
		return kong.Visit(k.Model, func(v kong.Visitable, next kong.Next) error {
			switch v := v.(type) {
			case *kong.Application:
				v.Help = words.T("cli.help")
				translateFlags(words, v.Node)
			case *kong.Node:
				if v.Type == kong.CommandNode {
					v.Help = words.T("cli.help." + path(v, "-"))
				}
				translateFlags(words, v)
			case *kong.Value:
				if v.Flag == nil { // a positional argument
					v.Help = words.T("cli.arg." + v.Name)
				}
			}
			return next(nil)
		})
	}
}

// translateFlags gives the flags of a command their words: its own, or else those
// that the flag has everywhere.
func translateFlags(words *i18n.Printer, n *kong.Node) {
	for _, f := range n.Flags {
		key := "cli.flag." + f.Name
		if own := "cli.flag." + path(n, "-") + "-" + f.Name; words.Has(own) {
			key = own
		}
		f.Help = words.T(key)
		if !f.IsBool() {
			f.PlaceHolder = words.T("cli.value." + f.PlaceHolder)
		}
	}
}

// path is the words that name a command, without the program.
func path(n *kong.Node, sep string) string {
	var names []string
	for ; n != nil && n.Type != kong.ApplicationNode; n = n.Parent {
		if n.Type == kong.CommandNode {
			names = append([]string{n.Name}, names...)
		}
	}
	return strings.Join(names, sep)
}

func helpIn(words *i18n.Printer) kong.HelpPrinter {
	return func(_ kong.HelpOptions, ctx *kong.Context) error {
		node := ctx.Selected()
		if node == nil {
			node = ctx.Model.Node
		}
		return printHelp(ctx.Stdout, words, asked(node, ctx.Args))
	}
}

// asked is the command below the node that the last word names, where the words
// before it, the file, were left out: "export status --help".
func asked(node *kong.Node, args []string) *kong.Node {
	words := slices.DeleteFunc(slices.Clone(args), func(s string) bool { return strings.HasPrefix(s, "-") })
	if len(words) == 0 {
		return node
	}
	for _, child := range node.Children {
		if child.Type == kong.CommandNode && child.Name == words[len(words)-1] {
			return child
		}
	}
	return node
}

func printHelp(w io.Writer, words *i18n.Printer, node *kong.Node) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "%s\n\n%s\n", words.T("cli.usage", "command", usage(words, node)), node.Help)
	section := func(key string, lines [][2]string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(t, "\n%s\n", words.T(key))
		for _, l := range lines {
			fmt.Fprintf(t, "  %s\t%s\n", l[0], l[1])
		}
	}
	section("cli.arguments", argumentLines(words, node))
	section("cli.commands", commandLines(node, nil))
	section("cli.flags", flagLines(node))
	return t.Flush()
}

// usage is the line that shows how a command is written.
func usage(words *i18n.Printer, node *kong.Node) string {
	var parts []string
	for n := node; n != nil; n = n.Parent {
		var own []string
		switch n.Type {
		case kong.ApplicationNode, kong.CommandNode:
			own = append(own, n.Name)
		case kong.ArgumentNode:
			own = append(own, label(words, n.Argument))
		}
		for _, p := range n.Positional {
			own = append(own, label(words, p))
		}
		for _, f := range n.Flags {
			if f.Required {
				own = append(own, flagForm(f))
			}
		}
		parts = append(own, parts...)
	}
	if !node.Leaf() {
		parts = append(parts, words.T("cli.command"))
	}
	return strings.Join(append(parts, words.T("cli.options")), " ")
}

func label(words *i18n.Printer, v *kong.Value) string {
	s := words.T("cli.value." + v.Name)
	if v.IsSlice() {
		s += " …"
	}
	if !v.Required {
		s = "[" + s + "]"
	}
	return s
}

func flagForm(f *kong.Flag) string {
	s := "--" + f.Name
	if !f.IsBool() {
		s += "=" + f.PlaceHolder
	}
	return s
}

func argumentLines(words *i18n.Printer, node *kong.Node) [][2]string {
	var lines [][2]string
	for n := node; n != nil; n = n.Parent {
		var own [][2]string
		if n.Type == kong.ArgumentNode {
			own = append(own, [2]string{label(words, n.Argument), words.T("cli.arg." + n.Argument.Name)})
		}
		for _, p := range n.Positional {
			own = append(own, [2]string{label(words, p), p.Help})
		}
		lines = append(own, lines...)
	}
	return lines
}

func flagLines(node *kong.Node) [][2]string {
	var lines [][2]string
	for n := node; n != nil; n = n.Parent {
		for _, f := range n.Flags {
			form := flagForm(f)
			if f.Short != 0 {
				form = "-" + string(f.Short) + ", " + form
			}
			lines = append(lines, [2]string{form, f.Help})
		}
	}
	return lines
}

// commandLines are the commands below a node, each with its subcommands.
func commandLines(node *kong.Node, lines [][2]string) [][2]string {
	for _, child := range node.Children {
		if child.Type == kong.CommandNode {
			lines = append(lines, [2]string{path(child, " "), child.Help})
		}
		lines = commandLines(child, lines)
	}
	return lines
}

// explainUsage tells what is wrong with the arguments and how the command is
// written.
func explainUsage(w io.Writer, words *i18n.Printer, err error) {
	reason := usageReason(words, err.Error())
	fmt.Fprintln(w, words.T("error.usage", "reason", reason))
	var parse *kong.ParseError
	if !errors.As(err, &parse) {
		return
	}
	node := parse.Context.Selected()
	if node == nil {
		node = parse.Context.Model.Node
	}
	fmt.Fprintln(w, words.T("cli.usage", "command", usage(words, node)))
	fmt.Fprintln(w, words.T("cli.more-help", "command", strings.TrimSpace(programName+" "+path(node, " "))+" --help"))
}

// usageReason puts into words what the parser says, which is an English sentence
// of one of a few forms.
func usageReason(words *i18n.Printer, reason string) string {
	for _, form := range []struct{ begins, key string }{
		{"--lang must be ", "cli.usage.lang"},
		{"unknown flag ", "cli.usage.unknown-flag"},
		{"unexpected argument ", "cli.usage.unexpected"},
		{"missing flags: ", "cli.usage.missing-flag"},
		{"missing positional arguments ", "cli.usage.missing"},
		{"expected one of ", "cli.usage.choose"},
		{"expected ", "cli.usage.missing"},
	} {
		if rest, ok := strings.CutPrefix(reason, form.begins); ok {
			rest, _, _ = strings.Cut(rest, ", did you mean ")
			return words.T(form.key, "what", strings.NewReplacer(`"`, "", "...", "…").Replace(rest))
		}
	}
	if what, _, ok := strings.Cut(reason, ":"); ok && (strings.HasPrefix(what, "-") || strings.HasPrefix(what, "<")) {
		return words.T("cli.usage.value", "what", what)
	}
	return reason
}

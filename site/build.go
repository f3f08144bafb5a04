package site

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"elinde/site/known"
	"elinde/site/publish"
	"elinde/site/tree"
	"elinde/site/treecheck"
)

// Build renders the plan, checks the finished tree and publishes it in
// opt.Output. Problems are faults of the plan, the theme or the tree: then, and
// on an error, what is published stays as it was.
func Build(ctx context.Context, plan Plan, opt Options) (Report, []Problem, error) {
	b := &build{plan: plan, opt: opt, planned: map[string]*planned{}, folders: map[string]string{}, started: time.Now()}
	err := b.run(ctx)
	b.report.Times = append(b.report.Times, Timing{Part: "all", Took: time.Since(b.started)})
	return b.report, b.sortedProblems(), err
}

// errStopped ends a build that has problems.
var errStopped = errors.New("stopped by problems")

// build is one run of Build.
type build struct {
	plan  Plan
	opt   Options
	theme *theme
	rules treecheck.Rules
	base  string // path of the site's address: "/" or "/mirror/"

	place  *publish.Place
	stage  *publish.Stage
	writer tree.Writer
	memory *memory
	find   *treecheck.Finder

	mu       sync.Mutex
	planned  map[string]*planned // by file
	folders  map[string]string   // every folder of the tree → a file in it
	problems []Problem

	progress  sync.Mutex
	rendering func(stop bool) error // waits for pages; nil before they are planned

	started time.Time
	report  Report
}

// planned is a file of the tree, a page or another.
type planned struct {
	file  string
	page  *Page // nil: no page
	made  [16]byte
	key   [16]byte // see known.File
	entry tree.Entry
	// seen is what the check keeps of a page; it is empty for other files.
	seen treecheck.Summary
	from *known.Tree // the tree that the file was taken from; nil: made anew
}

func (b *build) run(ctx context.Context) error {
	if b.checkPlan(); len(b.problems) > 0 {
		return nil
	}
	var err error
	if b.place, err = publish.Open(b.opt.Output); err != nil {
		return err
	}
	defer b.place.Close()
	if b.stage, err = b.place.Stage(); err != nil {
		return err
	}
	defer b.stage.Discard()
	b.writer = tree.Writer{Root: b.stage.Folder, Twins: b.opt.Precompress}
	defer func() {
		if b.rendering != nil { // nobody may write into a stage that is gone
			b.rendering(true)
		}
	}()
	for _, part := range []struct {
		name Stage
		do   func(context.Context) error
	}{
		{StagePrepare, b.prepare},
		{StageRender, b.render},
		{StageFiles, b.writeFiles},
		{StageCheck, b.check},
		{StagePublish, b.publish},
	} {
		start := time.Now()
		b.begin(part.name)
		err := part.do(ctx)
		b.report.Times = append(b.report.Times, Timing{Part: string(part.name), Took: time.Since(start)})
		if errors.Is(err, errStopped) || err == nil && b.faulty() {
			return nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// faulty says whether there are problems; pages may still be rendered.
func (b *build) faulty() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.problems) > 0
}

// begin reports that a stage begins.
func (b *build) begin(s Stage) {
	b.progress.Lock()
	defer b.progress.Unlock()
	if b.opt.Progress != nil {
		b.opt.Progress(s, 0, 0)
	}
}

// prepare reads the theme and what is known of former trees.
func (b *build) prepare(context.Context) error {
	remembered := make(chan error, 1)
	go func() { remembered <- b.remember() }()
	err := b.readTheme()
	return errors.Join(err, <-remembered)
}

func (b *build) readTheme() error {
	t, problems, err := readTheme(b.plan.Theme)
	if err != nil {
		return fmt.Errorf("cannot read the theme: %w", err)
	}
	b.theme, b.problems = t, append(b.problems, problems...)
	t.sheets = map[uint64]int{}
	for _, f := range t.files {
		if strings.HasSuffix(f.Path, ".css") && strings.HasPrefix(f.Path, "assets/") {
			t.sheets[treecheck.Fingerprint(f.Path)] = len(tree.Brotli(f.Data))
		}
	}
	return nil
}

// take books a file under its path, or says why that cannot be.
func (b *build) take(file string, page *Page) (*planned, bool) {
	code := pathProblem(file)
	if code != "" {
		b.problem(Problem{Code: code, Path: file})
		return nil, false
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, twice := b.planned[file]; twice {
		b.problems = append(b.problems, Problem{Code: CodePathTwice, Path: file, Detail: file})
		return nil, false
	}
	if other, isFolder := b.folders[file]; isFolder {
		b.problems = append(b.problems, Problem{Code: CodePathTwice, Path: file, Detail: other})
		return nil, false
	}
	for dir := file; ; {
		i := strings.LastIndexByte(dir, '/')
		if i < 0 {
			break
		}
		dir = dir[:i]
		if _, known := b.folders[dir]; known {
			break
		}
		if _, isFile := b.planned[dir]; isFile {
			b.problems = append(b.problems, Problem{Code: CodePathTwice, Path: file, Detail: dir})
			return nil, false
		}
		b.folders[dir] = file
	}
	p := &planned{file: file, page: page}
	b.planned[file] = p
	return p, true
}

func (b *build) problem(p Problem) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.problems = append(b.problems, p)
}

// sortedProblems puts problems in an order that does not depend on which
// goroutine was first.
func (b *build) sortedProblems() []Problem {
	slices.SortFunc(b.problems, func(x, y Problem) int {
		if c := strings.Compare(x.Path, y.Path); c != 0 {
			return c
		}
		if c := strings.Compare(x.Code, y.Code); c != 0 {
			return c
		}
		return strings.Compare(x.Detail, y.Detail)
	})
	return b.problems
}

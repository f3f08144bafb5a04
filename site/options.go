package site

import (
	"iter"
	"time"
)

// Options say where and how a plan is built.
type Options struct {
	// Output is the folder that is published. What is needed beside it (the
	// staged tree, the previous one, the state, the lock) is kept in a folder
	// ".<base>.elinde" of the same parent.
	Output string
	// Info goes into build.json beside the build id: as-of, version of the data.
	// Equal plans must come with equal Info, or their trees differ.
	Info map[string]string
	// Jobs is the number of rendering processes at a time; 0 means two.
	Jobs int
	// Precompress writes .br and .gz beside text files.
	Precompress bool
	// Forbidden strings may stand in no file of the tree: withheld values,
	// canaries. One that begins with "text:", "tel:" or "geo:" is found in any
	// form, see package withheld. Strings shorter than four bytes are refused,
	// they are found by chance.
	Forbidden []string
	// MaxPageBytes is what a page with its style sheet may weigh, packed with
	// brotli, MaxScriptBytes what the scripts may that it names, preloaded ones
	// included. A heavier page is a problem. 0: not weighed.
	MaxPageBytes, MaxScriptBytes int
	// ReadBack, if given, looks at the finished files before they are published; a
	// problem stops that. ReadBackFor names all that it holds them against: files
	// that it has seen for the same are not shown to it again. "": all are shown.
	ReadBack    func(files iter.Seq2[string, []byte]) []Problem
	ReadBackFor string
	// Vanished, if given, is told the files of the published tree that the new one
	// lacks, sorted; the problems that it gives stop publishing.
	Vanished func(files []string) []Problem
	// Sign, if given, is handed the manifest of the finished tree and its build id,
	// and gives the signature that is published beside it. The same manifest must get
	// the same signature; Info must name the key, so that another one is another tree.
	Sign func(manifest []byte, build string) ([]byte, error)
	// Whole renders every page, whatever is known from the previous build.
	Whole bool
	// Progress, if given, is told how far a stage is; total is 0 where unknown.
	// It is called from one goroutine at a time.
	Progress func(stage Stage, done, total int)
}

// Stage is a part of the work, for progress.
type Stage string

// The stages in their order. Pages are rendered while others are planned, and while
// other files are made.
const (
	StagePrepare Stage = "prepare" // the theme, and what former builds left
	StageRender  Stage = "render"  // pages planned, rendered or reused
	StageFiles   Stage = "files"   // other files
	StageCheck   Stage = "check"   // the finished tree
	StagePublish Stage = "publish" // the swap
)

// Report tells what a build did.
type Report struct {
	BuildID  string // of the published tree; equal trees have equal ids
	Pages    int    // of the tree, those that people write included
	Rendered int    // of them anew
	Files    int    // all files of the tree, precompressed twins not counted
	Bytes    int64  // of these files
	// Log holds warnings of templates.
	Log []string
	// Times tells how long each part took.
	Times []Timing
	// Unchanged is set when the published tree was already this one.
	Unchanged bool
}

// Timing is how long a part of the build took.
type Timing struct {
	Part string
	Took time.Duration
}

package analysis

import "iter"

// remembered bounds the words that a Memory keeps: beyond any vocabulary, below
// what a hostile export could fill the memory with.
const remembered = 1 << 18

// Memory analyses many texts and remembers what became of each word: texts repeat
// their words, and a look-up costs a tenth of the analysis. It is not safe for
// concurrent use.
type Memory struct {
	rules map[string]*Rules // by language
	words map[*Rules]map[string]Word
	learn func(Word)
}

// NewMemory makes an empty Memory. learn, where it is not nil, is told each word at
// least once, before Words gives it.
func NewMemory(learn func(Word)) *Memory {
	return &Memory{rules: map[string]*Rules{}, words: map[*Rules]map[string]Word{}, learn: learn}
}

// Words gives what Rules.Words gives for a text of the language.
func (m *Memory) Words(language, text string) iter.Seq[Word] {
	r := m.rules[language]
	if r == nil {
		r = For(language)
		m.rules[language] = r
	}
	known := m.words[r]
	if known == nil || len(known) >= remembered {
		known = map[string]Word{}
		m.words[r] = known
	}
	return func(yield func(Word) bool) {
		for raw := range Split(text) {
			w, ok := known[raw]
			if !ok {
				w = r.word(raw)
				known[raw] = w
				if m.learn != nil && w.Surface != "" {
					m.learn(w)
				}
			}
			if w.Surface != "" && !yield(w) {
				return
			}
		}
	}
}

// word analyses a word; its Surface is empty where the word is not indexed.
func (r *Rules) word(raw string) Word {
	surface := r.Fold(raw)
	if surface == "" || r.Stop(surface) {
		return Word{}
	}
	return Word{surface, r.stem(surface)}
}

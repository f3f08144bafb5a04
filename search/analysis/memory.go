package analysis

import "iter"

// remembered bounds the words that a Memory keeps: beyond any vocabulary, below
// what a hostile export could fill the memory with.
const remembered = 1 << 18

// Memory analyses many texts and remembers what became of each word: texts repeat
// their words, and a look-up costs a tenth of the analysis. It numbers stems. It is
// not safe for concurrent use.
type Memory struct {
	rules   map[string]*Rules // by language
	words   map[*Rules]map[string]remembering
	learn   func(Word)
	numbers map[string]int32
	stems   []string
}

type remembering struct {
	word Word
	stem int32
}

// NewMemory makes an empty Memory. learn is told each word at least once, before Words
// gives it.
func NewMemory(learn func(Word)) *Memory {
	return &Memory{rules: map[string]*Rules{}, words: map[*Rules]map[string]remembering{}, learn: learn, numbers: map[string]int32{}}
}

// Stems gives the stems of all words so far by their number, and the numbers.
func (m *Memory) Stems() ([]string, map[string]int32) { return m.stems, m.numbers }

// Named gives the stems of some numbers.
func (m *Memory) Named(numbers []int32) []string {
	stems := make([]string, len(numbers))
	for i, n := range numbers {
		stems[i] = m.stems[n]
	}
	return stems
}

// Words gives for each word that Rules.Words gives for a text of the language the number
// of its stem.
func (m *Memory) Words(language, text string) iter.Seq[int32] {
	r := m.rules[language]
	if r == nil {
		r = For(language)
		m.rules[language] = r
	}
	known := m.words[r]
	if known == nil || len(known) >= remembered {
		known = map[string]remembering{}
		m.words[r] = known
	}
	return func(yield func(int32) bool) {
		for raw := range Split(text) {
			w, ok := known[raw]
			if !ok {
				if w.word = r.word(raw); w.word.Surface != "" {
					w.stem = m.number(w.word.Stem)
					m.learn(w.word)
				}
				known[raw] = w
			}
			if w.word.Surface != "" && !yield(w.stem) {
				return
			}
		}
	}
}

func (m *Memory) number(stem string) int32 {
	n, ok := m.numbers[stem]
	if !ok {
		n = int32(len(m.stems))
		m.numbers[stem] = n
		m.stems = append(m.stems, stem)
	}
	return n
}

// word analyses a word; its Surface is empty where the word is not indexed.
func (r *Rules) word(raw string) Word {
	surface := r.Fold(raw)
	if surface == "" || r.Stop(surface) {
		return Word{}
	}
	return Word{surface, r.stem(surface)}
}

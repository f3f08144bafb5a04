package finding

// Codes of texts in several languages.
const (
	// TranslationMissing: A text is missing in a language.
	TranslationMissing Code = "translation-missing"
	// TranslationsMissing: Texts of a table are missing in a language,
	// counted.
	TranslationsMissing Code = "translations-missing"
	// SourceTextMissing: A text is missing in the source language only.
	SourceTextMissing Code = "source-text-missing"
	// TranslationIdentical: A text is the same in two languages and looks
	// untranslated.
	TranslationIdentical Code = "translation-identical"
	// LettersMixed: A word mixes Latin and Cyrillic letters.
	LettersMixed Code = "letters-mixed"
)

// The value grammars have a small type of that name of their own; everywhere else a sentence is the lexicon's.
global using Sentence = Gigatrace.Extraction.Lexicon.Sentence;

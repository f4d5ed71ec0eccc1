// The generator's own paragraph and block, not those that the readers produce.
global using Block = Gouji.CorpusGenerator.Disclosure.Block;
global using Paragraph = Gouji.CorpusGenerator.Disclosure.Paragraph;

/** The part of Lunr that the benchmark uses; the package has no types. */
declare module "lunr" {
  interface Builder {
    ref(field: string): void;
    field(name: string): void;
    add(document: object): void;
  }
  interface Query {
    term(term: string, options: object): void;
  }
  interface Index {
    query(build: (query: Query) => void): { ref: string; score: number }[];
  }
  interface Token {
    toString(): string;
  }
  interface Lunr {
    (configure: (this: Builder) => void): Index;
    stemmer(token: Token): Token;
    tokenizer(text: string): Token[];
    Token: new (text: string, metadata: object) => Token;
  }
  const lunr: Lunr;
  export default lunr;
}

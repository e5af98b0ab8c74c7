/**
 * Numbers for terms, in the order in which they come: a table with open places (Knuth, TAOCP 3, 6.4, linear probing).
 * A pair of words is a number beyond what a small integer holds; as a key of a `Map` each would be an object of its own.
 */
export interface TermTable {
  /** How many there are. */
  readonly size: number;
  /** The number of a term; a new one where it is unknown. Terms are whole numbers from 0 to 2^53. */
  add(term: number): number;
  /** The number of a term, or -1. */
  find(term: number): number;
  /** The term of a number. */
  term(number: number): number;
}

const FREE = -1;

/** A hash of a term, 32 bits: multiplication by the golden ratio, high and low half (Knuth, TAOCP 3, 6.4). */
export const hashTerm = (term: number): number =>
  (Math.imul(term % 0x7fffffff, 0x9e3779b1) ^ Math.imul(term / 0x7fffffff, 0x85ebca6b)) >>> 0;

export function createTermTable(): TermTable {
  let places = new Int32Array(1 << 16).fill(FREE);
  let terms = new Float64Array(places.length / 2);
  let size = 0;

  /** Where a term stands, or the free place where it would. */
  function seek(term: number): number {
    const mask = places.length - 1;
    // The low bits of a product know only the low bits of what was multiplied.
    let at = (hashTerm(term) >>> 7) & mask;
    for (;;) {
      const number = places[at] ?? FREE;
      if (number === FREE || terms[number] === term) return at;
      at = (at + 1) & mask;
    }
  }

  function grow(): void {
    places = new Int32Array(places.length * 2).fill(FREE);
    const more = new Float64Array(places.length / 2);
    more.set(terms);
    terms = more;
    for (let number = 0; number < size; number += 1) places[seek(terms[number] ?? 0)] = number;
  }

  return {
    get size() {
      return size;
    },
    add(term) {
      const at = seek(term);
      const known = places[at] ?? FREE;
      if (known !== FREE) return known;
      if (size === terms.length) {
        grow();
        return this.add(term);
      }
      terms[size] = term;
      places[at] = size;
      size += 1;
      return size - 1;
    },
    find: (term) => places[seek(term)] ?? FREE,
    term: (number) => terms[number] ?? 0,
  };
}

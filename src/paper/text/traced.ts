/** A text that was put together from pieces of another and still knows where each piece came from. */
export class Traced {
  text = "";
  readonly #starts: number[] = [];
  readonly #origins: number[] = [];

  /** Adds a piece that stands at `origin` in the text as it was given. */
  append(piece: string, origin: number): this {
    if (piece === "") return this;
    const last = this.#starts.length - 1;
    const continues =
      last >= 0 &&
      (this.#origins[last] ?? 0) + this.text.length - (this.#starts[last] ?? 0) === origin;
    if (!continues) {
      this.#starts.push(this.text.length);
      this.#origins.push(origin);
    }
    this.text += piece;
    return this;
  }

  /** Where the character at `index` stood in the text as it was given. */
  originOf(index: number): number {
    const piece = this.#pieceAt(index);
    return (this.#origins[piece] ?? 0) + index - (this.#starts[piece] ?? 0);
  }

  #pieceAt(index: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A part, with its origins. */
  slice(start: number, end: number): Traced {
    const part = new Traced();
    for (let piece = this.#pieceAt(start), at = start; at < end; piece += 1) {
      const stop = Math.min(end, this.#starts[piece + 1] ?? this.text.length);
      part.append(this.text.slice(at, stop), this.originOf(at));
      if (stop >= this.text.length) break;
      at = stop;
    }
    return part;
  }

  /** The same with every match replaced; `change` is told of each. A match that `make` leaves out stays. */
  replace(
    pattern: RegExp,
    make: (match: RegExpExecArray) => string | undefined,
    change?: (before: string, after: string, origin: number) => void,
  ): Traced {
    let next: Traced | undefined;
    let done = 0;
    for (const match of this.text.matchAll(pattern)) {
      const after = make(match);
      if (after === undefined || after === match[0]) continue;
      next ??= new Traced();
      this.#copy(next, done, match.index);
      const origin = this.originOf(match.index);
      next.append(after, origin);
      done = match.index + match[0].length;
      change?.(match[0], after, origin);
    }
    if (next === undefined) return this;
    this.#copy(next, done, this.text.length);
    return next;
  }

  #piece = 0;

  /** Copies a stretch; stretches are asked for from left to right, so the pieces are walked once. */
  #copy(into: Traced, start: number, end: number): void {
    if (start === 0 || (this.#starts[this.#piece] ?? 0) > start) this.#piece = 0;
    for (let at = start; at < end;) {
      while ((this.#starts[this.#piece + 1] ?? Infinity) <= at) this.#piece += 1;
      const from = this.#starts[this.#piece] ?? 0;
      const stop = Math.min(end, this.#starts[this.#piece + 1] ?? this.text.length);
      into.append(this.text.slice(at, stop), (this.#origins[this.#piece] ?? 0) + at - from);
      at = stop;
    }
  }
}

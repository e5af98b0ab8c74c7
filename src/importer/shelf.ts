import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Until values weigh this much together, in UTF-16 units of their texts, they stay as they are. */
const IN_MEMORY = 32_000_000;
/** Values for the disk are gathered until they have so many bytes. */
const BATCH = 1 << 20;

/** A temporary file of JSON values, read by place. Its name is gone at once where the system allows that. */
class Spill {
  readonly #folder = mkdtempSync(join(tmpdir(), "carrel-"));
  readonly #file = openSync(join(this.#folder, "values"), "w+", 0o600);
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #open: Buffer[] = [];
  #written = 0;
  #size = 0;

  constructor() {
    const close = () => {
      closeSync(this.#file);
      rmSync(this.#folder, { recursive: true, force: true });
    };
    process.once("exit", close);
    if (process.platform === "win32") return;
    process.off("exit", close);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  put(value: unknown): number {
    const bytes = Buffer.from(JSON.stringify(value));
    this.#starts.push(this.#written + this.#size);
    this.#size += bytes.length;
    this.#ends.push(this.#written + this.#size);
    this.#open.push(bytes);
    if (this.#size >= BATCH) this.#flush();
    return this.#starts.length - 1;
  }

  take(place: number): unknown {
    const start = this.#starts[place] ?? 0;
    const end = this.#ends[place] ?? 0;
    if (end > this.#written) this.#flush();
    const bytes = Buffer.allocUnsafe(end - start);
    for (let at = 0; at < bytes.length;) {
      const count = readSync(this.#file, bytes, at, bytes.length - at, start + at);
      if (count === 0) throw new Error("a temporary file was cut off");
      at += count;
    }
    return JSON.parse(bytes.toString());
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#open);
    for (let at = 0; at < bytes.length;)
      at += writeSync(this.#file, bytes, at, bytes.length - at, this.#written + at);
    this.#written += bytes.length;
    this.#open = [];
    this.#size = 0;
  }
}

/**
 * Values, plain data as JSON has it, of which any number fits in memory: what goes beyond some hundred megabytes
 * is put on the disk, and read again when it is asked for. Of a value that was taken nothing may be changed.
 */
export class Shelf<Value> {
  readonly #weigh: (value: Value) => number;
  readonly #most: number;
  readonly #values: ({ value: Value } | number)[] = [];
  #weight = 0;
  #spill: Spill | undefined;
  /** What was read last: whoever asks for one part of a value asks for others, too. */
  #last: { place: number; value: Value } | undefined;

  /** `weigh` estimates a value's size, in UTF-16 units; from `most` together on values go to the disk. */
  constructor(weigh: (value: Value) => number, most = IN_MEMORY) {
    this.#weigh = weigh;
    this.#most = most;
  }

  get size(): number {
    return this.#values.length;
  }

  /** Puts a value there, and answers with its place. */
  add(value: Value): number {
    this.#values.push(this.#keep(value));
    return this.#values.length - 1;
  }

  /** Puts another value in the place of one. */
  replace(place: number, value: Value): void {
    this.#values[place] = this.#keep(value);
    if (this.#last?.place === place) this.#last = undefined;
  }

  take(place: number): Value {
    if (this.#last?.place === place) return this.#last.value;
    const kept = this.#values[place];
    if (kept === undefined) throw new RangeError(`no value at ${String(place)}`);
    if (typeof kept !== "number") return kept.value;
    const value = this.#spill?.take(kept) as Value;
    this.#last = { place, value };
    return value;
  }

  #keep(value: Value): { value: Value } | number {
    this.#weight += this.#weigh(value);
    if (this.#weight <= this.#most) return { value };
    this.#spill ??= new Spill();
    return this.#spill.put(value);
  }
}

/** Values by name, as a `Map` has them, on a shelf. */
export class ShelvedMap<Value> implements Iterable<[name: string, value: Value]> {
  readonly #places = new Map<string, number>();
  readonly #shelf: Shelf<Value>;

  constructor(weigh: (value: Value) => number, most?: number) {
    this.#shelf = new Shelf(weigh, most);
  }

  get size(): number {
    return this.#places.size;
  }

  set(name: string, value: Value): this {
    const place = this.#places.get(name);
    if (place === undefined) this.#places.set(name, this.#shelf.add(value));
    else this.#shelf.replace(place, value);
    return this;
  }

  get(name: string): Value | undefined {
    const place = this.#places.get(name);
    return place === undefined ? undefined : this.#shelf.take(place);
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  keys(): IterableIterator<string> {
    return this.#places.keys();
  }

  *[Symbol.iterator](): IterableIterator<[name: string, value: Value]> {
    for (const [name, place] of this.#places) yield [name, this.#shelf.take(place)];
  }
}

/** Texts by name. */
export const shelvedTexts = (most?: number): ShelvedMap<string> =>
  new ShelvedMap((text) => text.length, most);

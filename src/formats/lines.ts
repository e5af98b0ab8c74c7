/** Cuts a text into lines while it comes in, whatever ends them: LF, CR LF or CR. */
export class Lines {
  #rest: string[] = [];
  #halfEnd = false;
  #first = true;
  readonly #take: (line: string, number: number) => void;
  #number = 0;

  /** `take` is told each line, without its end, and its 1-based number. */
  constructor(take: (line: string, number: number) => void) {
    this.#take = take;
  }

  push(chunk: string): void {
    if (chunk === "") return;
    let text = this.#first ? chunk.replace(/^\uFEFF/u, "") : chunk;
    this.#first = false;
    // A carriage return at a piece's end may be half a line end.
    if (this.#halfEnd) text = `\r${text}`;
    this.#halfEnd = text.endsWith("\r");
    if (this.#halfEnd) text = text.slice(0, -1);
    const lines = text.split(/\r\n?|\n/u);
    const last = lines.pop() ?? "";
    for (const line of lines) this.#give(line);
    if (last !== "") this.#rest.push(last);
  }

  end(): void {
    if (this.#rest.length > 0) this.#give("");
  }

  #give(line: string): void {
    this.#number += 1;
    if (this.#rest.length === 0) this.#take(line, this.#number);
    else {
      this.#rest.push(line);
      const whole = this.#rest.join("");
      this.#rest = [];
      this.#take(whole, this.#number);
    }
  }
}

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { projectDir } from "../../lib/stage.ts";

/** What a command took. */
export interface Run {
  /** Wall time, seconds. */
  seconds: number;
  /** Processor time of it and its children, user and system, seconds. */
  processor: number;
  /** Largest resident memory of all its processes together, bytes; what they share counts for each. */
  memory: number;
  /** Largest of one process, by its name. */
  processes: Map<string, number>;
  output: string;
}

const EVERY = 200;
/** Clock ticks a second and bytes a page, as Linux has them on every machine that Node runs on. */
const TICKS = 100;
const PAGE = 4096;

interface Sample {
  name: string;
  parent: number;
  ticks: number;
  bytes: number;
}

/** Every process of this machine, out of `/proc`; none where there is no such thing. */
function readProcesses(): Map<number, Sample> {
  const found = new Map<number, Sample>();
  let names: string[] = [];
  try {
    names = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  } catch {
    return found;
  }
  for (const name of names) {
    try {
      const text = readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
      const at = (place: number) => Number(fields[place - 3] ?? 0);
      found.set(Number(name), {
        name: text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")),
        parent: at(4),
        ticks: at(14) + at(15),
        bytes: at(24) * PAGE,
      });
    } catch {
      // It ended meanwhile.
    }
  }
  return found;
}

/** Runs a command to its end and watches it and its children. Throws what it said when it fails. */
export async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const from = performance.now();
  const child = spawn(command, args, { cwd: projectDir, env: { ...process.env, ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (output += data.toString()));
  const processes = new Map<string, number>();
  const ticks = new Map<number, number>();
  let memory = 0;
  const look = () => {
    const all = readProcesses();
    const mine = [...all].filter(([id]) => {
      for (let at: number | undefined = id; at !== undefined && at > 1; at = all.get(at)?.parent)
        if (at === child.pid) return true;
      return false;
    });
    memory = Math.max(
      memory,
      mine.reduce((sum, [, { bytes }]) => sum + bytes, 0),
    );
    for (const [id, sample] of mine) {
      ticks.set(id, sample.ticks);
      processes.set(sample.name, Math.max(processes.get(sample.name) ?? 0, sample.bytes));
    }
  };
  const timer = setInterval(look, EVERY);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")}: ${output.slice(-2000)}`);
  const processor = [...ticks.values()].reduce((sum, each) => sum + each, 0) / TICKS;
  return { seconds: (performance.now() - from) / 1000, processor, memory, processes, output };
}

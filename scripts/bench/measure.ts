import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a program from start to exit. */
export interface Run {
  seconds: number;
  /** Peak of resident memory in MB; 0 where the system does not say. */
  peakMb: number;
  stdout: string;
}

const POLL_MS = 20;

/** Runs a command in a process of its own and waits for its end. */
export async function run(command: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  const pieces: Buffer[] = [];
  const complaints: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.on('data', (piece: Buffer) => complaints.push(piece));
  let peakMb = 0;
  const poll = setInterval(() => {
    peakMb = Math.max(peakMb, highWaterMark(child.pid));
  }, POLL_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => {
    clearInterval(poll);
  });
  if (code !== 0) {
    throw new Error(`${command.join(' ')} ended with ${code}: ${Buffer.concat(complaints).toString()}`);
  }
  return { seconds: (performance.now() - start) / 1000, peakMb, stdout: Buffer.concat(pieces).toString() };
}

/** The kernel's own record of the most memory that a process had (Linux). */
function highWaterMark(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

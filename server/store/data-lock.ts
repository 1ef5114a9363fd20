import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const holderSchema = z.object({ pid: z.int().positive(), startedAt: z.string() });

/** A data folder that another living process works on. */
export interface HeldElsewhere {
  readonly pid: number;
}

/**
 * Takes a data folder for this process alone: PGlite itself lets two processes open one folder, which destroys it.
 * Answers the function that gives it back, or who holds it. A lock left by a process that died is taken over.
 */
export function lockDataFolder(folder: string): { release: () => void } | HeldElsewhere {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'server.lock');
  const mine = JSON.stringify({ pid: process.pid, startedAt: processStart(process.pid) });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder)) return { pid: holder.pid };
    setAside(file);
  }
  throw new Error(`the lock ${file} changes faster than it can be taken`);
}

type Holder = z.infer<typeof holderSchema>;

function readHolder(file: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined; // -- cut by a crash, or gone: nobody alive holds it
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!hasCode(error, 'EPERM')) return false;
  }
  // After a restart of the machine the number may belong to another program: then the start differs.
  return holder.startedAt === processStart(holder.pid);
}

/** When a process started, as the system counts it; empty where the system does not say (Windows, macOS). */
function processStart(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22 of proc(5); the program's name, field 2, may hold spaces and ends at the last bracket.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}

// Renamed first: of two starters who both found a dead lock, only one can have moved it.
function setAside(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sha256Schema } from '#shared/core/ids.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { AuditLine } from '../services/audit.ts';
import { verifyAudit } from '../services/audit.ts';
import { listAudits, readAudit } from '../store/audit-store.ts';
import type { Command, Outcome } from './command.ts';
import { withDatabase, withProject } from './command.ts';

/** The audit into a file that can be verified anywhere. */
export const exportAudit: Command = {
  usage: 'export-audit FILE [--project CODE]',
  summary: 'write the audit as JSON lines: who signed in, took data out, changed registers',
  positionals: 1,
  options: { project: { type: 'string' } },
  run: async (invocation) =>
    withProject(invocation, async (db, project) => {
      const [file = ''] = invocation.positionals;
      const lines = readAudit(db, project);
      await pipeline(Readable.from(toLines(lines)), createWriteStream(file, { mode: 0o600 }));
      return ok(`The audit of ${project} is in ${file}.`);
    }),
};

async function* toLines(lines: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const line of lines) yield `${canonicalJson(line)}\n`;
}

/** Whether the chain holds. */
export const checkAudit: Command = {
  usage: 'verify-audit [--file FILE] [--head NUMBER:HASH] [--project CODE]',
  summary:
    'follow the chain of the audit, of the database or of an exported file; --head: as it was written down before',
  positionals: 0,
  options: {
    project: { type: 'string' },
    file: { type: 'string' },
    head: { type: 'string' },
  },
  run: async ({ config, option }) => {
    const known = readHead(option('head'));
    if (!known.ok) return known;
    const file = option('file');
    if (file !== undefined) return judge(linesOf(file), known.value);
    return withDatabase(config, async (db) => {
      const named = option('project');
      const chains = (await listAudits(db)).filter((one) => named === undefined || one === named);
      if (chains.length > 1 && known.value) return err('name the project of the head: --project');
      const told: string[] = [];
      for (const project of chains) {
        const outcome = await judge(readAudit(db, project), known.value);
        if (!outcome.ok) return err(`${project}: ${outcome.error}`);
        told.push(`${project}: ${outcome.value}`);
      }
      return ok(told.join('\n') || 'There is no audit yet.');
    });
  },
};

type Head = Pick<AuditLine, 'number' | 'hash'>;

async function judge(lines: AsyncIterable<unknown>, known: Head | undefined): Promise<Outcome> {
  const verdict = await verifyAudit(lines, known);
  if (!verdict.isWhole) return err(`line ${verdict.number}: ${verdict.problem}`);
  if (!verdict.last) return ok('The audit is empty.');
  const { number, hash } = verdict.last;
  return ok(`The audit is whole: ${number} lines. Write down its head: ${number}:${hash}`);
}

function readHead(text: string | undefined): Result<Head | undefined, string> {
  if (text === undefined) return ok(undefined);
  const [number, hash] = text.split(':');
  const parsed = sha256Schema.safeParse(hash);
  return /^[1-9]\d{0,8}$/.test(number ?? '') && parsed.success
    ? ok({ number: Number(number), hash: parsed.data })
    : err('--head must be NUMBER:HASH, as verify-audit and the settings page say it');
}

async function* linesOf(file: string): AsyncGenerator {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    try {
      yield JSON.parse(line);
    } catch {
      yield line;
    }
  }
}

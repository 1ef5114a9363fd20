import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { buildPage, openBrowser } from './bench-browser.ts';
import { fieldPrices } from './field-prices.ts';
import { sampleAccount } from './node-device.ts';
import { peerDocOf } from './peers/peer-doc.ts';
import type { LinkQuality } from './slow-link.ts';
import { openLink } from './slow-link.ts';
import { startPostgres } from './start-postgres.ts';
import type { ServerProcess } from './start-server.ts';
import { startServer } from './start-server.ts';

/** Ways to bring records from a browser to a server: the product's, and others'. */
export const peers = ['pouchdb', 'rxdb', 'openrosa'] as const;
export type Peer = (typeof peers)[number];
export type Carrier = 'product' | Peer;

/** How a transfer went. */
export interface Transfer {
  readonly ms: number;
  /** Bytes in both directions, headers and all. */
  readonly bytes: number;
  readonly resets: number;
}

/** Everything transfers need that is the same for all of them. */
export interface TransferStage {
  /** Brings as many new records over a line, from a new browser to a new server. */
  transfer(carrier: Carrier, records: number, line: LinkQuality): Promise<Transfer>;
}

/** Runs a bench with a PostgreSQL that flushes, as the servers of all but PouchDB, which brings its own, use it. */
export async function onTransferStage<T>(act: (stage: TransferStage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
  const pages = {
    product: await buildPage('store-page', folder),
    peer: await buildPage('peers', folder),
  };
  let count = 0;

  async function transfer(carrier: Carrier, records: number, line: LinkQuality): Promise<Transfer> {
    count += 1;
    const postgres = await startPostgres({ fsync: true });
    const data = path.join(folder, `${carrier}-${count}`);
    const server = await startCarrier(carrier, data, postgres.url, pages);
    const link = await openLink(server.port);
    const browser = await openBrowser(path.join(folder, `profile-${count}`));
    try {
      const page = browser.pages()[0] ?? (await browser.newPage());
      const address = `http://127.0.0.1:${link.port}/`;
      page.on('pageerror', (error) => console.error(error));
      await page.goto(address);
      await fill(page, carrier, records, address);
      link.become(line);
      const ms = await push(page, carrier);
      const { up, down, resets } = link.counts;
      return { ms, bytes: up + down, resets };
    } finally {
      await browser.close();
      await link.close();
      await server.end('SIGTERM');
      await postgres.stop();
    }
  }

  try {
    return await act({ transfer });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function startCarrier(
  carrier: Carrier,
  data: string,
  databaseUrl: string,
  pages: { readonly product: string; readonly peer: string },
): Promise<ServerProcess> {
  if (carrier === 'product') {
    const place = { BAZARNEGAR_DATA: data, DATABASE_URL: databaseUrl };
    return startServer(
      { ...place, BAZARNEGAR_SAMPLE: '1', BAZARNEGAR_PAGE: pages.product },
      'built',
    );
  }
  const settings = { PEER_DATA: data, PEER_PAGE: pages.peer, DATABASE_URL: databaseUrl };
  return startServer(settings, carrier === 'pouchdb' ? 'pouchdb' : 'table');
}

async function fill(page: Page, carrier: Carrier, records: number, address: string): Promise<void> {
  const prices = fieldPrices(records);
  if (carrier === 'product') {
    const account = await sampleAccount(address, 'surveyor');
    await page.evaluate(async (signIn) => {
      const store = await window.storePage;
      await store.signIn(signIn);
      await store.sync();
    }, account);
    await page.evaluate(
      async (all) => (await window.storePage).savePrices(all),
      JSON.stringify(prices),
    );
    return;
  }
  const docs = JSON.stringify(prices.map(peerDocOf));
  await page.waitForFunction(() => 'peers' in window);
  await page.evaluate(async ([peer, all]) => window.peers[peer].fill(all), [
    carrier,
    docs,
  ] as const);
}

async function push(page: Page, carrier: Carrier): Promise<number> {
  return carrier === 'product'
    ? page.evaluate(async () => (await window.storePage).sync())
    : page.evaluate(async (peer) => window.peers[peer].push(), carrier);
}

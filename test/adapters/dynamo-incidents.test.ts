import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DynamoIncidents } from '../../lambdas/adapters/dynamo-incidents.ts';
import { MemoryIncidents } from '../../lambdas/adapters/memory-incidents.ts';
import { endOf } from '../../lambdas/core/hour.ts';
import type { Incidents } from '../../lambdas/core/ports.ts';
import { exampleAlert, exampleIncident } from '../example-incident.ts';
import { startEmbeddedTable } from './embedded-table.ts';
import type { EmbeddedTable } from './embedded-table.ts';

let embedded: EmbeddedTable;
let isp = '';
let count = 0;
beforeAll(async () => {
  embedded = await startEmbeddedTable();
});
afterAll(() => embedded.stop());
beforeEach(() => {
  isp = `isp-${++count}`;
});

const NOW = new Date('2026-11-24T03:00:00Z');
const inTable = (now = NOW) =>
  new DynamoIncidents({ client: embedded.client, table: embedded.table, retentionDays: 400, now: () => now });

const ADAPTERS: Record<string, () => Incidents> = {
  dynamo: () => inTable(),
  memory: () => new MemoryIncidents(),
};

for (const [name, create] of Object.entries(ADAPTERS)) {
  describe(`incidents (${name})`, () => {
    test('an unknown one is undefined', async () => {
      expect(await create().load(isp)).toBeUndefined();
    });
    test('one is read as it was written, with its unsent alerts', async () => {
      const incidents = create();
      const incident = exampleIncident({
        matter: isp,
        unsent: [exampleAlert({ isp, text: 'žluťoučký\n"quoted"' })],
      });
      expect(await incidents.save(incident)).toBe(true);
      expect(await incidents.load(isp)).toEqual(incident);
    });
    test('each revision is written once', async () => {
      const incidents = create();
      expect(await incidents.save(exampleIncident({ matter: isp, revision: 2 }))).toBe(false);
      expect(await incidents.save(exampleIncident({ matter: isp, revision: 1 }))).toBe(true);
      expect(await incidents.save(exampleIncident({ matter: isp, revision: 1, sequence: 7 }))).toBe(false);
      expect(await incidents.save(exampleIncident({ matter: isp, revision: 3 }))).toBe(false);
      expect(await incidents.save(exampleIncident({ matter: isp, revision: 2, sequence: 2 }))).toBe(true);
      expect(await incidents.load(isp)).toMatchObject({ revision: 2, sequence: 2 });
    });
    test('of many writers of one revision one wins', async () => {
      const incidents = create();
      const writes = Array.from({ length: 20 }, (_, sequence) =>
        incidents.save(exampleIncident({ matter: isp, sequence })),
      );
      expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
    });
    test('names out of files make keys like any other', async () => {
      const incidents = create();
      for (const hostile of [
        `other:__proto__${isp}`,
        `other:ex#ample/STATE.${isp}`,
        `other:bücher.de${isp}`,
      ]) {
        expect(await incidents.save(exampleIncident({ matter: hostile }))).toBe(true);
        expect((await incidents.load(hostile))?.matter).toBe(hostile);
      }
    });
    test('an incident of an ISP called roster is not the roster', async () => {
      const incidents = create();
      const before = await incidents.roster();
      await incidents.save(exampleIncident({ matter: 'roster' }));
      expect(await incidents.roster()).toEqual(before);
    });
  });
}

describe('the roster (dynamo)', () => {
  test('begins empty, and each revision is written once', async () => {
    const incidents = inTable();
    expect(await incidents.roster()).toEqual({ revision: 0, judgedAt: null, matters: [] });
    const first = { revision: 1, judgedAt: NOW.toISOString(), matters: ['gmail', 'other:example.com'] };
    expect(await incidents.saveRoster(first)).toBe(true);
    expect(await incidents.saveRoster({ ...first, matters: [] })).toBe(false);
    expect(await incidents.roster()).toEqual(first);
    expect(await incidents.saveRoster({ ...first, revision: 2, matters: [] })).toBe(true);
    expect(await incidents.roster()).toMatchObject({ revision: 2, matters: [] });
  });
});

describe('items in the table', () => {
  const read = async (sk: string) => {
    const key = { pk: { S: `INCIDENT#${isp}` }, sk: { S: sk } };
    const { Item: item } = await embedded.client.send(
      new GetItemCommand({ TableName: embedded.table, Key: key }),
    );
    return item;
  };

  test('an incident that lacks something is refused with the name of its item', async () => {
    await inTable().save(exampleIncident({ matter: isp }));
    const { lastTrouble: _, ...incident } = exampleIncident({ matter: isp });
    await embedded.client.send(
      new PutItemCommand({
        TableName: embedded.table,
        Item: { ...(await read('STATE')), incident: { S: JSON.stringify(incident) } },
      }),
    );
    await expect(inTable().load(isp)).rejects.toThrow(
      new RegExp(`^item INCIDENT#${isp} STATE .*incident.lastTrouble`),
    );
  });
  test('an open incident never expires', async () => {
    await inTable().save(exampleIncident({ matter: isp }));
    expect((await read('STATE'))?.['expires']).toBeUndefined();
    const centuries = new Date('2226-01-01T00:00:00Z');
    expect(await inTable(centuries).load(isp)).toBeDefined();
  });
  test('a resolved incident whose all-clear is unsent never expires', async () => {
    await inTable().save(
      exampleIncident({
        matter: isp,
        status: 'resolved',
        toldUntil: '2026-11-24T04',
        unsent: [exampleAlert({ isp })],
      }),
    );
    expect((await read('STATE'))?.['expires']).toBeUndefined();
  });
  test('a resolved incident expires with the last hour it reported, and may then be written anew', async () => {
    const toldUntil = '2026-11-24T04';
    await inTable().save(exampleIncident({ matter: isp, revision: 1, status: 'resolved', toldUntil }));
    const expires = endOf(toldUntil) + (400 + 35) * 86_400_000;
    expect((await read('STATE'))?.['expires']).toEqual({ N: String(expires / 1000) });
    const later = inTable(new Date(expires));
    expect(await later.load(isp)).toBeUndefined();
    expect(await later.save(exampleIncident({ matter: isp, revision: 1 }))).toBe(true);
    expect((await later.load(isp))?.status).toBe('open');
  });
  test('a sent alert is kept once, under its time and id', async () => {
    const incidents = inTable();
    const alert = exampleAlert({ isp });
    await incidents.keep(alert);
    await incidents.keep(alert);
    const { Items: items = [] } = await embedded.client.send(
      new QueryCommand({
        TableName: embedded.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: `INCIDENT#${isp}` } },
      }),
    );
    expect(items.map((item) => item['sk']?.S)).toEqual([`EVENT#${alert.at}#${alert.alertId}`]);
    expect(JSON.parse(items[0]?.['alert']?.S ?? '')).toEqual(alert);
    expect(items[0]?.['expires']).toEqual({ N: String(endOf('2026-11-24T02') / 1000 + 400 * 86_400) });
  });
});

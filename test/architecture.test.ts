import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  /** The file that imports, from the root of the project. */
  from: string;
  /** A package, or the file that is imported, from the root of the project. */
  to: string;
  typeOnly: boolean;
}

const files = ['bin', 'lib', 'lambdas'].flatMap(sourcesIn);
const imports = files.flatMap(importsOf);

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

function importsOf(from: string): Import[] {
  const source = readFileSync(join(ROOT, from), 'utf8');
  const statements = source.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm,
  );
  return [...statements].map(([, type, to]) => ({
    from,
    to: to!.startsWith('.') ? relative(ROOT, join(ROOT, dirname(from), to!)) : to!,
    typeOnly: type !== undefined,
  }));
}

/** The one file of the adapters that others take as well: what they grant, filter and receive is laid out by it. */
const TABLE_LAYOUT = 'lambdas/adapters/table-layout.ts';

/** Where something may be imported from: the first part that matches its path decides. */
const PARTS = ['lambdas/core', 'lambdas/adapters', 'lambdas', 'lib', 'bin'] as const;
type Part = (typeof PARTS)[number] | 'packages';

function partOf(path: string): Part {
  return PARTS.find((part) => path.startsWith(`${part}/`)) ?? 'packages';
}

describe('imports go one way', () => {
  test('there is something to look at', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(200);
  });

  test('the command line imports no devDependency, so that `npm ci --omit=dev` is enough for it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const needed = imports.filter(
      ({ from, to, typeOnly }) =>
        /^(bin|lambdas)\//.test(from) &&
        !/\/(app|handler|deployment)\.ts$/.test(from) &&
        !typeOnly &&
        partOf(to) === 'packages' &&
        !to.startsWith('node:') &&
        to !== 'package.json',
    );
    expect(needed.length).toBeGreaterThan(20);
    expect(needed.filter(({ to }) => !(to in dependencies))).toEqual([]);
  });

  test('nothing imports from the tests but scripts their fakes', () => {
    expect(imports.filter(({ to }) => to.startsWith('test/'))).toEqual([]);
    const ofScripts = sourcesIn('scripts').flatMap(importsOf);
    expect(ofScripts.filter(({ to }) => /^test\/(?!fakes\/)/.test(to))).toEqual([]);
  });

  test('tests of the core stand on nothing of a use case and its tests', () => {
    const ofCore = sourcesIn('test/core').flatMap(importsOf);
    expect(ofCore.length).toBeGreaterThan(200);
    const useCase = /^(?:test|lambdas)\/(?:ingest|tally|evaluate|reconcile)\//;
    expect(ofCore.filter(({ to }) => useCase.test(to))).toEqual([]);
  });

  const allowed: Record<Exclude<Part, 'packages'>, Part[]> = {
    'lambdas/core': ['lambdas/core', 'packages'],
    'lambdas/adapters': ['lambdas/core', 'lambdas/adapters', 'packages'],
    lambdas: ['lambdas/core', 'lambdas/adapters', 'lambdas', 'packages'],
    lib: ['lib', 'lambdas', 'packages'],
    bin: ['lambdas/core', 'lambdas/adapters', 'lambdas', 'lib', 'bin', 'packages'],
  };
  test.each(Object.entries(allowed))('%s imports from %j only', (part, targets) => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        partOf(from) === part &&
        !targets.includes(partOf(to)) &&
        !(part === 'lib' && typeOnly && partOf(to) === 'lambdas/core') &&
        !(part === 'lib' && to === TABLE_LAYOUT) &&
        to !== 'deferral-watch.config.json',
    );
    expect(wrong).toEqual([]);
  });

  test("infrastructure takes from the functions what their settings say, the table's layout, and types", () => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        partOf(from) === 'lib' &&
        to.startsWith('lambdas/') &&
        !typeOnly &&
        to !== TABLE_LAYOUT &&
        !/^lambdas\/[a-z]+\/settings\.ts$/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  test("the table's layout is constants alone: it brings no SDK into the infrastructure", () => {
    expect(files).toContain(TABLE_LAYOUT);
    expect(imports.filter(({ from }) => from === TABLE_LAYOUT)).toEqual([]);
  });

  test('a use case knows neither the SDK, nor logging, nor an adapter; only its handler does', () => {
    const useCases = imports.filter(
      ({ from }) => /^lambdas\/(?!core\/|adapters\/)/.test(from) && !from.endsWith('/handler.ts'),
    );
    expect(useCases.length).toBeGreaterThan(10);
    const wrong = useCases.filter(({ to }) => /^@aws|^lambdas\/adapters\//.test(to));
    // The table's stream sends keys, which an event is made of.
    expect(wrong.filter(({ from, to }) => !(from.endsWith('/event.ts') && to === TABLE_LAYOUT))).toEqual([]);
  });

  test('only a handler takes the settings that are built in: the command line reads its own', () => {
    const takers = imports.filter(({ to }) => to === 'lambdas/adapters/deployment.ts');
    expect(takers.map(({ from }) => from.split('/').at(-1))).toEqual([
      'handler.ts',
      'handler.ts',
      'handler.ts',
    ]);
    const readers = imports.filter(({ to }) => to === 'deferral-watch.config.json');
    expect(readers.map(({ from }) => from)).toEqual(['lambdas/adapters/deployment.ts']);
  });
});

describe('the core is pure', () => {
  const core = files.filter((file) => partOf(file) === 'lambdas/core');

  test('it takes from Node only what computes', () => {
    const packages = imports.filter(
      ({ from, to }) => partOf(from) === 'lambdas/core' && partOf(to) === 'packages',
    );
    const known = ['zod', 'minizlib', 'node:zlib', 'node:crypto', 'node:buffer', 'node:url'];
    expect(packages.filter(({ to }) => !known.includes(to))).toEqual([]);
    expect(known.filter((name) => !packages.some(({ to }) => to === name))).toEqual([]);
  });

  test('it reads no clock, no environment, and prints nothing', () => {
    const impure =
      /\bprocess\.|\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;
    expect(
      core.filter((file) => impure.test(withoutComments(readFileSync(join(ROOT, file), 'utf8')))),
    ).toEqual([]);
  });
});

describe('what replies mean is known without anything around it', () => {
  test('replies and receivers import nothing but each other', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        /^lambdas\/core\/(replies|receivers)\//.test(from) &&
        !/^lambdas\/core\/(replies|receivers)\/|^node:/.test(to),
    );
    expect(wrong).toEqual([]);
  });
});

describe('an alert is made in one direction', () => {
  const rooms = ['judge', 'life-cycle', 'message'];
  const roomOf = (file: string) =>
    rooms.indexOf(/^lambdas\/core\/incidents\/([^/]+)\//.exec(file)?.[1] ?? '');

  test('judging knows nothing of incidents, and incidents nothing of their words', () => {
    const within = imports.filter(({ from, to }) => roomOf(from) >= 0 && roomOf(to) >= 0);
    expect(within.length).toBeGreaterThan(20);
    expect(within.filter(({ from, to }) => roomOf(to) > roomOf(from))).toEqual([]);
  });
});

test('private members are written in one way, which the language of the kernel knows, too', () => {
  const privateName = /\bthis\.#|^\s+(?:readonly |static |async )*#[a-z]/m;
  expect(files.filter((file) => privateName.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

describe('a stage has the same name everywhere', () => {
  test.each(['ingest', 'tally', 'evaluate'])('%s', (stage) => {
    for (const file of [
      `lib/${stage}.ts`,
      ...['handler', 'event', stage, 'telemetry', 'settings'].map((name) => `lambdas/${stage}/${name}.ts`),
    ]) {
      expect(files).toContain(file);
    }
  });

  test('there are no folders or files for what has no name of its own', () => {
    const nameless = /(^|\/)(utils?|helpers?|common|types|services?|managers?|index)(\.ts|\/)/;
    expect(files.filter((file) => nameless.test(file))).toEqual([]);
  });
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

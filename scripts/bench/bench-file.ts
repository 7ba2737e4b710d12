import { DAYS } from './files/rows.ts';
import type { Day } from './files/rows.ts';

/** Bytes of a file by the word that names them. */
const SIZES = { '10mb': 1e7, '100mb': 1e8, '1gb': 1e9 } as const;
export type Size = keyof typeof SIZES;

/** The form of a file: plain, compressed, or its rows in several files. */
const FORMS = ['', '.gz', '.parts'] as const;
export type Form = (typeof FORMS)[number];

/** A file that the bench can make. */
export interface BenchFile {
  name: string;
  day: Day;
  size: Size;
  bytes: number;
  form: Form;
}

export const FILE_NAMES_ALLOWED =
  `a file is named ${DAYS.join(' or ')}, then ${Object.keys(SIZES)
    .map((size) => `-${size}`)
    .join(' or ')}, then nothing or ${FORMS.filter((form) => form !== '').join(' or ')}, ` +
  'such as quiet-1gb or storm-100mb.gz';

const FILES: ReadonlyMap<string, BenchFile> = new Map(
  DAYS.flatMap((day) =>
    (Object.entries(SIZES) as [Size, number][]).flatMap(([size, bytes]) =>
      FORMS.map((form) => {
        const name = `${day}-${size}${form}`;
        return [name, { name, day, size, bytes, form }] as const;
      }),
    ),
  ),
);

/** The file of a name such as `quiet-1gb`, `storm-100mb.gz` or `quiet-1gb.parts`; undefined for any other name. */
export function benchFile(name: string): BenchFile | undefined {
  return FILES.get(name);
}

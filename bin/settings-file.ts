import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { checkSettings } from '../lambdas/core/knowledge/check-settings.ts';
import { parseSettings, SettingsError } from '../lambdas/core/settings.ts';
import type { Settings } from '../lambdas/core/settings.ts';

/** The settings file that is read if none is named. */
export const SETTINGS_FILE = 'deferral-watch.config.json';

/** More entries for lists of the settings, by the name of the list. */
export type AddedEntries = Readonly<Record<string, readonly string[]>>;

/**
 * The settings in a file. If none is named, those of `deferral-watch.config.json`; if there is none, the defaults.
 *
 * @param directory where the file is, unless its path is absolute
 * @throws SettingsError if the named file is missing, or for anything that is wrong in it: all of it in one message
 */
export function readSettings(
  path: string | undefined,
  directory: string,
  added: AddedEntries = {},
): Settings {
  const origin = path ?? SETTINGS_FILE;
  const text = textOf(resolve(directory, origin), origin, path !== undefined);
  if (text === undefined) return parseSettings(withAdded({}, added), 'the default settings');
  const settings = parseSettings(withAdded(settingsJson(text, origin), added), origin);
  checkSettings(settings, origin);
  return settings;
}

/** What has the wrong shape is left as it is, so that the validation names it. */
function withAdded(file: unknown, added: AddedEntries): unknown {
  const settings = z.record(z.string(), z.unknown()).safeParse(file);
  if (!settings.success) return file;
  const longer = Object.entries(added).map(([name, entries]) => {
    const list = settings.data[name] ?? [];
    return [name, Array.isArray(list) ? [...(list as unknown[]), ...entries] : list] as const;
  });
  return { ...settings.data, ...Object.fromEntries(longer) };
}

function textOf(path: string, origin: string, isNamed: boolean): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' && !isNamed) return undefined;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it could not be read (${String(code)})`;
    throw new SettingsError(`the settings file ${origin} cannot be used: ${reason}`);
  }
}

/**
 * What the text of a settings file holds, not validated yet.
 *
 * @throws SettingsError that names the origin, if the text is not JSON
 */
export function settingsJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`${origin} is not JSON${placeIn(text, reason)}: ${reason}`);
  }
}

/** The line of the position that JSON.parse names: editors show lines. */
function placeIn(text: string, reason: string): string {
  const [, position] = /at position (\d+)/.exec(reason) ?? [];
  if (position === undefined) return '';
  return `, line ${text.slice(0, Number(position)).split('\n').length} (comments and commas after the last entry are not allowed)`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSettings } from '../lambdas/core/knowledge/check-settings.ts';
import { parseSettings, SettingsError } from '../lambdas/core/settings.ts';
import type { Settings } from '../lambdas/core/settings.ts';

/** The settings file that is read where none is named. */
export const SETTINGS_FILE = 'deferral-watch.config.json';

/**
 * The settings in a file; without one those of `deferral-watch.config.json` in the working directory, without that
 * the defaults. Fails with a SettingsError that names the file and everything that is wrong with it.
 */
export function readSettings(path?: string, workingDirectory: string = process.cwd()): Settings {
  const origin = path ?? SETTINGS_FILE;
  const text = textOf(path ?? join(workingDirectory, SETTINGS_FILE), origin, path !== undefined);
  if (text === undefined) return parseSettings({}, 'the default settings');
  const settings = parseSettings(settingsJson(text, origin), origin);
  checkSettings(settings, origin);
  return settings;
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

/** What the text of a settings file holds, not validated yet. Fails with a SettingsError that names the file. */
export function settingsJson(text: string, origin: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`${origin} is not JSON${placeIn(text, reason)}: ${reason}`);
  }
}

/** The line of the position that JSON.parse names, for a person who looks at an editor. */
function placeIn(text: string, reason: string): string {
  const [, position] = /at position (\d+)/.exec(reason) ?? [];
  if (position === undefined) return '';
  return `, line ${text.slice(0, Number(position)).split('\n').length} (comments and commas after the last entry are not allowed)`;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf, type ModuleName, rulesInForce } from '@permanence/locality-hub/domain';
import { type Collection, type FoundRow, rowOfIndex } from './collection.js';
import type { Plant, PlantedChild } from './planting.js';
import { plantsOfAChild } from './plants-of-a-child.js';
import { plantsOfOneRow } from './plants-of-one-row.js';

const FILES: readonly ModuleName[] = ['Header', 'Episodes', 'UASC'];

type Kind = 'found' | 'near' | 'differs';

/** A planted child in the files: all its rows, and those of them that the rule must find. */
export type Planted = Readonly<{ rule: string; kind: Kind; rows: readonly FoundRow[]; broken: readonly FoundRow[] }>;

/** A collection with planted errors of every rule in force. */
export type PlantedCollection = Readonly<{ collection: Collection; planted: readonly Planted[] }>;

type Lines = Map<ModuleName, string[]>;

const addChild = (lines: Lines, code: string, rows: PlantedChild): Pick<Planted, 'rows' | 'broken'> => {
  const placed = rows.map(({ module, cells, isBroken }) => {
    const file = lines.get(module) ?? [];
    file.push(columnsOf(module).map((column) => (column === 'CHILD' ? code : (cells[column] ?? ''))).join(','));
    return { row: `${module} ${rowOfIndex(file.length - 1)}` as FoundRow, isBroken };
  });
  return { rows: placed.map(({ row }) => row), broken: placed.filter(({ isBroken }) => isBroken).map(({ row }) => row) };
};

const KINDS: readonly Kind[] = ['found', 'near', 'differs'];

const addPlant = (lines: Lines, plant: Plant): Planted[] =>
  KINDS.flatMap((kind) => (plant[kind] ?? []).map((child, at): Planted => ({ rule: plant.rule, kind, ...addChild(lines, `R${plant.rule}${kind.charAt(0).toUpperCase()}${at}`, child) })));

/** Writes the files of one year with planted errors into a folder. */
export const writePlanted = (folder: string, year: number): PlantedCollection => {
  const inForce = new Set(rulesInForce(year).map(({ code }) => code));
  const lines: Lines = new Map(FILES.map((module) => [module, []]));
  const planted = [...plantsOfOneRow(year), ...plantsOfAChild(year)].filter(({ rule }) => inForce.has(rule)).flatMap((plant) => addPlant(lines, plant));
  mkdirSync(folder, { recursive: true });
  const now = FILES.map((module) => {
    const path = join(folder, `${module.toLowerCase()}.csv`);
    writeFileSync(path, [columnsOf(module).join(','), ...(lines.get(module) ?? []), ''].join('\r\n'));
    return path;
  });
  return { collection: { name: `planted ${year}`, year, now, last: [] }, planted };
};

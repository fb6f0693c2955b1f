import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { onlyForInstalling, type Target } from './targets.ts';

const names = z.record(z.string(), z.string()).default({});
const systems = z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional();
const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      dependencies: names,
      optionalDependencies: names,
      os: systems,
      cpu: systems,
      libc: systems,
    }),
  ),
});

/** One package as the lockfile has it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** The hash that its archive must have, as npm writes it. */
  readonly integrity: string;
  /** Where npm puts it, from the root of the tree. */
  readonly place: string;
}

/** What `package-lock.json` says: the only versions and hashes that are packed. */
export class Lockfile {
  readonly #packages: z.output<typeof lockfileSchema>['packages'];

  constructor(path: string) {
    this.#packages = lockfileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).packages;
  }

  /** A package of the root. Throws where there is none. */
  get(name: string): LockedPackage {
    return this.#at(`node_modules/${name}`);
  }

  /** Packages with all that they need to run on a target. */
  closureOf(roots: readonly string[], target: Target): LockedPackage[] {
    const found = new Map<string, LockedPackage>();
    const visit = (name: string, from: string, isOptional: boolean): void => {
      const place = this.#resolve(name, from);
      if (place === undefined && isOptional) return;
      if (place === undefined) throw new Error(`The lockfile has no ${name}, which ${from} needs.`);
      if (found.has(place) || !this.#fits(place, target)) return;
      found.set(place, this.#at(place));
      const { dependencies, optionalDependencies } = this.#packages[place]!;
      const needs = Object.keys(dependencies).filter((need) => !onlyForInstalling.has(need));
      for (const need of needs) visit(need, place, need in optionalDependencies);
      for (const need of Object.keys(optionalDependencies)) visit(need, place, true);
    };
    for (const root of roots) visit(root, 'agent', false);
    return [...found.values()];
  }

  /** Where Node would find a package, seen from another's place. */
  #resolve(name: string, from: string): string | undefined {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      const place = `${folder && `${folder}/`}node_modules/${name}`;
      if (place in this.#packages) return place;
      if (folder === '') return undefined;
    }
  }

  #fits(place: string, { os, cpu }: Target): boolean {
    const entry = this.#packages[place]!;
    const allows = (list: string[] | undefined, one: string): boolean => !list || list.includes(one);
    return allows(entry.os, os) && allows(entry.cpu, cpu) && allows(entry.libc, 'glibc');
  }

  #at(place: string): LockedPackage {
    const { version, integrity } = this.#packages[place] ?? {};
    if (version === undefined || integrity === undefined)
      throw new Error(`The lockfile does not pin ${place}.`);
    return {
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      integrity,
      place,
    };
  }
}

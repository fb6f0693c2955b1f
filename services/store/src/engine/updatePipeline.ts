import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { compileTransform, stageOf } from './transforms.ts';

const MAX_STAGES = 100;

/** Compiles an update that is a pipeline of `$set`, `$unset`, `$project` and `$replaceWith` stages. */
export function compileUpdatePipeline(stages: unknown[]): (doc: Doc) => Doc {
  if (stages.length > MAX_STAGES) throw new CommandError(2, `an update has at most ${MAX_STAGES} stages`);
  const transforms = stages.map((stage) => {
    const [name, specification] = stageOf(stage);
    const transform = compileTransform(name, specification);
    if (!transform) throw new CommandError(72, `${name} is not allowed to be used within an update`);
    return transform;
  });
  return (doc) => transforms.reduce((current, transform) => transform(current), doc);
}

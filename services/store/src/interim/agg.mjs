import { compare, isPlain, numOf, fail } from './values.mjs';
export const sorter = spec => {
  const ks = Object.entries(spec).map(([k, d]) => [k.split('.'), Number(isPlain(d) ? 1 : numOf(d))]);
  const pick = (d, p, dir, i = 0) => {
    let v = d;
    for (; i < p.length; i++) { if (Array.isArray(v) && !/^\d+$/.test(p[i])) { let b; for (const e of v) { const x = pick(e, p, dir, i); if (b === undefined || compare(x, b) * dir < 0) b = x; } return b; } if (v == null || typeof v !== 'object') return undefined; v = v[p[i]]; }
    if (Array.isArray(v)) { if (!v.length) return undefined; let b; for (const x of v) if (b === undefined || compare(x, b) * dir < 0) b = x; return b; }
    return v;
  };
  return { key: d => ks.map(([p, dir]) => pick(d, p, dir)), cmp: (a, b) => { for (let i = 0; i < ks.length; i++) { const c = compare(a[i], b[i]); if (c) return c * ks[i][1]; } return 0; } };
};
export function runStages() { throw fail(238, 'aggregation is not supported yet'); }
export const wrap = e => e;
export const constExpr = e => e;
export function exprCompiler() { return () => { throw fail(238, 'expressions are not supported yet'); }; }

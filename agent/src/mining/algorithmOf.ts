import type { MinerKind } from './MinerProgram.ts';

interface Coin {
  readonly symbol: string;
  readonly name: string;
  /** Its algorithm as each program calls it. */
  readonly algorithms: Partial<Record<MinerKind, string>>;
}

const coins: readonly Coin[] = [
  { symbol: 'ALPH', name: 'Alephium', algorithms: { T_REX: 'blake3', LOLMINER: 'ALEPH' } },
  { symbol: 'BEAM', name: 'Beam', algorithms: { LOLMINER: 'BEAM-III' } },
  { symbol: 'CFX', name: 'Conflux', algorithms: { T_REX: 'octopus' } },
  { symbol: 'ERG', name: 'Ergo', algorithms: { T_REX: 'autolykos2', LOLMINER: 'AUTOLYKOS2' } },
  { symbol: 'ETC', name: 'EthereumClassic', algorithms: { T_REX: 'etchash', LOLMINER: 'ETCHASH' } },
  { symbol: 'FIRO', name: 'Firo', algorithms: { T_REX: 'firopow' } },
  { symbol: 'FLUX', name: 'Flux', algorithms: { LOLMINER: 'FLUX' } },
  { symbol: 'KAS', name: 'Kaspa', algorithms: { LOLMINER: 'KASPA' } },
  { symbol: 'RVN', name: 'Ravencoin', algorithms: { T_REX: 'kawpow' } },
];

/** A coin's algorithm as a program calls it, null where it has none; what is no coin known here is an algorithm itself. */
export function algorithmOf(coin: string, kind: MinerKind): string | null {
  const wanted = coin.toLowerCase();
  const known = coins.find(({ symbol, name }) =>
    [symbol, name].some((each) => each.toLowerCase() === wanted),
  );
  return known ? (known.algorithms[kind] ?? null) : coin;
}

const patienceMs = 60_000;

/** Asks until it is so. Rejects after a minute. */
export async function until(isSo: () => Promise<boolean>) {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('It did not come about within a minute');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

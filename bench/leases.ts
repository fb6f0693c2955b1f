export async function benchLeases(): Promise<void> {}

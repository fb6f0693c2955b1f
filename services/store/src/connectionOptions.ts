/**
 * How every connection of the product is made: nothing is created by itself, and 64-bit integers are read as bigint,
 * in lean documents and aggregates too, so that no amount of money is ever rounded.
 */
export const connectionOptions = { autoIndex: false, autoCreate: false, useBigInt64: true } as const;
